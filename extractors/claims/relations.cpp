#include "extractors/claims/relations.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extractors/claims/clause.h"
#include "extractors/claims/reach.h"
#include "extractors/lexicon.h"
#include "extractors/rows.h"

namespace newsfacts {
namespace {

// The word a relation goes by that a token stands for, as its verb or as its object.
struct Meaning {
  std::string_view verb, object;
};
using Table = std::unordered_map<std::uint64_t, Meaning>;  // by token hash

// All forms of all words, so that a token is looked up as it is.
const Table& vocabulary() {
  static const Table table = [] {
    Table made;
    const auto add = [&](std::string_view word, std::string_view meaning, bool verb) {
      const VerbForms forms = regular_forms(word);
      for (const std::string_view form :
           {word, std::string_view(forms.third), std::string_view(forms.past),
            std::string_view(forms.ing)}) {
        if (!verb && form != word && form != forms.third) continue;
        Meaning& known = made[token_hash(form)];
        (verb ? known.verb : known.object) = meaning;
      }
    };
    for (const Row& row : rows_of("relations", 3)) {
      add(row[0], row[0], row[1] == "verb");
      for (const std::string_view member : pieces_of(row[2], ','))
        add(member, row[0], row[1] == "verb");
    }
    return made;
  }();
  return table;
}

Meaning meaning_of(const Token& token) {
  if (!token.is_word()) return {};
  const auto known = vocabulary().find(token.hash);
  return known == vocabulary().end() ? Meaning() : known->second;
}

// "no longer" and "non-exclusive" are more than one token.
std::string_view verb_at(const Lexed& text, std::uint32_t at, Run* tokens) {
  static const std::uint64_t kNo = token_hash("no"), kLonger = token_hash("longer"),
                             kNon = token_hash("non"), kExclusive = token_hash("exclusive");
  *tokens = {at, at + 1};
  const std::uint64_t word = text.token(at).hash;
  const auto hash = [&](std::uint32_t t) { return t < text.size() ? text.token(t).hash : 0; };
  if (word == kNo && hash(at + 1) == kLonger) {
    *tokens = {at, at + 2};
    return "end";
  }
  if (word == kNon && hash(at + 2) == kExclusive && text.sign(at + 1) == Sign::kHyphen) {
    *tokens = {at, at + 3};
    return "non-exclusive";
  }
  return text.mention_at(at) >= 0 ? std::string_view() : meaning_of(text.token(at)).verb;
}

// The object behind the verb, or else before it, that stands nearest.
std::string_view object_of(const Lexed& text, Run verb, Run clause) {
  for (std::uint32_t t = verb.end; t < clause.end; ++t)
    if (const Meaning word = meaning_of(text.token(t));
        text.mention_at(t) < 0 && !word.object.empty())
      return word.object;
  for (std::uint32_t t = verb.begin; t-- > clause.begin;)
    if (const Meaning word = meaning_of(text.token(t));
        text.mention_at(t) < 0 && !word.object.empty())
      return word.object;
  return {};
}

}  // namespace

std::vector<StatedRelation> relations_in(const Lexed& text, Run sentence) {
  std::vector<StatedRelation> relations;
  for (std::uint32_t t = sentence.begin; t < sentence.end;) {
    Run verb;
    const std::string_view does = verb_at(text, t, &verb);
    t = verb.end;
    if (does.empty() || verb.end > sentence.end) continue;
    const Run unit{std::max(sentence.begin, verb.begin - std::min(verb.begin, kClaimReach)),
                   std::min(sentence.end, verb.end + kClaimReach)};
    // "..., [ending the monopoly of the ferries], ...": no more than the verb and its object.
    Run clause = between_dividers(text, unit, verb);
    std::string_view object = object_of(text, verb, clause);
    if (object.empty()) {
      clause = clause_around(text, unit, verb);
      object = object_of(text, verb, clause);
    }
    if (object.empty()) continue;
    StatedRelation relation{clause, verb, std::string(does) + "-" + std::string(object)};
    const bool known = std::any_of(relations.begin(), relations.end(), [&](const StatedRelation& other) {
      return other.clause == relation.clause && other.what == relation.what;
    });
    if (!known) relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace newsfacts
