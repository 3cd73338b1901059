// Header fields, "Name: value" a line, as e-mail (RFC 5322), HTTP (RFC 9112) and WARC (ISO 28500)
// have them.  A line that begins with a space goes on with the one before it.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsfacts {

class HeaderFields {
 public:
  // Reads up to the first empty line, or all there is, and says how many bytes that took.  A line
  // that is no field is passed over.
  std::size_t read(std::string_view bytes);

  void add_line(std::string_view line);  // without its end

  // The value of the first field of that name, in any letter case; empty where there is none.
  std::string_view operator[](std::string_view name) const;

  bool empty() const { return fields_.empty(); }
  void clear() { fields_.clear(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Of "text/html; charset=utf-8" (RFC 9110, 8.3): "text/html" in small letters.
std::string media_type(std::string_view value);

// And its parameter, without quotes; empty where there is none.
std::string parameter(std::string_view value, std::string_view name);

}  // namespace newsfacts
