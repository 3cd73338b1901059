#include "corpus/charset_guess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "corpus/charset_convert.h"
#include "corpus/charset_letters.h"
#include "corpus/charset_wide.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// --- the sample ------------------------------------------------------------------------------

bool is_high(char c) {
  return static_cast<signed char>(c) < 0;
}

// Where the ASCII that begins at `at` ends.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  std::uint64_t eight;
  for (; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < bytes.size() && !is_high(bytes[at])) ++at;
  return at;
}

// Adds stretches of `bytes` with bytes beyond ASCII and what stands around them, a line end
// behind each, until the sample has `most`.
void add_stretches(std::string_view bytes, std::size_t most, std::string* sample) {
  constexpr std::size_t kBehind = 3, kLongest = 1000;
  for (std::size_t at = 0; sample->size() < most;) {
    const std::size_t high = ascii_end(bytes, at);
    if (high == bytes.size()) return;
    std::size_t last = high, end = high + 1;
    while (end < bytes.size() && end - last <= kBehind && end - high < kLongest) {
      if (is_high(bytes[end])) last = end;
      ++end;
    }
    const std::size_t begin = high > at ? high - 1 : high;
    sample->append(bytes, begin, end - begin);
    *sample += '\n';
    at = end;
  }
}

// Of a long text from its begin, its middle and its end: pages begin with what they have in common.
std::string sample_of(std::string_view bytes) {
  constexpr std::size_t kMost = 2400, kLong = 1 << 16;
  std::string sample;
  sample.reserve(kMost + 1100);
  if (bytes.size() > kLong) {
    add_stretches(bytes.substr(0, kLong / 4), kMost / 3, &sample);
    for (const std::size_t part : {bytes.size() / 2, bytes.size() / 4 * 3}) {
      // From white space, so that no character of several bytes is cut.
      const std::size_t from = bytes.substr(0, part + kLong / 8).find_first_of(" \n", part);
      if (from != bytes.npos)
        add_stretches(bytes.substr(from, kLong / 4), sample.size() + kMost / 3, &sample);
    }
  }
  if (sample.size() < kMost / 4) {
    sample.clear();
    add_stretches(bytes, kMost, &sample);
  }
  return sample;
}

// --- charsets of a byte a character ----------------------------------------------------------

struct Candidate {
  std::string_view charset;
  Writing writing;
  double prior;  // log; of the charset beside others of its writing
};
constexpr std::array kCandidates = std::to_array<Candidate>({
    {"windows-1252", Writing::kLatin, 0},    {"windows-1250", Writing::kLatin, -1},
    {"ISO-8859-2", Writing::kLatin, -1.2},   {"windows-1254", Writing::kLatin, -2},
    {"windows-1257", Writing::kLatin, -2},   {"ISO-8859-13", Writing::kLatin, -3},
    {"ISO-8859-4", Writing::kLatin, -4},     {"ISO-8859-3", Writing::kLatin, -4},
    {"ISO-8859-15", Writing::kLatin, -2},    {"macintosh", Writing::kLatin, -4},
    {"x-mac-ce", Writing::kLatin, -5},       {"IBM850", Writing::kLatin, -7},
    {"IBM437", Writing::kLatin, -8},         {"IBM852", Writing::kLatin, -7},
    {"IBM857", Writing::kLatin, -9},         {"windows-1251", Writing::kCyrillic, -1},
    {"KOI8-R", Writing::kCyrillic, -1},      {"KOI8-U", Writing::kCyrillic, -2},
    {"ISO-8859-5", Writing::kCyrillic, -2},  {"x-mac-cyrillic", Writing::kCyrillic, -2.5},
    {"IBM866", Writing::kCyrillic, -2},      {"IBM855", Writing::kCyrillic, -3},
    {"windows-1253", Writing::kGreek, -1.2}, {"ISO-8859-7", Writing::kGreek, -1},
    {"IBM737", Writing::kGreek, -4},         {"windows-1255", Writing::kHebrew, -1},
    {"ISO-8859-8", Writing::kHebrew, -2},    {"IBM862", Writing::kHebrew, -4},
    {"windows-1256", Writing::kArabic, -1},  {"ISO-8859-6", Writing::kArabic, -2},
    {"windows-874", Writing::kThai, -1},
});

// Signs that all languages use, by how often they stand in 10,000 signs.
constexpr std::string_view kSigns =
    "’ 2200 “ 1200 ” 1200 – 900 — 600 ‘ 350 … 400 « 600 » 600 „ 250 \u00A0 1200 • 150 · 100 "
    "° 80 © 120 ® 60 ™ 50 € 80 £ 60 § 30 ´ 40 ½ 20 ² 20 ³ 5 × 10 ± 5 № 60 ¿ 40 ¡ 40 ‚ 30 \u00AD 30 "
    "¼ 5 ¾ 5 ‹ 5 › 5 † 4 µ 5 ¶ 3 ─ 150 │ 60 ═ 100 ║ 30 ■ 10 █ 30 ░ 10 ▒ 10 ▓ 10";

constexpr double kCapitalShare = 0.06;
const double kRareLetter = std::log(1.5e-4), kRareSign = std::log(2e-5), kControl = std::log(1e-6),
             kUnassigned = std::log(1e-7);

using Counts = std::map<char32_t, double>;

Counts parsed(std::string_view pairs) {
  Counts counts;
  double sum = 0;
  for (std::size_t at = 0; at < pairs.size();) {
    const CodePoint c = code_point_at(pairs, at);
    at += c.size + 1;
    double count = 0;
    for (; at < pairs.size() && pairs[at] != ' '; ++at) count = count * 10 + (pairs[at] - '0');
    ++at;
    counts[c.value] = count;
    sum += count;
  }
  for (auto& [c, count] : counts) count /= sum;
  return counts;
}

char32_t small_letter(char32_t c) {
  const std::string small = [&] {
    std::string text;
    append_utf8(c, &text);
    return folded(text);
  }();
  return code_point_at(small, 0).value;
}

enum class Kind : std::uint8_t { kOther, kSmall, kCapital, kCaseless, kSign, kApostrophe };

struct Table {
  const Charset* charset;
  double prior;
  bool latin;
  std::array<Kind, 256> kinds;
  std::array<bool, 256> native;  // a letter of the writing that the charset is for
  struct Language {
    std::array<float, 128> log;
  };
  std::vector<Language> languages;
};

bool is_of(Writing writing, char32_t c) {
  switch (writing) {
    case Writing::kLatin: return c < 0x250;
    case Writing::kCyrillic: return c >= 0x400 && c < 0x530;
    case Writing::kGreek: return c >= 0x370 && c < 0x400;
    case Writing::kHebrew: return c >= 0x590 && c < 0x600;
    case Writing::kArabic: return c >= 0x600 && c < 0x700;
    case Writing::kThai: return c >= 0xE00 && c < 0xE80;
  }
  return false;
}

// The share of signs among the characters beyond ASCII: about 40 signs stand in 10,000 letters.
double signs_beside(const Letters& language) {
  double letters = 0;
  const std::string_view counts = language.counts;
  for (std::size_t at = counts.find(' '); at != counts.npos; at = counts.find(' ', at + 1))
    if (counts[at + 1] <= '9' && counts[at + 1] >= '0') letters += std::atof(counts.data() + at);
  return 40 / (40 + letters);
}

Table table_of(const Candidate& candidate) {
  Table table{charset_of(candidate.charset),
              candidate.prior,
              candidate.writing == Writing::kLatin,
              {},
              {},
              {}};
  const std::array<char16_t, 256>& characters = byte_table(*table.charset);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const char32_t c = characters[byte];
    const bool word = is_word_character(c) && !(c >= 0xB2 && c <= 0xBE);
    Kind kind = Kind::kOther;
    if (is_upper(c))
      kind = Kind::kCapital;
    else if (is_letter(c) && c != 0xAA && c != 0xBA)
      kind = Kind::kSmall;
    else if (c == '\'' || c == 0x2019 || c == 0xAD || c == '-')
      kind = Kind::kApostrophe;
    else if (c >= 0x80)
      kind = word ? Kind::kSmall : Kind::kSign;
    if (kind == Kind::kSmall && c >= 0x590 && c < 0xE80) kind = Kind::kCaseless;
    table.kinds[byte] = kind;
    table.native[byte] =
        c >= 0x80 && (kind == Kind::kSmall || kind == Kind::kCapital || kind == Kind::kCaseless) &&
        is_of(candidate.writing, c);
  }
  static const Counts signs = parsed(kSigns);
  for (const Letters& language : kLetters) {
    if (language.writing != candidate.writing) continue;
    const Counts letters = parsed(language.counts);
    // What is left to letters, the fewer of them a language has.
    const double sign_share = signs_beside(language);
    Table::Language row{};
    for (std::size_t high = 0; high < 128; ++high) {
      const char32_t c = characters[128 + high];
      double chance = 0;
      const auto letter = letters.find(c);
      const auto small = letters.find(small_letter(c));
      const auto sign = signs.find(c);
      if (letter != letters.end())
        chance += (1 - sign_share) * letter->second;
      else if (small != letters.end())
        chance += (1 - sign_share) * kCapitalShare * small->second;
      if (sign != signs.end()) chance += sign_share * sign->second;
      row.log[high] = static_cast<float>(chance > 0    ? std::max(std::log(chance), kRareLetter)
                                         : c == 0xFFFD ? kUnassigned
                                         : c < 0xA0    ? kControl
                                         : table.native[128 + high] ? kRareLetter
                                                                    : kRareSign);
    }
    table.languages.push_back(row);
  }
  return table;
}

const std::vector<Table>& tables() {
  static const std::vector<Table> tables = [] {
    std::vector<Table> made;
    for (const Candidate& candidate : kCandidates) made.push_back(table_of(candidate));
    return made;
  }();
  return tables;
}

// How odd it is that `table`'s characters stand as they do beside each other; log, never above 0.
double order(const Table& table, std::string_view sample) {
  double sum = 0;
  Kind before = Kind::kOther;
  bool before_native = false, before_high = false, before_digit = false;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sample[at]);
    const Kind kind = table.kinds[byte];
    const bool high = byte >= 0x80, native = table.native[byte], digit = byte >= '0' && byte <= '9';
    if (high || before_high) {
      const bool letter = kind == Kind::kSmall || kind == Kind::kCapital || kind == Kind::kCaseless;
      const bool letter_before =
          before == Kind::kSmall || before == Kind::kCapital || before == Kind::kCaseless;
      if (before == Kind::kSmall && kind == Kind::kCapital) sum -= 2.5;
      if (letter && letter_before && !table.latin && native != before_native) sum -= 3;
      // A letter and a digit that touch.
      if ((native && before_digit) || (before_native && digit)) sum -= 1;
      // A sign within a word.
      if (kind == Kind::kSign && high && letter_before && at + 1 < sample.size()) {
        const Kind next = table.kinds[static_cast<unsigned char>(sample[at + 1])];
        if (next == Kind::kSmall || next == Kind::kCapital || next == Kind::kCaseless) sum -= 2;
      }
    }
    before = kind;
    before_native = native;
    before_high = high;
    before_digit = digit;
  }
  return sum;
}

}  // namespace

const Charset* guessed_charset(std::string_view bytes, const Charset* declared) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const std::string sample = sample_of(bytes);
  std::array<std::uint32_t, 128> counts{};
  std::size_t high = 0, pairs = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (!is_high(sample[at])) continue;
    ++high;
    ++counts[static_cast<unsigned char>(sample[at]) & 0x7F];
    pairs += at > 0 && is_high(sample[at - 1]);
  }
  const Charset* best = charset_of("windows-1252");
  double most = kNever, of_declared = kNever;
  const auto offer = [&](const Charset* charset, double log) {
    if (charset == declared) of_declared = log;
    if (log > most) {
      most = log;
      best = charset;
    }
  };
  // The likeliest by their letters first: what is already below the best is not looked at more
  // closely, for a closer look only lessens it.
  std::vector<std::pair<std::uint8_t, float>> used;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      used.emplace_back(static_cast<std::uint8_t>(i), static_cast<float>(counts[i]));
  std::vector<std::pair<double, const Table*>> by_letters;
  for (const Table& table : tables()) {
    double likeliest = kNever;
    for (const Table::Language& language : table.languages) {
      float log = 0;
      for (const auto& [byte, count] : used) log += count * language.log[byte];
      likeliest = std::max(likeliest, static_cast<double>(log));
    }
    by_letters.emplace_back(table.prior + likeliest, &table);
  }
  std::stable_sort(by_letters.begin(), by_letters.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto offer_table = [&](const std::pair<double, const Table*>& likely) {
    const auto& [log, table] = likely;
    if (log > most || table->charset == declared)
      offer(table->charset, log + order(*table, sample));
  };
  offer_table(by_letters.front());
  if (pairs * 10 >= high * 3)
    for (const WideCharset& wide : wide_charsets()) {
      const Charset* charset = charset_of(wide.name);
      offer(charset, likelihood(wide, sample, charset == declared ? kNever : most));
    }
  std::for_each(by_letters.begin() + 1, by_letters.end(), offer_table);
  if (!declared) return best;
  // A declaration weighs as much as a third of the letters do; one that is not judged here stands.
  if (of_declared == kNever) return declared;
  return of_declared + 12 + 0.35 * static_cast<double>(high) >= most ? declared : best;
}

}  // namespace newsfacts
