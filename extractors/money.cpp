#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/unit.h"
#include "corpus/utf8.h"
#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/amount_roles.h"
#include "extractors/currency_context.h"
#include "extractors/surroundings.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

// What a row of the currency vocabularies says: "USD?/100" is a hundredth of what is a US dollar
// unless the document tells otherwise.
struct CurrencyRow {
  std::string_view code;
  bool shared = false;
  std::optional<Decimal> factor;
};

CurrencyRow row_of(std::string_view reading) {
  CurrencyRow row;
  row.code = reading.substr(0, 3);
  reading.remove_prefix(std::min<std::size_t>(3, reading.size()));
  row.shared = reading.starts_with('?');
  if (row.shared) reading.remove_prefix(1);
  if (reading == "/100") row.factor = Decimal(1, -2);
  if (reading == "/1e8") row.factor = Decimal(1, -8);
  if (reading == "*1000") row.factor = Decimal(1, 3);
  return row;
}

// Of these a thousandth is no sum: a point before three digits groups them.
bool has_no_cents(std::string_view code) {
  return code == "IDR" || code == "VND" || code == "PYG" || code == "CLP";
}

// Signs made of letters are capitals: "R120" and "Rs 5" are money, "r120" is not, and a code is
// all capitals, or "try 5 million" would be Turkish.
bool letters_fit(std::string_view sign, std::string_view code) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  static const WordTable kNames("currency_names"), kWords("currency_words"),
      kCounted("currency_counted");
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  // "US $5" is money of the United States, "it cost us $5" is not.
  if (sign.find(' ') != sign.npos && sign.find('$') != sign.npos) return is_capital(sign.front());
  if (!std::all_of(sign.begin(), sign.end(), is_letter) || sign.size() > 3) return true;
  if (kNames.find(sign) || kWords.find(sign) || kCounted.find(sign)) return true;  // yen, won, zl
  if (folded(sign) == folded(code)) return std::all_of(sign.begin(), sign.end(), is_capital);
  return is_capital(sign.front());
}

// "a 44-pound (20-kg) drum", "20 kg (44 pounds)": the other side of the bracket is a mass.
bool converts_mass(const Document& document, std::size_t i) {
  const auto& mentions = document.mentions;
  const auto is_mass = [&](const Mention& mention) {
    return mention.kind == Kind::kQuantity && dimension_of(mention.amount()->unit.str()) == "mass";
  };
  const auto opens = [&](const Mention& before, const Mention& behind) {
    return behind.span.begin >= before.span.end &&
           document.at(Span{before.span.end, behind.span.begin}) == " (";
  };
  return (i + 1 < mentions.size() && is_mass(mentions[i + 1]) &&
          opens(mentions[i], mentions[i + 1])) ||
         (i > 0 && is_mass(mentions[i - 1]) && opens(mentions[i - 1], mentions[i]));
}

bool ends_in_pounds(const Document& document, TokenRange figure) {
  static const WordSet kPounds = word_set({"pound", "pounds"});
  return kPounds.contains(document.tokens()[figure.end - 1].hash);
}

// "200 pounds" of muscle.  Sterling needs no help: it is the default.
bool is_weight(const Document& document, std::size_t sum) {
  const Mention& mention = document.mentions[sum];
  const TokenRange figure = tokens_of(document, mention.span);
  if (!ends_in_pounds(document, figure)) return false;
  static const WordTable kWeight("weight_words");
  static const WordTable kFinance("finance_words");
  const std::string words = folded(document.at(mention.span));
  if (words.find("british") != words.npos) return false;
  if (converts_mass(document, sum)) return true;
  if (sum + 1 < document.mentions.size() && document.mentions[sum + 1].kind == Kind::kMoney &&
      converts(document, mention.span, document.mentions[sum + 1].span))
    return false;  // "the weight of 800 million pounds ($1.3 billion)"
  const auto& tokens = document.tokens();
  const auto word_at = [&](std::size_t i) { return document.at(tokens[i].span); };
  const auto& low = mention.amount()->low;
  const bool small = low && *low < Decimal(1, 4);
  // "an 800-pound boulder", where no fine or prize follows.
  if (small && words.ends_with("pound")) {
    const std::size_t last = std::min(figure.end + 2, tokens.size());
    static const WordTable kFunction("function_words");
    bool money = figure.end == tokens.size() || !tokens[figure.end].is_word() ||
                 kFunction.find(word_at(figure.end));
    for (std::size_t i = figure.end; i < last; ++i) money = money || kFinance.find(word_at(i));
    if (!money) return true;
  }
  // "lost 20 pounds": of oneself, where it is not thousands.
  static const WordTable kBody("body_weight_words");
  if (small && figure.begin > 0 && kBody.find(word_at(figure.begin - 1))) return true;
  for (std::size_t i = figure.begin - std::min<std::size_t>(figure.begin, 4); i < figure.begin; ++i)
    if (kWeight.find(word_at(i))) return true;
  if (figure.end + 1 < tokens.size() && folded(word_at(figure.end)) == "of") {
    // "of exceptional charges", "of start-up costs"; "of his 500,000 pounds": a part of a sum.
    static const WordSet kEnds = word_set(
        {"and", "in", "with", "for", "to", "from", "on", "at", ".", ",", ";", "(", ")", ":"});
    static const WordSet kWhose = word_set({"the", "its", "his", "her", "their", "a", "total"});
    bool whose = true;
    std::size_t last = std::min(figure.end + 4, tokens.size());
    for (std::size_t i = figure.end + 1; i < last; ++i) {
      if (word_at(i) == "-") last = std::min(last + 2, tokens.size());  // one word
      if (kEnds.contains(tokens[i].hash)) break;
      if (kFinance.find(word_at(i))) return false;
      if (whose && tokens[i].shape == Token::Shape::kNumber) return false;
      whose = whose && kWhose.contains(tokens[i].hash);
    }
    return true;
  }
  return figure.end < tokens.size() && kWeight.find(word_at(figure.end)).has_value();
}

// Where some pounds are a weight and none is sterling by its sign, its name or the story, those
// that nothing tells are weights, too; not millions of them.
void move_likely_weights(const Document& document, std::vector<std::size_t>* sums,
                         std::vector<std::size_t>* weights) {
  static const Symbol kSterling("GBP");
  static const Decimal kMillion(1, 6);
  const auto amount_of = [&](std::size_t i) -> const Amount& {
    return *document.mentions[i].amount();
  };
  const auto is_bare = [&](std::size_t i) {  // "300 pounds", in no country that pays with them
    return amount_of(i).currency_basis == CurrencyBasis::kDefault &&
           ends_in_pounds(document, tokens_of(document, document.mentions[i].span));
  };
  const auto is_told = [&](std::size_t i) { return amount_of(i).unit == kSterling && !is_bare(i); };
  const auto stays = [&](std::size_t i) {
    const auto& size = amount_of(i).low ? amount_of(i).low : amount_of(i).high;
    return amount_of(i).unit != kSterling || !size || *size >= kMillion;
  };
  if (std::any_of(sums->begin(), sums->end(), is_told)) return;
  const auto middle = std::stable_partition(sums->begin(), sums->end(), stays);
  weights->insert(weights->end(), middle, sums->end());
  sums->erase(middle, sums->end());
}

// "measured in 1977 dollars": the dollars of a year.
bool is_dollars_of_year(const Document& document, const Mention& mention, std::size_t begin) {
  const std::string_view words = document.at(mention.span);
  if (begin == 0 || words.size() < 11 || !(words.starts_with("19") || words.starts_with("20")))
    return false;
  if (words.substr(4) != " dollars") return false;
  const std::string_view before = document.at(document.tokens()[begin - 1].span);
  return before == "in" || before == "constant";
}

// "Flight RM 204": letters and a number behind such a word are a name.
void drop_false_sums(Document* document) {
  static const WordTable kLabels("labels");
  const auto& tokens = document->tokens();
  std::vector<bool> unwanted(document->mentions.size(), false);
  for (std::size_t i = 0; i < unwanted.size(); ++i) {
    const Mention& mention = document->mentions[i];
    if (mention.kind != Kind::kMoney) continue;
    const std::size_t begin = tokens_of(*document, mention.span).begin;
    unwanted[i] = is_dollars_of_year(*document, mention, begin);
    if (unwanted[i]) continue;
    unwanted[i] = begin > 0 &&
                  is_word_character(code_point_at(document->text(), mention.span.begin).value) &&
                  !is_digit(document->text()[mention.span.begin]) && tokens[begin].is_word() &&
                  kLabels.find(document->at(tokens[begin - 1].span));
  }
  remove_mentions(document, unwanted);
}

// A hyphen that joins is no minus: "a one-off-$5 charge".
void drop_false_minus(const Document& document, Mention* mention) {
  const CodePoint first = code_point_at(document.text(), mention->span.begin);
  if ((first.value != '-' && first.value != U'−') || mention->span.begin == 0) return;
  if (!is_word_character(code_point_before(document.text(), mention->span.begin).value)) return;
  mention->span.begin += first.size;
  Amount& amount = std::get<Amount>(mention->value);
  for (auto* end : {&amount.low, &amount.high})
    if (*end) *end = Decimal(-(*end)->digits(), (*end)->exponent());
}

// "325.5p" in pounds, "17c" in dollars.
std::optional<Reading> read_pence(const Fields& fields) {
  const auto pence = read_numeral(fields.words("pence"));
  if (!pence) return std::nullopt;
  Amount amount;
  amount.low = amount.high = pence->value.scaled(-2);
  amount.unit = Symbol(fields.has("cent") ? "USD" : "GBP");
  amount.currency_basis = CurrencyBasis::kDefault;
  return Reading{Kind::kMoney, amount};
}

std::optional<Amount> exactly(const std::optional<Decimal>& value) {
  if (!value) return std::nullopt;
  Amount amount;
  amount.low = amount.high = value;
  return amount;
}

// "400-plus billion", "40-odd million".
std::optional<Amount> read_rounded(const Fields& fields) {
  const auto head = read_numeral(fields.words("head")), tail = read_numeral(fields.words("tail"));
  auto amount = head && tail ? exactly(head->value.times(tail->value)) : std::nullopt;
  if (!amount) return std::nullopt;
  if (folded(fields.words("plus")) == "-odd") {
    amount->relation = Relation::kAbout;
  } else {
    amount->relation = Relation::kAtLeast;
    amount->high.reset();
  }
  return amount;
}

// "6" of "from 6 to 5 million euros", where the scale reaches back.
std::optional<Amount> read_shared(const Fields& fields) {
  const auto first = read_numeral(fields.words("first")), then = read_numeral(fields.words("then"));
  if (!first || !then) return std::nullopt;
  return exactly(first->power == 0 && !first->grouped ? first->value.scaled(then->power)
                                                      : first->value);
}

// "the ringgit 2.5 million": a name before its sum has a capital.
bool stands_small_before(std::string_view sign, std::string_view large) {
  static const WordTable kBefore("currency_before");
  return sign.data() < large.data() && (sign.front() < 'A' || sign.front() > 'Z') &&
         kBefore.find(sign);
}

// "2 roubles 60 kopecks", and no pounds and kopecks.
bool is_hundredth(std::string_view small, const CurrencyRow& row) {
  return !row.factor && (small == "*" || small.find(row.code) != small.npos);
}

bool is_scaled(const Fields& fields) {
  const auto numeral = read_numeral(fields.words(fields.has("words") ? "words" : "amount"));
  return numeral && numeral->power > 0;
}

// What the fields say without the currency: of dollars, cents or crores.
std::optional<Amount> read_sum(const Fields& fields) {
  const bool one = fields.has("one") || fields.has("rate");
  if (one && !fields.has("cents")) return exactly(Decimal(1, 0));
  if (fields.has("plus")) return read_rounded(fields);
  if (fields.has("large")) {
    const auto large = read_numeral(fields.words("large"));
    return large ? exactly(large->value) : std::nullopt;
  }
  if (fields.has("first")) return read_shared(fields);
  auto amount = one ? exactly(Decimal(1, 0)) : read_amount(fields);
  if (fields.has("of") && !is_scaled(fields)) return std::nullopt;  // "three of dollars"
  if (amount && fields.has("mega")) amount = scaled_by(*amount, Decimal(1, 6));
  if (amount && fields.has("cents")) {
    const auto cents = read_numeral(fields.words("cents"));
    if (!cents || !amount->low) return std::nullopt;
    amount = exactly(amount->low->plus(cents->value.scaled(-2)));
  }
  return amount;
}

}  // namespace

std::optional<Reading> read_money(const Fields& fields) {
  if (fields.has("pence")) return read_pence(fields);
  const std::string_view name = fields.has("dollar") ? "dollar" : "currency";  // "C90 cents"
  const std::string_view sign = fields.words(name);
  const CurrencyRow row = row_of(fields[name]);
  // "nzd$15": a code grown together with a sign is one, even in small letters.
  const std::string_view doubled = fields.words("doubled");
  const bool joined = !doubled.empty() && sign.data() + sign.size() == doubled.data();
  if ((!joined && !letters_fit(sign, row.code)) || sign == "Cent")
    return std::nullopt;  // 50 Cent sings
  if (fields.has("large") && stands_small_before(sign, fields.words("large"))) return std::nullopt;
  if (fields.has("small") && !is_hundredth(fields["small"], row)) return std::nullopt;
  std::optional<Amount> amount = read_sum(fields);
  if (amount && row.factor) {
    if (fields.has("doubled")) return std::nullopt;  // "$5 cents"
    amount = scaled_by(*amount, *row.factor);
  }
  if (amount && has_no_cents(row.code) && amount->low && amount->low->exponent() == -3)
    amount = scaled_by(*amount, Decimal(1, 3));  // "Rp 45.500"
  if (!amount) return std::nullopt;
  amount->unit = Symbol(row.code);
  amount->currency_basis = row.shared ? CurrencyBasis::kDefault : CurrencyBasis::kExplicit;
  return Reading{Kind::kMoney, *amount};
}

void settle_money(Document& document) {
  part_moves(&document);
  drop_false_sums(&document);
  std::vector<std::size_t> sums, weights;
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind != Kind::kMoney) continue;
    drop_false_minus(document, &mention);
    (is_weight(document, i) ? weights : sums).push_back(i);
  }
  settle_currencies(document, sums);
  if (!weights.empty()) move_likely_weights(document, &sums, &weights);

  for (const std::size_t i : weights) {
    document.mentions[i].kind = Kind::kQuantity;
    Amount& amount = std::get<Amount>(document.mentions[i].value);
    amount.unit = Symbol("pound");
    amount.currency_basis = CurrencyBasis::kNone;
    read_surroundings(document, &document.mentions[i]);
  }
  for (const std::size_t i : sums) read_surroundings(document, &document.mentions[i]);
  link_conversions(document, sums);
}

}  // namespace newsfacts
