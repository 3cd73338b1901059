#include "corpus/html/authors.h"

#include <algorithm>
#include <iterator>

#include "corpus/ascii.h"
#include "corpus/html/byline.h"
#include "corpus/html/elements.h"
#include "corpus/html/shape.h"
#include "corpus/normalize.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

// "jroe", "KatieS": the name of an account rather than of a person.
bool is_account(const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(),
                     [](const std::string& name) { return name.find(' ') == name.npos; });
}

// "Roe, Jane", as libraries write it.
std::string turned(const std::string& name) {
  const std::size_t comma = name.find(", ");
  if (comma == name.npos || name.find(',', comma + 1) != name.npos || word_hashes(name).size() > 4)
    return name;
  return name.substr(comma + 2) + " " + name.substr(0, comma);
}

// "Jane van der Roe": two to five words with capitals, but for particles.
bool is_person(const std::string& name) {
  static constexpr std::string_view kParticles[] = {
      "de",  "van", "von", "der", "den", "la", "le",  "bin", "al", "di", "da", "dos",
      "del", "du",  "zu",  "ter", "ten", "el", "and", "y",   "e",  "af", "av"};
  std::size_t words = 0;
  for (std::string_view rest = name; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.empty()) continue;
    ++words;
    if (!begins_upper(word) &&
        std::find(std::begin(kParticles), std::end(kParticles), word) == std::end(kParticles))
      return false;
  }
  return words >= 2 && words <= 5;
}

constexpr std::size_t kNext = 3;            // lines
constexpr std::size_t kMostLookedAt = 100;  // elements of a page that may name an author

class Search {
 public:
  Search(const Page& page, std::string_view publisher, const Place& place)
      : page_(page), house_(folded(publisher)), place_(place), end_(place.end) {
    const std::size_t none = page.blocks().size();
    first_ = std::min(place.title, place.first);
    near_ = first_ > 10 ? first_ - 10 : 0;
    last_ = std::max(place.first + 8, place.title == none ? 0 : place.title + 10);
  }

  std::vector<std::string> marked() const {
    for (const auto look :
         {&Search::microdata, &Search::links, &Search::classes, &Search::next_lines,
          &Search::linked_nick, &Search::lines, &Search::behind, &Search::nicks, &Search::accounts})
      if (auto found = (this->*look)(); !found.empty()) return found;
    return {};
  }

  std::vector<std::string> clean(const std::vector<std::string>& written, bool may_turn) const {
    std::vector<std::string> names;
    for (const std::string& each : written) {
      const std::string line = plain_line(each);
      for (std::string& name : names_in(may_turn ? turned(line) : line, true))
        if (std::find(names.begin(), names.end(), name) == names.end())
          names.push_back(std::move(name));
    }
    return names;
  }

  // By its name, "Harbour Courier Ltd" for the Harbour Courier, or its address.
  bool is_house(const std::vector<std::string>& names) const {
    if (names.size() != 1) return false;
    const std::string name = folded(names.front());
    const auto is_more_of = [](std::string_view more, std::string_view less) {
      return !less.empty() && more.starts_with(less) &&
             (more.size() == less.size() || more[less.size()] == ' ' || more[less.size()] == '.');
    };
    return is_more_of(name, house_) || is_more_of(house_, name) || is_host_name(name);
  }

 private:
  std::string words_of(const Element& element) const {
    return normalized_line(
        page_.at({element.text.begin, std::min(element.text.end, element.text.begin + 300)}));
  }

  bool is_near(const Element& element) const {
    return element.first_block >= near_ && element.first_block <= last_;
  }

  // Within a line that is none of a byline.
  bool is_in_sentence(const Element& element) const {
    constexpr std::size_t kLong = 120;
    const auto& blocks = page_.blocks();
    return element.first_block < blocks.size() && blocks[element.first_block].text.size() > kLong;
  }

  bool is_elsewhere(const Element& element) const {
    return is_called_others(page_, element, place_);
  }

  std::vector<std::string> good(std::vector<std::string> names) const {
    std::erase_if(
        names, [&](const std::string& name) { return folded(name) == house_ || !is_person(name); });
    return names;
  }

  std::vector<std::string> microdata() const {
    std::vector<std::string> found;
    std::size_t looked_at = 0;
    for (const Mark& mark : page_.marks()) {
      if (mark.tag == Tag::kMeta || mark.tag == Tag::kLink ||
          mark.itemprop.find("author") == mark.itemprop.npos)
        continue;
      const Element& element = page_.elements()[mark.element];
      if (element.text.size() > 200 || element.text.empty() || is_elsewhere(element)) continue;
      if (++looked_at > kMostLookedAt) break;
      // The name within it, where that is marked, too.
      const Element* named = &element;
      for (const Mark& inner : page_.marks())
        if (inner.itemprop == "name" && inner.element > mark.element &&
            inner.element < element.end && named == &element)
          named = &page_.elements()[inner.element];
      for (std::string& name : clean({words_of(*named)}, false)) {
        if (std::find(found.begin(), found.end(), name) == found.end())
          found.push_back(std::move(name));
      }
      if (found.size() >= 6) break;
    }
    std::erase_if(found, [&](const std::string& name) { return folded(name) == house_; });
    return found;
  }

  // Links to their pages, where the article begins; else at its end.
  std::vector<std::string> links() const {
    std::size_t looked_at = 0;
    std::vector<std::string> found;
    std::size_t block = 0;
    for (const Mark& mark : page_.marks()) {
      if (mark.tag != Tag::kA || mark.href.find("login") != mark.href.npos ||
          (mark.rel.find("author") == mark.rel.npos && !leads_to_author(mark.href)))
        continue;
      const Element& element = page_.elements()[mark.element];
      if (!is_near(element) || element.text.size() > 80 || element.text.empty() ||
          is_elsewhere(element) || is_in_sentence(element))
        continue;
      if (++looked_at > kMostLookedAt) break;
      if (!found.empty() && element.first_block > block + 1) break;
      auto names = good(clean({words_of(element)}, false));
      if (names.empty()) continue;
      block = element.first_block;
      for (std::string& name : names)
        if (std::find(found.begin(), found.end(), name) == found.end())
          found.push_back(std::move(name));
    }
    return found;
  }

  // A link to an author's page next to the title, be it a person or not.
  std::vector<std::string> linked_nick() const {
    for (const Mark& mark : page_.marks()) {
      if (mark.tag != Tag::kA || (mark.rel.find("author") == mark.rel.npos &&
                                  mark.href.find("/author/") == mark.href.npos))
        continue;
      const Element& element = page_.elements()[mark.element];
      if (place_.far_from_beginning(element.first_block) > kNext || element.text.empty() ||
          element.text.size() > 60)
        continue;
      auto found = clean({words_of(element)}, false);
      if (found.size() == 1 && !is_house(found)) return found;
    }
    return {};
  }

  std::vector<std::string> classes() const {
    std::size_t looked_at = 0;
    for (const Element& element : page_.elements()) {
      if (!(element.own & bit(Sign::kByline)) || (element.own & bit(Sign::kHidden))) continue;
      if (!is_near(element) || element.text.empty() || element.text.size() > 160 ||
          is_elsewhere(element))
        continue;
      if (++looked_at > kMostLookedAt) break;
      if (auto found = good(names_within(element)); !found.empty()) return found;
      if (auto found = good(clean({words_of(element)}, false)); !found.empty()) return found;
    }
    return {};
  }

  // <div class="author"><b class="author-name">Jane Roe</b><i>Editor</i></div>: style sheets part
  // a name and a role, and their classes tell them apart.
  std::vector<std::string> names_within(const Element& byline) const {
    constexpr std::uint32_t kMostWithin = 100, kLongest = 80;
    const auto& elements = page_.elements();
    const auto first = static_cast<std::uint32_t>(&byline - elements.data());
    std::vector<std::string> written;
    for (std::uint32_t i = first; i < std::min(byline.end, first + kMostWithin); ++i)
      if ((elements[i].own & (bit(Sign::kByline) | bit(Sign::kBio))) &&
          elements[i].text.size() <= kLongest && is_called_name(elements[i]))
        written.push_back(words_of(elements[i]));
    return clean(written, false);
  }

  // "author-name", "byline__name": by its start tag.
  bool is_called_name(const Element& element) const {
    constexpr std::size_t kLongestTag = 400;
    std::string_view tag = page_.bytes().substr(element.begin, kLongestTag);
    tag = tag.substr(0, tag.find('>'));
    const std::size_t at = tag.find("name");
    return at != tag.npos && at > 0 && !is_blank(tag[at - 1]);
  }

  // What rel="author" and elements of such a class name, be it a person or not.
  std::vector<std::string> accounts() const {
    std::size_t looked_at = 0;
    for (const Mark& mark : page_.marks()) {
      if (mark.tag != Tag::kA || mark.rel.find("author") == mark.rel.npos) continue;
      const Element& element = page_.elements()[mark.element];
      if (element.text.size() > 60 || element.text.empty() || is_elsewhere(element)) continue;
      if (auto found = clean({words_of(element)}, false); !found.empty()) return found;
    }
    for (const Element& element : page_.elements()) {
      if (!(element.own & bit(Sign::kByline)) || (element.own & bit(Sign::kHidden))) continue;
      if (!is_near(element) || element.text.empty() || element.text.size() > 60 ||
          is_elsewhere(element))
        continue;
      if (++looked_at > kMostLookedAt) break;
      auto found = clean({words_of(element)}, false);
      if (found.size() == 1 && word_hashes(found.front()).size() <= 4) return found;
    }
    return {};
  }

  std::vector<std::string> line(std::size_t i) const {
    const auto& blocks = page_.blocks();
    if (blocks[i].text.size() > 160 || is_elsewhere(page_.elements()[blocks[i].element])) return {};
    const std::string words = normalized_line(page_.words(blocks[i]));
    if (auto found = good(names_in(words, false)); !found.empty()) return found;
    // "March 14, 2026 - By Jane Roe"
    for (const std::string_view by : {"By ", "by ", "Von ", "Par ", "Por ", "Text: "}) {
      const std::size_t at = words.find(by);
      if (at == words.npos || at < 2 || words[at - 1] != ' ') continue;
      const char sign = words[at - 2];  // of a bar or a date; a word would be part of a sentence
      if ((sign | 0x20) >= 'a' && (sign | 0x20) <= 'z') continue;
      if (auto found = good(names_in(std::string_view(words).substr(at), false));
          !found.empty() && found.front().find(' ') != std::string::npos)
        return found;
    }
    // "Written by" on a line of its own, and the name on the next.
    if (i + 1 < blocks.size() && blocks[i + 1].text.size() < 60 && introduces_name(words))
      return good(clean({normalized_line(page_.words(blocks[i + 1]))}, false));
    return {};
  }

  // Further on, who is named often is another.
  std::vector<std::string> next_lines() const {
    const std::size_t last = std::max(first_ + kNext, place_.first);
    for (std::size_t i = near_; i < page_.blocks().size() && i <= last; ++i)
      if (place_.far_from_beginning(i) <= kNext)
        if (auto found = line(i); !found.empty()) return found;
    return {};
  }

  std::vector<std::string> lines() const {
    for (std::size_t i = near_; i < std::min(page_.blocks().size(), last_); ++i)
      if (auto found = line(i); !found.empty()) return found;
    return {};
  }

  std::vector<std::string> behind() const {
    for (std::size_t i = end_ > 2 ? end_ - 2 : 0; i < std::min(page_.blocks().size(), end_ + 5);
         ++i)
      if (auto found = line(i); !found.empty()) return found;
    return {};
  }

  // "Posted by jroe", "by Jane" next to the title or at the end: one name, be it a person or not.
  std::vector<std::string> nicks() const {
    for (std::size_t i = near_; i < last_; ++i)
      if (place_.far_from_beginning(i) <= kNext)
        if (auto found = nick(i); !found.empty()) return found;
    for (std::size_t i = end_ - std::min(end_, kNext); i < end_ + kNext; ++i)
      if (auto found = nick(i); !found.empty()) return found;
    return {};
  }

  std::vector<std::string> nick(std::size_t i) const {
    constexpr std::size_t kLongest = 100, kMostWords = 3;
    const auto& blocks = page_.blocks();
    if (i >= blocks.size() || blocks[i].text.size() > kLongest ||
        is_elsewhere(page_.elements()[blocks[i].element]))
      return {};
    auto found = names_in(normalized_line(page_.words(blocks[i])), false);
    if (found.size() != 1 || folded(found.front()) == house_) return {};
    const std::size_t words = word_hashes(found.front()).size();
    if (words > kMostWords || (words > 1 && !begins_upper(found.front()))) return {};
    return found;
  }

  const Page& page_;
  std::string house_;
  const Place& place_;
  std::size_t first_ = 0, near_ = 0, last_ = 0, end_ = 0;
};

}  // namespace

std::vector<std::string> authors_of(const Page& page, const JsonLd& said, const MetaTags& tags,
                                    std::string_view publisher, const Place& place) {
  const Search search(page, publisher, place);
  const auto by_ld = search.clean(said.authors, false),
             by_meta = search.clean(tags.all(MetaField::kAuthor), true);
  for (const auto* names : {&by_ld, &by_meta})
    if (!names->empty() && !search.is_house(*names) && !is_account(*names)) return *names;
  if (auto names = search.marked(); !names.empty()) return names;
  for (const auto* names : {&by_ld, &by_meta})
    if (!names->empty() && !search.is_house(*names)) return *names;
  return by_ld.empty() ? by_meta : by_ld;
}

}  // namespace newsfacts::html
