#include "extractors/extract.h"

#include <memory>
#include <mutex>
#include <vector>

#include "extractors/amount_roles.h"
#include "extractors/extractor.h"
#include "extractors/languages.h"
#include "extractors/names.h"
#include "extractors/publication.h"
#include "extractors/rule_book.h"
#include "extractors/rule_file.h"

namespace newsfacts {
namespace {

std::vector<RuleFile> pages_from(const FileSource& source) {
  std::vector<RuleFile> files;
  for (const Extractor& extractor : extractors())
    files.push_back(read_rules(extractor.page, source));
  return files;
}

// Most runs meet no text of most languages.
struct LazyBook {
  std::once_flag asked;
  std::unique_ptr<RuleBook> book;
};

}  // namespace

struct Extraction::State {
  explicit State(const std::optional<std::filesystem::path>& rules)
      : english(extractors(), pages_from(rule_source(rules))),
        languages(rules),
        books(languages.codes().size()) {}

  RuleBook english;
  Languages languages;
  mutable std::vector<LazyBook> books;
};

Extraction::Extraction(const std::optional<std::filesystem::path>& rules)
    : state_(std::make_unique<State>(rules)) {}

Extraction::~Extraction() = default;

const RuleBook& Extraction::book() const {
  return state_->english;
}

const RuleBook& Extraction::book_for(const Document& document) const {
  const auto language = state_->languages.of(document);
  if (!language) return state_->english;
  LazyBook& lazy = state_->books[*language];
  std::call_once(lazy.asked, [&] {
    lazy.book = std::make_unique<RuleBook>(extractors(), state_->languages.pages(*language));
  });
  return *lazy.book;
}

void Extraction::extract(Document& document) const {
  document.mentions = book_for(document).find(document);
  find_publication(document);
  for (const Extractor& extractor : extractors())
    if (extractor.settle) extractor.settle(document);
  follow_moves(&document);
  find_names(document);
}

}  // namespace newsfacts
