#include "corpus/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <optional>
#include <stdexcept>

#include "corpus/entities.h"
#include "corpus/line_breaks.h"
#include "corpus/mojibake.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// Everything that is no ink - spaces, line ends, what cannot be seen - and stands in a row is
// one gap, and a gap is written anew from what it contains.  That alone makes the result
// independent of how the pieces of white space were mixed, and idempotent.
enum class Ink : std::uint8_t {
  kPlain,  // copied as it stands
  kSpace,
  kLineEnd,
  kInvisible,
  kLead,  // the byte begins a code point that may be one of these, or not be NFC
};

constexpr std::array<Ink, 256> kInks = [] {
  std::array<Ink, 256> inks{};
  for (std::size_t c = 0; c < 0x20; ++c) inks[c] = Ink::kInvisible;
  for (const std::size_t c : {'\n', '\v', '\f', '\r'}) inks[c] = Ink::kLineEnd;
  inks['\t'] = inks[' '] = Ink::kSpace;
  inks[0x7F] = Ink::kInvisible;
  inks[0xC2] = Ink::kLead;  // U+0080-00BF: C1 controls, NBSP, soft hyphen
  // U+00C0-02FF, behind the leads C3 to CB, are letters and are NFC as they stand.
  for (std::size_t c = 0xCC; c < 0x100; ++c) inks[c] = Ink::kLead;
  return inks;
}();

Ink ink_of(char32_t c) {
  if (c < 0x80) return kInks[c];
  switch (c) {
    case 0x85:
    case 0x2028:
    case 0x2029: return Ink::kLineEnd;
    case 0xAD:  // soft hyphen
    case 0x061C:
    case 0x200E:
    case 0x200F:  // marks of direction
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF: return Ink::kInvisible;
    default: break;
  }
  if (is_space(c)) return Ink::kSpace;
  if (c < 0xA0 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
    return Ink::kInvisible;
  return Ink::kPlain;
}

// NFC_Quick_Check=Yes and ccc=0, for the code points news is full of; for any other ICU is
// asked.
bool surely_nfc(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20CF) || c == 0x2122 ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x1F300 && c <= 0x1FAFF);
}

struct Cleaned {
  std::string text;
  Alignment to_raw;
  bool surely_nfc = true;
  bool only_usual_gaps = true;  // of spaces, tabs and line feeds: no letters came together
};

class Cleaner {
 public:
  explicit Cleaner(std::string_view raw) : raw_(raw) {}

  Cleaned run() {
    out_.text.reserve(raw_.size());
    std::size_t at = 0;
    while (at < raw_.size()) {
      const Ink ink = kInks[byte_at(at)];
      if (ink == Ink::kPlain) {
        ++at;
      } else if (ink == Ink::kLead) {
        const CodePoint c = code_point_at(raw_, at);
        if (ink_of(c.value) == Ink::kPlain) {
          out_.surely_nfc &= surely_nfc(c.value);
          at += c.size;
        } else {
          at = gap(at);
        }
      } else if (ink == Ink::kSpace && raw_[at] == ' ' && at > 0 && at + 1 < raw_.size() &&
                 kInks[byte_at(at + 1)] == Ink::kPlain) {
        ++at;  // a space between two words: what most gaps are
      } else {
        at = gap(at);
      }
    }
    copy_to(raw_.size());
    return std::move(out_);
  }

 private:
  unsigned char byte_at(std::size_t at) const { return static_cast<unsigned char>(raw_[at]); }

  void copy_to(std::size_t end) {
    out_.text.append(raw_, copied_, end - copied_);
    out_.to_raw.copied(static_cast<std::uint32_t>(end - copied_));
    copied_ = end;
  }

  // Writes the gap that begins at `at`; returns where it ends.
  std::size_t gap(std::size_t at) {
    const std::size_t begin = at;
    int spaces = 0, line_ends = 0;
    bool usual = true;
    while (at < raw_.size()) {
      const CodePoint c = code_point_at(raw_, at);
      const Ink ink = ink_of(c.value);
      if (ink == Ink::kPlain) break;
      spaces += ink == Ink::kSpace;
      usual &= c.value == ' ' || c.value == '\t' || c.value == '\n';
      if (ink == Ink::kLineEnd) {
        ++line_ends;
        if (c.value == '\r' && at + 1 < raw_.size() && raw_[at + 1] == '\n') {
          ++at;
          usual = true;
        }
      }
      at += c.size;
    }
    out_.only_usual_gaps &= usual;
    const bool at_an_end = begin == 0 || at == raw_.size();
    const std::string_view instead = at_an_end        ? ""
                                     : line_ends > 1  ? "\n\n"
                                     : line_ends == 1 ? "\n"
                                     : spaces > 0     ? " "
                                                      : "";
    if (raw_.substr(begin, at - begin) == instead) return at;
    copy_to(begin);
    out_.text += instead;
    out_.to_raw.replaced(static_cast<std::uint32_t>(at - begin),
                         static_cast<std::uint32_t>(instead.size()));
    copied_ = at;
    return at;
  }

  std::string_view raw_;
  std::size_t copied_ = 0;  // raw bytes behind us that are written
  Cleaned out_;
};

const icu::Normalizer2& nfc() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no NFC data");
  return *nfc;
}

void compose(Cleaned& cleaned) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::StringPiece before(cleaned.text.data(), static_cast<int32_t>(cleaned.text.size()));
  if (nfc().isNormalizedUTF8(before, error) && U_SUCCESS(error)) return;
  std::string after;
  after.reserve(cleaned.text.size());
  icu::StringByteSink<std::string> sink(&after);
  icu::Edits edits;
  nfc().normalizeUTF8(0, before, sink, &edits, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalize");
  Alignment to_cleaned;
  for (auto edit = edits.getFineIterator(); edit.next(error);) {
    if (edit.hasChange())
      to_cleaned.replaced(static_cast<std::uint32_t>(edit.oldLength()),
                          static_cast<std::uint32_t>(edit.newLength()));
    else
      to_cleaned.copied(static_cast<std::uint32_t>(edit.oldLength()));
  }
  cleaned.to_raw = composed(cleaned.to_raw, to_cleaned);
  cleaned.text = std::move(after);
}

// Emoji, and signs of mathematics: somebody wrote them.  Rules and boxes are none.
bool is_symbol(char32_t c) {
  if (c < 0x80 || c == 0xFFFD || (c >= 0x2500 && c <= 0x259F)) return false;
  const std::int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_MATH_SYMBOL || type == U_OTHER_SYMBOL;
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) || is_symbol(c.value)) return true;
    at += c.size;
  }
  return false;
}

// What is broken twice takes two rounds to mend; nothing is broken more often than that.
constexpr int kMostRounds = 8;

// Entities read and mojibake repaired; nullopt when there is nothing to mend.
std::optional<Normalized> mended(std::string_view text) {
  std::optional<Normalized> out = without_entities(text);
  for (int round = 0; round < kMostRounds; ++round) {
    const std::string_view now = out ? out->text : text;
    const std::vector<Repair> repairs = mojibake_in(now);
    if (repairs.empty()) break;
    Rewriting rewriting(now);
    for (const Repair& repair : repairs)
      rewriting.replace(repair.span.begin, repair.span.end, repair.text);
    Normalized repaired = rewriting.finish();
    if (out) repaired.to_raw = composed(out->to_raw, repaired.to_raw);
    out = std::move(repaired);
  }
  return out;
}

}  // namespace

Normalized normalized(std::string_view raw) {
  std::optional<Normalized> meant = mended(raw);
  for (int round = 0;; ++round) {
    Cleaned cleaned = Cleaner(meant ? meant->text : raw).run();
    if (!cleaned.surely_nfc) compose(cleaned);
    if (meant) cleaned.to_raw = composed(meant->to_raw, cleaned.to_raw);
    Normalized out{std::move(cleaned.text), std::move(cleaned.to_raw)};
    if (round == kMostRounds) return out;
    // Where letters came together, or apart, something may show that was hidden.
    const bool is_as_it_was = !meant && cleaned.surely_nfc && cleaned.only_usual_gaps;
    std::optional<Normalized> more = is_as_it_was ? std::nullopt : mended(out.text);
    if (!more) more = with_joined_lines(out.text);
    if (!more) return out;
    more->to_raw = composed(out.to_raw, more->to_raw);
    meant = std::move(more);
  }
}

std::string normalized_line(std::string_view raw) {
  std::string line = normalized(valid_utf8(raw)).text;
  std::size_t size = 0;
  for (const char c : line)
    if (c != '\n')
      line[size++] = c;
    else if (line[size - 1] != ' ')
      line[size++] = ' ';
  line.resize(size);
  return line;
}

void normalize(Document& document) {
  if (document.rejected || !document.text().empty()) return;
  const std::string& raw = document.raw();
  const auto reject = [&](std::string reason) {
    document.rejected = Rejection{"normalize", std::move(reason), ""};
  };
  // Offsets are 32 bits wide, and ICU's are signed.
  if (raw.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) / 2)
    return reject("text of " + std::to_string(raw.size()) + " bytes is too long");
  if (const auto at = invalid_utf8_at(raw))
    return reject("invalid UTF-8 at byte " + std::to_string(*at));
  Normalized clean = normalized(raw);
  if (!has_words(clean.text)) return reject("no text");
  document.set_text(std::move(clean.text), std::move(clean.to_raw));
}

}  // namespace newsfacts
