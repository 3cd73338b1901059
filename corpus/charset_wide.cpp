#include "corpus/charset_wide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/charset_convert.h"
#include "corpus/charset_letters.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

using enum WideLanguage;

constexpr std::array kWideCharsets = std::to_array<WideCharset>({
    {"GB18030", kChinese, 0},
    {"Shift_JIS", kJapanese, 0},
    {"EUC-JP", kJapanese, 0},
    {"Big5", kTraditionalChinese, 0},
    {"EUC-KR", kKorean, 0},
    {"EUC-TW", kTraditionalChinese, -4},
    {"Johab", kKorean, -4},
});

bool in(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

// Log of a character that is not one of the commonest.
double rare_character(char32_t c, WideLanguage language) {
  if (c == 0xFFFD) return -18;
  if (c == 0x3000 || c == 0x3001 || c == 0x3002 || c == 0xFF0C) return -4;
  const bool sign = in(c, 0x3000, 0x303F) || in(c, 0xFF00, 0xFF60) || in(c, 0x2000, 0x22FF) ||
                    in(c, 0x2500, 0x26FF) || in(c, 0xA0, 0xFF);
  if (sign) return -8;
  const bool ideograph = in(c, 0x4E00, 0x9FFF);
  switch (language) {
    case kChinese:
    case kTraditionalChinese:
      if (ideograph) return -9.6;
      break;
    case kJapanese:
      if (in(c, 0x3040, 0x30FF)) return -7;
      if (ideograph) return -9.3;
      if (in(c, 0xFF61, 0xFF9F)) return -7;  // half as wide, a byte each in Shift_JIS
      break;
    case kKorean:
      if (in(c, 0xAC00, 0xD7A3)) return -9;
      if (ideograph) return -11.5;
      break;
  }
  return in(c, 0xE000, 0xF8FF) ? -16 : -12.5;
}

// -10 times the log of each character of the Basic Multilingual Plane.
using Costs = std::vector<std::uint8_t>;

const Costs& costs_of(WideLanguage language) {
  static const std::array<Costs, 4> costs = [] {
    // How much of a text the commonest make up, beside its other characters.
    constexpr std::array<std::pair<std::string_view, double>, 4> kCommon = {
        {{kSimplified, .62}, {kTraditional, .55}, {kKana, .70}, {kHangul, .68}}};
    std::array<Costs, 4> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
      made[i].resize(0x10000);
      for (char32_t c = 0; c < 0x10000; ++c)
        made[i][c] =
            static_cast<std::uint8_t>(-10 * rare_character(c, static_cast<WideLanguage>(i)));
      // The n-th is there 1/(n + 12) as often: Zipf's law, flat at its begin.
      std::map<char32_t, double> shares;
      double sum = 0;
      const auto& [common, share] = kCommon[i];
      for (std::size_t at = 0; at < common.size();) {
        const CodePoint c = code_point_at(common, at);
        at += c.size;
        const double part = 1 / (static_cast<double>(shares.size()) + 12);
        if (shares.try_emplace(c.value, part).second) sum += part;
      }
      for (const auto& [c, part] : shares)
        made[i][c] = static_cast<std::uint8_t>(-10 * std::log(part / sum * share));
    }
    return made;
  }();
  return costs[static_cast<std::size_t>(language)];
}

}  // namespace

std::span<const WideCharset> wide_charsets() {
  return kWideCharsets;
}

double likelihood(const WideCharset& wide, std::string_view sample, double least) {
  const Costs& costs = costs_of(wide.language);
  const Charset& charset = *charset_of(wide.name);
  double sum = wide.prior;
  for (std::size_t begin = 0; begin < sample.size() && sum >= least;) {
    constexpr std::size_t kAtATime = 500;
    const std::size_t end = std::min(sample.find('\n', begin + kAtATime), sample.size());
    const std::string text = converted(charset, sample.substr(begin, end - begin)).text;
    std::uint32_t cost = 0;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (c.value >= 0x80) cost += c.value < 0x10000 ? costs[c.value] : 130;
      at += c.size;
    }
    sum -= cost / 10.0;
    begin = end;
    // What is far behind after a part will not come back.
    const double whole = sum * static_cast<double>(sample.size()) / static_cast<double>(end);
    if (whole < 1.3 * least - 30) return std::min(whole, least - 1);
  }
  return sum;
}

}  // namespace newsfacts
