#include "db/pages.h"

#include <cassert>

#include "corpus/embedded.h"

namespace newsfacts {

std::string_view page_named(std::string_view name) {
  for (const EmbeddedFile& file : embedded_db())
    if (file.name == name) return file.content;
  assert(false && "no page of this name");
  return {};
}

std::vector<std::string_view> statements_of(std::string_view name) {
  // On our pages a semicolon ends a line where it ends a statement, and nowhere else.
  constexpr std::string_view kEnd = ";\n";
  std::vector<std::string_view> statements;
  std::string_view rest = page_named(name);
  for (auto at = rest.find(kEnd); at != std::string_view::npos; at = rest.find(kEnd)) {
    statements.push_back(rest.substr(0, at));
    rest.remove_prefix(at + kEnd.size());
  }
  return statements;
}

}  // namespace newsfacts
