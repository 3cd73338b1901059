// A Page is what a reader needs of an HTML page, flat: its elements in the order of their start
// tags, and its text, cut into blocks where a browser would begin a new line.
//
//     <main><h1>Fire</h1><p>Nine <a href=x>died</a>.</p></main>
//
//     elements   main, h1, p, a       each with its parent, its end and its stretch of the text
//     text       Fire\nNine died.
//     blocks     [Fire] of h1, [Nine died.] of p with 4 bytes of link text
//
// Elements nest as the HTML Standard has it where that changes what is read: a <p> ends where a
// <div> begins, a <li> ends the one before it, an end tag with no start is passed over.  Nothing is
// moved about (no foster parents, no adoption).  References are decoded and white space is one
// space, as browsers show it.  Whatever the page: linear time, a bounded depth, no recursion.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/signs.h"
#include "corpus/html/tag.h"
#include "corpus/span.h"

namespace newsfacts::html {

// Elements around a block, as bits.
enum Within : std::uint32_t {
  kInArticle = 1,
  kInMain = 2,
  kInSection = 4,
  kInNav = 8,
  kInHeader = 16,
  kInFooter = 32,
  kInAside = 64,
  kInForm = 128,
  kInFigure = 256,
  kInList = 512,
  kInTable = 1024,
  kInQuote = 2048,
  kInButton = 4096,
  kInDefinitions = 8192,
  kInHiddenStyle = 16384,
  kInAriaHidden = 32768,
  kInArticleBody = 65536,
  kInItem = 131072,
  kInNoscript = 262144,
  kInDetails = 524288,
};
inline constexpr int kWithinBits = 20;

struct Element {
  Tag tag = Tag::kOther;
  std::uint16_t depth = 0;
  std::uint32_t parent = 0;  // its number; the first element is its own parent
  std::uint32_t end = 0;     // number behind its last descendant
  std::uint32_t begin = 0;   // of its start tag, in bytes of the page
  Signs own = 0;             // of its own class, id and role
  std::uint32_t within = 0;  // Within, itself included
  std::uint32_t make = 0;    // a hash of its tag and classes: what looks alike is alike
  std::uint32_t first_block = 0, end_block = 0;
  Span text;  // of Page::text
};

struct Block {
  std::uint32_t element = 0;  // the nearest that breaks lines
  Span text;                  // of Page::text
  Span page;                  // bytes of the page it came from
  std::uint32_t link_bytes = 0;
  std::uint32_t bold_bytes = 0;
  Signs inside = 0;  // signs of inline elements in it
};

// An element that says something about the page: <meta>, <link>, <time>, or one with an itemprop
// or rel="author".  Values as written, references and all; absent ones are empty.
struct Mark {
  std::uint32_t element = 0;  // the open one it stands in, for <meta> and <link>; else itself
  Tag tag = Tag::kOther;
  std::string_view name, property, itemprop, itemtype, rel, content, href, datetime, title, classes;
  bool in_head = false;
  bool pubdate = false;  // of HTML5's drafts: this is the date of publication
};

struct PageLimits {
  std::size_t elements = 1'000'000;
};

class Page {
 public:
  // A view of `bytes` (UTF-8) is kept.
  Page(std::string_view bytes, const PageLimits& limits);

  bool too_many_elements() const { return too_many_elements_; }

  std::string_view bytes() const { return bytes_; }
  const std::string& text() const { return text_; }
  const std::vector<Element>& elements() const { return elements_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const std::vector<Mark>& marks() const { return marks_; }
  const std::vector<std::string_view>& json_ld() const { return json_ld_; }  // scripts' content
  const std::string& title() const { return title_; }                        // of <title>, one line
  const std::array<std::string_view, 2>& classes() const { return classes_; }  // of <html>, <body>
  std::string_view language() const { return language_; }                      // of <html lang>

  std::string_view at(Span span) const {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  std::string_view words(const Block& block) const { return at(block.text); }

 private:
  friend class PageBuilder;
  std::string_view bytes_;
  bool too_many_elements_ = false;
  std::string text_;
  std::vector<Element> elements_;
  std::vector<Block> blocks_;
  std::vector<Mark> marks_;
  std::vector<std::string_view> json_ld_;
  std::string title_;
  std::array<std::string_view, 2> classes_;
  std::string_view language_;
};

}  // namespace newsfacts::html
