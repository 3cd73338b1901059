#include "corpus/html/tag.h"

#include <array>
#include <cstddef>

namespace newsfacts::html {
namespace {

constexpr std::uint8_t kBlocks = 1, kVoids = 2, kRaws = 4, kUnseens = 8;

struct About {
  std::string_view name;
  std::uint8_t is = 0;
};

// In the order of Tag.
constexpr auto kTags = std::to_array<About>({
    {""},
    {"a"},
    {"abbr"},
    {"address", kBlocks},
    {"area", kVoids},
    {"article", kBlocks},
    {"aside", kBlocks},
    {"audio", kUnseens},
    {"b"},
    {"base", kVoids},
    {"blockquote", kBlocks},
    {"body", kBlocks},
    {"br", kVoids},
    {"button", kBlocks},
    {"canvas", kUnseens},
    {"caption", kBlocks},
    {"center", kBlocks},
    {"cite"},
    {"code"},
    {"col", kVoids},
    {"dd", kBlocks},
    {"details", kBlocks},
    {"dialog", kBlocks},
    {"dir", kBlocks},
    {"div", kBlocks},
    {"dl", kBlocks},
    {"dt", kBlocks},
    {"em"},
    {"embed", kVoids},
    {"fieldset", kBlocks},
    {"figcaption", kBlocks},
    {"figure", kBlocks},
    {"font"},
    {"footer", kBlocks},
    {"form", kBlocks},
    {"frame", kVoids},
    {"frameset", kBlocks},
    {"h1", kBlocks},
    {"h2", kBlocks},
    {"h3", kBlocks},
    {"h4", kBlocks},
    {"h5", kBlocks},
    {"h6", kBlocks},
    {"head", kBlocks},
    {"header", kBlocks},
    {"hgroup", kBlocks},
    {"hr", kBlocks | kVoids},
    {"html", kBlocks},
    {"i"},
    {"iframe", kRaws | kUnseens},
    {"img", kVoids},
    {"input", kVoids},
    {"label"},
    {"legend", kBlocks},
    {"li", kBlocks},
    {"link", kVoids},
    {"listing", kBlocks},
    {"main", kBlocks},
    {"map"},
    {"math"},
    {"menu", kBlocks},
    {"meta", kVoids},
    {"nav", kBlocks},
    {"noembed", kRaws | kUnseens},
    {"noframes", kRaws | kUnseens},
    {"noscript", kUnseens},
    {"object"},
    {"ol", kBlocks},
    {"optgroup", kUnseens},
    {"option", kUnseens},
    {"p", kBlocks},
    {"param", kVoids},
    {"picture"},
    {"plaintext", kBlocks},
    {"pre", kBlocks},
    {"q"},
    {"rp", kUnseens},
    {"rt", kUnseens},
    {"s"},
    {"script", kRaws | kUnseens},
    {"search", kBlocks},
    {"section", kBlocks},
    {"select", kUnseens},
    {"small"},
    {"source", kVoids},
    {"span"},
    {"strong"},
    {"style", kRaws | kUnseens},
    {"sub"},
    {"summary", kBlocks},
    {"sup"},
    {"svg", kUnseens},
    {"table", kBlocks},
    {"tbody", kBlocks},
    {"td", kBlocks},
    {"template", kUnseens},
    {"textarea", kRaws | kUnseens},
    {"tfoot", kBlocks},
    {"th", kBlocks},
    {"thead", kBlocks},
    {"time"},
    {"title", kRaws | kUnseens},
    {"tr", kBlocks},
    {"track", kVoids},
    {"tt"},
    {"u"},
    {"ul", kBlocks},
    {"video", kUnseens},
    {"wbr", kVoids},
    {"xmp", kRaws | kBlocks},
});
static_assert(kTags.size() == static_cast<std::size_t>(Tag::kXmp) + 1);

constexpr std::size_t kLongestName = 10;

constexpr std::size_t slot_of(std::string_view lower) {
  std::uint32_t hash = static_cast<std::uint32_t>(lower.size());
  for (const char c : lower) hash = hash * 37 + static_cast<unsigned char>(c);
  return (hash ^ (hash >> 9)) % 512;
}

constexpr auto kSlots = [] {
  std::array<std::uint8_t, 512> slots{};
  for (std::size_t i = 1; i < kTags.size(); ++i) {
    std::size_t at = slot_of(kTags[i].name);
    while (slots[at] != 0) at = (at + 1) % slots.size();
    slots[at] = static_cast<std::uint8_t>(i);
  }
  return slots;
}();

const About& about(Tag tag) {
  return kTags[static_cast<std::size_t>(tag)];
}

}  // namespace

Tag tag_named(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return Tag::kOther;
  std::array<char, kLongestName> lower;
  for (std::size_t i = 0; i < name.size(); ++i)
    lower[i] = static_cast<char>(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
  const std::string_view key(lower.data(), name.size());
  for (std::size_t at = slot_of(key); kSlots[at] != 0; at = (at + 1) % kSlots.size())
    if (kTags[kSlots[at]].name == key) return static_cast<Tag>(kSlots[at]);
  return Tag::kOther;
}

std::string_view name_of(Tag tag) {
  return about(tag).name;
}
bool is_block(Tag tag) {
  return about(tag).is & kBlocks;
}
bool is_void(Tag tag) {
  return about(tag).is & kVoids;
}
bool is_raw(Tag tag) {
  return about(tag).is & kRaws;
}
bool is_unseen(Tag tag) {
  return about(tag).is & kUnseens;
}
bool is_heading(Tag tag) {
  return tag >= Tag::kH1 && tag <= Tag::kH6;
}

}  // namespace newsfacts::html
