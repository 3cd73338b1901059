// What counts of a name when it is laid beside the names of other documents.
//
//     Microsoft Corp.   key "microsoft"      mark "corporation"
//     George W. Bush    key "george bush"    mark "w"
//     John Smith        key "john smith"     borne by many
//     José              key "jose"           borne by many: a single word
//
// Names of one kind and one key may name one thing.  What has no mark goes with what has; two
// marks tell two things apart.  A name that many bear does not tell by itself who is meant.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/mention.h"

namespace newsfacts {

struct NameParts {
  std::string key;    // without case, accents, punctuation and mark; "" where nothing is left
  std::string mark;   // "" where the name has none
  bool many = false;  // borne by many
  friend bool operator==(const NameParts&, const NameParts&) = default;
};

// Takes a name apart.  A function of its arguments alone.
using NameReader = std::function<NameParts(Kind kind, std::string_view name)>;

}  // namespace newsfacts
