// Captures tell what the fields of a match took part in: they walk the Program from the start of
// the match to its end, prefer what the pattern names first and repeat as often as can be, and
// turn back where it leads nowhere.  No place is tried twice at one byte, so the walk is bounded
// by forks of the rule x bytes of the match (the way of RE2's BitState).

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "extractors/program.h"

namespace newsfacts {

class Captures {
 public:
  // Of a match that there is: `rule` matches text[match].
  void read(const Program& program, std::size_t rule, std::string_view text, Span match);

  // The i-th field of Program::Rule::fields; null data where it took no part.
  std::string_view operator[](std::size_t field) const { return fields_[field]; }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  // A way to try when all since has led nowhere; or, with `place` kNone, a slot to set back.
  struct Turn {
    Program::Index place = 0;
    std::uint32_t at = 0;  // the byte, or what the slot was
    std::uint32_t slot = 0;
  };

  bool walk(const Program& program, std::string_view text, Span match, Program::Index from,
            std::uint32_t at);

  std::vector<std::uint64_t> tried_;  // fork x byte
  std::vector<Turn> turns_;
  std::vector<std::uint32_t> slots_;
  std::vector<std::string_view> fields_;
};

}  // namespace newsfacts
