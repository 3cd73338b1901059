#include "corpus/html/metadata.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <vector>

#include "corpus/html/authors.h"
#include "corpus/html/meta_tags.h"
#include "corpus/html/published.h"
#include "corpus/html/shape.h"
#include "corpus/normalize.h"
#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

// Letters and figures alone.
std::string letters(std::string_view words) {
  std::string out;
  for (const std::uint32_t hash : word_hashes(folded(words))) out += std::to_string(hash) + " ";
  return out;
}

constexpr std::string_view kJoints[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ",
                                        " « ", " ‹ ", " / ", ": ",  " |",   "| ",  " ~ "};

// The longest stretch of the title that is not the outlet's name.
std::string without_outlet(const std::string& title, std::string_view publisher,
                           const std::vector<std::string>& headings) {
  // A heading of the page that the title begins or ends with is the title without its outlet.
  const std::string all = letters(title);
  for (const std::string& heading : headings) {
    const std::string own = letters(heading);
    if (own.size() > 11 && own.size() * 3 > all.size() && all.find(own) != all.npos) return heading;
  }
  const std::string house = letters(publisher);
  std::string best = title;
  for (const std::string_view joint : kJoints) {
    const std::size_t last = best.rfind(joint), first = best.find(joint);
    if (last == best.npos) continue;
    const std::string tail = best.substr(last + joint.size()), head = best.substr(0, first);
    if (!house.empty() && letters(tail) == house)
      best = best.substr(0, last);
    else if (!house.empty() && letters(head) == house)
      best = best.substr(first + joint.size());
    else if (joint == " | " || joint == " :: " || joint == " » ") {
      if (last >= 12 && tail.size() < best.size() / 2) best = best.substr(0, last);
    } else if (joint != ": " && joint != " / " && last >= 20 && word_hashes(tail).size() <= 4)
      best = best.substr(0, last);
  }
  return best;
}

}  // namespace

// The <h1> is what readers take for the title; what is written for search engines often differs.
std::string title_of(const Page& page, const JsonLd& said, const MetaTags& tags,
                     std::string_view publisher, std::size_t first_block) {
  constexpr std::size_t kMostHeadings = 12, kLongest = 300;
  std::string written = said.is_article ? plain_line(said.headline) : std::string();
  if (written.empty()) written = tags.first(MetaField::kTitle);
  const std::string of_page = normalized_line(page.title()), house = letters(publisher);
  if (written.empty() || letters(written) == house) written = of_page;
  const std::string known = letters(written) + letters(of_page);

  std::vector<std::string> headings;
  std::string nearest, borne_out;
  for (const Tag tag : {Tag::kH1, Tag::kH2})
    for (const Element& element : page.elements()) {
      if (element.tag != tag || element.text.size() > kLongest || headings.size() >= kMostHeadings)
        continue;
      std::string words = normalized_line(page.at(element.text));
      const std::string own = letters(words);
      if (own.empty() || own == house) continue;
      const bool said_so = known.find(own) != known.npos && word_hashes(words).size() >= 3;
      if (said_so && words.size() > borne_out.size()) borne_out = words;
      if (tag == Tag::kH1 && !(element.within & kInHiddenStyle) &&
          element.first_block <= first_block + 3 && word_hashes(words).size() >= 2)
        nearest = words;  // the last before the article
      headings.push_back(std::move(words));
    }
  if (!borne_out.empty()) return borne_out;
  if (!nearest.empty()) return nearest;
  if (written.empty()) return headings.empty() ? plain_line(said.headline) : headings.front();
  return without_outlet(written, publisher, headings);
}

std::string agency_of(std::string_view text, const std::vector<std::string>& authors) {
  struct Agency {
    std::string_view name, spelling;
  };
  static const std::vector<Agency> agencies = [] {
    std::vector<Agency> read;
    for (const auto& [name, spellings] : table_rows("html/agencies.tsv"))
      for (const std::string_view spelling : parts_of(spellings, '|'))
        read.push_back({name, spelling});
    return read;
  }();
  for (const std::string& author : authors)
    for (const Agency& agency : agencies)
      if (author == agency.spelling) return std::string(agency.name);
  // In brackets in the dateline, or as the last word in brackets or behind "Source:".
  const std::string_view head = text.substr(0, 300);
  const std::string_view tail = text.size() > 200 ? text.substr(text.size() - 200) : text;
  for (const Agency& agency : agencies) {
    const std::string bracketed = "(" + std::string(agency.spelling) + ")";
    const std::size_t at = head.find(bracketed);
    if (at != head.npos) {
      const std::string_view behind = head.substr(at + bracketed.size(), 6);
      if (behind.starts_with(" -") || behind.starts_with(" –") || behind.starts_with(" —") ||
          behind.starts_with("-") || behind.starts_with(" ―"))
        return std::string(agency.name);
    }
    if (tail.ends_with(bracketed)) return std::string(agency.name);
    for (const std::string_view lead : {"Source: ", "Quelle: ", "SOURCE: "})
      if (tail.ends_with(std::string(lead) + std::string(agency.spelling)))
        return std::string(agency.name);
  }
  return {};
}

std::string language_of(std::string_view text, std::string_view declared) {
  constexpr std::size_t kLeast = 120, kMost = 8000;
  std::string_view sample = text.substr(0, kMost);
  while (!sample.empty() && invalid_utf8_at(sample)) sample.remove_suffix(1);
  std::string said(declared.substr(0, 20));
  for (char& c : said) c = c == '_' ? '-' : c;
  if (sample.size() >= kLeast) {
    bool reliable = false;
    int bytes = static_cast<int>(sample.size());
    const CLD2::Language found = CLD2::DetectLanguage(sample.data(), bytes, true, &reliable);
    if (reliable && found != CLD2::UNKNOWN_LANGUAGE) {
      const std::string code = CLD2::LanguageCode(found);
      return said.starts_with(code) && (said.size() == code.size() || said[code.size()] == '-')
                 ? said
                 : code;
    }
  }
  return said;
}

Metadata metadata_of(const Page& page, const JsonLd& said, const Article& article,
                     std::string_view url, std::optional<Day> newest) {
  const MetaTags tags(page);
  Metadata all;
  all.source = plain_line(said.publisher);
  if (all.source.empty() || !tags.first(MetaField::kPublisher).empty())
    all.source = tags.first(MetaField::kPublisher);
  for (const Mark& mark : page.marks())
    if (mark.tag == Tag::kLink && mark.rel == "canonical" && all.url.empty())
      all.url = plain_line(mark.href);
  if (all.url.find("://") == std::string::npos) all.url = tags.first(MetaField::kUrl);
  if (all.url.find("://") == std::string::npos) all.url = plain_line(said.url);
  if (all.url.find("://") == std::string::npos) all.url.clear();
  std::string declared = plain_line(said.language);
  if (page.language().size() >= 2) declared = plain_line(page.language());
  if (declared.empty()) declared = tags.first(MetaField::kLanguage);
  all.language = language_of(article.text, declared);

  all.title = title_of(page, said, tags, all.source, place_of(page, article, {}).first);
  const Place place = place_of(page, article, all.title);
  const auto authors = authors_of(page, said, tags, all.source, place);
  for (const std::string& author : authors) all.author += (all.author.empty() ? "" : "; ") + author;
  const Publication publication =
      publication_of({page, said, tags, {all.url, url}, declared, place, newest});
  all.published = publication.published;
  all.published_from = publication.from;
  all.modified = publication.modified;
  all.section = plain_line(said.section);
  if (all.section.empty()) all.section = tags.first(MetaField::kSection);
  std::vector<std::string> words;
  for (const std::string& each : said.tags) words.push_back(plain_line(each));
  if (words.empty()) words = tags.all(MetaField::kTags);
  constexpr std::size_t kMostTags = 50;
  for (std::string_view list : words)
    while (!list.empty() && all.tags.size() < kMostTags) {
      const std::size_t stop = std::min(list.find_first_of(",;"), list.size());
      std::string tag = normalized_line(list.substr(0, stop));
      list.remove_prefix(std::min(stop + 1, list.size()));
      if (!tag.empty() && std::find(all.tags.begin(), all.tags.end(), tag) == all.tags.end())
        all.tags.push_back(std::move(tag));
    }
  all.agency = agency_of(article.text, authors);
  if (!url.empty()) all.url = url;
  return all;
}

}  // namespace newsfacts::html
