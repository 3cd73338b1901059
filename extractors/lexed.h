// A Lexed document: its tokens, what the lexicon knows of each, which mention covers it and
// which sentence it stands in.  What attribution and claims read.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/lexicon.h"

namespace newsfacts {

// What a sign does in a sentence.
enum class Sign : std::uint8_t {
  kNone,  // a word or a number
  kComma,
  kStop,  // . ! ? and the ellipsis
  kColon,
  kSemicolon,
  kDash,
  kHyphen,
  kOpen,  // ( [
  kClose,
  kQuoteMark,   // any mark of quotation but the single ones
  kApostrophe,  // ' and ’, which may also close a quotation
  kSingleOpen,  // ‘ and ‚
  kOther,
};

// A half-open run of tokens.
struct Run {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return end - begin; }
  bool has(std::uint32_t token) const { return begin <= token && token < end; }
  friend bool operator==(const Run&, const Run&) = default;
};

class Lexed {
 public:
  // `document` must outlive it, and keep its sentences and mentions.
  explicit Lexed(const Document& document);

  const Document& document() const { return document_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const Token& token(std::uint32_t at) const { return tokens_[at]; }
  std::span<const Token> tokens() const { return tokens_; }
  const Word& word(std::uint32_t at) const { return words_[at]; }
  Sign sign(std::uint32_t at) const { return signs_[at]; }
  std::string_view text(std::uint32_t at) const { return document_.at(tokens_[at].span); }

  // The mention that covers the token, or -1.
  std::int32_t mention_at(std::uint32_t at) const { return mention_at_[at]; }
  const Mention* name_at(std::uint32_t at) const;  // when it is a name; else null

  // The tokens of sentence number `at` of the document.
  Run sentence(std::size_t at) const { return sentences_[at]; }
  std::size_t sentences() const { return sentences_.size(); }

  // The text from the first to the last token of a run, which may not be empty.
  Span span(Run run) const {
    return {tokens_[run.begin].span.begin, tokens_[run.end - 1].span.end};
  }

  // The tokens that stand wholly within `span`.
  Run run(Span span) const;

 private:
  const Document& document_;
  std::span<const Token> tokens_;
  std::vector<Word> words_;
  std::vector<Sign> signs_;
  std::vector<std::int32_t> mention_at_;
  std::vector<Run> sentences_;
};

}  // namespace newsfacts
