// The names of the store that are one, kept in the table `merged` (entities.h tells how).

#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "db/database.h"
#include "db/link/entities.h"

namespace newsfacts {

using EntityId = std::int64_t;

// The first is the one it goes by.
struct NameGroup {
  std::vector<EntityId> names;
  bool many = false;  // many bear it
};

class NameGroups {
 public:
  explicit NameGroups(const Database& database);

  // Merges anew this entity and all that it could be one with, and what these could; adds them
  // to `seen`.  Within a transaction.
  std::vector<NameGroup> around(EntityId entity, std::unordered_set<EntityId>* seen);

 private:
  struct Names {
    std::vector<EntityId> ids;
    std::vector<std::string> kinds;
    std::vector<NameUse> uses;
    std::vector<Likeness> ruled;
    std::vector<std::pair<std::size_t, std::size_t>> apart;
  };
  Names reach(EntityId entity);
  void count_documents(Names& names);
  void read_rulings(Names& names);
  std::vector<Likeness> likenesses(const Names& names);
  void write(const Names& names, const std::vector<Merge>& merges);

  Statement name_, same_key_, writes_out_, short_for_, ruled_, documents_, forget_, merge_;
};

}  // namespace newsfacts
