#include "extractors/numeral.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "corpus/ascii.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

struct Tables {
  WordTable words{"number_words"};
  WordTable magnitudes{"magnitudes"};
  WordTable letters{"magnitude_letters"};
  WordTable fractions{"fractions"};
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

std::optional<int> whole(std::string_view digits) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

// "1,250,000.5" without its separators.  A comma groups three digits, or two as in
// 1,25,000 (lakhs); one comma before one or two last digits is a decimal comma.
std::optional<Decimal> read_digits(std::string_view printed, bool* grouped) {
  std::string plain;
  const std::size_t last_comma = printed.rfind(','), last_point = printed.rfind('.');
  const auto commas = std::count(printed.begin(), printed.end(), ',');
  const auto points = std::count(printed.begin(), printed.end(), '.');
  const bool point_groups =
      last_comma != printed.npos && last_point != printed.npos && last_point < last_comma;
  const std::size_t behind_comma = last_comma == printed.npos ? 0 : printed.size() - last_comma - 1;
  const bool decimal_comma = commas == 1 && (point_groups || (points == 0 && behind_comma < 3));
  const char group = decimal_comma || points > 1 ? '.' : ',';  // "1.250.000"
  if (decimal_comma && (behind_comma == 0 || behind_comma > 2)) return std::nullopt;
  std::size_t run = 0;  // digits since the last separator
  bool first = true, decimals = false;
  for (const char c : printed) {
    if (is_digit(c)) {
      plain += c;
      ++run;
      continue;
    }
    if (is_blank(c) || c == group) {
      if (decimals || (first ? run == 0 || run > 3 : run != 3 && run != 2)) return std::nullopt;
      *grouped = true;
    } else {
      if (decimals || (*grouped && run != 3)) return std::nullopt;
      decimals = true;
      plain += '.';
    }
    first = false;
    run = 0;
  }
  if (*grouped && !decimals && run != 3) return std::nullopt;
  return Decimal::parse(plain);
}

// n/d: exact where there is a decimal of six places for it (halves, quarters, ... 64ths, tenths),
// else rounded to twelve (thirds, sixths), far finer than any article states.
std::optional<Decimal> quotient(const Decimal& n, int d) {
  constexpr int kExact = -6, kRounded = -12;
  std::int64_t digits = n.digits();
  if (d <= 0 || digits < 0 || digits >= 1'000'000) return std::nullopt;
  for (int exponent = 0; exponent >= kRounded; --exponent, digits *= 10)
    if (digits % d == 0 && exponent >= kExact)
      return Decimal(digits / d, n.exponent() + exponent);
    else if (exponent == kRounded)
      return Decimal((2 * digits + d) / (2 * d), n.exponent() + exponent);
  return std::nullopt;
}

// "7/8" of one; no improper fraction, and no 9/11.
struct Ratio {
  Decimal numerator;
  int denominator = 1;
};
std::optional<Ratio> read_ratio(std::string_view printed) {
  const std::size_t slash = printed.find('/');
  if (slash == printed.npos) return std::nullopt;
  const auto n = whole(printed.substr(0, slash)), d = whole(printed.substr(slash + 1));
  if (!n || !d || *n <= 0 || *n >= *d) return std::nullopt;
  return Ratio{Decimal(*n, 0), *d};
}

bool is_rank(std::string_view word) {
  return word.ends_with("th") || word.ends_with("TH") || word.ends_with("third") ||
         word.ends_with("Third") || word.ends_with("THIRD");
}

// One word of a figure, or one run of digits.
struct Piece {
  enum class Kind : std::uint8_t {
    kDigits,
    kSmall,
    kMultiplier,
    kScale,
    kFraction,
    kArticle,
    kAnd,
    kPoint,
    kOf,
    kEnd
  };
  Kind kind = Kind::kEnd;
  Decimal value;         // of digits, small numbers and multipliers; the numerator of fractions
  int denominator = 1;   // of fractions
  bool ranks = false;    // "fifth", which is also a rank; not "fifths", "quarter", "1/5"
  int power = 0;         // of scales
  bool grouped = false;  // digits in groups
};

constexpr std::size_t kMostPieces = 24;  // "nine hundred and ninety-nine trillion, ..." has 21

// The pieces of `words`, closed by a kEnd; false when some word is none of a figure.
bool cut(std::string_view words, std::array<Piece, kMostPieces + 1>* pieces) {
  using enum Piece::Kind;
  const Tables& t = tables();
  std::size_t count = 0, at = 0;
  while (at < words.size()) {
    if (is_blank(words[at]) || words[at] == '-' ||
        (words[at] == ',' && at + 1 < words.size() && is_blank(words[at + 1]))) {
      ++at;
      continue;
    }
    if (count == kMostPieces) return false;
    Piece& piece = (*pieces)[count++];
    std::size_t end = at;
    if (is_digit(words[at]) || words[at] == '.') {
      const auto part_of_digits = [&](std::size_t i) {
        if (is_digit(words[i]) || words[i] == '/') return true;
        const bool joins = words[i] == '.' || words[i] == ',' || words[i] == ' ';
        // "120 000" is one number, "8 1/2" is two pieces.
        if (words[i] == ' ' && (i + 3 >= words.size() || words.substr(i).find('/') != words.npos))
          return false;
        return joins && i + 1 < words.size() && is_digit(words[i + 1]);
      };
      while (end < words.size() && part_of_digits(end)) ++end;
      const std::string_view printed = words.substr(at, end - at);
      if (printed.find('/') != printed.npos) {
        const auto ratio = read_ratio(printed);
        if (!ratio) return false;
        piece.kind = kFraction;
        piece.value = ratio->numerator;
        piece.denominator = ratio->denominator;
      } else if (const auto value = read_digits(printed, &piece.grouped)) {
        piece.kind = kDigits;
        piece.value = *value;
      } else {
        return false;
      }
    } else {
      while (end < words.size() && !is_blank(words[end]) && words[end] != '-' &&
             words[end] != ',' && !is_digit(words[end]))
        ++end;
      const std::string_view word = words.substr(at, end - at);
      if (const auto number = t.words.find(word)) {
        piece.kind = number->front() == 'x' ? kMultiplier : kSmall;
        piece.value = *Decimal::parse(number->substr(piece.kind == kMultiplier));
      } else if (const auto fraction = t.fractions.find(word)) {
        const Ratio ratio = *read_ratio(*fraction);
        piece.kind = kFraction;
        piece.value = ratio.numerator;
        piece.denominator = ratio.denominator;
        piece.ranks = is_rank(word);
      } else if (const auto power = t.magnitudes.find(word)) {
        piece.power = *whole(*power);
        piece.kind = kScale;
      } else if (const auto letters = t.letters.find(word)) {
        piece.power = *whole(*letters);
        piece.kind = kScale;
      } else if (word == "a" || word == "A" || word == "an" || word == "An") {
        piece.kind = kArticle;
      } else if (word == "and" || word == "&") {
        piece.kind = kAnd;
      } else if (word == "point") {
        piece.kind = kPoint;
      } else if (word == "of") {
        piece.kind = kOf;
      } else {
        return false;
      }
    }
    at = end;
  }
  (*pieces)[count].kind = kEnd;
  return count > 0;
}

// Reads the pieces by the grammar of English numerals:
//
//     figure    fraction of? a? sum?  |  sum
//     sum       term (and? term)*            each closed by a smaller scale than the last
//     term      count scale*  (and (a | small) fraction)?
//     count     digits (fraction | hundred)?  |  small point small+  |  (a | small)? (hundred |
//     dozen) (and? small)?  | small small     twenty-two, twelve
class Figure {
 public:
  explicit Figure(const std::array<Piece, kMostPieces + 1>& pieces) : pieces_(pieces) {}

  std::optional<Numeral> read() {
    auto value = portion();
    if (!value) {
      at_ = 0;
      value = sum();
    }
    if (!value || kind() != Piece::Kind::kEnd) return std::nullopt;
    return Numeral{*value, power_, grouped_};
  }

 private:
  using Kind = Piece::Kind;

  Kind kind(std::size_t ahead = 0) const {
    for (std::size_t i = at_; i <= at_ + ahead; ++i)
      if (pieces_[i].kind == Kind::kEnd) return Kind::kEnd;
    return pieces_[at_ + ahead].kind;
  }
  const Piece& take() { return pieces_[at_++]; }
  bool skip(Kind wanted) {
    if (kind() != wanted) return false;
    ++at_;
    return true;
  }

  // "half a billion", "three-quarters of a million", "one-tenth of 1", "half".
  std::optional<Decimal> portion() {
    Decimal parts(1, 0);
    if (!skip(Kind::kArticle) && kind() == Kind::kSmall) parts = take().value;
    if (kind() != Kind::kFraction) return std::nullopt;
    const auto value = fraction(parts);
    skip(Kind::kOf);
    if (kind() == Kind::kArticle && kind(1) == Kind::kEnd) ++at_;  // "half a" percent
    if (kind() == Kind::kEnd) return value;
    const auto whole_figure = sum();
    return value && whole_figure ? value->times(*whole_figure) : std::nullopt;
  }

  // `parts` of the fraction at hand: 2 and "thirds".  "Twenty-fifth" is a rank.
  std::optional<Decimal> fraction(const Decimal& parts) {
    const Piece& piece = take();
    if (piece.ranks && parts != Decimal(1, 0)) return std::nullopt;
    const auto numerator = parts.times(piece.value);
    return numerator ? quotient(*numerator, piece.denominator) : std::nullopt;
  }

  std::optional<Decimal> sum() {
    std::optional<Decimal> total;
    Decimal last_unit;
    while (kind() != Kind::kEnd) {
      if (total) skip(Kind::kAnd);
      Decimal unit(1, 0);
      auto next = term(&unit);
      if (!next) return std::nullopt;
      if (total && *next >= last_unit) return std::nullopt;  // "three million four million"
      total = total ? total->plus(*next) : next;
      if (!total) return std::nullopt;
      last_unit = unit;
      power_ = unit.exponent();
    }
    return total;
  }

  std::optional<Decimal> term(Decimal* unit) {
    const bool bare =
        kind() == Kind::kScale || (kind() == Kind::kArticle && kind(1) == Kind::kScale);
    if (bare) skip(Kind::kArticle);
    auto value = bare ? Decimal(1, 0) : count();
    while (value && kind() == Kind::kScale) {
      const int power = take().power;
      value = value->scaled(power);
      *unit = unit->scaled(power);
    }
    const bool counted = kind(1) == Kind::kArticle || kind(1) == Kind::kSmall;
    if (value && kind() == Kind::kAnd && counted && kind(2) == Kind::kFraction) {
      const Decimal parts = kind(1) == Kind::kSmall ? pieces_[at_ + 1].value : Decimal(1, 0);
      at_ += 2;
      auto part = fraction(parts);
      if (part) part = part->times(*unit);
      value = part ? value->plus(*part) : std::nullopt;
      if (kind() == Kind::kScale && *unit == Decimal(1, 0)) {  // one and a half million
        const int power = take().power;
        value = value ? std::optional(value->scaled(power)) : std::nullopt;
        *unit = unit->scaled(power);
      }
    }
    return value;
  }

  std::optional<Decimal> count() {
    if (kind() == Kind::kDigits) {
      grouped_ = grouped_ || pieces_[at_].grouped;
      std::optional<Decimal> value = take().value;
      if (kind() == Kind::kFraction) {
        const auto part = fraction(Decimal(1, 0));
        value = part ? value->plus(*part) : std::nullopt;
      }
      if (value && kind() == Kind::kMultiplier) value = value->times(take().value);
      return value;
    }
    const bool article = skip(Kind::kArticle);
    std::optional<Decimal> value;
    if (!article && kind() == Kind::kSmall) value = small();
    if (value && skip(Kind::kPoint)) {  // seven point one
      int exponent = 0;
      for (; value && kind() == Kind::kSmall && pieces_[at_].value < Decimal(10, 0); ++at_)
        value = value->plus(pieces_[at_].value.scaled(--exponent));
      return value;
    }
    if (kind() != Kind::kMultiplier) return article ? std::nullopt : value;
    value = value.value_or(Decimal(1, 0)).times(take().value);
    if (kind() == Kind::kAnd && kind(1) == Kind::kSmall) ++at_;
    if (value && kind() == Kind::kSmall) value = value->plus(small());
    return value;
  }

  // One word, or tens and ones.
  Decimal small() {
    const Decimal first = take().value;
    if (first.digits() < 20 || kind() != Kind::kSmall) return first;
    const Decimal ones = pieces_[at_].value;
    if (ones.digits() == 0 || ones.digits() > 9) return first;  // "twenty twelve" ends unread
    ++at_;
    return Decimal(first.digits() + ones.digits(), 0);
  }

  const std::array<Piece, kMostPieces + 1>& pieces_;
  std::size_t at_ = 0;
  int power_ = 0;
  bool grouped_ = false;
};

}  // namespace

std::optional<Numeral> read_numeral(std::string_view words) {
  std::array<Piece, kMostPieces + 1> pieces;
  if (!cut(words, &pieces)) return std::nullopt;
  return Figure(pieces).read();
}

}  // namespace newsfacts
