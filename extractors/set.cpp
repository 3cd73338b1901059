// The reader of set.rules.

#include "corpus/utf8.h"
#include "extractors/clock.h"
#include "extractors/extractor.h"
#include "extractors/surroundings.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

// "Twice" is 2X in TIMEX3; "several times" is no number.
std::string freq_of(const Fields& fields) {
  const auto many = fields.number("many");
  return many ? std::to_string(*many) + "X" : std::string();
}

Quant quant_of(const Fields& fields) {
  if (!fields.has("each")) return Quant::kNone;
  if (fields.has("other") && fields.has("weekday")) return Quant::kEveryOther;
  return fields["each"].starts_with("every") ? Quant::kEvery : Quant::kEach;
}

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

// "The daily Le Phare", "the People's Daily": a newspaper, and nothing that comes round.
bool names_a_paper(const Document& document, const Mention& mention) {
  const Surroundings around(document, mention.span);
  const Token *before = around.before(), *behind = around.behind();
  const auto touches = [&](std::uint32_t from, std::uint32_t to) { return to == from + 1; };
  const bool named_behind = behind && touches(mention.span.end, behind->span.begin) &&
                            begins_upper(around.words(*behind));
  const bool named = before && begins_upper(document.at(mention.span));
  return named_behind || named;
}

std::optional<Reading> set_of(const Fields& fields) {
  if (fields.has("counted")) return std::nullopt;  // "sold 400 a week after"
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

}  // namespace

// A title in capitals loses its "Daily", too: better than a paper that is an event.
void settle_set(Document& document) {
  static const Symbol adverb("set/adverb");
  std::erase_if(document.mentions, [&](const Mention& mention) {
    return mention.rule == adverb && names_a_paper(document, mention);
  });
}

std::optional<Reading> read_set(const Fields& fields) {
  auto read = set_of(fields);
  if (!read) return std::nullopt;
  TimeValue& time = std::get<TimeValue>(read->value);
  time.quant = quant_of(fields);
  time.freq = freq_of(fields);
  return read;
}

}  // namespace newsfacts
