// Any bytes as a rule page, and as a vocabulary: data, or a RuleFileError that names the line.

#include "extractors/rule_file.h"

#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FileSource source = rule_source();
  const std::string text(fuzz::view(data, size));
  try {
    const RuleFile file = parse_rules("page", text, source);
    for (const Rule& rule : file.rules) fuzz::must(!rule.pattern.empty(), "a rule has a pattern");
  } catch (const RuleFileError& error) {
    fuzz::must(std::string_view(error.what()).find(':') != std::string_view::npos,
               "a fault has its place");
  }
  try {
    const Vocabulary words = Vocabulary::parse("words", text);
    for (const auto& entry : words.entries())
      fuzz::must(words.reading(entry.word) == entry.value, "a word reads as its row says");
  } catch (const RuleFileError&) {
  }
  return 0;
}
