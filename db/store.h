// The Store is a fact store in a SQLite file: what LOAD writes, what LINK works on, what
// the queries read.  Its tables, with the reason of each, are in schema.sql; the views over
// them in views.sql.
//
//     Store store("facts.db", Database::Mode::kCreate);
//     while (...) store.load(batch);   // rows, a transaction a batch
//     store.finish_load();             // indexes and full text
//
// Killed at any moment, the file is a store with the batches that were done; loading the same
// documents again and finish_load() complete it.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

#include "corpus/document.h"
#include "db/database.h"

namespace newsfacts {

// The file is no store of ours, or one of another schema: exit code 4.
struct OtherSchema : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct LoadCounts {
  std::uint64_t read = 0, stored = 0, duplicate = 0, rejected = 0;  // read = the sum of the others
};

class Loader;

class Store {
 public:
  // Opens, and with kCreate makes, the store at `path`.  Throws OtherSchema, DatabaseError.
  Store(const std::string& path, Database::Mode mode);
  ~Store();  // leaves one file that stands alone, no journal beside it
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Writes the batch in one transaction: each document whole, or not at all where one of
  // the same key is there already (a duplicate).  Rejected documents go to their table.
  // In one batch or in many, in any order: the same store.
  LoadCounts load(std::span<const Document> batch);

  // Indexes and full text, for all that was loaded since the last time.  A load that was cut
  // off is completed by the next call.
  void finish_load();

  // A hash of the content, ordered by keys and not by row numbers: equal for equal stores,
  // however they came about.
  std::string content_hash() const;

  Database& database() { return database_; }
  const Database& database() const { return database_; }

 private:
  Database database_;
  bool writes_;
  std::unique_ptr<Loader> loader_;  // the statements of load(), made at its first call
};

}  // namespace newsfacts
