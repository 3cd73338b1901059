#include "corpus/symbol.h"

#include <mutex>
#include <set>
#include <shared_mutex>

namespace newsfacts {

Symbol::Symbol(std::string_view word) {
  // A node-based set: the address of a word holds while others are added.
  static std::set<std::string, std::less<>> words;
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
