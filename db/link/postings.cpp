#include "db/link/postings.h"

#include <array>

namespace newsfacts {

void sort_by_term(std::vector<Posting>& postings) {
  constexpr unsigned kDigits = 3, kBits = 11;
  constexpr std::uint32_t kMask = (1U << kBits) - 1;
  std::array<std::array<std::uint32_t, kMask + 1>, kDigits> before{};  // then where a digit goes next
  for (const Posting& posting : postings)
    for (unsigned digit = 0; digit < kDigits; ++digit)
      ++before[digit][posting.term >> (digit * kBits) & kMask];
  std::vector<Posting> sorted(postings.size());
  for (unsigned digit = 0; digit < kDigits; ++digit) {
    std::uint32_t sum = 0;
    for (std::uint32_t& count : before[digit]) {
      const std::uint32_t here = count;
      count = sum;
      sum += here;
    }
    for (const Posting& posting : postings)
      sorted[before[digit][posting.term >> (digit * kBits) & kMask]++] = posting;
    postings.swap(sorted);
  }
}

}  // namespace newsfacts
