#include "corpus/mojibake.h"

#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "corpus/charset_convert.h"
#include "corpus/entities.h"
#include "corpus/normalize.h"
#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"

namespace newsfacts {
namespace {

std::string misread(std::string_view text, const char* charset) {
  std::string broken;
  for (const char c : converted(*charset_of(charset), text).text) broken += c;
  return broken;
}

std::string repaired(std::string text) {
  for (int round = 0; round < 8; ++round) {
    const ExactCopy copy(text);
    const std::vector<Repair> repairs = mojibake_in(copy.view());
    if (repairs.empty()) break;
    Rewriting rewriting(text);
    for (const Repair& repair : repairs)
      rewriting.replace(repair.span.begin, repair.span.end, repair.text);
    text = rewriting.finish().text;
  }
  return text;
}

// --- broken by us, mended again --------------------------------------------------------------

struct Broken {
  const char* name;
  std::string_view text;
};
void PrintTo(const Broken& c, std::ostream* out) {
  *out << c.name;
}

class Mending : public testing::TestWithParam<Broken> {};

TEST_P(Mending, UndoesAMisreadingOnceAndTwice) {
  const std::string text(GetParam().text);
  for (const char* charset :
       {"windows-1252", "windows-1250", "windows-1251", "windows-1254", "macintosh", "IBM437"}) {
    const std::string once = misread(text, charset);
    // What the charset cannot keep is lost.
    if (once.find("\uFFFD") != once.npos) continue;
    EXPECT_EQ(repaired(once), text) << once << " by " << charset;
    const std::string twice = misread(once, charset);
    if (twice.find("\uFFFD") != twice.npos) continue;
    EXPECT_EQ(repaired(twice), text) << twice << " by " << charset;
  }
  EXPECT_EQ(repaired(text), text);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, Mending,
    testing::Values(
        Broken{"English", "The ferry\u2019s owner \u201Cwon\u2019t pay\u201D \u2013 for now."},
        Broken{"French", "La grève des pêcheurs a été votée à Sète, où l’été s’achève."},
        Broken{"German", "Die Fähre fährt über die Brücke nach Görlitz."},
        Broken{"Spanish", "El niño salió mañana por la tarde, según él."},
        Broken{"Polish", "Część załogi uratowano, mówią świadkowie pożaru."},
        Broken{"Russian", "Паром шёл в порт, когда начался пожар."},
        Broken{"Greek", "Το πλοίο έπλεε προς το λιμάνι."},
        Broken{"price", "It cost 5 euros (\u20AC5) or \u00A34."}),
    [](const auto& test) { return test.param.name; });

// --- by hand ---------------------------------------------------------------------------------

struct Found {
  const char* name;
  std::string_view raw, text;
};
void PrintTo(const Found& c, std::ostream* out) {
  *out << c.name;
}

class Repairing : public testing::TestWithParam<Found> {};

TEST_P(Repairing, WritesWhatWasMeant) {
  EXPECT_EQ(repaired(std::string(GetParam().raw)), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Where, Repairing,
    testing::Values(
        Found{"latin_1_controls", "It\u00E2\u0080\u0099s late", "It\u2019s late"},
        Found{"c1_as_windows_1252", "\u0093Late\u0094, he said \u0096 twice",
              "\u201CLate\u201D, he said \u2013 twice"},
        Found{"c1_ellipsis", "He waited\u0085 and left", "He waited\u2026 and left"},
        Found{"a_line_end_of_mainframes", "one\u0085two", "one\u0085two"},
        Found{"one_line_of_two", "Señor Peña paid.\nSeÃ±or PeÃ±a left.",
              "Señor Peña paid.\nSeñor Peña left."},
        Found{"pieces_of_a_line",
              "The mayor\u2019s plan: \u00E2\u0080\u009CWe won\u00E2\u0080\u0099t pay",
              "The mayor\u2019s plan: \u201CWe won\u2019t pay"},
        Found{"surrogates", "Done \u00ED\u00A0\u00BD\u00ED\u00B8\u0080", "Done \U0001F600"},
        Found{"emoji", "Done ðŸ˜€", "Done \U0001F600"},
        Found{"replacement_character", "a ï¿½ b", "a \uFFFD b"},
        Found{"lost_bytes", "OpÃ©ration â€œrapideâ€\uFFFD Ã  SÃ¨te",
              "Opération “rapide\uFFFD à Sète"},
        Found{"a_space_for_a_no_break_space", "DÃ©jÃ  vu Ã Paris, rÃ©pÃ©tÃ©",
              "Déjà vu à Paris, répété"},
        Found{"portuguese_contraction", "NÃ£o Ã s seis, disse JoÃ£o", "Não às seis, disse João"}),
    [](const auto& test) { return test.param.name; });

class Sound : public testing::TestWithParam<Found> {};

TEST_P(Sound, TextIsLeftAlone) {
  EXPECT_TRUE(mojibake_in(GetParam().raw).empty()) << repaired(std::string(GetParam().raw));
}

INSTANTIATE_TEST_SUITE_P(
    Text, Sound,
    testing::Values(Found{"capitals_before_quotes", "« LE CAFÉ » ET “LA CITÉ”, JOSÉ’s", ""},
                    Found{"french_spaces", "la beauté\u00A0» et l’été\u00A0!", ""},
                    Found{"german_quotes", "Er rief „Ä“ und „Ü“ und „Ö“…", ""},
                    Found{"portuguese_capitals", "A MAÇÃ… E A IRMÔ DO POVO", ""},
                    Found{"squared_units", "A cell of 12 Å² and 40 Å³ at 5×£3", ""},
                    Found{"russian_quotes", "Завод «СССР» и «МЕЧТАР» — «РОСС»… Всё", ""},
                    Found{"ukrainian", "Різдво і Січ: «Їжак» — її рід", ""},
                    Found{"greek", "Το «Ά» και το «Ώ», λέει ο Ηλίας…", ""},
                    Found{"mathematics", "√π ≤ 2, ∆x ≠ ∞, µ ± σ²", ""},
                    Found{"box_drawings", "├─┤ └┐ ╔═╗", ""},
                    Found{"vietnamese", "Thủ tướng “đã” ở Hà Nội…", ""},
                    Found{"spaced_letters", "C O N D I Ç Ã O", ""},
                    Found{"one_beside_sound_ones", "Café – DrÃ¶ge", ""}),
    [](const auto& test) { return test.param.name; });

// --- entities --------------------------------------------------------------------------------

class Entities : public testing::TestWithParam<Found> {};

TEST_P(Entities, AreReadWhereTheyAreSure) {
  const auto read = without_entities(GetParam().raw);
  EXPECT_EQ(read ? read->text : GetParam().raw, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Entities,
    testing::Values(Found{"names", "Low &amp; Sons paid &pound;5 &hellip;", "Low & Sons paid £5 …"},
                    Found{"numbers", "It&#8217;s &#x20AC;5&#X21;", "It’s €5!"},
                    Found{"twice", "Low &amp;amp; Sons &amp;lt;b&amp;#62;", "Low & Sons <b>"},
                    Found{"of_windows_1252", "It&#146;s", "It’s"},
                    Found{"no_semicolon", "R&D, AT&T and &amp alone", "R&D, AT&T and &amp alone"},
                    Found{"no_name", "Low &sons; &; &#; &#x; &#0; &#xD800; &#99999999;",
                          "Low &sons; &; &#; &#x; &#0; &#xD800; &#99999999;"}),
    [](const auto& test) { return test.param.name; });

TEST(Normalizing, ShowsWhatIsMendedAsItWasPrinted) {
  Document document({}, "Low &amp; Sons: the cafÃ©â€™s  owner");
  normalize(document);
  ASSERT_EQ(document.text(), "Low & Sons: the café’s owner");
  const auto printed = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text().find(words));
    return document.printed({at, at + static_cast<std::uint32_t>(words.size())});
  };
  EXPECT_EQ(printed("&"), "&amp;");
  EXPECT_EQ(printed("café"), "cafÃ©");
  EXPECT_EQ(printed("’s"), "â€™s");
  EXPECT_EQ(printed("owner"), "owner");
}

// --- what holds of any text ------------------------------------------------------------------

TEST(Mojibake, RepairsLieInTheTextAndReadAsUtf8) {
  std::mt19937 random(12);
  constexpr std::array<std::string_view, 30> kPieces = {
      "Ã", "©", "â",  "€", "™", "œ", "\u0080",       "\u0099", "ï", "¿",
      "½", "Ð", "Ñ",  "°", "Р", "С", "\u00A0",       " ",      "?", "\uFFFD",
      "a", "B", "\n", "√", "├", "í", "\u00A0\u00BD", "ð",      "Ÿ", "é"};
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 1 + round % 40; ++i) text += kPieces[random() % kPieces.size()];
    const ExactCopy copy(text);
    std::uint32_t at = 0;
    for (const Repair& repair : mojibake_in(copy.view())) {
      ASSERT_GE(repair.span.begin, at) << text;
      ASSERT_GT(repair.span.end, repair.span.begin) << text;
      at = repair.span.end;
      ASSERT_LE(at, text.size()) << text;
      ASSERT_FALSE(invalid_utf8_at(repair.text)) << text;
    }
    ASSERT_FALSE(invalid_utf8_at(repaired(text))) << text;
    const std::string once = normalized(text).text;
    ASSERT_EQ(normalized(once).text, once) << text;
  }
}

TEST(Mojibake, TakesTimeInProportionToTheText) {
  const auto seconds = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    const std::clock_t begin = std::clock();
    normalized(text);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  for (const std::string_view piece :
       {"Ã©", "Ã© ", "Ã©\n", "Ãƒ\u0083", "â€™", "Ð°", "Р°", "\u0093", "Ã ", "Ã?", "â€\uFFFD",
        "&amp;", "&", "amp;", "\u0085", "í\u00A0½", "é»…", "├®"}) {
    const double small = seconds(piece, 1 << 14), large = seconds(piece, 1 << 18);
    EXPECT_LT(large, 0.3 + 64 * small) << piece;  // 16 times the text; quadratic would be 256
  }
}

}  // namespace
}  // namespace newsfacts
