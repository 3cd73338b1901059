#include "extractors/amount_roles.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "corpus/utf8.h"
#include "extractors/amount_context.h"
#include "extractors/phrase_table.h"
#include "extractors/surroundings.h"

namespace newsfacts {
namespace {

constexpr std::size_t kObject = 6;     // tokens: "increased its stake in the firm from"
constexpr std::size_t kFarthest = 10;  // tokens: "to $5 billion in the third quarter from"

struct Tables {
  PhraseTable roles{"amount_roles"};
  PhraseTable before{"approximators"};
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Words {
 public:
  explicit Words(const Document& document) : document_(document), tokens_(document.tokens()) {}

  std::string at(std::size_t token) const { return folded(document_.at(tokens_[token].span)); }
  bool is_word(std::size_t token) const { return tokens_[token].is_word(); }

  std::optional<std::string_view> phrase_before(const PhraseTable& table, std::size_t* end) const {
    return table.before(document_, end);
  }

  // Whether a sentence or a clause ends among the tokens from `begin` to `end`.
  bool part_between(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (is_one_of(document_.at(tokens_[i].span), {".", "!", "?", ";", ":", "\""})) return true;
    return begin < end &&
           document_.at(Span{tokens_[begin].span.begin, tokens_[end - 1].span.end}).find('\n') !=
               std::string_view::npos;
  }

 private:
  const Document& document_;
  const std::vector<Token>& tokens_;
};

bool is_adverb(std::string_view word) {
  return (word.size() > 4 && word.ends_with("ly")) ||
         is_one_of(word, {"further", "again", "back", "just", "another", "only", "even"});
}

// "rise" of "rise-by"; empty where the role is of no move.
std::string_view stem_of(Symbol role) {
  const std::string_view name = role.str();
  const std::size_t dash = name.rfind('-');
  return dash == name.npos ? std::string_view() : name.substr(0, dash);
}

Symbol joined(std::string_view stem, std::string_view end) {
  return Symbol(std::string(stem) + "-" + std::string(end));
}

// What a row says; "-" is no role: "made up", "shut down".
Symbol role_of(std::string_view row) {
  return row == "-" ? Symbol() : Symbol(row);
}

// The role of the verb that goes with the "to", "from" or "by" at token `link`, its object between
// them: "raised its dividend to".
Symbol verb_before(const Words& words, std::size_t link) {
  std::size_t begin = link + 1;
  if (const auto role = words.phrase_before(tables().roles, &begin)) return role_of(*role);
  const std::string behind = " " + words.at(link);
  for (std::size_t at = link; at > 0 && link - at < kObject;) {
    --at;
    const std::string word = words.at(at);
    if (words.part_between(at, at + 1) || word == ",") return {};
    if (const auto role = tables().roles.find(word + behind)) return role_of(*role);
    if (at + 1 == link && is_one_of(word, {"according", "due", "thanks", "owing", "up", "close",
                                           "range", "ranges", "ranged", "ranging"}))
      return {};
  }
  return {};
}

// Whether nothing but a rate, a comma or a date stands between a figure and "to".
bool adjoins(const Document& document, const Words& words, std::size_t end, std::size_t to,
             std::size_t mention) {
  if (end < to && is_one_of(words.at(end), {"a", "an", "per", "each"})) end += 2;
  if (end < to && words.at(end) == ",") ++end;
  if (mention + 1 < document.mentions.size() && !is_amount(document.mentions[mention + 1].kind)) {
    const TokenRange date = tokens_of(document, document.mentions[mention + 1].span);
    if (date.begin <= end + 1 && date.end <= to) end = date.end;
    if (end < to && words.at(end) == ",") ++end;
  }
  return end == to;
}

// "fell $4 to $35": each has its sign, and the second is of another size.
bool is_step(const Document& document, const Mention& range, std::size_t second) {
  const std::string_view text = document.at(range.span);
  const auto is_figure = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  // "fell 88 tonnes to 712 tonnes"
  static const Symbol kTwice("quantity/range-twice");
  if (range.rule != kTwice && (range.kind != Kind::kMoney || is_figure(0) || is_figure(second)))
    return false;
  const Amount& amount = *range.amount();
  const auto thrice = amount.low->times(Decimal(3, 0));
  return thrice && *amount.high >= *thrice;
}

}  // namespace

Symbol role_before(const Document& document, std::size_t end) {
  const Words words(document);
  std::size_t begin = end;
  if (const auto role = words.phrase_before(tables().roles, &begin)) return role_of(*role);
  if (begin == 0) return {};
  static const WordSet kLinks = word_set({"to", "from", "by"});
  if (kLinks.contains(document.tokens()[begin - 1].hash)) return verb_before(words, begin - 1);
  if (begin < 2 || !words.is_word(begin - 1) || !is_adverb(words.at(begin - 1)))
    return {};  // "rose another"
  const auto role = tables().roles.find(words.at(begin - 2));
  return role ? role_of(*role) : Symbol();
}

void part_moves(Document* document) {
  const Words words(*document);
  auto& mentions = document->mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!is_amount(mentions[i].kind) || mentions[i].amount()->relation != Relation::kRange)
      continue;
    constexpr std::string_view kTo = " to ";
    const std::size_t to = document->at(mentions[i].span).find(kTo);
    const std::size_t begin = tokens_of(*document, mentions[i].span).begin;
    if (to == std::string_view::npos || begin == 0) continue;
    const bool is_from = words.at(begin - 1) == "from";
    const Symbol role = is_from ? verb_before(words, begin - 1)
                        : is_step(*document, mentions[i], to + kTo.size())
                            ? role_before(*document, begin)
                            : Symbol();
    const std::string_view move = stem_of(role);
    // "went from": neither up nor down.
    const bool is_neutral = is_from && role.str() == "from";
    if (!is_neutral && (move.empty() || !role.str().ends_with(is_from ? "-from" : "-by"))) continue;

    Mention second = mentions[i];
    Amount& from = std::get<Amount>(mentions[i].value);
    Amount& until = std::get<Amount>(second.value);
    from.relation = until.relation = Relation::kEqual;
    from.high = from.low;
    until.low = until.high;
    from.role = role;
    until.role = is_neutral ? Symbol("to") : joined(move, "to");
    second.span.begin = mentions[i].span.begin + static_cast<std::uint32_t>(to + kTo.size());
    mentions[i].span.end = mentions[i].span.begin + static_cast<std::uint32_t>(to);
    mentions.insert(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(second));
    ++i;
  }
}

void follow_moves(Document* document) {
  const Words words(*document);
  constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t mover = kNone;  // the last figure of the move
  std::size_t end = 0;        // the token behind it
  for (std::size_t i = 0; i < document->mentions.size(); ++i) {
    if (!is_amount(document->mentions[i].kind)) continue;
    Amount& amount = std::get<Amount>(document->mentions[i].value);
    const TokenRange figure = tokens_of(*document, document->mentions[i].span);
    if (mover != kNone && (words.part_between(end, figure.begin) || figure.begin - end > kFarthest))
      mover = kNone;
    if (mover != kNone && amount.role.empty()) {
      const Symbol role = document->mentions[mover].amount()->role;
      std::size_t left = figure.begin;
      words.phrase_before(tables().before, &left);
      const std::string link = left > end ? words.at(left - 1) : std::string();
      if (role.str() == "from") {  // "went from": neither up nor down
        if (link == "to" && adjoins(*document, words, end, left - 1, mover))
          amount.role = Symbol("to");
      } else if (link == "from" ||
                 (link == "to" && adjoins(*document, words, end, left - 1, mover)))
        amount.role = joined(stem_of(role), link);
      else if (link == "at" && role.str().ends_with("-by") &&
               adjoins(*document, words, end, left - 1, mover))
        amount.role = joined(stem_of(role), "to");
    }
    if (stem_of(amount.role).empty() && amount.role.str() != "from") continue;
    mover = i;
    end = figure.end;
  }
}

}  // namespace newsfacts
