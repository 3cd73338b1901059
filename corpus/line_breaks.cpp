#include "corpus/line_breaks.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

bool in(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

// --- hyphens ---------------------------------------------------------------------------------

struct Hyphen {
  std::size_t at;          // of the hyphen, a byte, before a line feed
  std::size_t begin, end;  // of the letters around it
};

std::size_t letters_before(std::string_view text, std::size_t at) {
  while (at > 0 && is_letter(code_point_before(text, at).value))
    at -= code_point_before(text, at).size;
  return at;
}

std::size_t letters_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(code_point_at(text, at).value))
    at += code_point_at(text, at).size;
  return at;
}

std::vector<Hyphen> hyphens_in(std::string_view text) {
  constexpr std::size_t kLongest = 100;  // bytes of a word
  std::vector<Hyphen> hyphens;
  for (std::size_t at = text.find("-\n"); at != text.npos; at = text.find("-\n", at + 2)) {
    const CodePoint first = code_point_at(text, at + 2);
    if (!is_letter(first.value) || is_upper(first.value)) continue;
    const std::string_view near = text.substr(0, std::min(text.size(), at + kLongest));
    const std::size_t from = at > kLongest ? at - kLongest : 0;
    const std::size_t begin = from + letters_before(text.substr(from), at - from);
    if (at - begin >= 2) hyphens.push_back({at, begin, letters_behind(near, at + 2)});
  }
  return hyphens;
}

// How often each of the words that are asked about stands in the text in one piece.
class Occurrences {
 public:
  void ask(std::string word) { counts_.try_emplace(std::move(word), 0); }

  void count_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = letters_behind(text, at);
      if (end == at) {
        at += code_point_at(text, at).size;
        continue;
      }
      const auto count = [&](std::size_t until) {
        const auto found = counts_.find(folded(text.substr(at, until - at)));
        if (found != counts_.end()) ++found->second;
      };
      const bool broken = end + 1 < text.size() && text[end] == '-' && text[end + 1] == '\n';
      const bool rest = at >= 2 && text[at - 1] == '\n' && text[at - 2] == '-';
      const std::size_t more =
          end < text.size() && text[end] == '-' ? letters_behind(text, end + 1) : end;
      if (more > end + 1) count(more);
      if (!broken && !rest) count(end);
      at = end;
    }
  }

  bool has(const std::string& word) const {
    const auto found = counts_.find(word);
    return found != counts_.end() && found->second > 0;
  }

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

void join_hyphens(std::string_view text, Rewriting* rewriting) {
  const std::vector<Hyphen> hyphens = hyphens_in(text);
  if (hyphens.empty()) return;
  const auto left = [&](const Hyphen& h) { return folded(text.substr(h.begin, h.at - h.begin)); };
  const auto right = [&](const Hyphen& h) {
    return folded(text.substr(h.at + 2, h.end - h.at - 2));
  };
  Occurrences words;
  for (const Hyphen& hyphen : hyphens) {
    words.ask(left(hyphen) + right(hyphen));
    words.ask(left(hyphen) + "-" + right(hyphen));
  }
  words.count_in(text);
  for (const Hyphen& hyphen : hyphens) {
    const bool one = words.has(left(hyphen) + right(hyphen));
    const bool two = words.has(left(hyphen) + "-" + right(hyphen));
    if (one == two) continue;
    // The line feed goes behind the word, so that the lines stay about as long as they were.
    const std::size_t space = std::min(text.find_first_of(" \n", hyphen.end), text.size());
    rewriting->replace(hyphen.at + (two ? 1 : 0), hyphen.at + 2, "");
    if (space < text.size() && text[space] == ' ') rewriting->replace(space, space + 1, "\n");
  }
}

// --- writing without spaces ------------------------------------------------------------------

bool is_ideographic(char32_t c) {
  return in(c, 0x3400, 0x9FFF) || in(c, 0x3041, 0x30FF) || c == 0x3001 || c == 0xFF0C;
}

// Commas and the particles with which no line of Japanese ends that is complete.
bool goes_on(char32_t c) {
  return c == 0x3001 || c == 0xFF0C || c == 0x306E || c == 0x306F || c == 0x3092 || c == 0x304C;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

void join_ideographs(std::string_view text, std::optional<Rewriting>* rewriting) {
  constexpr std::size_t kLeast = 12;  // characters of a line that was wrapped to a width
  std::size_t begin = 0, before = 0;  // the line's begin; how long the one before it is
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    const std::size_t line = begin, size = at - line;
    begin = at + 1;
    // Nearly all lines end or begin with a letter, sign or digit of a byte.
    if (begin >= text.size() || size == 0 || static_cast<unsigned char>(text[at - 1]) < 0x80 ||
        static_cast<unsigned char>(text[begin]) < 0xE3) {
      before = 0;
      continue;
    }
    const char32_t left = code_point_before(text, at).value;
    if (!is_ideographic(left) || !is_ideographic(code_point_at(text, begin).value)) {
      before = 0;
      continue;
    }
    const std::size_t length = code_points(text.substr(line, size));
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t next = code_points(text.substr(begin, std::min(end - begin, 4 * length + 4)));
    const bool wrapped = length >= kLeast && next <= length && (next == length || before == length);
    before = length;
    if (!goes_on(left) && !wrapped) continue;
    if (!*rewriting) rewriting->emplace(text);
    (*rewriting)->replace(at, at + 1, "");
  }
}

}  // namespace

std::optional<Normalized> with_joined_lines(std::string_view text) {
  if (text.find("-\n") != text.npos) {
    Rewriting hyphens(text);
    join_hyphens(text, &hyphens);
    if (hyphens.changed()) return hyphens.finish();
  }
  std::optional<Rewriting> ideographs;
  join_ideographs(text, &ideographs);
  if (!ideographs) return std::nullopt;
  return ideographs->finish();
}

}  // namespace newsfacts
