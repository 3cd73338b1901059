// What a page's builder has to know of single elements: how they nest (HTML Standard, 13.2.6), and
// what their attributes say.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html/page.h"
#include "corpus/html/signs.h"
#include "corpus/html/tag.h"
#include "corpus/html/tokenizer.h"

namespace newsfacts::html {

// Whose start tag ends an open <p>.
bool ends_paragraph(Tag tag);

// Whether `open` is what the end tag of `ending` cannot reach through.
bool is_barrier(Tag open, Tag ending);

// The bits of Within that an element adds by its tag.
std::uint32_t within_of(Tag tag);

// What the attributes of a start tag say.
struct Said {
  Signs signs = 0;
  std::uint32_t within = 0;  // bits of Within
  std::uint32_t make = 0;    // a hash of tag and classes, but for their figures
  bool link = false;
  bool json_ld = false;
  bool shadow = false;                 // a <template> that is shown: a declarative shadow root
  bool marked = false;                 // it says something of the page: a Mark is kept
  std::string_view language, classes;  // those of <html> and <body> alone
};
Said said_by(Tag tag, const std::vector<Attribute>& attributes);

// But for where it stands.
Mark mark_of(const std::vector<Attribute>& attributes);

// "/author/jane-roe", "/people/7": an address of someone who writes.
bool leads_to_author(std::string_view address);

// Something to be seen: not only spaces, no-break ones and zero-width ones.
bool has_ink(std::string_view words);

}  // namespace newsfacts::html
