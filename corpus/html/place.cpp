#include "corpus/html/place.h"

#include <algorithm>

#include "corpus/html/shape.h"

namespace newsfacts::html {
namespace {

constexpr std::size_t kNear = 10, kNext = 3;  // lines

std::size_t between(std::size_t a, std::size_t b) {
  return a < b ? b - a : a - b;
}

// The line that has the title's words, or else an <h1>: of several the last before the article, for
// the page's head may have the title, too.
std::size_t title_of(const Page& page, std::string_view title, std::size_t first) {
  constexpr std::size_t kLongest = 400;
  const auto& blocks = page.blocks();
  const std::uint64_t hash = shape_of(title).hash;
  std::size_t same = blocks.size(), heading = blocks.size();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool is_before = i <= first + 3;
    if (!title.empty() && shape_of(page.words(blocks[i]).substr(0, kLongest)).hash == hash &&
        (is_before || same == blocks.size()))
      same = i;
    if (page.elements()[blocks[i].element].tag == Tag::kH1 &&
        (is_before || heading == blocks.size()))
      heading = i;
  }
  return same < blocks.size() ? same : heading;
}

// Whether a container that holds neither title nor beginning is of one of the signs or tags.
bool stands_apart(const Page& page, const Element& element, const Place& place, Signs signs,
                  bool (*is_apart)(Tag)) {
  constexpr int kMostOuter = 8;
  const auto holds = [](const Element& each, std::size_t block) {
    return each.first_block <= block && block < each.end_block;
  };
  if (place.far_from_beginning(element.first_block) <= kNext) return false;
  const Element* each = &element;
  for (int outer = 0; outer < kMostOuter; ++outer) {
    if (holds(*each, place.title) || holds(*each, place.first)) return false;
    if ((each->own & signs) || is_apart(each->tag)) return true;
    if (each->parent == 0) return false;
    each = &page.elements()[each->parent];
  }
  return false;
}

}  // namespace

std::size_t Place::far_from_beginning(std::size_t block) const {
  return std::min(between(block, title), between(block, first));
}

bool Place::is_by_beginning(std::size_t block) const {
  return block + kNear >= std::min(title, first) &&
         (block <= first + kNear || far_from_beginning(block) <= kNear);
}

bool Place::is_by_end(std::size_t block) const {
  return block + 3 >= end && block < end + kNear;
}

Place place_of(const Page& page, const Article& article, std::string_view title) {
  const auto& blocks = page.blocks();
  Place place{blocks.size(), blocks.size(), 0};
  if (!article.parts.empty())
    for (std::size_t i = 0; i < blocks.size(); ++i)
      if (blocks[i].page.begin >= article.parts.front().page.begin &&
          blocks[i].page.begin <= article.parts.back().page.begin) {
        place.first = std::min(place.first, i);
        place.end = i + 1;
      }
  place.title = title_of(page, title, place.first);
  if (place.first == blocks.size()) place.first = place.title == blocks.size() ? 0 : place.title;
  return place;
}

bool is_called_others(const Page& page, const Element& element, const Place& place) {
  return stands_apart(page, element, place,
                      bit(Sign::kComments) | bit(Sign::kRelated) | bit(Sign::kNav),
                      [](Tag tag) { return tag == Tag::kNav; });
}

bool is_about_others(const Page& page, const Element& element, const Place& place) {
  return stands_apart(page, element, place, bit(Sign::kComments) | bit(Sign::kRelated),
                      [](Tag tag) {
                        return tag == Tag::kAside || tag == Tag::kFooter || tag == Tag::kNav ||
                               tag == Tag::kBlockquote;
                      });
}

bool is_listed(const Page& page, const Element& element, const Place& place) {
  return !place.is_by_beginning(element.first_block) &&
         stands_apart(page, element, place, bit(Sign::kTeaser) | bit(Sign::kSidebar),
                      [](Tag) { return false; });
}

}  // namespace newsfacts::html
