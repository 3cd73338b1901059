// Who is meant by a name that many bear, kept in the table `namesake` (entities.h tells how).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "db/link/name_groups.h"
#include "db/link/profile.h"

namespace newsfacts {

class NameBearers {
 public:
  explicit NameBearers(const Database& database);

  // Decides for each document that uses a name of the group who is meant.  What ties two
  // documents: one origin, one story, or somebody else whom both name in the same sentence.
  // In a story, a family name alone is the one person of that name there.  Within a transaction.
  void tell_apart(const NameGroup& group);

 private:
  struct Naming {  // a document that uses the name, and in which spellings
    DocumentId document = 0, story = 0;
    std::vector<EntityId> entities;
  };
  std::vector<Naming> uses_of(const NameGroup& group);
  std::vector<Tie> ties_of(const Naming& naming);
  std::optional<EntityId> full_name(const std::string& family, DocumentId story);
  void write(const Naming& naming, std::optional<EntityId> full_name, DocumentId bearer,
             std::string_view reason);

  Statement uses_, origin_, companions_, name_, full_names_, forget_, add_;
  // Of each story that was asked for: the family names of the people in it, with the one who
  // bears it, or nobody where several do.
  using People = std::unordered_map<std::string, std::optional<EntityId>>;
  const People& people_of(DocumentId story);
  std::unordered_map<DocumentId, People> people_;
};

}  // namespace newsfacts
