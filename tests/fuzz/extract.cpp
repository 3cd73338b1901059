// Any text through every rule page, the names, the attributions and the claims.

#include "extractors/extract.h"
#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/attribution.h"
#include "extractors/claims.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Segmenter segmenter;
  static const Extraction extraction;
  Metadata metadata;
  metadata.id = "fuzzed";
  metadata.published = "2026-03-14";
  Document document(metadata, std::string(fuzz::view(data, size)));
  normalize(document);
  if (document.rejected) return 0;
  segmenter.segment(document);
  extraction.extract(document);
  find_attributions(document);
  find_claims(document);
  fuzz::must_be_sound(document);
  for (const Attribution& attribution : document.attributions)
    fuzz::must(!attribution.content.empty(), "somebody says something");
  for (const Claim& claim : document.claims)
    fuzz::must(
        claim.value < 0 || claim.span.contains(document.mentions.at(static_cast<std::size_t>(claim.value)).span),
        "the value of a claim stands in its clause");
  fuzz::must_come_back_from_the_wire(document);
  return 0;
}
