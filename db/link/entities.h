// Entities: which names of the store are names of one thing, and which documents mean one person
// by a name that many bear.  Functions of plain values, of content alone.
//
//     "Microsoft", "Microsoft Corp."       one: nothing else of that name has another mark
//     "George Bush", "George W. Bush"      one, unless there is a "George H. W. Bush" who is
//                                          nearly as well known
//     "EAC", "East African Community"      one: articles write it out so, and in no other way
//     "John Smith" here, "John Smith" there   one only where something ties the articles
//
// Nothing is overwritten: an article's names stay as they are, and beside them stands which is
// taken for which, and why.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/name_parts.h"

namespace newsfacts {

// A name that articles use.
struct NameUse {
  std::string name;
  NameParts parts;
  std::int64_t documents = 0;  // that use it
};

// Two names, by their places in a list, that stand for one thing.
struct Likeness {
  std::size_t a = 0, b = 0;
  std::string reason;
};

// Names of one kind that are alike in themselves.  Of several marks a plain name goes with the one
// that stands in ten times as many documents as all others together, or with none.
std::vector<Likeness> alike(std::span<const NameUse> names);

// "EAC" may be short for several: with which it goes, by the same measure.  `full` are the places
// of the names it is written out as.  At most one.
std::vector<Likeness> written_out(std::span<const NameUse> names, std::size_t acronym,
                                  std::span<const std::size_t> full);

// "EAC", "U.S.": short enough, and capitals only.
bool is_acronym(std::string_view name);

struct Merge {
  std::size_t name = 0, into = 0;
  std::string reason;
};

// Names that are alike are one thing, and so are those alike to these, except where they are to
// be kept apart.  It goes by the name that most documents use; of those by the shortest
// that is no acronym.
std::vector<Merge> merged(std::span<const NameUse> names, std::span<const Likeness> likenesses,
                          std::span<const std::pair<std::size_t, std::size_t>> apart);

// What an article has in common with others where it names somebody: "story 12", "organization
// acme"; the reason says it in words.
struct Tie {
  std::string what, reason;
};

struct Bearer {
  std::size_t document = 0;  // who it is goes by the first document that names him
  std::string reason;
};

// Who is meant in each of these documents, which name one name; they come with the one first
// that is to speak for others.  What a reason says is the first of the document's ties that holds.
std::vector<Bearer> bearers(std::span<const std::vector<Tie>> documents);

}  // namespace newsfacts
