// make_lexicon WORDS NAMES FOLDER FILES...: reads the vocabularies - FILES below FOLDER - and
// writes the two tables of the lexicon.  Run when newsfacts is built (CMakeLists.txt).

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "extractors/names/lexicon_lists.h"

namespace {

bool write(const char* path,
           std::span<const newsfacts::names::FlatSlot<newsfacts::names::Traits>> slots) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(slots.data()),
            static_cast<std::streamsize>(slots.size_bytes()));
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int count, char** given) {
  if (count < 4) return 2;
  std::vector<std::string> contents;
  std::vector<newsfacts::EmbeddedFile> files;
  contents.reserve(static_cast<std::size_t>(count));
  const std::string folder = std::string(given[3]) + "/";
  for (int i = 4; i < count; ++i) {
    std::ifstream in(given[i], std::ios::binary);
    contents.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    std::string_view name = given[i];
    if (name.starts_with(folder)) name.remove_prefix(folder.size());
    files.push_back({name, contents.back()});
  }
  const newsfacts::names::LexiconTables tables = newsfacts::names::read_lists(files);
  if (write(given[1], tables.words.slots()) && write(given[2], tables.names.slots())) return 0;
  std::cerr << "make_lexicon: cannot write " << given[1] << " or " << given[2] << '\n';
  return 74;
}
