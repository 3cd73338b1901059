#include "corpus/blocks.h"

#include <algorithm>
#include <optional>

#include "corpus/date_line.h"
#include "corpus/dateline.h"
#include "corpus/line_shape.h"
#include "corpus/notices.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostTitleBytes = 250;
constexpr std::size_t kMostHeadingBytes = 120;
constexpr std::size_t kMostHeadingWords = 14;

struct Line {
  std::uint32_t begin, end;
  bool after_blank;  // nothing, or a blank line, stands before it
  std::uint32_t size() const { return end - begin; }
};

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

  std::vector<Block> blocks(const std::vector<Block>& given) {
    blocks_ = given;
    after_blank_.assign(given.size(), true);
    for (const Block& block : given) given_.push_back(block.role);
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

  // A line that breaks off, and the next goes on with a small letter.  Short ones may be a list,
  // unless they begin a sentence that is ended.
  bool goes_on(const Line& line, const Line& next) const {
    constexpr std::size_t kLeast = 25, kLeastWords = 3;
    const std::string_view words = at(line), more = at(next);
    const bool long_enough =
        line.size() >= kLeast ||
        (begins_upper(words) && words_in(words) >= kLeastWords && ends_sentence(more));
    return long_enough && !ends_sentence(words) && words.back() != ':' && begins_lower(more) &&
           !is_url(more) && !is_url(words) && marker_of(more) == 0;
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
      reading_ |= block.role == Role::kBody;
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
    if (given_.empty()) return guess(i);
    if (given_[i] == Role::kHeading && at(blocks_[i]) == title_) return Role::kTitle;
    if (given_[i] != Role::kBody) return given_[i];
    // A page has its day among its metadata.  Of a text without any, such a line is all there is.
    if (!reading_ && is_date_line(at(blocks_[i]))) return Role::kByline;
    const Role role = guess(i);
    return role == Role::kTitle || role == Role::kHeading ? Role::kBody : role;
  }

  Role guess(std::size_t i) const {
    const std::string_view words = at(blocks_[i]);
    const bool last = i + 1 == blocks_.size();
    if (i == 0 && !title_.empty() && words == title_) return Role::kTitle;
    if (is_url(words)) return Role::kLink;
    if (!last && is_url(at(blocks_[i + 1])) && !after_blank_[i + 1] && !ends_sentence(words))
      return Role::kLink;
    if (opens_question(words)) return Role::kQuestion;
    if (opens_answer(words)) return Role::kAnswer;
    if (is_byline(words)) return Role::kByline;
    if (ends_with_dash(words) && dateline_of(words) == words.size()) return Role::kDateline;
    if (const auto notice = notice_of(words)) return *notice;
    if (marker_of(words) > 0) return Role::kListItem;
    const bool one_line = words.find('\n') == words.npos;
    if (!one_line || ends_sentence(words)) {
      if (i > 0 && one_line && is_short_question(i)) return Role::kHeading;
      return Role::kBody;
    }
    if (!begun_ && !last && words.size() <= kMostTitleBytes && dateline_of(words) == 0)
      return Role::kTitle;
    if (is_usual_heading(words)) return Role::kHeading;
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
  bool begun_ = false;    // the article, behind what a page puts before it
  bool reading_ = false;  // its paragraphs have begun
  std::vector<Block> blocks_;
  std::vector<char> after_blank_;  // of each block
  std::vector<Role> given_;        // of each block, where they are given
};

}  // namespace

std::vector<Block> blocks_of(std::string_view text, std::string_view title) {
  return Page(text, title).blocks();
}

std::vector<Block> blocks_of(std::string_view text, std::string_view title,
                             const std::vector<Block>& given) {
  return Page(text, title).blocks(given);
}

}  // namespace newsfacts
