#include "corpus/charset_labels.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/ascii.h"

namespace newsfacts {
namespace {

using enum Family;

constexpr std::array kCharsets = std::to_array<Charset>({
    {"UTF-8", nullptr, kUnicode},
    {"UTF-16LE", "UTF-16LE", kUnicode},
    {"UTF-16BE", "UTF-16BE", kUnicode},
    {"UTF-32LE", "UTF-32LE", kUnicode},
    {"UTF-32BE", "UTF-32BE", kUnicode},
    {"windows-1250", "windows-1250", kSingleByte},
    {"windows-1251", "windows-1251", kSingleByte},
    {"windows-1252", "windows-1252", kSingleByte},
    {"windows-1253", "windows-1253", kSingleByte},
    {"windows-1254", "windows-1254", kSingleByte},
    {"windows-1255", "windows-1255", kSingleByte},
    {"windows-1256", "windows-1256", kSingleByte},
    {"windows-1257", "windows-1257", kSingleByte},
    {"windows-1258", "windows-1258", kSingleByte},
    {"windows-874", "windows-874", kSingleByte},
    {"ISO-8859-2", "ISO-8859-2", kSingleByte},
    {"ISO-8859-3", "ISO-8859-3", kSingleByte},
    {"ISO-8859-4", "ISO-8859-4", kSingleByte},
    {"ISO-8859-5", "ISO-8859-5", kSingleByte},
    {"ISO-8859-6", "ISO-8859-6", kSingleByte},
    {"ISO-8859-7", "ISO-8859-7", kSingleByte},
    {"ISO-8859-8", "ISO-8859-8", kSingleByte},
    {"ISO-8859-10", "ISO-8859-10", kSingleByte},
    {"ISO-8859-13", "ISO-8859-13", kSingleByte},
    {"ISO-8859-14", "ISO-8859-14", kSingleByte},
    {"ISO-8859-15", "ISO-8859-15", kSingleByte},
    {"KOI8-R", "KOI8-R", kSingleByte},
    {"KOI8-U", "KOI8-U", kSingleByte},
    {"macintosh", "macintosh", kSingleByte},
    {"x-mac-cyrillic", "x-mac-cyrillic", kSingleByte},
    {"x-mac-ce", "x-mac-centraleurroman", kSingleByte},
    {"x-mac-greek", "x-mac-greek", kSingleByte},
    {"x-mac-turkish", "x-mac-turkish", kSingleByte},
    {"IBM437", "ibm-437", kSingleByte},
    {"IBM737", "ibm-737", kSingleByte},
    {"IBM775", "ibm-775", kSingleByte},
    {"IBM850", "ibm-850", kSingleByte},
    {"IBM852", "ibm-852", kSingleByte},
    {"IBM855", "ibm-855", kSingleByte},
    {"IBM857", "ibm-857", kSingleByte},
    {"IBM862", "ibm-862", kSingleByte},
    {"IBM864", "ibm-864", kSingleByte},
    {"IBM865", "ibm-865", kSingleByte},
    {"IBM866", "ibm-866", kSingleByte},
    {"Shift_JIS", "ibm-943_P15A-2003", kMultiByte},
    {"EUC-JP", "EUC-JP", kMultiByte},
    {"GB18030", "GB18030", kMultiByte},
    {"Big5", "Big5-HKSCS", kMultiByte},
    {"EUC-KR", "windows-949", kMultiByte},
    {"EUC-TW", "EUC-TW", kMultiByte},
    {"Johab", nullptr, kMultiByte},
    {"ISO-2022-JP", "ISO-2022-JP-2", kEscaped},
    {"ISO-2022-KR", nullptr, kEscaped},
    {"ISO-2022-CN", "ISO-2022-CN", kEscaped},
    {"HZ-GB-2312", "HZ", kEscaped},
});

constexpr const Charset* named(std::string_view name) {
  for (const Charset& charset : kCharsets)
    if (charset.name == name) return &charset;
  return nullptr;
}

// Other labels, in small letters and digits only, and the charset they mean.  A charset's own
// name so written needs no row.
struct Label {
  std::string_view label, name;
};
constexpr std::array kLabels = std::to_array<Label>({
    {"unicode11utf8", "UTF-8"},
    {"xunicode20utf8", "UTF-8"},
    {"utf8mb4", "UTF-8"},
    {"utf16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"ucs2", "UTF-16LE"},
    {"iso10646ucs2", "UTF-16LE"},
    {"unicodefffe", "UTF-16BE"},
    {"utf32", "UTF-32LE"},
    {"ascii", "windows-1252"},
    {"usascii", "windows-1252"},
    {"ansix341968", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp819", "windows-1252"},
    {"ibm819", "windows-1252"},
    {"isoir100", "windows-1252"},
    {"iso885911987", "windows-1252"},
    {"iso8859", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso88592", "ISO-8859-2"},
    {"latin2", "ISO-8859-2"},
    {"l2", "ISO-8859-2"},
    {"isoir101", "ISO-8859-2"},
    {"iso885921987", "ISO-8859-2"},
    {"latin3", "ISO-8859-3"},
    {"l3", "ISO-8859-3"},
    {"latin4", "ISO-8859-4"},
    {"l4", "ISO-8859-4"},
    {"cyrillic", "ISO-8859-5"},
    {"isoir144", "ISO-8859-5"},
    {"arabic", "ISO-8859-6"},
    {"asmo708", "ISO-8859-6"},
    {"ecma114", "ISO-8859-6"},
    {"iso88596e", "ISO-8859-6"},
    {"iso88596i", "ISO-8859-6"},
    {"greek", "ISO-8859-7"},
    {"greek8", "ISO-8859-7"},
    {"ecma118", "ISO-8859-7"},
    {"elot928", "ISO-8859-7"},
    {"suneugreek", "ISO-8859-7"},
    {"hebrew", "ISO-8859-8"},
    {"visual", "ISO-8859-8"},
    {"logical", "ISO-8859-8"},
    {"iso88598e", "ISO-8859-8"},
    {"iso88598i", "ISO-8859-8"},
    {"iso88599", "windows-1254"},
    {"latin5", "windows-1254"},
    {"l5", "windows-1254"},
    {"isoir148", "windows-1254"},
    {"iso885991989", "windows-1254"},
    {"latin6", "ISO-8859-10"},
    {"l6", "ISO-8859-10"},
    {"iso885911", "windows-874"},
    {"tis620", "windows-874"},
    {"dos874", "windows-874"},
    {"latin9", "ISO-8859-15"},
    {"l9", "ISO-8859-15"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8ru", "KOI8-U"},
    {"mac", "macintosh"},
    {"macroman", "macintosh"},
    {"xmacroman", "macintosh"},
    {"maccyrillic", "x-mac-cyrillic"},
    {"macukrainian", "x-mac-cyrillic"},
    {"xmacukrainian", "x-mac-cyrillic"},
    {"maccentraleurope", "x-mac-ce"},
    {"maclatin2", "x-mac-ce"},
    {"macgreek", "x-mac-greek"},
    {"macturkish", "x-mac-turkish"},
    {"ibm858", "IBM850"},
    {"cp858", "IBM850"},
    {"shiftjis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"xsjis", "Shift_JIS"},
    {"mskanji", "Shift_JIS"},
    {"windows31j", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"ms932", "Shift_JIS"},
    {"windows932", "Shift_JIS"},
    {"eucjis", "EUC-JP"},
    {"xeucjp", "EUC-JP"},
    {"ujis", "EUC-JP"},
    {"eucpkdfmtjapanese", "EUC-JP"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"xgbk", "GB18030"},
    {"chinese", "GB18030"},
    {"gb231280", "GB18030"},
    {"euccn", "GB18030"},
    {"isoir58", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"windows936", "GB18030"},
    {"big5hkscs", "Big5"},
    {"cnbig5", "Big5"},
    {"xxbig5", "Big5"},
    {"cp950", "Big5"},
    {"windows950", "Big5"},
    {"xeuctw", "EUC-TW"},
    {"korean", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"ksc56011987", "EUC-KR"},
    {"ksc56011989", "EUC-KR"},
    {"isoir149", "EUC-KR"},
    {"cp949", "EUC-KR"},
    {"uhc", "EUC-KR"},
    {"ms949", "EUC-KR"},
    {"windows949", "EUC-KR"},
    {"cp1361", "Johab"},
    {"ksc56011992", "Johab"},
    {"jis", "ISO-2022-JP"},
    {"iso2022jp2", "ISO-2022-JP"},
    {"iso2022jpext", "ISO-2022-JP"},
    {"hz", "HZ-GB-2312"},
    {"hzgb", "HZ-GB-2312"},
});

// In small letters and digits; "cs", which IANA puts before its aliases, and "cp" for "windows-"
// and "ibm" are undone by the look-ups.
std::string plain(std::string_view label) {
  std::string letters;
  for (const char c : label) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) letters += small;
  }
  return letters;
}

const Charset* look_up(std::string_view letters) {
  for (const Charset& charset : kCharsets)
    if (plain(charset.name) == letters) return &charset;
  for (const Label& label : kLabels)
    if (label.label == letters) return named(label.name);
  return nullptr;
}

bool begins_so(std::string_view text, std::string_view word) {
  return same_word(text.substr(0, word.size()), word);
}

// What stands behind `=`, in quotes or without.
std::string_view value_behind(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at == text.size() || text[at] != '=') return {};
  ++at;
  while (at < text.size() &&
         (is_blank(text[at]) || text[at] == '"' || text[at] == '\'' || text[at] == '\\'))
    ++at;
  std::size_t end = at;
  while (end < text.size() && !is_blank(text[end]) &&
         std::string_view("\"';,>?/\\").find(text[end]) == std::string_view::npos)
    ++end;
  return text.substr(at, end - at);
}

}  // namespace

const Charset* charset_of(std::string_view label) {
  if (label.size() > 64) return nullptr;
  std::string letters = plain(label);
  if (const Charset* known = look_up(letters)) return known;
  if (letters.starts_with("cs")) {
    letters.erase(0, 2);
    if (const Charset* known = look_up(letters)) return known;
  }
  for (const std::string_view prefix : {"xcp", "cp", "win", "dos", "x"}) {
    if (!letters.starts_with(prefix)) continue;
    const std::string rest = letters.substr(prefix.size());
    for (const std::string_view instead : {"windows", "ibm", ""})
      if (const Charset* known = look_up(std::string(instead) + rest)) return known;
  }
  return nullptr;
}

const Charset* declared_charset(std::string_view bytes) {
  // Browsers read 1,024 bytes before they begin; pages with scripts above it are read by them
  // all the same, once they find it.
  constexpr std::size_t kHead = 8192;
  const std::string_view head = bytes.substr(0, kHead);
  const auto known = [](std::string_view label) -> const Charset* {
    const Charset* charset = label.empty() ? nullptr : charset_of(label);
    return charset && charset->name.starts_with("UTF-") ? named("UTF-8") : charset;
  };
  const std::size_t xml = head.find("<?xml");
  if (xml != head.npos && xml < 64) {
    const std::string_view line =
        head.substr(xml, std::min<std::size_t>(head.find('>', xml), head.size()) - xml);
    const std::size_t at = line.find("encoding");
    if (at != line.npos)
      if (const Charset* charset = known(value_behind(line.substr(at + 8)))) return charset;
  }
  for (std::size_t at = head.find('<'); at != head.npos; at = head.find('<', at + 1)) {
    if (!begins_so(head.substr(at), "<meta")) continue;
    const std::string_view tag = head.substr(at, std::min(head.find('>', at), head.size()) - at);
    for (std::size_t k = 5; k + 7 < tag.size(); ++k) {
      if (!begins_so(tag.substr(k), "charset")) continue;
      if (const Charset* charset = known(value_behind(tag.substr(k + 7)))) return charset;
    }
  }
  return nullptr;
}

}  // namespace newsfacts
