#include "extractors/publication.h"

#include <algorithm>

#include "corpus/printed_date.h"
#include "extractors/amount_context.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

std::optional<Day> day_in_dateline(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    if (sentence.role != Role::kDateline && sentence.role != Role::kByline) continue;
    for (const Mention& mention : document.mentions) {
      const TimeValue* const time = mention.time();
      const bool inside =
          mention.span.begin >= sentence.span.begin && mention.span.end <= sentence.span.end;
      if (inside && time && mention.kind == Kind::kDate && time->grain == Grain::kDay &&
          time->basis == TimeBasis::kExplicit && time->days.first)
        return time->days.first;
    }
  }
  return std::nullopt;
}

constexpr std::uint32_t kHead = 6;         // paragraphs among which such a line stands
constexpr std::size_t kLongestLine = 24;   // tokens
constexpr std::size_t kLongestNumber = 4;  // bytes: an hour, an offset from Greenwich

const WordTable& publication_words() {
  static const WordTable kWords("publication_words");
  return kWords;
}

// What may stand beside the date in a line that tells no more than when an article appeared.
bool is_of_date_line(const Document& document, const Token& token) {
  static const WordTable kZones("time_zones");
  const std::string_view word = document.at(token.span);
  if (token.shape == Token::Shape::kSign) return true;
  if (token.shape == Token::Shape::kNumber) return word.size() <= kLongestNumber;
  return publication_words().find(word) || kZones.find(word);
}

// The day a line names, if it names nothing else: "Published: November 28, 2025".  The day behind
// "updated" may be long after.
std::optional<Day> day_of_line(const Document& document, const Sentence& line) {
  std::optional<Day> day;
  bool changed = false;
  std::uint32_t read = line.span.begin;  // a date or a time reaches to here
  auto mention = std::partition_point(
      document.mentions.begin(), document.mentions.end(),
      [&](const Mention& before) { return before.span.end <= line.span.begin; });
  const TokenRange tokens = tokens_of(document, line.span);
  if (tokens.size() > kLongestLine) return std::nullopt;
  for (std::size_t t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = document.tokens()[t];
    for (; mention != document.mentions.end() && mention->span.begin <= token.span.begin;
         ++mention) {
      const TimeValue* const time = mention->time();
      if (!time || (mention->kind != Kind::kDate && mention->kind != Kind::kTime)) continue;
      read = std::max(read, mention->span.end);
      const bool whole = time->basis == TimeBasis::kExplicit && time->days.first &&
                         time->days.first == time->days.last;
      if (!day && whole && !changed) day = time->days.first;
    }
    if (token.span.begin < read) continue;
    if (!is_of_date_line(document, token)) return std::nullopt;
    changed = changed || publication_words().find(document.at(token.span)) == "changed";
  }
  return day;
}

}  // namespace

void find_publication(Document& document) {
  Metadata& metadata = document.metadata;
  if (!metadata.published.empty()) return;
  if (const auto day = day_in_url(metadata.url)) {
    metadata.published = iso(*day);
    metadata.published_from = PublishedFrom::kUrl;
  } else if (const auto dated = day_in_dateline(document)) {
    metadata.published = iso(*dated);
    metadata.published_from = PublishedFrom::kDateline;
  }
}

std::optional<Day> day_above_text(const Document& document) {
  std::optional<Day> in_address;
  for (const Sentence& line : document.sentences) {
    if (line.paragraph >= kHead) break;
    if (const auto day = day_of_line(document, line)) return day;
    if (line.role == Role::kLink && !in_address) in_address = day_in_url(document.at(line.span));
  }
  return in_address;
}

}  // namespace newsfacts
