#include "corpus/readers/formats.h"

#include <algorithm>
#include <utility>

#include "corpus/readers/html.h"
#include "corpus/readers/jsonl.h"
#include "corpus/readers/text.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

template <typename FormatReader>
std::unique_ptr<Reader> open(InputFile file, const ReadOptions& options) {
  return std::make_unique<FormatReader>(std::move(file), options);
}

bool begins_with_brace(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  return at != bytes.npos && bytes[at] == '{';
}

bool never(std::string_view) {
  return false;
}

constexpr std::array kFormats = std::to_array<Format>({
    {"jsonl",
     "JSON lines, a document each",
     {".jsonl", ".ndjson", ".json"},
     begins_with_brace,
     open<JsonLinesReader>},
    {"html",
     "a web page, its article and what it says of itself",
     {".html", ".htm", ".xhtml", ".shtml"},
     begins_as_html,
     open<HtmlReader>},
    {"text", "plain text with an optional header", {".txt", ".text"}, never, open<TextReader>},
});

bool ends_with_in_any_case(std::string_view name, std::string_view ending) {
  if (ending.empty() || name.size() <= ending.size()) return false;
  name.remove_prefix(name.size() - ending.size());
  return std::equal(name.begin(), name.end(), ending.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
  });
}

bool has_ending(const Format& format, std::string_view name) {
  return std::any_of(format.endings.begin(), format.endings.end(),
                     [&](std::string_view ending) { return ends_with_in_any_case(name, ending); });
}

// Text may hold a stray NUL, and it may be broken; what is full of NULs, or both holds some
// and is broken, was never text.
bool is_binary(std::string_view bytes) {
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls * 10 > bytes.size()) return true;
  const auto fault = invalid_utf8_at(bytes);
  return nuls > 0 && fault && *fault + 4 < bytes.size();  // not a code point that is cut off
}

const Format* of_content(std::string_view bytes) {
  for (const Format& format : kFormats)
    if (format.begins(bytes)) return &format;
  return nullptr;
}

const Format& of_name(std::string_view name) {
  for (const Format& format : kFormats)
    if (has_ending(format, name)) return format;
  return kFormats.back();
}

const Format* of_word(std::string_view word) {
  for (const Format& format : kFormats)
    if (format.word == word) return &format;
  return nullptr;
}

// One document that was made before it was asked for.
class Single : public Reader {
 public:
  explicit Single(Document document) : document_(std::move(document)) {}
  std::optional<Document> next() override { return std::exchange(document_, std::nullopt); }

 private:
  std::optional<Document> document_;
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

std::vector<std::string> format_words() {
  std::vector<std::string> words;
  for (const Format& format : kFormats) words.emplace_back(format.word);
  return words;
}

std::unique_ptr<Reader> open_reader(InputFile file, const ReadOptions& options) {
  const std::string_view bytes = file.beginning();
  if (!file.failure().empty())
    return std::make_unique<Single>(rejected(file.name(), file.failure(), file.name()));
  const Format* const content = of_content(bytes);
  const Format* const said = of_word(options.as);
  // What --as says is in a .zip or .gz is in the files it holds.
  if (said && !(content && content->holds_files)) return said->open(std::move(file), options);
  if (content) return content->open(std::move(file), options);
  if (is_binary(bytes))
    return std::make_unique<Single>(rejected(file.name(), "binary data, not text", file.name()));
  return of_name(file.name()).open(std::move(file), options);
}

bool is_article(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);
  return name.find('.') == name.npos ||
         std::any_of(kFormats.begin(), kFormats.end(),
                     [&](const Format& format) { return has_ending(format, name); });
}

}  // namespace newsfacts
