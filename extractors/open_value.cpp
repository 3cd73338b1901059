#include "extractors/open_value.h"

#include <charconv>
#include <utility>

#include "corpus/words.h"

namespace newsfacts {
namespace {

// An open value travels inside TimeValue::value, behind this sign, which TIMEX3 has no use for:
// "XXXX-XX-XX|near 0 easter+1".
constexpr char kOpen = '|';

// The text up to the next blank, taken off the front.
std::string_view take_word(std::string_view* text) {
  const auto blank = text->find(' ');
  const std::string_view word = text->substr(0, blank);
  text->remove_prefix(blank == std::string_view::npos ? text->size() : blank + 1);
  return word;
}

}  // namespace

TimeValue open_value(std::string x_form, Grain grain, Reckon how, int count,
                     std::string_view holiday) {
  TimeValue time;
  time.value = std::move(x_form);
  time.value += kOpen;
  time.value.append(word_in(kReckonWords, how)).append(" ").append(std::to_string(count));
  if (!holiday.empty()) time.value.append(" ").append(holiday);
  time.grain = grain;
  time.basis = TimeBasis::kUnresolved;
  return time;
}

std::optional<OpenValue> opened(const TimeValue& value) {
  const auto bar = value.value.find(kOpen);
  if (bar == std::string::npos) return std::nullopt;
  OpenValue open;
  const std::string form = value.value.substr(0, bar);
  const auto time = form.find('T');
  open.x_form = form.substr(0, time);
  if (time != std::string::npos) open.time = form.substr(time);
  std::string_view rest = std::string_view(value.value).substr(bar + 1);
  open.how = found_in<Reckon>(kReckonWords, take_word(&rest)).value_or(Reckon::kNear);
  const std::string_view count = take_word(&rest);
  std::from_chars(count.data(), count.data() + count.size(), open.count);
  open.holiday = rest;
  return open;
}

}  // namespace newsfacts
