#include "corpus/html/said_text.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/ascii.h"
#include "corpus/html/entities.h"
#include "corpus/html/shape.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

constexpr std::size_t kMostRuns = 50000;

std::uint64_t run_of(const std::uint32_t* words) {
  return ((std::uint64_t{words[0]} * 31 + words[1]) * 1099511628211ull) ^ words[2];
}

// The content of a JSON string, without its escapes; those of letters stay what they are where
// they are no code point.
std::string unescaped(std::string_view written) {
  std::string out;
  out.reserve(written.size());
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] != '\\' || at + 1 == written.size()) {
      out += written[at];
      continue;
    }
    const char c = written[++at];
    if (c == 'u' && at + 4 < written.size()) {
      char32_t value = 0;
      for (const char digit : written.substr(at + 1, 4))
        value = value * 16 + static_cast<char32_t>(
                                 is_digit(digit) ? digit - '0' : (lower(digit) - 'a' + 10) & 15);
      if (value < 0xD800 || value > 0xDFFF) append_utf8(value, &out);
      at += 4;
    } else {
      out += c == 'n' || c == 't' || c == 'r' ? ' ' : c;
    }
  }
  return out;
}

std::optional<SaidText::Kind> kind_of_field(std::string_view field) {
  if (field == "description") return SaidText::kDescription;
  if (field == "text" || field == "articleBody") return SaidText::kText;
  if (field == "reviewBody") return SaidText::kReview;
  return std::nullopt;
}

// Without tags.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '<' ? text.substr(0, at + 200).find('>', at) : text.npos;
    if (end == text.npos) {
      out += text[at];
    } else {
      out += ' ';
      at = end;
    }
  }
  return decoded(out);
}

}  // namespace

void WordRuns::add(const std::vector<std::uint32_t>& words) {
  for (std::size_t i = 0; i + 2 < words.size() && runs_.size() < kMostRuns; ++i)
    runs_.insert(run_of(&words[i]));
}

std::size_t WordRuns::held(const std::vector<std::uint32_t>& words) const {
  std::size_t held = 0;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) held += runs_.contains(run_of(&words[i]));
  return held;
}

SaidText::SaidText(const Page& page) {
  for (const Mark& mark : page.marks())
    if (mark.tag == Tag::kMeta &&
        (same_word(mark.name, "description") || same_word(mark.property, "og:description") ||
         same_word(mark.name, "twitter:description")))
      said_[kDescription].add(word_hashes(decoded(mark.content)));
  for (const std::string_view json : page.json_ld()) read(json);
}

bool SaidText::empty() const {
  return std::all_of(said_.begin(), said_.end(), [](const WordRuns& runs) { return runs.empty(); });
}

// The strings of a script, one after another: a field's name is one before a colon.
void SaidText::read(std::string_view json) {
  std::string_view field;
  for (std::size_t at = json.find('"'); at < json.size(); at = json.find('"', at)) {
    const std::size_t begin = ++at;
    while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
    if (at >= json.size()) return;
    const std::string_view string = json.substr(begin, at - begin);
    ++at;
    while (at < json.size() && is_blank(json[at])) ++at;
    if (at < json.size() && json[at] == ':') {
      field = string;
      continue;
    }
    if (const auto kind = kind_of_field(field))
      said_[*kind].add(word_hashes(plain(unescaped(string))));
    field = {};
  }
}

}  // namespace newsfacts::html
