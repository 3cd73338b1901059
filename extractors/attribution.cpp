#include "extractors/attribution.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/reader.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::size_t kNeighbours = 16;  // cues among which one may lie inside another's content
constexpr std::uint32_t kReach = 18;     // tokens from a cue to the colon that ends its line

// Symbols take a lock: each worker keeps its own.
Symbol symbol(std::string_view rule) {
  thread_local std::vector<std::pair<std::string_view, Symbol>> known;
  for (const auto& [name, value] : known)
    if (name == rule) return value;
  known.emplace_back(rule, Symbol("attribution/" + std::string(rule)));
  return known.back().second;
}

}  // namespace

std::vector<Attribution> AttributionReader::read() {
  for (const Passage& unit : passages_of(quoted_)) read(unit);
  settle_waiting();
  // By what is said, then by the cue: a clause may be the content of two.
  std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front() < b.content.front();
  });
  return std::move(found_);
}

void AttributionReader::read(const Passage& unit) {
  if (waiting_ && waiting_paragraph_ != unit.paragraph) settle_waiting();
  const bool waited = waiting_.has_value();
  const std::vector<Cue> cues = cues_in(text_, quoted_.of_token(), unit.run);
  last_subject_ = {};
  spoken_ = said_ = unit.run.begin;
  quotes_ = false;
  const std::size_t first = found_.size();
  for (std::size_t c = 0; c < cues.size(); ++c) {
    const std::uint32_t ceiling =
        c + 1 < cues.size() ? bound_before(quoted_, cues, c + 1) : unit.run.end;
    switch (cues[c].type) {
      case Cue::Type::kVerb:
      case Cue::Type::kAdjective:
      case Cue::Type::kParticiple: verb(unit, cues[c], ceiling); break;
      case Cue::Type::kSourceAfter: source_after(unit, cues, c); break;
      case Cue::Type::kViewpoint: viewpoint(unit, cues[c], ceiling); break;
      case Cue::Type::kHearsay: hearsay(unit, cues[c]); break;
      case Cue::Type::kPassive: passive(unit, cues[c], ceiling); break;
      case Cue::Type::kNominal: nominal(unit, cues[c], ceiling); break;
    }
  }
  if (waited) settle_waiting();
  unclaimed(unit);
  drop_nested(first);
  announce(unit, cues);
  paragraph_ = unit.paragraph;
  source_before_ = last_subject_.empty() ? named_subject(unit.run) : last_subject_;
}

// The person or organization the passage begins to tell of, if by its name.
Run AttributionReader::named_subject(Run unit) const {
  const Run subject = first_subject(quoted_, unit, unit.end);
  const Mention* name = subject.empty() ? nullptr : text_.name_at(subject.begin);
  if (!name || (name->kind != Kind::kPerson && name->kind != Kind::kOrganization)) return {};
  Run named{subject.begin, subject.begin + 1};
  while (named.end < subject.end && text_.name_at(named.end) == name) ++named.end;
  return named;
}

void AttributionReader::announce(const Passage& unit, const std::vector<Cue>& cues) {
  const std::uint32_t last = unit.run.end - 1;
  if (text_.sign(last) == Sign::kColon) {
    announced_ = true;
    const bool verb = !cues.empty() && cues.back().words.end + kReach > last;
    announced_subject_ = first_subject(quoted_, unit.run, verb ? cues.back().words.begin : last);
    if (verb)
      announced_by_ = cues.back();
    else  // "She went on:"
      announced_by_ = {{announced_subject_.empty() ? last : announced_subject_.end, last}, last};
    if (verb)
      if (const Run nearer = phrase_before(unit.run, announced_by_.words.begin); !nearer.empty())
        announced_subject_ = nearer;
    announced_ = !announced_subject_.empty() && !announced_by_.words.empty();
  } else {
    announced_ = false;
  }
}

void AttributionReader::emit(const Passage& unit, Run source, const Cue& cue,
                             std::vector<Run> content, std::string_view rule,
                             std::optional<Quotation> kind) {
  std::erase_if(content, [](Run run) { return run.empty(); });
  if (content.empty()) return;
  Attribution found;
  found.rule = symbol(rule);
  if (!source.empty()) {
    found.source.push_back(text_.span(source));
    found.source_names = referents_.names_of(source);
    referents_.spoke(found.source_names, source);
    last_subject_ = source;
  }
  if (rule != "standing") found.cue.push_back(text_.span(cue.words));
  spoken_ = std::max(spoken_, cue.words.end);
  std::uint32_t quoted = 0, words = 0;
  for (const Run run : content) {
    said_ = std::max(said_, run.end);
    for (std::uint32_t t = run.begin; t < run.end; ++t) {
      if (text_.sign(t) != Sign::kNone) continue;
      ++words;
      if (!quoted_.outside(t)) {
        ++quoted;
        // What nobody is known to say may still be a term of its own.
        if (!source.empty() || kind != Quotation::kHearsay)
          quoted_.take(static_cast<std::size_t>(quoted_.at(t)));
      }
    }
    found.content.push_back(text_.span(run));
  }
  found.kind = kind             ? *kind
               : quoted == 0    ? Quotation::kIndirect
               : quoted < words ? Quotation::kMixed
                                : Quotation::kDirect;
  found.via = std::exchange(via_, {});
  const bool quotes =
      found.kind == Quotation::kDirect || rule == "quote-before" || rule == "clause-before";
  if (!source.empty() && !quotes && !quotes_ && cue.type != Cue::Type::kSourceAfter) {
    speaker_ = source;
    speaker_cue_ = cue;
    speaker_paragraph_ = unit.paragraph;
  }
  if (quotes) {
    quotes_ = true;
    speaker_ = {};
    last_quoted_ = static_cast<std::ptrdiff_t>(found_.size());
    quoted_paragraph_ = unit.paragraph;
  }
  const Word& first = text_.word(source.empty() ? cue.head : source.begin);
  const bool pronoun = source.size() == 1 && first.is(C::kPronoun);
  const bool thinks = !text_.word(cue.head).takes(Frame::kQuote);
  weak_.push_back(found.kind == Quotation::kIndirect &&
                  (rule == "infinitive" || rule == "object" || rule == "question" ||
                   rule == "order" || rule == "led" || rule == "nominal" ||
                   (rule == "clause" && thinks && pronoun) || (rule == "that" && pronoun)));
  found_.push_back(std::move(found));
}

void AttributionReader::drop_nested(std::size_t first) {
  std::size_t kept = first;
  const std::size_t end = found_.size();
  std::vector<bool> nested(end - first);
  for (std::size_t i = first; i < end; ++i) {
    if (!weak_[i]) continue;
    const std::uint32_t cue = found_[i].cue.front().begin;
    for (std::size_t j = std::max(first + kNeighbours, i) - kNeighbours;
         j < std::min(end, i + kNeighbours) && !nested[i - first]; ++j)
      for (const Span content : found_[j].content)
        nested[i - first] =
            nested[i - first] || (j != i && content.begin <= cue && cue < content.end);
  }
  for (std::size_t i = first; i < end; ++i) {
    if (nested[i - first]) continue;
    if (last_quoted_ == static_cast<std::ptrdiff_t>(i))
      last_quoted_ = static_cast<std::ptrdiff_t>(kept);
    if (kept != i) {
      found_[kept] = std::move(found_[i]);
      weak_[kept] = weak_[i];
    }
    ++kept;
  }
  found_.resize(kept);
  weak_.resize(kept);
}

void find_attributions(Document& document) {
  document.attributions = AttributionReader(document).read();
}

}  // namespace newsfacts
