// A WordTable is one vocabulary/<name>.tsv at hand: what a word or phrase means, asked outside
// a rule.  Rules capture words; readers and the second look, which go on where a rule ended, look
// them up here, so that spelling and meaning still stand in one row of one file.

#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsfacts {

class WordTable {
 public:
  // Throws std::runtime_error when the binary carries no such vocabulary.
  explicit WordTable(std::string_view name);

  // The second column, or nullopt.  Case does not count (ASCII), and a run of white space is
  // one space.  The view lives as long as the process.
  std::optional<std::string_view> find(std::string_view phrase) const;

  std::size_t longest() const { return longest_; }  // words in the longest phrase

 private:
  // Most phrases that are looked up are not there, and most of those show it by their length or by
  // their first two bytes and the last.
  static std::size_t shape_of(std::string_view phrase) {
    const auto letter = [](char c) {  // without its case; any white space is 0
      const auto byte = static_cast<unsigned char>(c);
      return byte <= ' ' ? std::size_t{0} : byte & std::size_t{31};
    };
    const char second = phrase.size() > 1 ? phrase[1] : ' ';
    return (letter(phrase.front()) * 32 + letter(second)) * 32 + letter(phrase.back());
  }
  std::size_t longest_in_bytes_ = 0;
  std::bitset<32 * 32 * 32> shapes_;  // of all rows

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::unordered_map<std::string, std::string_view, Hash, std::equal_to<>> rows_;
  std::size_t longest_ = 0;
};

}  // namespace newsfacts
