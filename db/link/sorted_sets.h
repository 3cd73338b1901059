// Sets kept as ascending, distinct vectors: what two have in common, by one walk over both.

#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace newsfacts {

template <typename T>
void sort_distinct(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

struct Overlap {
  std::size_t shared = 0, smaller = 0, larger = 0;

  double of_smaller() const {
    return smaller == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(smaller);
  }
  double of_either() const {
    const std::size_t either = smaller + larger - shared;
    return either == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(either);
  }
};

template <typename T>
Overlap overlap(const std::vector<T>& a, const std::vector<T>& b) {
  Overlap found;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++found.shared;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  found.smaller = std::min(a.size(), b.size());
  found.larger = std::max(a.size(), b.size());
  return found;
}

}  // namespace newsfacts
