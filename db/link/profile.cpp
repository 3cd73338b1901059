#include "db/link/profile.h"

#include <algorithm>

#include "corpus/document.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// What an article is about stands in its first sentences; a long one ends elsewhere.
constexpr std::int64_t kOutlinedSentences = 40;

}  // namespace

std::uint64_t big_endian(std::span<const unsigned char> bytes) {
  std::uint64_t value = 0;
  for (const unsigned char byte : bytes) value = value << 8U | byte;
  return value;
}

std::vector<std::uint32_t> hashes_of_bytes(std::span<const unsigned char> bytes) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(bytes.size() / 4);
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
    hashes.push_back(static_cast<std::uint32_t>(big_endian(bytes.subspan(at, 4))));
  return hashes;
}

std::vector<Shingle> shingles_of_bytes(std::span<const unsigned char> bytes) {
  std::vector<Shingle> shingles;
  shingles.reserve(bytes.size() / 7);
  for (std::size_t at = 0; at + 7 <= bytes.size(); at += 7)
    shingles.push_back({static_cast<std::uint32_t>(big_endian(bytes.subspan(at, 4))),
                        static_cast<std::uint32_t>(big_endian(bytes.subspan(at + 4, 3)))});
  return shingles;
}

Key key_of_bytes(std::span<const unsigned char> bytes) {
  if (bytes.size() != 16) return {};
  return {big_endian(bytes.first(8)), big_endian(bytes.last(8))};
}

Outlines::Outlines(const Database& database)
    : document_(database.prepare("SELECT key, published, title, text FROM document WHERE id = ?")),
      sentences_(
          database.prepare("SELECT start, end FROM sentence "
                           "WHERE document = ? AND role NOT IN ('link', 'byline', 'boilerplate') "
                           "ORDER BY start LIMIT ?")),
      mentions_(database.prepare(
          "SELECT mention.kind, mention.value, mention.first, mention.last, mention.basis, "
          "entity.name "
          "FROM mention LEFT JOIN entity ON entity.id = mention.entity WHERE document = ?")) {}

const Outline& Outlines::of(DocumentId document) {
  const auto [at, added] = known_.try_emplace(document);
  if (added) at->second = read(document);
  return at->second;
}

Outline Outlines::read(DocumentId document) {
  document_.bind(1, document);
  Key key;
  std::optional<Day> published;
  std::string title, text;
  if (document_.step()) {
    key = key_of_bytes(document_.blob(0));
    published = parse_day(document_.text(1));
    title = document_.text(2);
    text = document_.text(3);
  }
  document_.reset();
  Outliner outliner(key, published);
  outliner.words(title);
  const CodePointIndex index(text);
  const auto byte = [&](int column) {
    return index.bytes(static_cast<std::uint32_t>(sentences_.integer(column)));
  };
  sentences_.bind(1, document).bind(2, kOutlinedSentences);
  while (sentences_.step())
    outliner.words(std::string_view(text).substr(byte(0), byte(1) - byte(0)));
  sentences_.reset();

  mentions_.bind(1, document);
  while (mentions_.step()) {
    const auto kind = found_in<Kind>(kKindWords, mentions_.text(0));
    if (!kind) continue;
    if (is_name(*kind))
      outliner.name(*kind, mentions_.text(5));
    else if (is_amount(*kind))
      outliner.figure(*kind, mentions_.text(1));
    else if (*kind == Kind::kDate || *kind == Kind::kTime)
      outliner.days(mentions_.text(2), mentions_.text(3),
                    mentions_.text(4) == word_in(kTimeBasisWords, TimeBasis::kExplicit));
  }
  mentions_.reset();
  return std::move(outliner).outline();
}

}  // namespace newsfacts
