// A tokenizer for HTML: the states of the HTML Standard (13.2.5) that tell text from markup, in one
// walk over the bytes, with no allocation for a tag.
//
//     <p class=a>Fire &amp; smoke</p><!-- x --><script>if (a<b) ...</script>
//     `---------'`--------------'`--'`--------'`------'`------------'`-------'
//      start      text            end other     start   text (raw)    end
//
// Always: tokens follow one another without a gap and cover the page; whatever the bytes, it ends,
// and its time is linear: what is searched for in vain once (a quote, "-->", "</script") is not
// searched for again.  Where the standard would lose the rest of a page to a quote that never
// closes, the tag ends at its first '>'.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html/tag.h"

namespace newsfacts::html {

struct Attribute {
  std::string_view name;   // as written, in any letter case
  std::string_view value;  // as written, references and all, without its quotes
};

struct Token {
  enum Kind { kText, kStart, kEnd, kOther, kEndOfPage } kind = kEndOfPage;
  Tag tag = Tag::kOther;  // of kStart and kEnd
  bool closed = false;    // "<br/>"
  bool raw = false;       // text in which there are no references
  std::size_t begin = 0, end = 0;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view page) : page_(page) {}

  Token next();

  // Of the last kStart, in order; no more than kMostAttributes.
  const std::vector<Attribute>& attributes() const { return attributes_; }
  static constexpr std::size_t kMostAttributes = 48;

  // The value of the first attribute of this name (lower case); nullptr where there is none.
  const std::string_view* attribute(std::string_view name) const;

 private:
  Token text_from(std::size_t begin);
  Token tag(std::size_t begin, bool end_tag);
  Token markup_declaration(std::size_t begin);
  Token raw_text();
  std::size_t end_of_script(std::size_t at) const;
  std::size_t find_end_tag(std::size_t at, std::string_view name) const;
  std::size_t closing(char quote, std::size_t from);

  std::string_view page_;
  std::size_t at_ = 0;
  Tag raw_ = Tag::kOther;  // the element whose content comes next
  bool plain_ = false;     // all that follows is text
  std::vector<Attribute> attributes_;
  bool no_more_[2] = {false, false};  // quotes, double and single
  bool no_more_comments_ = false, no_more_cdata_ = false;
  std::uint64_t no_more_ends_ = 0;  // of raw elements: a bit for each, by its Tag modulo 64
};

}  // namespace newsfacts::html
