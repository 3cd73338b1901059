#include "corpus/readers/markdown.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"

namespace newsfacts {
namespace {

using enum ArticleField;

std::string_view next_line(std::string_view* rest) {
  const std::size_t end = std::min(rest->find('\n'), rest->size());
  std::string_view line = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Reads "---", lines "name: value", "---" off the begin; nothing where it is no such header.
void take_header(std::string_view* text, const FieldNames& names, ArticleRecord* record) {
  std::string_view rest = *text;
  if (trimmed(next_line(&rest)) != "---") return;
  ArticleRecord said = *record;
  while (!rest.empty()) {
    const std::string_view line = next_line(&rest);
    const std::string_view mark = trimmed(line);
    if (mark == "---" || mark == "...") {
      *record = said;
      *text = rest;
      return;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    std::string_view value = trimmed(line.substr(colon + 1));
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    if (const auto name = names.find(trimmed(line.substr(0, colon))))
      said.say(*name, std::string(value));
  }
}

// "**Two** [men](https://...) ![photo](x.jpg)" -> "Two men".
std::string words_of(std::string_view line) {
  std::string words;
  std::size_t close = 0, paren = 0;  // the next "]" and ")", looked for once each
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool image = c == '!' && line.substr(at + 1).starts_with('[');
    if (c == '\\' && at + 1 < line.size()) {
      words += line[++at];
    } else if (c == '[' || image) {
      if (close <= at) close = std::min(line.find(']', at), line.size());
      const bool link = close + 1 < line.size() && line[close + 1] == '(';
      if (link && paren < close) paren = std::min(line.find(')', close), line.size());
      const std::size_t end = link && paren < line.size() ? paren : line.npos;
      if (end == line.npos) {
        words += c;
      } else {
        const std::size_t begin = at + (image ? 2 : 1);
        if (!image) words += words_of(line.substr(begin, close - begin));
        at = end;
      }
    } else if (c == '*' || c == '`') {
      // Emphasis, unless it stands alone: "2 * 3".
      const bool alone =
          (at == 0 || line[at - 1] == ' ') && (at + 1 == line.size() || line[at + 1] == ' ');
      if (alone) words += c;
    } else if (c == '_') {
      // Within a word it is a letter.
      const auto is_word = [&](std::size_t i) {
        return i < line.size() && line[i] != ' ' && line[i] != '_' && line[i] != '.' &&
               line[i] != ',';
      };
      if (at > 0 && is_word(at - 1) && is_word(at + 1)) words += c;
    } else {
      words += c;
    }
  }
  return words;
}

bool is_rule(std::string_view line) {
  line = trimmed(line);
  return line.size() >= 3 &&
         line.find_first_not_of(line.front() == '=' ? "=" : "-*_ ") == line.npos;
}

// "[name]: https://..."
bool is_definition(std::string_view line) {
  return line.starts_with('[') && line.find("]: ") != line.npos;
}

std::string plain(std::string_view text, std::string* first_heading) {
  std::string plain;
  bool fenced = false;
  while (!text.empty()) {
    std::string_view line = next_line(&text);
    if (trimmed(line).starts_with("```") || trimmed(line).starts_with("~~~")) {
      fenced = !fenced;
      continue;
    }
    if (fenced) {
      plain.append(line).append("\n");
      continue;
    }
    if (is_rule(line) || is_definition(line)) continue;
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    const bool heading = signs > 0 && signs <= 6 && signs < line.size() && line[signs] == ' ';
    if (heading) {
      line = trimmed(line.substr(signs));
      while (line.ends_with('#')) line.remove_suffix(1);
      line = trimmed(line);
    }
    // A bullet is no emphasis.
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    std::string bullet;
    if (line.substr(indent).starts_with("* ")) {
      bullet = std::string(indent, ' ') + "* ";
      line.remove_prefix(indent + 2);
    }
    const std::string words = bullet + words_of(line);
    if (heading && first_heading->empty()) *first_heading = words;
    plain.append(words).append(heading ? "\n\n" : "\n");
  }
  return plain;
}

}  // namespace

Document read_markdown(InputFile file, const ReadOptions& options) {
  std::string bytes;
  if (auto rejection = take_whole_text(file, "text", options.limits, &bytes))
    return *std::move(rejection);
  std::string_view text = bytes;
  ArticleRecord record;
  take_header(&text, options.fields, &record);
  std::string heading;
  record.say({kText, 0}, plain(text, &heading));
  record.say({kTitle, 9}, heading);
  record.say({kUrl, 9}, file.about().url);
  return record.document(file.name());
}

}  // namespace newsfacts
