// A Rewriting turns a text into another, from left to right, and keeps the way back.

#pragma once

#include <string>
#include <string_view>

#include "corpus/alignment.h"

namespace newsfacts {

struct Normalized {
  std::string text;
  Alignment to_raw;
};

class Rewriting {
 public:
  explicit Rewriting(std::string_view from) : from_(from) { out_.text.reserve(from.size()); }

  // What stands from `begin` to `end` reads `instead`; behind what was replaced before.
  void replace(std::size_t begin, std::size_t end, std::string_view instead) {
    copy_to(begin);
    out_.text += instead;
    out_.to_raw.replaced(static_cast<std::uint32_t>(end - begin),
                         static_cast<std::uint32_t>(instead.size()));
    done_ = end;
  }

  bool changed() const { return !out_.to_raw.pieces().empty(); }

  Normalized finish() {
    copy_to(from_.size());
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t end) {
    out_.text.append(from_, done_, end - done_);
    out_.to_raw.copied(static_cast<std::uint32_t>(end - done_));
    done_ = end;
  }

  std::string_view from_;
  std::size_t done_ = 0;
  Normalized out_;
};

}  // namespace newsfacts
