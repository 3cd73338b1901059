// Meetings: which documents are compared at all, without going through all pairs.
//
// Each document is indexed under some terms, and in the posting of a term its documents stand in
// the order of their places: by day, then by key.  Two of them meet there when the posting is short,
// or, in a long one, when they stand near each other; a long posting so costs no more than its length,
// and a run of alike documents in it still hangs together.  Who meets whom is a function of
// the set of documents, whatever order they came in:
//
//     | | | |          up to `whole` documents: all meet
//     |||||||||||||    more: each meets the next `beyond` of them
//
// Meeting once may be chance, or a stock phrase; how often two must meet is the caller's to say.  Where
// what stands beside the term is alike as well (corpus/fingerprint.h), once is enough.
//
// A document that comes may push two old ones apart in a long posting, and one that goes may
// bring two together again: those pairs are told, too.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "db/link/posting_index.h"

namespace newsfacts {

struct Reach {
  std::size_t whole = 0, beyond = 0;  // beyond < whole
  bool meet(std::size_t documents, std::size_t apart) const {
    return documents <= whole || apart <= beyond;
  }
};

using DocumentId = std::int64_t;  // row number in the table `document`
using DocumentPair = std::pair<DocumentId, DocumentId>;  // the smaller one first

// The pairs, ascending, that meet in at least `often` of the postings of these documents, or in one
// in which the two are alike beside the term.
std::vector<DocumentPair> meetings(std::span<const Indexed> documents, Reach reach,
                                   std::uint32_t often);

class Meetings {
 public:
  Meetings(const Database& database, std::string_view index, Reach reach, std::uint32_t often)
      : index_(database, index), reach_(reach), often_(often) {}

  struct Change {
    std::vector<DocumentPair> met;     // often enough, at least one of them new
    std::vector<DocumentPair> parted;  // old ones that meet in one posting less, or more
    std::vector<DocumentPair> joined;  // old ones that meet in one posting more
  };

  Change add(std::vector<Indexed> fresh);
  Change remove(std::span<const Indexed> gone);

  // Whom these, indexed already, meet often enough.
  std::vector<DocumentPair> met_by(std::span<const Indexed> documents);

  // Those of the pairs that meet often enough.
  using TermsOf = std::function<const Terms&(DocumentId)>;
  std::vector<DocumentPair> still_met(std::span<const DocumentPair> pairs, const TermsOf& terms_of);

 private:
  // Marks the pairs that meet often enough in the postings of `most` of the terms they share.
  void look_up(std::span<const DocumentPair> pairs, const TermsOf& terms_of, std::size_t most,
               std::vector<bool>* met);

  PostingIndex index_;
  Reach reach_;
  std::uint32_t often_;
};

}  // namespace newsfacts
