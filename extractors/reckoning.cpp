#include "extractors/reckoning.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "extractors/anchors.h"
#include "extractors/date_context.h"
#include "extractors/periods.h"
#include "extractors/tense.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

namespace ch = std::chrono;

void close(TimeValue* time, std::string value, TimeBasis basis, Day anchor) {
  time->days = days_of(value);
  time->value = std::move(value);
  time->basis = basis;
  const int year = static_cast<int>(ch::year_month_day(anchor).year());
  if (day_of(year, 1, 1)) time->anchor = anchor;  // no Day lies before the year 1
}

// The day to reckon from, and what it is.
struct Anchor {
  Interval days;
  TimeBasis basis;
};

std::optional<Anchor> from_publication(const Anchors& anchors) {
  const auto& day = anchors.published();
  if (!day) return std::nullopt;
  return Anchor{{day, day}, TimeBasis::kPublished};
}

std::optional<Anchor> from_text(const std::optional<ToldDate>& told) {
  if (!told) return std::nullopt;
  return Anchor{told->days, TimeBasis::kContext};
}

// Closes one open value.
class Closing {
 public:
  Closing(const OpenValue& open, const Anchors& anchors, TimeValue* time)
      : open_(open),
        anchors_(anchors),
        time_(time),
        unit_(open.time.empty() ? time->grain : Grain::kDay) {}

  // "Tuesday", "last September": one of several periods of that name.
  void pick(std::size_t mention, const Surroundings& around) {
    if (names_the_last(around)) return;
    const auto shared = open_.how == Reckon::kNear && !open_.in_week()
                            ? anchors_.shared_year(mention)
                            : std::nullopt;
    const bool of_text = open_.how == Reckon::kBefore || open_.how == Reckon::kAfter;
    const bool of_story = (anchors_.narrative() || of_text) && tells_enough();
    const auto anchor = shared     ? from_text(shared)
                        : of_story ? from_text(anchors_.told())
                                   : from_publication(anchors_);
    if (!anchor) return;
    const std::vector<Period> list = periods(open_, *anchor->days.first);
    const Period* period = nullptr;
    if (open_.how != Reckon::kNear) {
      period = by_word(list, anchor->days, open_.how, open_.count);
    } else if (shared) {  // the range begins before it ends
      period = last_begun(list, *anchor->days.last);
    } else if (of_story) {
      period = by_narrative(list, anchor->days);
    } else {
      const Tense tense = tense_at(around);
      const bool either_side =
          !open_.in_week() && !is_since(around) &&
          (unit_ == Grain::kDay || unit_ == Grain::kMonth ||
           (unit_ == Grain::kSeason && tense == Tense::kUnknown));
      period = by_tense(list, *anchor->days.first, tense, either_side);
    }
    if (period) close(time_, period->value + open_.time, anchor->basis, *anchor->days.first);
  }

  // "From January", where what is told next, "to October", is over before: a range begins before
  // it ends.
  void begin_before(const Interval& end) {
    const std::vector<Period> list = periods(open_, *end.first);
    const Period* const period = last_begun(list, *end.first);
    if (period && time_->anchor)
      close(time_, period->value + open_.time, time_->basis, *time_->anchor);
  }

  // "three weeks ago", "next year".
  void shift(const Surroundings& around) {
    const bool of_story = anchors_.narrative() && open_.how == Reckon::kShift;
    if (of_story || (open_.x_form.empty() && told_lately()))
      return follow(around);
    if (const auto anchor = from_publication(anchors_)) move(*anchor);
  }

  // "two days later", "the same month": from the date before.
  void follow(const Surroundings& around) {
    const bool has_part = open_.x_form.size() > 5 && open_.x_form.back() != 'X';
    if (has_part && !open_.in_week()) return complete();
    const auto& last = open_.x_form.empty() ? anchors_.last_day() : anchors_.last();
    if (last && last->grain <= unit_) return move(*from_text(last));
    if (open_.count == 0 && unit_ >= Grain::kQuarter) return discuss(around);  // a year tells no day
    const bool of_today = open_.how == Reckon::kUpcoming && anchors_.told_as_news();
    if (const auto anchor = from_publication(anchors_); anchor && of_today) move(*anchor);
  }

  // "the quarter": the one spoken of, or the last one over; "the year": this one, unless one was
  // spoken of that may be meant: by the end of the year nothing will happen in one that is over.
  void discuss(const Surroundings& around) {
    if (unit_ == Grain::kNone) return point_back();
    if (const auto& last = anchors_.last(); last && last->grain == unit_ && !is_over(*last, around))
      return move(*from_text(last));
    if (unit_ == Grain::kQuarter && anchors_.quarter()) return move(*from_text(anchors_.quarter()));
    const auto anchor =
        anchors_.narrative() ? from_text(anchors_.told()) : from_publication(anchors_);
    if (anchor) move(*anchor, unit_ == Grain::kQuarter && !anchors_.narrative() ? -1 : 0);
  }

  // "a year earlier": among quarters the same quarter of the year before.
  void go_back_a_year() {
    const bool of_quarter = unit_ == Grain::kQuarter;
    if (anchors_.quarter() || of_quarter) {
      constexpr int kYear = 4;  // in quarters; and the last one over is spoken of, if none is
      const auto told = from_text(anchors_.quarter());
      const auto anchor = told ? told : from_publication(anchors_);
      if (!anchor) return;
      const auto day = moved(*anchor->days.first, Grain::kQuarter, -kYear - (told ? 0 : 1));
      if (!day) return;
      close(time_, timex_of(*day, Grain::kQuarter), anchor->basis, *anchor->days.first);
      time_->grain = Grain::kQuarter;
      return;
    }
    const auto told = from_text(anchors_.told());
    if (unit_ == Grain::kMonth) return go_back_from_month();
    const bool of_text = anchors_.narrative() || (open_.count != 0 && told);
    if (const auto anchor = of_text ? told : from_publication(anchors_)) move(*anchor, -1);
  }

 private:
  // "On May 3, a Friday": the day told of last.
  bool names_the_last(const Surroundings& around) {
    static const std::uint64_t a = token_hash("a");
    const Token* const before = around.before();
    const auto& last = anchors_.last();
    if (!open_.in_week() || !before || before->hash != a || !last || last->grain != Grain::kDay)
      return false;
    const Day day = *last->days.first;
    const std::string value = timex_of(day, Grain::kDay);
    if (periods(open_, day)[1].value != value) return false;
    close(time_, value + open_.time, TimeBasis::kContext, day);
    return true;
  }

  bool is_over(const ToldDate& year, const Surroundings& around) const {
    return unit_ == Grain::kYear && !anchors_.narrative() &&
           *year.days.last < *anchors_.published() && tense_at(around) == Tense::kFuture;
  }

  // "At this time": the date told of last.
  void point_back() {
    const auto& last = anchors_.last();
    if (!last) return;
    const Day from = *last->days.first;
    close(time_, timex_of(from, last->grain), TimeBasis::kContext, from);
    time_->grain = last->grain;
  }

  // "The same month last year": the month told of last, or else just the year.
  void go_back_from_month() {
    constexpr int kYear = 12;
    const auto& last = anchors_.last();
    if (last && last->grain == Grain::kMonth) return move(*from_text(last), -kYear);
    time_->value = "XXXX";
    time_->grain = unit_ = Grain::kYear;
    if (const auto anchor = from_publication(anchors_)) move(*anchor, -1);
  }

  // "April of that year".
  void complete() {
    const auto& told = anchors_.told();
    if (!told) return;
    const Day from = *told->days.first;
    close(time_, timex_of(from, Grain::kYear) + open_.x_form.substr(4), TimeBasis::kContext, from);
  }

  void move(const Anchor& from) { move(from, open_.count); }
  void move(const Anchor& from, int count) {
    if (const auto day = moved(*from.days.first, unit_, count))
      close(time_, timex_of(*day, unit_) + open_.time, from.basis, *from.days.first);
  }

  // Whether a day of this week was told of last: "8:30 p.m." is of that one.
  bool told_lately() const {
    constexpr ch::days kLately{7};
    const auto& last = anchors_.last_day();
    return anchors_.published() && last &&
           ch::abs(*last->days.first - *anchors_.published()) <= kLately;
  }

  // Whether the story is at some week, or month, and not just in some year, where it must be.
  bool tells_enough() const {
    const auto& told = anchors_.told();
    if (open_.in_week()) return told && told->grain <= Grain::kWeek;
    if (open_.in_month()) return told && told->grain <= Grain::kMonth;
    return told || !anchors_.published();
  }

  const OpenValue& open_;
  const Anchors& anchors_;
  TimeValue* time_;
  Grain unit_;
};

void close(const OpenValue& open, const Anchors& anchors, std::size_t mention,
           const Surroundings& around, TimeValue* time) {
  time->value = open.x_form + open.time;
  time->basis = TimeBasis::kUnresolved;
  Closing closing(open, anchors, time);
  switch (open.how) {
    case Reckon::kNear:
    case Reckon::kLast:
    case Reckon::kThis:
    case Reckon::kNext:
    case Reckon::kBefore:
    case Reckon::kAfter: return closing.pick(mention, around);
    case Reckon::kShift:
    case Reckon::kSpoken: return closing.shift(around);
    case Reckon::kContext:
    case Reckon::kUpcoming: return closing.follow(around);
    case Reckon::kDiscussed: return closing.discuss(around);
    case Reckon::kYearBefore: return closing.go_back_a_year();
  }
}

// "a year earlier", "since 1918", "(1876-1910)", "up from 1994": a glance aside, from which the talk
// comes back.
bool is_aside(const std::optional<OpenValue>& open, const TimeValue& time, bool news,
              const Surroundings& around) {
  if (news && time.grain >= Grain::kQuarter && is_compared(around)) return true;
  if (open && open->how == Reckon::kYearBefore) return true;
  if (open && open->how == Reckon::kContext && open->count < 0) return true;
  const Token* const before = around.before();
  return time.bound == Bound::kFrom || (before && around.words(*before) == "(");
}

}  // namespace

void settle_times(Document& document) {
  std::erase_if(document.mentions, [&](const Mention& mention) {
    return is_time(mention.kind) && is_no_date(document, mention);
  });
  Anchors anchors(document);
  std::optional<OpenValue> before;  // what the mention before was
  if (anchors.told_as_news())
    std::erase_if(document.mentions, [](const Mention& mention) {
      return mention.rule.str().starts_with("story/");
    });
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (!is_time(mention.kind)) {
      before.reset();
      continue;
    }
    TimeValue& time = std::get<TimeValue>(mention.value);
    const Surroundings around(document, mention.span);
    const auto open = opened(time);
    if (open) close(*open, anchors, i, around, &time);
    if (before && open && is_range(document, i - 1)) {
      TimeValue& begin = std::get<TimeValue>(document.mentions[i - 1].value);
      if (begin.days.first && time.days.last && *begin.days.first > *time.days.last)
        Closing(*before, anchors, &begin).begin_before(time.days);
    }
    before = open && open->how == Reckon::kNear && !open->in_week() ? open : std::nullopt;
    if (mention.kind == Kind::kDate || mention.kind == Kind::kTime) time.bound = bound_of(around);
    if (!is_aside(open, time, anchors.told_as_news(), around)) anchors.pass(mention);
  }
}

}  // namespace newsfacts
