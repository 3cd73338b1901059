#include "corpus/html/tokenizer.h"

#include <algorithm>
#include <cstring>

#include "corpus/ascii.h"

namespace newsfacts::html {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

}  // namespace

const std::string_view* Tokenizer::attribute(std::string_view name) const {
  for (const Attribute& each : attributes_)
    if (same_word(each.name, name)) return &each.value;
  return nullptr;
}

Token Tokenizer::next() {
  if (raw_ != Tag::kOther) {
    const Token token = raw_text();
    if (token.end > token.begin) return token;
  }
  if (at_ >= page_.size()) return {Token::kEndOfPage, Tag::kOther, false, false, at_, at_};
  if (page_[at_] != '<' || plain_) return text_from(at_);
  const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
  if (is_ascii_letter(next)) return tag(at_, false);
  if (next == '/') {
    const char name = at_ + 2 < page_.size() ? page_[at_ + 2] : '\0';
    if (is_ascii_letter(name)) return tag(at_, true);
    if (name != '\0') return markup_declaration(at_);
  }
  if (next == '!' || next == '?') return markup_declaration(at_);
  return text_from(at_);
}

// Up to the next '<' that begins markup: that one alone ends text.
Token Tokenizer::text_from(std::size_t begin) {
  std::size_t end = page_.size();
  for (std::size_t at = begin + 1; !plain_ && at < page_.size(); ++at) {
    const void* const found = std::memchr(page_.data() + at, '<', page_.size() - at);
    if (!found) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - page_.data());
    const char next = at + 1 < page_.size() ? page_[at + 1] : '\0';
    if (is_ascii_letter(next) || next == '/' || next == '!' || next == '?') {
      end = at;
      break;
    }
  }
  at_ = end;
  return {Token::kText, Tag::kOther, false, plain_, begin, end};
}

// The next `quote`, or npos; one that is not there is not looked for twice.
std::size_t Tokenizer::closing(char quote, std::size_t from) {
  bool& none = no_more_[quote == '\''];
  if (none) return page_.npos;
  const std::size_t at = page_.find(quote, from);
  none = at == page_.npos;
  return at;
}

Token Tokenizer::tag(std::size_t begin, bool end_tag) {
  std::size_t at = begin + 1 + end_tag;
  const std::size_t name = at;
  const auto here = [&] { return at < page_.size() ? page_[at] : '>'; };
  while (!is_space(here()) && here() != '/' && here() != '>') ++at;
  Token token{end_tag ? Token::kEnd : Token::kStart,
              tag_named(page_.substr(name, at - name)),
              false,
              false,
              begin,
              0};
  if (!end_tag) attributes_.clear();
  for (;;) {
    while (is_space(here()) || here() == '/') {
      token.closed = here() == '/';
      ++at;
    }
    if (here() == '>') break;
    token.closed = false;
    const std::size_t first = at++;  // a '=' may begin a name
    while (!is_space(here()) && here() != '/' && here() != '>' && here() != '=') ++at;
    Attribute attribute{page_.substr(first, at - first), {}};
    std::size_t ahead = at;
    while (ahead < page_.size() && is_space(page_[ahead])) ++ahead;
    if (ahead < page_.size() && page_[ahead] == '=') {
      at = ahead + 1;
      while (is_space(here())) ++at;
      const char quote = here();
      const std::size_t close = quote == '"' || quote == '\'' ? closing(quote, at + 1) : page_.npos;
      if (close != page_.npos) {
        attribute.value = page_.substr(at + 1, close - at - 1);
        at = close + 1;
      } else {
        const std::size_t value = at;
        while (!is_space(here()) && here() != '>') ++at;
        attribute.value = page_.substr(value, at - value);
      }
    }
    if (!end_tag && attributes_.size() < kMostAttributes) attributes_.push_back(attribute);
  }
  token.end = at_ = std::min(at + 1, page_.size());
  if (!end_tag && is_raw(token.tag)) raw_ = token.tag;
  if (!end_tag && token.tag == Tag::kPlaintext) plain_ = true;
  return token;
}

// Comments, doctypes, processing instructions and what is taken for a comment.
Token Tokenizer::markup_declaration(std::size_t begin) {
  const std::string_view rest = page_.substr(begin);
  std::size_t end = page_.npos;
  if (rest.starts_with("<!--")) {
    if (rest.starts_with("<!-->")) {
      end = begin + 5;
    } else if (rest.starts_with("<!--->")) {
      end = begin + 6;
    } else {
      for (std::size_t at = begin + 4; !no_more_comments_; at += 2) {
        at = page_.find("--", at);
        if (at == page_.npos) {
          no_more_comments_ = true;
          break;
        }
        while (at + 2 < page_.size() && page_[at + 2] == '-') ++at;
        if (at + 2 < page_.size() && page_[at + 2] == '>') {
          end = at + 3;
          break;
        }
        if (page_.substr(at + 2).starts_with("!>")) {
          end = at + 4;
          break;
        }
      }
      // A comment that never ends would take the whole page with it.
      if (end == page_.npos) {
        end = page_.find('>', begin + 4);
        end = end == page_.npos ? page_.size() : end + 1;
      }
    }
  } else {
    const bool cdata = rest.starts_with("<![CDATA[");
    end = cdata && !no_more_cdata_ ? page_.find("]]>", begin + 9) : page_.npos;
    if (end != page_.npos) {
      end += 3;
    } else {
      no_more_cdata_ |= cdata;
      end = page_.find('>', begin + 2);
      end = end == page_.npos ? page_.size() : end + 1;
    }
  }
  at_ = end;
  return {Token::kOther, Tag::kOther, false, false, begin, end};
}

std::size_t Tokenizer::find_end_tag(std::size_t at, std::string_view name) const {
  for (;; at += 2) {
    at = page_.find("</", at);
    if (at == page_.npos) return page_.size();
    const std::string_view found = page_.substr(at + 2, name.size());
    const std::size_t behind = at + 2 + name.size();
    if (same_word(found, name) && (behind >= page_.size() || is_space(page_[behind]) ||
                                   page_[behind] == '/' || page_[behind] == '>'))
      return at;
  }
}

// "<!-- <script> </script> -->" within a script does not end it (script data double escaped).
std::size_t Tokenizer::end_of_script(std::size_t at) const {
  std::size_t end = find_end_tag(at, "script");
  while (end < page_.size()) {
    const std::string_view script = page_.substr(at, end - at);
    const std::size_t comment = script.rfind("<!--");
    if (comment == script.npos || script.find("-->", comment) != script.npos) return end;
    std::size_t inner = script.find("<script", comment);
    if (inner == script.npos) return end;
    at = end + 2;
    const std::size_t next = find_end_tag(at, "script");
    if (next == page_.size()) return end;
    end = next;
  }
  return end;
}

Token Tokenizer::raw_text() {
  const Tag tag = raw_;
  raw_ = Tag::kOther;
  const std::size_t begin = at_;
  const bool references = tag == Tag::kTitle || tag == Tag::kTextarea;
  const std::uint64_t bit = std::uint64_t{1} << (static_cast<unsigned>(tag) % 64);
  if (no_more_ends_ & bit)
    at_ = page_.size();
  else
    at_ = tag == Tag::kScript ? end_of_script(begin) : find_end_tag(begin, name_of(tag));
  // One that never ends would take the whole page with it.
  if (at_ == page_.size() && tag != Tag::kScript && tag != Tag::kStyle) {
    no_more_ends_ |= bit;
    at_ = std::min(page_.find('<', begin), page_.size());
  }
  return {Token::kText, Tag::kOther, false, !references, begin, at_};
}

}  // namespace newsfacts::html
