// Any bytes as a JSON line, from outside or from a stage before: read or rejected, and what was
// read is a document the later stages can go on with.

#include "corpus/wire.h"

#include "extractors/attribution.h"
#include "extractors/claims.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static WireReader reader;
  Document document = reader.read(fuzz::view(data, size), "in.jsonl:1");
  if (document.rejected) {
    fuzz::must(!document.rejected->reason.empty(), "a rejection has a reason");
    return 0;
  }
  fuzz::must_be_sound(document);
  fuzz::must_come_back_from_the_wire(document);
  find_attributions(document);
  find_claims(document);
  fuzz::must_be_sound(document);
  return 0;
}
