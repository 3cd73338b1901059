// Blocks: what the lines of a plain-text article are.
//
//     Ferry burns off Port Hallam                                title
//
//     By Jane Roe                                                byline
//
//     PORT HALLAM, March 14 (Meridian Wire) - A fire that ...    body, with a dateline of 39 bytes
//
//     Fire on ferry - Meridian Wire                              link
//     https://meridianwire.example/fire                          link
//
//     Key Takeaways                                              heading
//     - Nine people died.                                        list
//     Question: What burned?                                     question
//     The car deck.                                              answer
//
// A block is a line, or the lines of a paragraph that was wrapped to a width.  The judgement
// looks at the shape of lines and their neighbours, and at a few words of the trade.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

struct Block {
  Span span;  // without the white space at its ends
  Role role = Role::kBody;
  std::uint32_t dateline = 0;  // bytes at its begin, up to and with the dash; 0 = none
  std::uint32_t marker = 0;    // bytes of "- " or "1. " before a list item's words
};

// In reading order, apart.  `text` is normalized; `title` is the title the metadata
// give, or empty.
std::vector<Block> blocks_of(std::string_view text, std::string_view title);

// The same where the blocks and their roles are given: a web page marks them.  Only what is
// given as body is looked at again, for datelines, bylines, notices, questions and answers.
std::vector<Block> blocks_of(std::string_view text, std::string_view title,
                             const std::vector<Block>& given);

}  // namespace newsfacts
