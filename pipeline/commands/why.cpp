// why: the path of one fact, from the bytes that were read to the line in the report.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "corpus/utf8.h"
#include "db/find.h"
#include "db/link/stored_claims.h"
#include "db/store.h"
#include "extractors/names/evidence.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

constexpr char kMentions[] = R"(
  SELECT m.start, m.end, m.raw_start, m.raw_end, m.text, m.kind, coalesce(e.name, m.value, ''),
         coalesce(r.name, ''), coalesce(m.basis, ''), coalesce(m.anchor, ''),
         coalesce(substr(d.raw, m.raw_start + 1, m.raw_end - m.raw_start), m.text),
         coalesce(n.role, ''), coalesce(substr(d.text, n.start + 1, n.end - n.start), ''),
         coalesce(d.name, ''), coalesce(s.name, ''), coalesce(d.published, '')
  FROM mention m
  JOIN document d ON d.id = m.document
  LEFT JOIN source s ON s.id = d.source
  LEFT JOIN entity e ON e.id = m.entity
  LEFT JOIN rule r ON r.id = m.rule
  LEFT JOIN sentence n ON n.document = m.document AND n.start <= m.start AND m.end <= n.end
  WHERE m.document = ?1 AND m.start <= ?2 AND ?2 < m.end)";

constexpr char kClaims[] = R"(
  SELECT c.id, c.document, m.start, coalesce(c.subject, ''), c.what, c.modality, c.polarity,
         coalesce(r.name, ''), coalesce(q.said_by, ''), coalesce(q.cue, ''), coalesce(q.rule, ''),
         coalesce(o.what, ''), coalesce(t.title, ''), lower(hex(c.key))
  FROM claim c
  LEFT JOIN mention m ON m.document = c.document AND m.ord = c.value
  LEFT JOIN rule r ON r.id = c.rule
  LEFT JOIN quotes q ON q.document = c.document AND q.ord = c.attribution
  LEFT JOIN slot_claim x ON x.claim = c.id
  LEFT JOIN slot o ON o.id = x.slot
  LEFT JOIN story t ON t.id = o.story
  WHERE c.id = ?1)";

constexpr char kDifferences[] = R"(
  SELECT f.relation, f.kind, f.reason, f.score, f.a, f.b FROM difference f
  WHERE ?1 IN (f.a, f.b) AND (?2 = 0 OR ?2 IN (f.a, f.b)) ORDER BY f.a, f.b)";

void line(std::string_view label, std::string_view text) {
  if (!text.empty()) write_out(fmt::format("  {:<11}{}\n", label, text));
}

// "c12" -> 12
std::optional<std::int64_t> claim_number(std::string_view text) {
  if (text.size() < 2 || text.front() != 'c') return std::nullopt;
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + 1, end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

constexpr char kText[] = "SELECT text FROM document WHERE id = ?1";
constexpr char kSentences[] =
    "SELECT start, end, role FROM sentence WHERE document = ?1 ORDER BY start";
constexpr char kSpans[] = "SELECT start, end, kind FROM mention WHERE document = ?1 ORDER BY start";

// The document as the names read it: text, sentences, and where other mentions stand.
Document without_names(const Database& database, std::int64_t row) {
  Statement whole = database.prepare(kText);
  whole.bind(1, row);
  whole.step();
  std::string text(whole.text(0));
  const CodePointIndex index(text);
  const auto span_in = [&](const Statement& from) {
    return Span{index.bytes(static_cast<std::uint32_t>(from.integer(0))),
                index.bytes(static_cast<std::uint32_t>(from.integer(1)))};
  };
  Alignment as_it_is;
  as_it_is.copied(static_cast<std::uint32_t>(text.size()));
  Document document({}, text);
  Statement sentences = database.prepare(kSentences);
  sentences.bind(1, row);
  while (sentences.step())
    document.sentences.push_back(
        {span_in(sentences), found_in<Role>(kRoleWords, sentences.text(2)).value_or(Role::kBody)});
  Statement mentions = database.prepare(kSpans);
  mentions.bind(1, row);
  while (mentions.step()) {
    Mention mention;
    mention.span = span_in(mentions);
    mention.kind = found_in<Kind>(kKindWords, mentions.text(2)).value_or(Kind::kOther);
    document.mentions.push_back(std::move(mention));
  }
  document.set_text(std::move(text), std::move(as_it_is));
  return document;
}

// What the name stands for across documents, and why: one row for what is so in this document
// only, one for what is so everywhere.
constexpr char kStandsFor[] = R"(
  SELECT coalesce(f.name, e.name || ' as first named in ' || coalesce(b.name, b.title)), n.reason
  FROM mention m JOIN namesake n ON n.entity = m.entity AND n.document = m.document
  JOIN entity e ON e.id = m.entity
  LEFT JOIN entity f ON f.id = n.full_name
  LEFT JOIN document b ON b.id = n.bearer
  WHERE m.document = ?1 AND m.start = ?2
  UNION ALL
  SELECT w.name, g.reason
  FROM mention m LEFT JOIN namesake n ON n.entity = m.entity AND n.document = m.document
  JOIN merged g ON g.entity = coalesce(n.full_name, m.entity)
  JOIN entity w ON w.id = g.whole
  WHERE m.document = ?1 AND m.start = ?2)";

void explain_entity(const Database& database, std::int64_t document, std::int64_t start) {
  Statement row = database.prepare(kStandsFor);
  row.bind(1, document).bind(2, start);
  while (row.step()) line("is", fmt::format("{}: {}", row.text(0), row.text(1)));
}

// "+5    person        title-before: after a title: Mr. Hill, twice ("Quarrowby")"
void explain_name(const Database& database, std::int64_t row, std::int64_t at) {
  const Document document = without_names(database, row);
  const CodePointIndex index(document.text());
  const std::uint32_t byte = index.bytes(static_cast<std::uint32_t>(at));
  const auto holds_it = [byte](Span place) { return place.begin <= byte && byte < place.end; };
  for (const names::Evidence& evidence : names::evidence_of_names(document)) {
    if (!std::any_of(evidence.places.begin(), evidence.places.end(), holds_it)) continue;
    std::string sums;
    for (std::size_t kind = 0; kind < names::kNameKinds; ++kind)
      if (evidence.scores[kind] > 0)
        sums += fmt::format("{}{} {:.1f}", sums.empty() ? "" : ", ",
                            kKindWords[static_cast<std::size_t>(Kind::kPerson) + kind],
                            evidence.scores[kind]);
    line("evidence", sums);
    for (const names::Evidence::Line& said : evidence.lines) {
      const names::ClueRow& clue = names::row_of(said.clue);
      line("", fmt::format("{:<+5}{:<13} {}: {} (\"{}\"{})", clue.weight,
                           word_in(kKindWords, said.kind), clue.name, clue.when,
                           document.at(said.where),
                           said.times > 1 ? fmt::format(", {} times", said.times) : ""));
    }
    return;
  }
}

bool explain_mention(const Database& database, std::int64_t document, std::int64_t at) {
  Statement row = database.prepare(kMentions);
  row.bind(1, document).bind(2, at);
  bool found = false;
  while (row.step()) {
    found = true;
    line("words", row.text(4));
    if (row.text(10) != row.text(4)) line("printed", row.text(10));
    line("value", fmt::format("{} {}", row.text(5), row.text(6)));
    line("rule", row.text(7));
    if (const auto kind = found_in<Kind>(kKindWords, row.text(5)); kind && is_name(*kind)) {
      explain_entity(database, document, row.integer(0));
      explain_name(database, document, row.integer(0));
    }
    if (!row.text(8).empty())
      line("basis", fmt::format("{}{}{}", row.text(8),
                                row.text(9).empty() ? "" : ", reckoned from ", row.text(9)));
    line("sentence", fmt::format("({}) {}", row.text(11), row.text(12)));
    line("place",
         fmt::format("{}, characters {} to {}{}", row.text(13), row.integer(0), row.integer(1),
                     row.is_null(2)
                         ? std::string()
                         : fmt::format(" (raw {} to {})", row.integer(2), row.integer(3))));
    line("source",
         fmt::format("{}{}{}", row.text(14), row.text(15).empty() ? "" : ", ", row.text(15)));
  }
  return found;
}

void explain_claim(const Database& database, std::int64_t claim) {
  Statement row = database.prepare(kClaims);
  row.bind(1, claim);
  if (!row.step()) throw std::invalid_argument(fmt::format("there is no claim c{}", claim));
  write_out(fmt::format("claim c{}\n", claim));
  explain_mention(database, row.integer(1), row.integer(2));
  line("subject", row.text(3));
  line("said of", row.text(4));
  line("claim rule", row.text(7));
  line("modality", fmt::format("{}, {}", row.text(5), row.text(6)));
  if (!row.text(8).empty())
    line("says", fmt::format("{} (\"{}\", {})", row.text(8), row.text(9), row.text(10)));
  line("slot", row.text(11));
  line("story", row.text(12));
  line("key", row.text(13));
}

void explain_differences(const Database& database, std::int64_t claim, std::int64_t other) {
  Statement row = database.prepare(kDifferences);
  row.bind(1, claim).bind(2, other);
  bool found = false;
  while (row.step()) {
    found = true;
    const std::int64_t against = row.integer(4) == claim ? row.integer(5) : row.integer(4);
    write_out(fmt::format("{} with c{}, {}: {} (alignment {:.2f})\n", row.text(0), against,
                          row.text(1), row.text(2), row.real(3)));
  }
  if (other != 0 && !found) write_out(fmt::format("c{} and c{} were not paired\n", claim, other));
}

// "terms   +.54  both: license, openai, property"
void explain_alignment(const Database& database, std::int64_t claim, std::int64_t other) {
  const auto reasons = reasons_of(database, claim, other);
  if (!reasons) return;
  const auto list = [](std::string_view title, const std::vector<SlotReasons::Line>& lines) {
    if (!lines.empty()) write_out(fmt::format("{}\n", title));
    for (const auto& [clue, weight, words] : lines)
      line(clue, weight == 0 ? words : fmt::format("{:+.2f}  {}", weight, words));
  };
  list("brought together by", reasons->brought);
  list("kept apart by", reasons->kept);
  if (reasons->fit > 0)
    write_out(fmt::format("fit {:.2f}, where {:.2f} is asked for\n", reasons->fit, reasons->least));
}

int why(const std::string& db, const std::vector<std::string>& what) {
  const Store store(db, Database::Mode::kReadOnly);
  const Database& database = store.database();
  if (const auto claim = claim_number(what[0])) {
    explain_claim(database, *claim);
    std::int64_t other = 0;
    if (what.size() > 1) {
      other = claim_number(what[1]).value_or(0);
      if (other == 0) throw std::invalid_argument(what[1] + " is no claim: they are called c12");
      write_out("\n");
      explain_claim(database, other);
    }
    write_out("\n");
    explain_differences(database, *claim, other);
    if (other != 0) explain_alignment(database, *claim, other);
  } else {
    if (what.size() < 2) throw std::invalid_argument("where in " + what[0] + "? give an offset");
    const std::int64_t document = document_named(database, what[0]);
    std::int64_t at = 0;
    const auto [end, error] = std::from_chars(what[1].data(), what[1].data() + what[1].size(), at);
    if (error != std::errc() || *end != '\0')
      throw std::invalid_argument(what[1] + " is no offset");
    if (!explain_mention(database, document, at)) return kNothingFound;
  }
  flush_out();
  return kOk;
}

}  // namespace

const Command kWhy = {
    "why", "the words, the rule and the path of a fact",
    "A claim, as `newsfacts diff` numbers them; two claims, and what came of comparing them; or a\n"
    "document and an offset in it, in code points.\n\n"
    "  newsfacts why --db facts.db c12\n"
    "  newsfacts why --db facts.db c12 c40\n"
    "  newsfacts why --db facts.db merger/ledger-deal.txt 153",
    [](CLI::App& app) {
      auto db = std::make_shared<std::string>("facts.db");
      auto what = std::make_shared<std::vector<std::string>>();
      add_store_option(app, db.get());
      app.add_option("FACT", *what, "c12 | c12 c40 | DOCUMENT OFFSET")->required()->expected(1, 2);
      return std::function<int()>([db, what] { return why(*db, *what); });
    }};

}  // namespace newsfacts
