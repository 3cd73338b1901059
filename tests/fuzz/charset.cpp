// Any bytes, under the label their first line gives or under none: valid UTF-8 comes out, or why
// not is said.

#include "corpus/charset.h"

#include "corpus/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  const std::string_view label = bytes.substr(0, bytes.find('\n'));
  for (const std::string_view declared : {std::string_view(), label}) {
    const Decoded out = decoded(std::string(bytes), declared);
    fuzz::must(!invalid_utf8_at(out.text), "what is decoded is UTF-8");
    fuzz::must(out.text.size() <= 3 * size, "and three times as long at most");
    fuzz::must(out.faults == 0 || out.first_fault < size, "a fault has its byte");
    fuzz::must(!out.charset.empty(), "a charset has a name");
    if (const auto reason = out.unreadable())
      fuzz::must(reason->find(out.charset) != reason->npos, "a reason names the charset");
  }
  begins_as_text(bytes);
  return 0;
}
