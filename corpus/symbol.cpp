#include "corpus/symbol.h"

#include <mutex>
#include <shared_mutex>
#include <unordered_set>

namespace newsfacts {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>()(word);
  }
};

}  // namespace

Symbol::Symbol(std::string_view word) {
  // Node-based: the address of a word holds while others are added.
  static std::unordered_set<std::string, Hash, std::equal_to<>> words;
  static std::shared_mutex guard;
  if (word.empty()) return;
  {
    const std::shared_lock reading(guard);
    if (const auto known = words.find(word); known != words.end()) {
      word_ = &*known;
      return;
    }
  }
  const std::unique_lock writing(guard);
  word_ = &*words.emplace(word).first;
}

}  // namespace newsfacts
