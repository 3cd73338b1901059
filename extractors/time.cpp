// The reader of time.rules: the time of day, and the day it is of.

#include "corpus/utf8.h"
#include "extractors/clock.h"
#include "extractors/date_words.h"
#include "extractors/extractor.h"
#include "extractors/open_value.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

constexpr int kLeapYear = 2000;
constexpr std::string_view kSomeDay = "XXXX-XX-XX";

Reading reading(TimeValue value) {
  return {Kind::kTime, std::move(value)};
}

std::optional<Reading> at_some_time(std::string form) {
  TimeValue value;
  value.value = std::move(form);
  value.grain = Grain::kDayPart;
  value.basis = TimeBasis::kUnresolved;
  return reading(std::move(value));
}

std::optional<Reading> on_date(const Fields& fields, const std::string& time, Grain grain) {
  const unsigned month = *fields.number("month"), day = *fields.number("day");
  if (!day_of(kLeapYear, month, day)) return std::nullopt;
  const std::string form = "-" + padded(month, 2) + "-" + padded(day, 2) + time;
  if (!fields.has("year")) return reading(open_value("XXXX" + form, grain, Reckon::kNear));
  TimeValue value;
  value.value = std::string(fields["year"]) + form;
  value.days = days_of(value.value);
  value.grain = grain;
  if (!value.days.known()) return std::nullopt;
  return reading(std::move(value));
}

std::optional<Reading> on_weekday(const Fields& fields, const std::string& time, Grain grain) {
  return reading(open_value("XXXX-WXX-" + std::string(fields["weekday"]) + time, grain,
                            reckon_of(fields)));
}

// `time` is "T20:30", or "TNI" for a part of the day.
std::optional<Reading> at(const Fields& fields, const std::string& time, Grain grain) {
  const std::string some_day = std::string(kSomeDay) + time;
  if (fields.has("month")) return on_date(fields, time, grain);
  if (fields.has("weekday")) return on_weekday(fields, time, grain);
  if (fields.has("holiday")) {
    if (!begins_upper(fields.words("holiday"))) return std::nullopt;
    auto value = value_of_holiday(fields, time, grain);
    if (!value) return std::nullopt;
    return reading(*std::move(value));
  }
  if (fields.has("same")) return reading(open_value(some_day, grain, Reckon::kContext));
  if (const std::string_view step = fields["step"]; !step.empty()) {
    const bool back = step == "previous" || step == "before";
    return reading(open_value(some_day, grain, Reckon::kContext, back ? -1 : 1));
  }
  if (fields.has("any")) return at_some_time(some_day);
  const std::string_view shift = fields.has("shift") ? fields["shift"] : fields["rel"];
  const int days = shift.empty() ? 0 : std::stoi(std::string(shift));
  // The hour alone does not say that its day is known; "tonight" does.
  const bool bare = shift.empty() && !fields.has("tonight");
  return reading(open_value(bare ? time : some_day, grain, Reckon::kShift, days));
}

// "three hours ago", "an hour later": of the same day, or so long that nobody can tell.
std::optional<Reading> hours_away(const Fields& fields) {
  const std::string form = std::string(kSomeDay) + "TXX";
  const std::string_view way = fields["way"];
  const auto few = fields.number("unit");
  const bool one = fields["count"] == fields.words("count") && !fields.number("count");  // "an hour"
  const auto count = one ? std::optional<unsigned>(1) : fields.number("count");
  const bool short_way = count && few && (*few == 1 || *count <= *few);
  if (!short_way || way == "earlier") return at_some_time(form);
  return reading(open_value(form, Grain::kHour, way == "later" ? Reckon::kContext : Reckon::kShift));
}

// "EST", "+0200": the offset, where the words tell it.  "Local time" does not.
std::string zone_of(const Fields& fields) {
  const std::string_view zone = fields["zone"];
  if (!zone.empty()) return zone == "L" ? std::string() : std::string(zone);
  const std::string_view offset = fields["offset"];
  if (offset.empty()) return {};
  if (offset.size() == 1) return "+00:00";  // Z
  return std::string(offset.substr(0, 3)) + ":" + std::string(offset.substr(offset.size() - 2));
}

std::optional<Reading> time_of_day(const Fields& fields) {
  if (fields.has("way")) return hours_away(fields);
  if (fields.has("hour") || fields.has("oclock")) {
    const auto clock = clock_time(fields);
    return clock ? at(fields, clock->text(), clock->grain()) : std::nullopt;
  }
  if (fields.has("tonight") || fields.has("overnight")) return at(fields, "TNI", Grain::kDayPart);
  if (const std::string_view noon = fields["noon"]; !noon.empty())
    return at(fields, noon.size() == std::string_view("midnight").size() ? "T24:00" : "T12:00",
              Grain::kHour);
  return at(fields, "T" + std::string(fields["part"]), Grain::kDayPart);
}

}  // namespace

std::optional<Reading> read_time(const Fields& fields) {
  auto read = time_of_day(fields);
  if (read) std::get<TimeValue>(read->value).zone = zone_of(fields);
  return read;
}

}  // namespace newsfacts
