#include "corpus/html/published.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "corpus/html/shown_dates.h"
#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

const Day kOldest = std::chrono::sys_days(std::chrono::year(1995) / 1 / 1);

constexpr std::size_t kNext = 4;  // lines from the title

struct Candidate {
  PrintedDate date;
  PublishedFrom from;
};

class Search {
 public:
  explicit Search(const PublicationInput& input)
      : in_(input),
        order_(order_of(input.language)),
        shown_(shown_dates(input.page, input.place, order_,
                           [this](const PrintedDate& date) { return plausible(date); })) {}

  Publication found() const {
    Publication all;
    if (const auto date = modified()) all.modified = date->iso();
    if (const auto chosen = choose()) {
      all.published = chosen->date.iso();
      all.from = chosen->from;
    }
    return all;
  }

 private:
  bool plausible(const PrintedDate& date) const {
    return date.day >= kOldest && (!in_.newest || date.day <= *in_.newest + std::chrono::days(1));
  }

  std::optional<PrintedDate> value(std::string_view words) const {
    auto date = date_in_field(words, order_);
    if (!date || !plausible(*date)) return std::nullopt;
    return date;
  }

  // The first that is a date.
  std::optional<PrintedDate> value(const std::vector<std::string>& all) const {
    for (const std::string& each : all)
      if (auto date = value(each)) return date;
    return std::nullopt;
  }

  // As the header ranks the evidence.
  std::optional<Candidate> choose() const {
    auto url = in_address(in_.urls[0]);
    if (!url) url = in_address(in_.urls[1]);
    if (const auto machine = written_for_machines()) return corrected(*machine, url);
    if (url) return Candidate{*url, PublishedFrom::kUrl};
    if (auto date = by_beginning(DateLabel::kPublished)) return date;
    for (const ShownDate& each : shown_)
      if (each.label == DateLabel::kPublished && is_by_end(each))
        return Candidate{each.date, each.from};
    if (auto date = by_beginning(DateLabel::kNone)) return date;
    if (const auto date = value(in_.tags.all(MetaField::kDated)))
      return Candidate{*date, PublishedFrom::kMeta};
    if (const auto date = value(in_.said.created)) return Candidate{*date, PublishedFrom::kJsonLd};
    if (auto date =
            first([](const ShownDate& each) { return each.label == DateLabel::kPublished; }))
      return date;
    if (auto date = first([&](const ShownDate& each) { return is_dateline(each); })) return date;
    if (auto date = first([](const ShownDate& each) { return each.label == DateLabel::kUpdated; }))
      return date;
    if (auto date =
            first([&](const ShownDate& each) { return in_.place.is_by_beginning(each.block); }))
      return date;
    if (const auto date = modified()) return Candidate{*date, PublishedFrom::kMeta};
    return unsure();
  }

  // What is left.
  std::optional<Candidate> unsure() const {
    if (auto date = first([](const ShownDate& each) { return each.from == PublishedFrom::kTime; }))
      return date;
    if (auto date = first([&](const ShownDate& each) { return in_.place.is_by_end(each.block); }))
      return date;
    if (auto date = first([](const ShownDate& each) { return each.alone; })) return date;
    for (const Mark& mark : in_.page.marks())
      if (mark.property == "og:image")
        if (const auto date = in_address(mark.content))
          return Candidate{*date, PublishedFrom::kUrl};
    if (const auto date = in_scripts()) return Candidate{*date, PublishedFrom::kText};
    return std::nullopt;
  }

  // The first of the page that counts; those of lists come last.
  template <typename Counts>
  std::optional<Candidate> first(Counts counts) const {
    for (const bool listed : {false, true})
      for (const ShownDate& each : shown_)
        if (each.listed == listed && counts(each)) return Candidate{each.date, each.from};
    return std::nullopt;
  }

  bool is_by_beginning(const ShownDate& each) const {
    return in_.place.is_by_beginning(each.block);
  }
  bool is_by_end(const ShownDate& each) const {
    return !each.listed && in_.place.is_by_end(each.block);
  }

  // "PORT HALLAM, 14 March 2026 -", with which the text begins: behind no word but names.
  bool is_dateline(const ShownDate& each) const {
    constexpr std::size_t kBeginning = 40, kFirstLines = 3;
    if (each.block < in_.place.first || each.block >= in_.place.first + kFirstLines ||
        each.block >= in_.page.blocks().size() || each.date.begin > kBeginning ||
        each.label != DateLabel::kNone)
      return false;
    const std::string_view line = in_.page.words(in_.page.blocks()[each.block]);
    const auto words = parts_of(line.substr(0, each.date.begin), ' ');
    return std::none_of(words.begin(), words.end(), [](std::string_view word) {
      return is_letter(code_point_at(word, 0).value) && !begins_upper(word);
    });
  }

  // What machines read, or what it gives way to.
  Candidate corrected(const Candidate& machine, const std::optional<PrintedDate>& url) const {
    if (url && url->day == machine.date.day) return machine;
    if (url && (url->day + std::chrono::days(1) < machine.date.day ||
                is_zone_apart(machine.date, url->day)))
      return {*url, PublishedFrom::kUrl};
    if (std::any_of(shown_.begin(), shown_.end(), [&](const ShownDate& each) {
          return each.date.day == machine.date.day && each.label != DateLabel::kUpdated &&
                 is_by_beginning(each);
        }))
      return machine;
    if (machine.from == PublishedFrom::kJsonLd)
      if (const auto other = also_written()) return *other;
    const auto change = modified();
    const bool is_change = change && machine.date.day >= change->day;
    for (const ShownDate& each : shown_) {
      const bool is_near = is_by_beginning(each);
      if (each.label == DateLabel::kUpdated || (!each.marked && !each.alone) ||
          (!is_near && !is_by_end(each)))
        continue;
      if (is_near && is_zone_apart(machine.date, each.date.day)) return {each.date, each.from};
      if (!each.date.certain) continue;
      const bool is_next = in_.place.far_from_beginning(each.block) <= kNext;
      const bool is_earlier = each.date.day <= machine.date.day;
      // A later one may be that of what the article announces.
      const bool may_be_later =
          change ? each.date.day < change->day : each.from == PublishedFrom::kTime;
      if (is_next && each.marked && each.label == DateLabel::kNone && (is_earlier || may_be_later))
        return {each.date, each.from};
      if (is_earlier && (each.label == DateLabel::kPublished || (is_change && is_next)))
        return {each.date, each.from};
    }
    return machine;
  }

  // What <meta> say against JSON-LD, where it is also shown by the beginning: two against one.
  std::optional<Candidate> also_written() const {
    for (const std::string& each : in_.tags.all(MetaField::kPublished))
      if (const auto date = value(each))
        if (std::any_of(shown_.begin(), shown_.end(), [&](const ShownDate& shown) {
              return shown.date.day == date->day && is_by_beginning(shown);
            }))
          return Candidate{*date, PublishedFrom::kMeta};
    return std::nullopt;
  }

  // Whether `day` is the day before or after where its own clock stands, at an hour at which this
  // can be: the evening of the Americas is the next day in UTC.
  static bool is_zone_apart(const PrintedDate& utc, Day day) {
    if (utc.time.size() < 6 ||
        !(utc.time.ends_with("Z") || utc.time.ends_with("+00:00") || utc.time.size() <= 9))
      return false;
    const int hour = (utc.time[1] - '0') * 10 + (utc.time[2] - '0');
    const auto days = (day - utc.day).count();
    return (days == -1 && hour < 12) || (days == 1 && hour >= 10);
  }

  std::optional<Candidate> written_for_machines() const {
    if (const auto date = value(in_.said.published))
      return Candidate{*date, PublishedFrom::kJsonLd};
    if (const auto date = value(in_.tags.all(MetaField::kPublished)))
      return Candidate{*date, PublishedFrom::kMeta};
    if (const auto date = microdata()) return Candidate{*date, PublishedFrom::kMicrodata};
    return std::nullopt;
  }

  std::optional<PrintedDate> modified() const {
    if (auto date = value(in_.said.modified)) return date;
    return value(in_.tags.all(MetaField::kModified));
  }

  // "/2026/03/14/", "-20260314", in an address.
  std::optional<PrintedDate> in_address(std::string_view url) const {
    const auto day = day_in_url(url);
    if (!day || !plausible({*day})) return std::nullopt;
    return PrintedDate{*day};
  }

  std::optional<PrintedDate> microdata() const {
    constexpr std::uint32_t kLongest = 150;
    for (const Mark& mark : in_.page.marks()) {
      if (mark.itemprop.find("datePublished") == mark.itemprop.npos && mark.itemprop != "pubdate" &&
          !mark.pubdate)
        continue;
      const bool is_seen = mark.tag != Tag::kMeta && mark.tag != Tag::kLink;
      const Element& element = in_.page.elements()[mark.element];
      if (is_seen && !is_of_article(element)) continue;
      for (const std::string_view words : {mark.content, mark.datetime, mark.title})
        if (const auto date = value(words)) return date;
      if (!is_seen) continue;
      const Span text = element.text;
      if (const auto date =
              value(in_.page.at({text.begin, std::min(text.end, text.begin + kLongest)})))
        return date;
    }
    return std::nullopt;
  }

  bool is_of_article(const Element& element) const {
    return (in_.place.is_by_beginning(element.first_block) ||
            in_.place.is_by_end(element.first_block)) &&
           !is_about_others(in_.page, element, in_.place) &&
           !is_listed(in_.page, element, in_.place);
  }

  // Of those by the title or the beginning that are marked or stand alone: one next to it, one that
  // is marked, the nearest, the one behind the title.
  std::optional<Candidate> by_beginning(DateLabel label) const {
    const ShownDate* best = nullptr;
    const auto rank = [&](const ShownDate& each) {
      const std::size_t far = in_.place.far_from_beginning(each.block);
      return std::tuple(far > kNext, !each.marked, far, each.block < in_.place.title);
    };
    for (const ShownDate& each : shown_) {
      if (each.label != label || !is_by_beginning(each) || (!each.marked && !each.alone)) continue;
      if (!best || rank(each) < rank(*best)) best = &each;
    }
    if (!best) return std::nullopt;
    return Candidate{best->date, best->from};
  }

  // In what scripts hold: "publishedAt":"2026-03-14T08:30:00Z", under quotes or escaped ones.
  std::optional<PrintedDate> in_scripts() const {
    constexpr std::size_t kFar = 60;
    const std::string_view bytes = in_.page.bytes();
    for (const std::string_view key :
         {"datePublished", "published_at", "publishedAt", "publishedDate", "publishDate",
          "publish_date", "published", "created_at", "createdAt", "dateCreated", "display_date"}) {
      const std::size_t at = bytes.find(key);
      if (at == bytes.npos) continue;
      for (const PrintedDate& date : dates_in(bytes.substr(at + key.size(), kFar), order_))
        if (date.begin < 16 && plausible(date)) return date;
    }
    return std::nullopt;
  }

  const PublicationInput& in_;
  DateOrder order_;
  std::vector<ShownDate> shown_;
};

}  // namespace

Publication publication_of(const PublicationInput& input) {
  return Search(input).found();
}

}  // namespace newsfacts::html
