#include "corpus/wire_fields.h"

#include <charconv>
#include <limits>

namespace newsfacts {
namespace {

// The Decimal of which `digits` is str() and `exponent` the precision, of any size.
std::optional<Decimal> decimal_of(std::string_view digits, std::optional<std::int64_t> exponent) {
  constexpr std::int64_t kMostPlaces = 128;
  std::string bare;
  std::int64_t places = 0;
  bool point = false, negative = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == '-' && i == 0) {
      negative = true;
    } else if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      bare += c;
      places += point;
    } else {
      return std::nullopt;
    }
  }
  if (bare.empty() || bare.size() > 2 * kMostPlaces) return std::nullopt;
  const std::int64_t last = exponent.value_or(-places);
  if (last < -kMostPlaces || last > kMostPlaces) return std::nullopt;
  if (bare.find_first_not_of('0') == bare.npos) return Decimal(0, static_cast<int>(last));
  for (; places < -last; ++places) bare += '0';
  for (; places > -last; --places) {
    if (bare.back() != '0') return std::nullopt;
    bare.pop_back();
  }
  std::int64_t value = 0;
  const char* const end = bare.data() + bare.size();
  const auto [rest, error] = std::from_chars(bare.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return Decimal(negative ? -value : value, static_cast<int>(last));
}

}  // namespace

std::optional<element> in(const object& of, std::string_view key) {
  element value;
  if (of.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::string Where::str() const {
  const std::string place = "\"" + std::string(name) + "\"";
  return at == std::string_view::npos ? place : place + "[" + std::to_string(at) + "]";
}

void WireFields::fault(std::string reason) {
  if (well()) fault_ = std::move(reason);
}

void WireFields::fault(Where where, std::string_view what) {
  if (well()) fault_ = where.str().append(what);
}

void WireFields::fault(Where where, std::string_view key, std::string_view what) {
  if (well()) fault_ = where.str().append(".").append(key).append(what);
}

std::optional<object> WireFields::an_object(const element& item, Where where) {
  object of;
  if (item.get(of) == simdjson::SUCCESS) return of;
  fault(where, " is not an object");
  return std::nullopt;
}

std::string_view WireFields::string(const element& item, Where where) {
  std::string_view value;
  if (item.get(value) != simdjson::SUCCESS) fault(where, " is not a string");
  return value;
}

std::string_view WireFields::string(const object& of, std::string_view key, Where where) {
  const auto item = in(of, key);
  if (!item) return {};
  std::string_view value;
  if (item->get(value) != simdjson::SUCCESS) fault(where, key, " is not a string");
  return value;
}

Symbol WireFields::symbol(const object& of, std::string_view key, Where where) {
  return Symbol(string(of, key, where));
}

std::int64_t WireFields::number(const element& item, Where where) {
  std::int64_t value = 0;
  if (item.get(value) != simdjson::SUCCESS) fault(where, " holds no whole number");
  return value;
}

int WireFields::index(const object& of, std::string_view key, Where where) {
  const auto item = in(of, key);
  if (!item) return -1;
  const std::int64_t at = number(*item, where);
  if (at >= 0 && at <= std::numeric_limits<int>::max()) return static_cast<int>(at);
  fault(where, key, " is no index");
  return -1;
}

std::optional<Day> WireFields::day(const object& of, std::string_view key, Where where) {
  const std::string_view value = string(of, key, where);
  if (value.empty()) return std::nullopt;
  const auto day = parse_day(value);
  if (!day) fault(where, key, " is no day");
  return day;
}

std::optional<Decimal> WireFields::decimal(const object& of, std::string_view key,
                                           std::optional<std::int64_t> exponent, Where where) {
  if (!in(of, key)) return std::nullopt;
  const auto value = decimal_of(string(of, key, where), exponent);
  if (!value) fault(where, key, " is no decimal number");
  return value;
}

std::vector<Span> WireFields::spans(const object& of, std::string_view key, Where where) {
  std::vector<Span> spans;
  each(in(of, key), key, [&](const element& item, Where) {
    const auto ends = integers<2>(item, where);
    spans.push_back(span_of(ends[0], ends[1], where));
  });
  return spans;
}

std::optional<Span> WireFields::checked(std::int64_t begin, std::int64_t end,
                                        const CodePointIndex& index) {
  if (begin < 0 || end < begin || end > index.size()) return std::nullopt;
  return Span{index.bytes(static_cast<std::uint32_t>(begin)),
              index.bytes(static_cast<std::uint32_t>(end))};
}

Span WireFields::span_of(std::int64_t begin, std::int64_t end, Where where) {
  const auto span = checked(begin, end, *index_);
  if (span && !span->empty()) return *span;
  fault(where, " does not fit the text");
  return {};
}

Span WireFields::span_of(const object& of, Where where) {
  const auto begin = in(of, "start"), end = in(of, "end");
  if (begin && end) return span_of(number(*begin, where), number(*end, where), where);
  fault(where, " has no \"start\" and \"end\"");
  return {};
}

}  // namespace newsfacts
