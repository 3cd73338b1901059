#include "db/link/prints.h"

#include <algorithm>

#include "corpus/fingerprint.h"
#include "corpus/utf8.h"
#include "db/link/profile.h"
#include "db/link/sorted_sets.h"

namespace newsfacts {
namespace {

std::uint64_t hash_of(std::string_view kind, std::string_view value) {
  return Key::of({kind, value}).low;
}

}  // namespace

Prints::Prints(const Database& database)
    : fingerprint_(database.prepare(
          "SELECT raw, exact, words, shingles FROM fingerprint WHERE document = ?")),
      document_(database.prepare("SELECT key, published, text FROM document WHERE id = ?")),
      boilerplate_(database.prepare(
          "SELECT start, end FROM sentence WHERE document = ? AND (role = 'boilerplate' OR "
          "id IN (SELECT sentence FROM boilerplate)) ORDER BY start")),
      quoted_(database.prepare(
          "SELECT start, end FROM attribution_span s JOIN attribution a "
          "ON a.document = s.document AND a.ord = s.attribution "
          "WHERE s.document = ? AND part = 'content' AND kind IN ('direct', 'mixed') "
          "ORDER BY start")),
      mentions_(database.prepare(
          "SELECT mention.kind, mention.value, mention.basis, entity.name "
          "FROM mention LEFT JOIN entity ON entity.id = mention.entity WHERE document = ?")) {}

Prints::Known& Prints::known(DocumentId document) {
  const auto [at, added] = known_.try_emplace(document);
  if (added) at->second.print = read(document);
  return at->second;
}

void Prints::trim() {
  constexpr std::size_t kMany = 20'000;  // some 10 KB each; a fourth of it reads every other print twice
  if (known_.size() > kMany) known_.clear();
}

const Print& Prints::of(DocumentId document) {
  return known(document).print;
}

const Print& Prints::facts_of(DocumentId document) {
  Known& known = this->known(document);
  if (!known.with_facts) read_facts(document, known.print);
  known.with_facts = true;
  return known.print;
}

Terms Prints::terms(DocumentId document) {
  Terms terms;
  fingerprint_.bind(1, document);
  if (fingerprint_.step()) {
    terms = shingles_of_bytes(fingerprint_.blob(3));
    // Of few words, and all of them the same: that is enough.
    if (fingerprint_.integer(2) < kFewWords) {
      const auto exact = static_cast<std::uint32_t>(key_of_bytes(fingerprint_.blob(1)).low);
      terms.push_back({exact, kAnyMargins});
      merge_repeated(&terms);
    }
  }
  fingerprint_.reset();
  return terms;
}

Print Prints::read(DocumentId document) {
  Print print;
  document_.bind(1, document);
  if (document_.step()) {
    print.key = key_of_bytes(document_.blob(0));
    print.published = parse_day(document_.text(1));
    // Without a fingerprint there is nothing it could be a copy of.
    print.raw = print.exact = print.key;
    fingerprint_.bind(1, document);
    if (fingerprint_.step()) {
      print.raw = key_of_bytes(fingerprint_.blob(0));
      print.exact = key_of_bytes(fingerprint_.blob(1));
      const std::string_view text = document_.text(2);
      const CodePointIndex index(text);
      const auto spans = [&](Statement& statement, std::vector<Span>& into) {
        statement.bind(1, document);
        while (statement.step())
          into.push_back({index.bytes(static_cast<std::uint32_t>(statement.integer(0))),
                          index.bytes(static_cast<std::uint32_t>(statement.integer(1)))});
        statement.reset();
      };
      spans(boilerplate_, print.boilerplate);
      spans(quoted_, print.quoted);
      print.measure(tokenize(text));
    }
    fingerprint_.reset();
  }
  document_.reset();
  return print;
}

void Prints::read_facts(DocumentId document, Print& print) {
  mentions_.bind(1, document);
  while (mentions_.step()) {
    const auto kind = found_in<Kind>(kKindWords, mentions_.text(0));
    if (!kind) continue;
    if (is_name(*kind))
      print.names.push_back(hash_of("name", folded(mentions_.text(3))));
    else if (is_amount(*kind))
      print.figures.push_back(hash_of("amount", mentions_.text(1)));
    else if (*kind == Kind::kDate &&
             mentions_.text(2) == word_in(kTimeBasisWords, TimeBasis::kExplicit))
      // "Tuesday" is another day in a reprint of next week.
      print.figures.push_back(hash_of("date", mentions_.text(1)));
  }
  mentions_.reset();
  sort_distinct(print.figures);
  sort_distinct(print.names);
}

}  // namespace newsfacts
