#include "db/link/profile.h"

#include <algorithm>
#include <map>

#include "corpus/document.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// The first sentences say what it is about: the words there go into the outline, and a name there
// weighs more.
constexpr int kLeadSentences = 3;

}  // namespace

std::uint64_t big_endian(std::span<const unsigned char> bytes) {
  std::uint64_t value = 0;
  for (const unsigned char byte : bytes) value = value << 8U | byte;
  return value;
}

Key key_of_bytes(std::span<const unsigned char> bytes) {
  if (bytes.size() != 16) return {};
  return {big_endian(bytes.first(8)), big_endian(bytes.last(8))};
}

Outlines::Outlines(const Database& database)
    : document_(database.prepare("SELECT key, published, title FROM document WHERE id = ?")),
      sentences_(database.prepare(
          "SELECT role, substr(text, start + 1, end - start), end "
          "FROM sentence JOIN document ON document.id = sentence.document "
          "WHERE sentence.document = ? AND role IN ('title', 'body', 'list', 'question', 'answer') "
          "ORDER BY start LIMIT ?")),
      mentions_(database.prepare(
          "SELECT mention.kind, mention.value, mention.first, mention.last, mention.start, "
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
  std::string title;
  if (document_.step()) {
    key = key_of_bytes(document_.blob(0));
    published = parse_day(document_.text(1));
    title = document_.text(2);
  }
  document_.reset();
  Outliner outliner(key, published);
  outliner.words(title, true);

  std::int64_t lead_end = 0;
  sentences_.bind(1, document).bind(2, std::int64_t{kLeadSentences});
  while (sentences_.step()) {
    outliner.words(sentences_.text(1), sentences_.text(0) == word_in(kRoleWords, Role::kTitle));
    lead_end = sentences_.integer(2);
  }
  sentences_.reset();

  struct Standing {
    std::uint32_t times = 0;
    bool leads = false;
  };
  std::map<std::pair<Kind, std::string>, Standing> names;
  mentions_.bind(1, document);
  while (mentions_.step()) {
    const auto kind = found_in<Kind>(kKindWords, mentions_.text(0));
    if (!kind) continue;
    if (is_name(*kind)) {
      Standing& standing = names[{*kind, std::string(mentions_.text(5))}];
      ++standing.times;
      standing.leads |= mentions_.integer(4) < lead_end;
    } else if (is_amount(*kind)) {
      outliner.figure(*kind, mentions_.text(1));
    } else if (*kind == Kind::kDate) {
      outliner.days(mentions_.text(2), mentions_.text(3));
    }
  }
  mentions_.reset();
  for (const auto& [name, standing] : names)
    outliner.name(name.first, name.second, standing.times, standing.leads);
  return std::move(outliner).outline();
}

}  // namespace newsfacts
