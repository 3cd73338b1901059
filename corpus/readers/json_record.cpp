#include "corpus/readers/json_record.h"

#include <optional>
#include <string>

namespace newsfacts {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A string, a number, an object with a name, or a list of these; of anything else nothing: an
// article is worth more than a field about it.
std::string joined(const element& value, bool in_list = false) {
  std::string_view words;
  if (value.get(words) == simdjson::SUCCESS) return std::string(words);
  if (value.is_number()) return simdjson::minify(value);
  if (object named; value.get(named) == simdjson::SUCCESS) {
    if (named["name"].get(words) == simdjson::SUCCESS) return std::string(words);
    return {};
  }
  if (array several; !in_list && value.get(several) == simdjson::SUCCESS) {
    std::string all;
    for (const element each : several)
      if (const std::string one = joined(each, true); !one.empty())
        all.append(all.empty() ? "" : ", ").append(one);
    return all;
  }
  return {};
}

std::optional<element> at_path(object at, const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    element value;
    if (at[keys[i]].get(value) != simdjson::SUCCESS) return std::nullopt;
    if (i + 1 == keys.size()) return value;
    if (value.get(at) != simdjson::SUCCESS) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

ArticleRecord record_of(const object& of, const FieldNames& names) {
  ArticleRecord record;
  for (const auto [key, value] : of)
    if (const auto name = names.find(key)) record.say(*name, joined(value));
  for (const FieldNames::Path& path : names.paths())
    if (const auto value = at_path(of, path.keys)) record.say({path.field, 0}, joined(*value));
  return record;
}

}  // namespace newsfacts
