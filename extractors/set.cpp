// The reader of set.rules.

#include "extractors/clock.h"
#include "extractors/extractor.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

std::optional<Reading> set(std::string value, Grain grain) {
  TimeValue time;
  time.value = std::move(value);
  time.grain = grain;
  return Reading{Kind::kSet, std::move(time)};
}

// "XXXX-WXX-2" and "TNI" or "T19:30".
std::optional<Reading> at_times(std::string form, const Fields& fields) {
  const std::string_view part = fields.has("part") ? fields["part"] : fields["parts"];
  if (fields.has("hour")) {
    const auto clock = clock_time(fields);
    if (!clock) return std::nullopt;
    form += clock->text();
  } else if (!part.empty()) {
    form.append("T").append(part);
  }
  return set(std::move(form), Grain::kDay);
}

}  // namespace

std::optional<Reading> read_set(const Fields& fields) {
  if (fields.has("often")) return at_times(std::string(fields["often"]), fields);
  if (fields.has("quarterly")) return set("XXXX-QX", Grain::kQuarter);
  if (const auto month = fields.number("month")) {
    const auto day = fields.number("day");
    const std::string form = "XXXX-" + padded(*month, 2);
    return day ? set(form + "-" + padded(*day, 2), Grain::kDay) : set(form, Grain::kMonth);
  }
  if (fields.has("season")) return set("XXXX-" + std::string(fields["season"]), Grain::kSeason);
  if (fields.has("plural") || fields.has("weekday")) {
    const std::string_view name = fields.has("plural") ? "plural" : "weekday";
    return at_times("XXXX-WXX-" + std::string(fields[name]), fields);
  }
  if (const auto day = fields.number("day"))
    return set("XXXX-XX-" + padded(*day, 2), Grain::kDay);
  if (fields["unit"] == "day" && fields.has("hour")) return at_times("XXXX-XX-XX", fields);
  if (const auto unit = found_in<Grain>(kGrainWords, fields["unit"])) {
    const std::string_view count = fields.has("other")   ? "2"
                                   : fields.has("count") ? fields["count"]
                                   : fields.has("nth")   ? fields["nth"]
                                                         : "1";
    return set(duration_of(count, *unit), *unit);
  }
  return at_times("XXXX-XX-XX", fields);
}

}  // namespace newsfacts
