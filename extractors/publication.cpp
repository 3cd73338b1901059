#include "extractors/publication.h"

#include <algorithm>
#include <charconv>

#include "corpus/ascii.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

// The run of digits or letters that `rest` begins with, cut off it.
template <typename Belongs>
std::string_view take(std::string_view& rest, Belongs belongs) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), belongs);
  const std::string_view run = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(run.size());
  return run;
}

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::optional<unsigned> month_named(std::string_view word) {
  static const WordTable kNames("months"), kShort("months_short");
  auto month = kNames.find(word);
  if (!month) month = kShort.find(word);
  return month ? number(*month) : std::nullopt;
}

std::optional<Day> plausible(unsigned year, unsigned month, unsigned day) {
  constexpr unsigned kFirst = 1990, kLast = 2099;  // there was no web before
  if (year < kFirst || year > kLast) return std::nullopt;
  return day_of(static_cast<int>(year), month, day);
}

// The day that begins with the year `digits`: "2026" of "2026/04/27", or all of "20260427".
std::optional<Day> day_at(std::string_view digits, std::string_view rest) {
  if (digits.size() == 8)
    return plausible(*number(digits.substr(0, 4)), *number(digits.substr(4, 2)),
                     *number(digits.substr(6)));
  if (digits.size() != 4 || rest.empty()) return std::nullopt;
  const char joint = rest.front();
  if (joint != '/' && joint != '-' && joint != '_') return std::nullopt;
  rest.remove_prefix(1);
  std::string_view month = take(rest, is_digit);
  const bool named = month.empty();
  if (named) month = take(rest, is_ascii_letter);
  if (rest.empty() || rest.front() != joint || (!named && month.size() > 2)) return std::nullopt;
  rest.remove_prefix(1);
  const std::string_view day = take(rest, is_digit);
  const auto m = named ? month_named(month) : number(month);
  if (!m || day.empty() || day.size() > 2) return std::nullopt;
  return plausible(*number(digits), *m, *number(day));
}

std::optional<Day> day_in_dateline(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    if (sentence.role != Role::kDateline && sentence.role != Role::kByline) continue;
    for (const Mention& mention : document.mentions) {
      const TimeValue* const time = mention.time();
      const bool inside =
          mention.span.begin >= sentence.span.begin && mention.span.end <= sentence.span.end;
      if (inside && time && mention.kind == Kind::kDate && time->grain == Grain::kDay &&
          time->basis == TimeBasis::kExplicit && time->days.first)
        return time->days.first;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> day_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  url.remove_prefix(std::min(url.find('/'), url.size()));
  while (!url.empty()) {
    take(url, [](char c) { return !is_digit(c); });
    const std::string_view digits = take(url, is_digit);
    if (const auto day = day_at(digits, url)) return day;
  }
  return std::nullopt;
}

void find_publication(Document& document) {
  Metadata& metadata = document.metadata;
  if (!metadata.published.empty()) return;
  if (const auto day = day_in_url(metadata.url)) {
    metadata.published = iso(*day);
    metadata.published_from = PublishedFrom::kUrl;
  } else if (const auto dated = day_in_dateline(document)) {
    metadata.published = iso(*dated);
    metadata.published_from = PublishedFrom::kDateline;
  }
}

}  // namespace newsfacts
