// A language is a folder of pages.  What its months and weekdays are called is checked against
// ICU's CLDR data, and a language nobody compiled shows that it needs no code.

#include <gtest/gtest.h>
#include <unicode/dtfmtsym.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/extract.h"
#include "extractors/languages.h"
#include "extractors/rule_file.h"

namespace newsfacts {
namespace {

namespace fs = std::filesystem;

// "en" and every language there is a folder for.
std::vector<std::string> all_languages() {
  std::vector<std::string> codes = Languages().codes();
  codes.insert(codes.begin(), "en");
  return codes;
}

class OfLanguage : public testing::TestWithParam<std::string> {
 protected:
  // A vocabulary as the language has it.
  Vocabulary vocabulary(const std::string& name) const {
    const FileSource source = rule_source();
    const std::string file = "vocabulary/" + name + ".tsv";
    auto text = source("languages/" + GetParam() + "/" + file);
    if (!text) text = source(file);
    return Vocabulary::parse(file, *text);
  }

  // Each name CLDR has must read as the number of its place, in one of two vocabularies.
  void expect_all(const icu::UnicodeString* names, int first, int count, int number,
                  const std::string& vocabulary_name) const {
    const Vocabulary whole = vocabulary(vocabulary_name);
    const Vocabulary part = vocabulary(vocabulary_name + "_short");
    for (int i = 0; i < count; ++i) {
      std::string name;
      names[first + i].toUTF8String(name);
      if (name.ends_with('.')) name.pop_back();  // the patterns take it or leave it
      const auto reading = whole.reading(name) ? whole.reading(name) : part.reading(name);
      const std::string expected = std::to_string((number + i - 1) % count + 1);
      EXPECT_EQ(reading.value_or("missing"), expected) << GetParam() << ": " << name;
    }
  }
};

TEST_P(OfLanguage, MonthsAreThoseOfCldr) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(GetParam().c_str()), status);
  ASSERT_TRUE(U_SUCCESS(status));
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
      expect_all(months, 0, 12, 1, "months");
    }
}

TEST_P(OfLanguage, WeekdaysAreThoseOfCldr) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(GetParam().c_str()), status);
  ASSERT_TRUE(U_SUCCESS(status));
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;  // ICU's first is empty, its second Sunday
      const icu::UnicodeString* const days = symbols.getWeekdays(count, context, width);
      expect_all(days, 1, 7, 7, "weekdays");
    }
}

INSTANTIATE_TEST_SUITE_P(Cldr, OfLanguage, testing::ValuesIn(all_languages()),
                         [](const auto& test) { return test.param; });

Document document_of(const std::string& text, const std::string& language) {
  Metadata metadata;
  metadata.language = language;
  Document document(metadata, text);
  normalize(document);
  Segmenter().segment(document);
  return document;
}

struct Told {
  const char* declared;  // what the metadata say
  const char* text;
  const char* language;  // "" is English, or none there is a folder for
};
void PrintTo(const Told& test, std::ostream* out) { *out << test.declared << " | " << test.text; }

class Telling : public testing::TestWithParam<Told> {};

TEST_P(Telling, LanguageIsTheDeclaredOneElseThatOfTheWords) {
  static const Languages languages;
  const auto [declared, text, expected] = GetParam();
  const auto language = languages.of(document_of(text, declared));
  EXPECT_EQ(language ? languages.codes()[*language] : "", expected);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Telling,
    testing::Values(
        Told{"", "The harbour office said on Monday that the ferry will be back in service.", ""},
        Told{"", "Der Hafen teilte am Montag mit, dass die Fähre wieder fahren wird.", "de"},
        Told{"", "Le port a annoncé lundi que le ferry est de nouveau en service.", "fr"},
        Told{"", "El puerto anunció el lunes que el transbordador vuelve a las islas.", "es"},
        Told{"", "Die hard fans of the band said so in Berlin.", ""},
        Told{"", "Ferry, Hafen, Insel", ""},
        Told{"", "De haven meldde maandag dat de veerboot weer vaart naar het eiland.", ""},
        Told{"", "", ""},
        Told{"de-AT", "3. Mai 1999", "de"},
        Told{"FR", "le 3 mai 1999", "fr"},
        Told{"en", "Der Hafen teilte am Montag mit, dass die Fähre wieder fahren wird.", ""},
        Told{"nl", "Der Hafen teilte am Montag mit, dass die Fähre wieder fahren wird.", ""}));

class LanguageFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("newsfacts_language_" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) +
               "_" + std::to_string(::getpid()));
    write("date.rules",
          "field day   = 3[01]|[12][0-9]|0?[1-9]\n"
          "field month = @months\n"
          "field year  = 1[0-9]{3}|20[0-9]{2}\n"
          "rule day-month-year\n"
          "  = {day} {month} {year}\n"
          "  + op [3 mei 1999] in      => 1999-05-03\n"
          "  - 31 juni 1999\n");
    write("vocabulary/months.tsv", "mei\t5\njuni\t6\n");
    write("vocabulary/function_words.tsv", "de\nhet\neen\nvan\nop\ndat\nis\nnaar\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / "languages" / "nl" / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  fs::path folder_;
};

TEST_F(LanguageFolder, IsALanguageWithoutAnyCode) {
  const Extraction extraction(folder_);
  Document dutch =
      document_of("Het schip is op 3 mei 1999 van de haven naar het eiland gevaren.", "");
  extraction.extract(dutch);
  ASSERT_EQ(dutch.mentions.size(), 1u);
  EXPECT_EQ(dutch.at(dutch.mentions[0].span), "3 mei 1999");
  EXPECT_EQ(to_string(dutch.mentions[0].value), "1999-05-03");
  EXPECT_EQ(dutch.mentions[0].rule.str(), "nl/date/day-month-year");
}

TEST_F(LanguageFolder, LeavesTheOthersAlone) {
  const Extraction extraction(folder_);
  Document english = document_of("The ship left the port for the island on May 3, 1999.", "en");
  extraction.extract(english);
  ASSERT_FALSE(english.mentions.empty());
  EXPECT_EQ(english.mentions[0].rule.str(), "date/month-day-year");
}

TEST_F(LanguageFolder, TellsWhatIsWrongWithAPageWhenItIsNeeded) {
  write("date.rules", "rule day\n  = {dag}\n  + 3 => 3\n  - 4\n");
  const Extraction extraction(folder_);
  Document dutch = document_of("op 3 mei 1999", "nl");
  EXPECT_THROW(extraction.extract(dutch), RuleFileError);
}

}  // namespace
}  // namespace newsfacts
