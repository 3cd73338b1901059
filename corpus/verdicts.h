// The verdicts of compare() and their reasons in words: what its two halves share.

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "corpus/comparison.h"
#include "corpus/utf8.h"

namespace newsfacts {

inline std::string quoted(std::string_view words) {
  return "\"" + std::string(words) + "\"";
}

inline Comparison agree(Difference kind, std::string reason) {
  return {Comparison::Verdict::kAgree, kind, std::move(reason)};
}

inline Comparison conflict(Difference kind, std::string reason) {
  return {Comparison::Verdict::kConflict, kind, std::move(reason)};
}

inline bool same_words(std::string_view a, std::string_view b) {
  return a == b || folded(a) == folded(b);
}

// The values are one: in the same words, or in others.
inline Comparison same(const Stated& a, const Stated& b) {
  if (same_words(a.words, b.words)) return agree(Difference::kExact, quoted(a.words) + " in both");
  return agree(Difference::kForm, quoted(a.words) + " = " + quoted(b.words));
}

}  // namespace newsfacts
