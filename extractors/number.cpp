#include "corpus/ascii.h"
#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/false_numbers.h"
#include "extractors/word_table.h"

#include <string>
#include <utility>
#include <vector>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

Amount exactly(const Decimal& value) {
  Amount amount;
  amount.low = amount.high = value;
  return amount;
}

// 1500 to 2100 without separators: a year, whoever else reads it.
bool looks_like_year(std::string_view words, const Decimal& value) {
  return words.size() == 4 && is_digit(words[0]) && is_digit(words[3]) &&
         value >= Decimal(1500, 0) && value <= Decimal(2100, 0);
}

// "fifth" by itself is a rank, "quarter" a time of the year; "a fifth of" is a part.
bool is_bare_part(std::string_view words) {
  static const WordTable kParts("fractions");
  return kParts.find(words).has_value() && folded(words) != "half";
}

// "Fond du Lac", "the Million": a scale alone with a capital is a name.
bool is_capital_scale(std::string_view words) {
  static const WordTable kScales("magnitudes");
  return !words.empty() && words.front() >= 'A' && words.front() <= 'Z' && kScales.find(words);
}

// "half of them", "half the seats", "nearly half", "two-thirds"; not "the first half".
bool is_share(const Document& document, const Mention& mention, TokenRange figure) {
  static const WordTable kCounts("number_words");
  if (mention.amount()->relation != Relation::kEqual) return true;
  // "the first half of the business year" is a part that stands in order, and no share.
  static const WordTable kRanks("ordinals");
  const auto& tokens = document.tokens();
  if (figure.begin > 0) {
    const std::string_view before = document.at(tokens[figure.begin - 1].span);
    if (kRanks.find(before) || folded(before) == "latter") return false;
  }
  if (kCounts.find(document.at(document.tokens()[figure.begin].span))) return true;
  if (figure.end >= tokens.size()) return false;
  const std::string behind = folded(document.at(tokens[figure.end].span));
  for (const std::string_view word : {"of", "the", "its", "their", "his", "her", "our"})
    if (behind == word) return true;
  return false;
}

bool is_part_of_one(const Amount& amount) {
  return amount.low && *amount.low > Decimal(0, 0) && *amount.low < Decimal(1, 0);
}

bool is_in_words(const Document& document, Span span) {
  const char first = document.text()[span.begin];
  return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

// "a third man": the article and the part of one are a rank, and an article.
bool is_rank_after_all(const Document& document, Mention* mention) {
  static const WordTable kRanks("ordinals");
  const std::string_view words = document.at(mention->span);
  const std::size_t gap = words.find(' ');
  if (gap == words.npos || gap > 2) return false;
  const auto rank = kRanks.find(words.substr(gap + 1));
  if (!rank) return false;
  mention->span.begin += static_cast<std::uint32_t>(gap + 1);
  mention->kind = Kind::kOrdinal;
  mention->value = exactly(*Decimal::parse(*rank));
  return true;
}

// "a 50-50 chance" is even, and no result; "a 747-200" is a model; "800-273-HELP" a telephone.
bool is_false_score(const Document& document, TokenRange figure, bool first) {
  const auto& tokens = document.tokens();
  const std::size_t begin = first ? figure.begin : figure.begin - 2, end = begin + 2;
  if (end >= tokens.size()) return false;
  const std::string_view one = document.at(tokens[begin].span),
                         other = document.at(tokens[end].span);
  if (one == "50" && other == "50") return true;
  if (one.size() == 3 && other.size() == 3 && other.ends_with("00")) return true;
  const std::string_view behind = std::string_view(document.text()).substr(tokens[end].span.end, 2);
  return behind.size() == 2 && behind.front() == '-' && behind.back() >= 'A' &&
         behind.back() <= 'Z';
}

// "zero-growth", "zero-emission": what is not, and no count.
bool is_zero_of_kind(const Document& document, TokenRange figure) {
  const auto& tokens = document.tokens();
  return figure.size() == 1 && figure.end < tokens.size() &&
         document.at(tokens[figure.end].span) == "-" &&
         folded(document.at(tokens[figure.begin].span)) == "zero";
}

// "the 50K", "a 10K run": as many kilometres, or something else again.
bool is_race(const Document& document, const Mention& mention, const std::string& noun) {
  static const Symbol kShort("number/short");
  static const Decimal kLongest(100'000, 0);
  const std::size_t begin = tokens_of(document, mention.span).begin;
  if (mention.rule != kShort || begin == 0 || !noun.empty() || *mention.amount()->low > kLongest ||
      (document.at(mention.span).back() | ' ') != 'k')
    return false;
  const std::string before = folded(document.at(document.tokens()[begin - 1].span));
  return before == "the" || before == "a";
}

// Whether the mention is no number after all; completes it where it is one.
bool is_unwanted(const Document& document, Mention* mention) {
  static const Symbol kScore("number/score"), kScoreOther("number/score-other"),
      kScoreRole("score"), kByPart("number/by-part");
  if (mention->kind == Kind::kOrdinal)
    return is_false_rank(document, mention->span, tokens_of(document, mention->span));
  Amount& amount = std::get<Amount>(mention->value);
  const TokenRange figure = tokens_of(document, mention->span);
  if (is_digit(document.text()[mention->span.begin]) && is_telephone(document, figure)) return true;
  if (mention->rule == kScore || mention->rule == kScoreOther) {
    amount.role = kScoreRole;
    return is_false_score(document, figure, mention->rule == kScore);
  }
  if (mention->rule == kByPart) {
    read_surroundings(document, mention);
    return false;
  }
  const bool alone = amount.low == Decimal(1, 0) && amount.high == Decimal(1, 0);
  const std::string noun = counted_noun(document, figure, alone);
  const bool partitive = document.text().compare(mention->span.end, 4, " of ") == 0;
  const bool counts = !noun.empty() || partitive;
  if (is_glued(document, mention->span, !noun.empty()) || is_enumerator(document, mention->span) ||
      is_race(document, *mention, noun) || is_zero_of_kind(document, figure) ||
      is_named(document, figure, counts) || is_model(document, figure) ||
      is_pronoun_one(document, figure, counts) || is_time_unit(noun) ||
      (folded(document.at(mention->span)) == "scores" && !partitive))
    return true;
  amount.unit = Symbol(noun);
  const Mention bare = *mention;
  read_surroundings(document, mention);
  if (!is_part_of_one(amount) || !is_in_words(document, bare.span)) return false;
  if (is_share(document, *mention, figure)) return false;
  *mention = bare;
  return !is_rank_after_all(document, mention) ||
         is_false_rank(document, mention->span, tokens_of(document, mention->span));
}

// Of a share that "lost 0.70 to 23.95" or was "adding 0.40 to 3.65"; elsewhere such verbs are of
// no move.
std::string_view loss_or_gain(const Document& document, const Mention& mention) {
  const std::size_t begin = tokens_of(document, mention.span).begin;
  if (begin == 0) return {};
  const std::string before = folded(document.at(document.tokens()[begin - 1].span));
  if (before == "lost" || before == "losing" || before == "loses") return "fall-by";
  return before == "added" || before == "adding" || before == "adds" ? "rise-by" : "";
}

// "climbed 4 to 124": by how much, and to what; no range, which would be "climbed 4 to 5 points".
std::optional<Mention> level_behind_change(const Document& document, Mention* mention) {
  static const Decimal kFar(5, 0);
  const Amount& range = *mention->amount();
  const std::string_view role =
      range.role.empty() ? loss_or_gain(document, *mention) : range.role.str();
  if (range.relation != Relation::kRange || !range.unit.empty() || !role.ends_with("-by"))
    return std::nullopt;
  const std::size_t to = document.at(mention->span).find(" to ");
  const auto far = range.low->times(kFar);
  if (to == std::string_view::npos || !far || *range.high < *far) return std::nullopt;
  Mention level = *mention;
  level.span.begin = mention->span.begin + static_cast<std::uint32_t>(to) + 4;
  level.value = exactly(*range.high);
  std::get<Amount>(level.value).role =
      Symbol(std::string(role.substr(0, role.size() - 2)).append("to"));
  const Symbol change(role);
  mention->span.end = level.span.begin - 4;
  mention->value = exactly(*range.low);
  std::get<Amount>(mention->value).role = change;
  return level;
}

void split_changes(Document* document) {
  std::vector<Mention> levels;
  for (Mention& mention : document->mentions)
    if (mention.kind == Kind::kNumber)
      if (auto level = level_behind_change(*document, &mention)) levels.push_back(*level);
  insert_mentions(document, std::move(levels));
}

// "two hundredth" multiplies, "one hundred and fifth" adds.  A bare unit before a rank is a part:
// "one fifth".
std::optional<Decimal> long_rank(const Fields& fields) {
  static const Decimal kHundred(100, 0);
  const auto stem = read_numeral(fields.words("stem"));
  const auto last = Decimal::parse(fields["last"]);
  if (!stem || !last) return std::nullopt;
  if (*last >= kHundred) return stem->value.times(*last);
  if (stem->value < kHundred) return std::nullopt;
  return stem->value.plus(*last);
}

}  // namespace

std::optional<Reading> read_number(const Fields& fields) {
  if (fields.has("stem")) {
    const auto rank = long_rank(fields);
    return rank ? std::optional(Reading{Kind::kOrdinal, exactly(*rank)}) : std::nullopt;
  }
  if (fields.has("nth")) {
    const auto rank = Decimal::parse(fields["nth"]);
    if (!rank) return std::nullopt;
    return Reading{Kind::kOrdinal, exactly(*rank)};
  }
  if (fields.has("rank")) {
    std::string_view digits = fields.words("rank");
    digits.remove_suffix(2);
    const auto rank = read_numeral(digits);
    if (!rank) return std::nullopt;
    return Reading{Kind::kOrdinal, exactly(rank->value)};
  }
  const auto amount = read_amount(fields);
  if (!amount) return std::nullopt;
  if (is_bare_part(fields.words("words")) || is_capital_scale(fields.words("words")))
    return std::nullopt;
  for (const std::string_view field : {"amount", "low", "high"})
    if (fields.has(field) && looks_like_year(fields.words(field), *amount->low))
      return std::nullopt;
  return Reading{Kind::kNumber, *amount};
}

void settle_number(Document& document) {
  std::vector<bool> unwanted(document.mentions.size(), false);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind == Kind::kNumber || mention.kind == Kind::kOrdinal)
      unwanted[i] = is_unwanted(document, &mention);
  }
  remove_mentions(&document, unwanted);
  split_changes(&document);
}

}  // namespace newsfacts
