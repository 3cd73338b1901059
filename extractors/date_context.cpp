#include "extractors/date_context.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsfacts {

Bound bound_of(const Surroundings& around) {
  static const WordSet until =
      word_set({"until", "till", "til", "through", "thru", "by", "ending"});
  static const WordSet from = word_set({"since", "from", "starting", "beginning"});
  static const WordSet before = word_set({"before"});
  static const WordSet after = word_set({"after", "following"});
  static const WordSet passed_over =
      word_set({"the", "end", "of", "start", "close", "middle", "year", "in", "on", "late", "early",
                "mid", "fiscal"});
  static const std::uint64_t to = token_hash("to");
  constexpr std::size_t kPassed = 5, kRange = 8;
  for (std::size_t i = 1; i <= kPassed; ++i) {
    const Token* token = around.before(i);
    if (!token) return Bound::kNone;
    if (until.contains(token->hash)) return Bound::kUntil;
    if (from.contains(token->hash)) return Bound::kFrom;
    if (before.contains(token->hash)) return Bound::kBefore;
    if (after.contains(token->hash)) return Bound::kAfter;
    if (token->hash == to) {  // "from March to May"
      for (std::size_t k = i + 1; k <= i + kRange; ++k)
        if (const Token* other = around.before(k); other && from.contains(other->hash))
          return Bound::kUntil;
      return Bound::kNone;
    }
    if (!passed_over.contains(token->hash)) return Bound::kNone;
  }
  return Bound::kNone;
}

bool is_since(const Surroundings& around) {
  static const std::uint64_t since = token_hash("since");
  const Token* const token = around.before();
  return token && token->hash == since;
}

bool is_compared(const Surroundings& around) {
  static const WordSet against = word_set({"than", "compared", "versus", "vs", "against"});
  static const std::uint64_t from = token_hash("from"), forecast = token_hash("forecast");
  constexpr std::size_t kReach = 16;
  const Token* later = nullptr;
  for (std::size_t i = 1; i <= kReach; ++i) {
    const Token* const token = around.before(i);
    if (!token) return false;
    const bool is_expectation =  // "lower than forecast", "better than expected"
        later && (later->hash == forecast || around.words(*later).ends_with("ed"));
    if (against.contains(token->hash) && !is_expectation) return true;
    if (token->hash == from) return later && !later->is_word();  // "from $2 million"
    later = token;
  }
  return false;
}

bool is_range(const Document& document, std::size_t at) {
  static constexpr std::array<std::string_view, 7> kTo = {"-",          "–",         "—",     " to ",
                                                          " through ", " until ", " till "};
  static const std::uint64_t between = token_hash("between");
  const Span from = document.mentions[at].span, to = document.mentions[at + 1].span;
  const std::string_view joint = document.at({from.end, to.begin});
  if (std::find(kTo.begin(), kTo.end(), joint) != kTo.end() || joint == "-to-") return true;
  const Token* const token = Surroundings(document, from).before();
  return joint == " and " && token && token->hash == between;
}

namespace {

// "page 1999", "$ 2000", "Windows 2000": a number that names or counts.
bool is_no_year(const Surroundings& around) {
  static const WordSet named =
      word_set({"page", "room", "flight", "route", "highway", "no", "number", "article", "section",
                "chapter", "windows", "model", "suite", "box", "channel", "bill", "resolution"});
  const Token* token = around.before();
  if (!token) return false;
  if (named.contains(token->hash)) return true;
  static constexpr std::array<std::string_view, 8> kSigns = {"$", "€", "£", "¥",
                                                             "#", "№", "+", "="};
  return std::find(kSigns.begin(), kSigns.end(), around.words(*token)) != kSigns.end();
}

// "the March for Jobs", "his March to the Sea".
bool is_rally(const Token* before, const Token* behind, std::string_view month) {
  static const WordSet owners = word_set({"the", "a", "s", "his", "her", "their", "our", "this"});
  static const WordSet aims = word_set({"for", "on", "to", "against"});
  return month == "March" && before && behind && owners.contains(before->hash) &&
         aims.contains(behind->hash);
}

// "May the best team win", at the start of a sentence.
bool is_wish(const Token* before, const Token* behind, std::string_view month) {
  static const WordSet wishers =
      word_set({"i",  "you",  "he",  "she", "it",    "we",  "they", "my",   "your", "his",  "her",
                "its", "our", "their", "the", "this", "these", "all", "both", "every", "god"});
  return month == "May" && (!before || !before->is_word()) && behind &&
         wishers.contains(behind->hash);
}

// "June Carter", "April Jones", "Theresa May": a month alone among capitals is a name, if no
// preposition stands before it.
bool is_no_month(std::string_view mention, const Surroundings& around) {
  if (around.size() > 1) return false;  // "last June"
  static const WordSet prepositions = word_set(
      {"in",     "on",     "by",    "since",   "until", "till", "from", "through", "of",   "for",
       "during", "before", "after", "between", "and",   "or",   "to",   "last",    "next", "this"});
  const Token* before = around.before();
  const Token* behind = around.behind();
  if (is_rally(before, behind, mention) || is_wish(before, behind, mention)) return true;
  if (before && prepositions.contains(before->hash)) return false;
  if (behind && behind->shape == Token::Shape::kCapital && behind->space_before) return true;
  return before && before->shape == Token::Shape::kCapital && around.before(2);
}

// "player of the year", "person of the week".
bool is_no_unit(const Surroundings& around) {
  static const std::uint64_t of = token_hash("of");
  const Token* token = around.before();
  return token && token->hash == of;
}

}  // namespace

bool is_no_date(const Document& document, const Mention& mention) {
  static const Symbol year("date/year"), month("date/month"), unit("relative/unit");
  if (mention.rule != year && mention.rule != month && mention.rule != unit) return false;
  const Surroundings around(document, mention.span);
  if (mention.rule == year) return is_no_year(around);
  if (mention.rule == month) return is_no_month(document.at(mention.span), around);
  return is_no_unit(around);
}

}  // namespace newsfacts
