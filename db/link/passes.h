// The passes of LINK, in their order.  Each goes on where it stopped, commits as it goes, and
// leaves to the next what it touched.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/name_parts.h"
#include "db/database.h"
#include "db/link/regroup.h"

namespace newsfacts {

// LINK goes to and fro in the tables, where LOAD writes them one after the other: it wants 64 MB of them
// in memory, and LOAD few.
inline constexpr std::string_view kLinkCache = "PRAGMA cache_size = -65536";
inline constexpr std::string_view kLoadCache = "PRAGMA cache_size = -2000";

// Origins and copies of what is new; how many documents that was.
std::uint64_t link_duplicates(Database& database);

// Stories, of what is new and of what has another origin than before.
void link_stories(Database& database);

// The same where documents go, within a transaction: their stories end, and those that are `left` of
// them stand alone; then they leave the copies, and what they held together is told anew.
Group end_stories(const Database& database, const Group& gone);
void unlink_duplicates(const Database& database, const Group& gone);
void unlink_stories(const Database& database, const Group& gone, const Group& left);

// Which names are one, and who is meant by those that many bear: of what is new, and where a
// story was told anew.
void link_names(Database& database, const NameReader& reader);

// The same for what waits in the table `touched`.
void link_touched_names(Database& database);

// Slots and differences of the stories that have none yet.
void link_claims(Database& database);

// These documents leave their stories and are one, told by the first.  Nothing is compared yet.
void make_story(Database& database, const Group& documents);

// The story's slots and differences, each document with each, copies too.
void link_claims_of_all(Database& database, DocumentId story);

// All that a statement of one column finds.
std::vector<DocumentId> rows(Statement&& statement);

// How far a pass has come, in row numbers of documents.
class PassProgress {
 public:
  PassProgress(const Database& database, std::string_view pass);

  DocumentId done() const { return done_; }
  // The documents after those, so many at a time.
  std::vector<DocumentId> next(std::int64_t documents = 20'000) const;
  void reach(DocumentId done);

 private:
  const Database& database_;
  std::string_view pass_;
  DocumentId done_ = 0;
};

}  // namespace newsfacts
