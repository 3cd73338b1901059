// rules: the rules there are, or which of them read what in a text.

#include <fmt/format.h>

#include <algorithm>

#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/extract.h"
#include "extractors/rule_book.h"
#include "extractors/rule_file.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

struct RulesOptions {
  std::string text, published, rules;
};

void list(const Extraction& extraction) {
  for (const RuleFile& file : extraction.book().files())
    for (const Rule& rule : file.rules) {
      const auto example =
          std::find_if(rule.examples.begin(), rule.examples.end(), [](const RuleExample& e) {
            return e.kind == RuleExample::Kind::kFound;
          });
      write_out(fmt::format("{:<36}{:>4} examples   {} => {}\n", rule.name, rule.examples.size(),
                            example->text, example->value.value_or("")));
    }
}

// "[Friday]  date 2026-03-13  date/weekday"
int read(const Extraction& extraction, const RulesOptions& options) {
  Metadata metadata;
  metadata.id = "text";
  metadata.published = options.published;
  if (!options.published.empty() && !metadata.published_day())
    throw std::invalid_argument(options.published + " is no date: write 2026-03-14");
  Document document(metadata, options.text);
  normalize(document);
  if (document.rejected) throw std::invalid_argument(document.rejected->reason);
  Segmenter().segment(document);
  extraction.extract(document);
  for (const Mention& mention : document.mentions)
    write_out(fmt::format("{:<24}  {:<12}  {:<24}  {}\n",
                          "[" + std::string(document.at(mention.span)) + "]",
                          word_in(kKindWords, mention.kind), to_string(mention.value),
                          mention.rule.str()));
  return document.mentions.empty() ? kNothingFound : kOk;
}

int rules(const RulesOptions& options) {
  const Extraction extraction(options.rules.empty()
                                  ? std::nullopt
                                  : std::optional<std::filesystem::path>(options.rules));
  int code = kOk;
  if (options.text.empty())
    list(extraction);
  else
    code = read(extraction, options);
  flush_out();
  return code;
}

}  // namespace

const Command kRules = {
    "rules", "the rules there are; with a text, which of them read what in it",
    "Every rule is a paragraph of a page in extractors/, with the examples that prove it.\n\n"
    "  newsfacts rules\n"
    "  newsfacts rules \"paid $4.2bn last Friday\" --published 2026-03-14",
    [](CLI::App& app) {
      auto options = std::make_shared<RulesOptions>();
      app.add_option("TEXT", options->text, "a sentence or more");
      app.add_option("--published", options->published, "the day that \"yesterday\" is reckoned from");
      app.add_option("--rules", options->rules, "folder of rule pages of your own")
          ->check(CLI::ExistingDirectory);
      return std::function<int()>([options] { return rules(*options); });
    }};

}  // namespace newsfacts
