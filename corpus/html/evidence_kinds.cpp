#include "corpus/html/evidence_kinds.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

#include "corpus/html/evidence.h"
#include "corpus/table.h"

namespace newsfacts::html {

std::size_t evidence_kinds() {
  return kFirstOf.back();
}

std::string evidence_name(std::size_t kind) {
  const auto run = static_cast<std::size_t>(
      std::upper_bound(kFirstOf.begin(), kFirstOf.end(), kind) - kFirstOf.begin() - 1);
  const std::size_t at = kind - kFirstOf[run];
  std::string name(kRuns[run].name);
  if (kRuns[run].size == 1) return name;
  name += ':';
  switch (run) {
    case kTagOf:
    case kTagAbove:
    case kTagAbove2:
    case kTagBefore:
    case kTagAfter: {
      const std::string_view tag = name_of(static_cast<Tag>(at));
      return name.append(tag.empty() ? "other" : tag);
    }
    case kSignOf:
    case kSignAbove:
    case kSignNear:
    case kSignFar: return name.append(kSignWords[at]);
    case kKindSign:
      return name.append(kPageKindWords[at / kSigns]).append("/").append(kSignWords[at % kSigns]);
    case kPhrase:
    case kOpening:
    case kPhraseAbove:
      return at < phrase_kinds() ? name.append(phrase_kind(at)) : name.append(std::to_string(at));
    case kSize:
    case kBefore:
    case kAfter:
    case kBefore2:
    case kAfter2:
      return name.append(std::to_string(at / kLinkSteps))
          .append("/")
          .append(std::to_string(at % kLinkSteps));
    default: return name.append(std::to_string(at));
  }
}

Weights::Weights() : first_(evidence_kinds()), second_(evidence_kinds()) {
  std::unordered_map<std::string, std::size_t> kinds;
  for (std::size_t kind = 0; kind < evidence_kinds(); ++kind)
    kinds.emplace(evidence_name(kind), kind);
  for (const auto& [name, numbers] : table_rows("html/evidence.tsv")) {
    const auto kind = kinds.find(std::string(name));
    const auto both = parts_of(numbers, '\t');
    if (kind == kinds.end() || both.size() != 2) continue;
    const auto number = [](std::string_view digits) {
      float value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return value;
    };
    first_[kind->second] = number(both[0]);
    second_[kind->second] = number(both[1]);
  }
}

const Weights& Weights::standard() {
  static const Weights weights;
  return weights;
}

float weighed(float so_far, const std::vector<float>& weights,
              const std::vector<Evidence>& evidence) {
  for (const Evidence& each : evidence) so_far += weights[each.kind] * each.value;
  return so_far;
}

}  // namespace newsfacts::html
