#include <array>

#include "extractors/extractor.h"
#include "extractors/reckoning.h"

namespace newsfacts {

std::optional<Reading> read_url(const Fields&);       // url.cpp
std::optional<Reading> read_date(const Fields&);      // date.cpp; relative and story, too
std::optional<Reading> read_date_forms(const Fields&);  // date_forms.cpp
void settle_date_forms(Document&);
std::optional<Reading> read_time(const Fields&);      // time.cpp
std::optional<Reading> read_duration(const Fields&);  // duration.cpp
void settle_duration(Document&);
std::optional<Reading> read_set(const Fields&);       // set.cpp
void settle_set(Document&);

std::optional<Reading> read_money(const Fields&);  // money.cpp
void settle_money(Document&);
std::optional<Reading> read_percent(const Fields&);  // percent.cpp
void settle_percent(Document&);
std::optional<Reading> read_age(const Fields&);  // age.cpp
void settle_age(Document&);
std::optional<Reading> read_quantity(const Fields&);  // quantity.cpp
void settle_quantity(Document&);
std::optional<Reading> read_number(const Fields&);  // number.cpp
void settle_number(Document&);

std::span<const Extractor> extractors() {
  static constexpr std::array kExtractors = {
      Extractor{.page = "url", .read = read_url, .settle = nullptr},
      Extractor{.page = "date", .read = read_date, .settle = settle_times},
      Extractor{.page = "relative", .read = read_date, .settle = settle_times},
      Extractor{.page = "date_forms", .read = read_date_forms, .settle = settle_date_forms},
      Extractor{.page = "story", .read = read_date, .settle = settle_times},
      Extractor{.page = "time", .read = read_time, .settle = settle_times},
      Extractor{.page = "duration", .read = read_duration, .settle = settle_duration},
      Extractor{.page = "set", .read = read_set, .settle = settle_set},
      Extractor{.page = "money", .read = read_money, .settle = settle_money},
      Extractor{.page = "percent", .read = read_percent, .settle = settle_percent},
      Extractor{.page = "age", .read = read_age, .settle = settle_age},
      Extractor{.page = "quantity", .read = read_quantity, .settle = settle_quantity},
      Extractor{.page = "number", .read = read_number, .settle = settle_number},
  };
  return kExtractors;
}

}  // namespace newsfacts
