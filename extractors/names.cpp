#include "extractors/names.h"

#include <string>
#include <utility>
#include <vector>

#include "extractors/amount_context.h"
#include "extractors/names/candidates.h"
#include "extractors/names/clues.h"
#include "extractors/names/entities.h"
#include "extractors/names/evidence.h"
#include "extractors/names/scan.h"

namespace newsfacts {
namespace {

// "name/title-before" and so on, made once: making a Symbol takes a lock.
const std::vector<Symbol>& rules_by_clue() {
  static const std::vector<Symbol> rules = [] {
    std::vector<Symbol> made;
    for (const names::ClueRow& row : names::clue_table())
      made.emplace_back("name/" + std::string(row.name));
    return made;
  }();
  return rules;
}

}  // namespace

void find_names(Document& document) {
  const names::Scan scan(document, names::Lexicon::embedded());
  names::Forms forms(scan);
  const std::vector<names::Candidate> candidates = names::judged_candidates(scan, forms);

  static const Symbol alias("name/alias");
  const std::vector<Symbol>& rules = rules_by_clue();
  std::vector<std::string> canonical(forms.size());
  std::vector<Mention> found;
  found.reserve(candidates.size());
  for (const names::Candidate& candidate : candidates) {
    const names::Form& form = forms[candidate.form];
    if (!form.kind) continue;
    std::string& name = canonical[candidate.form];
    if (name.empty()) name = names::canonical_name(scan, forms, candidate.form);
    found.push_back(
        {{scan.token(candidate.first).span.begin, scan.token(candidate.last - 1).span.end},
         candidate.here.value_or(*form.kind),
         form.alias_of == names::kNoForm ? rules[form.winner] : alias,
         Name{name}});
  }

  insert_mentions(&document, std::move(found));
}

}  // namespace newsfacts
