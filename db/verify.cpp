#include "db/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/utf8.h"
#include "db/load.h"

namespace newsfacts {
namespace {

std::optional<std::uint32_t> offset(const Statement& row, int at) {
  if (row.is_null(at)) return std::nullopt;
  return static_cast<std::uint32_t>(row.integer(at));
}

// The rows of a table, whose first column is the document, as documents go by.
class RowsByDocument {
 public:
  RowsByDocument(const Database& database, std::string_view sql)
      : row_(database.prepare(sql)), there_(row_.step()) {}

  // The next row of this document; documents come in ascending order.
  const Statement* next(std::int64_t document) {
    if (taken_) there_ = row_.step();
    while (there_ && row_.integer(0) < document) there_ = row_.step();
    taken_ = there_ && row_.integer(0) == document;
    return taken_ ? &row_ : nullptr;
  }

 private:
  Statement row_;
  bool there_, taken_ = false;
};

// "[[12,23,12,16],...]", an Alignment whose unit is the code point.
std::optional<Alignment> alignment_of(std::string_view json, std::uint32_t raw_size,
                                      std::uint32_t text_size) {
  std::vector<std::uint32_t> numbers;
  const char* const end = json.data() + json.size();
  for (const char* at = json.data(); at != end; ++at) {
    if (*at < '0' || *at > '9') continue;
    std::uint32_t number = 0;
    const auto [rest, error] = std::from_chars(at, end, number);
    if (error != std::errc() || rest == end) return std::nullopt;
    numbers.push_back(number);
    at = rest;
  }
  if (numbers.size() % 4 != 0) return std::nullopt;
  Alignment alignment;
  Span raw, text;
  for (std::size_t i = 0; i < numbers.size(); i += 4) {
    const Span next_raw{numbers[i], numbers[i + 1]}, next_text{numbers[i + 2], numbers[i + 3]};
    const bool in_order = raw.end <= next_raw.begin && next_raw.begin <= next_raw.end &&
                          text.end <= next_text.begin && next_text.begin <= next_text.end;
    if (!in_order || next_raw.begin - raw.end != next_text.begin - text.end) return std::nullopt;
    alignment.copied(next_text.begin - text.end);
    alignment.replaced(next_raw.size(), next_text.size());
    raw = next_raw;
    text = next_text;
  }
  if (raw_size < raw.end || text_size < text.end || raw_size - raw.end != text_size - text.end)
    return std::nullopt;
  alignment.copied(text_size - text.end);
  return alignment;
}

class Verification {
 public:
  Verification(const Database& database, const std::function<void(std::string_view)>& tell)
      : database_(database),
        tell_(tell),
        sentences_(database, "SELECT document, start, end FROM sentence ORDER BY id"),
        mentions_(database,
                  "SELECT document, ord, start, end, raw_start, raw_end, text FROM mention "
                  "ORDER BY document, ord"),
        parts_(database,
               "SELECT document, attribution, start, end, raw_start, raw_end, part "
               "FROM attribution_span ORDER BY document, attribution, part, ord"),
        claims_(database,
                "SELECT c.document, c.ord, c.start, c.end, c.raw_start, c.raw_end, c.key, c.what, "
                "coalesce(e.name, m.value, ''), c.value IS NOT m.ord, c.attribution IS NOT a.ord "
                "FROM claim c "
                "LEFT JOIN mention m ON m.document = c.document AND m.ord = c.value "
                "LEFT JOIN entity e ON e.id = m.entity "
                "LEFT JOIN attribution a ON a.document = c.document AND a.ord = c.attribution "
                "ORDER BY c.id") {}

  VerifyCounts run() {
    Statement row = database_.prepare(
        "SELECT d.id, d.key, d.name, s.name, d.url, d.title, d.author, d.published, d.language, "
        "d.characters, d.text, d.raw, d.alignment, d.published_from, "
        "d.modified, d.section, d.agency, d.tags "
        "FROM document d LEFT JOIN source s ON s.id = d.source ORDER BY d.id");
    while (row.step()) {
      open(row);
      check_sentences();
      check_mentions();
      check_attributions();
      check_claims();
      ++counts_.documents;
    }
    check_file();
    return counts_;
  }

 private:
  template <typename... Parts>
  void fault(fmt::format_string<Parts...> format, Parts&&... parts) {
    ++counts_.faults;
    tell_(fmt::format("{}: {}", label_, fmt::format(format, std::forward<Parts>(parts)...)));
  }

  void open(const Statement& row) {
    document_ = row.integer(0);
    label_ = row.is_null(2) ? fmt::format("document {}", document_) : std::string(row.text(2));
    text_ = row.text(10);
    index_ = CodePointIndex(text_);
    const bool as_read = row.is_null(11);
    const std::string_view raw = as_read ? text_ : row.text(11);

    Metadata metadata;
    std::string* const fields[] = {&metadata.id,      &metadata.source, &metadata.url,
                                   &metadata.title,   &metadata.author, &metadata.published,
                                   &metadata.language};
    for (int at = 2; std::string* const field : fields) field->assign(row.text(at++));
    metadata.modified = row.text(14);
    metadata.section = row.text(15);
    metadata.agency = row.text(16);
    const auto tags = nlohmann::json::parse(row.is_null(17) ? "[]" : row.text(17), nullptr, false);
    for (const auto& tag : tags)
      if (tag.is_string()) metadata.tags.push_back(tag);
    metadata.published_from =
        found_in<PublishedFrom>(kPublishedFromWords, row.text(13)).value_or(PublishedFrom::kGiven);
    const auto key = Document(metadata, std::string(raw)).key().bytes();
    key_ = row.blob(1);
    if (!std::ranges::equal(key, key_)) fault("its key is not that of its content");
    if (row.integer(9) != index_.size())
      fault("{} characters are said to be {}", index_.size(), row.integer(9));

    alignment_.reset();
    has_raw_ = !as_read;
    if (as_read) return;
    const CodePointIndex raw_index(raw);
    alignment_ = alignment_of(row.text(12), raw_index.size(), index_.size());
    if (!alignment_) {
      fault("its alignment does not fit");
      return;
    }
    // What stands between the pieces stands in both.
    Span before_raw, before_text;
    const auto check_between = [&](Span next_raw, Span next_text) {
      const auto words = [](std::string_view of, const CodePointIndex& in, std::uint32_t begin,
                            std::uint32_t end) {
        return of.substr(in.bytes(begin), in.bytes(end) - in.bytes(begin));
      };
      if (words(raw, raw_index, before_raw.end, next_raw.begin) !=
          words(text_, index_, before_text.end, next_text.begin))
        fault("text and raw differ between {} and {}", before_text.end, next_text.begin);
      before_raw = next_raw;
      before_text = next_text;
    };
    for (const Alignment::Piece& piece : alignment_->pieces()) check_between(piece.raw, piece.text);
    check_between({raw_index.size(), raw_index.size()}, {index_.size(), index_.size()});
  }

  // Of the columns `at` (start, end) and, where there are such, the two behind (raw_start,
  // raw_end).
  std::optional<Span> checked_span(const Statement& row, int at, bool has_raw,
                                   const std::string& what) {
    ++counts_.spans;
    const Span span{*offset(row, at), *offset(row, at + 1)};
    if (span.begin >= span.end || span.end > index_.size()) {
      fault("{} at {}..{} is not within the text", what, span.begin, span.end);
      return std::nullopt;
    }
    // An alignment that does not fit has been told already.
    if (has_raw && has_raw_ == alignment_.has_value()) {
      const auto raw_begin = offset(row, at + 2), raw_end = offset(row, at + 3);
      std::optional<Span> expected;
      if (alignment_) expected = alignment_->to_raw(span);
      if (raw_begin != (expected ? std::optional(expected->begin) : std::nullopt) ||
          raw_end != (expected ? std::optional(expected->end) : std::nullopt))
        fault("{} at {}..{} leads to another place in raw", what, span.begin, span.end);
    }
    return span;
  }

  std::string_view words(Span span) const {
    const std::uint32_t begin = index_.bytes(span.begin);
    return text_.substr(begin, index_.bytes(span.end) - begin);
  }

  void check_sentences() {
    std::uint32_t behind = 0;
    for (int number = 0; const Statement* row = sentences_.next(document_); ++number) {
      const auto span = checked_span(*row, 1, false, fmt::format("sentence {}", number));
      if (!span) continue;
      if (span->begin < behind)
        fault("sentence {} at {} begins within another", number, span->begin);
      behind = span->end;
    }
  }

  void check_mentions() {
    std::uint32_t behind = 0;
    while (const Statement* row = mentions_.next(document_)) {
      const std::string what = fmt::format("mention {}", row->integer(1));
      const auto span = checked_span(*row, 2, true, what);
      if (!span) continue;
      if (words(*span) != row->text(6))
        fault("{} at {}..{}, \"{}\", is \"{}\" in the text", what, span->begin, span->end,
              row->text(6), words(*span));
      if (span->begin < behind) fault("{} at {} overlaps another", what, span->begin);
      behind = span->end;
    }
  }

  void check_attributions() {
    while (const Statement* row = parts_.next(document_))
      checked_span(*row, 2, true,
                   fmt::format("{} of attribution {}", row->text(6), row->integer(1)));
  }

  void check_claims() {
    while (const Statement* row = claims_.next(document_)) {
      const std::string what = fmt::format("claim {}", row->integer(1));
      const auto span = checked_span(*row, 2, true, what);
      if (row->integer(9) != 0) fault("{} has a value that is no mention", what);
      if (row->integer(10) != 0) fault("{} is said in no attribution there is", what);
      if (!span) continue;
      const auto key = claim_key(key_, *span, row->text(7), row->text(8)).bytes();
      if (!std::ranges::equal(key, row->blob(6)))
        fault("the key of {} is not that of what it says", what);
    }
  }

  void check_file() {
    label_ = database_.path();
    Statement broken = database_.prepare("PRAGMA quick_check(10)");
    while (broken.step())
      if (broken.text(0) != "ok") fault("{}", broken.text(0));
    Statement dangling = database_.prepare(
        "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2");
    while (dangling.step())
      fault("{} rows of {} point at no {}", dangling.integer(2), dangling.text(0),
            dangling.text(1));
    const std::int64_t missing = database_.integer(
        "SELECT count(*) FROM sentence WHERE id NOT IN (SELECT id FROM sentences_fts_docsize)");
    if (missing != 0)
      fault("{} sentences are not in the full-text index: the load was cut off", missing);
  }

  const Database& database_;
  const std::function<void(std::string_view)>& tell_;
  RowsByDocument sentences_, mentions_, parts_, claims_;
  VerifyCounts counts_;

  // The document at hand.
  std::int64_t document_ = 0;
  std::string label_;
  std::span<const unsigned char> key_;  // as stored
  std::string_view text_;
  bool has_raw_ = false;
  CodePointIndex index_{std::string_view()};
  std::optional<Alignment> alignment_;
};

}  // namespace

VerifyCounts verify(const Database& database, const std::function<void(std::string_view)>& tell) {
  return Verification(database, tell).run();
}

}  // namespace newsfacts
