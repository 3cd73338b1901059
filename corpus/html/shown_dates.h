// The dates that stand on a page, each with what speaks for its being that of the article: the
// words by it, where it stands, and how it is marked.
//
//     <h1>Fire on a ferry</h1> <p>Published: <time>14 March 2026</time></p> ...
//                                 kPublished, by the beginning, marked, 1 line from the title

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/html/page.h"
#include "corpus/html/place.h"
#include "corpus/printed_date.h"

namespace newsfacts::html {

// What the words by a date, or its class, say of it (date_labels.tsv).
enum class DateLabel : std::uint8_t { kPublished, kNone, kUpdated };

struct ShownDate {
  PrintedDate date;
  PublishedFrom from = PublishedFrom::kText;
  DateLabel label = DateLabel::kNone;
  bool marked = false;  // by a <time>, or by a class for what is said of the article
  bool alone = false;   // its line holds little else, or begins with it and a bar
  bool apart = false;   // in what is about others (is_about_others)
  bool listed = false;  // in a list or column, away from the beginning
  std::size_t block = 0;
};

// In the order of the page, at most 500: those of lines that are no long ones, and those with which
// long ones begin, but for what is about others (is_about_others) and those of events.  `plausible`
// says which count.
std::vector<ShownDate> shown_dates(const Page& page, const Place& place, DateOrder order,
                                   const std::function<bool(const PrintedDate&)>& plausible);

}  // namespace newsfacts::html
