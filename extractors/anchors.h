// Anchors: the days a document offers to reckon from, as they stand at one place of its text.
//
// News speaks from the day it appeared: "Tuesday" is the one before.  A narrative - the history
// of a war, a biography - speaks from the days it tells of: after "In 1941", "July" is that of
// 1941, and "the next day" the one after the day told of last.  The document itself says which
// it is: a narrative names years long past again and again, and has next to no "yesterday",
// "last week" or bare "Friday".  Whatever has no day of publication, nor one in a line above its
// text (publication.h), can only speak from its own dates, be it news or not.
//
//     In 1941 ... by July ... On December 7 (the day before ...), the fleet ...
//        told()      told()        last()

#pragma once

#include <cstddef>
#include <optional>

#include "corpus/document.h"

namespace newsfacts {

// A date of the text that is closed.
struct ToldDate {
  Interval days;  // both ends known; of BC years too (timex.h)
  Grain grain = Grain::kNone;
};

// nullopt for a duration, a set, a reference and what is open or unresolved.
std::optional<ToldDate> told_date(const Mention& mention);

class Anchors {
 public:
  // Reads the open mentions of `document`, which must outlive it.
  explicit Anchors(const Document& document);

  // Goes on to the next place: `mention` is settled.
  void pass(const Mention& mention);

  const std::optional<Day>& published() const { return published_; }
  bool narrative() const { return narrative_ || !published_; }  // its own dates are the anchor
  bool told_as_news() const { return !narrative_; }

  // The date mentioned last; the last of them that is a day, which a year told since does not end
  // ("a 2013 hatchback"); the last that lies within one year; the quarter under discussion, until
  // longer periods are spoken of.
  const std::optional<ToldDate>& last() const { return last_; }
  const std::optional<ToldDate>& last_day() const { return last_day_; }
  const std::optional<ToldDate>& told() const { return told_; }
  const std::optional<ToldDate>& quarter() const { return quarter_; }

  // Of mention number `at`, where it shares the year of a date behind it: "from March to May
  // 1990", "12 and 14 July 1990".
  std::optional<ToldDate> shared_year(std::size_t at) const;

 private:
  const Document& document_;
  std::optional<Day> published_;
  bool narrative_ = false;
  std::optional<ToldDate> last_, last_day_, told_, quarter_;
};

}  // namespace newsfacts
