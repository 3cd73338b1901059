#include "extractors/extract.h"

#include <vector>

#include "extractors/extractor.h"
#include "extractors/names.h"
#include "extractors/rule_book.h"
#include "extractors/rule_file.h"

namespace newsfacts {
namespace {

RuleBook book_from(const FileSource& source) {
  std::vector<RuleFile> files;
  for (const Extractor& extractor : extractors())
    files.push_back(read_rules(extractor.page, source));
  return {extractors(), std::move(files)};
}

}  // namespace

Extraction::Extraction(const std::optional<std::filesystem::path>& rules)
    : book_(std::make_unique<RuleBook>(book_from(rule_source(rules)))) {}

Extraction::~Extraction() = default;

void Extraction::extract(Document& document) const {
  document.mentions = book_->find(document);
  for (const Extractor& extractor : extractors())
    if (extractor.settle) extractor.settle(document);
  find_names(document);
}

}  // namespace newsfacts
