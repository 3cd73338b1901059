#include "corpus/html/shown_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

constexpr std::size_t kMost = 500;
constexpr auto kBars = std::to_array<std::string_view>({"-", "–", "—", "|", "·", "•", "//"});

struct Labels {
  std::vector<std::string> published, updated;

  static Labels named(std::string_view suffix) {
    Labels labels;
    for (const auto& [name, words] : table_rows("html/date_labels.tsv"))
      for (const std::string_view word : parts_of(words, '|')) {
        if (name == "published" + std::string(suffix))
          labels.published.push_back(folded_without_marks(word));
        if (name == "updated" + std::string(suffix))
          labels.updated.push_back(folded_without_marks(word));
      }
    return labels;
  }
};

DateLabel last_label(std::string_view words) {
  static const Labels labels = Labels::named("");
  const std::string before = folded_without_marks(words);
  // The last; of "last published" and "published" the longer.
  std::size_t best_end = 0, best_size = 0;
  DateLabel label = DateLabel::kNone;
  const auto look = [&](const std::vector<std::string>& all, DateLabel says) {
    for (const std::string& word : all)
      if (const std::size_t at = before.rfind(word); at != before.npos) {
        const std::size_t end = at + word.size();
        if (end < best_end || (end == best_end && word.size() <= best_size)) continue;
        best_end = end;
        best_size = word.size();
        label = says;
      }
  };
  look(labels.published, DateLabel::kPublished);
  look(labels.updated, DateLabel::kUpdated);
  return label;
}

DateLabel label_behind(std::string_view words) {
  static const Labels labels = Labels::named("_behind");
  const std::string behind = folded_without_marks(words);
  const auto holds = [&](const std::vector<std::string>& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& word) { return behind.find(word) != behind.npos; });
  };
  if (holds(labels.published)) return DateLabel::kPublished;
  return holds(labels.updated) ? DateLabel::kUpdated : DateLabel::kNone;
}

// "entry-date published", "dt-updated": of hAtom and h-entry.
DateLabel label_of_class(std::string_view classes) {
  if (classes.find("publish") != classes.npos) return DateLabel::kPublished;
  return classes.find("updated") != classes.npos || classes.find("modified") != classes.npos
             ? DateLabel::kUpdated
             : DateLabel::kNone;
}

// "startDate", "dtstart": of schema.org and hCalendar.
bool is_of_event(const Mark& mark) {
  return mark.itemprop.find("startDate") != mark.itemprop.npos ||
         mark.itemprop.find("endDate") != mark.itemprop.npos ||
         mark.classes.find("dtstart") != mark.classes.npos ||
         mark.classes.find("dtend") != mark.classes.npos;
}

class Search {
 public:
  Search(const Page& page, const Place& place, DateOrder order,
         const std::function<bool(const PrintedDate&)>& plausible)
      : page_(page), place_(place), order_(order), plausible_(plausible) {}

  std::vector<ShownDate> found() {
    for (const Mark& mark : page_.marks())
      if (mark.tag == Tag::kTime || !mark.title.empty()) of_mark(mark);
    for (const Element& element : page_.elements())
      if (element.own & bit(Sign::kMeta)) of_element(element);
    for (std::size_t i = 0; i < page_.blocks().size(); ++i) of_line(i);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const ShownDate& a, const ShownDate& b) { return a.block < b.block; });
    return std::move(found_);
  }

 private:
  // A <time>, or an element whose title has the date of what is shown as "yesterday".
  void of_mark(const Mark& mark) {
    constexpr std::size_t kLongest = 150;
    const Element& element = page_.elements()[mark.element];
    const bool is_time = mark.tag == Tag::kTime;
    if ((!is_time && !(element.own & bit(Sign::kMeta))) || element.text.size() > kLongest) return;
    auto date = date_in_field(page_.at(element.text), order_);
    auto written = date_in_field(mark.datetime, order_);
    if (!written) written = date_in_field(mark.title, order_);
    DateLabel label = date ? label_within(element, *date) : DateLabel::kNone;
    // As shown, before the zone of machines.
    if (!date || (written && label != DateLabel::kPublished &&
                  std::abs((written->day - date->day).count()) > 1))
      date = written;
    if (date && is_of_event(mark)) spans_.push_back(element.text);
    if (!date || is_of_event(mark) || !counts(*date, element)) return;
    if (label == DateLabel::kNone) label = label_before(element.text.begin);
    if (label == DateLabel::kNone) label = label_of_class(mark.classes);
    keep(element, element.first_block,
         {*std::move(date), is_time ? PublishedFrom::kTime : PublishedFrom::kText, label, true,
          true});
    spans_.push_back(element.text);
  }

  // Within a line, of a class for such: words may stand by it without a space between.
  void of_element(const Element& element) {
    constexpr std::size_t kLongest = 40;
    if (element.text.empty() || element.text.size() > kLongest || is_block(element.tag) ||
        is_marked(element.text.begin))
      return;
    auto date = date_in_field(page_.at(element.text), order_);
    if (!date || !counts(*date, element)) return;
    DateLabel label = label_within(element, *date);
    if (label == DateLabel::kNone) label = label_before(element.text.begin);
    keep(element, element.first_block, {*std::move(date), PublishedFrom::kText, label, true, true});
    spans_.push_back(element.text);
  }

  // But for those of its marks.
  void of_line(std::size_t i) {
    constexpr std::size_t kLong = 400, kBeginning = 80, kLittle = 40, kBehind = 40;
    if (found_.size() >= kMost) return;
    const Block& block = page_.blocks()[i];
    const Element& element = page_.elements()[block.element];
    const Signs signs = block.inside | element.own | page_.elements()[element.parent].own;
    const bool is_long = block.text.size() > kLong;
    const std::string_view words = page_.words(block).substr(0, is_long ? kBeginning : kLong);
    for (PrintedDate& date : dates_in(words, order_)) {
      const auto at = static_cast<std::uint32_t>(block.text.begin + date.begin);
      if (!counts(date, element) || is_marked(at)) continue;
      DateLabel label = label_before(at);
      if (label == DateLabel::kNone) label = label_behind(words.substr(date.end, kBehind));
      const bool alone =
          !is_long && (words.size() <= date.end - date.begin + kLittle || heads_line(words, date));
      keep(element, i,
           {std::move(date), PublishedFrom::kText, label, !is_long && (signs & bit(Sign::kMeta)),
            alone});
    }
  }

  // "14 March 2026 - By Jane Roe, our correspondent in Port Hallam"
  static bool heads_line(std::string_view words, const PrintedDate& date) {
    constexpr std::size_t kLongest = 160;
    if (date.begin > 0 || words.size() > kLongest) return false;
    std::string_view behind = words.substr(date.end);
    if (!behind.starts_with(' ')) return false;
    behind.remove_prefix(1);
    return std::any_of(kBars.begin(), kBars.end(),
                       [&](std::string_view bar) { return behind.starts_with(bar); });
  }

  bool counts(const PrintedDate& date, const Element& element) const {
    return found_.size() < kMost && plausible_(date) && !is_about_others(page_, element, place_);
  }

  void keep(const Element& element, std::size_t block, ShownDate date) {
    date.block = block;
    date.listed = is_listed(page_, element, place_);
    found_.push_back(std::move(date));
  }

  bool is_marked(std::uint32_t at) const {
    return std::any_of(spans_.begin(), spans_.end(),
                       [&](Span span) { return span.begin <= at && at < span.end; });
  }

  // "<time>Published 14 March 2026</time>"; where a date stands in a field counts from its first
  // letter.
  DateLabel label_within(const Element& element, const PrintedDate& date) const {
    return last_label(page_.at(element.text).substr(0, date.begin));
  }

  // Of the words before a date, be they on the line before; a label tells of the next date alone.
  DateLabel label_before(std::size_t at) const {
    constexpr std::size_t kBefore = 40;
    const auto from = static_cast<std::uint32_t>(at > kBefore ? at - kBefore : 0);
    std::string_view words = page_.at({from, static_cast<std::uint32_t>(at)});
    if (const auto dates = dates_in(words, order_); !dates.empty())
      words.remove_prefix(dates.back().end);
    return last_label(words);
  }

  const Page& page_;
  const Place& place_;
  DateOrder order_;
  const std::function<bool(const PrintedDate&)>& plausible_;
  std::vector<ShownDate> found_;
  std::vector<Span> spans_;  // of marks that hold a date
};

}  // namespace

std::vector<ShownDate> shown_dates(const Page& page, const Place& place, DateOrder order,
                                   const std::function<bool(const PrintedDate&)>& plausible) {
  return Search(page, place, order, plausible).found();
}

}  // namespace newsfacts::html
