// FlatTable: values by 64-bit hash, in one array, with linear probing.  The hash is the key:
// two words of the same 64-bit hash are one word to it.
//
// At most two thirds full, so that a look-up ends after a step or two.

#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace newsfacts::names {

template <typename Value>
class FlatTable {
 public:
  explicit FlatTable(std::size_t expected = 8) { slots_.resize(room_for(expected)); }

  // Null where the key is unknown.  Valid until the next operator[].
  const Value* find(std::uint64_t key) const {
    const Slot& slot = slots_[place_of(key)];
    return slot.key == 0 ? nullptr : &slot.value;
  }

  // The value of the key, made by Value() where it is new.
  Value& operator[](std::uint64_t key) {
    if (3 * (size_ + 1) > 2 * slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (slot.key == 0) {
      slot.key = key | (key == 0);
      ++size_;
    }
    return slot.value;
  }

  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0 is an empty slot; the hash 0 is kept as 1
    Value value = Value();
  };

  static std::size_t room_for(std::size_t expected) {
    std::size_t room = 16;
    while (2 * room < 3 * expected) room *= 2;
    return room;
  }

  std::size_t place_of(std::uint64_t key) const {
    key |= (key == 0);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (Slot& slot : old)
      if (slot.key != 0) slots_[place_of(slot.key)] = std::move(slot);
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

// The key of a phrase, from that of its beginning and its next token.
constexpr std::uint64_t chained(std::uint64_t beginning, std::uint64_t next) {
  std::uint64_t h = beginning * 0x9E3779B97F4A7C15u + next;
  h ^= h >> 32;
  return h * 0xD6E8FEB86659FD93u;
}

}  // namespace newsfacts::names
