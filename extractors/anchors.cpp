#include "extractors/anchors.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractors/open_value.h"
#include "extractors/publication.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

namespace ch = std::chrono;

constexpr std::string_view kBlank = " \t";

// What a text speaks of, as seen from the day it appeared.
struct Outlook {
  std::size_t dated = 0;     // dates that name their year
  std::size_t long_ago = 0;  // of them, those over a year before; all, when no day is known
  std::size_t deictic = 0;   // "yesterday", "last week", "Friday", "two months ago"
};

bool is_deictic(const OpenValue& open) {
  if (!open.time.empty() && open.x_form.empty()) return false;
  if (open.how == Reckon::kNear) return open.in_week();
  return open.how == Reckon::kLast || open.how == Reckon::kNext || open.how == Reckon::kShift ||
         open.how == Reckon::kSpoken;
}

Outlook outlook_of(const Document& document, const std::optional<Day>& published) {
  constexpr ch::days kLongAgo{366};
  Outlook outlook;
  for (const Mention& mention : document.mentions) {
    const TimeValue* const time = mention.time();
    if (!time) continue;
    if (const auto open = opened(*time)) {
      if (is_deictic(*open)) ++outlook.deictic;
    } else if (const auto told = told_date(mention)) {
      ++outlook.dated;
      if (!published || *told->days.last + kLongAgo < *published) ++outlook.long_ago;
    }
  }
  return outlook;
}

bool is_narrative(const Document& document, const std::optional<Day>& published) {
  constexpr std::size_t kEnough = 3, kPerDeictic = 6;
  const Outlook outlook = outlook_of(document, published);
  if (!published && outlook.deictic == 0) return true;
  return outlook.long_ago >= kEnough && outlook.long_ago > kPerDeictic * outlook.deictic &&
         2 * outlook.long_ago > outlook.dated;
}

std::optional<Day> appeared(const Document& document) {
  const auto published = document.metadata.published_day();
  return published ? published : day_above_text(document);
}

// Whether two dates with these words between them are named in one breath.
bool joins(std::string_view between) {
  static constexpr std::array<std::string_view, 12> kJoints = {
      "-", "–", "—", ",", "and", ", and", "or", "to", "through", "until", "till", "to the"};
  const auto first = between.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return false;
  between = between.substr(first, between.find_last_not_of(kBlank) - first + 1);
  return std::find(kJoints.begin(), kJoints.end(), between) != kJoints.end();
}

// A long time on its own takes the talk away from the quarter: "in the first nine months".
bool is_longer_than_a_quarter(const Mention& mention, const TimeValue& time) {
  return mention.kind == Kind::kDuration &&
         (time.grain >= Grain::kYear || time.value == "P6M" || time.value == "P9M");
}

}  // namespace

std::optional<ToldDate> told_date(const Mention& mention) {
  const TimeValue* const time = mention.time();
  if (!time || (mention.kind != Kind::kDate && mention.kind != Kind::kTime)) return std::nullopt;
  const Interval days = reckoned_days_of(time->value);
  if (!days.first || !days.last) return std::nullopt;
  return ToldDate{days, std::max(time->grain, Grain::kDay)};
}

Anchors::Anchors(const Document& document)
    : document_(document),
      published_(appeared(document)),
      narrative_(is_narrative(document, published_)) {}

void Anchors::pass(const Mention& mention) {
  const TimeValue* const time = mention.time();
  if (!time) return;
  if (is_longer_than_a_quarter(mention, *time)) quarter_.reset();
  const auto told = told_date(mention);
  // What is said from the desk of the writer is no part of the story.
  if (!told || (narrative() && time->basis == TimeBasis::kPublished)) return;
  last_ = told;
  if (told->grain <= Grain::kDay) last_day_ = told;
  // "1941" after "7 December 1941" takes nothing back.
  if (told->grain <= Grain::kYear && !(told_ && told->days.covers(told_->days))) told_ = told;
  if (told->grain == Grain::kQuarter) quarter_ = told;
  if (told->grain > Grain::kQuarter) quarter_.reset();
}

std::optional<ToldDate> Anchors::shared_year(std::size_t at) const {
  constexpr std::size_t kLongestList = 12;  // of dates that share a year
  const auto& mentions = document_.mentions;
  const std::size_t end = std::min(mentions.size(), at + kLongestList);
  for (std::size_t next = at + 1; next < end; ++next) {
    const Span between{mentions[next - 1].span.end, mentions[next].span.begin};
    const TimeValue* const time = mentions[next].time();
    if (!time || mentions[next].kind != Kind::kDate || !joins(document_.at(between)))
      return std::nullopt;
    if (const auto told = told_date(mentions[next])) {
      const bool has_year = time->basis == TimeBasis::kExplicit && told->grain < Grain::kYear;
      return has_year ? told : std::nullopt;
    }
    if (!opened(*time)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace newsfacts
