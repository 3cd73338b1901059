// A Document is one article on its way down the line.  It owns its text, and everything
// said about the text is a Span into it; a stage adds, and never edits what an earlier
// stage wrote.
//
//     raw        as it was read         read         with parts where the source marks them
//     text       normalized             normalize    with the Alignment back to raw
//     sentences  spans with roles       segment
//     mentions   dates, sums, names     extract
//     attributions, claims              claims
//     fingerprint                       fingerprint
//
// Spans are bytes of text().  JSON and SQL speak in code points (corpus/wire.h converts).

#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/alignment.h"
#include "corpus/claim.h"
#include "corpus/day.h"
#include "corpus/key.h"
#include "corpus/mention.h"
#include "corpus/span.h"
#include "corpus/token.h"

namespace newsfacts {

// Who says when an article appeared.  Of a page: what is written for machines to read is surer than
// what is in its address, and that than what stands on it.
enum class PublishedFrom : std::uint8_t {
  kGiven,      // its metadata, or nobody
  kUrl,        // a date in its address
  kDateline,   // its dateline or byline
  kJsonLd,     // of a page: its JSON-LD
  kMeta,       // its <meta> elements
  kMicrodata,  // an itemprop
  kTime,       // a <time> element
  kText,       // a date that stands by its title or its end
};
inline constexpr std::array<std::string_view, 8> kPublishedFromWords = {
    "given", "url", "dateline", "json_ld", "meta", "microdata", "time", "text"};

// Where an article comes from.  Absent fields are empty.
struct Metadata {
  std::string id;         // the user's name for it: a path, an id field; need not be unique
  std::string source;     // the outlet, "The Harbour Courier": the voice that makes the claims
  std::string url;        // where it was found; never fetched
  std::string title;
  std::string author;
  std::string published;  // ISO 8601, "2026-03-14" or "2026-03-14T08:30:00Z"
  PublishedFrom published_from = PublishedFrom::kGiven;
  std::string language;   // BCP 47, "en"
  std::string modified;   // ISO 8601, when it was last changed
  std::string section;    // "Politics"
  std::string agency;     // whose text the outlet prints: "Reuters"
  std::vector<std::string> tags;

  // The anchor of "yesterday" and "last May".
  std::optional<Day> published_day() const { return parse_day(published); }
  friend bool operator==(const Metadata&, const Metadata&) = default;
};

// What a stretch of the text is.  Only those up to kAnswer, but for headings, make claims.  kQuote is
// a block of others' words (<blockquote>), kTable a row of a table.
enum class Role : std::uint8_t {
  kTitle, kBody, kListItem, kQuote, kTable, kHeading, kQuestion, kAnswer, kCaption, kLink, kDateline,
  kByline, kBoilerplate,
};
inline constexpr std::array<std::string_view, 13> kRoleWords = {
    "title",  "body",    "list", "quote",    "table",  "heading",    "question",
    "answer", "caption", "link", "dateline", "byline", "boilerplate"};

// What the source says a stretch of the raw text is, where it says so: the elements of a page.
struct RawPart {
  Span raw;
  Role role = Role::kBody;
  friend bool operator==(const RawPart&, const RawPart&) = default;
};

struct Sentence {
  Span span;
  Role role = Role::kBody;
  std::uint32_t paragraph = 0;  // counts blocks of the text from 0
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// A run of words, and what stands on either side of it (corpus/fingerprint.h).
struct Shingle {
  std::uint32_t hash = 0, margins = 0;
  friend auto operator<=>(const Shingle&, const Shingle&) = default;
};

// What tells copies of an article apart from articles on the same event.
struct Fingerprint {
  Key raw;                              // of the bytes as they were read
  Key exact;                            // of the folded words of the text: layout does not count
  std::uint32_t words = 0;              // tokens the shingles were made of
  std::vector<Shingle> shingles;        // a sample, ascending, each hash once
  std::vector<std::uint32_t> sentences;  // of each sentence, a hash of its words; 0 for a short one
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// Why a document goes no further.  It is kept and counted, never dropped.
struct Rejection {
  std::string stage;   // "read"
  std::string reason;  // "invalid UTF-8 at byte 231"
  std::string place;   // "crawl.jsonl:3"; empty when the document's id says enough
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

class Document {
 public:
  Document() = default;
  Document(Metadata from, std::string raw) : metadata(std::move(from)), raw_(std::move(raw)) {}

  const std::string& id() const { return metadata.id; }
  const std::string& raw() const { return raw_; }
  const std::string& text() const { return text_; }
  const Alignment& alignment() const { return alignment_; }

  // The identity of the document: the metadata it came with and its raw bytes, nothing else.
  Key key() const;

  // Once, by `normalize`.  Every Span of this document is an offset into `text`.
  void set_text(std::string text, Alignment to_raw);

  // The words at `span`, normalized or as printed.  Valid while this Document lives and is
  // not moved from.
  std::string_view at(Span span) const& { return part(text_, span); }
  std::string_view printed(Span span) const& { return part(raw_, alignment_.to_raw(span)); }
  std::string_view at(Span) const&& = delete;       // would dangle
  std::string_view printed(Span) const&& = delete;  // would dangle

  // The one token scan, which the rules, the name lists and the fingerprint share.  Made at
  // the first call; call it from one thread.
  const std::vector<Token>& tokens() const;

  Metadata metadata;
  std::vector<RawPart> parts;             // in order, apart; none where the reader knows of none
  std::vector<Sentence> sentences;        // in reading order, apart; gaps are white space
  std::vector<Mention> mentions;          // in reading order, never overlapping
  std::vector<Attribution> attributions;  // in reading order of their content
  std::vector<Claim> claims;              // in reading order of their value
  std::optional<Fingerprint> fingerprint;
  std::optional<Rejection> rejected;      // by any stage; those after it let the document pass

 private:
  static std::string_view part(std::string_view whole, Span span) {
    assert(span.begin <= span.end && span.end <= whole.size());  // a Span of another document
    return whole.substr(span.begin, span.size());
  }

  std::string raw_;
  std::string text_;
  Alignment alignment_;
  mutable std::vector<Token> tokens_;
};

}  // namespace newsfacts
