#include "corpus/blocks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostTitleBytes = 250;
constexpr std::size_t kMostHeadingBytes = 120;
constexpr std::size_t kMostHeadingWords = 14;
constexpr std::size_t kMostNoticeBytes = 400;  // bylines, credits, boilerplate

// Phrases are matched in lower case, and end at a word's end.
constexpr std::array kHeadings = std::to_array<std::string_view>(
    {"key takeaways", "key points", "takeaways", "frequently asked questions", "faq", "faqs",
     "in-depth analysis", "industry impact", "at a glance", "highlights", "background", "summary",
     "conclusion", "what happens next", "what we know", "the bottom line"});
constexpr std::array kQuestions = std::to_array<std::string_view>({"question:", "q:", "q."});
constexpr std::array kAnswers = std::to_array<std::string_view>({"answer:", "a:"});
constexpr std::array kBylines = std::to_array<std::string_view>(
    {"by", "posted by", "written by", "story by", "words by", "reporting by", "reported by",
     "additional reporting by", "edited by", "editing by", "from our correspondent"});
// These count where a line or, behind another sentence or a bracket, a credit begins.
struct Sign {
  std::string_view phrase;
  Role role;
};
constexpr std::array kSigns = std::to_array<Sign>({{"photo:", Role::kCaption},
                                                   {"photos:", Role::kCaption},
                                                   {"photo by", Role::kCaption},
                                                   {"photo credit", Role::kCaption},
                                                   {"photo courtesy", Role::kCaption},
                                                   {"file photo", Role::kCaption},
                                                   {"photograph:", Role::kCaption},
                                                   {"photograph by", Role::kCaption},
                                                   {"picture:", Role::kCaption},
                                                   {"image:", Role::kCaption},
                                                   {"images:", Role::kCaption},
                                                   {"image by", Role::kCaption},
                                                   {"image credit", Role::kCaption},
                                                   {"illustration:", Role::kCaption},
                                                   {"illustration by", Role::kCaption},
                                                   {"all rights reserved", Role::kBoilerplate}});
constexpr std::array kLinkLabels =
    std::to_array<std::string_view>({"read more:", "read also:", "also read:", "related:",
                                     "see also:", "more on this:", "watch:", "via:", "link:"});
constexpr std::array kBoilerplate = std::to_array<std::string_view>({"\u00A9",
                                                                     "(c) 20",
                                                                     "copyright",
                                                                     "all rights reserved",
                                                                     "subscribe",
                                                                     "sign up",
                                                                     "follow us",
                                                                     "click here",
                                                                     "read more",
                                                                     "advertisement",
                                                                     "share this",
                                                                     "related articles",
                                                                     "related stories",
                                                                     "terms of use",
                                                                     "terms of service",
                                                                     "privacy policy",
                                                                     "contact:",
                                                                     "media contact",
                                                                     "for more information",
                                                                     "for immediate release",
                                                                     "this article was",
                                                                     "this story was",
                                                                     "this article originally",
                                                                     "this story originally",
                                                                     "our standards:",
                                                                     "download our app",
                                                                     "get our newsletter",
                                                                     "join our",
                                                                     "disclaimer:",
                                                                     "tags:",
                                                                     "filed under",
                                                                     "categories:",
                                                                     "comments",
                                                                     "(corrects",
                                                                     "(adds",
                                                                     "(updates",
                                                                     "(recasts",
                                                                     "(refiles",
                                                                     "correction:",
                                                                     "editor's note",
                                                                     "editor\u2019s note",
                                                                     "skip to",
                                                                     "back to top",
                                                                     "support our",
                                                                     "###",
                                                                     "-30-",
                                                                     "-- ends --"});

struct Line {
  std::uint32_t begin, end;
  bool after_blank;  // nothing, or a blank line, stands before it
  std::uint32_t size() const { return end - begin; }
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
}

// Whether `line` has `phrase` at `at`, in any letter case and not within a longer word.
bool has_at(std::string_view line, std::size_t at, std::string_view phrase) {
  if (line.size() - at < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (lower(line[at + i]) != phrase[i]) return false;
  const std::size_t end = at + phrase.size();
  return !is_word_character(code_point_before(phrase, phrase.size()).value) ||
         !is_word_character(code_point_at(line, end).value);
}

template <std::size_t N>
std::size_t begins_with(std::string_view line, const std::array<std::string_view, N>& phrases) {
  for (const std::string_view phrase : phrases)
    if (lower(line[0]) == phrase[0] && has_at(line, 0, phrase)) return phrase.size();
  return 0;
}

bool contains(std::string_view line, std::string_view phrase) {
  for (std::size_t at = 0; at + phrase.size() <= line.size(); ++at)
    if (lower(line[at]) == phrase[0] && has_at(line, at, phrase)) return true;
  return false;
}

// For each first letter of a sign, a bit for each second one.
constexpr std::array<std::uint32_t, 128> kSignLetters = [] {
  std::array<std::uint32_t, 128> letters{};
  for (const Sign& sign : kSigns)
    letters[static_cast<unsigned char>(sign.phrase[0])] |= 1u << (sign.phrase[1] & 31);
  return letters;
}();

bool ends_clause(char c) {
  return c == '.' || c == '!' || c == '?' || c == ')' || c == '|' || c == '-';
}

// One pass for all signs: hardly a word begins with the first two letters of one.
std::optional<Role> told_by_a_sign(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool begins = at == 0 || line[at] == '(' || ends_clause(line[at - 2]);
    at += line[at] == '(';
    if (at + 1 >= line.size()) break;
    const auto first = static_cast<unsigned char>(lower(line[at]));
    if (begins && first < 128 && kSignLetters[first] >> (lower(line[at + 1]) & 31) & 1)
      for (const Sign& sign : kSigns)
        if (has_at(line, at, sign.phrase)) return sign.role;
    at = line.find(' ', at);
    if (at == line.npos) break;
  }
  return std::nullopt;
}

std::size_t words_in(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

// The last ink of the line but closing quotes and brackets.
char32_t final_sign(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const CodePoint c = code_point_before(line, at);
    at -= c.size;
    const bool closes = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == ']' ||
                        c.value == 0x2019 || c.value == 0x201D || c.value == 0xBB;
    if (!closes) return c.value;
  }
  return 0;
}

bool ends_sentence(std::string_view line) {
  const char32_t sign = final_sign(line);
  return sign == '.' || sign == '!' || sign == '?' || sign == 0x2026 || sign == 0x3002;
}

bool begins_lower(std::string_view line) {
  const char32_t c = code_point_at(line, 0).value;
  return is_letter(c) && !is_upper(c) && is_letter(code_point_at(line, 1).value);
}

bool begins_upper(std::string_view line) {
  return is_upper(code_point_at(line, 0).value);
}

bool is_url(std::string_view line) {
  return (line[0] == 'h' || line[0] == 'w') &&
         (line.starts_with("http://") || line.starts_with("https://") ||
          line.starts_with("www.")) &&
         line.find(' ') == line.npos;
}

std::uint32_t marker_of(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "\u2022 ", "\u00B7 ", "\u2013 ", "\u2023 ",
                                        "\u25AA ", "\u25CF ", "\u25E6 ", "\u2043 ", "\u25A0 "})
    if (line.starts_with(bullet)) return static_cast<std::uint32_t>(bullet.size());
  std::size_t at = line.starts_with("(");
  const std::size_t digits = at;
  while (at < line.size() && at < digits + 3 && is_digit(line[at])) ++at;
  if (at == digits || at + 1 >= line.size()) return 0;
  if ((line[at] != '.' || digits > 0) && line[at] != ')') return 0;
  if (line[at + 1] != ' ' || at + 2 == line.size()) return 0;
  const bool figure = line[at] == ')' && is_digit(line[at + 2]);  // a telephone number
  return figure ? 0 : static_cast<std::uint32_t>(at + 2);
}

// "Ferry fire kills nine - Meridian Wire": a title and, behind a dash or a bar, an outlet.
bool names_an_outlet(std::string_view line) {
  std::size_t cut = line.npos, size = 0;
  for (const std::string_view bar : {" - ", " | ", " \u2013 ", " \u2014 "}) {
    const std::size_t at = line.rfind(bar);
    if (at != line.npos && (cut == line.npos || at > cut)) {
      cut = at;
      size = bar.size();
    }
  }
  if (cut == line.npos || words_in(line.substr(0, cut)) < 3) return false;
  const std::string_view outlet = line.substr(cut + size);
  return begins_upper(outlet) && words_in(outlet) <= 6 && !ends_sentence(line);
}

// "By Jane Roe and John Poe": names behind a phrase, and no sentence.
bool is_byline(std::string_view line) {
  if (line[0] == '(') line.remove_prefix(1);
  if (line.empty()) return false;
  const std::size_t phrase = begins_with(line, kBylines);
  if (phrase == 0 || line.size() > kMostNoticeBytes) return false;
  std::string_view names = line.substr(phrase);
  if (names.starts_with(":")) names.remove_prefix(1);
  if (!names.starts_with(" ")) return false;
  names.remove_prefix(1);
  const bool bare_by = phrase == 2;
  if (!begins_upper(names)) return !bare_by && words_in(names) <= 4 && !ends_sentence(line);
  if (!bare_by) return words_in(names) <= 30;
  if (ends_sentence(line) || words_in(names) > 14) return false;
  if (const std::size_t comma = names.find(", "); comma != names.npos) {  // ", staff writer"
    if (words_in(names.substr(comma + 2)) > 4) return false;
    names = names.substr(0, comma);
  }
  // Words in lower case are what a sentence would have: "By Monday the storm had passed".
  std::size_t plain = 0;
  for (std::size_t at = names.find(' '); at != names.npos; at = names.find(' ', at + 1)) {
    const std::string_view word = names.substr(at + 1, names.find(' ', at + 1) - at - 1);
    plain += begins_lower(word) && word != "and" && word != "for" && word != "in" && word != "of";
  }
  return plain <= 1;
}

bool ends_with_dash(std::string_view line) {
  return line.ends_with('-') || line.ends_with('_') || line.ends_with("\u2013") ||
         line.ends_with("\u2014");
}

// "PORT HALLAM, March 14 (Meridian Wire) -": how many bytes, with the dash.
std::uint32_t dateline_of(std::string_view line) {
  constexpr std::size_t kMostBytes = 120;
  std::size_t end = 0, dash_end = 0;
  for (std::size_t at = 1; at < std::min(line.size(), kMostBytes) && dash_end == 0; ++at) {
    const bool space = line[at] == ' ';
    if (!space && line[at] != '\xE2') continue;
    const std::string_view rest = line.substr(at + space);
    for (const std::string_view dash : {"--", "-", "_", "\u2013", "\u2014"}) {
      if (!rest.starts_with(dash)) continue;
      const bool spaced = space && (rest.size() == dash.size() || rest[dash.size()] == ' ');
      if (!spaced && dash != "\u2014") continue;
      end = at;
      dash_end = at + space + dash.size();
      break;
    }
  }
  if (dash_end == 0) return 0;
  std::string_view place = line.substr(0, end);
  // The outlet, state or date behind the place gives it away; else only capitals do.
  bool told = false;
  if (place.back() == ')') {
    const std::size_t open = place.rfind('(');
    if (open == place.npos || open < 2) return 0;
    place = place.substr(0, open - 1);
    told = true;
  }
  const std::size_t comma = place.find(", ");
  const std::string_view city = place.substr(0, comma);
  if (comma != place.npos) {  // "Leander, TX", "Port Hallam, March 14"
    const std::string_view rest = place.substr(comma + 2);
    const bool state = rest.size() <= 5 && begins_upper(rest) &&
                       std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a'; });
    const bool date = begins_upper(rest) && is_digit(rest.back());
    told |= state || date;
  }
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < city.size();) {
    const CodePoint c = code_point_at(city, at);
    if (is_letter(c.value) && !is_upper(c.value) && !told) return 0;
    capitals += is_upper(c.value);
    at += c.size;
  }
  if (!begins_upper(city) || words_in(city) > 4) return 0;
  if (!told && capitals < 3) return 0;
  if (words_in(place) > 8) return 0;
  return static_cast<std::uint32_t>(dash_end);
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at)
      lines.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), after_blank});
    after_blank = end == at;
    at = end + 1;
  }
  return lines;
}

class Page {
 public:
  Page(std::string_view text, std::string_view title) : text_(text), title_(title) {}

  std::vector<Block> blocks() {
    const std::vector<Line> lines = lines_of(text_);
    for (std::size_t i = 0; i < lines.size();) {
      const std::size_t next = end_of_paragraph(lines, i);
      for (std::size_t k = i; k < next;) k = add_block(lines, k, next);
      i = next;
    }
    judge();
    return std::move(blocks_);
  }

 private:
  std::string_view at(const Line& line) const { return text_.substr(line.begin, line.size()); }
  std::string_view at(const Block& block) const {
    return text_.substr(block.span.begin, block.span.size());
  }

  static std::size_t end_of_paragraph(const std::vector<Line>& lines, std::size_t first) {
    std::size_t end = first + 1;
    while (end < lines.size() && !lines[end].after_blank) ++end;
    return end;
  }

  // Lines of a paragraph wrapped to a width: each is as full as it could be, for the first
  // word of the next would not have fitted.
  bool is_wrapped(const std::vector<Line>& lines, std::size_t first, std::size_t end) const {
    constexpr std::size_t kLeast = 40, kMost = 132;
    if (end - first < 3) return false;
    std::size_t width = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first && (marker_of(at(lines[i])) > 0 || is_url(at(lines[i])))) return false;
      width = std::max<std::size_t>(width, lines[i].size());
    }
    if (width < kLeast || width > kMost) return false;
    for (std::size_t i = first; i + 1 < end; ++i) {
      const std::string_view next = at(lines[i + 1]);
      if (lines[i].size() + 1 + std::min(next.find(' '), next.size()) <= width) return false;
    }
    return true;
  }

  // A line that breaks off, and the next goes on with a small letter.
  bool goes_on(const Line& line, const Line& next) const {
    constexpr std::size_t kLeast = 25;
    const std::string_view words = at(line), more = at(next);
    return line.size() >= kLeast && !ends_sentence(words) && words.back() != ':' &&
           begins_lower(more) && !is_url(more) && !is_url(words) && marker_of(more) == 0;
  }

  std::size_t add_block(const std::vector<Line>& lines, std::size_t first, std::size_t end) {
    std::size_t next = first + 1;
    const bool opens_paragraph = lines[first].after_blank || first == 0;
    if (opens_paragraph && is_wrapped(lines, first, end)) {
      next = end;
    } else {
      while (next < end && goes_on(lines[next - 1], lines[next])) ++next;
    }
    blocks_.push_back({{lines[first].begin, lines[next - 1].end}, Role::kBody, 0, 0});
    after_blank_.push_back(lines[first].after_blank);
    return next;
  }

  void judge() {
    bool answering = false;
    int bodies = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Block& block = blocks_[i];
      const std::string_view words = at(block);
      block.role = role_of(i);
      begun_ |= block.role != Role::kBoilerplate && block.role != Role::kLink;
      if (block.role == Role::kQuestion) {
        answering = true;
        continue;
      }
      // An answer lasts until something else begins, or a blank line ends what was said on
      // the lines right below its question.
      if (block.role == Role::kBody || block.role == Role::kListItem) {
        if (answering && after_blank_[i] && blocks_[i - 1].role == Role::kAnswer) answering = false;
        if (answering) block.role = Role::kAnswer;
      } else {
        answering = false;
      }
      if (marker_of(words) > 0 && (block.role == Role::kListItem || block.role == Role::kAnswer))
        block.marker = marker_of(words);
      if (block.role == Role::kBody && bodies++ < 2) block.dateline = dateline_of(words);
    }
  }

  Role role_of(std::size_t i) const {
    const std::string_view words = at(blocks_[i]);
    const bool last = i + 1 == blocks_.size();
    const bool notice = words.size() <= kMostNoticeBytes;
    if (i == 0 && !title_.empty() && words == title_) return Role::kTitle;
    if (is_url(words)) return Role::kLink;
    if (!last && is_url(at(blocks_[i + 1])) && !after_blank_[i + 1] && !ends_sentence(words))
      return Role::kLink;
    if (begins_with(words, kQuestions) > 0) return Role::kQuestion;
    if (begins_with(words, kAnswers) > 0) return Role::kAnswer;
    if (is_byline(words)) return Role::kByline;
    if (ends_with_dash(words) && dateline_of(words) == words.size()) return Role::kDateline;
    if (notice) {
      if (has_at(words, 0, "in") && contains(words, "posted by")) return Role::kBoilerplate;
      if (begins_with(words, kBoilerplate) > 0 && (!ends_sentence(words) || words_in(words) <= 30))
        return Role::kBoilerplate;
      if (begins_with(words, kLinkLabels) > 0) return Role::kLink;
      if (const auto role = told_by_a_sign(words)) return *role;
    }
    if (marker_of(words) > 0) return Role::kListItem;
    const bool one_line = words.find('\n') == words.npos;
    if (!one_line || ends_sentence(words)) {
      if (i > 0 && one_line && is_short_question(i)) return Role::kHeading;
      return Role::kBody;
    }
    if (!begun_ && !last && words.size() <= kMostTitleBytes && dateline_of(words) == 0)
      return Role::kTitle;
    if (begins_with(words, kHeadings) == words.size()) return Role::kHeading;
    const bool alone = after_blank_[i] && (last || after_blank_[i + 1]);
    if (alone && words.size() <= kMostTitleBytes && names_an_outlet(words)) return Role::kLink;
    if (!last && is_heading(words)) return Role::kHeading;
    return Role::kBody;
  }

  static bool is_heading(std::string_view words) {
    const char32_t sign = final_sign(words);
    return words.size() <= kMostHeadingBytes && words_in(words) <= kMostHeadingWords &&
           sign != ',' && sign != ';' && (sign != ':' || words_in(words) <= 6) &&
           !begins_lower(words);
  }

  // "What happens next?" above a paragraph.
  bool is_short_question(std::size_t i) const {
    const std::string_view words = at(blocks_[i]);
    return words.back() == '?' && words_in(words) <= 10 && i + 1 < blocks_.size() &&
           begins_upper(words) && words.find(". ") == words.npos &&
           at(blocks_[i + 1]).size() > 2 * words.size() && ends_sentence(at(blocks_[i + 1]));
  }

  std::string_view text_, title_;
  bool begun_ = false;  // the article, behind what a page puts before it
  std::vector<Block> blocks_;
  std::vector<char> after_blank_;  // of each block
};

}  // namespace

std::vector<Block> blocks_of(std::string_view text, std::string_view title) {
  return Page(text, title).blocks();
}

}  // namespace newsfacts
