#include "db/link/link.h"

#include <algorithm>

#include "db/link/passes.h"

namespace newsfacts {
namespace {

LinkCounts counted(const Database& database, std::uint64_t linked) {
  const auto count = [&](std::string_view sql) {
    return static_cast<std::uint64_t>(database.integer(sql));
  };
  return {linked,
          count("SELECT count(*) FROM link WHERE origin <> document"),
          count("SELECT count(*) FROM story"),
          count("SELECT count(*) FROM merged"),
          count("SELECT count(*) FROM slot"),
          count("SELECT count(*) FROM difference WHERE relation = 'agree'"),
          count("SELECT count(*) FROM difference WHERE relation = 'conflict'")};
}

}  // namespace

LinkCounts link(Store& store, const NameReader& reader) {
  Database& database = store.database();
  database.execute(kLinkCache);
  const std::uint64_t linked = link_duplicates(database);
  link_stories(database);
  link_names(database, reader);
  link_claims(database);
  database.execute(kLoadCache);
  return counted(database, linked);
}

LinkCounts link_as_one_story(Store& store, std::span<const std::int64_t> documents) {
  Database& database = store.database();
  Transaction transaction(database);
  Group group(documents.begin(), documents.end());
  std::sort(group.begin(), group.end());
  group.erase(std::unique(group.begin(), group.end()), group.end());
  if (!group.empty()) {
    make_story(database, group);
    link_claims_of_all(database, group[0]);
  }
  transaction.commit();
  return counted(database, group.size());
}

}  // namespace newsfacts
