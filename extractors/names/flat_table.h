// FlatTable: values by 64-bit hash, in one array, with linear probing.  The hash is the key:
// two words of the same 64-bit hash are one word to it.
//
// At most two thirds full, so that a look-up ends after a step or two.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace newsfacts::names {

template <typename Value>
struct FlatSlot {
  std::uint64_t key = 0;  // 0 is an empty slot; the hash 0 is kept as 1
  Value value = Value();
};

// Where the key is, or the empty slot where it would be.  There is one; `slots` is as many as a
// power of two.
template <typename Value>
std::size_t slot_of(std::span<const FlatSlot<Value>> slots, std::uint64_t key) {
  key |= (key == 0);
  const std::size_t mask = slots.size() - 1;
  std::size_t at = key & mask;
  while (slots[at].key != 0 && slots[at].key != key) at = (at + 1) & mask;
  return at;
}

// The slots of a table that was made elsewhere: at build time, for one.
template <typename Value>
class FlatView {
 public:
  explicit FlatView(std::span<const FlatSlot<Value>> slots) : slots_(slots) {}

  const Value* find(std::uint64_t key) const {
    const FlatSlot<Value>& slot = slots_[slot_of(slots_, key)];
    return slot.key == 0 ? nullptr : &slot.value;
  }

 private:
  std::span<const FlatSlot<Value>> slots_;
};

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
  std::span<const FlatSlot<Value>> slots() const { return slots_; }

 private:
  using Slot = FlatSlot<Value>;

  static std::size_t room_for(std::size_t expected) {
    std::size_t room = 16;
    while (2 * room < 3 * expected) room *= 2;
    return room;
  }

  std::size_t place_of(std::uint64_t key) const { return slot_of(slots(), key); }

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
