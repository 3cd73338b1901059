#include "corpus/readers/unpacking.h"

#include <algorithm>

namespace newsfacts {
namespace {

// Below this size no ratio is too high: a table of zeros is no bomb.
constexpr std::uint64_t kHarmless = std::uint64_t{64} << 20;

}  // namespace

std::string Unpacking::exceeded() const {
  if (unpacked_ > limits_.unpacked_bytes)
    return "unpacks to more than " + std::to_string(limits_.unpacked_bytes) +
           " bytes (--max-unpacked-bytes)";
  if (unpacked_ > kHarmless && unpacked_ / limits_.ratio > packed_)
    return "unpacks to more than " + std::to_string(limits_.ratio) +
           " times its size (--max-ratio)";
  return {};
}

Packed::Packed(InputFile file, const ReadLimits& limits)
    : file_(std::move(file)), unpacking_(file_.about().unpacking), outermost_(!unpacking_) {
  if (outermost_) unpacking_ = std::make_shared<Unpacking>(limits);
}

std::string_view Packed::next_chunk() {
  const std::string_view chunk = file_.next_chunk();
  given_ += chunk.size();
  if (outermost_) unpacking_->took(chunk.size());
  return chunk;
}

Provenance Packed::within(std::string name, std::optional<Day> modified) const {
  Provenance about = file_.about();
  if (modified && (!about.modified || *modified < *about.modified)) about.modified = modified;
  about.name = std::move(name);
  about.bare_name = {};
  about.depth += 1;
  about.unpacking = unpacking_;
  return about;
}

}  // namespace newsfacts
