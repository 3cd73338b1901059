#include "extractors/extractor.h"

#include <charconv>

namespace newsfacts {
namespace {

const Fields::Field* find(std::span<const Fields::Field> fields, std::string_view name) {
  for (const Fields::Field& field : fields)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace

bool Fields::has(std::string_view name) const {
  return find(fields_, name) != nullptr;
}

std::string_view Fields::operator[](std::string_view name) const {
  const Field* field = find(fields_, name);
  return field ? field->reading : std::string_view();
}

std::string_view Fields::words(std::string_view name) const {
  const Field* field = find(fields_, name);
  return field ? field->words : std::string_view();
}

std::optional<unsigned> Fields::number(std::string_view name) const {
  const std::string_view digits = (*this)[name];
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || rest != end) return std::nullopt;
  return value;
}

}  // namespace newsfacts
