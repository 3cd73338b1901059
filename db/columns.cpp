#include "db/columns.h"

#include <optional>

namespace newsfacts {

void index_or_null(Row& row, int index) {
  if (index < 0)
    row.null();
  else
    row.integer(index);
}

void row_or_null(Row& row, std::int64_t number) {
  if (number == 0)
    row.null();
  else
    row.integer(number);
}

void nulls(Row& row, int count) {
  for (int i = 0; i < count; ++i) row.null();
}

namespace {

// low, high, low_precision, high_precision
void interval(Row& row, const Amount& amount) {
  const auto digits = [&](const std::optional<Decimal>& end) {
    if (end)
      row.copied_text(end->str());
    else
      row.null();
  };
  const auto precision = [&](const std::optional<Decimal>& end) {
    if (end)
      row.integer(end->exponent());
    else
      row.null();
  };
  digits(amount.low);
  digits(amount.high);
  precision(amount.low);
  precision(amount.high);
}

void day(Row& row, const std::optional<Day>& day) {
  if (day)
    row.copied_text(iso(*day));
  else
    row.null();
}

}  // namespace

void value_columns(Row& row, const Mention& mention) {
  if (const Amount* amount = mention.amount()) {
    row.copied_text(to_string(mention.value));
    interval(row, *amount);
    row.text(word_in(kRelationWords, amount->relation)).text_or_null(amount->unit.str());
    row.text_or_null(amount->per.str()).text_or_null(amount->role.str());
    index_or_null(row, amount->converts);
    nulls(row, 8);
    row.text_or_null(word_in(kCurrencyBasisWords, amount->currency_basis));
  } else if (const TimeValue* time = mention.time()) {
    row.text(time->value);
    nulls(row, 9);
    day(row, time->days.first);
    day(row, time->days.last);
    row.text_or_null(time->grain == Grain::kNone ? "" : word_in(kGrainWords, time->grain));
    row.text_or_null(word_in(kBoundWords, time->bound));
    day(row, time->anchor);
    row.text_or_null(word_in(kQuantWords, time->quant));
    row.text_or_null(time->freq).text_or_null(time->zone);
    row.text(word_in(kTimeBasisWords, time->basis));
  } else {
    nulls(row, 19);
  }
}

}  // namespace newsfacts
