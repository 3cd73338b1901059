// What a page says about itself: title, authors, publisher, the day of publication, address,
// section, tags, language, and the agency it took its text from.
//
// JSON-LD first, then <meta>, then what stands on the page; each field's own file says how.

#pragma once

#include <optional>
#include <string>

#include "corpus/document.h"
#include "corpus/html/article.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/page.h"

namespace newsfacts::html {

// All but the id.  `url` is where the page was fetched from, where that is known; `newest` the day
// of the file or of the fetch: no page is younger.
Metadata metadata_of(const Page& page, const JsonLd& said, const Article& article,
                     std::string_view url, std::optional<Day> newest);

// "(Reuters) - ...", "Source: dpa": the agency's name, or empty.
std::string agency_of(std::string_view text, const std::vector<std::string>& authors);

// BCP 47; of the text if that is long enough to tell, else as declared.
std::string language_of(std::string_view text, std::string_view declared);

}  // namespace newsfacts::html
