// Fuzzing: what must hold of any input whatever.
//
// A target is a file with the entry point libFuzzer calls (LLVM), and one line in CMakeLists.txt.
// It hands the bytes to one room of the house, and says with must() what holds of the outcome.
// What it finds wrong ends the process, as the sanitizers do.
//
// The same file is linked two ways: with replay.cpp, it is a test that runs over seeds and a fixed
// number of mutations of them, the same ones each time; with libFuzzer (clang), it searches.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace newsfacts::fuzz {

// Says what should have held, and aborts.
void must(bool holds, const char* what);

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// What document.h, alignment.h and claim.h promise of every document, however far it has come.
void must_be_sound(const Document& document);

// Written as a JSON line and read again, the document must be the same, byte for byte.
void must_come_back_from_the_wire(const Document& document);

}  // namespace newsfacts::fuzz
