#include "tests/fuzz/fuzz.h"

#include <cstdio>
#include <cstdlib>

#include "corpus/utf8.h"
#include "corpus/wire.h"

namespace newsfacts::fuzz {
namespace {

// Where a code point begins, or the end.
bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && (text[at] & 0xC0) != 0x80);
}

// A stretch of words: not empty, in the text, cutting no character in two.
void must_lie_in(std::string_view text, Span span) {
  must(span.begin < span.end && span.end <= text.size(), "a span is a stretch of the text");
  must(is_boundary(text, span.begin) && is_boundary(text, span.end), "a span cuts no character");
}

}  // namespace

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void must_be_sound(const Document& document) {
  const std::string& text = document.text();
  must(!invalid_utf8_at(text), "a text is valid UTF-8");
  if (!text.empty()) {
    must(document.alignment().raw_size() == document.raw().size(), "the alignment spans the raw");
    must(document.alignment().text_size() == text.size(), "the alignment spans the text");
  }
  std::uint32_t end = 0;
  for (const Sentence& sentence : document.sentences) {
    must_lie_in(text, sentence.span);
    must(sentence.span.begin >= end, "sentences are in order and apart");
    end = sentence.span.end;
  }
  end = 0;
  for (const Mention& mention : document.mentions) {
    must_lie_in(text, mention.span);
    must(mention.span.begin >= end, "mentions are in order and apart");
    end = mention.span.end;
    const Span raw = document.alignment().to_raw(mention.span);
    must(raw.begin < raw.end && raw.end <= document.raw().size(), "there is a way back to the raw");
  }
  for (const Attribution& attribution : document.attributions) {
    for (const auto& spans : {attribution.source, attribution.cue, attribution.content})
      for (const Span span : spans) must_lie_in(text, span);
  }
  for (const Claim& claim : document.claims) {
    must_lie_in(text, claim.span);
    must(claim.value < static_cast<int>(document.mentions.size()), "its value is in the list");
    must(claim.attribution < static_cast<int>(document.attributions.size()),
         "who says so is in the list");
  }
}

void must_come_back_from_the_wire(const Document& document) {
  std::string there, back;
  write_json_line(document, &there);
  must(there.ends_with('\n') && there.find('\n') == there.size() - 1, "a line is one line");
  WireReader reader;
  write_json_line(reader.read(there, "there"), &back);
  must(there == back, "a document comes back from the wire the same");
}

}  // namespace newsfacts::fuzz
