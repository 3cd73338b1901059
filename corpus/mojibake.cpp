#include "corpus/mojibake.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "corpus/charset_convert.h"
#include "corpus/mojibake_sequences.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr double kSure = 3;         // a line's evidence from which it is repaired
constexpr double kSureOfText = 10;  // of all lines together, from which weaker lines are, too

bool in(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

bool is_any(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

bool is_small(char32_t c) {
  return is_letter(c) && !is_upper(c);
}

// --- what a sequence would read --------------------------------------------------------------

// The scripts whose letters come in words: one alone among Latin ones is no repair.
enum class Script : std::uint8_t {
  kNone,
  kGreek,
  kCyrillic,
  kHebrew,
  kArabic,
  kIndic,
  kThai,
  kGeorgian,
  kHan,
  kKana,
  kHangul
};

Script script_of(char32_t c) {
  if (in(c, 0x370, 0x3FF)) return Script::kGreek;
  if (in(c, 0x400, 0x4FF)) return Script::kCyrillic;
  if (in(c, 0x590, 0x5FF)) return Script::kHebrew;
  if (in(c, 0x600, 0x6FF)) return Script::kArabic;
  if (in(c, 0x900, 0xDFF)) return Script::kIndic;
  if (in(c, 0xE00, 0xE7F)) return Script::kThai;
  if (in(c, 0x10D0, 0x10FF)) return Script::kGeorgian;
  if (in(c, 0x3040, 0x30FF)) return Script::kKana;
  if (in(c, 0x4E00, 0x9FFF)) return Script::kHan;
  if (in(c, 0xAC00, 0xD7A3)) return Script::kHangul;
  return Script::kNone;
}

// How usual a character is; nullopt for what nobody writes.
struct Range {
  char32_t first, last;
  double usual;
};
constexpr std::array kUsual = std::to_array<Range>({
    {0x80, 0x9F, -1.5},  // of text that was broken twice
    {0xA0, 0x148, .5},    {0x14A, 0x17E, .5},   {0x192, 0x192, 0},      {0x1A0, 0x1A1, .5},
    {0x1AF, 0x1B0, .5},   {0x218, 0x21B, .5},   {0x2C6, 0x2DD, 0},      {0x300, 0x36F, 0},
    {0x386, 0x3CE, 0},    {0x400, 0x45F, 0},    {0x490, 0x491, 0},      {0x5B0, 0x5BC, 0},
    {0x5D0, 0x5EA, 0},    {0x60C, 0x60C, 0},    {0x61F, 0x61F, 0},      {0x621, 0x652, 0},
    {0x660, 0x669, 0},    {0x67E, 0x67E, 0},    {0x686, 0x686, 0},      {0x698, 0x698, 0},
    {0x6A9, 0x6A9, 0},    {0x6AF, 0x6AF, 0},    {0x6CC, 0x6CC, 0},      {0x900, 0xDFF, 0},
    {0xE01, 0xE5B, 0},    {0x10D0, 0x10F0, 0},  {0x1E00, 0x1EFF, .5},   {0x2000, 0x206F, 1},
    {0x20A0, 0x20CF, 1},  {0x2100, 0x23FF, 1},  {0x2500, 0x27FF, 1},    {0x2800, 0x2800, .5},
    {0x2900, 0x2BFF, .5}, {0x3000, 0x303F, .5}, {0x3041, 0x30FF, 0},    {0x4E00, 0x9FFF, 0},
    {0xAC00, 0xD7A3, 0},  {0xFB00, 0xFB06, .5}, {0xFE0F, 0xFE0F, 1},    {0xFEFF, 0xFEFF, 1},
    {0xFF01, 0xFFE6, .5}, {0xFFFD, 0xFFFD, 1},  {0x1D400, 0x1D7FF, .5}, {0x1F000, 0x1FAFF, 2},
});

std::optional<double> usual(char32_t c) {
  const auto range =
      std::lower_bound(kUsual.begin(), kUsual.end(), c,
                       [](const Range& r, char32_t value) { return r.last < value; });
  if (range == kUsual.end() || c < range->first) return std::nullopt;
  return range->usual;
}

// --- a line under one charset ----------------------------------------------------------------

class Reading {
 public:
  Reading(std::size_t misreading, std::span<const Character> line)
      : misreading_(misreading), line_(line) {
    find_sequences();
    if (sequences_.empty()) return;
    weigh();
  }

  double evidence() const { return evidence_; }
  // One that stands alone beside characters that came through well proves nothing.
  bool is_lone() const { return sound_ > 0 && strict_ == 1 && short_; }
  bool is_sure() const { return evidence_ >= kSure && !is_lone(); }
  bool goes_with_the_text() const { return strict_ > 0 && entangled_ == 0 && least_ >= 1; }

  void repair(std::vector<Repair>* repairs) const {
    for (std::size_t i = 0; i < sequences_.size(); ++i) {
      const Sequence& sequence = sequences_[i];
      if (!sequence.lost && weights_[i] <= 0 && !evidence_) continue;
      const std::size_t end = sequence.begin + sequence.size;
      std::string text;
      append_utf8(sequence.value, &text);
      const Span span{line_[sequence.begin].at, end < line_.size() ? line_[end].at : end_of_line_};
      if (sequence.lost) text += behind(sequence);
      repairs->push_back({span, std::move(text)});
    }
  }

  void ends_at(std::uint32_t end) { end_of_line_ = end; }

 private:
  char32_t at(std::size_t i) const { return i < line_.size() ? line_[i].value : 0; }

  void find_sequences() {
    for (std::size_t i = 0; i < line_.size();) {
      const auto sequence =
          line_[i].value < 0x80 ? std::nullopt : sequence_at(misreading_, line_, i);
      if (sequence && usual(sequence->value)) {
        sequences_.push_back(*sequence);
        i += sequence->size;
      } else {
        ++i;
      }
    }
    strict_ = sequences_.size();
    if (strict_ == 0) return;
    // Between them, those that lost a part.
    std::vector<Sequence> all;
    std::size_t next = 0;
    for (std::size_t i = 0; i < line_.size();) {
      if (next < strict_ && sequences_[next].begin == i) {
        all.push_back(sequences_[next++]);
        i += all.back().size;
        continue;
      }
      const auto lossy =
          line_[i].value < 0x80 ? std::nullopt : lossy_sequence_at(misreading_, line_, i);
      const bool free = lossy && (next == strict_ || i + lossy->size <= sequences_[next].begin);
      if (free && is_told(*lossy)) {
        all.push_back(*lossy);
        i += lossy->size;
      } else {
        ++i;
      }
    }
    sequences_ = std::move(all);
  }

  // Whether what is left of a lossy sequence tells that it was one.
  bool is_told(const Sequence& s) const {
    if (!usual(s.value)) return false;
    const char32_t last = at(s.begin + s.size - 1);
    if (s.value == 0xFFFD) return true;
    if (s.size > 2) return *usual(s.value) > 0;  // a space is a likely space before other letters
    // Two characters, and the second a space: "à", a no-break space, or a capital S with a caron.
    if (last != ' ') return true;
    if (s.value == 0xE0) return !is_letter(before(s.begin)) || is_small(before(s.begin));
    if (s.value == 0xA0) return true;
    if (s.value == 0x160) return is_small(at(s.begin + 2)) && !is_letter(before(s.begin));
    return false;
  }

  char32_t before(std::size_t i) const { return i > 0 ? line_[i - 1].value : 0; }

  // What the space was that a lossy sequence ends with.  Portuguese puts letters behind "à"; in
  // other languages the space was one more, and "à" is a word.
  std::string behind(const Sequence& s) const {
    if (s.size != 2 || s.value != 0xE0 || at(s.begin + 1) != ' ') return "";
    constexpr std::array<std::u32string_view, 5> kContracted = {U"s ", U"quela", U"quele", U"quilo",
                                                                U"s\u00A0"};
    for (const std::u32string_view rest : kContracted) {
      bool same = true;
      for (std::size_t i = 0; i < rest.size(); ++i) same &= at(s.begin + 2 + i) == rest[i];
      if (same) return "";
    }
    return at(s.begin + 2) == ' ' ? "" : " ";
  }

  // How odd it is that the characters of a sequence stand where they do.
  double odd(const Sequence& s) const {
    const char32_t lead = at(s.begin), left = before(s.begin);
    double odd = s.size == 2 ? 1 : s.size == 3 ? 4 : 5;
    const bool lead_is_sign = !is_letter(lead);
    if (is_small(left) && (is_upper(lead) || (lead_is_sign && s.size == 2))) odd += 1.5;
    if (in(left | 0x20, 'a', 'z') && is_letter(lead) && lead >= 0x370) odd += 1.5;
    // A-tilde and A-circumflex, the first halves of all Latin letters and signs.
    const bool telltale = is_any(lead, U"\u00C2\u00C3");
    if (telltale)
      odd += 1;
    else if (is_any(lead, U"\u0102\u221A\u251C"))
      odd += .5;
    bool control = false;
    for (std::size_t i = s.begin + 1; i < s.begin + s.size; ++i) {
      const char32_t c = at(i), right = at(i + 1);
      if (in(c, 0x80, 0x9F)) {
        control = true;
      } else if (c == 0xA0) {
        if (!telltale)
          odd -= 1;
        else if (is_small(right) || !is_letter(left))
          odd += 1;
      } else if (is_any(c, U"\u2019\u2013\u2014\u2026")) {
        odd -= 1;  // stands behind any letter
      } else if (is_any(c, U"\u2018\u201C\u201D\u00AB\u00BB\u2039\u203A\u00A9\u00AE\u2122")) {
        odd += is_word_character(right) && right != 0xAA && right != 0xBA ? 2 : -1;
      } else if (is_letter(c) && c != 0xAA && c != 0xBA) {
        if (is_upper(at(i - 1)) && is_small(c) && is_upper(right)) odd += 1;
        if (script_of(c) != Script::kNone && is_letter(lead)) odd -= .5;
        if (lead_is_sign && is_small(left)) odd += .5;
      } else {
        odd += 1;
        if (is_word_character(right) || right >= 0x80) odd += 1;
      }
    }
    return control ? odd + 2 : odd;
  }

  double weight(std::size_t i) const {
    const Sequence& s = sequences_[i];
    if (s.lost) return 0;
    double weight = odd(s) + *usual(s.value) - (s.strays ? 1 : 0);
    const Script script = script_of(s.value);
    if (script != Script::kNone) {
      std::size_t run = 1;
      for (std::size_t k = i; k > 0 && run < 3 && joins(k - 1, script); --k) ++run;
      for (std::size_t k = i; k + 1 < sequences_.size() && run < 3 && joins(k, script); ++k) ++run;
      if (run >= 3)
        weight += 3;
      else if (run == 2)
        weight += 1;
      else if (script >= Script::kHan)
        weight -= 4;
      else if (script != Script::kGreek)
        weight -= 1.5;
    }
    const char32_t left = before(s.begin), right = at(s.begin + s.size);
    const bool within = is_letter(left) && is_letter(right);
    if (within && (is_any(s.value, U"\u00D7\u00F7") || in(s.value, 0x2190, 0x23FF))) weight -= 4;
    return weight;
  }

  // Whether the sequences k and k + 1 touch and both read letters of the script.
  bool joins(std::size_t k, Script script) const {
    const Sequence &a = sequences_[k], &b = sequences_[k + 1];
    return a.begin + a.size == b.begin && !a.lost && !b.lost && script_of(a.value) == script &&
           script_of(b.value) == script;
  }

  void weigh() {
    weights_.resize(sequences_.size());
    least_ = 100;
    for (std::size_t i = 0; i < sequences_.size(); ++i) {
      weights_[i] = weight(i);
      if (sequences_[i].lost) continue;
      if (weights_[i] >= kSure) evidence_ += weights_[i];
      least_ = std::min(least_, weights_[i]);
      short_ = sequences_[i].size == 2;
    }
    // What stands beyond ASCII and is in no sequence: worse in a word that has some.
    double elsewhere = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < line_.size();) {
      std::size_t end = i;
      double letters = 0, signs = 0;
      bool broken = false;
      while (end < line_.size() && line_[end].value != ' ') {
        if (next < sequences_.size() && sequences_[next].begin == end) {
          broken = true;
          end += sequences_[next++].size;
          continue;
        }
        const char32_t c = line_[end++].value;
        if (c < 0x80 || in(c, 0x80, 0xA0) || c == 0xFFFD) continue;
        (is_letter(c) ? letters : signs) += 1;
      }
      sound_ += static_cast<std::size_t>(letters + signs);
      if (broken) {
        entangled_ += static_cast<std::size_t>(letters);
        evidence_ -= 2.0 * letters + .25 * signs;
      } else {
        elsewhere += .3 * letters + .1 * signs;
      }
      i = std::max(end, i) + (end < line_.size() && line_[end].value == ' ');
    }
    evidence_ -= std::min(elsewhere, 4.0);
  }

  std::size_t misreading_;
  std::span<const Character> line_;
  std::vector<Sequence> sequences_;
  std::vector<double> weights_;
  std::size_t strict_ = 0, sound_ = 0, entangled_ = 0;
  double evidence_ = 0, least_ = 0;
  bool short_ = false;
  std::uint32_t end_of_line_ = 0;
};

std::vector<Character> units_of(std::string_view text, Span line) {
  std::vector<Character> units;
  units.reserve(line.size());
  for (std::uint32_t at = line.begin; at < line.end;) {
    const CodePoint c = code_point_at(text, at);
    units.push_back({c.value, at});
    at += c.size;
  }
  return units;
}

// --- C1 controls -----------------------------------------------------------------------------

// What windows-1252 has in the place of the controls that are in no sequence.
// Those of the line stand in `repairs` from `next` on.
void read_controls(std::string_view text, Span line, std::size_t next,
                   std::vector<Repair>* repairs) {
  const std::array<char16_t, 256>& table = byte_table(*charset_of("windows-1252"));
  std::vector<Repair> found;
  std::size_t others = 0;
  for (std::uint32_t at = line.begin; at < line.end;) {
    if (next < repairs->size() && (*repairs)[next].span.begin == at) {
      at = (*repairs)[next++].span.end;
      ++others;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (in(c.value, 0x80, 0x9F) && table[c.value] != c.value && table[c.value] != 0xFFFD) {
      std::string instead;
      append_utf8(table[c.value], &instead);
      found.push_back({{at, at + c.size}, std::move(instead)});
      others += c.value != 0x85;
    }
    at += c.size;
  }
  // U+0085 ends a line where mainframes wrote the text; an ellipsis is followed by something
  // else than a letter.
  for (Repair& repair : found) {
    const bool ellipsis = repair.text == "\u2026";
    const char32_t right = code_point_at(text, repair.span.end).value;
    if (ellipsis && others == 0 && (is_word_character(right) || right == 0 || right == '\n'))
      continue;
    repairs->push_back(std::move(repair));
  }
}

}  // namespace

std::vector<Repair> mojibake_in(std::string_view text) {
  const std::vector<Suspect> suspects = suspects_in(text);
  if (suspects.empty()) return {};

  struct Line {
    std::vector<Character> units;
    std::vector<std::pair<std::size_t, Reading>> readings;
  };
  std::vector<Line> lines(suspects.size());
  std::array<double, kMisreadings> of_text{};
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    if (suspects[i].charsets == 0) continue;
    lines[i].units = units_of(text, suspects[i].line);
    for (std::size_t misreading = 0; misreading < kMisreadings; ++misreading) {
      if (!(suspects[i].charsets >> misreading & 1)) continue;
      Reading reading(misreading, lines[i].units);
      reading.ends_at(suspects[i].line.end);
      if (reading.evidence() >= kSure) of_text[misreading] += reading.evidence();
      lines[i].readings.emplace_back(misreading, std::move(reading));
    }
  }
  std::vector<Repair> repairs;
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    const Reading* best = nullptr;
    double most = 0;
    for (const auto& [misreading, reading] : lines[i].readings) {
      const double others = of_text[misreading] - std::max(reading.evidence(), 0.0);
      const bool backed = others >= kSureOfText && reading.goes_with_the_text();
      const double value = reading.evidence() + (backed ? kSure : 0);
      if ((reading.is_sure() || backed) && (!best || value > most)) {
        best = &reading;
        most = value;
      }
    }
    const std::size_t before = repairs.size();
    if (best) best->repair(&repairs);
    read_controls(text, suspects[i].line, before, &repairs);
  }
  std::stable_sort(repairs.begin(), repairs.end(),
                   [](const Repair& a, const Repair& b) { return a.span.begin < b.span.begin; });
  return repairs;
}

}  // namespace newsfacts
