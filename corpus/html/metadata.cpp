#include "corpus/html/metadata.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <vector>

#include "corpus/html/authors.h"
#include "corpus/html/meta_tags.h"
#include "corpus/html/published.h"
#include "corpus/html/title.h"
#include "corpus/normalize.h"
#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {

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
