#include "extractors/tense.h"

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "corpus/words.h"
#include "extractors/rows.h"

namespace newsfacts {
namespace {

// How far around a date its verb is looked for, in tokens.
constexpr std::size_t kVerbDistance = 30;
// How far before "due" and "to expire" a "had" is looked for.
constexpr std::size_t kHadDistance = 5;
// How near a verb of saying must stand to be the one that is dated.
constexpr std::size_t kSaidDistance = 2;

enum class Form : std::uint8_t { kPast, kFuture, kPlain, kSaid, kBe };
constexpr std::array<std::string_view, 5> kFormWords = {"past", "future", "plain", "said", "be"};

const Form* listed(const Token& token) {
  static const std::unordered_map<std::uint64_t, Form> forms = [] {
    std::unordered_map<std::uint64_t, Form> table;
    for (const Row& row : rows_of("tense_words")) {
      const auto form = found_in<Form>(kFormWords, row[1]);
      if (!form) throw std::runtime_error("tense_words.tsv: unknown form " + std::string(row[1]));
      table.emplace(token_hash(row[0]), *form);
    }
    return table;
  }();
  const auto found = forms.find(token.hash);
  return found == forms.end() ? nullptr : &found->second;
}

// "An unspecified date", "still disputed": a word in -ed that is no verb.
bool opens_a_noun(const Token& token) {
  static const WordSet openers = word_set(
      {"a", "an", "the", "its", "his", "her", "their", "our", "any", "some", "no", "of", "still",
       "newly", "most", "more", "such"});
  return openers.contains(token.hash);
}

// Of the word at `token`, `distance` away from the date; `at(i)` is the word i places before it,
// or null.  nullopt where it tells nothing and the next word may.
template <typename Before>
std::optional<Tense> tense_of(const Token& token, std::string_view word, std::size_t distance, Before at) {
  static const std::uint64_t had = token_hash("had"), to = token_hash("to");
  if (!token.is_word()) return std::nullopt;
  const Form* const found = listed(token);
  if (!found && !(word.size() > 4 && word.ends_with("ed"))) return std::nullopt;
  const Form form = found ? *found : Form::kPast;
  const Token* const before = at(1);
  if (!found && before && opens_a_noun(*before)) return std::nullopt;
  const Form* const form_before = before ? listed(*before) : nullptr;
  switch (form) {
    case Form::kBe: return std::nullopt;
    case Form::kSaid:  // what was told "a full house on Tuesday" may be of any time
      return distance <= kSaidDistance ? Tense::kPast : Tense::kUnknown;
    case Form::kPast:  // "will be paid": the verb before it tells
      if (form_before && *form_before == Form::kBe) return std::nullopt;
      return Tense::kPast;
    case Form::kPlain:
      if (!before || before->hash != to) return std::nullopt;
      break;
    case Form::kFuture: break;
  }
  for (std::size_t i = 1; i <= kHadDistance; ++i) {
    const Token* const word_before = at(i);
    if (word_before && word_before->hash == had) return Tense::kPast;
  }
  return Tense::kFuture;
}

}  // namespace

Tense tense_at(const Surroundings& around) {
  for (std::size_t i = 1; i <= kVerbDistance; ++i) {
    const Token* const token = around.before(i);
    if (!token) break;
    const auto tense = tense_of(*token, around.words(*token), i,
                                [&](std::size_t back) { return around.before(i + back); });
    if (tense) return *tense;
  }
  for (std::size_t i = 1; i <= kVerbDistance; ++i) {
    const Token* const token = around.behind(i);
    if (!token) break;
    const auto tense =
        tense_of(*token, around.words(*token), i, [&](std::size_t back) -> const Token* {
          return back < i ? around.behind(i - back) : nullptr;
        });
    if (tense) return *tense;
  }
  return Tense::kUnknown;
}

}  // namespace newsfacts
