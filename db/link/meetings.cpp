#include "db/link/meetings.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>

#include "db/link/postings.h"
#include "db/link/sorted_sets.h"

namespace newsfacts {
namespace {

// Two row numbers in one word, which sorts and compares at once.
using Packed = std::uint64_t;

Packed packed(std::uint32_t a, std::uint32_t b) {
  return a < b ? Packed{a} << 32U | b : Packed{b} << 32U | a;
}

DocumentPair pair_of(Packed pair) {
  return {static_cast<DocumentId>(pair >> 32U), static_cast<DocumentId>(pair & 0xFFFFFFFFU)};
}

// Each pair that stands there `often` times or more, once.
std::vector<DocumentPair> repeated(std::vector<Packed>& pairs, std::uint32_t often) {
  std::sort(pairs.begin(), pairs.end());
  std::vector<DocumentPair> found;
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    if (end - i >= often) found.push_back(pair_of(pairs[i]));
    i = end;
  }
  return found;
}

std::vector<std::uint32_t> all_terms(std::span<const Indexed> documents) {
  std::vector<std::uint32_t> terms;
  for (const Indexed& document : documents)
    terms.insert(terms.end(), document.terms.begin(), document.terms.end());
  sort_distinct(terms);
  return terms;
}

// Some documents by their row numbers, asked for once for each in a posting.
class Some {
 public:
  explicit Some(std::span<const Indexed> documents) {
    for (const Indexed& document : documents) {
      if (is_.size() <= document.place.document) is_.resize(document.place.document + std::size_t{1});
      is_[document.place.document] = true;
    }
  }
  bool has(const Place& place) const { return place.document < is_.size() && is_[place.document]; }

 private:
  std::vector<bool> is_;
};

// The pairs of a posting that meet and of which one is a subject.
void meet(std::span<const Place> posting, const Some& subjects, Reach reach,
          std::vector<Packed>& pairs) {
  const std::size_t size = posting.size();
  if (size < 2) return;
  const std::size_t farthest = size <= reach.whole ? size - 1 : reach.beyond;
  for (std::size_t i = 0; i < size; ++i) {
    if (!subjects.has(posting[i])) continue;
    for (std::size_t k = i + 1; k < std::min(size, i + farthest + 1); ++k)
      pairs.push_back(packed(posting[i].document, posting[k].document));
    for (std::size_t k = i - std::min(i, farthest); k < i; ++k)
      if (!subjects.has(posting[k]))
        pairs.push_back(packed(posting[k].document, posting[i].document));
  }
}

// The pairs that meet where `some` are left out, and not where they stand between.
void meet_without(std::span<const Place> posting, const Some& some, Reach reach,
                  std::vector<Packed>& pairs) {
  if (posting.size() <= reach.whole) return;
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < posting.size(); ++i)
    if (!some.has(posting[i])) others.push_back(i);
  if (others.size() == posting.size() || others.size() < 2) return;
  const std::size_t farthest = others.size() <= reach.whole ? others.size() - 1 : reach.beyond;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const std::size_t last = std::min(others.size() - 1, i + farthest);
    for (std::size_t k = last; k > i && others[k] - others[i] > reach.beyond; --k)
      pairs.push_back(packed(posting[others[i]].document, posting[others[k]].document));
  }
}

}  // namespace

std::vector<DocumentPair> meetings(std::span<const Indexed> documents, Reach reach,
                                   std::uint32_t often) {
  std::vector<const Indexed*> in_order;
  for (const Indexed& document : documents) in_order.push_back(&document);
  std::sort(in_order.begin(), in_order.end(),
            [](const Indexed* a, const Indexed* b) { return a->place < b->place; });
  std::vector<Posting> postings;
  for (std::uint32_t number = 0; number < in_order.size(); ++number)
    for (const std::uint32_t term : in_order[number]->terms) postings.push_back({term, number});
  sort_by_term(postings);

  const Some subjects(documents);
  std::vector<Packed> pairs;
  std::vector<Place> posting;
  for (std::size_t i = 0; i < postings.size();) {
    const std::uint32_t term = postings[i].term;
    posting.clear();
    for (; i < postings.size() && postings[i].term == term; ++i)
      posting.push_back(in_order[postings[i].number]->place);
    meet(posting, subjects, reach, pairs);
  }
  return repeated(pairs, often);
}

Meetings::Change Meetings::add(std::vector<Indexed> fresh) {
  const std::vector<std::uint32_t> terms = all_terms(fresh);
  const Some are_fresh(fresh);
  index_.add(std::move(fresh));
  std::vector<Packed> met, parted;
  index_.visit(terms, [&](std::uint32_t, std::span<const Place> posting) {
    meet(posting, are_fresh, reach_, met);
    meet_without(posting, are_fresh, reach_, parted);
  });
  return {repeated(met, often_), repeated(parted, 1), {}};
}

Meetings::Change Meetings::remove(std::span<const Indexed> gone) {
  const Some are_gone(gone);
  std::vector<Packed> joined;
  index_.visit(all_terms(gone), [&](std::uint32_t, std::span<const Place> posting) {
    meet_without(posting, are_gone, reach_, joined);
  });
  index_.remove(gone);
  return {{}, {}, repeated(joined, 1)};
}

std::vector<DocumentPair> Meetings::met_by(std::span<const Indexed> documents) {
  const Some subjects(documents);
  std::vector<Packed> met;
  index_.visit(all_terms(documents), [&](std::uint32_t, std::span<const Place> posting) {
    meet(posting, subjects, reach_, met);
  });
  return repeated(met, often_);
}

std::vector<DocumentPair> Meetings::still_met(std::span<const DocumentPair> pairs,
                                              const TermsOf& terms_of) {
  // Most postings are short, and in a few of them a pair has met often enough: few of the terms that
  // it shares are looked up, and all where those do not tell.
  const std::size_t few = 4 * std::size_t{often_};
  std::vector<bool> met(pairs.size());
  for (const std::size_t most : {few, std::numeric_limits<std::size_t>::max()})
    look_up(pairs, terms_of, most, &met);
  std::vector<DocumentPair> found;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (met[i]) found.push_back(pairs[i]);
  return found;
}

void Meetings::look_up(std::span<const DocumentPair> pairs, const TermsOf& terms_of,
                       std::size_t most, std::vector<bool>* met) {
  std::vector<std::pair<std::uint32_t, std::size_t>> shared;  // by term, the pairs that share it
  std::vector<std::uint32_t> common, terms;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if ((*met)[i]) continue;
    common.clear();
    const auto &a = terms_of(pairs[i].first), &b = terms_of(pairs[i].second);
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    if (common.size() < often_) continue;
    for (std::size_t k = 0; k < std::min(common.size(), most); ++k) shared.emplace_back(common[k], i);
  }
  std::sort(shared.begin(), shared.end());
  for (const auto& [term, pair] : shared)
    if (terms.empty() || terms.back() != term) terms.push_back(term);

  std::vector<std::uint32_t> times(pairs.size());
  auto at = shared.begin();
  index_.visit(terms, [&](std::uint32_t term, std::span<const Place> posting) {
    const auto stands = [&](DocumentId document) {
      return std::find_if(posting.begin(), posting.end(),
                          [&](const Place& place) { return place.document == document; });
    };
    for (; at != shared.end() && at->first == term; ++at) {
      const auto [a, b] = pairs[at->second];
      const auto apart = static_cast<std::size_t>(std::abs(stands(a) - stands(b)));
      if (reach_.meet(posting.size(), apart) && ++times[at->second] >= often_)
        (*met)[at->second] = true;
    }
  });
}

}  // namespace newsfacts
