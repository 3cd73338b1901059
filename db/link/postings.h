// Postings on their way into an index: the number of a document under a term.

#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace newsfacts {

struct Posting {
  std::uint32_t term = 0, number = 0, margins = 0;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

// By term, those of one term as they stood: a radix sort, linear in the postings.
void sort_by_term(std::vector<Posting>& postings);

}  // namespace newsfacts
