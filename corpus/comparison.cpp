#include "corpus/comparison.h"

#include "corpus/amount_comparison.h"
#include "corpus/time_comparison.h"

namespace newsfacts {

Comparison compare(const Stated& a, const Stated& b) {
  const auto* time_a = std::get_if<TimeValue>(&a.value);
  const auto* time_b = std::get_if<TimeValue>(&b.value);
  if (time_a && time_b) return compare_times(a, b, *time_a, *time_b);
  const auto* amount_a = std::get_if<Amount>(&a.value);
  const auto* amount_b = std::get_if<Amount>(&b.value);
  if (amount_a && amount_b) return compare_amounts(a, b, *amount_a, *amount_b);
  return {};
}

}  // namespace newsfacts
