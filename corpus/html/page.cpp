#include "corpus/html/page.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/html/elements.h"
#include "corpus/html/entities.h"
#include "corpus/html/tokenizer.h"
#include "corpus/normalize.h"

namespace newsfacts::html {
namespace {

constexpr std::size_t kMostDepth = 512;  // what nests deeper is read as if it stood there
constexpr std::size_t kMostMarks = 20000;

// Blank, a reference, or anything else.
constexpr auto kByteKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (const unsigned char c : {' ', '\t', '\n', '\f', '\r', '\v', '\0'}) kinds[c] = 1;
  kinds['&'] = 2;
  return kinds;
}();

// What style sheets keep apart, with no space between: menus, prices, names and dates.
//
//     <a>Home</a><a>News</a>   <span>Jane Roe</span><span>May 3</span>   <i>Mac</i><b>Book</b>
//     surely                   by their letters                          no
enum class Apart : std::uint8_t { kNo, kByLetters, kSurely };

bool may_stand_apart(Tag tag) {
  return tag == Tag::kSpan || tag == Tag::kA || tag == Tag::kTime || tag == Tag::kLabel ||
         tag == Tag::kSmall || tag == Tag::kOther;
}

// A word's end, then a capital; letters, then a figure.
bool keeps_apart(Apart apart, char last, char next) {
  if (apart == Apart::kSurely) return true;
  const bool ends_word = (is_ascii_letter(last) && !is_ascii_upper(last)) || is_digit(last) ||
                         last == '.' || last == ')' || last == '!' || last == '?';
  return (ends_word && is_ascii_upper(next)) || (is_ascii_letter(last) && is_digit(next));
}

}  // namespace

class PageBuilder {
 public:
  PageBuilder(std::string_view bytes, const PageLimits& limits, Page& page)
      : bytes_(bytes), limits_(limits), page_(page), tokens_(bytes) {
    page_.text_.reserve(bytes.size() / 8);
    page_.elements_.push_back({});  // the page itself
    stack_.push_back({Tag::kOther, 0, false, false, false, false, true});
  }

  void build() {
    for (Token token = tokens_.next(); token.kind != Token::kEndOfPage; token = tokens_.next()) {
      switch (token.kind) {
        case Token::kText: text(token); break;
        case Token::kStart:
          if (page_.elements_.size() >= limits_.elements) {
            page_.too_many_elements_ = true;
            return;
          }
          start(token);
          break;
        case Token::kEnd: end(token); break;
        default: break;
      }
    }
    flush();
    while (stack_.size() > 1) pop();
    close(page_.elements_[0]);
  }

 private:
  struct Open {
    Tag tag;
    std::uint32_t element;
    bool link, bold, unseen, pre, block;
  };

  // --- text ----------------------------------------------------------------------------------

  void text(const Token& token) {
    const std::string_view words = bytes_.substr(token.begin, token.end - token.begin);
    const Tag parent = raw_parent_;
    raw_parent_ = Tag::kOther;
    if (parent == Tag::kTitle && page_.title_.empty() && !in_svg_)
      page_.title_ = normalized_line(decoded(words));
    if (parent == Tag::kScript && is_json_ld_) page_.json_ld_.push_back(words);
    if (unseen_ > 0 || words.empty()) return;
    std::string& out = page_.text_;
    const std::size_t before = out.size();
    if (pre_ > 0) {
      for (std::size_t i = 0; i < words.size();) i += one(words, i, false);
    } else {
      for (std::size_t i = 0; i < words.size();) i += one(words, i, true);
    }
    if (out.size() == before) return;
    if (block_page_.empty()) block_page_.begin = static_cast<std::uint32_t>(token.begin);
    block_page_.end = static_cast<std::uint32_t>(token.end);
    const auto added = static_cast<std::uint32_t>(out.size() - before);
    if (links_ > 0) link_bytes_ += added;
    if (bold_ > 0) bold_bytes_ += added;
    for (std::size_t i = stack_.size(); i-- > 0 && !stack_[i].block;)
      inside_ |= page_.elements_[stack_[i].element].own;
  }

  // Appends a run of `words` from `i` on; returns its bytes.
  std::size_t one(std::string_view words, std::size_t i, bool collapse) {
    std::string& out = page_.text_;
    const auto kind = kByteKinds[static_cast<unsigned char>(words[i])];
    if (kind == 0) {
      std::size_t end = i + 1;
      while (end < words.size() && kByteKinds[static_cast<unsigned char>(words[end])] == 0) ++end;
      ink(words[i]);
      out.append(words, i, end - i);
      return end - i;
    }
    if (kind == 2) {
      ink('&');
      const std::size_t taken = decode_reference(words.substr(i), false, &out);
      if (taken == 0) out += '&';
      return std::max<std::size_t>(taken, 1);
    }
    if (collapse) {
      space_ = out.size() > block_begin_;
    } else if (words[i] == '\n') {
      if (out.size() > block_begin_) out += '\n';
    } else if (words[i] != '\r') {
      out += ' ';
    }
    return 1;
  }

  // Before something that is seen and begins with `next`.
  void ink(char next) {
    if (breaks_ >= 2 && page_.text_.size() > block_begin_) flush();
    if (page_.text_.size() > block_begin_) {
      if (apart_ != Apart::kNo) space_ |= keeps_apart(apart_, page_.text_.back(), next);
      if (breaks_ == 1)
        page_.text_ += '\n';
      else if (space_)
        page_.text_ += ' ';
    }
    breaks_ = 0;
    space_ = false;
    apart_ = Apart::kNo;
  }

  // --- blocks --------------------------------------------------------------------------------

  void flush() {
    std::string& out = page_.text_;
    while (out.size() > block_begin_ && is_blank(out.back())) out.pop_back();
    std::size_t begin = block_begin_;
    if (pre_ > 0)
      while (begin < out.size() && out[begin] == '\n') ++begin;
    if (has_ink(std::string_view(out).substr(begin))) {
      const auto size = static_cast<std::uint32_t>(out.size());
      std::uint32_t element = 0;
      for (std::size_t i = stack_.size(); i-- > 0;)
        if (stack_[i].block) {
          element = stack_[i].element;
          break;
        }
      page_.blocks_.push_back({element,
                               {static_cast<std::uint32_t>(begin), size},
                               block_page_,
                               std::min(link_bytes_, size - static_cast<std::uint32_t>(begin)),
                               std::min(bold_bytes_, size - static_cast<std::uint32_t>(begin)),
                               inside_});
      out += '\n';
    } else {
      out.resize(block_begin_);
    }
    block_begin_ = out.size();
    block_page_ = {};
    link_bytes_ = bold_bytes_ = 0;
    inside_ = 0;
    breaks_ = 0;
    space_ = false;
    apart_ = Apart::kNo;
  }

  // --- elements ------------------------------------------------------------------------------

  void start(const Token& token) {
    const Tag tag = token.tag;
    if (tag == Tag::kBr) {
      ++breaks_;
      return;
    }
    imply_ends(tag);
    const bool block = is_block(tag);
    if (block) flush();
    if (tag == Tag::kMeta || tag == Tag::kLink) mark(token, stack_.back().element);
    if (is_void(tag) || (token.closed && tag == Tag::kOther)) return;
    if ((tag == Tag::kHtml || tag == Tag::kBody || tag == Tag::kHead) && count(tag) > 0) return;
    if (stack_.size() >= kMostDepth) {
      ++beyond_[static_cast<std::size_t>(tag)];
      return;
    }
    push(token);
  }

  void push(const Token& token) {
    const Tag tag = token.tag;
    const Open& outer = stack_.back();
    const Element& parent = page_.elements_[outer.element];
    Element element;
    element.tag = tag;
    element.depth = static_cast<std::uint16_t>(stack_.size());
    element.parent = outer.element;
    element.begin = static_cast<std::uint32_t>(token.begin);
    element.within = parent.within | within_of(tag);
    element.first_block = static_cast<std::uint32_t>(page_.blocks_.size());
    element.text.begin = static_cast<std::uint32_t>(page_.text_.size());
    const auto number = static_cast<std::uint32_t>(page_.elements_.size());
    Open open{tag,
              number,
              false,
              tag == Tag::kB || tag == Tag::kStrong,
              is_unseen(tag),
              tag == Tag::kPre || tag == Tag::kListing || tag == Tag::kXmp,
              is_block(tag)};
    if (tag == Tag::kNoscript) open.unseen = stack_.size() > 1 && count(Tag::kBody) == 0;
    const Said said = said_by(tag, tokens_.attributes());
    element.own = said.signs;
    element.within |= said.within;
    element.make = said.make;
    open.link = said.link;
    open.unseen &= !said.shadow;
    is_json_ld_ = said.json_ld;
    if (tag == Tag::kHtml) page_.language_ = said.language;
    if (!said.classes.empty()) page_.classes_[tag == Tag::kBody] = said.classes;
    if (!open.block && pre_ == 0) apart_ = std::max(apart_, apart(element));
    page_.elements_.push_back(element);
    if (said.marked) mark(token, number);
    if (is_raw(tag)) raw_parent_ = tag;
    in_svg_ += tag == Tag::kSvg;
    links_ += open.link;
    bold_ += open.bold;
    unseen_ += open.unseen;
    pre_ += open.pre;
    ++open_[static_cast<std::size_t>(tag)];
    stack_.push_back(open);
  }

  // How `next` stands apart from the element that ended where it begins.
  Apart apart(const Element& next) const {
    if (ended_ == 0 || ended_text_ != page_.text_.size()) return Apart::kNo;
    const Element& last = page_.elements_[ended_];
    if (last.parent != next.parent || last.text.empty()) return Apart::kNo;
    if (last.tag == Tag::kA && next.tag == Tag::kA) return Apart::kSurely;
    return may_stand_apart(last.tag) && may_stand_apart(next.tag) ? Apart::kByLetters : Apart::kNo;
  }

  void mark(const Token& token, std::uint32_t element) {
    if (page_.marks_.size() >= kMostMarks) return;
    Mark mark = mark_of(tokens_.attributes());
    mark.element = element;
    mark.tag = token.tag;
    mark.in_head = count(Tag::kBody) == 0;
    page_.marks_.push_back(mark);
  }

  void end(const Token& token) {
    const Tag tag = token.tag;
    if (is_block(tag)) flush();
    if (tag == Tag::kBr) {
      ++breaks_;
      return;
    }
    // What goes on behind these is still part of the page.
    if (tag == Tag::kBody || tag == Tag::kHtml) return;
    auto& beyond = beyond_[static_cast<std::size_t>(tag)];
    if (beyond > 0) {
      --beyond;
      return;
    }
    if (count(tag) == 0) return;
    const bool block = is_block(tag);
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (stack_[i].tag == tag) {
        if (block && tag != Tag::kP) flush();
        while (stack_.size() > i) pop();
        return;
      }
      if (!block && stack_[i].block) break;
      if (is_barrier(stack_[i].tag, tag)) return;
    }
    // "<a><div></a>": the link ends, the element stands.
    if (tag == Tag::kA)
      for (std::size_t i = stack_.size(); i-- > 1;)
        if (stack_[i].link) {
          stack_[i].link = false;
          --links_;
          return;
        }
  }

  // Pops up to and with the nearest of `tags`, looking no further than `fence`.
  void imply(std::initializer_list<Tag> tags, std::initializer_list<Tag> fence) {
    std::uint32_t any = 0;
    for (const Tag tag : tags) any += count(tag);
    if (any == 0) return;
    for (std::size_t i = stack_.size(); i-- > 1;) {
      const Tag open = stack_[i].tag;
      if (std::find(tags.begin(), tags.end(), open) != tags.end()) {
        flush();
        while (stack_.size() > i) pop();
        return;
      }
      if (std::find(fence.begin(), fence.end(), open) != fence.end()) return;
    }
  }

  void imply_ends(Tag tag) {
    if (ends_paragraph(tag))
      imply({Tag::kP},
            {Tag::kTd, Tag::kTh, Tag::kCaption, Tag::kTable, Tag::kButton, Tag::kObject});
    switch (tag) {
      case Tag::kLi: imply({Tag::kLi}, {Tag::kUl, Tag::kOl, Tag::kMenu, Tag::kTable}); break;
      case Tag::kDt:
      case Tag::kDd: imply({Tag::kDt, Tag::kDd}, {Tag::kDl, Tag::kTable}); break;
      case Tag::kTd:
      case Tag::kTh: imply({Tag::kTd, Tag::kTh}, {Tag::kTr, Tag::kTable}); break;
      case Tag::kTr: imply({Tag::kTr}, {Tag::kTable}); break;
      case Tag::kTbody:
      case Tag::kThead:
      case Tag::kTfoot: imply({Tag::kTbody, Tag::kThead, Tag::kTfoot}, {Tag::kTable}); break;
      case Tag::kOption: imply({Tag::kOption}, {Tag::kSelect}); break;
      case Tag::kA:
        if (stack_.back().tag == Tag::kA) pop();
        break;
      case Tag::kBody: imply({Tag::kHead}, {}); break;
      default:
        if (is_heading(tag) && is_heading(stack_.back().tag)) {
          flush();
          pop();
        }
    }
  }

  void pop() {
    const Open& open = stack_.back();
    close(page_.elements_[open.element]);
    ended_ = open.block ? 0 : open.element;
    ended_text_ = page_.text_.size();
    in_svg_ -= open.tag == Tag::kSvg;
    links_ -= open.link;
    bold_ -= open.bold;
    unseen_ -= open.unseen;
    pre_ -= open.pre;
    --open_[static_cast<std::size_t>(open.tag)];
    stack_.pop_back();
  }

  void close(Element& element) {
    element.end = static_cast<std::uint32_t>(page_.elements_.size());
    element.end_block = static_cast<std::uint32_t>(page_.blocks_.size());
    element.text.end = static_cast<std::uint32_t>(page_.text_.size());
    element.text.begin = std::min(element.text.begin, element.text.end);
  }

  std::uint32_t count(Tag tag) const { return open_[static_cast<std::size_t>(tag)]; }

  std::string_view bytes_;
  const PageLimits& limits_;
  Page& page_;
  Tokenizer tokens_;
  std::vector<Open> stack_;
  std::array<std::uint32_t, 256> open_{}, beyond_{};
  int links_ = 0, bold_ = 0, unseen_ = 0, pre_ = 0, in_svg_ = 0;
  Tag raw_parent_ = Tag::kOther;
  bool is_json_ld_ = false;
  std::size_t block_begin_ = 0;
  Span block_page_;
  std::uint32_t link_bytes_ = 0, bold_bytes_ = 0;
  Signs inside_ = 0;
  int breaks_ = 0;      // <br> since the last ink
  bool space_ = false;  // one is due before the next ink
  Apart apart_ = Apart::kNo;
  std::uint32_t ended_ = 0;  // the element that ended last, if it is inline, and where in the text
  std::size_t ended_text_ = 0;
};

Page::Page(std::string_view bytes, const PageLimits& limits) : bytes_(bytes) {
  PageBuilder(bytes, limits, *this).build();
}

}  // namespace newsfacts::html
