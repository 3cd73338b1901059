#include "corpus/html/published.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "corpus/printed_date.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

const Day kOldest = std::chrono::sys_days(std::chrono::year(1995) / 1 / 1);

constexpr std::size_t kMostLookedAt = 500;  // elements of a page that may hold a date

struct Candidate {
  PrintedDate date;
  PublishedFrom from;
};

// What stands before a date.
enum class Label { kNone, kPublished, kUpdated };

constexpr std::string_view kPublishedWords[] = {"publi",      "posted",  "ver\u00F6ffentlich",
                                                "erstellt",   "created", "erschienen",
                                                "written on", "date:",   "first aired"};
constexpr std::string_view kUpdatedWords[] = {
    "updat",  "modif",   "aktualisier",   "mis \u00E0 jour", "actualiz",   "aggiornat", "atualiz",
    "review", "revised", "ge\u00E4ndert", "last edit",       "bearbeitet", "bijgewerkt"};

class Search {
 public:
  explicit Search(const PublicationInput& input) : in_(input), order_(order_of(input.language)) {}

  Publication found() {
    Publication all;
    if (const auto date = value(in_.said.modified)) all.modified = date->iso();
    for (const std::string& each : in_.tags.all(MetaField::kModified))
      if (all.modified.empty())
        if (const auto date = value(each)) all.modified = date->iso();
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

  std::optional<Candidate> choose() const {
    const auto machine = written_for_machines();
    const auto url = in_url();
    const std::vector<Seen> seen = near_title();
    if (machine) {
      // A zone apart: the address and the page have the day of their own place.
      if (url && (url->day == machine->date.day || is_zone_apart(machine->date, url->day)))
        return url->day == machine->date.day ? machine : Candidate{*url, PublishedFrom::kUrl};
      for (const Seen& each : seen)
        if (is_zone_apart(machine->date, each.date.day) && each.label != Label::kUpdated)
          return Candidate{each.date, each.from};
      // A system that writes the day of a change as that of publication.
      for (const Seen& each : seen)
        if (each.date.day < machine->date.day && each.label == Label::kPublished)
          return Candidate{each.date, each.from};
      return machine;
    }
    if (url) return Candidate{*url, PublishedFrom::kUrl};
    for (const Label label : {Label::kPublished, Label::kNone, Label::kUpdated})
      for (const Seen& each : seen)
        if (each.label == label) return Candidate{each.date, each.from};
    if (const auto date = time_element(false)) return Candidate{*date, PublishedFrom::kTime};
    if (const auto date = visible()) return Candidate{*date, PublishedFrom::kText};
    if (const auto date = modified()) return Candidate{*date, PublishedFrom::kMeta};
    for (const Mark& mark : in_.page.marks())
      if (mark.property == "og:image")
        if (const auto date = in_address(mark.content))
          return Candidate{*date, PublishedFrom::kUrl};
    if (const auto date = in_scripts()) return Candidate{*date, PublishedFrom::kText};
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
    for (const std::string& each : in_.tags.all(MetaField::kPublished))
      if (const auto date = value(each)) return Candidate{*date, PublishedFrom::kMeta};
    if (const auto date = microdata()) return Candidate{*date, PublishedFrom::kMicrodata};
    return std::nullopt;
  }

  std::optional<PrintedDate> modified() const {
    if (const auto date = value(in_.said.modified)) return date;
    for (const std::string& each : in_.tags.all(MetaField::kModified))
      if (const auto date = value(each)) return date;
    return std::nullopt;
  }

  // "/2026/03/14/", "/20260314-", in the address.
  std::optional<PrintedDate> in_url() const { return in_address(in_.url); }

  std::optional<PrintedDate> in_address(std::string_view url) const {
    for (std::size_t at = url.find('/'); at != url.npos && at + 1 < url.size();
         at = url.find('/', at + 1)) {
      const std::string_view part = url.substr(at + 1, 20);
      if (part.size() < 8 || part[0] < '0' || part[0] > '9') continue;
      const auto dates = dates_in(part, order_);
      if (!dates.empty() && dates.front().begin == 0 && plausible(dates.front()) &&
          dates.front().time.empty())
        return dates.front();
    }
    return std::nullopt;
  }

  std::optional<PrintedDate> microdata() const {
    for (const Mark& mark : in_.page.marks()) {
      if (mark.itemprop.find("datePublished") == mark.itemprop.npos &&
          mark.itemprop != "dateCreated" && mark.itemprop != "pubdate")
        continue;
      for (const std::string_view words : {mark.content, mark.datetime, mark.title})
        if (const auto date = value(words)) return date;
      if (mark.tag == Tag::kMeta || mark.tag == Tag::kLink) continue;
      if (const auto date = value(text_of(mark.element))) return date;
    }
    return std::nullopt;
  }

  std::string_view text_of(std::uint32_t element) const {
    const Span text = in_.page.elements()[element].text;
    return in_.page.at({text.begin, std::min(text.end, text.begin + 150)});
  }

  // Whether a block is where the article begins; bylines stand right above or below its title.
  bool is_near(std::size_t block) const {
    const std::size_t none = in_.page.blocks().size();
    const std::size_t first = std::min(in_.first_block, in_.title_block);
    const std::size_t last =
        std::max(in_.first_block, in_.title_block == none ? 0 : in_.title_block);
    return block + 10 >= first && block <= last + 10;
  }

  bool is_elsewhere(const Element& element) const {
    const Element* each = &element;
    for (int far = 0; far < 8; ++far) {
      if (each->own & (bit(Sign::kComments) | bit(Sign::kRelated) | bit(Sign::kSidebar)))
        return true;
      if (each->tag == Tag::kAside || each->tag == Tag::kFooter || each->tag == Tag::kNav)
        return true;
      if (each->parent == 0) break;
      each = &in_.page.elements()[each->parent];
    }
    return false;
  }

  // Of what stands before a text position.
  Label label_at(std::size_t begin) const {
    constexpr std::size_t kFar = 40;
    const std::size_t from = begin > kFar ? begin - kFar : 0;
    const std::string before =
        folded(in_.page.at({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(begin)}));
    std::size_t best = 0;
    Label label = Label::kNone;
    const auto look = [&](std::string_view word, Label says) {
      const std::size_t at = before.rfind(word);
      if (at != before.npos && at + 1 > best) {
        best = at + 1;
        label = says;
      }
    };
    for (const std::string_view word : kPublishedWords) look(word, Label::kPublished);
    for (const std::string_view word : kUpdatedWords) look(word, Label::kUpdated);
    return label;
  }

  struct Seen {
    PrintedDate date;
    Label label;
    PublishedFrom from;
  };

  // <time> elements first, then what elements of such a class say, then any short line.
  std::vector<Seen> near_title() const {
    std::vector<Seen> seen;
    const auto& elements = in_.page.elements();
    for (const Mark& mark : in_.page.marks()) {
      const Element& element = elements[mark.element];
      if (mark.tag != Tag::kTime && (!(element.own & bit(Sign::kMeta)) || mark.title.empty()))
        continue;
      if (!is_near(element.first_block) || is_elsewhere(element)) continue;
      auto date = value(text_of(mark.element));  // as shown, before the zone of machines
      auto written = value(mark.datetime);
      if (!written) written = value(mark.title);
      if (!date || (written && std::abs((written->day - date->day).count()) > 1)) date = written;
      if (date) seen.push_back({*date, label_at(element.text.begin), PublishedFrom::kTime});
    }
    std::size_t looked_at = 0;
    for (const Element& element : elements) {
      if (!(element.own & bit(Sign::kMeta)) || element.text.empty() || element.text.size() > 250)
        continue;
      if (!is_near(element.first_block) || is_elsewhere(element)) continue;
      if (++looked_at > kMostLookedAt) break;
      for (const PrintedDate& date : dates_in(in_.page.at(element.text), order_))
        if (plausible(date))
          seen.push_back({date, label_at(element.text.begin + date.begin), PublishedFrom::kText});
    }
    const auto& blocks = in_.page.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!is_near(i) || blocks[i].text.size() > 140 || is_elsewhere(elements[blocks[i].element]))
        continue;
      for (const PrintedDate& date : dates_in(in_.page.words(blocks[i]), order_))
        if (plausible(date))
          seen.push_back({date, label_at(blocks[i].text.begin + date.begin), PublishedFrom::kText});
    }
    return seen;
  }

  std::optional<PrintedDate> time_element(bool near) const {
    for (const Mark& mark : in_.page.marks()) {
      if (mark.tag != Tag::kTime) continue;
      const Element& element = in_.page.elements()[mark.element];
      if (is_near(element.first_block) != near || is_elsewhere(element)) continue;
      auto date = value(mark.datetime);
      if (!date) date = value(text_of(mark.element));
      if (date) return date;
    }
    return std::nullopt;
  }

  // In a line at the article's end, or any short one.
  std::optional<PrintedDate> visible() const {
    const auto& blocks = in_.page.blocks();
    const auto look = [&](std::size_t begin, std::size_t end,
                          std::size_t longest) -> std::optional<PrintedDate> {
      for (std::size_t i = begin; i < std::min(end, blocks.size()); ++i) {
        if (blocks[i].text.size() > longest) continue;
        for (const PrintedDate& date : dates_in(in_.page.words(blocks[i]), order_))
          if (plausible(date)) return date;
      }
      return std::nullopt;
    };
    const std::size_t first = std::min(in_.first_block, in_.title_block);
    if (auto date = look(first, first + 14, 250)) return date;
    if (auto date = look(in_.end_block > 3 ? in_.end_block - 3 : 0, in_.end_block + 6, 160))
      return date;
    return look(0, blocks.size(), 200);
  }

  // In what scripts hold: "publishedAt":"2026-03-14T08:30:00Z", under quotes or escaped ones.
  std::optional<PrintedDate> in_scripts() const {
    constexpr std::size_t kFar = 60;
    for (const std::string_view key :
         {"datePublished", "published_at", "publishedAt", "publishedDate", "publishDate",
          "publish_date", "published", "created_at", "createdAt", "dateCreated", "display_date"}) {
      const std::size_t at = in_.bytes.find(key);
      if (at == in_.bytes.npos) continue;
      for (const PrintedDate& date : dates_in(in_.bytes.substr(at + key.size(), kFar), order_))
        if (date.begin < 16 && plausible(date)) return date;
    }
    return std::nullopt;
  }

  const PublicationInput& in_;
  DateOrder order_;
};

}  // namespace

Publication publication_of(const PublicationInput& input) {
  return Search(input).found();
}

}  // namespace newsfacts::html
