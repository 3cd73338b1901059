#include "extractors/publication.h"

#include <algorithm>
#include <charconv>

#include "extractors/amount_context.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The run of digits or letters that `rest` begins with, cut off it.
template <typename Belongs>
std::string_view take(std::string_view& rest, Belongs belongs) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), belongs);
  const std::string_view run = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(run.size());
  return run;
}

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::optional<unsigned> month_named(std::string_view word) {
  static const WordTable kNames("months"), kShort("months_short");
  auto month = kNames.find(word);
  if (!month) month = kShort.find(word);
  return month ? number(*month) : std::nullopt;
}

std::optional<Day> plausible(unsigned year, unsigned month, unsigned day) {
  constexpr unsigned kFirst = 1990, kLast = 2099;  // there was no web before
  if (year < kFirst || year > kLast) return std::nullopt;
  return day_of(static_cast<int>(year), month, day);
}

// The day that begins with the year `digits`: "2026" of "2026/04/27", or all of "20260427".
std::optional<Day> day_at(std::string_view digits, std::string_view rest) {
  if (digits.size() == 8)
    return plausible(*number(digits.substr(0, 4)), *number(digits.substr(4, 2)),
                     *number(digits.substr(6)));
  if (digits.size() != 4 || rest.empty()) return std::nullopt;
  const char joint = rest.front();
  if (joint != '/' && joint != '-' && joint != '_') return std::nullopt;
  rest.remove_prefix(1);
  std::string_view month = take(rest, is_digit);
  const bool named = month.empty();
  if (named) month = take(rest, is_letter);
  if (rest.empty() || rest.front() != joint || (!named && month.size() > 2)) return std::nullopt;
  rest.remove_prefix(1);
  const std::string_view day = take(rest, is_digit);
  const auto m = named ? month_named(month) : number(month);
  if (!m || day.empty() || day.size() > 2) return std::nullopt;
  return plausible(*number(digits), *m, *number(day));
}

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

std::optional<Day> day_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  url.remove_prefix(std::min(url.find('/'), url.size()));
  while (!url.empty()) {
    take(url, [](char c) { return !is_digit(c); });
    const std::string_view digits = take(url, is_digit);
    if (const auto day = day_at(digits, url)) return day;
  }
  return std::nullopt;
}

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
