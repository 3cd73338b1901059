// An Extractor is a rule page, which says where to look, one function, which says how the
// captured fields are read, and a second look for what only the whole document can tell.
//
// To add a rule: write a paragraph in extractors/<page>.rules.
// To add a page: write <page>.rules and <page>.cpp, and one line in registry.cpp.

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "corpus/document.h"

namespace newsfacts {

// What one match captured: field name -> words as printed, or their reading when the field
// is a vocabulary: fields["month"] is "2" whether the text said Feb or February.  Views into
// the document and the vocabulary: valid during the call of Extractor::read only.
class Fields {
 public:
  struct Field {
    std::string_view name;
    std::string_view words;    // as printed
    std::string_view reading;  // of the vocabulary; the words themselves where there is none
  };

  explicit Fields(std::span<const Field> fields) : fields_(fields) {}

  bool has(std::string_view name) const;
  std::string_view operator[](std::string_view name) const;     // the reading; "" when absent
  std::string_view words(std::string_view name) const;          // as printed; "" when absent
  std::optional<unsigned> number(std::string_view name) const;  // digits only

 private:
  std::span<const Field> fields_;
};

struct Reading {
  Kind kind;
  Value value;
};

struct Extractor {
  std::string_view page;  // "date": the name of the rule page

  // nullopt refuses: 31 February is no date.  Looks at the match alone.
  std::optional<Reading> (*read)(const Fields&);

  // Settles what the page's mentions leave open, when all mentions of the document are
  // found: "Tuesday" against the publication date, a bare "$" against the dateline, the sum
  // a bracket converts.  May change or remove mentions of its own kinds.  May be null.
  void (*settle)(Document&);
};

// Every extractor there is, in the one list.  Order is precedence where finds of equal
// length overlap, and the order in which they settle.
std::span<const Extractor> extractors();

}  // namespace newsfacts
