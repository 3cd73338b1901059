#include "extractors/names/evidence.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "extractors/names/entities.h"

namespace newsfacts::names {

std::vector<Candidate> judged_candidates(const Scan& scan, Forms& forms, std::vector<Said>* said) {
  std::vector<Candidate> candidates = find_candidates(scan, forms);
  read_clues(scan, candidates, forms, said);
  decide_kinds(scan, forms, said);
  return candidates;
}

namespace {

// The candidate with up to two words on either side, of its sentence.
Span surroundings(const Scan& scan, const Candidate& candidate) {
  const Stretch& stretch = scan.stretches()[candidate.stretch];
  std::uint32_t first = candidate.first, last = candidate.last;
  for (int words = 0; first > stretch.first && words < 2;) {
    --first;
    words += scan.token(first).is_word();
  }
  while (first < candidate.first && scan.token(first).shape == Token::Shape::kSign) ++first;
  for (int words = 0; last < stretch.last; ++last)
    if (scan.apart(last) && ++words > 2) break;
  return {scan.token(first).span.begin, scan.token(last - 1).span.end};
}

}  // namespace

std::vector<Evidence> evidence_of_names(Document document) {
  std::erase_if(document.mentions, [](const Mention& mention) { return is_name(mention.kind); });
  const Scan scan(document, Lexicon::embedded());
  Forms forms(scan);
  std::vector<Said> said;
  const std::vector<Candidate> candidates = judged_candidates(scan, forms, &said);

  // What one place alone says parts the name there from the others of its spelling.
  std::map<std::pair<std::uint32_t, Kind>, std::size_t> numbers;
  std::vector<Evidence> found;
  std::map<std::uint32_t, Span> place_of;  // by first token
  for (const Candidate& candidate : candidates) {
    const Form& form = forms[candidate.form];
    const Span place = {scan.token(candidate.first).span.begin,
                        scan.token(candidate.last - 1).span.end};
    place_of[candidate.first] = surroundings(scan, candidate);
    if (!form.kind) continue;
    const std::uint32_t target = forms.target_of(candidate.form);
    const Kind kind = candidate.here.value_or(*form.kind);
    const auto [number, is_new] = numbers.try_emplace({target, kind}, found.size());
    if (is_new) {
      Evidence evidence;
      evidence.canonical = canonical_name(scan, forms, candidate.form);
      evidence.kind = kind;
      evidence.scores = form.scores;
      found.push_back(std::move(evidence));
    }
    found[number->second].places.push_back(place);
  }

  for (const Said& clue : said) {
    const std::uint32_t target = forms.target_of(clue.form);
    for (auto at = numbers.lower_bound({target, Kind{}});
         at != numbers.end() && at->first.first == target; ++at) {
      std::vector<Evidence::Line>& lines = found[at->second].lines;
      const auto line = std::find_if(lines.begin(), lines.end(), [&](const Evidence::Line& known) {
        return known.clue == clue.clue && known.kind == clue.kind;
      });
      if (line != lines.end())
        ++line->times;
      else
        lines.push_back({clue.clue, clue.kind, 1, place_of[clue.first]});
    }
  }
  for (Evidence& evidence : found)
    std::stable_sort(evidence.lines.begin(), evidence.lines.end(),
                     [](const Evidence::Line& a, const Evidence::Line& b) {
                       return std::abs(row_of(a.clue).weight) > std::abs(row_of(b.clue).weight);
                     });
  return found;
}

}  // namespace newsfacts::names
