#include "extractors/attribution.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/cues.h"
#include "extractors/attribution/passages.h"
#include "extractors/attribution/quoted_text.h"
#include "extractors/attribution/said.h"
#include "extractors/attribution/sources.h"
#include "extractors/lexed.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 18;        // tokens from a cue to what is said
constexpr std::uint32_t kShortestLead = 4;  // tokens of a clause before ", he said"

class Reader {
 public:
  explicit Reader(Document* document)
      : document_(*document), text_(*document), quoted_(text_), referents_(text_) {}

  std::vector<Attribution> read() {
    for (const Passage& unit : passages_of(quoted_)) read(unit);
    // By what is said, then by the cue: a clause may be the content of two.
    std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
      return a.content.front() < b.content.front();
    });
    return std::move(found_);
  }

 private:
  void read(const Passage& unit) {
    const std::vector<Cue> cues = cues_in(text_, quoted_.of_token(), unit.run);
    last_subject_ = {};
    for (std::size_t c = 0; c < cues.size(); ++c) {
      const std::uint32_t ceiling =
          c + 1 < cues.size() ? bound_before(quoted_, cues, c + 1) : unit.run.end;
      switch (cues[c].type) {
        case Cue::Type::kVerb:
        case Cue::Type::kParticiple: verb(unit, cues, c, ceiling); break;
        case Cue::Type::kSourceAfter: source_after(unit, cues, c); break;
        case Cue::Type::kHearsay: hearsay(unit, cues[c]); break;
        case Cue::Type::kPassive: passive(unit, cues[c], ceiling); break;
        case Cue::Type::kNominal: nominal(unit, cues[c], ceiling); break;
      }
    }
    std::uint32_t unquoted = 0;
    for (std::uint32_t t = unit.run.begin; t < unit.run.end; ++t)
      unquoted += quoted_.outside(t) && text_.sign(t) == Sign::kNone;
    for (std::uint32_t t = unit.run.begin; t < unit.run.end; ++t)
      if (!quoted_.outside(t)) {
        const auto quote = static_cast<std::size_t>(quoted_.at(t));
        if (!quoted_.taken(quote) && !signed_by(unit, quote) && !led_by_colon(unit, quote))
          without_cue(unit, quote, unquoted <= 1);
        t = quoted_.quotes()[quote].marks.end - 1;
      }
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
        if (const Run nearer =
                noun_phrase_before(text_, quoted_.of_token(), unit.run, announced_by_.words.begin);
            !nearer.empty())
          announced_subject_ = nearer;
      announced_ = !announced_subject_.empty() && !announced_by_.words.empty();
    } else {
      announced_ = false;
    }
  }

  // --- verbs -------------------------------------------------------------------------------

  void verb(const Passage& unit, const std::vector<Cue>& cues, std::size_t c,
            std::uint32_t ceiling) {
    const Cue& cue = cues[c];
    const Word& word = text_.word(cue.head);
    const std::uint32_t floor = c > 0 ? cues[c - 1].words.end : unit.run.begin;
    const Run bounded{std::max(unit.run.begin, std::min(floor, cue.words.begin)), unit.run.end};

    Run subject = cue.type == Cue::Type::kVerb
                      ? noun_phrase_before(text_, quoted_.of_token(), bounded, cue.words.begin)
                      : Run{cue.words.begin, cue.words.begin};
    const bool participle = cue.type == Cue::Type::kParticiple;
    const std::uint32_t edge = subject.empty() ? cue.words.begin : subject.begin;

    // What stands left of the cue and its subject.
    const auto quoted_left = quoted_.ending_at(unit.run, edge);
    if (word.takes(Frame::kQuote, Frame::kThat, Frame::kBare) && quoted_left && !participle) {
      Run source = subject;
      if (subject.empty())
        source = noun_phrase_after(text_, quoted_.of_token(), unit.run, cue.words.end);
      if (source.empty()) source = first_subject(quoted_, unit.run, edge);
      std::vector<Run> content = quoted_.up_to(unit.run, floor, *quoted_left);
      if (const auto right = quoted_.going_on_after(unit.run, cue, source))
        quoted_.append(*right, &content);
      emit(unit, source, cue, std::move(content), "quote-before");
      return;
    }
    // "Question: ...", "Report: ..." at the head of a line are nouns.
    if (subject.empty() && !participle && cue.words.begin == unit.run.begin &&
        word.takes(Frame::kNoun))
      return;
    const auto right = said_after(quoted_, unit.run, cue, ceiling);
    if (right) {
      if (subject.empty()) subject = subject_elsewhere(unit.run, cue);
      if (subject.empty() && participle && !right->sure) return;
      std::vector<Run> content;
      if (!quoted_.outside(right->run.begin))
        quoted_.append(right->run, &content);
      else
        content.push_back(right->run);
      emit(unit, subject, cue, std::move(content), right->rule);
      return;
    }
    if (participle || !word.takes(Frame::kQuote, Frame::kThat, Frame::kBare)) return;
    clause_before(unit, cue, subject, edge, floor);
  }

  // "..., he said": the clause before the comma, and what goes on after a second comma.
  void clause_before(const Passage& unit, const Cue& cue, Run subject, std::uint32_t edge,
                     std::uint32_t floor) {
    if (edge <= unit.run.begin + kShortestLead) return;
    const Sign sign = text_.sign(edge - 1);
    if (sign != Sign::kComma && sign != Sign::kDash) return;
    Run source = subject;
    std::uint32_t after = cue.words.end;
    if (subject.empty()) {
      source = noun_phrase_after(text_, quoted_.of_token(), unit.run, cue.words.end);
      if (source.empty()) return;
      after = source.end;
    }
    std::uint32_t begin = floor > unit.run.begin && floor < edge ? floor : unit.run.begin;
    while (begin < edge && text_.sign(begin) != Sign::kNone && quoted_.outside(begin)) ++begin;
    Run lead{begin, edge - 1};
    if (lead.size() < kShortestLead || !shows_verb(quoted_, lead)) return;
    if (after < unit.run.end && text_.word(after).is(C::kTo)) return;  // "it will continue to"
    std::vector<Run> content{lead};
    after = skip_circumstance(quoted_, unit.run, after);
    if (after + kShortestLead < unit.run.end && text_.sign(after) == Sign::kComma &&
        !text_.word(after + 1).is(C::kConjunction, C::kRelative, C::kWh) &&
        !text_.word(after + 1).has_form(VerbForm::kIng) && quoted_.outside(after + 1))
      content.push_back(without_stop(quoted_, {after + 1, unit.run.end}));
    else if (after + 2 < unit.run.end && text_.sign(after) == Sign::kNone &&
             !text_.word(after).is(C::kPreposition, C::kTime, C::kConjunction, C::kAdverb,
                                   C::kSubordinator))
      return;  // "..., the firm said nothing"
    emit(unit, source, cue, std::move(content), "clause-before");
  }

  // --- subjects ------------------------------------------------------------------------------

  // The subject a coordinated verb or a participle shares with an earlier one.
  Run subject_elsewhere(Run unit, const Cue& cue) const {
    if (cue.words.begin > unit.begin && text_.word(cue.words.begin - 1).is(C::kRelative)) {
      const Run who{cue.words.begin - 1, cue.words.begin};
      if (!text_.word(who.begin).is(C::kWho) && text_.text(who.begin) != "which") return {};
      std::uint32_t end = who.begin;
      if (end > unit.begin && text_.sign(end - 1) == Sign::kComma) --end;
      const Run antecedent = noun_phrase_before(text_, quoted_.of_token(), unit, end);
      return antecedent.empty() ? who : Run{antecedent.begin, who.end};
    }
    if (!last_subject_.empty() && unit.has(last_subject_.begin)) return last_subject_;
    return first_subject(quoted_, unit, cue.words.begin);
  }

  // --- phrases ---------------------------------------------------------------------------------

  void source_after(const Passage& unit, const std::vector<Cue>& cues, std::size_t c) {
    const Cue& cue = cues[c];
    std::uint32_t end = cue.words.end;
    // Up to the comma, without regard to what verbs it may hold: "a report published by".
    while (end < unit.run.end && quoted_.outside(end) && text_.sign(end) != Sign::kComma &&
           text_.sign(end) != Sign::kDash && text_.sign(end) != Sign::kSemicolon &&
           !(text_.sign(end) == Sign::kStop && end + 1 == unit.run.end) &&
           !(text_.word(end).is(C::kRelative, C::kSubordinator) && end > cue.words.end))
      ++end;
    const Run source{cue.words.end, end};
    if (source.empty()) return;
    std::uint32_t lead = unit.run.begin;
    while (lead < cue.words.begin &&
           (text_.sign(lead) != Sign::kNone || text_.word(lead).is(C::kConjunction, C::kAdverb)) &&
           quoted_.outside(lead))
      ++lead;
    std::vector<Run> content;
    if (lead == cue.words.begin) {
      // The clause it opens; where that has a speaker of its own, this is the way it came.
      if (c + 1 < cues.size() && cues[c + 1].type == Cue::Type::kVerb && outlet_in(text_, source) &&
          opens_clause(unit.run, end, cues[c + 1])) {
        via_ = *outlet_in(text_, source);
        return;
      }
      if (end + 1 >= unit.run.end) return;
      content.push_back(without_stop(quoted_, {end + 1, unit.run.end}));
    } else {
      const std::uint32_t floor =
          c > 0 && cues[c - 1].type == Cue::Type::kSourceAfter ? cues[c - 1].words.end : lead;
      const auto quote = quoted_.ending_at(unit.run, cue.words.begin);
      if (quote) {
        content = quoted_.up_to(unit.run, floor, *quote);
      } else {
        content.push_back(without_stop(quoted_, {floor, cue.words.begin}));
      }
      if (content.empty() || content.front().empty()) return;
    }
    if (content.front().empty()) return;
    emit(unit, source, cue, std::move(content), "according-to");
  }

  // Whether the verb cue is that of the clause which begins at the comma `at`.
  bool opens_clause(Run unit, std::uint32_t at, const Cue& cue) const {
    if (at + 1 >= unit.end) return false;
    const Run subject =
        noun_phrase_before(text_, quoted_.of_token(), {at + 1, unit.end}, cue.words.begin);
    return !subject.empty() && subject.begin == at + 1;
  }

  void hearsay(const Passage& unit, const Cue& cue) {
    const auto ends = [&](std::uint32_t t) {
      return text_.sign(t) == Sign::kComma || text_.sign(t) == Sign::kSemicolon ||
             text_.sign(t) == Sign::kDash || text_.sign(t) == Sign::kColon;
    };
    std::uint32_t begin = cue.words.begin, end = cue.words.end;
    while (begin > unit.run.begin && !ends(begin - 1) && quoted_.outside(begin - 1)) --begin;
    while (end < unit.run.end && !ends(end) && quoted_.outside(end)) ++end;
    while (begin < end && text_.word(begin).is(C::kConjunction, C::kRelative)) ++begin;
    const Run content = without_stop(quoted_, {begin, end});
    if (content.size() < kShortestLead) return;
    emit(unit, {}, cue, {content}, "hearsay", Quotation::kHearsay);
  }

  void passive(const Passage& unit, const Cue& cue, std::uint32_t ceiling) {
    const Run right = without_stop(quoted_, {cue.words.end, std::min(unit.run.end, ceiling)});
    if (right.empty()) return;
    std::vector<Run> content;
    // "The deal is believed to be for eight years": the subject is part of what is believed.
    const Run subject = noun_phrase_before(text_, quoted_.of_token(), unit.run, cue.words.begin);
    if (text_.word(cue.words.end - 1).is(C::kTo) && !subject.empty()) content.push_back(subject);
    content.push_back(right);
    emit(unit, circle(unit.run), cue, std::move(content), "passive", Quotation::kHearsay);
  }

  // "Within OpenAI, it was perceived": those among whom it is believed.
  Run circle(Run unit) const {
    const std::string_view first = text_.text(unit.begin);
    if (first != "Within" && first != "Inside" && first != "Among") return {};
    return noun_phrase_after(text_, quoted_.of_token(), unit, unit.begin + 1);
  }

  void nominal(const Passage& unit, const Cue& cue, std::uint32_t ceiling) {
    const Run content = without_stop(quoted_, {cue.words.end + 1, std::min(unit.run.end, ceiling)});
    if (content.size() < 3) return;
    // "His claim that", "the ministry's claim that".
    Run source;
    for (std::uint32_t t = cue.head; t-- > unit.run.begin && cue.head - t < 4;) {
      if (text_.word(t).is(C::kPossessive)) {
        source = {t, t + 1};
        break;
      }
      if (text_.sign(t) == Sign::kApostrophe) {
        source = noun_phrase_before(text_, quoted_.of_token(), unit.run, t);
        break;
      }
      if (text_.sign(t) != Sign::kNone || text_.word(t).is(C::kPreposition, C::kDeterminer)) break;
    }
    if (source.empty()) return;
    emit(unit, source, cue, {content}, "nominal");
  }

  // --- quotations nobody's cue has claimed --------------------------------------------------

  // "..." - Sonya Herridge: a dash and a name, and nothing more.
  bool signed_by(const Passage& unit, std::size_t number) {
    const std::uint32_t dash = quoted_.quotes()[number].marks.end;
    if (dash + 1 >= unit.run.end || text_.sign(dash) != Sign::kDash) return false;
    const Run name = without_stop(quoted_, {dash + 1, unit.run.end});
    if (name.empty() || name.size() > 8) return false;
    for (std::uint32_t t = name.begin; t < name.end; ++t)
      if (!quoted_.outside(t) || (text_.sign(t) == Sign::kNone && !text_.name_at(t) &&
                                  text_.token(t).shape == Token::Shape::kLower))
        return false;
    emit(unit, name, {{dash, dash + 1}, dash, Cue::Type::kVerb}, {quoted_.quotes()[number].inside},
         "signature");
    return true;
  }

  // The headline reads thus: "..."
  bool led_by_colon(const Passage& unit, std::size_t number) {
    const Quote& quote = quoted_.quotes()[number];
    if (quote.marks.begin <= unit.run.begin || quote.inside.size() < kShortestLead) return false;
    const std::uint32_t colon = quote.marks.begin - 1;
    if (text_.sign(colon) != Sign::kColon || !quoted_.outside(colon)) return false;
    const Run subject = first_subject(quoted_, unit.run, colon);
    if (subject.empty()) return false;
    emit(unit, subject, {{colon, colon + 1}, colon, Cue::Type::kVerb}, {quote.inside}, "colon");
    return true;
  }

  void without_cue(const Passage& unit, std::size_t number, bool alone) {
    const Quote& quote = quoted_.quotes()[number];
    if (announced_ && quote.marks.begin == unit.run.begin) {
      const Run subject = announced_subject_;
      emit(unit, subject, announced_by_, {quote.inside}, "announced");
      quoted_.take(number);
      announced_ = false;
      return;
    }
    if (!alone || last_quoted_ < 0) return;
    const bool near = unit.paragraph == quoted_paragraph_ || quote.goes_on;
    if (!near) return;
    found_[static_cast<std::size_t>(last_quoted_)].content.push_back(text_.span(quote.inside));
    quoted_.take(number);
    quoted_paragraph_ = unit.paragraph;
  }

  // --- writing down ------------------------------------------------------------------------

  void emit(const Passage& unit, Run source, const Cue& cue, std::vector<Run> content,
            std::string_view rule, std::optional<Quotation> kind = std::nullopt) {
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
    found.cue.push_back(text_.span(cue.words));
    std::uint32_t quoted = 0, words = 0;
    for (const Run run : content) {
      for (std::uint32_t t = run.begin; t < run.end; ++t) {
        if (text_.sign(t) != Sign::kNone) continue;
        ++words;
        if (!quoted_.outside(t)) {
          ++quoted;
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
    if (found.kind == Quotation::kDirect) {
      last_quoted_ = static_cast<std::ptrdiff_t>(found_.size());
      quoted_paragraph_ = unit.paragraph;
    }
    found_.push_back(std::move(found));
  }

  // Symbols take a lock: each worker keeps its own.
  static Symbol symbol(std::string_view rule) {
    thread_local std::vector<std::pair<std::string_view, Symbol>> known;
    for (const auto& [name, value] : known)
      if (name == rule) return value;
    known.emplace_back(rule, Symbol("attribution/" + std::string(rule)));
    return known.back().second;
  }

  Document& document_;
  Lexed text_;
  QuotedText quoted_;
  Referents referents_;
  std::vector<Attribution> found_;

  Run last_subject_;        // of the cue before, in this unit
  std::string via_;         // for the next attribution
  bool announced_ = false;  // the unit before ended with a colon
  Cue announced_by_;
  Run announced_subject_;
  std::ptrdiff_t last_quoted_ = -1;  // in found_: the last direct quotation
  std::uint32_t quoted_paragraph_ = 0;
};

}  // namespace

void find_attributions(Document& document) {
  document.attributions = Reader(&document).read();
}

}  // namespace newsfacts
