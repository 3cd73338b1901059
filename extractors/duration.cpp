// The reader of duration.rules.

#include <array>

#include "extractors/amount_context.h"
#include "extractors/extractor.h"
#include "extractors/phrase_table.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

std::optional<Reading> duration(std::string value, Grain grain) {
  TimeValue time;
  time.value = std::move(value);
  time.grain = grain;
  return Reading{Kind::kDuration, std::move(time)};
}

std::string without_commas(std::string_view digits) {
  std::string out;
  for (const char c : digits)
    if (c != ',') out += c;
  return out;
}

std::optional<Grain> grain_of(const Fields& fields, std::string_view name) {
  return found_in<Grain>(kGrainWords, fields[name]);
}

// Parts of a unit in the next smaller one: half a year is six months.
struct Parts {
  Grain unit;
  int whole;
  Grain smaller;
};
constexpr std::array<Parts, 6> kParts = {{{Grain::kMinute, 60, Grain::kSecond},
                                          {Grain::kHour, 60, Grain::kMinute},
                                          {Grain::kDay, 24, Grain::kHour},
                                          {Grain::kYear, 12, Grain::kMonth},
                                          {Grain::kDecade, 10, Grain::kYear},
                                          {Grain::kCentury, 100, Grain::kYear}}};

// "P3Y6M", "P1DT12H": each part in turn, the letter T before the first that is of a day.
class Sum {
 public:
  void add(std::string_view count, Grain unit) {
    std::string part = duration_of(count, unit);
    const bool of_a_day = part[1] == 'T';
    part.erase(0, of_a_day && timed_ ? 2 : 1);
    timed_ = timed_ || of_a_day;
    value_ += part;
  }
  std::string take() { return std::move(value_); }

 private:
  std::string value_ = "P";
  bool timed_ = false;
};

int quarters_of(const Fields& fields) {
  return fields.has("half") ? 2 : fields.has("quarter") ? 1 : fields.has("quarters") ? 3 : 0;
}

// `whole` units and so many quarters of one: in the smaller unit where that comes out even
// ("P2Y6M"), else as a decimal ("P3.5W").
std::optional<Reading> with_quarters(std::string_view whole, int quarters, Grain unit) {
  if (whole == "X") return std::nullopt;
  for (const Parts& parts : kParts) {
    if (parts.unit != unit || parts.whole * quarters % 4 != 0) continue;
    Sum sum;
    if (!whole.empty()) sum.add(whole, unit);
    sum.add(std::to_string(parts.whole * quarters / 4), parts.smaller);
    return duration(sum.take(), unit);
  }
  constexpr std::array<std::string_view, 4> kDecimals = {"", ".25", ".5", ".75"};
  std::string count(whole.empty() ? "0" : whole);
  count += kDecimals[static_cast<std::size_t>(quarters)];
  return duration(duration_of(count, unit), unit);
}

// "One hour, four minutes and 12 seconds": each smaller than the one before.
std::optional<Reading> sum_of_parts(const Fields& fields, std::string_view count, Grain unit) {
  Sum sum;
  sum.add(count, unit);
  Grain last = unit;
  constexpr std::array<std::array<std::string_view, 2>, 2> kFurther = {
      {{"count2", "unit2"}, {"count3", "unit3"}}};
  for (const auto& [count_name, unit_name] : kFurther) {
    if (!fields.has(count_name)) continue;
    const auto next = grain_of(fields, unit_name);
    if (!next || *next >= last || fields[count_name] == "X") return std::nullopt;
    sum.add(fields[count_name], *next);
    last = *next;
  }
  return duration(sum.take(), unit);
}

// How exactly the words of a duration tell it: "more than three years", "three or more years".
Bound bound_in(const Document& document, TokenRange words) {
  static const PhraseTable kBefore("approximators"), kAfter("approximators_after");
  for (std::size_t at = words.begin; at < words.end; ++at) {
    std::size_t end = at;
    auto relation = at == words.begin ? kBefore.at(document, &end) : std::nullopt;
    if (!relation) relation = kAfter.at(document, &end);
    if (!relation || end >= words.end) continue;
    switch (found_in<Relation>(kRelationWords, *relation).value_or(Relation::kEqual)) {
      case Relation::kAtLeast: return Bound::kAtLeast;
      case Relation::kAtMost: return Bound::kAtMost;
      case Relation::kAbout: return Bound::kAbout;
      default: break;
    }
  }
  return Bound::kNone;
}

}  // namespace

void settle_duration(Document& document) {
  for (Mention& mention : document.mentions)
    if (mention.kind == Kind::kDuration)
      if (auto* time = std::get_if<TimeValue>(&mention.value))
        time->bound = bound_in(document, tokens_of(document, mention.span));
}

std::optional<Reading> read_duration(const Fields& fields) {
  if (fields.has("old")) return std::nullopt;  // an age
  if (fields.has("fortnight")) return duration("P2W", Grain::kWeek);
  if (fields.has("while")) return duration("PXX", Grain::kNone);
  if (const auto unit = grain_of(fields, "vague")) return duration(duration_of("X", *unit), *unit);
  const bool unit_alone = fields.has("one") && !fields.has("unit");
  const auto unit = grain_of(fields, unit_alone ? "one" : "unit");
  if (!unit) return std::nullopt;
  if (fields.has("ever") && fields.words("unit") == "minute") return std::nullopt;  // an idiom
  // "Rose 15,000 last week": one week, and no 15,000 of them.
  const std::string_view such = fields.words("such");
  if ((such == "last" || such == "past" || such == "next") && !fields.words("unit").ends_with('s'))
    return std::nullopt;
  const bool counted = fields.has("count") || fields.has("tenths") || fields.has("one");
  const bool many = fields.has("ever") && fields.words("unit").ends_with('s');  // "the last years"
  const std::string count = fields.has("count")    ? without_commas(fields["count"])
                            : fields.has("tenths") ? std::string(fields["tenths"])
                            : many                 ? "X"
                                                   : "1";
  if (fields.has("count2")) return sum_of_parts(fields, count, *unit);
  const bool share = *unit == Grain::kQuarter && (count == "1" || count == "3");
  if (share && !fields.has("which")) return std::nullopt;  // three quarters of the town
  if (const int quarters = quarters_of(fields))
    return with_quarters(counted ? std::string_view(count) : std::string_view(), quarters, *unit);
  return duration(duration_of(count, *unit), *unit);
}

}  // namespace newsfacts
