// The readers of duration.rules.

#include "corpus/utf8.h"
#include "extractors/extractor.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

std::optional<Reading> reading(Kind kind, std::string value, Grain grain) {
  TimeValue time;
  time.value = std::move(value);
  time.grain = grain;
  return Reading{kind, std::move(time)};
}

std::string without_commas(std::string_view digits) {
  std::string out;
  for (const char c : digits)
    if (c != ',') out += c;
  return out;
}

// How many of the next smaller unit make half of `unit`: "6M" of a year.
std::string_view half_of(Grain unit) {
  switch (unit) {
    case Grain::kMinute: return "30S";
    case Grain::kHour: return "30M";
    case Grain::kDay: return "12H";
    case Grain::kYear: return "6M";
    case Grain::kDecade: return "5Y";
    case Grain::kCentury: return "50Y";
    default: return {};
  }
}

std::optional<Grain> unit_of(const Fields& fields) {
  return found_in<Grain>(kGrainWords, fields["unit"]);
}

std::optional<Reading> span_of_time(const Fields& fields) {
  const auto unit = unit_of(fields);
  if (!unit) return std::nullopt;
  const std::string count = fields.has("count")    ? without_commas(fields["count"])
                            : fields.has("tenths") ? std::string(fields["tenths"])
                                                   : "1";
  std::string value = duration_of(count, *unit);
  if (fields.has("half")) {
    const std::string_view half = half_of(*unit);
    if (half.empty() || count == "X") return std::nullopt;
    if (*unit == Grain::kDay) value += "T";
    value += half;
  }
  return reading(Kind::kDuration, std::move(value), *unit);
}

std::optional<Reading> half_alone(const Fields& fields) {
  const auto unit = unit_of(fields);
  if (!unit || half_of(*unit).empty()) return std::nullopt;
  const bool of_a_day = *unit <= Grain::kDay;
  return reading(Kind::kDuration, (of_a_day ? "PT" : "P") + std::string(half_of(*unit)), *unit);
}

}  // namespace

std::optional<Reading> read_duration(const Fields& fields) {
  if (fields.has("old")) return std::nullopt;  // an age
  if (fields.has("often")) return reading(Kind::kSet, std::string(fields["often"]), Grain::kNone);
  if (fields.has("set")) {
    if (const auto unit = unit_of(fields))
      return reading(Kind::kSet, duration_of(fields.has("count") ? fields["count"] : "1", *unit),
                     *unit);
    std::string value = "XXXX-XX-XX";
    if (fields.has("weekday")) value = "XXXX-WXX-" + std::string(fields["weekday"]);
    if (fields.has("part")) value.append("T").append(fields["part"]);
    return reading(Kind::kSet, std::move(value), Grain::kDay);
  }
  if (fields.has("half") && !fields.has("count") && !fields.has("tenths") && !fields.has("one"))
    return half_alone(fields);
  return span_of_time(fields);
}

}  // namespace newsfacts
