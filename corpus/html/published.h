// When a page was published, and when it was changed: the choice among all the dates it offers.
// The first publication counts.  Evidence is ranked so:
//
//      1  what is written for machines: datePublished of JSON-LD, <meta> that say "published",
//         datePublished and pubdate of elements
//      2  a day in its address
//      3  a date by the title or the beginning that is called that of publication; then one at the
//         end
//      4  one by the beginning that is marked, else alone on its line or at the head of it; of
//         several one next to the title, the nearest, the one behind it
//      5  <meta> that say no more than "date" or "created", which some systems write anew with each
//         change; when JSON-LD says a thing was created or uploaded
//      6  a date called that of publication anywhere else
//      7  the dateline with which the text begins
//      8  a date called that of a change; others by the beginning; the change said for machines
//      9  a <time>, a date at the end, one alone on its line, in the address of the page's picture,
//         in what scripts hold
//
// What is written for machines gives way where they are known to err:
//
//    * to a day before it in the address, which no later system has touched
//    * to the day in the address or by the title where only their zones are apart
//    * to an earlier day that is called that of publication
//    * JSON-LD to <meta> whose day is shown by the beginning, where its own is not
//    * to the day that is marked next to the title, where it is earlier, or before the page's
//      change, or, where no change is told, in a <time>
//    * to an earlier day next to the title where it is no earlier than the page's change: then the
//      system writes the one for the other
//
// Dates of comments, of other articles and of events never count, nor do those before 1995 and
// those after `newest`.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/meta_tags.h"
#include "corpus/html/page.h"
#include "corpus/html/place.h"

namespace newsfacts::html {

struct Publication {
  std::string published;  // ISO 8601; empty where nothing says
  PublishedFrom from = PublishedFrom::kGiven;
  std::string modified;
};

struct PublicationInput {
  const Page& page;
  const JsonLd& said;
  const MetaTags& tags;
  std::array<std::string_view, 2> urls;  // its canonical address, where it was fetched from
  std::string_view language;
  Place place;
  std::optional<Day> newest;  // the file's own day
};

Publication publication_of(const PublicationInput& input);

}  // namespace newsfacts::html
