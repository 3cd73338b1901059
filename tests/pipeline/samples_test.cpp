// What the diff of the sample articles must say: corpus/samples/expected.tsv, written by hand.
//
// A row that begins with "?" is a known failure: it must still fail, so that a fix is noticed.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "checkout.h"
#include "corpus/utf8.h"
#include "tests/pipeline/process.h"

namespace newsfacts::test {
namespace {

struct Row {
  int line = 0;
  bool known_failure = false;
  std::string relation, document_a, words_a, document_b, words_b, why;
};

struct Place {
  std::uint32_t begin = 0, end = 0;  // code points of the body
  bool overlaps(const Place& other) const { return begin < other.end && other.begin < end; }
};

// One line of `diff --format jsonl`.
struct Relation {
  std::string relation, reason;
  std::vector<Place> a, b;
};

std::vector<Row> rows() {
  std::vector<Row> found;
  std::istringstream in(slurp(NEWSFACTS_SAMPLES "/expected.tsv"));
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    std::istringstream split(line);
    for (std::string cell; std::getline(split, cell, '\t');) cells.push_back(cell);
    cells.resize(6);
    const bool known = cells[0].starts_with("?");
    found.push_back({number, known, cells[0].substr(known), cells[1], cells[2], cells[3],
                     cells[4], cells[5]});
  }
  return found;
}

// The article of a sample as it is read, to which the spans of the diff point.
const std::string& body_of(const std::string& document) {
  static std::map<std::string, std::string> read;
  const auto [it, fresh] = read.try_emplace(document);
  if (fresh)
    it->second = nlohmann::json::parse(shell("newsfacts read $samples/" + document).out)["raw"];
  return it->second;
}

// Where the bracketed words of "killed [14] people" stand in the body of the article.
Place place_of(const std::string& document, const std::string& words) {
  const std::string& body = body_of(document);
  std::string plain = words;
  const auto open = plain.find('['), close = plain.find(']') - 1;
  std::erase_if(plain, [](char c) { return c == '[' || c == ']'; });
  const auto at = body.find(plain);
  EXPECT_NE(at, body.npos) << document << ": " << words;
  const CodePointIndex index(body);
  return {index.code_points(static_cast<std::uint32_t>(at + open)),
          index.code_points(static_cast<std::uint32_t>(at + close))};
}

std::vector<Place> places(const nlohmann::json& spans) {
  std::vector<Place> found;
  for (const auto& span : spans) found.push_back({span[0], span[1]});
  return found;
}

// The diff of two samples, made once.
const std::vector<Relation>& diff(const std::string& a, const std::string& b) {
  static std::map<std::pair<std::string, std::string>, std::vector<Relation>> made;
  const auto [it, fresh] = made.try_emplace({a, b});
  if (!fresh) return it->second;
  const Ended run = shell("newsfacts diff $samples/" + a + " $samples/" + b + " --format jsonl");
  EXPECT_LE(run.code, 1) << run.err;
  std::istringstream in(run.out);
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    it->second.push_back({json["relation"], json["reason"], places(json["a"]), places(json["b"])});
  }
  return it->second;
}

bool touches(const std::vector<Place>& places, const Place& place) {
  return std::any_of(places.begin(), places.end(),
                     [&](const Place& p) { return p.overlaps(place); });
}

bool pairs(const Relation& relation, const Place& a, const Place& b) {
  return touches(relation.a, a) && touches(relation.b, b);
}

bool said(const Row& row) {
  const auto& relations = diff(row.document_a, row.document_b);
  const Place a = place_of(row.document_a, row.words_a);
  const Place b = place_of(row.document_b, row.words_b);
  return std::any_of(relations.begin(), relations.end(), [&](const Relation& relation) {
    const bool labelled = row.relation == "apart" ? relation.relation != "only"
                                                  : relation.relation == row.relation;
    return labelled && pairs(relation, a, b);
  });
}

TEST(Samples, DiffSaysWhatIsWrittenDownByHand) {
  int right = 0;
  for (const Row& row : rows()) {
    if (row.relation == "only" || row.relation == "copy") continue;
    const bool holds = said(row) == (row.relation != "apart");
    right += holds;
    EXPECT_EQ(holds, !row.known_failure)
        << "expected.tsv:" << row.line << ": " << row.relation << " " << row.document_a << " ("
        << row.words_a << ") " << row.document_b << " (" << row.words_b << "): " << row.why
        << (row.known_failure ? " -- holds now: take its ? away" : "");
  }
  RecordProperty("right", right);
}

TEST(Samples, EveryConflictReportedIsWrittenDown) {
  std::map<std::string, std::vector<std::string>> stories;
  for (const Row& row : rows())
    for (const std::string& document : {row.document_a, row.document_b})
      if (document != "-") {
        auto& story = stories[document.substr(0, document.find('/'))];
        if (std::find(story.begin(), story.end(), document) == story.end())
          story.push_back(document);
      }
  for (const auto& [story, documents] : stories)
    for (std::size_t i = 0; i < documents.size(); ++i)
      for (std::size_t j = i + 1; j < documents.size(); ++j)
        for (const Relation& relation : diff(documents[i], documents[j])) {
          if (relation.relation != "conflict") continue;
          const auto all = rows();
          EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Row& row) {
            if (row.relation != "conflict" && !(row.known_failure && row.relation == "apart"))
              return false;
            if (row.document_a == documents[i] && row.document_b == documents[j])
              return pairs(relation, place_of(row.document_a, row.words_a),
                           place_of(row.document_b, row.words_b));
            if (row.document_a == documents[j] && row.document_b == documents[i])
              return pairs(relation, place_of(row.document_b, row.words_b),
                           place_of(row.document_a, row.words_a));
            return false;
          })) << "false alarm: "
              << documents[i] << " / " << documents[j] << ": " << relation.reason;
        }
}

TEST(Samples, CopiesShareOneOriginAndNothingElseDoes) {
  const Folder folder;
  const Ended run = shell("cd " + folder.path() +
                        " && newsfacts ingest $samples --db f.db 2>/dev/null && sqlite3 f.db "
                        "'SELECT a.name, b.name FROM documents a JOIN documents b USING (origin) "
                        "WHERE a.name < b.name ORDER BY 1, 2' -separator ' '");
  // The copies of one article are copies of each other: all pairs within a group.
  std::map<std::string, std::string> group;
  for (const Row& row : rows()) {
    if (row.relation != "copy") continue;
    const std::string to = group.contains(row.document_a) ? group[row.document_a] : row.document_a;
    group[row.document_a] = to;
    group[row.document_b] = to;
  }
  std::string expected;
  for (const auto& [a, origin_a] : group)
    for (const auto& [b, origin_b] : group)
      if (a < b && origin_a == origin_b) expected += a + " " + b + "\n";
  EXPECT_EQ(run.out, expected) << run.err;
}

}  // namespace
}  // namespace newsfacts::test
