#include "corpus/mention.h"

namespace newsfacts {
namespace {

std::string text_of(const std::monostate&) { return {}; }

std::string text_of(const TimeValue& time) {
  std::string text = time.value;
  if (!time.freq.empty()) text.append(" ").append(time.freq);
  if (!time.zone.empty()) text.append(" ").append(time.zone);
  return text;
}

std::string text_of(const Name& name) { return name.canonical; }

std::string text_of(const Amount& amount) {
  const std::string low = amount.low ? amount.low->str() : "";
  const std::string high = amount.high ? amount.high->str() : "";
  std::string text;
  switch (amount.relation) {
    case Relation::kEqual: text = low; break;
    case Relation::kAbout: text = "~ " + low; break;
    case Relation::kAtLeast: text = ">= " + low; break;
    case Relation::kAtMost: text = "<= " + high; break;
    case Relation::kRange: text = low + ".." + high; break;
    case Relation::kVague: text = "vague " + low + ".." + high; break;
  }
  if (!amount.unit.empty()) text.append(" ").append(amount.unit.str());
  if (!amount.per.empty()) text.append(" per ").append(amount.per.str());
  return text;
}

}  // namespace

std::string to_string(const Value& value) {
  return std::visit([](const auto& v) { return text_of(v); }, value);
}

}  // namespace newsfacts
