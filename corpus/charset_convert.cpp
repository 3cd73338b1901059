#include "corpus/charset_convert.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "corpus/johab.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr char16_t kNothing = 0xFFFD;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter opened(const Charset& charset) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.converter, &error), ucnv_close);
  if (U_FAILURE(error))
    throw std::runtime_error("ICU has no converter for " + std::string(charset.name));
  return converter;
}

Converted from_utf8(std::string_view bytes) {
  Converted out;
  const auto fault = invalid_utf8_at(bytes);
  if (!fault) {
    out.text = bytes;
    return out;
  }
  // Each longest piece of a character is one fault (Unicode Standard, 3.9, "maximal subpart").
  out.first_fault = *fault;
  out.text.reserve(bytes.size() + 16);
  out.text = bytes.substr(0, *fault);
  for (std::size_t at = *fault; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    if (c.value != kNothing || c.size != 1) {
      out.text += bytes.substr(at, c.size);
      at += c.size;
      continue;
    }
    ++out.faults;
    out.text += "\uFFFD";
    at += broken_utf8_size(bytes, at);
  }
  return out;
}

Converted from_single_bytes(const Charset& charset, std::string_view bytes) {
  // Each byte's character in UTF-8, three bytes at most.
  struct Character {
    std::array<char, 3> bytes;
    std::uint8_t size;
  };
  const std::array<char16_t, 256>& table = byte_table(charset);
  std::array<Character, 256> characters{};
  std::array<std::size_t, 256> counts{};
  for (const char c : bytes) ++counts[static_cast<unsigned char>(c)];
  Converted out;
  std::size_t size = 0;
  std::string character;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    character.clear();
    append_utf8(table[byte], &character);
    std::copy(character.begin(), character.end(), characters[byte].bytes.begin());
    characters[byte].size = static_cast<std::uint8_t>(character.size());
    size += counts[byte] * character.size();
    if (table[byte] != kNothing || counts[byte] == 0) continue;
    const std::size_t first = bytes.find(static_cast<char>(byte));
    out.first_fault = out.faults == 0 ? first : std::min(out.first_fault, first);
    out.faults += counts[byte];
  }
  out.text.resize(size + 2);  // three bytes are written where one may be meant
  char* to = out.text.data();
  for (const char c : bytes) {
    const Character& written = characters[static_cast<unsigned char>(c)];
    std::memcpy(to, written.bytes.data(), written.bytes.size());
    to += written.size;
  }
  out.text.resize(size);
  return out;
}

struct Faults {
  const char* begin;
  Converted* out;
};

// Called by ICU for what it cannot convert.
void count_fault(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                 std::int32_t length, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone
  const auto* faults = static_cast<const Faults*>(context);
  if (faults->out->faults++ == 0)
    faults->out->first_fault = static_cast<std::size_t>(
        std::max<std::ptrdiff_t>(arguments->source - faults->begin - length, 0));
  *error = U_ZERO_ERROR;
  const UChar instead = kNothing;
  ucnv_cbToUWriteUChars(arguments, &instead, 1, 0, error);
}

Converted by_icu(const Charset& charset, std::string_view bytes) {
  const Converter converter = opened(charset);
  Converted out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  const Faults faults{bytes.data(), &out};
  UErrorCode error = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), count_fault, &faults, nullptr, nullptr, &error);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::array<UChar, 2048> units;
  std::array<char, 3 * 2048> written;
  char32_t high = 0;  // a surrogate whose other half is in the next buffer
  do {
    UChar* to = units.data();
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &at, end, nullptr, true,
                   &error);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR)
      throw std::runtime_error(std::string("ICU cannot convert: ") + u_errorName(error));
    char* end_of_written = written.data();
    const auto flush = [&] {
      out.text.append(written.data(), static_cast<std::size_t>(end_of_written - written.data()));
      end_of_written = written.data();
    };
    const auto put = [&](char32_t byte) { *end_of_written++ = static_cast<char>(byte); };
    for (const UChar* unit = units.data(); unit < to; ++unit) {
      char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000)
        c = high ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : kNothing;
      high = 0;
      if (c < 0x80) {
        put(c);
      } else if (c >= 0x800 && c < 0x10000) {  // most of what has several bytes in other charsets
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
      } else {
        flush();
        append_utf8(c, &out.text);
      }
    }
    flush();
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

// Shift-out and shift-in switch to EUC-KR's pairs without their eighth bits, and back; a line
// begins shifted in (RFC 1557).  ICU's own has other signs than its EUC-KR.
Converted from_iso_2022_kr(std::string_view bytes) {
  std::string pairs;
  pairs.reserve(bytes.size());
  bool shifted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (bytes.substr(at).starts_with("\x1B$)C")) {
      at += 3;
    } else if (c == '\x0E' || c == '\x0F') {
      shifted = c == '\x0E';
    } else {
      shifted &= c != '\n';
      pairs += shifted && c > ' ' ? static_cast<char>(c | 0x80) : c;
    }
  }
  return converted(*charset_of("EUC-KR"), pairs);
}

}  // namespace

const std::array<char16_t, 256>& byte_table(const Charset& charset) {
  static std::mutex making;
  static std::map<const Charset*, std::array<char16_t, 256>> tables;
  const std::lock_guard lock(making);
  const auto [found, is_new] = tables.try_emplace(&charset);
  if (!is_new) return found->second;
  const Converter converter = opened(charset);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const char* at = &c;
    std::array<UChar, 4> units{};
    UChar* to = units.data();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &at, at + 1, nullptr, true,
                   &error);
    found->second[byte] = byte < 0x80                                  ? static_cast<char16_t>(byte)
                          : U_SUCCESS(error) && to == units.data() + 1 ? units[0]
                                                                       : kNothing;
  }
  return found->second;
}

Converted converted(const Charset& charset, std::string_view bytes) {
  if (charset.name == "UTF-8") return from_utf8(bytes);
  if (charset.name == "ISO-2022-KR") return from_iso_2022_kr(bytes);
  if (charset.name == "Johab") return from_johab(bytes);
  return charset.family == Family::kSingleByte ? from_single_bytes(charset, bytes)
                                               : by_icu(charset, bytes);
}

}  // namespace newsfacts
