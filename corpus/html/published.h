// When a page was published, and when it was changed: every date the page offers, with the evidence
// it rests on, and the choice among them.
//
// The first publication counts.  Dates before 1995 and dates after `newest` are refused.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/meta_tags.h"
#include "corpus/html/page.h"

namespace newsfacts::html {

struct Publication {
  std::string published;  // ISO 8601; empty where nothing says
  PublishedFrom from = PublishedFrom::kGiven;
  std::string modified;
};

struct PublicationInput {
  const Page& page;
  std::string_view bytes;  // the page's
  const JsonLd& said;
  const MetaTags& tags;
  std::string_view url;  // canonical; may be empty
  std::string_view language;
  std::size_t title_block, first_block, end_block;  // of the article
  std::optional<Day> newest;                        // the file's own day
};

Publication publication_of(const PublicationInput& input);

}  // namespace newsfacts::html
