#include "db/link/bearers.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace newsfacts {
namespace {

constexpr std::size_t kMostStories = 10'000;  // that are remembered at a time

}  // namespace

NameBearers::NameBearers(const Database& database)
    : uses_(database.prepare(
          "SELECT DISTINCT m.document, l.story, d.published IS NULL, "
          "  substr(d.published, 1, 10), d.key "
          "FROM mention m JOIN document d ON d.id = m.document "
          "LEFT JOIN link l ON l.document = m.document WHERE m.entity = ?")),
      origin_(database.prepare("SELECT coalesce((SELECT origin FROM link WHERE document = ?1), ?1)")),
      companions_(database.prepare(
          "SELECT DISTINCT n.kind, n.key, e.name "
          "FROM mention m CROSS JOIN sentence s ON s.document = m.document "
          "  AND s.start <= m.start AND m.end <= s.end "
          "CROSS JOIN mention o ON o.document = m.document AND o.start >= s.start "
          "  AND o.end <= s.end "
          "CROSS JOIN naming n ON n.entity = o.entity JOIN entity e ON e.id = o.entity "
          "WHERE m.document = ?1 AND m.entity = ?2 AND o.entity <> ?2 AND NOT n.many "
          "  AND n.key <> '' AND n.kind IN ('person', 'organization', 'product', 'event') "
          "ORDER BY n.kind, n.key, e.name")),
      name_(database.prepare("SELECT kind, key FROM naming WHERE entity = ?")),
      full_names_(database.prepare(
          "SELECT DISTINCT n.key, e.id FROM link l CROSS JOIN mention m ON m.document = l.document "
          "CROSS JOIN naming n ON n.entity = m.entity JOIN entity e ON e.id = m.entity "
          "WHERE l.story = ?1 AND n.kind = 'person' AND NOT n.many AND n.key LIKE '% %' "
          "ORDER BY n.key, e.name")),
      forget_(database.prepare("DELETE FROM namesake WHERE entity = ?")),
      add_(database.prepare("INSERT INTO namesake VALUES (?, ?, ?, ?, ?)")) {}

// The earliest first; by the key among those of a day.
std::vector<NameBearers::Naming> NameBearers::uses_of(const NameGroup& group) {
  struct Dated {
    bool undated;
    std::string day, key;
    Naming naming;
  };
  std::vector<Dated> all;
  for (const EntityId entity : group.names) {
    uses_.bind(1, entity);
    while (uses_.step())
      all.push_back({uses_.integer(2) != 0, std::string(uses_.text(3)), std::string(uses_.text(4)),
                     {uses_.integer(0), uses_.integer(1), {entity}}});
    uses_.reset();
  }
  std::ranges::stable_sort(all, {}, [](const Dated& dated) {
    return std::tuple(dated.undated, std::string_view(dated.day), std::string_view(dated.key));
  });
  std::vector<Naming> uses;
  for (const Dated& dated : all) {
    if (!uses.empty() && uses.back().document == dated.naming.document)
      uses.back().entities.push_back(dated.naming.entities.front());
    else
      uses.push_back(dated.naming);
  }
  return uses;
}

std::vector<Tie> NameBearers::ties_of(const Naming& naming) {
  std::vector<Tie> ties;
  origin_.bind(1, naming.document);
  origin_.step();
  ties.push_back({fmt::format("origin {}", origin_.integer(0)), "in a copy of one article"});
  origin_.reset();
  if (naming.story != 0)
    ties.push_back({fmt::format("story {}", naming.story), "in articles on one event"});
  for (const EntityId entity : naming.entities) {
    companions_.bind(1, naming.document).bind(2, entity);
    while (companions_.step()) {
      std::string what = fmt::format("{} {}", companions_.text(0), companions_.text(1));
      // Each once, however it, and whom it is beside, are spelled.
      if (std::ranges::find(ties, what, &Tie::what) != ties.end()) continue;
      ties.push_back({std::move(what), fmt::format("named beside {}", companions_.text(2))});
    }
    companions_.reset();
  }
  return ties;
}

const NameBearers::People& NameBearers::people_of(DocumentId story) {
  if (const auto known = people_.find(story); known != people_.end()) return known->second;
  if (people_.size() >= kMostStories) people_.clear();
  People& people = people_[story];
  std::string last;
  full_names_.bind(1, story);
  while (full_names_.step()) {
    if (last == full_names_.text(0)) continue;  // another spelling of one name
    last = full_names_.text(0);
    const auto [person, is_new] =
        people.try_emplace(last.substr(last.rfind(' ') + 1), full_names_.integer(1));
    if (!is_new) person->second.reset();
  }
  full_names_.reset();
  return people;
}

std::optional<EntityId> NameBearers::full_name(const std::string& family, DocumentId story) {
  const People& people = people_of(story);
  const auto person = people.find(family);
  return person == people.end() ? std::nullopt : person->second;
}

void NameBearers::tell_apart(const NameGroup& group) {
  for (const EntityId entity : group.names) forget_.bind(1, entity).run();
  if (!group.many) return;
  name_.bind(1, group.names.front());
  name_.step();
  const std::string key(name_.text(1));
  const bool alone = name_.text(0) == "person" && key.find(' ') == key.npos;
  name_.reset();

  std::vector<Naming> left;
  for (Naming& naming : uses_of(group)) {
    const auto full =
        alone && naming.story != 0 ? full_name(key, naming.story) : std::optional<EntityId>();
    if (full)
      write(naming, full, 0, "the one person of the name in articles on one event");
    else
      left.push_back(std::move(naming));
  }
  if (left.size() < 2) return;  // nobody to be mistaken for
  std::vector<std::vector<Tie>> ties;
  for (const Naming& naming : left) ties.push_back(ties_of(naming));
  const std::vector<Bearer> meant = bearers(ties);
  for (std::size_t at = 0; at < left.size(); ++at)
    write(left[at], std::nullopt, left[meant[at].document].document, meant[at].reason);
}

void NameBearers::write(const Naming& naming, std::optional<EntityId> full_name,
                        DocumentId bearer, std::string_view reason) {
  for (const EntityId entity : naming.entities) {
    add_.bind(1, entity).bind(2, naming.document).bind(5, reason);
    if (full_name)
      add_.bind(3, *full_name).bind_null(4);
    else
      add_.bind_null(3).bind(4, bearer);
    add_.run();
  }
}

}  // namespace newsfacts
