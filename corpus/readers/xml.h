// XML as the readers of feeds and news formats see it: pugixml over a whole file, elements known by
// their local names.
//
// Safe with any input: no document type is looked at, so there are no entities but XML's own, none
// external, and nothing grows; nothing is walked by recursion.  Of XML that breaks off or breaks a
// rule, the tree holds what stands before the fault.

#pragma once

#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace newsfacts {

// The local name of the root element of XML that begins so ("rss" of <rss>, "RDF" of <rdf:RDF>);
// empty where this is none.
std::string_view root_name(std::string_view bytes);

class Xml {
 public:
  explicit Xml(std::string bytes);  // UTF-8, whatever they say of themselves

  pugi::xml_node root() const { return tree_.document_element(); }

  // "broken XML at byte 300: Start-end tags mismatch"; nullopt where it is well-formed.
  std::optional<std::string> fault() const;

  // Whether an element had come to its end before the fault.
  bool is_whole(const pugi::xml_node& element) const;

 private:
  std::string bytes_;
  pugi::xml_document tree_;
  pugi::xml_parse_result result_;
  bool too_large_ = false;
};

// "encoded" of content:encoded.
std::string_view local_name(const pugi::xml_node& element);

// The next element in document order, within `top`; null behind the last.  `enter` goes into the
// children of the one at hand.
pugi::xml_node next_within(const pugi::xml_node& top, pugi::xml_node at, bool enter = true);

// All text within, as it stands.
std::string text_within(const pugi::xml_node& element);

// The markup within, as XML.
std::string markup_within(const pugi::xml_node& element);

// The value of an attribute by its local name.
std::string_view attribute(const pugi::xml_node& element, std::string_view name);

}  // namespace newsfacts
