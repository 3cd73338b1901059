#include "db/link/coherence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>

namespace newsfacts {
namespace {

// So much a term tells that all have: without it, a set in which all have all would be nothing.
constexpr double kToldByAll = 0.2;
constexpr int kPasses = 50;
constexpr double kStill = 1e-4;  // passes end when nothing moves more: single moves follow
constexpr double kGain = 1e-9;
constexpr std::size_t kMostSettled = 256;
constexpr int kSettlingPasses = 5;
constexpr double kClearly = 1.3;  // so many times as like
constexpr double kLeast = 0.05;
constexpr std::size_t kWordsApart = 4;  // in the reason

using Members = std::vector<std::size_t>;

// Documents as vectors of length 1 over the terms at least two of them have.
class Space {
 public:
  Space(std::span<const Outline* const> documents, const Members& members);

  std::size_t size() const { return begin_.size() - 1; }
  double square(std::size_t document) const;  // of what is left of its length of 1
  std::vector<double> sum_by(const std::vector<double>& factors) const;  // of the vectors
  double along(std::size_t document, const std::vector<double>& direction) const;
  void add(std::size_t document, double factor, std::vector<double>* direction) const;

 private:
  struct Coordinate {
    std::uint32_t term = 0;
    double value = 0;
  };
  std::vector<Coordinate> coordinates_;
  std::vector<std::size_t> begin_;
  std::size_t terms_ = 0;
};

Space::Space(std::span<const Outline* const> documents, const Members& members) {
  struct Place {
    std::uint64_t hash;
    std::uint32_t document;
    std::uint32_t weight;
  };
  std::vector<Place> places;
  for (std::size_t i = 0; i < members.size(); ++i)
    for (const Outline::Term& term : documents[members[i]]->terms)
      places.push_back({term.hash, static_cast<std::uint32_t>(i), term.weight});
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.document < b.document;
  });
  std::vector<std::vector<Coordinate>> rows(members.size());
  std::vector<double> square(members.size());
  const auto size = static_cast<double>(members.size());
  for (std::size_t i = 0, next = 0; i < places.size(); i = next) {
    while (next < places.size() && places[next].hash == places[i].hash) ++next;
    const double tells = kToldByAll + std::log((size + 1) / static_cast<double>(next - i));
    for (std::size_t k = i; k < next; ++k) {
      const double value = tells * places[k].weight;
      square[places[k].document] += value * value;
      // What one alone has only makes it longer.
      if (next - i > 1)
        rows[places[k].document].push_back({static_cast<std::uint32_t>(terms_), value});
    }
    if (next - i > 1) ++terms_;
  }
  begin_.push_back(0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const Coordinate& at : rows[i])
      coordinates_.push_back({at.term, at.value / std::sqrt(square[i])});
    begin_.push_back(coordinates_.size());
  }
}

double Space::square(std::size_t document) const {
  double sum = 0;
  for (std::size_t i = begin_[document]; i < begin_[document + 1]; ++i)
    sum += coordinates_[i].value * coordinates_[i].value;
  return sum;
}

std::vector<double> Space::sum_by(const std::vector<double>& factors) const {
  std::vector<double> sum(terms_);
  for (std::size_t i = 0; i < size(); ++i) add(i, factors[i], &sum);
  return sum;
}

double Space::along(std::size_t document, const std::vector<double>& direction) const {
  double product = 0;
  for (std::size_t i = begin_[document]; i < begin_[document + 1]; ++i)
    product += coordinates_[i].value * direction[coordinates_[i].term];
  return product;
}

void Space::add(std::size_t document, double factor, std::vector<double>* direction) const {
  for (std::size_t i = begin_[document]; i < begin_[document + 1]; ++i)
    (*direction)[coordinates_[i].term] += factor * coordinates_[i].value;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// The modularity matrix B = A - k k' / sum(k), where A holds the cosines of different documents and
// k their sums: never written out, as A = V V' less its diagonal.
class Modularity {
 public:
  explicit Modularity(const Space& space) : space_(space) {
    const std::vector<double> all = space.sum_by(std::vector<double>(space.size(), 1.0));
    for (std::size_t i = 0; i < space.size(); ++i) {
      own_.push_back(space.square(i));
      degrees_.push_back(space.along(i, all) - own_[i]);
      total_ += degrees_[i];
    }
  }

  double total() const { return total_; }
  double diagonal(std::size_t i) const { return -degrees_[i] * degrees_[i] / total_; }

  std::vector<double> times(const std::vector<double>& x) const {
    const std::vector<double> sum = space_.sum_by(x);
    const double by_degree = product(degrees_, x) / total_;
    std::vector<double> result(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
      result[i] = space_.along(i, sum) - own_[i] * x[i] - degrees_[i] * by_degree;
    return result;
  }

 private:
  const Space& space_;
  std::vector<double> own_, degrees_;
  double total_ = 0;
};

// The eigenvector of the greatest eigenvalue, by powers of B + 1: the least is about -1.
std::vector<double> leading(const Modularity& modularity, std::vector<double> x) {
  for (int pass = 0; pass < kPasses; ++pass) {
    std::vector<double> next = modularity.times(x);
    for (std::size_t i = 0; i < x.size(); ++i) next[i] += x[i];
    const double length = std::sqrt(product(next, next));
    if (length == 0) break;
    double moved = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      next[i] /= length;
      moved = std::max(moved, std::abs(next[i] - x[i]));
    }
    x = std::move(next);
    if (moved < kStill) break;
  }
  return x;
}

// The sides that the documents are on, 1 and -1, and how much is gained by that.
struct Cut {
  std::vector<double> sides;
  double modularity = 0;
};

Cut best_cut(const Space& space, std::vector<double> start) {
  const Modularity modularity(space);
  if (modularity.total() <= 0) return {std::move(start), 0};  // they have nothing in common
  Cut cut{leading(modularity, std::move(start)), 0};
  for (double& side : cut.sides) side = side < 0 ? -1 : 1;
  std::vector<double> pull = modularity.times(cut.sides);
  for (int move = 0; move < kPasses; ++move) {
    std::size_t best = 0;
    double gain = 0;
    for (std::size_t i = 0; i < cut.sides.size(); ++i) {
      const double gained = modularity.diagonal(i) - cut.sides[i] * pull[i];
      if (gained > gain + kGain) {
        gain = gained;
        best = i;
      }
    }
    if (gain == 0) break;
    cut.sides[best] = -cut.sides[best];
    pull = modularity.times(cut.sides);
  }
  cut.modularity = product(cut.sides, pull) / (2 * modularity.total());
  return cut;
}

class Splitting {
 public:
  explicit Splitting(std::span<const Outline* const> documents) : documents_(documents) {}

  void split_all() {
    Members all(documents_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    split(all, {}, false);
    for (const Event& event : events_)
      if (!event.members.empty())
        chapters(event.members,
                 event.others.empty() ? "" : apart_from(event.members, event.others));
  }

  std::vector<Part> parts() && {
    std::sort(parts_.begin(), parts_.end(),
              [](const Part& a, const Part& b) { return a.members[0] < b.members[0]; });
    return std::move(parts_);
  }

 private:
  struct Event {
    Members members;
    Members others;  // were cut off from these
  };

  // `settling`: a set that these are of will be settled.
  void split(const Members& members, const Members& others, bool settling) {
    Members one, other;
    if (!cut(members, &one, &other)) {
      events_.push_back({members, others});
      return;
    }
    const bool settles = !settling && members.size() <= kMostSettled;
    const std::size_t first = events_.size();
    split(one, other, settling || settles);
    split(other, one, settling || settles);
    if (settles) settle(members, std::span(events_).subspan(first));
  }

  void settle(const Members& members, std::span<Event> events);
  bool cut(const Members& members, Members* one, Members* other) const {
    if (members.size() < kFewest) return false;
    const Space space(documents_, members);
    // Any start will do that is not at right angles to what is looked for; and by content.
    std::vector<double> start;
    for (const std::size_t member : members)
      start.push_back(static_cast<double>(documents_[member]->key.low >> 40U) / (1U << 24U) - 0.5);
    const Cut cut = best_cut(space, std::move(start));
    for (std::size_t i = 0; i < members.size(); ++i)
      (cut.sides[i] > 0 ? one : other)->push_back(members[i]);
    return !one->empty() && !other->empty() &&
           cut.modularity > kModularity + kChance / static_cast<double>(members.size());
  }

  void chapters(const Members& members, const std::string& apart);
  std::string apart_from(const Members& here, const Members& there) const;

  std::span<const Outline* const> documents_;
  std::vector<Event> events_;
  std::vector<Part> parts_;
};

// A cut looks at all that is left on both sides, and a document may come to the wrong one when the
// sides are events of their own still.  So in the end each goes to the event whose documents it is
// most like on average, where that is clear.
void Splitting::settle(const Members& members, std::span<Event> events) {
  const Space space(documents_, members);
  std::vector<std::size_t> event_of(members.size());
  std::vector<std::vector<double>> sums;
  for (std::size_t e = 0; e < events.size(); ++e) {
    std::vector<double> inside(members.size());
    for (std::size_t i = 0; i < members.size(); ++i)
      if (std::binary_search(events[e].members.begin(), events[e].members.end(), members[i])) {
        inside[i] = 1;
        event_of[i] = e;
      }
    sums.push_back(space.sum_by(inside));
  }
  bool moved = true;
  for (int pass = 0; moved && pass < kSettlingPasses; ++pass) {
    moved = false;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t home = event_of[i];
      // Of what it has in common with the others of an event.
      const auto mean = [&](std::size_t e) {
        const std::size_t others = events[e].members.size() - (e == home ? 1 : 0);
        if (others < (e == home ? 1U : 2U)) return 0.0;
        const double likeness = space.along(i, sums[e]) - (e == home ? space.square(i) : 0);
        return likeness / static_cast<double>(others);
      };
      std::size_t best = home;
      double most = std::max(mean(home) * kClearly, kLeast);
      for (std::size_t e = 0; e < events.size(); ++e)
        if (e != home && mean(e) > most) {
          most = mean(e);
          best = e;
        }
      if (best == home) continue;
      space.add(i, -1, &sums[home]);
      space.add(i, 1, &sums[best]);
      std::erase(events[home].members, members[i]);
      Members& there = events[best].members;
      there.insert(std::lower_bound(there.begin(), there.end(), members[i]), members[i]);
      event_of[i] = best;
      moved = true;
    }
  }
}

// The first chapters of a long story one by one, until what is left is short enough.
void Splitting::chapters(const Members& members, const std::string& apart) {
  Members dated;
  for (const std::size_t member : members)
    if (documents_[member]->published) dated.push_back(member);
  const auto days = [&](std::size_t from, std::size_t to) {
    return (*documents_[dated[to]]->published - *documents_[dated[from]]->published).count();
  };
  std::size_t widest = 0;
  for (std::size_t i = 1; i < dated.size(); ++i)
    if (widest == 0 || days(i - 1, i) > days(widest - 1, widest)) widest = i;
  if (widest == 0 || days(0, dated.size() - 1) <= kLongestDays ||
      days(widest - 1, widest) < kSilentDays) {
    parts_.push_back({members, apart});
    return;
  }
  Members first, second;
  const auto later = [&](std::size_t member) {
    return documents_[member]->published &&
           *documents_[member]->published >= *documents_[dated[widest]]->published;
  };
  for (const std::size_t member : members) (later(member) ? second : first).push_back(member);
  const auto silent = days(widest - 1, widest);
  chapters(first, apart);
  chapters(second, fmt::format("{}{}after {} days without a report", apart,
                               apart.empty() ? "" : "; ", silent));
}

// "borealis, reef; not launch, yard"
std::string Splitting::apart_from(const Members& here, const Members& there) const {
  struct Word {
    std::uint64_t hash = 0;
    double here = 0, there = 0;  // in which part of the documents
    std::uint32_t weight = 0;    // the greatest
    std::string_view text;
  };
  std::vector<Word> words;
  const auto gather = [&](const Members& members, double Word::*share) {
    for (const std::size_t member : members)
      for (const Outline::Term& term : documents_[member]->terms) {
        words.push_back({term.hash, 0, 0, term.weight, documents_[member]->words_of(term)});
        words.back().*share = 1 / static_cast<double>(members.size());
      }
  };
  gather(here, &Word::here);
  gather(there, &Word::there);
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.text < b.text;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kept > 0 && words[kept - 1].hash == words[i].hash) {
      words[kept - 1].here += words[i].here;
      words[kept - 1].there += words[i].there;
      words[kept - 1].weight = std::max(words[kept - 1].weight, words[i].weight);
    } else {
      words[kept++] = words[i];
    }
  }
  words.resize(kept);
  const auto most = [&](double sign) {
    std::sort(words.begin(), words.end(), [&](const Word& a, const Word& b) {
      const double x = sign * (a.here - a.there), y = sign * (b.here - b.there);
      if (x != y) return x > y;
      return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
    });
    Wording told(kWordsApart);
    for (const Word& word : words) {
      if (told.full() || sign * (word.here - word.there) <= 0) break;
      told.tell(word.text);
    }
    return told.text();
  };
  const std::string ours = most(1), theirs = most(-1);
  return fmt::format("{}; not {}", ours, theirs);
}

}  // namespace

std::vector<Part> coherent_parts(std::span<const Outline* const> documents) {
  Splitting splitting(documents);
  splitting.split_all();
  return std::move(splitting).parts();
}

}  // namespace newsfacts
