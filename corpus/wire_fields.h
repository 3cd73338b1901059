// The fields of one parsed line: what corpus/wire_read.cpp asks of simdjson.  The first thing
// that is found wrong is kept as the line's fault, and what is read from then on does not
// count; so a reading goes straight on, and asks once, at its end, whether all was well().

#pragma once

#include <simdjson.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"
#include "corpus/decimal.h"
#include "corpus/span.h"
#include "corpus/symbol.h"
#include "corpus/utf8.h"
#include "corpus/words.h"

namespace newsfacts {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// The value of `key`; nullopt where it is absent or null.
std::optional<element> in(const object& of, std::string_view key);

// A place in the line, spelled out only when something is wrong there: "mentions"[3].
struct Where {
  std::string_view name = "line";
  std::size_t at = std::string_view::npos;

  std::string str() const;
};

class WireFields {
 public:
  bool well() const { return fault_.empty(); }
  const std::string& fault() const { return fault_; }

  void fault(std::string reason);
  void fault(Where where, std::string_view what);
  void fault(Where where, std::string_view key, std::string_view what);

  // Spans are looked for in this text until the next call.
  void of_text(const CodePointIndex* index) { index_ = index; }

  // Calls read(element, Where) for each item of a list.
  template <typename Read>
  void each(const std::optional<element>& list, std::string_view name, Read read) {
    if (!list || !well()) return;
    array items;
    if (list->get(items) != simdjson::SUCCESS) return fault({name}, " is not a list");
    std::size_t at = 0;
    for (const element item : items) {
      read(item, Where{name, at++});
      if (!well()) return;
    }
  }

  std::optional<object> an_object(const element& item, Where where);
  std::string_view string(const element& item, Where where);
  std::int64_t number(const element& item, Where where);

  template <std::size_t N>
  std::array<std::int64_t, N> integers(const element& item, Where where) {
    std::array<std::int64_t, N> values{};
    array list;
    if (item.get(list) != simdjson::SUCCESS || list.size() != N) {
      fault(where, " is no list of " + std::to_string(N) + " numbers");
      return values;
    }
    std::size_t i = 0;
    for (const element value : list) values[i++] = number(value, where);
    return values;
  }

  // Of an object; what is absent is empty, -1, or the first word of its table.
  std::string_view string(const object& of, std::string_view key, Where where);
  Symbol symbol(const object& of, std::string_view key, Where where);
  int index(const object& of, std::string_view key, Where where);
  std::optional<Day> day(const object& of, std::string_view key, Where where);

  // `exponent` is the precision; without it the digits tell.
  std::optional<Decimal> decimal(const object& of, std::string_view key,
                                 std::optional<std::int64_t> exponent, Where where);

  template <typename Enum, std::size_t N>
  Enum meaning(std::string_view word, const std::array<std::string_view, N>& words, Where where) {
    if (const auto value = found_in<Enum>(words, word)) return *value;
    fault(where, " holds an unknown word");
    return Enum{};
  }

  template <typename Enum, std::size_t N>
  Enum word(const object& of, std::string_view key, const std::array<std::string_view, N>& words,
            Where where) {
    const std::string_view value = string(of, key, where);
    return value.empty() ? Enum{} : meaning<Enum>(value, words, where);
  }

  // From code points to bytes.  Never empty, unless there is a fault.
  Span span_of(std::int64_t begin, std::int64_t end, Where where);
  Span span_of(const object& of, Where where);  // its "start" and "end"
  std::vector<Span> spans(const object& of, std::string_view key, Where where);

  // The same in any text; may be empty.
  static std::optional<Span> checked(std::int64_t begin, std::int64_t end,
                                     const CodePointIndex& index);

 private:
  std::string fault_;
  const CodePointIndex* index_ = nullptr;
};

}  // namespace newsfacts
