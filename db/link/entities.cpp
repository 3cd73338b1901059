#include "db/link/entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace newsfacts {
namespace {

constexpr std::int64_t kFarMore = 10;  // times as many documents
constexpr std::size_t kLongestAcronym = 8;

// Which of several names comes first: the best known, then what is written out, then the
// shortest, then by spelling.
auto rank(const NameUse& use) {
  return std::tuple(-use.documents, is_acronym(use.name), use.name.size(),
                    std::string_view(use.name));
}

// Of several groups of names the one that nearly all documents mean.
template <typename Groups>
std::optional<typename Groups::key_type> far_ahead(const Groups& groups) {
  std::int64_t all = 0, most = -1;
  std::optional<typename Groups::key_type> best;
  for (const auto& [key, documents] : groups) {
    all += documents;
    if (documents > most) {
      most = documents;
      best = key;
    }
  }
  if (groups.size() > 1 && most < kFarMore * (all - most)) best.reset();
  return best;
}

std::string why_of_mark(const NameUse& plain, const NameUse& marked, std::size_t marks) {
  return fmt::format("\"{}\" is \"{}\" with \"{}\"; {}", marked.name, plain.name,
                     marked.parts.mark,
                     marks == 1 ? "nothing else of the name is known"
                                : "hardly any article has another of the name");
}

// The best known of the names at `places`.
std::size_t leader(std::span<const NameUse> names, std::span<const std::size_t> places) {
  return *std::ranges::min_element(places, {}, [&](std::size_t at) { return rank(names[at]); });
}

}  // namespace

std::vector<Likeness> alike(std::span<const NameUse> names) {
  std::map<std::string_view, std::map<std::string_view, std::vector<std::size_t>>> by_key;
  for (std::size_t at = 0; at < names.size(); ++at)
    if (!names[at].parts.key.empty())
      by_key[names[at].parts.key][names[at].parts.mark].push_back(at);
  std::vector<Likeness> found;
  for (const auto& [key, by_mark] : by_key) {
    std::map<std::string_view, std::int64_t> documents;
    for (const auto& [mark, places] : by_mark) {
      const std::size_t first = leader(names, places);
      for (const std::size_t at : places)
        if (at != first)
          found.push_back({first, at,
                           fmt::format("\"{}\" and \"{}\" are spellings of one name",
                                       names[first].name, names[at].name)});
      if (!mark.empty())
        for (const std::size_t at : places) documents[mark] += names[at].documents;
    }
    const auto plain = by_mark.find("");
    if (plain == by_mark.end() || documents.empty()) continue;
    const std::size_t first = leader(names, plain->second);
    if (names[first].parts.many) continue;  // any of those who bear it
    if (const auto mark = far_ahead(documents)) {
      const std::size_t marked = leader(names, by_mark.at(*mark));
      found.push_back({first, marked, why_of_mark(names[first], names[marked], documents.size())});
    }
  }
  return found;
}

std::vector<Likeness> written_out(std::span<const NameUse> names, std::size_t acronym,
                                  std::span<const std::size_t> full) {
  std::map<std::string_view, std::vector<std::size_t>> by_key;
  std::map<std::string_view, std::int64_t> documents;
  for (const std::size_t at : full) {
    by_key[names[at].parts.key].push_back(at);
    documents[names[at].parts.key] += names[at].documents;
  }
  const auto key = far_ahead(documents);
  if (!key) return {};
  const std::size_t first = leader(names, by_key.at(*key));
  return {{first, acronym,
           fmt::format("articles that write \"{}\" out mean \"{}\"", names[acronym].name,
                       names[first].name)}};
}

bool is_acronym(std::string_view name) {
  std::size_t capitals = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      ++capitals;
    else if (c != '.' && c != '&')
      return false;
  }
  return capitals >= 2 && name.size() <= kLongestAcronym;
}

std::vector<Merge> merged(std::span<const NameUse> names, std::span<const Likeness> likenesses,
                          std::span<const std::pair<std::size_t, std::size_t>> apart) {
  std::vector<std::vector<const Likeness*>> of(names.size());
  for (const Likeness& likeness : likenesses) {
    of[likeness.a].push_back(&likeness);
    of[likeness.b].push_back(&likeness);
  }
  const auto other = [](const Likeness& likeness, std::size_t at) {
    return likeness.a == at ? likeness.b : likeness.a;
  };
  for (std::size_t at = 0; at < names.size(); ++at)
    std::ranges::sort(of[at], {}, [&](const Likeness* likeness) {
      return std::pair(rank(names[other(*likeness, at)]), std::string_view(likeness->reason));
    });
  const auto kept_apart = [&](std::size_t a, std::size_t b) {
    return std::ranges::any_of(apart, [&](const auto& pair) {
      return pair == std::pair(a, b) || pair == std::pair(b, a);
    });
  };

  std::vector<std::size_t> order(names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) { return rank(names[at]); });
  std::vector<Merge> found;
  std::vector<bool> taken(names.size());
  for (const std::size_t root : order) {
    if (taken[root]) continue;
    taken[root] = true;
    std::vector<std::size_t> group = {root};
    for (std::size_t reached = 0; reached < group.size(); ++reached)
      for (const Likeness* likeness : of[group[reached]]) {
        const std::size_t next = other(*likeness, group[reached]);
        if (taken[next] ||
            std::ranges::any_of(group, [&](std::size_t in) { return kept_apart(in, next); }))
          continue;
        taken[next] = true;
        group.push_back(next);
        found.push_back({next, root, likeness->reason});
      }
  }
  return found;
}

std::vector<Bearer> bearers(std::span<const std::vector<Tie>> documents) {
  std::vector<std::size_t> leads_to(documents.size());
  std::iota(leads_to.begin(), leads_to.end(), std::size_t{0});
  const auto first_of = [&](std::size_t document) {
    while (leads_to[document] != document)
      document = leads_to[document] = leads_to[leads_to[document]];
    return document;
  };
  std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> tied;  // first, count
  for (std::size_t at = 0; at < documents.size(); ++at)
    for (const Tie& tie : documents[at]) {
      auto& [first, count] = tied.try_emplace(tie.what, at, 0).first->second;
      ++count;
      const auto [low, high] = std::minmax({first_of(first), first_of(at)});
      leads_to[high] = low;
    }
  std::vector<Bearer> found;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    const auto holds = std::ranges::find_if(
        documents[at], [&](const Tie& tie) { return tied.at(tie.what).second > 1; });
    found.push_back({first_of(at), holds == documents[at].end()
                                       ? "nothing ties it to another article"
                                       : holds->reason});
  }
  return found;
}

}  // namespace newsfacts
