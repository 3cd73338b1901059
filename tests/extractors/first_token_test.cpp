#include "extractors/first_token.h"

#include <gtest/gtest.h>

namespace newsfacts {
namespace {

std::string word_for(const TokenChoice& choice) {
  switch (choice.kind) {
    case TokenChoice::Kind::kExact: return choice.text;
    case TokenChoice::Kind::kNumber: return std::string(choice.digits, '9');
    case TokenChoice::Kind::kNumberWord: return "9a";
    case TokenChoice::Kind::kWordNumber: return "a9";
    case TokenChoice::Kind::kCapital: return "Aa";
    case TokenChoice::Kind::kWord: return "aa";
    case TokenChoice::Kind::kSign: return "SIGN";
    case TokenChoice::Kind::kAny: return "ANY";
  }
  return {};
}

struct Case {
  const char* pattern;
  const char* openings;
  bool case_sensitive = false;
};

void PrintTo(const Case& test, std::ostream* out) {
  *out << test.pattern;
}

class FirstTokens : public testing::TestWithParam<Case> {};

TEST_P(FirstTokens, AreToldFromThePattern) {
  std::string all;
  for (const auto& [first, second] : openings(GetParam().pattern, GetParam().case_sensitive))
    all += (all.empty() ? "" : " ") + word_for(first) + "+" + word_for(second);
  EXPECT_EQ(all, GetParam().openings);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Patterns, FirstTokens, testing::Values(
    Case{"may",                          "may+ANY"},
    Case{"may day",                      "may+day"},
    Case{"(?:may|june) [0-9]{1,2}",      "june+9 june+99 may+9 may+99"},
    Case{"(?P<m>may)(?:\\.|,) x",        "may+, may+."},
    Case{"US\\$ ?[0-9]",                 "US+$"},
    Case{"\\$[0-9]",                     "$+9"},
    Case{"[0-9]+ people",                "9+people 99+people 999+people 9999+people 99999+people 999999+people"},
    Case{"[0-9]{4}(?:-|/)",              "9999+- 9999+/"},
    Case{"[0-9]{4}s",                    "9a+ANY"},
    Case{"[0-9](?:st)? may",             "9+may 9a+may"},
    Case{"Q[1-4]",                       "Q1+ANY Q2+ANY Q3+ANY Q4+ANY"},
    Case{"FY[0-9]{4}",                   "a9+ANY"},
    Case{"a?b",                          "ab+ANY b+ANY"},
    Case{"(?:very )?old",                "old+ANY very+old"},
    Case{"(?:a )*b",                     "a+a a+b b+ANY"},
    Case{"(?:so ){2}on",                 "so+so"},
    Case{"[A-Z][a-z]+ Inc",              "aa+Inc"},
    Case{"[A-Z][a-z]+ Inc",              "Aa+Inc", true},
    Case{"\\pL+ \\p{Nd}",                "aa+9"},
    Case{"[^x]",                         "9+ANY aa+ANY SIGN+ANY ANY+ANY"},
    Case{"[€£]5",                        "£+9 €+9"},
    Case{"['’]90s",                      "'+9a ’+9a"},
    Case{"über",                         "über+ANY"},
    Case{"(?s:a)",                       "ANY+ANY"}));
// clang-format on

TEST(FirstTokens, OfAPatternThatBranchesWithoutEndAreAnything) {
  std::string pattern;
  for (int i = 0; i < 40; ++i) pattern += "(?:a|b|c|d)";
  const auto all = openings(pattern, false);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].first.kind, TokenChoice::Kind::kAny);
}

}  // namespace
}  // namespace newsfacts
