// JSON as it is written, piece by piece and without a tree: keys, strings, numbers and lists at the
// end of a string that grows (RFC 8259).  A line of it stays one line for every program: besides
// what JSON asks for, U+0085, U+2028 and U+2029 are escaped.

#pragma once

#include <array>
#include <charconv>
#include <initializer_list>
#include <string>
#include <string_view>

namespace newsfacts {

class JsonText {
 protected:
  // Appends to `out`, which is kept.
  explicit JsonText(std::string& out) : out_(out) {}

  void key(std::string_view name) { out_.append(",\"").append(name).append("\":"); }

  // Absent fields are null.
  void field(std::string_view name, std::string_view value);

  void word(std::string_view plain) { out_.append("\"").append(plain).append("\""); }
  void string(std::string_view value);   // whatever its bytes: what is no UTF-8 becomes U+FFFD
  void escaped(std::string_view value);  // of UTF-8

  template <typename Number>
  void number(Number value) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
  }

  template <typename Number>
  void numbers(std::initializer_list<Number> values) {
    list(values, [&](Number value) { number(value); });
  }

  template <typename Items, typename Write>
  void list(const Items& items, Write write) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      write(item);
    }
    out_ += ']';
  }

  std::string& out_;

 private:
  void escape(char32_t c);
};

}  // namespace newsfacts
