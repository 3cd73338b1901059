#include "extractors/names/clues.h"

#include <algorithm>

#include "extractors/names/clue_reader.h"

namespace newsfacts::names {

// What is enumerated together is of one kind: what the spelling of one tells goes for the other.
void ClueReader::read_neighbor(const Form& neighbor) {
  constexpr float kTells = 2.5f;
  const auto tells = [&](Kind kind) { return neighbor.inherent[index_of(kind)] >= kTells; };
  const bool person = tells(Kind::kPerson), firm = tells(Kind::kOrganization),
             place = tells(Kind::kPlace);
  if (person + firm + place != 1) return;
  say(person ? Clue::kBesidePerson : firm ? Clue::kBesideFirm : Clue::kBesidePlace);
}

namespace {

// "A and B", "A, B and C", "A, B, C": does `next` follow `candidate` in an enumeration?  A comma
// alone may part a name from what explains it.
enum class Joint { kNone, kComma, kAnd };
Joint joint_of(const Scan& scan, const Candidate& candidate, const Candidate& next) {
  if (candidate.stretch != next.stretch) return Joint::kNone;
  std::uint32_t i = candidate.last;
  const bool comma = i < next.first && scan.is(i, is::kComma);
  i += comma;
  if (i == next.first) return comma ? Joint::kComma : Joint::kNone;
  const std::string_view word = scan.words(i);
  return i + 1 == next.first && (word == "and" || word == "or") ? Joint::kAnd : Joint::kNone;
}

// "Quarrow Energy (NYSE: QRW)"
bool has_ticker(const Scan& scan, const Candidate& firm, const Candidate& exchange,
                const Candidate& ticker) {
  return firm.last + 1 == exchange.first && scan.words(firm.last) == "(" &&
         exchange.last + 1 == ticker.first && scan.words(exchange.last) == ":" &&
         scan.is(exchange.first, is::kKnownOrg) && firm.form != ticker.form &&
         ticker.last - ticker.first == 1 && ticker.last < scan.tokens().size() &&
         scan.token(ticker.first).shape == Token::Shape::kUpper;
}

void read_neighbors(const Scan& scan, std::vector<Candidate>& candidates, Forms& forms,
                    std::vector<Said>* said) {
  const auto read = [&](Candidate& candidate, const Candidate& neighbor) {
    ClueReader(scan, candidate, scan.stretches()[candidate.stretch], forms[candidate.form], said)
        .read_neighbor(forms[neighbor.form]);
  };
  Joint before = Joint::kNone;
  for (std::size_t c = 0; c + 2 < candidates.size(); ++c) {
    if (!has_ticker(scan, candidates[c], candidates[c + 1], candidates[c + 2])) continue;
    ClueReader(scan, candidates[c], scan.stretches()[candidates[c].stretch], forms[candidates[c].form],
           said)
        .read_ticker();
    forms[candidates[c + 2].form].alias_of = candidates[c].form;
  }
  for (std::size_t c = 0; c + 1 < candidates.size(); ++c) {
    const Joint here = joint_of(scan, candidates[c], candidates[c + 1]);
    const Joint after = here != Joint::kComma || c + 2 >= candidates.size()
                            ? Joint::kNone
                            : joint_of(scan, candidates[c + 1], candidates[c + 2]);
    if (here == Joint::kAnd ||
        (here == Joint::kComma && (before != Joint::kNone || after != Joint::kNone))) {
      read(candidates[c], candidates[c + 1]);
      read(candidates[c + 1], candidates[c]);
    }
    before = here;
  }
}

}  // namespace

void read_clues(const Scan& scan, std::vector<Candidate>& candidates, Forms& forms,
                std::vector<Said>* said) {
  std::vector<bool> spelled(forms.size());
  for (Candidate& candidate : candidates) {
    ClueReader reader(scan, candidate, scan.stretches()[candidate.stretch], forms[candidate.form],
                  said);
    if (!spelled[candidate.form]) {
      spelled[candidate.form] = true;
      reader.read_spelling();
    }
    reader.read_context();
  }
  read_neighbors(scan, candidates, forms, said);
}

}  // namespace newsfacts::names
