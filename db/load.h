// A Loader writes documents into a store.  Each table is one statement over the whole batch:
//
//     documents -> document, one by one: those whose key is there are duplicates and end here
//               -> fingerprint, sentence, mention, attribution..., claim: an Insertion each
//
// so that rows of one table are written together, at the end of its tree.  Nothing is allocated
// for a row.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/utf8.h"
#include "db/database.h"
#include "db/insertion.h"
#include "db/names.h"
#include "db/store.h"

namespace newsfacts {

// The identity of a claim: of what it says and where, in code points, so that it is the same
// wherever the claim is made again.  `value` is to_string() of it, or empty.
Key claim_key(std::span<const unsigned char> document_key, Span span, std::string_view what,
              std::string_view value);

class Loader {
 public:
  explicit Loader(const Database& database);

  // In one transaction.  After an exception the Loader is of no more use: it may remember rows
  // that were rolled back.
  LoadCounts load(std::span<const Document> batch);

 private:
  // A document of the batch that was not there before.
  struct Stored {
    const Document& document;
    std::int64_t id;
    Key key;
    CodePointIndex text;
    std::optional<CodePointIndex> raw;  // where raw is another text

    void span(Row& row, Span bytes) const;      // the columns start, end
    void raw_span(Row& row, Span bytes) const;  // raw_start, raw_end
  };

  bool store(const Document& document, std::int64_t row);  // false for a duplicate
  void reject(const Document& document, const Rejection& rejection);
  void write_fingerprints();
  void write_sentences();
  void write_mentions();
  void write_attributions();
  void write_claims();

  const Database& database_;
  Statement document_, rejected_;
  Insertion fingerprint_, sentence_, mention_, attribution_, attribution_span_, attribution_source_,
      claim_;
  Names sources_, rules_, entities_;

  // Of the batch under way; kept from one to the next for their memory.
  std::vector<Stored> stored_;
  std::vector<std::int64_t> rule_rows_, entity_rows_;  // of the things to write, in their order
  std::string scratch_;
};

}  // namespace newsfacts
