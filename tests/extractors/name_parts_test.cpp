// What of a name counts beside the names of other articles.

#include "extractors/names/name_parts.h"

#include <gtest/gtest.h>

#include <string>

namespace newsfacts {
namespace {

struct Taken {
  Kind kind;
  std::string name, key, mark;
  bool many = false;
};
void PrintTo(const Taken& row, std::ostream* out) { *out << row.name; }

constexpr Kind kPerson = Kind::kPerson, kFirm = Kind::kOrganization, kPlace = Kind::kPlace;

class NameTaken : public testing::TestWithParam<Taken> {};

TEST_P(NameTaken, AreKeyMarkAndWhetherManyBearIt) {
  const Taken& row = GetParam();
  const NameParts parts = names::parts_of(row.kind, row.name);
  EXPECT_EQ(parts.key, row.key);
  EXPECT_EQ(parts.mark, row.mark);
  EXPECT_EQ(parts.many, row.many);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NameTaken,
    testing::Values(
        Taken{kFirm, "Tarnwell Corp.", "tarnwell", "corporation"},
        Taken{kFirm, "Tarnwell Corporation", "tarnwell", "corporation"},
        Taken{kFirm, "TARNWELL", "tarnwell", ""},
        Taken{kFirm, "The Tarnwell Co., Ltd.", "tarnwell", "company limited"},
        Taken{kFirm, "Voss & Sons", "voss and sons", ""},
        Taken{kFirm, "Voss & Co.", "voss", "company"},
        Taken{kFirm, "Osk-Linden N.V.", "osk linden", "nv"},
        Taken{kFirm, "Société Brévent SA", "societe brevent", "sa"},
        Taken{kFirm, "Ledger Group", "ledger group", ""},  // another firm than Ledger
        Taken{kFirm, "Company", "company", ""},            // nothing would be left
        Taken{kFirm, "O'Dowd's", "odowds", ""},
        Taken{kFirm, "O\u2019Dowd\u2019s", "odowds", ""},
        Taken{kPerson, "Ingrid Halvorsen", "ingrid halvorsen", ""},
        Taken{kPerson, "Ingrid B. Halvorsen", "ingrid halvorsen", "b"},
        Taken{kPerson, "Ingrid B. M. Halvorsen", "ingrid halvorsen", "b m"},
        Taken{kPerson, "Aldo Venn Jr.", "aldo venn", "jr"},
        Taken{kPerson, "Aldo Venn, Senior", "aldo venn", "sr"},
        Taken{kPerson, "J. K. Venn", "jk venn", ""},
        Taken{kPerson, "J.K. Venn", "jk venn", ""},
        Taken{kPerson, "Jürgen Ströbel", "jurgen strobel", ""},
        Taken{kPerson, "John Smith", "john smith", "", true},
        Taken{kPerson, "John Q. Smith", "john smith", "q", false},
        Taken{kPerson, "Wang Wei", "wang wei", "", true},
        Taken{kPerson, "Ingrid Smith", "ingrid smith", ""},
        Taken{kPerson, "Halvorsen", "halvorsen", "", true},
        Taken{kPlace, "The Hague", "hague", ""},
        Taken{kPlace, "São Paulo", "sao paulo", ""},
        Taken{kPlace, "?!", "", ""}),
    [](const auto& row) { return "row" + std::to_string(row.index); });

}  // namespace
}  // namespace newsfacts
