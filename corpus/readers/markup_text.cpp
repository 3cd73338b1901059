#include "corpus/readers/markup_text.h"

#include <algorithm>

#include "corpus/html/entities.h"
#include "corpus/html/tokenizer.h"

namespace newsfacts {
namespace {

class Writer {
 public:
  std::string finish() { return std::move(text_); }

  void break_line() { break_ = std::max(break_, Break::kLine); }
  void break_block() { break_ = Break::kBlock; }

  void words(std::string_view words, bool raw) {
    for (std::size_t at = 0; at < words.size();) {
      const char c = words[at];
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') {
        break_ = std::max(break_, Break::kSpace);
        ++at;
        continue;
      }
      separate();
      const std::size_t taken =
          c == '&' && !raw ? html::decode_reference(words.substr(at), false, &text_) : 0;
      if (taken == 0) text_ += c;
      at += std::max<std::size_t>(taken, 1);
    }
  }

 private:
  enum class Break { kNone, kSpace, kLine, kBlock };

  void separate() {
    static constexpr std::string_view kBreaks[] = {"", " ", "\n", "\n\n"};
    if (!text_.empty()) text_ += kBreaks[static_cast<std::size_t>(break_)];
    break_ = Break::kNone;
  }

  std::string text_;
  Break break_ = Break::kNone;
};

}  // namespace

std::string markup_text(std::string_view markup) {
  Writer writer;
  html::Tokenizer tokens(markup);
  html::Tag inside = html::Tag::kOther;  // a script or a style
  for (auto token = tokens.next(); token.kind != html::Token::kEndOfPage; token = tokens.next()) {
    const std::string_view words = markup.substr(token.begin, token.end - token.begin);
    // An XML feed's section of text that need not be escaped.
    constexpr std::string_view kCdata = "<![CDATA[";
    if (token.kind == html::Token::kOther && words.starts_with(kCdata)) {
      std::string_view section = words.substr(kCdata.size());
      if (section.ends_with("]]>")) section.remove_suffix(3);
      writer.words(section, true);
    } else if (token.kind == html::Token::kText) {
      if (inside == html::Tag::kOther) writer.words(words, token.raw);
    } else if (token.kind == html::Token::kStart || token.kind == html::Token::kEnd) {
      const bool unseen = token.tag == html::Tag::kScript || token.tag == html::Tag::kStyle;
      inside = token.kind == html::Token::kStart && unseen ? token.tag : html::Tag::kOther;
      if (token.tag == html::Tag::kBr) writer.break_line();
      if (html::is_block(token.tag) || token.tag == html::Tag::kTitle) writer.break_block();
    }
  }
  return writer.finish();
}

std::string markup_line(std::string_view markup) {
  std::string line = markup_text(markup);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace newsfacts
