#include "corpus/html/elements.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "corpus/ascii.h"

namespace newsfacts::html {
namespace {

bool hides(std::string_view style) {
  std::string plain;
  for (const char c : style.substr(0, 400))
    if (!is_blank(c)) plain += lower(c);
  return plain.find("display:none") != plain.npos || plain.find("visibility:hidden") != plain.npos;
}

// "comment-17 odd" is made as "comment-18 odd".
std::uint32_t make_of(Tag tag, std::string_view classes) {
  constexpr std::size_t kMost = 120;
  std::uint32_t hash = static_cast<std::uint32_t>(tag);
  for (const char c : classes.substr(0, kMost))
    if (c < '0' || c > '9') hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

bool leads_to_author(std::string_view address) {
  constexpr std::string_view kWords[] = {
      "author",     "/contributor", "/profile",    "/people/",  "/writer", "/staff/", "/autor",
      "/auteur",    "/redakt",      "/journalist", "/reporter", "/by/",    "/team/",  "/producers/",
      "/columnist", "/users/",      "/user/",      "/members/", "/person/"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return address.find(word) != address.npos; });
}

bool has_ink(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto c = static_cast<unsigned char>(words[i]);
    if (c <= ' ') continue;
    if (c == 0xC2 && i + 1 < words.size() && words[i + 1] == '\xA0')
      ++i;
    else if (c == 0xE2 && words.substr(i).starts_with("\u200B"))
      i += 2;
    else if (c == 0xEF && words.substr(i).starts_with("\uFEFF"))
      i += 2;
    else
      return true;
  }
  return false;
}

bool ends_paragraph(Tag tag) {
  switch (tag) {
    case Tag::kButton:
    case Tag::kBody:
    case Tag::kHtml:
    case Tag::kHead:
    case Tag::kCaption:
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
    case Tag::kTr:
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kLegend: return false;
    default: return is_block(tag);
  }
}

std::uint32_t within_of(Tag tag) {
  switch (tag) {
    case Tag::kArticle: return kInArticle;
    case Tag::kMain: return kInMain;
    case Tag::kSection: return kInSection;
    case Tag::kNav:
    case Tag::kMenu: return kInNav;
    case Tag::kHeader: return kInHeader;
    case Tag::kFooter: return kInFooter;
    case Tag::kAside: return kInAside;
    case Tag::kForm:
    case Tag::kFieldset:
    case Tag::kSearch: return kInForm;
    case Tag::kFigure:
    case Tag::kFigcaption:
    case Tag::kPicture: return kInFigure;
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kDir: return kInList;
    case Tag::kTable: return kInTable;
    case Tag::kBlockquote:
    case Tag::kQ: return kInQuote;
    case Tag::kButton: return kInButton;
    case Tag::kDl: return kInDefinitions;
    case Tag::kNoscript: return kInNoscript;
    case Tag::kDetails: return kInDetails;
    default: return 0;
  }
}

bool is_barrier(Tag open, Tag ending) {
  if (open == Tag::kTable) return ending != Tag::kTable;
  if (open == Tag::kTd || open == Tag::kTh || open == Tag::kCaption)
    return ending != Tag::kTable && ending != Tag::kTr && ending != Tag::kTbody &&
           ending != Tag::kThead && ending != Tag::kTfoot;
  return false;
}

Said said_by(Tag tag, const std::vector<Attribute>& attributes) {
  Said said;
  said.marked = tag == Tag::kTime;
  said.make = static_cast<std::uint32_t>(tag);
  bool titled = false;
  for (const Attribute& each : attributes) {
    const std::string_view name = each.name, value = each.value;
    switch (name.size()) {
      case 2:
        if (same_word(name, "id") && tag != Tag::kBody && tag != Tag::kHtml)
          said.signs |= signs_of(value);
        break;
      case 3:
        if (same_word(name, "rel")) said.marked |= value.find("author") != value.npos;
        break;
      case 4:
        if (same_word(name, "role")) {
          said.signs |= signs_of(value);
          if (value == "main") said.within |= kInMain;
        } else if (same_word(name, "href")) {
          said.link = tag == Tag::kA;
          said.marked |= said.link && leads_to_author(value);
        } else if (same_word(name, "type")) {
          said.json_ld = tag == Tag::kScript && value.find("ld+json") != value.npos;
        } else if (same_word(name, "lang") && tag == Tag::kHtml) {
          said.language = value;
        }
        break;
      case 5:
        if (same_word(name, "title")) {
          titled = !value.empty() && value.size() < 60;
        } else if (same_word(name, "class")) {
          if (tag == Tag::kBody || tag == Tag::kHtml)
            said.classes = value;
          else
            said.signs |= signs_of(value);
          said.make = make_of(tag, value);
        } else if (same_word(name, "style") && hides(value)) {
          said.within |= kInHiddenStyle;
        }
        break;
      case 6:
        if (same_word(name, "hidden")) said.within |= kInHiddenStyle;
        break;
      case 8:
        if (same_word(name, "itemprop")) {
          said.marked = true;
          if (value.find("articleBody") != value.npos) said.within |= kInArticleBody;
        } else if (same_word(name, "itemtype")) {
          said.marked = true;
        }
        break;
      case 9:
        if (same_word(name, "itemscope")) said.within |= kInItem;
        break;
      case 11:
        if (same_word(name, "aria-hidden") && value == "true") said.within |= kInAriaHidden;
        break;
      case 14:
        if (same_word(name, "shadowrootmode")) said.shadow = tag == Tag::kTemplate;
        break;
      default: break;
    }
  }
  said.marked |= titled && (said.signs & bit(Sign::kMeta));
  return said;
}

Mark mark_of(const std::vector<Attribute>& attributes) {
  static constexpr std::pair<std::string_view, std::string_view Mark::*> kFields[] = {
      {"name", &Mark::name},         {"property", &Mark::property}, {"itemprop", &Mark::itemprop},
      {"itemtype", &Mark::itemtype}, {"rel", &Mark::rel},           {"content", &Mark::content},
      {"href", &Mark::href},         {"datetime", &Mark::datetime}, {"title", &Mark::title},
      {"http-equiv", &Mark::name},   {"class", &Mark::classes}};
  Mark mark;
  for (const Attribute& each : attributes) {
    mark.pubdate |= same_word(each.name, "pubdate");
    for (const auto& [name, field] : kFields)
      if (same_word(each.name, name) && (mark.*field).empty()) mark.*field = each.value;
  }
  return mark;
}

}  // namespace newsfacts::html
