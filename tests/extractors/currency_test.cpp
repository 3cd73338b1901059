// Currencies: every one that ICU knows is read by its names, its code and its sign; and a bare
// sign is the currency that the document says it is, no more.

#include <gtest/gtest.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/mention.h"
#include "extractors/currency_context.h"
#include "extractors/extract.h"

namespace newsfacts {
namespace {

Document read(std::string_view text, Metadata metadata = {}) {
  static const Extraction kExtraction;
  Document document(std::move(metadata), std::string(text));
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(std::string(text), same);
  kExtraction.extract(document);
  return document;
}

std::string with_basis(const Amount& amount) {
  std::string words(amount.unit.str());
  return words + " " + std::string(word_in(kCurrencyBasisWords, amount.currency_basis));
}

// "USD default; AUD explicit", of every sum.
std::string currencies_of(const Document& document) {
  std::string found;
  for (const Mention& mention : document.mentions)
    if (mention.kind == Kind::kMoney)
      found += (found.empty() ? "" : "; ") + with_basis(*mention.amount());
  return found;
}

// The code of the one sum of `text`; what was found instead, where it is not the whole text.
std::string code_of(const std::string& text) {
  const Document document = read(text);
  if (document.mentions.size() != 1 || document.mentions[0].kind != Kind::kMoney ||
      document.mentions[0].span.size() != text.size())
    return currencies_of(document) + " of a part";
  return std::string(document.mentions[0].amount()->unit.str());
}

// A no-break space becomes a space, as in every normalized text.
std::string utf8(const UChar* text, int32_t length) {
  icu::UnicodeString words(text, length);
  words.findAndReplace(u"\u00a0", u" ").findAndReplace(u"\u202f", u" ");
  std::string bytes;
  words.toUTF8String(bytes);
  return bytes;
}

struct IcuCurrency {
  std::string code, name, one, other, sign;
};

void PrintTo(const IcuCurrency& c, std::ostream* out) {
  *out << c.code << " " << c.name;
}

// All but XXX, which is no currency, and XTS, which is for tests.
std::vector<IcuCurrency> currencies_of_icu() {
  std::vector<IcuCurrency> all;
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration* codes = ucurr_openISOCurrencies(UCURR_ALL, &error);
  while (const char* code = uenum_next(codes, nullptr, &error)) {
    icu::UnicodeString wide(code);
    const UChar* iso = wide.getTerminatedBuffer();
    const auto name = [&](UCurrNameStyle style) {
      UErrorCode status = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar* found = ucurr_getName(iso, "en", style, nullptr, &length, &status);
      return utf8(found, length);
    };
    const auto plural = [&](const char* count) {
      UErrorCode status = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar* found = ucurr_getPluralName(iso, "en", nullptr, count, &length, &status);
      return utf8(found, length);
    };
    if (std::string_view(code) != "XXX" && std::string_view(code) != "XTS")
      all.push_back(
          {code, name(UCURR_LONG_NAME), plural("one"), plural("other"), name(UCURR_SYMBOL_NAME)});
  }
  uenum_close(codes);
  return all;
}

class EveryCurrencyOfIcu : public testing::TestWithParam<IcuCurrency> {};

TEST_P(EveryCurrencyOfIcu, IsReadByItsCode) {
  EXPECT_EQ(code_of(GetParam().code + " 2.5 million"), GetParam().code);
  EXPECT_EQ(code_of("2.5 million " + GetParam().code), GetParam().code);
}

TEST_P(EveryCurrencyOfIcu, IsReadByItsNames) {
  const std::set<std::string> metals = {"XAG", "XAU", "XPD", "XPT"};  // an ounce is a quantity
  if (metals.contains(GetParam().code) || GetParam().name == GetParam().code) return;
  for (const std::string& name : {GetParam().name, GetParam().one, GetParam().other})
    EXPECT_EQ(code_of("2.5 million " + name), GetParam().code) << name;
}

TEST_P(EveryCurrencyOfIcu, IsReadByItsSign) {
  EXPECT_EQ(code_of(GetParam().sign + "2.5 million"), GetParam().code) << GetParam().sign;
}

INSTANTIATE_TEST_SUITE_P(, EveryCurrencyOfIcu, testing::ValuesIn(currencies_of_icu()),
                         [](const auto& test) { return test.param.code; });

struct ContextCase {
  std::string_view text, currencies;
  std::string_view url = "";
  std::string_view source = "";
  std::string_view published = "";
};

void PrintTo(const ContextCase& c, std::ostream* out) {
  *out << '"' << c.text << "\" " << c.url << c.source << ' ' << c.published;
}

class BareCurrency : public testing::TestWithParam<ContextCase> {};

TEST_P(BareCurrency, IsWhatTheDocumentSaysItIs) {
  Metadata metadata;
  metadata.url = GetParam().url;
  metadata.source = GetParam().source;
  metadata.published = GetParam().published;
  EXPECT_EQ(currencies_of(read(GetParam().text, metadata)), GetParam().currencies);
}

INSTANTIATE_TEST_SUITE_P(
    Outlet, BareCurrency,
    testing::Values(
        ContextCase{"It cost $5 million.", "USD default"},
        ContextCase{"It cost $5 million.", "AUD context", "https://news.example.com.au/a"},
        ContextCase{"It cost $5 million.", "NZD context", "", "The New Zealand Courier"},
        ContextCase{"It cost 700 pesos.", "ARS context", "https://www.argentinadispatch.example/1"},
        ContextCase{"https://www.example.co.nz/a\nIt cost $5 million.", "NZD context"},
        ContextCase{"Rs 500 each", "PKR context", "https://news.example.pk"},
        // The rupee's outlet knows no dollar.
        ContextCase{"It cost $500.", "USD default", "https://news.example.pk"},
        // A desk that writes "$" for its own wherever it is.
        ContextCase{"SYDNEY (Reuters) - It cost $5 million.", "USD context"},
        ContextCase{"It cost $5 million.", "USD context", "https://example.com.au", "Reuters"}));

INSTANTIATE_TEST_SUITE_P(
    OtherSums, BareCurrency,
    testing::Values(ContextCase{"NZ$5 million, then $2 million", "NZD explicit; NZD context"},
                    // Written each time, it is told apart from the bare one.
                    ContextCase{"HK$5 million, $2 million and HK$3 million",
                                "HKD explicit; USD default; HKD explicit"},
                    // A desk that converts into "$" means its own.
                    ContextCase{"HK$5 million, then 30 million yuan ($4 million)",
                                "HKD explicit; CNY explicit; USD default"},
                    ContextCase{"A$5 and NZ$5, then $2", "AUD explicit; NZD explicit; USD default"},
                    ContextCase{"A$10 million ($7.5 million)", "AUD explicit; USD default"},
                    ContextCase{"90 Egyptian pounds a day, then 70 pounds",
                                "EGP explicit; EGP context"},
                    ContextCase{"20 Swedish kronor and 5 kroner", "SEK explicit; SEK context"}));

INSTANTIATE_TEST_SUITE_P(
    Country, BareCurrency,
    testing::Values(
        ContextCase{"Egypt raised it. The Egyptian cabinet gave 300 pounds.", "EGP context"},
        ContextCase{"Egypt raised it to 300 pounds.", "EGP context"},
        ContextCase{"Mr. Brown raised it to 300 pounds.", "GBP default"},
        ContextCase{"Egypt met Britain. Egyptian and British aides gave 300 pounds.",
                    "GBP default"},
        ContextCase{"Chile, Chileans and the Chilean state owe 4 million pesos.", "CLP context"},
        // America is named: whose dollar it is nobody can tell.
        ContextCase{"Canada and Canadian firms. Canada owes the United States 5 dollars.",
                    "USD default"},
        ContextCase{"Canada and Canadian firms. Canada lost 5 dollars.", "CAD context"},
        // The sign may be that of a foreign desk.
        ContextCase{"Canada and Canadian firms. Canada lost $5.", "USD default"}));

// A currency is of its years: the newest, where the year is not known.
INSTANTIATE_TEST_SUITE_P(
    Year, BareCurrency,
    testing::Values(ContextCase{"France and French farmers lost 40 million francs.", "FRF context"},
                    ContextCase{"France and French farmers lost 40 million francs.", "FRF context",
                                "", "", "1997-02-03"},
                    ContextCase{"France and French farmers lost 40 million francs.", "CHF default",
                                "", "", "2015-02-03"},
                    ContextCase{"Belarus and Belarusian banks owe 4 million rubles.",
                                "BYN context"},
                    ContextCase{"Belarus and Belarusian banks owe 4 million rubles.", "BYR context",
                                "", "", "2009-05-06"}));

TEST(CurrencyFamily, IsTheNameThatCurrenciesShare) {
  EXPECT_EQ(currency_family(Symbol("AUD")).str(), "dollar");
  EXPECT_EQ(currency_family(Symbol("SEK")), currency_family(Symbol("CZK")));
  EXPECT_TRUE(currency_family(Symbol("EUR")).empty());
}

}  // namespace
}  // namespace newsfacts
