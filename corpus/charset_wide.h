// How likely bytes are to be Chinese, Japanese or Korean in a charset of several bytes a character:
// a few hundred of each language's thousands of characters make up more than half of any text.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newsfacts {

enum class WideLanguage : std::uint8_t { kChinese, kTraditionalChinese, kJapanese, kKorean };

struct WideCharset {
  std::string_view name;
  WideLanguage language;
  double prior;  // log
};

std::span<const WideCharset> wide_charsets();

// Log; an estimate that is below `least` once it surely is.
double likelihood(const WideCharset& wide, std::string_view sample, double least);

}  // namespace newsfacts
