#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/utf8.h"
#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
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
  if (reading == "*1000") row.factor = Decimal(1, 3);
  return row;
}

// Signs made of letters are capitals: "R120" and "Rs 5" are money, "r120" is not, and a code is
// all capitals, or "try 5 million" would be Turkish.
bool letters_fit(std::string_view sign, std::string_view code) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  static const WordTable kNames("currency_names"), kWords("currency_words");
  if (!std::all_of(sign.begin(), sign.end(), is_letter) || sign.size() > 3) return true;
  if (kNames.find(sign) || kWords.find(sign)) return true;  // yen, won
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (folded(sign) == folded(code)) return std::all_of(sign.begin(), sign.end(), is_capital);
  return is_capital(sign.front());
}

Symbol family_of(Symbol code) {
  static const WordTable kFamilies("currency_families");
  const auto family = kFamilies.find(code.str());
  return family ? Symbol(*family) : Symbol();
}

// Where the article was filed or published, as the currency that is paid with there: the first
// words of a dateline ("SYDNEY (Reuters) -"), else the top-level domain of the site.
std::optional<Symbol> currency_of_place(const Document& document) {
  static const WordTable kPlaces("currency_places");
  for (const Sentence& sentence : document.sentences) {
    if (sentence.role != Role::kDateline) continue;
    const std::string_view line = document.at(sentence.span);
    const std::string_view place = line.substr(0, line.find_first_of(",(/-"));
    const std::size_t end = place.find_last_not_of(' ');
    if (end == place.npos) continue;
    if (const auto code = kPlaces.find(place.substr(0, end + 1))) return Symbol(*code);
  }
  std::string_view host = document.metadata.url;
  if (const std::size_t scheme = host.find("://"); scheme != host.npos)
    host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?"));
  if (const std::size_t dot = host.rfind('.'); dot != host.npos)
    if (const auto code = kPlaces.find(host.substr(dot))) return Symbol(*code);
  return std::nullopt;
}

// The currencies that a document names in full, one of each family; none of a family of which
// it names two.
class NamedCurrencies {
 public:
  explicit NamedCurrencies(const Document& document) {
    for (const Mention& mention : document.mentions)
      if (mention.kind == Kind::kMoney &&
          mention.amount()->currency_basis == CurrencyBasis::kExplicit)
        add(mention.amount()->unit);
  }

  std::optional<Symbol> of(Symbol family) const {
    for (const auto& [known, code] : named_)
      if (known == family) return code;
    return std::nullopt;
  }

 private:
  void add(Symbol code) {
    const Symbol family = family_of(code);
    if (family.empty()) return;
    for (auto& [known, named] : named_)
      if (known == family) {
        if (named != code) named.reset();
        return;
      }
    named_.emplace_back(family, code);
  }

  std::vector<std::pair<Symbol, std::optional<Symbol>>> named_;  // a handful at most
};

// "200 pounds" of muscle.  Sterling needs no help: it is the default.
bool is_weight(const Document& document, const Mention& mention, TokenRange figure) {
  static const WordTable kWeight("weight_words");
  static const WordTable kFinance("finance_words");
  const std::string words = folded(document.at(mention.span));
  if (!words.ends_with("pound") && !words.ends_with("pounds")) return false;
  if (words.find("british") != words.npos) return false;
  const auto& tokens = document.tokens();
  const auto word_at = [&](std::size_t i) { return document.at(tokens[i].span); };
  for (std::size_t i = figure.begin - std::min<std::size_t>(figure.begin, 4); i < figure.begin; ++i)
    if (kWeight.find(word_at(i))) return true;
  if (figure.end + 1 < tokens.size() && folded(word_at(figure.end)) == "of") {
    for (std::size_t i = figure.end + 1; i < std::min(figure.end + 4, tokens.size()); ++i)
      if (kFinance.find(word_at(i))) return false;
    return true;
  }
  return figure.end < tokens.size() && kWeight.find(word_at(figure.end)).has_value();
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

// "$1 billion (approximately 159 billion yen)", "two million euros, or $2.6 million,": between
// the sums stand a bracket or "or", and at most a few words.
bool converts(const Document& document, Span first, Span second) {
  constexpr std::size_t kWidest = 40;  // bytes: " a share (or approximately "
  if (second.begin < first.end || second.begin - first.end > kWidest) return false;
  const std::string_view gap = document.at(Span{first.end, second.begin});
  if (gap.find_first_of(").;\n") != gap.npos) return false;
  if (gap.find('(') != gap.npos) return true;
  return gap.starts_with(", or ") || gap.starts_with(" or ") || gap.starts_with(" ($");
}

// Whether the neighbour that the sum `k` converts, or that converts it, is in `currency`: then the
// sum itself is in another ("10.5 million Australian dollars ($7.5 million)").
bool converts_to(const Document& document, const std::vector<std::size_t>& sums, std::size_t k,
                 Symbol currency) {
  const auto meets = [&](std::size_t first, std::size_t second, std::size_t other) {
    const auto& mentions = document.mentions;
    return mentions[sums[other]].amount()->unit == currency &&
           mentions[sums[other]].amount()->currency_basis == CurrencyBasis::kExplicit &&
           converts(document, mentions[sums[first]].span, mentions[sums[second]].span);
  };
  return (k > 0 && meets(k - 1, k, k - 1)) || (k + 1 < sums.size() && meets(k, k + 1, k + 1));
}

// "325.5p" in pounds.
std::optional<Reading> read_pence(const Fields& fields) {
  const auto pence = read_numeral(fields.words("pence"));
  if (!pence) return std::nullopt;
  Amount amount;
  amount.low = amount.high = pence->value.scaled(-2);
  amount.unit = Symbol("GBP");
  amount.currency_basis = CurrencyBasis::kDefault;
  return Reading{Kind::kMoney, amount};
}

}  // namespace

std::optional<Reading> read_money(const Fields& fields) {
  if (fields.has("pence")) return read_pence(fields);
  const std::string_view sign = fields.words("currency");
  const CurrencyRow row = row_of(fields["currency"]);
  if (!letters_fit(sign, row.code) || sign == "Cent") return std::nullopt;  // 50 Cent sings
  std::optional<Amount> amount;
  if (fields.has("large")) {
    const auto large = read_numeral(fields.words("large"));
    if (!large) return std::nullopt;
    amount.emplace();
    amount->low = amount->high = large->value;
  } else {
    amount = read_amount(fields);
  }
  if (amount && row.factor) amount = scaled_by(*amount, *row.factor);
  if (!amount) return std::nullopt;
  if (fields.has("cents")) {
    const auto cents = read_numeral(fields.words("cents"));
    if (!cents || !amount->low) return std::nullopt;
    amount->low = amount->high = amount->low->plus(cents->value.scaled(-2));
  }
  amount->unit = Symbol(row.code);
  amount->currency_basis = row.shared ? CurrencyBasis::kDefault : CurrencyBasis::kExplicit;
  return Reading{Kind::kMoney, *amount};
}

void settle_money(Document& document) {
  std::vector<std::size_t> sums;
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind != Kind::kMoney) continue;
    Amount& amount = std::get<Amount>(mention.value);
    drop_false_minus(document, &mention);
    if (is_weight(document, mention, tokens_of(document, mention.span))) {
      mention.kind = Kind::kQuantity;
      amount.unit = Symbol("pound");
      amount.currency_basis = CurrencyBasis::kNone;
    } else {
      sums.push_back(i);
    }
    read_surroundings(document, &mention);
  }

  const NamedCurrencies named(document);
  const std::optional<Symbol> local = sums.empty() ? std::nullopt : currency_of_place(document);
  for (std::size_t k = 0; k < sums.size(); ++k) {
    Amount& amount = std::get<Amount>(document.mentions[sums[k]].value);
    if (amount.currency_basis != CurrencyBasis::kDefault) continue;
    const Symbol family = family_of(amount.unit);
    if (family.empty()) continue;
    const bool at_home = local && family_of(*local) == family;
    const auto settled = at_home ? local : named.of(family);
    if (settled && !converts_to(document, sums, k, *settled)) {
      amount.unit = *settled;
      amount.currency_basis = CurrencyBasis::kContext;
    }
  }

  for (std::size_t k = 1; k < sums.size(); ++k) {
    const Mention& first = document.mentions[sums[k - 1]];
    Mention& second = document.mentions[sums[k]];
    Amount& amount = std::get<Amount>(second.value);
    if (amount.unit != first.amount()->unit && converts(document, first.span, second.span))
      amount.converts = static_cast<int>(sums[k - 1]);
  }
}

}  // namespace newsfacts
