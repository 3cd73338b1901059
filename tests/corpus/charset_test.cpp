#include "corpus/charset.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <ctime>
#include <random>
#include <vector>

#include "corpus/charset_labels.h"
#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"

namespace newsfacts {
namespace {

using namespace std::string_literals;

std::string encoded(std::string_view text, const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &error);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string bytes(text.size() * 4 + 64, '\0');
  const auto size =
      ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      wide.getBuffer(), wide.length(), &error);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(error)) << charset;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

// --- guessed ---------------------------------------------------------------------------------

struct Language {
  const char* name;
  std::string_view text;
  std::vector<const char*> charsets;
};
void PrintTo(const Language& c, std::ostream* out) {
  *out << c.name;
}

class Guessing : public testing::TestWithParam<Language> {};

TEST_P(Guessing, TellsTheCharsetByTheLetters) {
  for (const char* charset : GetParam().charsets) {
    const ExactCopy bytes(encoded(GetParam().text, charset));
    const Decoded out = decoded(std::string(bytes.view()));
    EXPECT_EQ(out.text, GetParam().text) << charset << " was taken for " << out.charset;
    EXPECT_EQ(out.faults, 0u);
    EXPECT_FALSE(out.unreadable());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Languages, Guessing,
    testing::Values(
        Language{
            "English", "The mayor said: “We won’t pay” – and left the café.", {"windows-1252"}},
        Language{"French",
                 "Le maire a été élu à la majorité, mais la grève des pêcheurs ne s’arrête pas là.",
                 {"windows-1252"}},
        Language{"German",
                 "Die Fähre fährt über die Brücke, sagte der Bürgermeister. Schließlich löschten "
                 "Kräfte das Feuer.",
                 {"windows-1252", "IBM850"}},
        Language{"Spanish",
                 "El niño vivía en la montaña; según la policía, su corazón dejó de latir allí.",
                 {"windows-1252"}},
        Language{"Portuguese",
                 "A eleição não será em março, disse o órgão; três ações estão em discussão.",
                 {"windows-1252"}},
        Language{
            "Swedish",
            "Båten låg i hamnen när det började brinna. Två män räddades ur vattnet på kvällen.",
            {"windows-1252"}},
        Language{"Polish",
                 "Łódź płynęła do portu, gdy wybuchł pożar. Część załogi została uratowana, lecz "
                 "świadkowie milczą.",
                 {"windows-1250", "ISO-8859-2", "ibm-852"}},
        Language{"Czech",
                 "Loď plula do přístavu, když vypukl požár. Část posádky byla zachráněna, "
                 "řekl žalobce večer.",
                 {"windows-1250", "ISO-8859-2"}},
        Language{"Hungarian",
                 "A hajó a kikötőbe tartott, amikor tűz ütött ki. A legénység egy részét "
                 "kimentették, mondta a szóvivő.",
                 {"windows-1250", "ISO-8859-2"}},
        Language{"Turkish",
                 "Gemi limana doğru giderken yangın çıktı. Mürettebatın bir kısmı kurtarıldı, dedi "
                 "sözcü; şimdi soruşturma açıldı.",
                 {"windows-1254", "ISO-8859-9"}},
        Language{"Lithuanian",
                 "Laivas plaukė į uostą, kai kilo gaisras. Dalis įgulos buvo išgelbėta, sakė "
                 "prokurorų atstovė.",
                 {"windows-1257"}},
        Language{"Russian",
                 "Паром шёл в порт, когда начался пожар. Часть экипажа спасли, сообщили в "
                 "прокуратуре.",
                 {"windows-1251", "KOI8-R", "ISO-8859-5", "ibm-866", "ibm-855", "x-mac-cyrillic"}},
        Language{"Bulgarian",
                 "Фериботът пътуваше към пристанището, когато избухна пожар. Част от екипажа беше "
                 "спасена.",
                 {"windows-1251", "ISO-8859-5"}},
        Language{"Greek",
                 "Το πλοίο έπλεε προς το λιμάνι όταν ξέσπασε πυρκαγιά. Μέρος του πληρώματος "
                 "διασώθηκε.",
                 {"windows-1253", "ISO-8859-7"}},
        Language{"Hebrew",
                 "הספינה הפליגה לנמל כאשר פרצה שריפה. חלק מהצוות ניצל, אמר הדובר.",
                 {"windows-1255", "ISO-8859-8"}},
        Language{"Arabic",
                 "كانت السفينة متجهة إلى الميناء عندما اندلع حريق. وقال المتحدث إن جزءا "
                 "من الطاقم نجا.",
                 {"windows-1256", "ISO-8859-6"}},
        Language{
            "Thai", "เรือกำลังแล่นไปที่ท่าเรือเมื่อเกิดไฟไหม้ ลูกเรือบางส่วนได้รับการช่วยเหลือ", {"windows-874"}},
        Language{"Chinese",
                 "渡轮驶向港口时发生火灾。部分船员获救，发言人星期六说。",
                 {"GB18030", "EUC-CN"}},
        Language{"Chinese_traditional",
                 "渡輪駛向港口時發生火災。部分船員獲救，發言人星期六說。",
                 {"Big5", "EUC-TW"}},
        Language{"Japanese",
                 "フェリーが港に向かっていたとき、火災が起きた。乗組員の一部は救助された。",
                 {"Shift_JIS", "EUC-JP", "ISO-2022-JP"}},
        Language{"Korean",
                 "여객선이 항구로 가던 중 불이 났다. 승무원 일부가 구조됐다고 대변인이 말했다.",
                 {"EUC-KR", "ISO-2022-KR"}}),
    [](const auto& test) { return test.param.name; });

TEST(Guessing, KnowsJohabThoughICUDoesNot) {
  EXPECT_EQ(decoded("\x88\x61\x90\x61\x94\x61 \xD9\x31 \xE0\x31", "johab").text,
            "가나다 \u3000 伽");
}

// --- known without a guess -------------------------------------------------------------------

struct Known {
  const char* name;
  std::string bytes, label, text;
  std::string_view charset;
  CharsetBasis basis;
};
void PrintTo(const Known& c, std::ostream* out) {
  *out << c.name;
}

class Knowing : public testing::TestWithParam<Known> {};

TEST_P(Knowing, IsByMarkShapeOrDeclaration) {
  const ExactCopy bytes(GetParam().bytes);
  const Decoded out = decoded(std::string(bytes.view()), GetParam().label);
  EXPECT_EQ(out.text, GetParam().text);
  EXPECT_EQ(out.charset, GetParam().charset);
  EXPECT_EQ(out.basis, GetParam().basis);
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, Knowing,
    testing::Values(
        Known{"nothing", "", "", "", "UTF-8", CharsetBasis::kShape},
        Known{"ascii", "Two words.", "shift_jis", "Two words.", "UTF-8", CharsetBasis::kShape},
        Known{"utf_8", "caf\u00E9", "", "caf\u00E9", "UTF-8", CharsetBasis::kShape},
        Known{"utf_8_that_is_declared_as_another", "caf\u00E9", "latin1", "caf\u00E9", "UTF-8",
              CharsetBasis::kShape},
        Known{"utf_8_marked", "\uFEFFcaf\u00E9", "", "caf\u00E9", "UTF-8", CharsetBasis::kMark},
        Known{"utf_16_marked", "\xFF\xFEh\0i\0"s, "", "hi", "UTF-16LE", CharsetBasis::kMark},
        Known{"utf_16_marked_big_end", "\xFE\xFF\0h\x20\xAC"s, "", "h\u20AC", "UTF-16BE",
              CharsetBasis::kMark},
        Known{"utf_16_surrogates", "\xFE\xFF\xD8\x3D\xDE\x00"s, "", "\U0001F600", "UTF-16BE",
              CharsetBasis::kMark},
        Known{"utf_16_half_a_surrogate", "\xFE\xFF\xD8\x3D\0!"s, "", "\uFFFD!", "UTF-16BE",
              CharsetBasis::kMark},
        Known{"utf_32_marked", "\xFF\xFE\0\0h\0\0\0"s, "", "h", "UTF-32LE", CharsetBasis::kMark},
        Known{"utf_16_bare", "h\0i\0 \0t\0h\0e\0r\0e\0"s, "", "hi there", "UTF-16LE",
              CharsetBasis::kShape},
        Known{"utf_16_bare_big_end", "\0h\0i\0 \0t\0h\0e\0r\0e"s, "", "hi there", "UTF-16BE",
              CharsetBasis::kShape},
        Known{"utf_32_bare", "\0\0\0h\0\0\0i"s, "", "hi", "UTF-32BE", CharsetBasis::kShape},
        Known{"a_stray_nul", "five\0 million"s, "", "five\0 million"s, "UTF-8",
              CharsetBasis::kShape},
        Known{"iso_2022_jp", "\x1B$B9A\x1B(B.", "", "港.", "ISO-2022-JP", CharsetBasis::kShape},
        Known{"hz", "A ~{8[~} B", "", "A 港 B", "HZ-GB-2312", CharsetBasis::kShape},
        Known{"no_hz", "x ~{8~} ~{", "", "x ~{8~} ~{", "UTF-8", CharsetBasis::kShape},
        Known{"by_the_caller", "caf\xE9", "ISO_8859-1", "caf\u00E9", "windows-1252",
              CharsetBasis::kDeclared},
        Known{"by_a_meta", "<META CHARSET=windows-1250> \xE8", "", "<META CHARSET=windows-1250> č",
              "windows-1250", CharsetBasis::kDeclared},
        Known{"by_an_old_meta",
              "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'> \xC1", "",
              "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'> а", "KOI8-R",
              CharsetBasis::kDeclared},
        Known{"by_xml", "<?xml version='1.0' encoding=\"iso-8859-2\"?><a>\xB9</a>", "",
              "<?xml version='1.0' encoding=\"iso-8859-2\"?><a>š</a>", "ISO-8859-2",
              CharsetBasis::kDeclared},
        Known{"by_the_caller_before_the_page", "<meta charset=koi8-r>\xE9", "windows-1252",
              "<meta charset=koi8-r>\u00E9", "windows-1252", CharsetBasis::kDeclared},
        Known{"utf_8_cut_off", "\u0161koda p\u0159i po\u017E\u00E1ru \u2013 k\xC5", "",
              "\u0161koda p\u0159i po\u017E\u00E1ru \u2013 k\uFFFD", "UTF-8",
              CharsetBasis::kShape}),
    [](const auto& test) { return test.param.name; });

TEST(Declarations, ThatTheBytesContradictAreNotBelieved) {
  const std::string_view text =
      "Паром шёл в порт, когда начался пожар. Часть экипажа спасли, сообщили в прокуратуре.";
  for (const char* label : {"iso-8859-1", "utf-8", "koi8-r", "shift_jis", "nonsense"}) {
    const Decoded out = decoded(encoded(text, "windows-1251"), label);
    EXPECT_EQ(out.text, text) << label;
    EXPECT_EQ(out.basis, CharsetBasis::kGuessed) << label;
  }
}

// --- labels ----------------------------------------------------------------------------------

struct Label {
  std::string_view label, charset;
};
void PrintTo(const Label& c, std::ostream* out) {
  *out << c.label;
}

class Labels : public testing::TestWithParam<Label> {};

TEST_P(Labels, MeanWhatBrowsersTakeThemFor) {
  const Charset* charset = charset_of(GetParam().label);
  EXPECT_EQ(charset ? charset->name : "", GetParam().charset);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Labels,
    testing::Values(Label{"UTF-8", "UTF-8"}, Label{" utf8 ", "UTF-8"}, Label{"gb2312", "GB18030"},
                    Label{"GBK", "GB18030"}, Label{"us-ascii", "windows-1252"},
                    Label{"Latin1", "windows-1252"}, Label{"ISO8859-9", "windows-1254"},
                    Label{"csISO2022KR", "ISO-2022-KR"}, Label{"x-sjis", "Shift_JIS"},
                    Label{"ks_c_5601-1987", "EUC-KR"}, Label{"cp1251", "windows-1251"},
                    Label{"win-1251", "windows-1251"}, Label{"x-cp1252", "windows-1252"},
                    Label{"cp866", "IBM866"}, Label{"TIS-620", "windows-874"},
                    Label{"koi8-u", "KOI8-U"}, Label{"", ""}, Label{"utf-9", ""},
                    Label{"none", ""}));

// --- what cannot be read ---------------------------------------------------------------------

TEST(Undecodable, BytesAreNamedWithTheirCharset) {
  std::string bytes = "\xFE\xFF\0a"s;
  for (int i = 0; i < 10; ++i) bytes += "\xDC\x01"s;
  EXPECT_EQ(decoded(bytes).unreadable(), "no text in UTF-16BE: byte 4 stands for no character");
  EXPECT_EQ(decoded(bytes.substr(0, 6)).unreadable(), std::nullopt);
}

TEST(Undecodable, IsNothingThatBeginsAsText) {
  EXPECT_TRUE(begins_as_text(""));
  EXPECT_TRUE(begins_as_text("Two words."));
  EXPECT_TRUE(begins_as_text("caf\xE9"));
  EXPECT_TRUE(begins_as_text("\xFF\xFEh\0"s));
  EXPECT_TRUE(begins_as_text("h\0i\0 \0t\0h\0e\0r\0e\0"s));
  EXPECT_TRUE(begins_as_text("five\0 million dollars"s));
  EXPECT_FALSE(begins_as_text("PK\x03\x04\0\0\0\0\0\0\x01\0\0\0"s));
  EXPECT_FALSE(
      begins_as_text("\x7F"
                     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"s));
}

// --- what holds of any bytes -----------------------------------------------------------------

TEST(Decoding, GivesValidUtf8OfAnyBytesUnderAnyLabel) {
  std::mt19937 random(11);
  const std::vector<const char*> labels = {"",         "utf-16", "shift_jis",   "gb18030",
                                           "big5",     "euc-jp", "iso-2022-jp", "iso-2022-kr",
                                           "johab",    "euc-tw", "hz",          "windows-1255",
                                           "utf-32be", "euc-kr", "ibm864",      "macroman"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = random_bytes(random, static_cast<std::size_t>(round) % 200);
    if (round % 3 == 0) bytes.insert(0, "\x1B$)C\x0E");
    if (round % 7 == 0) bytes.insert(0, "\xFF\xFE");
    const Decoded out = decoded(bytes, labels[static_cast<std::size_t>(round) % labels.size()]);
    ASSERT_EQ(invalid_utf8_at(out.text), std::nullopt) << testing::PrintToString(bytes);
    ASSERT_LE(out.text.size(), 3 * bytes.size()) << testing::PrintToString(bytes);
    ASSERT_LE(out.first_fault, bytes.size());
    ASSERT_FALSE(out.charset.empty());
  }
}

TEST(Decoding, TakesTimeInProportionToTheBytes) {
  const auto seconds = [](std::string_view piece, std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) bytes += piece;
    const std::clock_t begin = std::clock();
    decoded(std::move(bytes));
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  for (const std::string_view piece :
       {"\xFF", "\x1B", "~{", "~{ab~}", "<meta ", "<", "\xE4 ", "\x81", "\xB0\xA1", "\xA4",
        "\xC3\xA4\xC3", "<meta charset=", "\x8E\xA1", "\x0E"}) {
    const double small = seconds(piece, 1 << 16), large = seconds(piece, 1 << 20);
    EXPECT_LT(large, 0.3 + 64 * small) << piece;  // 16 times the bytes; quadratic would be 256
  }
}

}  // namespace
}  // namespace newsfacts
