// Signs: what the words of an element's class, id and role say it is for.
//
//     class="post-content js-share"    content, post, share
//
// The words are data (class_words.tsv), each row a sign.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newsfacts::html {

enum class Sign : std::uint8_t {
  kContent,
  kArticle,
  kBody,
  kPost,
  kText,
  kDescription,
  kNav,
  kCrumbs,
  kPager,
  kFooter,
  kHeader,
  kSidebar,
  kRelated,
  kTeaser,
  kComments,
  kShare,
  kSubscribe,
  kAd,
  kConsent,
  kOverlay,
  kMeta,
  kByline,
  kBio,
  kTags,
  kCaption,
  kForm,
  kHidden,
  kPrice,
  kReview,
  kToc,
  kTitle,
  kQuote,
  kCode,
  kTable,
  kFaq,
  kContainer,
};
inline constexpr std::array<std::string_view, 36> kSignWords = {
    "content",   "article", "body",    "post",     "text",    "description", "nav",      "crumbs",
    "pager",     "footer",  "header",  "sidebar",  "related", "teaser",      "comments", "share",
    "subscribe", "ad",      "consent", "overlay",  "meta",    "byline",      "bio",      "tags",
    "caption",   "form",    "hidden",  "price",    "review",  "toc",         "title",    "quote",
    "code",      "table",   "faq",     "container"};

using Signs = std::uint64_t;  // a bit for each Sign

constexpr Signs bit(Sign sign) {
  return Signs{1} << static_cast<unsigned>(sign);
}

// Of the words of one attribute.
Signs signs_of(std::string_view value);

}  // namespace newsfacts::html
