#include "extractors/claims.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/utf8.h"
#include "extractors/attribution/sources.h"
#include "extractors/claims/clause.h"
#include "extractors/claims/measure.h"
#include "extractors/claims/reach.h"
#include "extractors/claims/relations.h"
#include "extractors/claims/slot_words.h"
#include "extractors/claims/stems.h"
#include "extractors/lexed.h"

namespace newsfacts {
namespace {

using C = WordClass;

class Reader {
 public:
  explicit Reader(Document* document)
      : document_(*document), text_(*document), referents_(text_), words_(text_) {
    none_.resize(text_.size(), -1);
    for (std::size_t a = 0; a < document_.attributions.size(); ++a)
      for (const Span content : document_.attributions[a].content)
        contents_.emplace_back(content, static_cast<int>(a));
    std::sort(contents_.begin(), contents_.end());
    for (const Attribution& attribution : document_.attributions)
      for (const Span cue : attribution.cue) cue_ends_.push_back(cue.end);
    std::sort(cue_ends_.begin(), cue_ends_.end());
  }

  std::vector<Claim> read() {
    read_figures();
    read_relations();
    read_bare_numbers();
    std::stable_sort(claims_.begin(), claims_.end(), [&](const Claim& a, const Claim& b) {
      return place_of(a) < place_of(b);
    });
    return std::move(claims_);
  }

 private:
  void read_figures() {
    std::size_t sentence = 0;
    for (std::size_t m = 0; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      while (sentence < document_.sentences.size() &&
             document_.sentences[sentence].span.end <= mention.span.begin)
        ++sentence;
      if (sentence == document_.sentences.size()) break;
      if (!makes_claim(document_, mention) || !makes_claims(document_.sentences[sentence].role) ||
          !document_.sentences[sentence].span.contains(mention.span))
        continue;
      const Run value = text_.run(mention.span);
      if (value.empty()) continue;
      Claim made = claim(static_cast<int>(m), mention, sentence, value);
      if (!repeats(made)) claims_.push_back(std::move(made));
    }
  }

  // What has no mention for a value: relations, and the numbers that are parts of names.
  void read_relations() {
    ask_from_the_start();
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      if (!makes_claims(document_.sentences[s].role)) continue;
      for (const auto& [clause, verb, what] : relations_in(text_, text_.sentence(s))) {
        Claim made = bare_claim(clause, verb);
        made.rule = relation_rule();
        made.slot = "relation:" + what + "|" +
                    words_.around({s, reach_of(s, verb), clause, verb}, made.subject);
        claims_.push_back(std::move(made));
      }
    }
  }

  void read_bare_numbers() {
    ask_from_the_start();
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      if (!makes_claims(document_.sentences[s].role)) continue;
      const Run sentence = text_.sentence(s);
      for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
        const Run number = bare_number(text_, t, sentence);
        if (number.empty()) continue;
        const Run unit = reach_of(s, number);
        Claim made = bare_claim(number, number);
        made.rule = number_rule();
        made.slot = "designation|" +
                    words_.around({s, unit, clause_around(text_, unit, number), number}, {});
        claims_.push_back(std::move(made));
        t = number.end;
      }
    }
  }

  std::uint32_t place_of(const Claim& claim) const {
    return claim.value < 0 ? claim.span.begin
                           : document_.mentions[static_cast<std::size_t>(claim.value)].span.begin;
  }

  // What of its sentence may tell of a figure.
  Run reach_of(std::size_t sentence, Run value) const {
    const Run whole = text_.sentence(sentence);
    return {std::max(whole.begin, value.begin - std::min(value.begin, kClaimReach)),
            std::min(whole.end, value.end + kClaimReach)};
  }

  Claim bare_claim(Run told, Run verb) {
    Claim made;
    made.span = text_.span(told);
    Span content = made.span;
    made.attribution = innermost(made.span, &content);
    modality({told.begin, told.end}, &made, verb);
    if (told != verb) made.subject = subject(within(told, content), verb);
    return made;
  }

  // "7 of the 7": the same figure of the same things in one clause is one claim.
  bool repeats(const Claim& made) const {
    const auto value_of = [&](const Claim& claim) {
      return to_string(document_.mentions[static_cast<std::size_t>(claim.value)].value);
    };
    for (auto known = claims_.rbegin(); known != claims_.rend(); ++known) {
      if (known->span.end <= made.span.begin) return false;
      if (known->span == made.span && known->slot == made.slot &&
          value_of(*known) == value_of(made))
        return true;
    }
    return false;
  }

  // "the coast guard said on [Monday]": the day of the words, not of what they tell.
  bool dates_the_saying(const Mention& mention) const {
    if (!is_time(mention.kind)) return false;
    const auto next = std::upper_bound(cue_ends_.begin(), cue_ends_.end(), mention.span.begin);
    if (next == cue_ends_.begin()) return false;
    const std::string_view between = document_.at({*(next - 1), mention.span.begin});
    return between == " " || between == " on " || between == " late " || between == " late on ";
  }

  Claim claim(int number, const Mention& mention, std::size_t sentence, Run value) {
    const Run unit = reach_of(sentence, value);
    const Run clause = clause_around(text_, unit, value);
    Claim made;
    made.rule = clause_rule();
    made.value = number;
    made.span = text_.span(clause);
    Span content = made.span;
    made.attribution = innermost(mention.span, &content);
    modality(clause, &made, {});
    made.subject = subject(within(clause, content), value);
    made.slot = measure_of(text_, mention, value) + (dates_the_saying(mention) ? ":said|" : "|") +
                words_.of(mention, {sentence, unit, clause, value}, made.subject);
    return made;
  }

  // --- who and how -----------------------------------------------------------------------------

  // What of a clause is told, without who tells it: "Ann said that [Gull Lines sold 12 ships]".
  Run within(Run clause, Span content) const {
    while (clause.begin < clause.end && text_.token(clause.begin).span.begin < content.begin)
      ++clause.begin;
    while (clause.begin + 1 < clause.end && text_.word(clause.begin).is(C::kThat)) ++clause.begin;
    return clause;
  }

  void ask_from_the_start() {
    next_content_ = 0;
    open_.clear();
  }

  // The attribution with the shortest content around `span`, and that content.  Asked in reading
  // order.
  int innermost(Span span, Span* around) {
    for (; next_content_ < contents_.size() && contents_[next_content_].first.begin <= span.begin;
         ++next_content_)
      open_.push_back(contents_[next_content_]);
    std::erase_if(open_, [&](const Content& c) { return c.first.end <= span.begin; });
    int best = -1;
    std::uint32_t size = UINT32_MAX;
    for (const auto& [content, attribution] : open_)
      if (content.contains(span) && content.size() < size) {
        size = content.size();
        best = attribution;
        *around = content;
      }
    return best;
  }

  // "no longer" is told by the verb of a relation, and denies nothing more.
  void modality(Run clause, Claim* claim, Run verb) {
    Run cue;
    if (claim->attribution >= 0) {
      const auto& by = document_.attributions[static_cast<std::size_t>(claim->attribution)];
      if (!by.cue.empty()) cue = text_.run(by.cue.front());
      claim->modality = told_by(cue);
    }
    for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
      if (verb.has(t) || cue.has(t) || text_.sign(t) != Sign::kNone || text_.mention_at(t) >= 0)
        continue;
      if (text_.word(t).is(C::kNegation)) claim->polarity = Polarity::kNegative;
      claim->modality = std::max(claim->modality, words_.modality_at(t));
    }
  }

  // What the verb of saying makes of what is said, wherever it stands: "vowed", "denied".  "Will
  // say" is said all the same, and what somebody does not deny is not denied.
  Modality told_by(Run cue) {
    Modality told = Modality::kReported;
    for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
      if (text_.word(t).is(C::kNegation)) return Modality::kReported;
      if (!text_.word(t).is(C::kAuxiliary, C::kModal)) told = std::max(told, words_.modality_at(t));
    }
    return told;
  }

  // The name, or the head noun, of what the clause is about.
  std::string subject(Run clause, Run value) {
    std::uint32_t verb = clause.begin;
    while (verb < clause.end && !is_verb(text_, verb)) ++verb;
    const std::uint32_t end = verb == clause.end ? value.begin : verb;
    Run phrase = noun_phrase_before(text_, none_, clause, end);
    if (phrase.empty()) {
      phrase = {clause.begin, std::min(end, clause.end)};
      if (phrase.empty()) return {};
      const auto names = referents_.names_of(phrase);
      return names.empty() ? std::string() : names.front();
    }
    if (const auto names = referents_.names_of(phrase); !names.empty()) return names.front();
    std::string head;
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t) {
      if (text_.word(t).is(C::kPreposition)) break;
      if (text_.sign(t) == Sign::kNone && text_.mention_at(t) < 0 && text_.word(t).classes == 0)
        head = base_form(folded(text_.text(t)));
    }
    return head;
  }

  static Symbol clause_rule() {
    static const Symbol rule("claim/clause");
    return rule;
  }
  static Symbol relation_rule() {
    static const Symbol rule("claim/relation");
    return rule;
  }
  static Symbol number_rule() {
    static const Symbol rule("claim/designation");
    return rule;
  }

  Document& document_;
  Lexed text_;
  Referents referents_;
  SlotWords words_;
  std::vector<std::int32_t> none_;       // no quotations: a claim looks into them
  std::vector<std::uint32_t> cue_ends_;  // ascending
  using Content = std::pair<Span, int>;  // and its attribution
  std::vector<Content> contents_, open_;
  std::size_t next_content_ = 0;

  std::vector<Claim> claims_;
};

}  // namespace

void find_claims(Document& document) {
  document.claims = Reader(&document).read();
}

}  // namespace newsfacts
