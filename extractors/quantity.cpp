#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"

namespace newsfacts {
namespace {

// "five foot nine" in inches.
std::optional<Reading> read_height(const Fields& fields) {
  const auto feet = read_numeral(fields.words("feet")),
             inches = read_numeral(fields.words("inches"));
  if (!feet || !inches || inches->value >= Decimal(12, 0)) return std::nullopt;
  const auto over = feet->value.times(Decimal(12, 0));
  Amount amount;
  amount.low = amount.high = over ? over->plus(inches->value) : std::nullopt;
  if (!amount.low) return std::nullopt;
  amount.unit = Symbol("inch");
  return Reading{Kind::kQuantity, amount};
}

// "60 cents [a gallon]": what the sum before it is reckoned by.
bool is_rate(const Mention& before, const Mention& mention) {
  static const Symbol kSingle("quantity/single");
  return mention.rule == kSingle && is_amount(before.kind) &&
         before.span.end + 1 == mention.span.begin;
}

// "1.2m homes" is no length: what is counted follows, and the m is a million.
void count_millions(const Document& document, Mention* mention) {
  const std::string_view words = document.at(mention->span);
  if (words.size() < 2 || words.back() != 'm' || words[words.size() - 2] < '0' ||
      words[words.size() - 2] > '9')
    return;
  const std::string noun = counted_noun(document, tokens_of(document, mention->span), false);
  if (noun.empty()) return;
  const auto millions = scaled_by(*mention->amount(), Decimal(1, 6));
  if (!millions) return;
  Amount& amount = std::get<Amount>(mention->value);
  amount = *millions;
  amount.unit = Symbol(noun);
  mention->kind = Kind::kNumber;
}

}  // namespace

std::optional<Reading> read_quantity(const Fields& fields) {
  if (fields.has("feet")) return read_height(fields);
  std::optional<Amount> amount;
  if (fields.has("one")) {
    amount.emplace();
    const bool half = fields.words("one").size() > 2;  // "half a"
    amount->low = amount->high = half ? Decimal(5, -1) : Decimal(1, 0);
  } else {
    amount = read_amount(fields);
  }
  if (!amount) return std::nullopt;
  const std::string_view unit = fields["unit"];
  const std::size_t slash = unit.find('/');
  amount->unit = Symbol(unit.substr(0, slash));
  if (slash != unit.npos) amount->per = Symbol(unit.substr(slash + 1));
  return Reading{Kind::kQuantity, *amount};
}

void settle_quantity(Document& document) {
  std::vector<bool> unwanted(document.mentions.size(), false);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind != Kind::kQuantity) continue;
    unwanted[i] = i > 0 && is_rate(document.mentions[i - 1], mention);
    count_millions(document, &mention);
    read_surroundings(document, &mention);
  }
  remove_mentions(&document, unwanted);
}

}  // namespace newsfacts
