#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/word_table.h"

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

Amount exactly(const Decimal& value) {
  Amount amount;
  amount.low = amount.high = value;
  return amount;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 1500 to 2099 without separators: a year, whoever else reads it.
bool looks_like_year(std::string_view words, const Decimal& value) {
  return words.size() == 4 && is_digit(words[0]) && is_digit(words[3]) &&
         value >= Decimal(1500, 0) && value < Decimal(2100, 0);
}

// "fifth" by itself is a rank, "quarter" a time of the year; "a fifth of" is a part.
bool is_bare_part(std::string_view words) {
  static const WordTable kParts("fractions");
  return kParts.find(words).has_value() && folded(words) != "half";
}

// "half of them", "half the seats", "nearly half"; not "the first half".
bool is_share(const Document& document, const Mention& mention, TokenRange figure) {
  if (mention.amount()->relation != Relation::kEqual) return true;
  const auto& tokens = document.tokens();
  if (figure.end >= tokens.size()) return false;
  const std::string behind = folded(document.at(tokens[figure.end].span));
  for (const std::string_view word : {"of", "the", "its", "their", "his", "her", "our"})
    if (behind == word) return true;
  return false;
}

// What stands directly before and behind a number, without a space: part of a name (GPT-3), a
// clock (8:00), a score (2-1), a fraction (1/8), a decade ('90s).
bool is_glued(const Document& document, Span span, bool rounds_a_noun) {
  const std::string& text = document.text();
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
  const char before = span.begin > 0 ? at(span.begin - 1) : '\0';
  const bool word_before =
      span.begin > 1 && is_word_character(code_point_before(text, span.begin - 1).value);
  if (std::string_view("-/.:_@#&*+=\\").find(before) != std::string_view::npos && before != '\0' &&
      word_before)
    return true;
  if (before == '#' || before == '\'' || before == '@' || before == '_') return true;
  if (at(span.begin) == '.' && before != '\0' && before != ' ' && before != '\n') return true;
  const char behind = at(span.end);
  if (std::string_view(":/-.,").find(behind) != std::string_view::npos && behind != '\0' &&
      is_digit(at(span.end + 1)))
    return true;
  return behind == '-' && !rounds_a_noun;
}

// "No. 7", "Flight 93", "Boeing 747": a label before a number, or a name that nothing counted
// follows.
bool is_named(const Document& document, TokenRange figure, bool counts) {
  static const WordTable kLabels("labels");
  static const WordTable kFunctionWords("noun_stops");
  const auto& tokens = document.tokens();
  if (figure.begin == 0) return false;
  std::size_t left = figure.begin - 1;
  if (document.at(tokens[left].span) == "." && left > 0 && !tokens[left].space_before)
    --left;  // No.
  const Token& token = tokens[left];
  if (!token.is_word()) return false;
  const std::string_view word = document.at(token.span);
  const bool capital = token.shape != Token::Shape::kLower;
  const bool dotted = left + 1 < figure.begin;
  if (kLabels.find(word) && (!counts || capital)) return true;
  if (dotted || counts || !capital) return false;
  const bool opens = left == 0 || !tokens[left - 1].is_word();
  return !opens && !kFunctionWords.find(word);
}

// "First Boston", "Third Avenue": a capital before a capital.
bool opens_name(const Document& document, Span span) {
  const auto& tokens = document.tokens();
  const auto [begin, end] = tokens_of(document, span);
  const auto is_capital = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].is_word() && tokens[i].shape != Token::Shape::kLower;
  };
  return is_capital(begin) && is_capital(end);
}

// "one" counts when something follows that it counts; "no one", "this one" do not.
bool is_idle_one(const Document& document, const Mention& mention, TokenRange figure, bool counts) {
  if (folded(document.at(mention.span)) != "one") return false;
  if (!counts) return true;
  const auto& tokens = document.tokens();
  if (figure.begin == 0) return false;
  const std::string before = folded(document.at(tokens[figure.begin - 1].span));
  for (const std::string_view word :
       {"no", "any", "each", "every", "this", "that", "another", "some", "which"})
    if (before == word) return true;
  return false;
}

}  // namespace

std::optional<Reading> read_number(const Fields& fields) {
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
  if (is_bare_part(fields.words("words"))) return std::nullopt;
  for (const std::string_view field : {"amount", "low", "high"})
    if (fields.has(field) && looks_like_year(fields.words(field), *amount->low))
      return std::nullopt;
  return Reading{Kind::kNumber, *amount};
}

void settle_number(Document& document) {
  static const Symbol kWords("number/words");
  std::vector<bool> unwanted(document.mentions.size(), false);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind != Kind::kNumber && mention.kind != Kind::kOrdinal) continue;
    if (mention.kind == Kind::kOrdinal) {
      unwanted[i] = is_glued(document, mention.span, true) || opens_name(document, mention.span);
      continue;
    }
    Amount& amount = std::get<Amount>(mention.value);
    const TokenRange figure = tokens_of(document, mention.span);
    const bool alone = amount.low == Decimal(1, 0) && amount.high == Decimal(1, 0);
    const std::string noun = counted_noun(document, figure, alone);
    const bool partitive = document.text().compare(mention.span.end, 4, " of ") == 0;
    const bool counts = !noun.empty() || partitive;
    if (is_glued(document, mention.span, !noun.empty()) || is_named(document, figure, counts) ||
        is_idle_one(document, mention, figure, counts) ||
        (folded(document.at(mention.span)) == "scores" && !partitive)) {
      unwanted[i] = true;
      continue;
    }
    amount.unit = Symbol(noun);
    read_surroundings(document, &mention);
    if (amount.low && *amount.low < Decimal(1, 0) && mention.rule == kWords)
      unwanted[i] = !is_share(document, mention, figure);
  }
  remove_mentions(&document, unwanted);
}

}  // namespace newsfacts
