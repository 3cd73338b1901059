#include "extractors/attribution/quotes.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace newsfacts {
namespace {

// A style of quotation marks: the marks that end it depend on those that began it.
enum class Style : std::uint8_t { kCurly, kStraight, kSingle, kCurlySingle, kDoubled, kGuillemets };

// One paragraph under way.
class Scan {
 public:
  Scan(const Lexed& text, std::vector<Quote>* quotes) : text_(text), quotes_(*quotes) {}

  void paragraph(Run run) {
    run_ = run;
    bool goes_on = left_open_.has_value();  // settle() has seen that it does
    left_open_.reset();
    for (std::uint32_t at = run.begin; at < run.end;) {
      const auto style = opens(at);
      if (!style) {
        ++at;
        continue;
      }
      const std::uint32_t begin = at, inside = at + width(*style, at);
      const auto end = end_of(*style, inside);
      if (!end) {
        // Left open: for the next paragraph to go on with, and only then a quotation.
        if (*style != Style::kSingle && *style != Style::kCurlySingle) {
          open_at_ = {{begin, run.end}, {inside, run.end}, goes_on};
          left_open_ = style;
          if (*style != Style::kStraight) break;  // what follows was searched to the end already
        }
        at = inside;
        continue;
      }
      const std::uint32_t after = *end + width(*style, *end);
      if (inside < *end) quotes_.push_back({{begin, after}, {inside, *end}, goes_on});
      goes_on = false;
      at = after;
    }
  }

  // Whether the paragraph just read was left open and the next, `run`, goes on with it.
  void settle(std::optional<Run> next) {
    if (!left_open_) return;
    // What a stray mark was taken to leave open may hold quotations of its own.
    if (!quotes_.empty() && quotes_.back().marks.end > open_at_.marks.begin) left_open_.reset();
    if (!left_open_) return;
    if (next) run_ = *next;
    const bool reopened = next && opens(next->begin) == left_open_;
    // A mark of its own side, “, cannot be anything but an opening, closed or not.
    const bool sure = *left_open_ == Style::kCurly || open_at_.goes_on;
    if ((reopened || sure) && !open_at_.inside.empty()) quotes_.push_back(open_at_);
    if (!reopened) left_open_.reset();
  }

 private:
  bool glued_before(std::uint32_t at) const {  // no white space between it and the token before
    return at > run_.begin && !text_.token(at).space_before;
  }
  bool glued_after(std::uint32_t at) const {
    return at + 1 < run_.end && !text_.token(at + 1).space_before;
  }
  bool is_wordlike(std::uint32_t at) const { return text_.token(at).shape != Token::Shape::kSign; }
  bool doubled(std::uint32_t at) const {  // '' or ``, typewriters' marks
    return at + 1 < run_.end && glued_after(at) && text_.text(at) == text_.text(at + 1) &&
           (text_.text(at) == "'" || text_.text(at) == "`");
  }
  static std::uint32_t width(Style style, bool two) {
    return style == Style::kDoubled && two ? 2 : 1;
  }
  std::uint32_t width(Style style, std::uint32_t at) const { return width(style, doubled(at)); }

  // Where an opening mark may stand: after a space, a bracket, a dash or another mark.
  bool free_before(std::uint32_t at) const {
    if (!glued_before(at)) return true;
    switch (text_.sign(at - 1)) {
      case Sign::kOpen:
      case Sign::kDash:
      case Sign::kHyphen:
      case Sign::kQuoteMark:
      case Sign::kSingleOpen:
      case Sign::kColon: return true;
      default: return false;
    }
  }

  std::optional<Style> opens(std::uint32_t at) const {
    if (at + 1 >= run_.end) return std::nullopt;
    const std::string_view mark = text_.text(at);
    switch (text_.sign(at)) {
      case Sign::kQuoteMark:
        if (mark == "“" || mark == "„") return Style::kCurly;
        if (mark == "«") return Style::kGuillemets;
        if (mark == "\"" && free_before(at)) return Style::kStraight;
        // Some close where they should open; a word must follow at once.
        if (mark == "”" && free_before(at) && glued_after(at)) return Style::kCurly;
        return std::nullopt;
      case Sign::kSingleOpen:
        return free_before(at) && glued_after(at) && !elided(at + 1)
                   ? std::optional(Style::kCurlySingle)
                   : std::nullopt;
      case Sign::kApostrophe:
        if (doubled(at) && free_before(at)) return Style::kDoubled;
        return mark == "'" && free_before(at) && glued_after(at) && is_wordlike(at + 1) &&
                       !elided(at + 1)
                   ? std::optional(Style::kSingle)
                   : std::nullopt;
      case Sign::kOther:
        return doubled(at) && free_before(at) ? std::optional(Style::kDoubled) : std::nullopt;
      default: return std::nullopt;
    }
  }

  // 'em, '90s, 'til: letters left out, no quotation.
  bool elided(std::uint32_t at) const {
    const std::string_view word = text_.text(at);
    return word == "em" || word == "til" || word == "tis" || word == "twas" || word == "cause" ||
           word == "n" ||
           (word.size() >= 2 && word.size() <= 3 && word[0] >= '0' && word[0] <= '9' &&
            (word.size() == 2 || word[2] == 's'));
  }

  // The closing mark of a quotation whose words begin at `at`, within the paragraph.
  std::optional<std::uint32_t> end_of(Style style, std::uint32_t at) const {
    const bool single = style == Style::kSingle || style == Style::kCurlySingle;
    std::optional<std::uint32_t> doubtful;
    std::uint32_t depth = 0;
    for (std::uint32_t i = at; i < run_.end; ++i) {
      const Sign sign = text_.sign(i);
      if (sign == Sign::kNone) continue;
      const std::string_view mark = text_.text(i);
      switch (style) {
        case Style::kCurly:
          if (mark == "”") {
            if (depth == 0) return i;
            --depth;
          } else if (mark == "“") {
            // German marks close with it; else an opening inside an opening.
            if (glued_before(i) && !glued_after(i) && is_closed_by_it(i)) return i;
            ++depth;
          } else if (mark == "\"" && glued_before(i) && !glued_after(i) && depth == 0) {
            return i;
          }
          break;
        case Style::kGuillemets:
          if (mark == "»") return i;
          break;
        case Style::kStraight:
          if (mark == "\"" || mark == "”") {
            // Opens again before it was closed: the first mark was none.
            if (text_.token(i).space_before && glued_after(i)) return std::nullopt;
            return i;
          }
          break;
        case Style::kDoubled:
          if (doubled(i)) return i;
          break;
        case Style::kSingle:
        case Style::kCurlySingle:
          if (single && sign == Sign::kApostrophe) {
            if (glued_after(i) && is_wordlike(i + 1)) break;  // don't
            if (!glued_before(i)) break;
            if (!ends_plural(i)) return i;
            if (!doubtful) doubtful = i;  // customers' - unless nothing better comes
          } else if (sign == Sign::kApostrophe || sign == Sign::kSingleOpen) {
            if (opens(i)) return doubtful;
          }
          break;
      }
      if (single && i > at && opens(i) && sign != Sign::kQuoteMark) return doubtful;
    }
    return doubtful;
  }

  bool is_closed_by_it(std::uint32_t at) const {
    return at + 1 >= run_.end || text_.sign(at + 1) != Sign::kNone ||
           text_.token(at + 1).space_before;
  }

  bool ends_plural(std::uint32_t at) const {
    const std::string_view before = text_.text(at - 1);
    return is_wordlike(at - 1) && (before.back() == 's' || before.back() == 'S') &&
           at + 1 < run_.end && is_wordlike(at + 1);
  }

  const Lexed& text_;
  std::vector<Quote>& quotes_;
  Run run_;
  std::optional<Style> left_open_;
  Quote open_at_;
};

}  // namespace

std::vector<Quote> quotes_in(const Lexed& text) {
  std::vector<Quote> quotes;
  std::vector<Run> paragraphs;
  const auto& sentences = text.document().sentences;
  for (std::size_t s = 0; s < sentences.size();) {
    std::size_t last = s;
    while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[s].paragraph)
      ++last;
    const Run run{text.sentence(s).begin, text.sentence(last).end};
    if (!run.empty()) paragraphs.push_back(run);
    s = last + 1;
  }
  Scan scan(text, &quotes);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    scan.paragraph(paragraphs[p]);
    scan.settle(p + 1 < paragraphs.size() ? std::optional(paragraphs[p + 1]) : std::nullopt);
  }
  return quotes;
}

}  // namespace newsfacts
