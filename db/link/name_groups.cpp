#include "db/link/name_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace newsfacts {
namespace {

// Firms and their like alone are told by their initials.
constexpr std::string_view kWithAcronyms = "organization";

std::optional<std::size_t> place_of(std::span<const EntityId> ids, EntityId id) {
  const auto at = std::ranges::find(ids, id);
  if (at == ids.end()) return std::nullopt;
  return static_cast<std::size_t>(at - ids.begin());
}

}  // namespace

NameGroups::NameGroups(const Database& database)
    : name_(database.prepare("SELECT n.kind, e.name, n.key, n.mark, n.many "
                             "FROM naming n JOIN entity e ON e.id = n.entity WHERE n.entity = ?")),
      same_key_(database.prepare(
          "SELECT entity FROM naming WHERE kind = ?1 AND key = ?2 AND key <> ''")),
      writes_out_(database.prepare("SELECT a.entity FROM alias a JOIN entity e ON e.id = a.entity "
                                   "WHERE a.text = ?2 AND e.kind = ?1")),
      short_for_(database.prepare("SELECT e.id, e.name FROM alias a JOIN entity e "
                                  "ON e.kind = ?1 AND e.name = a.text WHERE a.entity = ?2")),
      ruled_(database.prepare(
          "SELECT e.id, r.same, r.reason FROM ruling r JOIN entity e ON e.kind = r.kind AND "
          "e.name = CASE r.a WHEN ?2 THEN r.b ELSE r.a END "
          "WHERE r.kind = ?1 AND ?2 IN (r.a, r.b)")),
      documents_(database.prepare("SELECT count(DISTINCT document) FROM mention WHERE entity = ?")),
      forget_(database.prepare("DELETE FROM merged WHERE entity = ?")),
      merge_(database.prepare("INSERT INTO merged VALUES (?, ?, ?)")) {}

// A name is reached from another by what could make them one, whether or not it will.
NameGroups::Names NameGroups::reach(EntityId entity) {
  Names names;
  std::vector<EntityId> found;
  const auto collect = [&](Statement& statement) {
    while (statement.step()) found.push_back(statement.integer(0));
    statement.reset();
  };
  names.ids.push_back(entity);
  for (std::size_t at = 0; at < names.ids.size(); ++at) {
    const EntityId id = names.ids[at];
    name_.bind(1, id);
    name_.step();
    names.kinds.emplace_back(name_.text(0));
    names.uses.push_back({std::string(name_.text(1)),
                          {std::string(name_.text(2)), std::string(name_.text(3)),
                           name_.integer(4) != 0}});
    name_.reset();
    const std::string& kind = names.kinds[at];
    const NameUse& use = names.uses[at];
    found.clear();
    collect(same_key_.bind(1, kind).bind(2, use.parts.key));
    collect(ruled_.bind(1, kind).bind(2, use.name));
    if (kind == kWithAcronyms) {
      if (is_acronym(use.name)) collect(writes_out_.bind(1, kind).bind(2, use.name));
      short_for_.bind(1, kind).bind(2, id);
      while (short_for_.step())
        if (is_acronym(short_for_.text(1))) found.push_back(short_for_.integer(0));
      short_for_.reset();
    }
    for (const EntityId next : found)
      if (!place_of(names.ids, next)) names.ids.push_back(next);
  }
  return names;
}

void NameGroups::count_documents(Names& names) {
  for (std::size_t at = 0; at < names.ids.size(); ++at) {
    documents_.bind(1, names.ids[at]);
    documents_.step();
    names.uses[at].documents = documents_.integer(0);
    documents_.reset();
  }
}

void NameGroups::read_rulings(Names& names) {
  for (std::size_t at = 0; at < names.ids.size(); ++at) {
    ruled_.bind(1, names.kinds[at]).bind(2, names.uses[at].name);
    while (ruled_.step())
      if (const auto other = place_of(names.ids, ruled_.integer(0)); other && *other > at) {
        if (ruled_.integer(1) != 0)
          names.ruled.push_back({at, *other, fmt::format("ruled: {}", ruled_.text(2))});
        else
          names.apart.emplace_back(at, *other);
      }
    ruled_.reset();
  }
}

std::vector<Likeness> NameGroups::likenesses(const Names& names) {
  std::vector<Likeness> all = alike(names.uses);
  all.insert(all.end(), names.ruled.begin(), names.ruled.end());
  for (std::size_t at = 0; at < names.ids.size(); ++at) {
    if (names.kinds[at] != kWithAcronyms || !is_acronym(names.uses[at].name)) continue;
    std::vector<std::size_t> full;
    writes_out_.bind(1, names.kinds[at]).bind(2, names.uses[at].name);
    while (writes_out_.step())
      if (const auto place = place_of(names.ids, writes_out_.integer(0)); place && *place != at)
        full.push_back(*place);
    writes_out_.reset();
    for (Likeness& likeness : written_out(names.uses, at, full)) all.push_back(std::move(likeness));
  }
  return all;
}

void NameGroups::write(const Names& names, const std::vector<Merge>& merges) {
  for (const EntityId id : names.ids) forget_.bind(1, id).run();
  for (const Merge& merge : merges)
    merge_.bind(1, names.ids[merge.name])
        .bind(2, names.ids[merge.into])
        .bind(3, merge.reason)
        .run();
}

std::vector<NameGroup> NameGroups::around(EntityId entity, std::unordered_set<EntityId>* seen) {
  Names names = reach(entity);
  seen->insert(names.ids.begin(), names.ids.end());
  std::vector<Merge> merges;
  if (names.ids.size() > 1) {
    count_documents(names);
    read_rulings(names);
    merges = merged(names.uses, likenesses(names), names.apart);
  }
  write(names, merges);

  std::vector<NameGroup> groups;
  std::vector<std::size_t> group_of(names.ids.size(), names.ids.size());
  const auto add = [&](std::size_t group, std::size_t at) {
    groups[group].names.push_back(names.ids[at]);
    groups[group].many |= names.uses[at].parts.many;
    group_of[at] = group;
  };
  std::vector<bool> gone(names.ids.size());
  for (const Merge& merge : merges) gone[merge.name] = true;
  for (std::size_t at = 0; at < names.ids.size(); ++at)
    if (!gone[at]) {
      groups.emplace_back();
      add(groups.size() - 1, at);
    }
  for (const Merge& merge : merges) add(group_of[merge.into], merge.name);
  return groups;
}

}  // namespace newsfacts
