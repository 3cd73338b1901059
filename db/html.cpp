#include "db/html.h"

namespace newsfacts {

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\n':
      case '\t': out += c; break;
      default:
        // U+0080 to U+009F are C2 80 to C2 9F.
        if (byte < 0x20 || byte == 0x7F) {
          out += "\uFFFD";
        } else if (byte == 0xC2 && i + 1 < text.size() &&
                   static_cast<unsigned char>(text[i + 1]) < 0xA0) {
          out += "\uFFFD";
          ++i;
        } else {
          out += c;
        }
    }
  }
  return out;
}

}  // namespace newsfacts
