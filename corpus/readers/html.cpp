#include "corpus/readers/html.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/charset.h"
#include "corpus/html/metadata.h"
#include "corpus/html/tokenizer.h"

namespace newsfacts {
bool begins_as_html(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  // Comments and an XML declaration may stand before it.
  html::Tokenizer tokens(bytes.substr(0, 4096));
  for (auto token = tokens.next(); token.kind != html::Token::kEndOfPage; token = tokens.next()) {
    const std::string_view words = bytes.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case html::Token::kText:
        if (!std::all_of(words.begin(), words.end(), is_blank)) return false;
        break;
      case html::Token::kOther:
        if (words.size() >= 14 && same_word(words.substr(0, 14), "<!doctype html")) return true;
        break;
      case html::Token::kStart:
        return token.tag == html::Tag::kHtml || token.tag == html::Tag::kHead ||
               token.tag == html::Tag::kBody || token.tag == html::Tag::kMeta ||
               token.tag == html::Tag::kTitle;
      default: return false;
    }
  }
  return false;
}

Document document_of_page(std::string_view bytes, const Provenance& about,
                          const ReadLimits& limits) {
  const html::Page page(bytes, {limits.page_elements});
  if (page.too_many_elements())
    return rejected(about.name,
                    "page of more than " + std::to_string(limits.page_elements) +
                        " elements exceeds the limit (--max-page-elements)",
                    about.name);
  const html::JsonLd said = html::read_json_ld(page.json_ld());
  html::Article article = html::article_of(page, html::anchors_of(page, said));
  Metadata metadata = html::metadata_of(page, said, article, about.url, about.modified);
  metadata.id = about.name;
  Document document(std::move(metadata), std::move(article.text));
  document.parts.reserve(article.parts.size());
  for (const html::ArticlePart& part : article.parts)
    document.parts.push_back({part.text, part.role});
  return document;
}

Document read_html(InputFile file, const ReadOptions& options) {
  std::string bytes;
  if (auto rejection = take_whole(file, "page", options.limits, &bytes))
    return *std::move(rejection);
  const Decoded page = decoded(std::move(bytes), file.about().charset);
  if (const auto reason = page.unreadable()) return rejected(file.name(), *reason, file.name());
  return document_of_page(page.text, file.about(), options.limits);
}

}  // namespace newsfacts
