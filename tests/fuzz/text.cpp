// Any bytes as a raw text: normalized, segmented, fingerprinted.

#include "corpus/fingerprint.h"
#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Segmenter segmenter;
  Metadata metadata;
  metadata.id = "fuzzed";
  Document document(metadata, std::string(fuzz::view(data, size)));
  normalize(document);
  if (document.rejected) {
    fuzz::must(!document.rejected->reason.empty(), "a rejection has a reason");
    return 0;
  }
  fuzz::must(normalized(document.text()).text == document.text(), "normalizing is idempotent");
  segmenter.segment(document);
  fingerprint(document);
  fuzz::must_be_sound(document);
  fuzz::must_come_back_from_the_wire(document);
  return 0;
}
