#include "extractors/false_numbers.h"

#include <algorithm>
#include <string>

#include "corpus/ascii.h"
#include "corpus/utf8.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The word at token `at` in lower case; empty outside of the text.
std::string word_at(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  return at < tokens.size() ? folded(document.at(tokens[at].span)) : std::string();
}

bool is_capital(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  return at < tokens.size() && tokens[at].is_word() && tokens[at].shape != Token::Shape::kLower;
}

bool is_function_word(std::string_view word) {
  static const WordTable kFunctionWords("noun_stops");
  return kFunctionWords.find(word).has_value();
}

// "the [first] approached", "its [first] used": a rank stands behind a determiner.
bool is_determined(const Document& document, TokenRange figure) {
  if (figure.begin == 0) return false;
  const std::string before = word_at(document, figure.begin - 1);
  return is_one_of(before, {"the", "a", "an", "its", "his", "her", "their", "my", "our", "your",
                            "this", "that", "s", "very", "every", "each"});
}

// "its first year", "the 17th consecutive day", "on the 28th of next month", "a fraction of a
// second".
bool is_part_of_time(const Document& document, TokenRange figure) {
  std::size_t noun = figure.end;
  if (word_at(document, noun) == "-") {  // "first-half profit"
    const std::string part = word_at(document, noun + 1);
    if (is_one_of(part, {"half", "quarter", "hour"})) return true;
  }
  while (is_one_of(word_at(document, noun), {"full", "consecutive", "straight", "calendar"}))
    ++noun;
  if (is_time_unit(word_at(document, noun))) return true;
  const std::string before = figure.begin > 0 ? word_at(document, figure.begin - 1) : "";
  if (word_at(document, figure.begin) == "second" && figure.size() == 1) {
    const auto& tokens = document.tokens();
    const bool noun_follows = noun < tokens.size() && tokens[noun].is_word() &&
                              !is_function_word(word_at(document, noun));
    return !noun_follows && is_one_of(before, {"a", "per", "every", "each", "split", "any"});
  }
  if (before != "the" || figure.begin < 2) return false;
  const std::string preposition = word_at(document, figure.begin - 2);
  if (!is_one_of(preposition, {"on", "until", "till", "by", "before", "after", "since"}))
    return false;
  if (word_at(document, figure.end) != "of") return false;
  const std::string which = word_at(document, figure.end + 1);
  return is_one_of(which, {"this", "next", "last", "each", "every"}) ||
         (which == "the" && word_at(document, figure.end + 2) == "month");
}

// "H.R. 4114", "S. 212": a bill of the House, of the Senate.
bool is_bill(const Document& document, TokenRange figure) {
  const auto& tokens = document.tokens();
  if (figure.begin > 1 && document.at(tokens[figure.begin - 2].span) == "S" &&
      document.at(tokens[figure.begin - 1].span) == "." &&
      (figure.begin == 2 || document.at(tokens[figure.begin - 3].span) != "."))
    return true;
  if (figure.begin < 4) return false;
  const std::size_t at = figure.begin - 4;
  return document.at(tokens[at].span) == "H" && document.at(tokens[at + 1].span) == "." &&
         document.at(tokens[at + 2].span) == "R" && document.at(tokens[at + 3].span) == ".";
}

// "Salem, OR 97301"
bool is_postal_code(const Document& document, TokenRange figure) {
  const auto& tokens = document.tokens();
  if (figure.begin < 2 || figure.size() != 1) return false;
  const std::string_view state = document.at(tokens[figure.begin - 1].span);
  const auto is_capital_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  return tokens[figure.begin].span.size() == 5 && state.size() == 2 &&
         std::all_of(state.begin(), state.end(), is_capital_letter) &&
         document.at(tokens[figure.begin - 2].span) == ",";
}

// "4035 Linden Boulevard", "118 Old Mill Road"
bool is_street_number(const Document& document, TokenRange figure) {
  constexpr std::size_t kLongestName = 4;  // words: "Martin Luther King Boulevard"
  static const WordTable kStreets("street_words");
  const auto& tokens = document.tokens();
  if (figure.size() != 1 || !is_digit(document.at(tokens[figure.begin].span).front())) return false;
  for (std::size_t at = figure.end; at < figure.end + kLongestName; ++at) {
    if (!is_capital(document, at)) return false;
    if (kStreets.find(document.at(tokens[at].span))) return true;
  }
  return false;
}

// "747"
bool is_plain_number(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  if (at >= tokens.size()) return false;
  const std::string_view word = document.at(tokens[at].span);
  return word.size() > 1 && word.size() < 5 && std::all_of(word.begin(), word.end(), is_digit);
}

}  // namespace

bool looks_like_verb(std::string_view word) {
  static const WordTable kIrregular("irregular_forms");
  return (word.size() > 3 && word.ends_with("ed")) || (word.size() > 5 && word.ends_with("ing")) ||
         kIrregular.find(word).has_value() ||
         is_one_of(word, {"came", "went", "began", "saw", "took", "made", "met", "got", "gave",
                          "wrote", "won", "found", "told", "said", "heard"});
}

bool is_model(const Document& document, TokenRange figure) {
  static const WordTable kCounts("number_words");
  const auto& tokens = document.tokens();
  if (figure.size() != 1 || !is_plain_number(document, figure.begin)) return false;
  const auto counts = [&](std::size_t at) {
    return tokens[at].shape == Token::Shape::kNumber || kCounts.find(word_at(document, at));
  };
  // "Two [747] jets", "six Boeing [737] jets"; but "in 2012 [747] jets" has two figures.
  const std::size_t at = figure.begin;
  if (at > 0 && kCounts.find(word_at(document, at - 1))) return true;
  return at > 1 && is_capital(document, at - 1) && counts(at - 2);
}

bool is_glued(const Document& document, Span span, bool rounds_a_noun) {
  const std::string& text = document.text();
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
  const char before = span.begin > 0 ? at(span.begin - 1) : '\0';
  const bool word_before =
      span.begin > 1 && is_word_character(code_point_before(text, span.begin - 1).value);
  if (std::string_view("-/.:_@#&*+=\\").find(before) != std::string_view::npos && before != '\0' &&
      word_before)
    return true;
  if (before == '(' && span.begin > 1 &&  // "501(c)(3)"
      (text[span.begin - 2] == ')' || text[span.begin - 2] == ']'))
    return true;
  if (before == '#' || before == '\'' || before == '@' || before == '_') return true;
  if (at(span.begin) == '.' && before != '\0' && before != ' ' && before != '\n') return true;
  const char behind = at(span.end);
  if (behind == '(' && at(span.end + 2) == ')') return true;
  if (before == '[' && behind == ']') return true;  // a footnote
  if (std::string_view(":/-.,").find(behind) != std::string_view::npos && behind != '\0' &&
      is_digit(at(span.end + 1)))
    return true;
  return behind == '-' && !rounds_a_noun;
}

bool is_enumerator(const Document& document, Span span) {
  const std::string& text = document.text();
  if (span.size() > 2 || span.end + 1 >= text.size() || text[span.end] != ')' ||
      text[span.end + 1] != ' ')
    return false;
  const std::string_view ahead = std::string_view(text).substr(0, span.begin);
  if (ahead.empty() || ahead.back() == '\n') return true;
  if (ahead.back() == '(')  // "; (2) to repeal"
    return ahead.size() == 1 || ahead.ends_with("\n(") || ahead.ends_with("; (") ||
           ahead.ends_with(": (") || ahead.ends_with("; and (") || ahead.ends_with(";\n(");
  // "1) a bridge": no bracket is open.
  constexpr std::size_t kLongestBracket = 80;  // bytes
  const std::string_view near =
      ahead.substr(ahead.size() - std::min(ahead.size(), kLongestBracket));
  const std::size_t open = near.rfind('(');
  return open == near.npos || near.find(')', open) != near.npos;
}

bool is_telephone(const Document& document, TokenRange figure) {
  constexpr std::size_t kMostTokens = 14;  // "+44 (0) 20 7946-0018" has ten
  constexpr int kFewestDigits = 9, kLongestGroup = 8;
  static const WordTable kPhoneWords("phone_words");
  const auto& tokens = document.tokens();
  int digits = 0, groups = 0;
  bool bracket = false;
  const auto joins = [&](std::size_t at) {
    const std::string_view word = document.at(tokens[at].span);
    if (is_digit(word.front())) {
      if (word.size() > kLongestGroup || !std::all_of(word.begin(), word.end(), is_digit))
        return false;
      digits += static_cast<int>(word.size());
      ++groups;
      return true;
    }
    bracket = bracket || word == "(" || word == ")";
    return word == "-" || word == "(" || word == ")";
  };
  std::size_t begin = figure.begin, end = figure.begin;
  while (end < tokens.size() && end < figure.begin + kMostTokens && joins(end)) ++end;
  while (begin > 0 && begin + kMostTokens > figure.begin && joins(begin - 1)) --begin;
  if (digits < kFewestDigits || groups < 2) return false;
  if (bracket && groups > 2) return true;
  // "202 555-0134", "202-555-0134"
  std::size_t area = begin;
  while (!is_digit(document.at(tokens[area].span).front())) ++area;
  if (groups == 3 && digits == 10 && tokens[area].span.size() == 3 &&
      tokens[end - 1].span.size() == 4)
    return true;
  for (std::size_t at = begin, back = 0; at > 0 && back < 3; --at, ++back) {
    const std::string_view word = document.at(tokens[at - 1].span);
    if (back == 0 && word == "+") return true;
    if (kPhoneWords.find(word)) return true;
    if (tokens[at - 1].is_word() && back > 0) break;
  }
  return false;
}

bool is_named(const Document& document, TokenRange figure, bool counts) {
  static const WordTable kLabels("labels");
  const auto& tokens = document.tokens();
  if (figure.begin == 0) return false;
  if (is_bill(document, figure) || is_postal_code(document, figure)) return true;
  if (!counts && is_street_number(document, figure)) return true;
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
  return !opens && !is_function_word(word);
}

bool is_pronoun_one(const Document& document, TokenRange figure, bool counts) {
  if (figure.size() != 1 || word_at(document, figure.begin) != "one") return false;
  const std::string before = figure.begin > 0 ? word_at(document, figure.begin - 1) : "";
  const std::string behind = word_at(document, figure.end);
  // "is one of the biggest" says what kind it is, and counts nothing.
  if (behind == "of")
    return is_one_of(before, {"is", "are", "was", "be", "been", "being", "as", "become", "became",
                              "becomes", "becoming", "remains", "remain", "remained"});
  if (behind == "another" ||
      is_one_of(before, {"no", "any", "each", "every", "this", "that", "another", "some", "which"}))
    return true;
  if (counts) return false;
  // "one observer": any word that may be a noun; "one says", "one of".
  const auto& tokens = document.tokens();
  const bool noun = figure.end < tokens.size() && tokens[figure.end].is_word() &&
                    !is_function_word(behind) && !behind.ends_with('s') &&
                    !behind.ends_with("ly") && !looks_like_verb(behind);
  return !noun;
}

bool is_time_unit(std::string_view noun) {
  static const WordTable kUnits("time_units");
  return kUnits.find(noun).has_value();
}

bool is_false_rank(const Document& document, Span span, TokenRange figure) {
  if (is_glued(document, span, true)) return true;
  static const WordTable kRankedNames("ranked_names");
  if (is_capital(document, figure.end) &&
      (is_capital(document, figure.begin) || kRankedNames.find(word_at(document, figure.end))))
    return true;
  // "Safety First"
  if (is_capital(document, figure.begin) && figure.begin > 0 &&
      is_capital(document, figure.begin - 1) &&
      !is_function_word(word_at(document, figure.begin - 1)))
    return true;
  if (is_part_of_time(document, figure)) return true;
  if (word_at(document, figure.begin) != "first" || figure.size() != 1) return false;
  const std::string before = figure.begin > 0 ? word_at(document, figure.begin - 1) : "";
  if (before == "at") return true;
  return !is_determined(document, figure) && looks_like_verb(word_at(document, figure.end));
}

}  // namespace newsfacts
