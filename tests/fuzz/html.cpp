// Any bytes as a web page, up to the sentences of its article.

#include "corpus/readers/html.h"

#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "corpus/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page = valid_utf8(fuzz::view(data, size));
  Document document = document_of_page(page, {.name = "a.html"}, {.page_elements = 1 << 16});
  if (document.rejected) return 0;
  fuzz::must(document.raw().size() <= 4 * page.size() + 16,
             "an article is no longer than its page");
  std::uint32_t end = 0;
  for (const RawPart& part : document.parts) {
    fuzz::must(part.raw.begin >= end && part.raw.begin < part.raw.end,
               "parts stand apart, in order");
    end = part.raw.end;
  }
  fuzz::must(end == document.raw().size(), "parts reach to the end");
  normalize(document);
  static Segmenter segmenter;
  segmenter.segment(document);
  fuzz::must_be_sound(document);
  fuzz::must_come_back_from_the_wire(document);
  return 0;
}
