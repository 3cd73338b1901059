#include "extractors/day_order.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/utf8.h"
#include "extractors/reckoning.h"
#include "extractors/timex.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

// "3/4/2026" as printed: the two figures, and the weekday and the year if they stand there.
struct Figures {
  unsigned a = 0, b = 0;
  std::optional<unsigned> weekday;
  bool has_year = false;

  bool either() const { return a <= 12 && b <= 12 && a != b; }
};

bool is_in_figures(const Mention& mention) {
  static const Symbol with_year("date_forms/slashes"), without("date_forms/slashes-without-year");
  return mention.rule == with_year || mention.rule == without;
}

Figures figures_of(std::string_view words) {
  Figures figures;
  figures.weekday = weekday_in(words);
  std::array<unsigned, 3> numbers{};
  std::size_t count = 0;
  bool inside = false;
  for (const char c : words) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside && count < numbers.size()) ++count;
    if (digit) numbers[count - 1] = numbers[count - 1] * 10 + static_cast<unsigned>(c - '0');
    inside = digit;
  }
  figures.a = numbers[0];
  figures.b = numbers[1];
  figures.has_year = count == 3;
  return figures;
}

// Votes of one kind of evidence.
struct Votes {
  unsigned day_first = 0, month_first = 0;

  void add(DayOrder order) {
    day_first += order == DayOrder::kDayFirst;
    month_first += order == DayOrder::kMonthFirst;
  }
  DayOrder verdict() const {
    if (day_first && !month_first) return DayOrder::kDayFirst;
    if (month_first && !day_first) return DayOrder::kMonthFirst;
    return DayOrder::kUnknown;
  }
};

std::string in_order(std::string_view year, const Figures& figures, DayOrder order) {
  const bool day_first = order == DayOrder::kDayFirst;
  return std::string(year) + "-" + padded(day_first ? figures.b : figures.a, 2) + "-" +
         padded(day_first ? figures.a : figures.b, 2);
}

// The order in which `fits` holds of the date; unknown where it holds of both or of neither.
template <typename Fits>
DayOrder order_that(std::string_view year, const Figures& figures, Fits fits) {
  Votes votes;
  for (const DayOrder order : {DayOrder::kDayFirst, DayOrder::kMonthFirst})
    if (const auto day = parse_day(in_order(year, figures, order)); day && fits(*day))
      votes.add(order);
  return votes.verdict();
}

DayOrder by_weekday(std::string_view year, const Figures& figures) {
  if (!figures.weekday || !figures.has_year) return DayOrder::kUnknown;
  return order_that(year, figures, [&](Day day) { return iso_weekday(day) == *figures.weekday; });
}

DayOrder by_place(std::string_view words) {
  static const WordTable kPlaces("day_order_places");
  const auto order = kPlaces.find(words);
  if (!order) return DayOrder::kUnknown;
  return *order == "day" ? DayOrder::kDayFirst : DayOrder::kMonthFirst;
}

// "SYDNEY (Reuters)", "AUSTIN, Texas".
DayOrder by_dateline(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    if (sentence.role != Role::kDateline) continue;
    std::string_view line = document.at(sentence.span);
    line = line.substr(0, line.find_first_of("(/-"));
    Votes votes;
    while (!line.empty()) {
      const std::size_t comma = std::min(line.find(','), line.size());
      std::string_view place = line.substr(0, comma);
      line.remove_prefix(std::min(comma + 1, line.size()));
      const std::size_t first = place.find_first_not_of(' '), last = place.find_last_not_of(' ');
      if (first != place.npos) votes.add(by_place(place.substr(first, last - first + 1)));
    }
    return votes.verdict();
  }
  return DayOrder::kUnknown;
}

// ".uk" of https://www.example.co.uk/news.
DayOrder by_site(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != url.npos)
    url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  const std::size_t dot = url.rfind('.');
  return dot == url.npos ? DayOrder::kUnknown : by_place(url.substr(dot));
}

// A place in the name of the outlet: one word, or two.
DayOrder by_outlet(std::string_view source) {
  const std::vector<Token> tokens = tokenize(source);
  Votes votes;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (std::size_t k = i; k < std::min(i + 2, tokens.size()); ++k)
      votes.add(by_place(
          source.substr(tokens[i].span.begin, tokens[k].span.end - tokens[i].span.begin)));
  return votes.verdict();
}

DayOrder by_figures(const Document& document) {
  Votes votes;
  for (const Mention& mention : document.mentions) {
    if (!is_in_figures(mention)) continue;
    const Figures figures = figures_of(document.at(mention.span));
    if (figures.either())
      votes.add(by_weekday(mention.time()->value.substr(0, 4), figures));
    else if (figures.a != figures.b)
      votes.add(figures.a > 12 ? DayOrder::kDayFirst : DayOrder::kMonthFirst);
  }
  return votes.verdict();
}

DayOrder by_publication(const Document& document) {
  const auto published = document.metadata.published_day();
  if (!published) return DayOrder::kUnknown;
  Votes votes;
  for (const Mention& mention : document.mentions) {
    if (!is_in_figures(mention)) continue;
    const Figures figures = figures_of(document.at(mention.span));
    if (figures.either() && figures.has_year)
      votes.add(order_that(mention.time()->value.substr(0, 4), figures,
                           [&](Day day) { return day == *published; }));
  }
  return votes.verdict();
}

// Where the month is a word, whether it goes before the day.
DayOrder by_spelling(const Document& document) {
  Votes votes;
  bool dollars = false;
  for (const Mention& mention : document.mentions) {
    if (const Amount* const amount = mention.amount()) {
      dollars = dollars || (mention.kind == Kind::kMoney && amount->unit == Symbol("USD"));
    } else if (mention.kind == Kind::kDate && mention.time()->grain == Grain::kDay &&
               !is_in_figures(mention)) {
      const std::string_view words = document.at(mention.span);
      const std::size_t digit = words.find_first_of("0123456789");
      if (digit == words.npos || words.find_first_of("/-.") != words.npos) continue;
      const bool day_first = digit == 0 || words.starts_with("the ");
      votes.add(day_first ? DayOrder::kDayFirst : DayOrder::kMonthFirst);
    }
  }
  const DayOrder order = votes.verdict();
  return order == DayOrder::kMonthFirst && !dollars ? DayOrder::kUnknown : order;
}

}  // namespace

std::optional<unsigned> weekday_in(std::string_view words) {
  static const WordTable kNames("weekdays"), kShort("weekdays_short");
  const std::string_view name = words.substr(0, words.find_first_of("., 0123456789"));
  auto number = kNames.find(name);
  if (!number) number = kShort.find(name);
  if (!number) return std::nullopt;
  return static_cast<unsigned>(number->front() - '0');
}

DayOrder day_order(const Document& document) {
  if (const DayOrder order = by_figures(document); order != DayOrder::kUnknown) return order;
  if (const DayOrder order = by_publication(document); order != DayOrder::kUnknown) return order;
  if (const DayOrder order = by_dateline(document); order != DayOrder::kUnknown) return order;
  if (const DayOrder order = by_site(document.metadata.url); order != DayOrder::kUnknown)
    return order;
  if (const DayOrder order = by_outlet(document.metadata.source); order != DayOrder::kUnknown)
    return order;
  return by_spelling(document);
}

void settle_day_order(Document& document) {
  std::optional<DayOrder> asked;  // of the document: once, and only where it is needed
  for (Mention& mention : document.mentions) {
    if (!is_in_figures(mention)) continue;
    const Figures figures = figures_of(document.at(mention.span));
    TimeValue& time = std::get<TimeValue>(mention.value);
    if (!figures.either() || !time.value.ends_with("-XX-XX")) continue;
    const std::string year = time.value.substr(0, 4);
    DayOrder order = by_weekday(year, figures);
    if (order == DayOrder::kUnknown) {
      if (!asked) asked = day_order(document);
      order = *asked;
    }
    if (order == DayOrder::kUnknown) continue;
    std::string value = in_order(year, figures, order);
    if (!figures.has_year) {
      time = open_value(std::move(value), Grain::kDay, Reckon::kNear);
    } else if (const Interval days = days_of(value); days.known()) {
      time.days = days;
      time.value = std::move(value);
      time.basis = TimeBasis::kContext;
    }
  }
}

}  // namespace newsfacts
