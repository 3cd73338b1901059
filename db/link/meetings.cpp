#include "db/link/meetings.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>

#include "corpus/fingerprint.h"
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
    for (const Shingle& term : document.terms) terms.push_back(term.hash);
  sort_distinct(terms);
  return terms;
}

// Who met whom.
class Encounters {
 public:
  void add(const Posted& a, const Posted& b) {
    (alike_beside(a.margins, b.margins) ? sure_ : any_).push_back(packed(a.document, b.document));
  }
  std::vector<DocumentPair> told(std::uint32_t often) {
    const std::vector<DocumentPair> many = repeated(any_, often), sure = repeated(sure_, 1);
    std::vector<DocumentPair> all;
    std::set_union(many.begin(), many.end(), sure.begin(), sure.end(), std::back_inserter(all));
    return all;
  }

 private:
  std::vector<Packed> any_, sure_;
};

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
void meet(std::span<const Posted> posting, const Some& subjects, Reach reach,
          Encounters& encounters) {
  const std::size_t size = posting.size();
  if (size < 2) return;
  const std::size_t farthest = size <= reach.whole ? size - 1 : reach.beyond;
  for (std::size_t i = 0; i < size; ++i) {
    if (!subjects.has(posting[i])) continue;
    for (std::size_t k = i + 1; k < std::min(size, i + farthest + 1); ++k)
      encounters.add(posting[i], posting[k]);
    for (std::size_t k = i - std::min(i, farthest); k < i; ++k)
      if (!subjects.has(posting[k])) encounters.add(posting[k], posting[i]);
  }
}

// The pairs that meet where `some` are left out, and not where they stand between.
void meet_without(std::span<const Posted> posting, const Some& some, Reach reach,
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
    for (const Shingle& term : in_order[number]->terms)
      postings.push_back({term.hash, number, term.margins});
  sort_by_term(postings);

  const Some subjects(documents);
  Encounters encounters;
  std::vector<Posted> posting;
  for (std::size_t i = 0; i < postings.size();) {
    const std::uint32_t term = postings[i].term;
    posting.clear();
    for (; i < postings.size() && postings[i].term == term; ++i)
      posting.push_back({in_order[postings[i].number]->place, postings[i].margins});
    meet(posting, subjects, reach, encounters);
  }
  return encounters.told(often);
}

Meetings::Change Meetings::add(std::vector<Indexed> fresh) {
  const std::vector<std::uint32_t> terms = all_terms(fresh);
  const Some are_fresh(fresh);
  index_.add(std::move(fresh));
  Encounters met;
  std::vector<Packed> parted;
  index_.visit(terms, [&](std::uint32_t, std::span<const Posted> posting) {
    meet(posting, are_fresh, reach_, met);
    meet_without(posting, are_fresh, reach_, parted);
  });
  return {met.told(often_), repeated(parted, 1), {}};
}

Meetings::Change Meetings::remove(std::span<const Indexed> gone) {
  const Some are_gone(gone);
  std::vector<Packed> joined;
  index_.visit(all_terms(gone), [&](std::uint32_t, std::span<const Posted> posting) {
    meet_without(posting, are_gone, reach_, joined);
  });
  index_.remove(gone);
  return {{}, {}, repeated(joined, 1)};
}

std::vector<DocumentPair> Meetings::met_by(std::span<const Indexed> documents) {
  const Some subjects(documents);
  Encounters met;
  index_.visit(all_terms(documents), [&](std::uint32_t, std::span<const Posted> posting) {
    meet(posting, subjects, reach_, met);
  });
  return met.told(often_);
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
  std::vector<std::uint32_t> terms;
  Terms common;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if ((*met)[i]) continue;
    common.clear();
    const auto &a = terms_of(pairs[i].first), &b = terms_of(pairs[i].second);
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common),
                          [](const Shingle& x, const Shingle& y) { return x.hash < y.hash; });
    for (std::size_t k = 0; k < std::min(common.size(), most); ++k)
      shared.emplace_back(common[k].hash, i);
  }
  std::sort(shared.begin(), shared.end());
  for (const auto& [term, pair] : shared)
    if (terms.empty() || terms.back() != term) terms.push_back(term);

  std::vector<std::uint32_t> times(pairs.size());
  auto at = shared.begin();
  index_.visit(terms, [&](std::uint32_t term, std::span<const Posted> posting) {
    const auto stands = [&](DocumentId document) {
      return std::find_if(posting.begin(), posting.end(),
                          [&](const Posted& posted) { return posted.document == document; });
    };
    for (; at != shared.end() && at->first == term; ++at) {
      const auto [a, b] = pairs[at->second];
      const auto one = stands(a), other = stands(b);
      if (!reach_.meet(posting.size(), static_cast<std::size_t>(std::abs(one - other)))) continue;
      times[at->second] += alike_beside(one->margins, other->margins) ? often_ : 1;
      if (times[at->second] >= often_) (*met)[at->second] = true;
    }
  });
}

}  // namespace newsfacts
