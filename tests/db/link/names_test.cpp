// Names across the documents of a store: what is merged, who is told apart, and what the user's
// word does to it.

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/link/link.h"
#include "db/link/rulings.h"
#include "db/store.h"
#include "tests/db/article.h"
#include "tests/db/name_reader.h"

namespace newsfacts {
namespace {

class NamesOfAStore : public testing::Test {
 protected:
  // An article with a name in it, and beside it a firm where one is given; months lie between
  // two, so that they are on different events.
  void add(const std::string& id, Kind kind, const std::string& name, const std::string& firm = "",
           const std::string& words = "") {
    const std::string& as_printed = words.empty() ? name : words;
    Article article(id, "Outlet " + id, "2025-0" + std::to_string(++documents_) + "-17",
                    "Title of " + id + "\n" + as_printed + " was seen" +
                        (firm.empty() ? "" : " at " + firm) + ".");
    article.name(as_printed, kind, name);
    if (!firm.empty()) article.name(firm, Kind::kOrganization, firm);
    const std::vector<Document> batch = {article.done()};
    store_.load(batch);
  }
  void link_now() {
    store_.finish_load();
    link(store_, read_name);
  }
  // "Acme Corp. > Acme", by name
  std::vector<std::string> merges() {
    return column(
        "SELECT e.name || ' > ' || w.name FROM merged g JOIN entity e ON e.id = g.entity "
        "JOIN entity w ON w.id = g.whole ORDER BY 1");
  }
  // "b is a: reason"
  std::vector<std::string> bearers() {
    return column(
        "SELECT d.name || ' is ' || coalesce(f.name, b.name) || ': ' || reason FROM namesake n "
        "JOIN document d ON d.id = n.document LEFT JOIN entity f ON f.id = n.full_name "
        "LEFT JOIN document b ON b.id = n.bearer ORDER BY d.name");
  }
  std::vector<std::string> column(const std::string& sql) {
    std::vector<std::string> all;
    for (Statement row = store_.database().prepare(sql); row.step();) all.emplace_back(row.text(0));
    return all;
  }

  Store store_{":memory:", Database::Mode::kCreate};
  int documents_ = 0;
};

using Strings = std::vector<std::string>;

TEST_F(NamesOfAStore, AFirmIsOneWithAndWithoutItsMarkAlsoWhereTheyComeLater) {
  add("a", Kind::kOrganization, "Acme");
  link_now();
  EXPECT_EQ(merges(), Strings{});
  add("b", Kind::kOrganization, "Acme Corp.");
  link_now();
  EXPECT_EQ(merges(), Strings{"Acme Corp. > Acme"});
  add("c", Kind::kOrganization, "Acme Corp.");
  link_now();
  EXPECT_EQ(merges(), Strings{"Acme > Acme Corp."});
}

TEST_F(NamesOfAStore, AnAcronymIsWhatAnotherArticleWritesOut) {
  add("a", Kind::kOrganization, "Tarn Harbour Board", "", "THB");
  add("b", Kind::kOrganization, "THB");
  link_now();
  EXPECT_EQ(merges(), Strings{"THB > Tarn Harbour Board"});
  add("c", Kind::kOrganization, "Tin Hat Brewers", "", "THB");
  link_now();
  EXPECT_EQ(merges(), Strings{}) << "it may be either";
}

TEST_F(NamesOfAStore, AKindIsNoOtherKind) {
  add("a", Kind::kOrganization, "Acme");
  add("b", Kind::kPlace, "ACME");
  link_now();
  EXPECT_EQ(merges(), Strings{});
}

TEST_F(NamesOfAStore, TwoOfACommonNameStayApartUntilSomethingTiesThem) {
  add("a", Kind::kPerson, "Kari Smith", "Orvane");
  add("b", Kind::kPerson, "Kari Smith", "Lindtal");
  add("c", Kind::kPerson, "Kari Smith", "Orvane Corp.");
  add("d", Kind::kPerson, "Ola Brandt", "Orvane");  // nobody else is called so
  add("e", Kind::kPerson, "Ola Brandt");
  link_now();
  EXPECT_EQ(bearers(), (Strings{"a is a: named beside Orvane",
                                "b is b: nothing ties it to another article",
                                "c is a: named beside Orvane Corp."}));
  EXPECT_EQ(column("SELECT mentions FROM entities WHERE name = 'Kari Smith' ORDER BY bearer"),
            (Strings{"2", "1"}));
  EXPECT_EQ(column("SELECT mentions FROM entities WHERE name = 'Ola Brandt'"), Strings{"2"});
}

TEST_F(NamesOfAStore, TwoSpellingsInOneArticleTieItToNoOther) {
  const std::vector<Document> both = {
      Article("a", "Outlet a", "2024-01-17",
              "Two signs\nKari Smith and KARI SMITH met Orvane and Tessin.")
          .name("Kari Smith", Kind::kPerson, "Kari Smith")
          .name("KARI SMITH", Kind::kPerson, "KARI SMITH")
          .name("Orvane", Kind::kOrganization, "Orvane")
          .name("Tessin", Kind::kOrganization, "Tessin")
          .done()};
  store_.load(both);
  add("b", Kind::kPerson, "Kari Smith", "Lindtal");
  link_now();
  EXPECT_EQ(bearers(), (Strings{"a is a: nothing ties it to another article",
                                "a is a: nothing ties it to another article",
                                "b is b: nothing ties it to another article"}));
}

TEST_F(NamesOfAStore, WhoIsNamedOnceIsMistakenForNobody) {
  add("a", Kind::kPerson, "Kari Smith");
  link_now();
  EXPECT_EQ(bearers(), Strings{});
}

TEST_F(NamesOfAStore, ARulingHoldsForWhatComesAndCanBeTakenBack) {
  add("a", Kind::kPerson, "Bob Venn");
  add("b", Kind::kPerson, "Robert Venn");
  link_now();
  const NamePair names = name_pair(store_.database(), "", "Robert Venn", "Bob Venn");
  EXPECT_EQ(names.kind, "person");
  rule_names(store_, names, true, "short for it");
  EXPECT_EQ(merges(), Strings{"Robert Venn > Bob Venn"});
  EXPECT_EQ(column("SELECT reason FROM merged"), Strings{"ruled: short for it"});
  add("c", Kind::kPerson, "Robert Venn");
  link_now();
  EXPECT_EQ(merges(), Strings{"Bob Venn > Robert Venn"});
  EXPECT_TRUE(forget_ruling(store_, names));
  EXPECT_EQ(merges(), Strings{});
  EXPECT_FALSE(forget_ruling(store_, names));
}

TEST_F(NamesOfAStore, ARulingKeepsApartWhatWouldBeOne) {
  add("a", Kind::kOrganization, "Acme");
  add("b", Kind::kOrganization, "Acme Corp.");
  link_now();
  rule_names(store_, name_pair(store_.database(), "", "Acme", "Acme Corp."), false, "two firms");
  EXPECT_EQ(merges(), Strings{});
}

TEST_F(NamesOfAStore, ARulingOfWhatIsNotThereIsRefused) {
  add("a", Kind::kOrganization, "Acme");
  add("b", Kind::kPlace, "Tarn");
  link_now();
  for (const auto& [a, b, message] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"Acme", "Nobody", "no entity is called \"Nobody\""},
           {"Acme", "Tarn", "\"Acme\" and \"Tarn\" are not of one kind"},
           {"Acme", "Acme", "\"Acme\" is one name"}})
    try {
      name_pair(store_.database(), "", a, b);
      ADD_FAILURE() << a << ", " << b;
    } catch (const std::invalid_argument& error) {
      EXPECT_EQ(error.what(), message);
    }
}

}  // namespace
}  // namespace newsfacts
