// Boilerplate, passages and corrections in a store: learned from the documents that are there, and
// unlearned when they go.

#include "db/link/boilerplate.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/fingerprint.h"
#include "db/find.h"
#include "db/link/passes.h"
#include "db/link/removal.h"
#include "db/store.h"

namespace newsfacts {
namespace {

using Lines = std::vector<std::string>;

// A sentence a line; what stands in quotation marks is somebody's words, every number a count.
Document document_of(const std::string& name, const Lines& lines) {
  Metadata from;
  from.id = name;
  from.published = "2026-04-27";
  std::string text;
  std::vector<Sentence> sentences;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())}, Role::kBody, 0});
    text += '\n';
  }
  Document document(from, text);
  Alignment alignment;
  alignment.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, alignment);
  document.sentences = sentences;
  for (const Token& token : document.tokens())
    if (token.shape == Token::Shape::kNumber) {
      Amount amount;
      amount.low = amount.high = Decimal(std::stoi(std::string(document.at(token.span))), 0);
      document.mentions.push_back({token.span, Kind::kNumber, Symbol("test/number"), amount});
    }
  for (std::size_t open = text.find('"'); open != text.npos;) {
    const std::size_t close = text.find('"', open + 1);
    Attribution quote;
    quote.kind = Quotation::kDirect;
    quote.content = {{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)}};
    document.attributions.push_back(quote);
    open = text.find('"', close + 1);
  }
  fingerprint(document);
  return document;
}

// Sentences that no other article has.
Lines article(int number) {
  Lines lines;
  for (int sentence = 0; sentence < 12; ++sentence) {
    std::string line;
    for (int word = 0; word < 12; ++word) {
      line += static_cast<char>('a' + (number * 7 + word) % 26);
      line += static_cast<char>('a' + (number + sentence * 5) % 26);
      line += static_cast<char>('a' + (word * sentence + number) % 26);
      line += "el ";
    }
    lines.push_back(line + ".");
  }
  return lines;
}

Lines with(Lines lines, const std::string& line) {
  lines.push_back(line);
  return lines;
}

const std::string kFooter = "All rights to this page are with the Harbour Press of Osvik.";

class Newsstand {
 public:
  void load(const std::string& name, const Lines& lines) {
    const std::vector<Document> one = {document_of(name, lines)};
    store.load(one);
    store.finish_load();
    link_duplicates(store.database());
  }
  void remove(const std::string& name) {
    const std::vector<std::int64_t> one = {document_named(store.database(), name)};
    remove_documents(store, one);
  }
  std::string rows(std::string_view sql) const {
    Statement statement = store.database().prepare(sql);
    std::string all;
    while (statement.step()) {
      for (int i = 0; i < statement.columns(); ++i) {
        if (i > 0) all += '|';
        all += statement.text(i);
      }
      all += '\n';
    }
    return all;
  }
  std::string boilerplate() const {
    return rows("SELECT count(*) FROM sentences WHERE role = 'boilerplate'");
  }

  Store store{":memory:", Database::Mode::kCreate};
};

TEST(Boilerplate, IsLearnedFromTheFifthDocumentAndUnlearnedWithoutIt) {
  Newsstand stand;
  for (int i = 1; i <= 4; ++i) stand.load("page " + std::to_string(i), with(article(i), kFooter));
  EXPECT_EQ(stand.boilerplate(), "0\n");
  stand.load("page 5", with(article(5), kFooter));
  EXPECT_EQ(stand.boilerplate(), "5\n");
  stand.load("page 6", with(article(6), kFooter));
  EXPECT_EQ(stand.boilerplate(), "6\n");
  EXPECT_EQ(stand.rows("SELECT DISTINCT text FROM sentences WHERE role = 'boilerplate'"),
            kFooter + "\n");
  stand.remove("page 2");
  stand.remove("page 3");
  EXPECT_EQ(stand.boilerplate(), "0\n");
}

TEST(Boilerplate, IsNotWhatTenPrintsOfOneArticleShare) {
  Newsstand stand;
  for (int i = 1; i <= 10; ++i)
    stand.load("paper " + std::to_string(i), with(article(1), article(100 + i)[0]));
  EXPECT_EQ(stand.boilerplate(), "0\n");
  EXPECT_EQ(stand.rows("SELECT count(DISTINCT origin) FROM link"), "1\n");
}

TEST(Boilerplate, TiesNoTwoPages) {
  const Lines footer = {kFooter,
                        "Readers who find a mistake on this page may write to the desk in Osvik.",
                        "Nothing of this page may be copied or sent without a letter of leave.",
                        "The press is a member of the union of the papers of the coast."};
  const auto page = [&](int number) {
    Lines lines = {article(number)[0], article(number)[1]};
    lines.insert(lines.end(), footer.begin(), footer.end());
    return lines;
  };
  Newsstand stand;
  stand.load("one", page(1));
  stand.load("two", page(2));
  EXPECT_EQ(stand.rows("SELECT count(DISTINCT origin) FROM link"), "1\n") << "more footer than text";
  for (int i = 3; i <= 8; ++i) {
    Lines lines = article(i);
    lines.insert(lines.end(), footer.begin(), footer.end());
    stand.load("page " + std::to_string(i), lines);
  }
  EXPECT_EQ(stand.rows("SELECT count(DISTINCT origin) FROM link"), "8\n");
}

TEST(Boilerplate, MostlyUnlikeIsMoreThanHalfOfThePairs) {
  const Shingles one = {1, 2, 3, 4}, near_one = {1, 2, 3, 9}, other = {11, 12, 13, 14};
  const std::vector<const Shingles*> alike = {&one, &near_one}, apart = {&one, &other};
  const std::vector<const Shingles*> two_of_three = {&one, &near_one, &other};
  EXPECT_FALSE(mostly_unlike(alike));
  EXPECT_TRUE(mostly_unlike(apart));
  EXPECT_TRUE(mostly_unlike(two_of_three));
  EXPECT_FALSE(mostly_unlike({}));
}

TEST(Passages, AreKeptWithTheirPlacesAndLabels) {
  const std::string said =
      "\"We will mend every boat of this town before the herring comes, and nobody will pay for it "
      "but the owners of the tanker that struck our reef.\"";
  const std::string wire =
      "The tanker Borealis ran onto the reef off Port Hallam in thick fog on Saturday night, and the "
      "harbor was closed while crews laid booms around the wreck until the next morning.";
  Newsstand stand;
  Lines courier = with(article(1), wire), herald = with(article(2), said);
  courier.insert(courier.begin() + 3, said);
  herald.insert(herald.begin(), wire);
  stand.load("courier", courier);
  stand.load("herald", herald);
  EXPECT_EQ(stand.rows("SELECT label, text FROM passages ORDER BY label"),
            "quote|" + said.substr(1, said.size() - 3) + "\nwire|" + wire.substr(0, wire.size() - 1) +
                "\n");
  EXPECT_EQ(stand.rows("SELECT substr(x.text, p.a_start + 1, p.a_end - p.a_start) = "
                       "substr(y.text, p.b_start + 1, p.b_end - p.b_start) "
                       "FROM passages p JOIN document x ON x.id = p.a JOIN document y ON y.id = p.b"),
            "1\n1\n");
  EXPECT_EQ(stand.rows("SELECT kind FROM kin"), "quotes\n");
  stand.remove("herald");
  EXPECT_EQ(stand.rows("SELECT * FROM passages"), "");
}

TEST(CorrectionsInTheStore, AreTheFiguresOfAnUpdatedPrint) {
  Lines before = article(1), after = article(1);
  before.push_back("The bridge of Osvik was built in 1987 and costs the town 65 million a year.");
  after.push_back("The bridge of Osvik was built in 1987 and costs the town 81 million a year.");
  Newsstand stand;
  stand.load("first", before);
  stand.load("corrected", after);
  EXPECT_EQ(stand.rows("SELECT kind FROM copy"), "updated\n");
  EXPECT_EQ(stand.rows("SELECT min(text_a, text_b), max(text_a, text_b) FROM corrections"), "65|81\n");
  stand.remove("first");
  EXPECT_EQ(stand.rows("SELECT * FROM corrections"), "");
}

}  // namespace
}  // namespace newsfacts
