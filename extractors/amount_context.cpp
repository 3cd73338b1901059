#include "extractors/amount_context.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

#include "corpus/utf8.h"
#include "extractors/amount_roles.h"
#include "extractors/false_numbers.h"
#include "extractors/phrase_table.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

constexpr std::size_t kNounWindow =
    5;  // words behind a figure: "300 heavily armed police officers"

struct Tables {
  PhraseTable before{"approximators"};
  PhraseTable after{"approximators_after"};
  PhraseTable per{"per_units"};
  PhraseTable adverbs{"per_adverbs"};
  WordTable stops{"noun_stops"};
  WordTable nouns{"irregular_plurals"};
  WordTable counts{"number_words"};
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

std::string_view words_between(const Document& document, std::size_t begin, std::size_t end) {
  const auto& tokens = document.tokens();
  return document.at(Span{tokens[begin].span.begin, tokens[end - 1].span.end});
}

// A range and a vague word keep what they say; one figure may be bent.
void bend(Relation relation, Amount* amount) {
  if (amount->relation != Relation::kEqual) return;
  amount->relation = relation;
  if (relation == Relation::kAtLeast) amount->high.reset();
  if (relation == Relation::kAtMost) amount->low.reset();
}

// "$5 a year earlier" is no rate.
bool tells_when(std::string_view word) {
  return word == "earlier" || word == "ago" || word == "before" || word == "later";
}

}  // namespace

Symbol rate_at(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  if (at >= tokens.size()) return {};
  std::size_t next = at;
  if (const auto adverb = tables().adverbs.at(document, &next)) {
    const bool more = document.at(tokens[at].span) == "each" && at + 1 < tokens.size();
    next = at + 1;
    const auto unit = more ? tables().per.at(document, &next) : std::nullopt;
    return Symbol(unit.value_or(*adverb));  // "each", "each year"
  }
  if (document.at(tokens[at].span) == "-") ++at;
  if (at + 1 >= tokens.size()) return {};
  const std::string_view word = document.at(tokens[at].span);
  if (word != "a" && word != "an" && word != "per" && word != "every" && word != "each" &&
      word != "/")
    return {};
  if (document.at(tokens[++at].span) == "-") ++at;
  if (at >= tokens.size()) return {};
  next = at;
  const auto unit = tables().per.at(document, &next);
  if (!unit || (at + 1 < tokens.size() && tells_when(document.at(tokens[at + 1].span)))) return {};
  return Symbol(*unit);
}

namespace {

bool takes_relation(Kind kind) {
  return std::any_of(kSpanConventions.begin(), kSpanConventions.end(), [&](const KindSpan& row) {
    return row.kind == kind && row.convention == SpanConvention::kFigureAndRelation;
  });
}

// The span from token `begin` to `end`, as far as no other mention has a part of it.
void widen(const Document& document, std::size_t begin, std::size_t end, Mention* mention) {
  const auto& tokens = document.tokens();
  const Mention* const first = document.mentions.data();
  const Mention* const last = first + document.mentions.size();
  Span wide = mention->span;
  wide.begin = std::min(wide.begin, tokens[begin].span.begin);
  wide.end = std::max(wide.end, tokens[end - 1].span.end);
  if (mention > first && (mention - 1)->span.end > wide.begin) wide.begin = mention->span.begin;
  if (mention + 1 < last && (mention + 1)->span.begin < wide.end) wide.end = mention->span.end;
  mention->span = wide;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool looks_plural(std::string_view word) {
  return word.size() > 2 && word.ends_with('s') && !ends_with_any(word, {"ss", "us", "is"});
}

std::string singular(std::string_view word) {
  if (word.size() > 4 && word.ends_with("ies"))
    return std::string(word.substr(0, word.size() - 3)) + "y";
  if (ends_with_any(word, {"sses", "xes", "ches", "shes", "zzes"}))
    return std::string(word.substr(0, word.size() - 2));
  return std::string(word.substr(0, word.size() - 1));
}

// "congressmen"; the irregular ones are listed.
bool ends_in_men(std::string_view word) {
  return word.size() > 6 && word.ends_with("men") &&
         !ends_with_any(word, {"imen", "emen", "domen", "umen", "tamen"});
}

// "a loss of $3 million", "a gain of $2 a share": what a business made is no move.  A price may
// have a gain of $2.
bool is_result(const Document& document, std::size_t end, const Amount& amount) {
  static const Decimal kNoPrice(1000, 0);
  const auto& tokens = document.tokens();
  if (end < 2 || document.at(tokens[end - 1].span) != "of") return false;
  const std::string word = folded(document.at(tokens[end - 2].span));
  const auto& size = amount.low ? amount.low : amount.high;
  return (word == "loss" || word == "gain") && (!amount.per.empty() || *size >= kNoPrice);
}

// A capital letter and its point.
bool is_initial(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  if (at + 1 >= tokens.size() || tokens[at + 1].space_before) return false;
  const std::string_view letter = document.at(tokens[at].span);
  return letter.size() == 1 && letter.front() >= 'A' && letter.front() <= 'Z' &&
         document.at(tokens[at + 1].span) == ".";
}

// Units become Symbols, which live for ever: only what has the form of an English noun may.
bool may_be_noun(std::string_view word) {
  return word.size() > 1 && word.size() <= 20 && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

// "Two AK-[47] rifles", "six Boeing [737] jets": the number of a make, before what is counted.
bool ends_designation(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  if (tokens[at].shape != Token::Shape::kNumber || at < 2) return false;
  const bool joined = document.at(tokens[at - 1].span) == "-" && !tokens[at].space_before;
  const Token::Shape make = tokens[joined ? at - 2 : at - 1].shape;
  return make == Token::Shape::kCapital || make == Token::Shape::kUpper;
}

}  // namespace

TokenRange tokens_of(const Document& document, Span span) {
  const auto& tokens = document.tokens();
  const auto starts_before = [](const Token& token, std::uint32_t at) {
    return token.span.begin < at;
  };
  const auto begin = std::lower_bound(tokens.begin(), tokens.end(), span.begin, starts_before);
  auto end = begin;  // near: a mention has few tokens
  while (end != tokens.end() && starts_before(*end, span.end)) ++end;
  return {static_cast<std::size_t>(begin - tokens.begin()),
          static_cast<std::size_t>(end - tokens.begin())};
}

void read_surroundings(const Document& document, Mention* mention) {
  Amount& amount = std::get<Amount>(mention->value);
  const auto& tokens = document.tokens();
  const auto [begin, end] = tokens_of(document, mention->span);
  const std::size_t count = tokens.size();

  // "only about 20", "at least some 50": the nearest phrase bends, the others stress.
  std::size_t left = begin, right = end;
  while (const auto relation = tables().before.before(document, &left))
    bend(*found_in<Relation>(kRelationWords, *relation), &amount);
  if (left == begin && end < count)
    if (const auto trailing = tables().after.at(document, &right))
      bend(*found_in<Relation>(kRelationWords, *trailing), &amount);
  if (takes_relation(mention->kind)) {
    const bool joined = end < count && document.at(tokens[end].span) == "-";
    const bool between = left == begin && left > 0 && amount.relation == Relation::kRange &&
                         folded(document.at(tokens[left - 1].span)) == "between";
    widen(document, between ? left - 1 : left, joined ? right : end, mention);
  }
  if (amount.per.empty()) amount.per = rate_at(document, end);
  if (mention->kind != Kind::kMoney || !is_result(document, left, amount))
    if (const Symbol role = role_before(document, left); !role.empty()) amount.role = role;
}

std::string counted_noun(const Document& document, TokenRange figure, bool alone) {
  const auto& tokens = document.tokens();
  std::size_t at = figure.end;
  const auto word_at = [&](std::size_t i) { return document.at(tokens[i].span); };

  // "10,000-plus hectares".
  if (at + 1 < tokens.size() && word_at(at) == "-" &&
      tables().after.find(words_between(document, at, at + 2)))
    at += 2;
  // "238,000-circulation", "12-point": the noun is joined, and singular already.
  if (at + 1 < tokens.size() && word_at(at) == "-" && !tokens[at].space_before &&
      !tokens[at + 1].space_before && tokens[at + 1].is_word()) {
    const std::string noun = folded(word_at(at + 1));
    return may_be_noun(noun) && !tables().stops.find(noun) ? noun : std::string();
  }
  // "dozens of villages", "two of the women", "5 or more cities".
  static constexpr std::array<std::string_view, 11> kLinks = {
      "or", "more", "fewer", "of", "the", "these", "those", "its", "his", "her", "their"};
  static const auto kLinkHashes = [] {
    std::array<std::uint64_t, kLinks.size()> hashes{};
    std::transform(kLinks.begin(), kLinks.end(), hashes.begin(), token_hash);
    return hashes;
  }();
  static const std::uint64_t of = token_hash("of"), more = token_hash("more");
  for (const std::uint64_t link : kLinkHashes)
    if (at < tokens.size() && tokens[at].hash == link) {
      alone = alone && link != of && link != more;
      ++at;
    }

  // "two 747 jets"
  if (at == figure.end && at < tokens.size() && tokens[at - 1].is_word() &&
      word_at(at).size() > 1 &&
      word_at(at).find_first_not_of("0123456789") == std::string_view::npos)
    ++at;

  std::string noun;
  const std::size_t last = std::min(at + kNounWindow, tokens.size());
  for (; at < last; ++at) {
    if (is_initial(document, at)) {  // "35 U.S. senators"
      ++at;
      continue;
    }
    if (noun.empty() && ends_designation(document, at)) continue;
    if (!tokens[at].is_word()) {
      const bool joins = word_at(at) == "-" && !tokens[at].space_before;
      if (joins && noun.empty()) continue;
      break;
    }
    const std::string word = folded(word_at(at));
    if (tables().stops.find(word) || !may_be_noun(word)) break;
    const bool possessive = at + 1 < tokens.size() && !tokens[at + 1].space_before &&
                            (word_at(at + 1) == "'" || word_at(at + 1) == "’");
    if (possessive) {  // "two of Iraq's mosques"
      at += 2;
      continue;
    }
    const auto listed = tables().nouns.find(word);
    if (!alone && (listed || looks_plural(word))) {
      noun = listed ? std::string(*listed) : singular(word);
    } else if (ends_in_men(word)) {
      noun = word.substr(0, word.size() - 2) + "an";
    } else if (!noun.empty()) {
      break;  // the first run of plurals ends the noun: "police officers | guard"
    } else if (alone && !ends_with_any(word, {"ed", "ing", "ly"}) && !tables().counts.find(word)) {
      // "one American soldier": the last word of the run; kept aside until the run ends.
      const std::string next =
          at + 1 < last && tokens[at + 1].is_word() ? folded(word_at(at + 1)) : std::string();
      const bool ends_here = next.empty() || tables().stops.find(next) ||
                             (looks_like_verb(next) && !next.ends_with("ing"));
      // "1. Miguel Ortiz": a list.
      const bool is_name = tokens[figure.begin].shape == Token::Shape::kNumber &&
                           tokens[at].shape == Token::Shape::kCapital;
      if (ends_here) return is_name ? std::string() : word;
    }
  }
  return noun;
}

void insert_mentions(Document* document, std::vector<Mention> added) {
  if (added.empty()) return;
  std::vector<Mention>& mentions = document->mentions;
  // Where each of the old ones comes to stand.
  std::vector<int> moved(mentions.size(), 0);
  std::size_t before = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    while (before < added.size() && added[before].span < mentions[i].span) ++before;
    moved[i] = static_cast<int>(i + before);
  }
  for (Mention& mention : mentions)
    if (auto* amount = std::get_if<Amount>(&mention.value); amount && amount->converts >= 0)
      amount->converts = moved[static_cast<std::size_t>(amount->converts)];
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  mentions.insert(mentions.end(), std::make_move_iterator(added.begin()),
                  std::make_move_iterator(added.end()));
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

void remove_mentions(Document* document, const std::vector<bool>& unwanted) {
  assert(unwanted.size() == document->mentions.size());
  if (std::find(unwanted.begin(), unwanted.end(), true) == unwanted.end()) return;
  std::vector<int> moved(unwanted.size(), -1);
  int kept = 0;
  for (std::size_t i = 0; i < unwanted.size(); ++i)
    if (!unwanted[i]) moved[i] = kept++;
  for (Mention& mention : document->mentions)
    if (auto* amount = std::get_if<Amount>(&mention.value); amount && amount->converts >= 0)
      amount->converts = moved[static_cast<std::size_t>(amount->converts)];
  std::size_t next = 0;
  for (std::size_t i = 0; i < unwanted.size(); ++i)
    if (!unwanted[i]) {
      if (next != i) document->mentions[next] = std::move(document->mentions[i]);
      ++next;
    }
  document->mentions.resize(next);
}

}  // namespace newsfacts
