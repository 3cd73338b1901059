#include "extractors/claims/slot_words.h"

#include <algorithm>

#include "corpus/utf8.h"
#include "extractors/claims/clause.h"
#include "extractors/claims/reach.h"
#include "extractors/claims/stems.h"
#include "extractors/claims/word_meanings.h"

namespace newsfacts {
namespace {

constexpr std::uint32_t kDivider = 2;    // what a comma or an "and" adds to a distance,
constexpr std::uint32_t kOutside = 3;    // the end of the clause,
constexpr std::uint32_t kSentence = 20;  // and the end of the sentence
constexpr std::size_t kNearTerms = 10;
constexpr std::size_t kFarTerms = 12;
constexpr std::uint32_t kShortSentence = 14;  // tokens; a shorter one leans on the one before

}  // namespace

const SlotWords::Known& SlotWords::known(std::uint32_t at) {
  const auto [entry, added] = known_.try_emplace(text_.token(at).hash);
  if (added) {
    const std::string word = folded(text_.text(at));
    if (text_.word(at).classes == 0 && text_.token(at).span.size() > 1)
      entry->second.term = term_of(word);
    const auto kind = found_in<Modality>(kModalityWords, meaning("modality", base_form(word)));
    entry->second.modality = kind.value_or(Modality::kAsserted);
  }
  return entry->second;
}

// What a name counts as, found once for all who bear it.
const std::string& SlotWords::joined(std::string_view canonical) {
  const auto [entry, added] = names_.try_emplace(std::string(canonical));
  if (added) {
    entry->second = folded(canonical);
    for (char& c : entry->second)
      if (c == ' ' || c == '|') c = '_';
  }
  return entry->second;
}

// The terms of a run, which may hold the value or lie on one side of it.
void SlotWords::collect(Run run, Run value, std::uint32_t penalty, std::vector<Term>* terms) {
  std::uint32_t distance = penalty;
  for (std::uint32_t t = std::min(value.begin, run.end); t-- > run.begin;)
    collect_one(t, t == run.begin, &distance, terms);
  distance = penalty;
  for (std::uint32_t t = std::max(value.end, run.begin); t < run.end; ++t)
    collect_one(t, t == run.begin, &distance, terms);
}

void SlotWords::collect_one(std::uint32_t t, bool first, std::uint32_t* distance,
                            std::vector<Term>* terms) {
  const bool divider = divides(text_, t);
  if (divider) *distance += kDivider;
  if (text_.sign(t) != Sign::kNone) return;
  ++*distance;
  if (const std::int32_t m = text_.mention_at(t); m >= 0) {
    const Mention& mention = text_.document().mentions[static_cast<std::size_t>(m)];
    // A name once, at its first token on the way; never a value.
    if (const Name* name = mention.name();
        name && (text_.token(t).span.begin == mention.span.begin || first))
      terms->push_back({*distance, &joined(name->canonical)});
    return;
  }
  if (!text_.token(t).is_word() || text_.word(t).classes != 0) return;
  if (const std::string& term = known(t).term; !term.empty()) terms->push_back({*distance, &term});
}

std::string SlotWords::of(const Mention& mention, const FigurePlace& place,
                          const std::string& subject) {
  near_.clear();
  counted_.clear();
  if (const Amount* amount = mention.amount();
      amount && mention.kind == Kind::kNumber && !amount->unit.empty()) {
    counted_ = term_of(amount->unit.str());
    if (!counted_.empty()) near_.push_back({0, &counted_});
  }
  return told(place, subject);
}

std::string SlotWords::around(const FigurePlace& place, const std::string& subject) {
  near_.clear();
  return told(place, subject);
}

std::string SlotWords::told(const FigurePlace& place, const std::string& subject) {
  const auto& [sentence, unit, clause, value] = place;
  far_.clear();
  collect(clause, value, 0, &near_);
  if (!subject.empty()) far_.push_back({0, &joined(subject)});
  collect({unit.begin, clause.begin}, value, kOutside, &far_);
  collect({clause.end, unit.end}, value, kOutside, &far_);
  // "It lasts until 2032": what "it" is stands in the sentence before.
  if (unit.size() < kShortSentence && sentence > 0 &&
      text_.document().sentences[sentence].role != Role::kTitle &&
      makes_claims(text_.document().sentences[sentence - 1].role)) {
    const Run before = text_.sentence(sentence - 1);
    collect({before.end - std::min(before.size(), kClaimReach), before.end}, value, kSentence,
            &far_);
  }
  std::string text;
  said_.clear();
  write(&near_, kNearTerms, &text);
  if (!text.empty()) text += ' ';
  text += "/ ";
  const std::size_t near = said_.size();
  write(&far_, kFarTerms, &text);
  if (said_.size() == near) text.erase(text.size() - std::min<std::size_t>(text.size(), 3));
  return text;
}

void SlotWords::write(std::vector<Term>* terms, std::size_t most, std::string* text) {
  std::stable_sort(terms->begin(), terms->end(),
                   [](const Term& a, const Term& b) { return a.distance < b.distance; });
  bool first = true;
  for (const Term& term : *terms) {
    if (most == 0) break;
    const bool known = std::any_of(said_.begin(), said_.end(),
                                   [&](const std::string* word) { return *word == *term.word; });
    if (known) continue;
    if (!first) *text += ' ';
    first = false;
    *text += *term.word;
    said_.push_back(term.word);
    --most;
  }
}

}  // namespace newsfacts
