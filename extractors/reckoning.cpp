#include "extractors/reckoning.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/utf8.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

namespace ch = std::chrono;

// An open value travels inside TimeValue::value, behind this sign, which TIMEX3 has no use for.
constexpr char kOpen = '|';
constexpr std::array<std::string_view, 6> kReckonWords = {"near", "last",  "this",
                                                          "next", "shift", "context"};

// How far around a date its verb is looked for, in tokens.
constexpr std::size_t kVerbDistance = 30;
// "He was named in March" looks back; but a date this close ahead is the one that is meant.
constexpr ch::days kSoon{30};

using WordSet = std::unordered_set<std::uint64_t>;

WordSet word_set(std::initializer_list<std::string_view> words) {
  WordSet set;
  for (const std::string_view word : words) set.insert(token_hash(word));
  return set;
}

struct Open {
  std::string x_form;  // without the time of day
  std::string time;    // "T20:30", "TNI", or empty
  Reckon how = Reckon::kNear;
  int count = 0;
};

std::optional<Open> opened(const TimeValue& value) {
  const auto bar = value.value.find(kOpen);
  if (bar == std::string::npos) return std::nullopt;
  Open open;
  const std::string all = value.value.substr(0, bar);
  const auto time = all.find('T');
  open.x_form = all.substr(0, time);
  if (time != std::string::npos) open.time = all.substr(time);
  const std::string_view how = std::string_view(value.value).substr(bar + 1);
  const auto word = how.substr(0, how.find(' '));
  open.how = found_in<Reckon>(kReckonWords, word).value_or(Reckon::kNear);
  const auto count = how.substr(std::min(word.size() + 1, how.size()));
  std::from_chars(count.data(), count.data() + count.size(), open.count);
  return open;
}

enum class Tense { kUnknown, kPast, kFuture };

// The words around a mention.
class Surroundings {
 public:
  Surroundings(const Document& document, Span mention)
      : document_(document), tokens_(document.tokens()) {
    const auto by_begin = [](const Token& token, std::uint32_t at) {
      return token.span.begin < at;
    };
    first_ = index(std::lower_bound(tokens_.begin(), tokens_.end(), mention.begin, by_begin));
    behind_ = index(std::lower_bound(tokens_.begin(), tokens_.end(), mention.end, by_begin));
    const std::string_view text = document.text();
    const auto& sentences = document.sentences;
    const auto after = std::upper_bound(
        sentences.begin(), sentences.end(), mention.begin,
        [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
    within_ = after == sentences.begin() ? Span{0, static_cast<std::uint32_t>(text.size())}
                                         : (after - 1)->span;
  }

  // The token `distance` before or behind the mention, in the same sentence; null if none.
  const Token* before(std::size_t distance = 1) const {
    if (distance > first_) return nullptr;
    const Token& token = tokens_[first_ - distance];
    return token.span.begin >= within_.begin ? &token : nullptr;
  }
  const Token* behind(std::size_t distance = 1) const {
    if (behind_ + distance > tokens_.size()) return nullptr;
    const Token& token = tokens_[behind_ + distance - 1];
    return token.span.end <= within_.end ? &token : nullptr;
  }

  std::string_view words(const Token& token) const { return document_.at(token.span); }

  // Told by the nearest verb before the mention, else by the nearest behind it.  A small
  // closed list is enough for news.
  Tense tense() const {
    for (std::size_t i = 1; i <= kVerbDistance; ++i) {
      const Token* token = before(i);
      if (!token) break;
      if (const Tense found = tense_of(*token); found != Tense::kUnknown) return found;
    }
    for (std::size_t i = 1; i <= kVerbDistance; ++i) {
      const Token* token = behind(i);
      if (!token) break;
      if (const Tense found = tense_of(*token); found != Tense::kUnknown) return found;
    }
    return Tense::kUnknown;
  }

 private:
  static std::size_t distance_of(std::ptrdiff_t n) { return static_cast<std::size_t>(n); }
  std::size_t index(std::vector<Token>::const_iterator at) const {
    return distance_of(at - tokens_.begin());
  }

  Tense tense_of(const Token& token) const {
    static const WordSet future =
        word_set({"will",    "ll",    "shall",  "scheduled", "due",      "expected", "expects",
                  "expect",  "plans", "plan",   "planned",   "planning", "slated",   "upcoming",
                  "payable", "going", "begins", "starts",    "opens",    "expires",  "ends",
                  "may",     "can",   "could",  "would",     "should"});
    static const WordSet past = word_set(
        {"said", "told",  "was",    "were", "had",   "did",  "fell",   "rose", "took",  "made",
         "came", "went",  "gave",   "got",  "began", "held", "met",    "saw",  "won",   "lost",
         "left", "sent",  "found",  "kept", "paid",  "sold", "bought", "led",  "wrote", "became",
         "grew", "broke", "struck", "hit",  "shot",  "has",  "have"});
    if (!token.is_word()) return Tense::kUnknown;
    if (future.contains(token.hash)) return Tense::kFuture;
    if (past.contains(token.hash)) return Tense::kPast;
    const std::string_view word = words(token);
    return word.size() > 4 && word.ends_with("ed") ? Tense::kPast : Tense::kUnknown;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  std::size_t first_ = 0, behind_ = 0;
  Span within_;
};

// One of the periods an X form may mean.
struct Period {
  std::string value;
  Interval days;
};

// The periods around `now`, in order: the same one of last year, this year and next year, or
// the weekday of last week, this week and next week.
std::vector<Period> periods(const std::string& x_form, Day now) {
  std::vector<Period> list;
  constexpr std::string_view kInWeek = "XXXX-WXX-";
  if (x_form.starts_with(kInWeek)) {
    const Day monday = now - ch::days(iso_weekday(now) - 1);
    const bool weekend = x_form.ends_with("WE");
    for (int week = -1; week <= 1; ++week) {
      const Day day = monday + ch::days(7 * week + (weekend ? 5 : x_form.back() - '1'));
      if (weekend)
        list.push_back({timex_of(day, Grain::kWeekend), {day, day + ch::days(1)}});
      else
        list.push_back({iso(day), {day, day}});
    }
    return list;
  }
  const int year = static_cast<int>(ch::year_month_day(now).year());
  for (int y = std::max(year - 1, 1); y <= year + 1; ++y) {
    Period period;
    period.value = padded(static_cast<unsigned>(y), 4) + x_form.substr(4);
    period.days = days_of(period.value);
    if (period.days.first && period.days.last) list.push_back(std::move(period));
  }
  return list;
}

ch::days distance(const Interval& days, Day now) {
  if (*days.first > now) return *days.first - now;
  if (*days.last < now) return now - *days.last;
  return ch::days(0);
}

const Period* nearest(const std::vector<Period>& list, Day now) {
  const auto place = std::min_element(list.begin(), list.end(), [&](const auto& a, const auto& b) {
    return distance(a.days, now) < distance(b.days, now);
  });
  return place == list.end() ? nullptr : &*place;
}

const Period* chosen(const std::vector<Period>& list, Day now, Reckon how, Tense tense,
                     bool nearest_fits) {
  const auto first_that = [&](auto fits) -> const Period* {
    const auto place = std::find_if(list.begin(), list.end(), fits);
    return place == list.end() ? nullptr : &*place;
  };
  const auto last_that = [&](auto fits) -> const Period* {
    const auto place = std::find_if(list.rbegin(), list.rend(), fits);
    return place == list.rend() ? nullptr : &*place;
  };
  switch (how) {
    case Reckon::kLast: return last_that([&](const Period& p) { return *p.days.last < now; });
    case Reckon::kNext: return first_that([&](const Period& p) { return *p.days.first > now; });
    case Reckon::kThis: return list.size() == 3 ? &list[1] : nullptr;
    default: break;
  }
  const Period* const upcoming = first_that([&](const Period& p) { return *p.days.last >= now; });
  const Period* const begun = last_that([&](const Period& p) { return *p.days.first <= now; });
  if (tense == Tense::kFuture) return upcoming;
  if (!nearest_fits) return begun;
  const Period* const near = nearest(list, now);
  if (tense == Tense::kPast && near && *near->days.first > now + kSoon) return begun;
  return near;
}

void close(TimeValue* time, std::string value, TimeBasis basis, Day anchor) {
  time->days = days_of(value);
  time->value = std::move(value);
  time->basis = basis;
  time->anchor = anchor;
}

// What the document offers to reckon from.
struct Anchors {
  std::optional<Day> published;
  std::optional<TimeValue> context;  // the closed date mentioned last
  bool narrative = false;            // tells of times long past: its own dates are the anchor
};

// "X earlier", "the same month": from the date before.
void reckon_from_context(const Open& open, Grain unit, const Anchors& anchors, TimeValue* time) {
  const auto& context = anchors.context;
  if (!context || !context->days.first) return;
  const Day from = *context->days.first;
  if (open.x_form.size() > 4 && open.x_form[5] != 'X') {  // "April of that year"
    close(time, timex_of(from, Grain::kYear) + open.x_form.substr(4), TimeBasis::kContext, from);
    return;
  }
  if (context->grain > unit) return;  // from a year no day can be reckoned
  if (const auto day = moved(from, unit, open.count))
    close(time, timex_of(*day, unit) + open.time, TimeBasis::kContext, from);
}

// Whether a day of this week is under discussion: "8:30 p.m." is of that one.
bool told_lately(const Anchors& anchors) {
  constexpr ch::days kLately{7};
  const auto& context = anchors.context;
  return anchors.published && context && context->days.first &&
         context->days.first == context->days.last &&
         ch::abs(*context->days.first - *anchors.published) <= kLately;
}

void reckon(const Open& open, const Anchors& anchors, const Surroundings& around, TimeValue* time) {
  const Grain unit = open.time.empty() ? time->grain : Grain::kDay;
  time->value = open.x_form + open.time;
  time->basis = TimeBasis::kUnresolved;
  const bool earlier = open.how == Reckon::kShift || open.how == Reckon::kContext;
  if (earlier && unit == Grain::kYear && open.count == -1 && anchors.context &&
      anchors.context->grain == Grain::kQuarter && anchors.context->days.first) {
    // Among quarters "a year earlier" is the same quarter of the year before.
    const Day from = *anchors.context->days.first;
    if (const auto day = moved(from, Grain::kYear, -1)) {
      close(time, timex_of(*day, Grain::kQuarter), TimeBasis::kContext, from);
      time->grain = Grain::kQuarter;
    }
    return;
  }
  if (open.how == Reckon::kContext) return reckon_from_context(open, unit, anchors, time);
  const bool hour_of_told_day = open.x_form.empty() && told_lately(anchors);
  const bool own =
      (anchors.narrative && anchors.context && anchors.context->days.first) || hour_of_told_day;
  const std::optional<Day> anchor = own ? anchors.context->days.first : anchors.published;
  const TimeBasis basis = own ? TimeBasis::kContext : TimeBasis::kPublished;
  if (!anchor) return;
  if (open.how == Reckon::kShift) {
    if (const auto day = moved(*anchor, unit, open.count))
      close(time, timex_of(*day, unit) + open.time, basis, *anchor);
    return;
  }
  // A day or a month of the year may lie on either side; a weekday or a quarter that is told
  // of lies behind.
  const bool either_side = own || (!open.x_form.starts_with("XXXX-WXX") &&
                                   (time->grain == Grain::kDay || time->grain == Grain::kMonth));
  const bool by_verb = !own && open.how == Reckon::kNear;
  const Tense tense = by_verb ? around.tense() : Tense::kUnknown;
  const std::vector<Period> list = periods(open.x_form, *anchor);
  if (const Period* period = chosen(list, *anchor, open.how, tense, either_side))
    close(time, period->value + open.time, basis, *anchor);
}

// A text most of whose dates lie years before it appeared tells a story of its own.
bool is_narrative(const Document& document, Day published) {
  constexpr ch::days kLongAgo{2 * 366};
  constexpr std::size_t kEnough = 5;
  std::size_t dated = 0, long_ago = 0;
  for (const Mention& mention : document.mentions) {
    const TimeValue* time = mention.time();
    if (!time || !time->days.last || time->basis != TimeBasis::kExplicit) continue;
    ++dated;
    if (*time->days.last + kLongAgo < published) ++long_ago;
  }
  return long_ago >= kEnough && long_ago * 4 > dated * 3;
}

Bound bound_of(const Surroundings& around) {
  static const WordSet until =
      word_set({"until", "till", "til", "through", "thru", "by", "ending"});
  static const WordSet from = word_set({"since", "from", "starting", "beginning"});
  static const WordSet before = word_set({"before"});
  static const WordSet after = word_set({"after", "following"});
  static const WordSet passed_over =
      word_set({"the", "end", "of", "start", "close", "middle", "year", "in", "on", "late", "early",
                "mid", "fiscal"});
  static const std::uint64_t to = token_hash("to");
  constexpr std::size_t kPassed = 5, kRange = 8;
  for (std::size_t i = 1; i <= kPassed; ++i) {
    const Token* token = around.before(i);
    if (!token) return Bound::kNone;
    if (until.contains(token->hash)) return Bound::kUntil;
    if (from.contains(token->hash)) return Bound::kFrom;
    if (before.contains(token->hash)) return Bound::kBefore;
    if (after.contains(token->hash)) return Bound::kAfter;
    if (token->hash == to) {  // "from March to May"
      for (std::size_t k = i + 1; k <= i + kRange; ++k)
        if (const Token* other = around.before(k); other && from.contains(other->hash))
          return Bound::kUntil;
      return Bound::kNone;
    }
    if (!passed_over.contains(token->hash)) return Bound::kNone;
  }
  return Bound::kNone;
}

// "page 1999", "$ 2000", "Windows 2000": a number that names or counts.
bool is_no_year(const Surroundings& around) {
  static const WordSet named =
      word_set({"page", "room", "flight", "route", "highway", "no", "number", "article", "section",
                "chapter", "windows", "model", "suite", "box", "channel", "bill", "resolution"});
  const Token* token = around.before();
  if (!token) return false;
  if (named.contains(token->hash)) return true;
  static constexpr std::array<std::string_view, 8> kSigns = {"$", "€", "£", "¥",
                                                             "#", "№", "+", "="};
  return std::find(kSigns.begin(), kSigns.end(), around.words(*token)) != kSigns.end();
}

// "June Carter", "April Jones", "Theresa May": a month alone among capitals is a name.
bool is_no_month(const Surroundings& around) {
  const Token* behind = around.behind();
  if (behind && behind->shape == Token::Shape::kCapital && behind->space_before) return true;
  static const WordSet prepositions = word_set(
      {"in",     "on",     "by",    "since",   "until", "till", "from", "through", "of",   "for",
       "during", "before", "after", "between", "and",   "or",   "to",   "last",    "next", "this"});
  const Token* before = around.before();
  return before && before->shape == Token::Shape::kCapital && around.before(2) &&
         !prepositions.contains(before->hash);
}

}  // namespace

TimeValue open_value(std::string x_form, Grain grain, Reckon how, int count) {
  TimeValue time;
  time.value = std::move(x_form) + kOpen + std::string(word_in(kReckonWords, how)) + " " +
               std::to_string(count);
  time.grain = grain;
  time.basis = TimeBasis::kUnresolved;
  return time;
}

void settle_times(Document& document) {
  static const Symbol year("date/year"), month("date/month");
  Anchors anchors;
  anchors.published = document.metadata.published_day();
  anchors.narrative = anchors.published && is_narrative(document, *anchors.published);
  std::erase_if(document.mentions, [&](Mention& mention) {
    if (!is_time(mention.kind)) return false;
    TimeValue& time = std::get<TimeValue>(mention.value);
    const Surroundings around(document, mention.span);
    if (mention.rule == year && is_no_year(around)) return true;
    if (mention.rule == month && is_no_month(around)) return true;
    if (const auto open = opened(time)) reckon(*open, anchors, around, &time);
    if (mention.kind == Kind::kDate || mention.kind == Kind::kTime) {
      time.bound = bound_of(around);
      if (time.days.first) anchors.context = time;
    }
    return false;
  });
}

}  // namespace newsfacts
