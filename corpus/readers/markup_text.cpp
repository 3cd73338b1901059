#include "corpus/readers/markup_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "corpus/readers/header_fields.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

struct Reference {
  std::string_view name, value;
};
// HTML 4's names that running text uses.
constexpr std::array kReferences = std::to_array<Reference>(
    {{"amp", "&"},       {"lt", "<"},      {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
     {"nbsp", "\u00A0"}, {"mdash", "—"},   {"ndash", "–"},  {"hellip", "…"}, {"lsquo", "‘"},
     {"rsquo", "’"},     {"ldquo", "“"},   {"rdquo", "”"},  {"sbquo", "‚"},  {"bdquo", "„"},
     {"laquo", "«"},     {"raquo", "»"},   {"bull", "•"},   {"middot", "·"}, {"euro", "€"},
     {"pound", "£"},     {"yen", "¥"},     {"cent", "¢"},   {"sect", "§"},   {"copy", "©"},
     {"reg", "®"},       {"trade", "™"},   {"deg", "°"},    {"frac12", "½"}, {"frac14", "¼"},
     {"frac34", "¾"},    {"times", "×"},   {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},
     {"agrave", "à"},    {"acirc", "â"},   {"aacute", "á"}, {"atilde", "ã"}, {"auml", "ä"},
     {"ouml", "ö"},      {"uuml", "ü"},    {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},
     {"szlig", "ß"},     {"iacute", "í"},  {"oacute", "ó"}, {"uacute", "ú"}, {"ntilde", "ñ"},
     {"ccedil", "ç"},    {"ocirc", "ô"},   {"icirc", "î"},  {"iuml", "ï"},   {"euml", "ë"},
     {"oslash", "ø"},    {"aring", "å"},   {"aelig", "æ"},  {"Eacute", "É"}, {"iexcl", "¡"},
     {"iquest", "¿"},    {"shy", "\u00AD"}});

// Elements that begin a new block of text.
constexpr std::array kBlocks = std::to_array<std::string_view>(
    {"p",          "div", "ul",    "ol",      "li",     "h1",     "h2",    "h3",         "h4",
     "h5",         "h6",  "hr",    "dl",      "dt",     "dd",     "tr",    "blockquote", "section",
     "figcaption", "pre", "table", "article", "header", "footer", "aside", "figure",     "title"});

constexpr std::size_t kLongestReference = 13;

class Stripper {
 public:
  explicit Stripper(std::string_view markup) : markup_(markup) {}

  std::string run() {
    while (at_ < markup_.size()) {
      const char c = markup_[at_];
      if (c == '<' && tag()) continue;
      if (c == '&' && reference()) continue;
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        space_ = true;
      } else {
        separate();
        text_ += c;
      }
      ++at_;
    }
    return std::move(text_);
  }

 private:
  enum class Break { kNone, kLine, kBlock };

  void separate() {
    if (!text_.empty()) {
      if (break_ == Break::kBlock)
        text_ += "\n\n";
      else if (break_ == Break::kLine)
        text_ += '\n';
      else if (space_)
        text_ += ' ';
    }
    break_ = Break::kNone;
    space_ = false;
  }

  // Moves behind what begins with `<`; false where that is only a sign of the text.
  bool tag() {
    const std::string_view rest = markup_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->");
    if (rest.starts_with("<![CDATA[")) {
      at_ += 9;
      return true;
    }
    const bool end_tag = rest.starts_with("</");
    std::size_t begin = end_tag ? 2 : 1, end = begin;
    while (end < rest.size() && end < 32 &&
           (((rest[end] | 0x20) >= 'a' && (rest[end] | 0x20) <= 'z') ||
            (rest[end] >= '0' && rest[end] <= '9')))
      ++end;
    if (end == begin && !rest.starts_with("<!") && !rest.starts_with("<?")) return false;
    const std::string name = lower(rest.substr(begin, end - begin));
    if (!skip_to(">")) return false;
    if (!end_tag && (name == "script" || name == "style")) skip_to("</" + name);
    if (name == "br") break_ = std::max(break_, Break::kLine);
    if (std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end()) break_ = Break::kBlock;
    return true;
  }

  // What is not found once is not looked for again: there is none.
  bool skip_to(const std::string& end) {
    if (std::find(gone_.begin(), gone_.end(), end) != gone_.end()) return false;
    const std::size_t found = markup_.find(end, at_);
    if (found == markup_.npos) {
      gone_.push_back(end);
      return false;
    }
    at_ = found + (end.front() == '<' ? 0 : end.size());
    return true;
  }

  bool reference() {
    const std::size_t size = markup_.substr(at_, kLongestReference).find(';');
    if (size == markup_.npos || size < 2) return false;
    const std::size_t end = at_ + size;
    std::string_view name = markup_.substr(at_ + 1, end - at_ - 1);
    std::string value;
    if (name.starts_with('#')) {
      name.remove_prefix(1);
      const bool hex = name.starts_with('x') || name.starts_with('X');
      if (hex) name.remove_prefix(1);
      std::uint32_t code = 0;
      const auto [stop, error] =
          std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
      if (error != std::errc() || stop != name.data() + name.size()) return false;
      if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
      append_utf8(code, &value);
    } else {
      for (const Reference& reference : kReferences)
        if (reference.name == name) value = reference.value;
      if (value.empty()) return false;
    }
    separate();
    text_ += value;
    at_ = end + 1;
    return true;
  }

  static void append_utf8(std::uint32_t code, std::string* out) {
    if (code < 0x80) {
      *out += static_cast<char>(code);
    } else if (code < 0x800) {
      *out += static_cast<char>(0xC0 | code >> 6);
      *out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
      *out += static_cast<char>(0xE0 | code >> 12);
      *out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
      *out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
      *out += static_cast<char>(0xF0 | code >> 18);
      *out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
      *out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
      *out += static_cast<char>(0x80 | (code & 0x3F));
    }
  }

  std::string_view markup_;
  std::size_t at_ = 0;
  std::string text_;
  std::vector<std::string> gone_;
  Break break_ = Break::kNone;
  bool space_ = false;
};

}  // namespace

std::string markup_text(std::string_view markup) {
  return Stripper(markup).run();
}

std::string markup_line(std::string_view markup) {
  std::string line = markup_text(markup);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace newsfacts
