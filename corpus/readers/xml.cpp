#include "corpus/readers/xml.h"

#include <algorithm>
#include <new>

#include "corpus/ascii.h"

namespace newsfacts {
namespace {

// The tree takes some 60 bytes for each.
constexpr std::ptrdiff_t kMostSigns = 8'000'000;

bool is_name_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == ':';
}

std::string_view behind_colon(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view root_name(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  for (;;) {
    const std::size_t at = bytes.find_first_not_of(" \t\r\n");
    if (at == bytes.npos || bytes[at] != '<') return {};
    bytes.remove_prefix(at);
    std::string_view end;
    if (bytes.starts_with("<!--"))
      end = "-->";
    else if (bytes.starts_with("<?"))
      end = "?>";
    else if (bytes.starts_with("<!"))
      // A document type, with its own declarations in brackets or without.
      end = bytes.substr(0, bytes.find('>')).find('[') == bytes.npos ? ">" : "]>";
    else
      break;
    const std::size_t stop = bytes.find(end);
    if (stop == bytes.npos) return {};
    bytes.remove_prefix(stop + end.size());
  }
  std::size_t size = 1;
  while (size < bytes.size() && is_name_sign(bytes[size])) ++size;
  return behind_colon(bytes.substr(1, size - 1));
}

Xml::Xml(std::string bytes) : bytes_(std::move(bytes)) {
  const auto signs =
      std::count_if(bytes_.begin(), bytes_.end(), [](char c) { return c == '<' || c == '='; });
  if (signs > kMostSigns) {
    too_large_ = true;
    return;
  }
  const unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                           pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;
  result_ = tree_.load_buffer(bytes_.data(), bytes_.size(), options, pugi::encoding_utf8);
}

std::optional<std::string> Xml::fault() const {
  if (too_large_) return "XML of more than " + std::to_string(kMostSigns) + " tags and attributes";
  if (result_) return std::nullopt;
  if (result_.status == pugi::status_out_of_memory) throw std::bad_alloc();
  return "broken XML at byte " + std::to_string(result_.offset) + ": " + result_.description();
}

bool Xml::is_whole(const pugi::xml_node& element) const {
  if (result_) return true;
  // Something stands behind it, or its end tag is read: then the fault lies in what is around it.
  if (element.next_sibling()) return true;
  const auto begin = static_cast<std::size_t>(element.offset_debug());
  const std::string end = "</" + std::string(element.name());
  const std::size_t found = bytes_.find(end, begin);
  return found != bytes_.npos && found < static_cast<std::size_t>(result_.offset);
}

std::string_view local_name(const pugi::xml_node& element) {
  return behind_colon(element.name());
}

pugi::xml_node next_within(const pugi::xml_node& top, pugi::xml_node at, bool enter) {
  if (enter && at.first_child()) return at.first_child();
  while (at && at != top) {
    if (at.next_sibling()) return at.next_sibling();
    at = at.parent();
  }
  return {};
}

std::string text_within(const pugi::xml_node& element) {
  std::string text;
  for (pugi::xml_node at = next_within(element, element); at; at = next_within(element, at))
    if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
  return text;
}

std::string markup_within(const pugi::xml_node& element) {
  std::string markup;
  const auto escaped = [&](std::string_view text) {
    for (const char c : text) {
      if (c == '<')
        markup += "&lt;";
      else if (c == '>')
        markup += "&gt;";
      else if (c == '&')
        markup += "&amp;";
      else
        markup += c;
    }
  };
  // Start and end tags by their local names alone: attributes say nothing of the words.
  pugi::xml_node at = next_within(element, element);
  pugi::xml_node open = element;
  while (at) {
    while (open != at.parent()) {
      markup.append("</").append(local_name(open)).append(">");
      open = open.parent();
    }
    if (at.type() == pugi::node_element) {
      markup.append("<").append(local_name(at)).append(">");
      open = at;
    } else if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) {
      escaped(at.value());
    }
    at = next_within(element, at);
  }
  return markup;
}

std::string_view attribute(const pugi::xml_node& element, std::string_view name) {
  for (const pugi::xml_attribute& each : element.attributes())
    if (same_word(behind_colon(each.name()), name)) return each.value();
  return {};
}

}  // namespace newsfacts
