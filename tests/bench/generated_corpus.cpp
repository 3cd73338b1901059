#include "tests/bench/generated_corpus.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "corpus/day.h"

namespace newsfacts::bench {
namespace {

constexpr const char* kOutlets[] = {"Meridian Wire",     "The Northgate Post", "Ledger & Quay",
                                    "Valley Chronicle",  "Orbit Monthly",      "The Lantern Digest",
                                    "The Harbour Courier"};

bool ends_sentence(std::string_view word) {
  while (!word.empty() && (word.back() == '"' || word.back() == ')')) word.remove_suffix(1);
  return !word.empty() && (word.back() == '.' || word.back() == '?') && word.size() > 3;
}

}  // namespace

GeneratedCorpus::GeneratedCorpus(const std::string& folder, std::uint64_t seed)
    : state_(seed * 2 + 1) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::map<std::string, std::uint32_t> known;
  for (const std::string& file : files) {
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line) && !line.empty()) {
    }
    std::int64_t last = -1;
    while (std::getline(in, line)) {
      if (line.size() < 60) continue;  // headlines and lists end without a period
      std::istringstream text(line);
      last = -1;
      for (std::string word; text >> word;) {
        const auto [it, fresh] = known.emplace(word, static_cast<std::uint32_t>(words_.size()));
        if (fresh) words_.push_back({word, {}});
        if (last >= 0) words_[static_cast<std::size_t>(last)].followers.push_back(it->second);
        if (last < 0) starters_.push_back(it->second);
        last = ends_sentence(word) ? -1 : std::int64_t{it->second};
      }
    }
  }
  if (starters_.empty()) throw std::runtime_error("no sample articles below " + folder);
}

// xorshift64*: Vigna 2016, "An experimental exploration of Marsaglia's xorshift generators".
std::uint64_t GeneratedCorpus::roll(std::uint64_t below) {
  state_ ^= state_ >> 12;
  state_ ^= state_ << 25;
  state_ ^= state_ >> 27;
  return ((state_ * 0x2545F4914F6CDD1DULL) >> 32) % below;
}

std::string GeneratedCorpus::next_text() {
  std::string text;
  const std::size_t size = 1000 + roll(4000);
  for (std::size_t in_paragraph = 0; text.size() < size;) {
    std::uint32_t at = starters_[roll(starters_.size())];
    for (std::size_t length = 0; length < 60; ++length) {
      if (!text.empty() && text.back() != '\n') text += ' ';
      for (const char c : words_[at].text)
        text += c >= '1' && c <= '9' ? static_cast<char>('1' + roll(9)) : c;
      const auto& followers = words_[at].followers;
      if (followers.empty() || ends_sentence(words_[at].text)) break;
      at = followers[roll(followers.size())];
    }
    if (++in_paragraph % 3 == 0) text += "\n\n";
  }
  return text;
}

std::string GeneratedCorpus::next_line() {
  const std::string number = std::to_string(++written_);
  nlohmann::ordered_json line;
  line["id"] = "g" + number;
  line["source"] = kOutlets[roll(std::size(kOutlets))];
  line["url"] = "https://generated.example/" + number;
  line["published"] = iso(*day_of(2020, 1, 1) + std::chrono::days(roll(2500)));
  line["text"] = next_text();
  return line.dump() + "\n";
}

}  // namespace newsfacts::bench
