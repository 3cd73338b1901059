#include "extractors/pattern.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// A group of more bytes than this is looked up before it is read.
constexpr std::size_t kLongGroup = 48;
constexpr int kMostRounds = 1000;  // RE2's own limit, also of repetitions of repetitions
constexpr int kDeepest = 200;      // groups within groups

CharacterSet digits() {
  return {{'0', '9'}};
}
CharacterSet ascii_word() {
  return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
}
CharacterSet ascii_space() {
  return {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
}

CharacterSet inverted(CharacterSet set) {
  set.invert();
  return set;
}

}  // namespace

bool Pattern::matches_empty() const {
  const auto empty = [](const Pattern* part) { return part->matches_empty(); };
  switch (kind) {
    case Kind::kCharacter: return false;
    case Kind::kSequence: return std::all_of(parts.begin(), parts.end(), empty);
    case Kind::kAlternatives: return std::any_of(parts.begin(), parts.end(), empty);
    case Kind::kRepeat: return least == 0 || parts.front()->matches_empty();
    case Kind::kField: return parts.front()->matches_empty();
    case Kind::kWordEdge: break;
  }
  return true;
}

class PatternReader::Parser {
 public:
  Parser(PatternReader& reader, std::string_view text, bool case_sensitive, int depth = 0)
      : reader_(reader), rest_(text), case_sensitive_(case_sensitive), depth_(depth) {
    if (depth > kDeepest) throw PatternError("groups too deep in each other");
  }

  const Pattern* parse() {
    const Pattern* all = alternatives();
    if (!rest_.empty()) throw PatternError("unexpected )");
    return all;
  }

 private:
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::string_view take_until(char end) {
    const auto at = rest_.find(end);
    if (at == rest_.npos) throw PatternError(std::string("missing ") + end);
    const auto taken = rest_.substr(0, at);
    rest_.remove_prefix(at + 1);
    return taken;
  }

  char32_t take_character() {
    const CodePoint c = code_point_at(rest_, 0);
    if (c.size == 0) throw PatternError("ends too early");
    rest_.remove_prefix(c.size);
    return c.value;
  }

  const Pattern* alternatives() {
    std::vector<const Pattern*> parts;
    do parts.push_back(pieces());
    while (take("|"));
    return reader_.alternatives(std::move(parts));
  }

  const Pattern* pieces() {
    std::vector<const Pattern*> parts;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')')
      parts.push_back(repeated(atom()));
    return reader_.sequence(std::move(parts));
  }

  const Pattern* repeated(const Pattern* atom) {
    for (;;) {
      Pattern repeat;
      repeat.kind = Pattern::Kind::kRepeat;
      if (take("?")) {
        repeat.most = 1;
      } else if (take("+")) {
        repeat.least = 1;
      } else if (take("{")) {
        std::tie(repeat.least, repeat.most) = counts(take_until('}'));
      } else if (!take("*")) {
        return atom;
      }
      if (rest_.starts_with("?")) throw PatternError("a lazy repetition");
      repeat.parts = {atom};
      if (rounds(repeat) > kMostRounds) throw PatternError("repeated too often");
      atom = reader_.keep(std::move(repeat));
    }
  }

  // How many copies of its smallest part a repetition stands for.
  static int rounds(const Pattern& pattern) {
    int most = 1;
    for (const Pattern* part : pattern.parts) most = std::max(most, rounds(*part));
    if (pattern.kind != Pattern::Kind::kRepeat) return most;
    return most * std::max({pattern.least, pattern.most, 1});
  }

  // "2", "1,3" or "2,".
  static std::pair<int, int> counts(std::string_view text) {
    const auto comma = text.find(',');
    const auto number = [&](std::string_view digits) {
      int value = -1;
      const char* end = digits.data() + digits.size();
      const auto [rest, error] = std::from_chars(digits.data(), end, value);
      if (error != std::errc() || rest != end || value < 0 || value > kMostRounds)
        throw PatternError("no count: {" + std::string(text) + "}");
      return value;
    };
    const int least = number(text.substr(0, comma));
    if (comma == text.npos) return {least, least};
    if (comma + 1 == text.size()) return {least, Pattern::kUnbounded};
    const int most = number(text.substr(comma + 1));
    if (most < least) throw PatternError("no count: {" + std::string(text) + "}");
    return {least, most};
  }

  const Pattern* atom() {
    if (take("(?:")) return group(case_sensitive_);
    if (take("(?i:")) return group(false);
    if (take("(?-i:")) return group(true);
    if (take("(?P<")) {
      Pattern field;
      field.kind = Pattern::Kind::kField;
      field.name = take_until('>');
      field.parts = {group(case_sensitive_)};
      return reader_.keep(std::move(field));
    }
    if (rest_.starts_with("(")) throw PatternError("a group of an unknown kind");
    if (take("[")) return character(character_class());
    if (take("\\b")) {
      Pattern edge;
      edge.kind = Pattern::Kind::kWordEdge;
      return reader_.keep(std::move(edge));
    }
    if (take("\\")) return character(escape());
    if (take(".")) return character(inverted({{'\n', '\n'}}));
    if (std::string_view("?*+{^$").find(rest_.front()) != std::string_view::npos)
      throw PatternError(std::string("unexpected ") + rest_.front());
    const char32_t c = take_character();
    if (c >= 0x80) return character({{c, c}});
    const Pattern*& known = reader_.ascii_[case_sensitive_][c];
    if (!known) known = character({{c, c}});
    return known;
  }

  const Pattern* character(CharacterSet set) {
    if (!case_sensitive_) set.add_other_cases();
    return reader_.character(std::move(set));
  }

  // What stands behind "(?:".  A long one that was read before is not read again.
  const Pattern* group(bool case_sensitive) {
    const std::size_t size = group_size();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size + 1);
    if (size <= kLongGroup) return Parser(reader_, text, case_sensitive, depth_ + 1).parse();
    auto& known = reader_.known_[case_sensitive];
    const auto place = known.find(std::string(text));
    if (place != known.end()) return place->second;
    const Pattern* read = Parser(reader_, text, case_sensitive, depth_ + 1).parse();
    known.emplace(text, read);
    return read;
  }

  // Bytes until the ) of this group.
  std::size_t group_size() const {
    int open = 1;
    for (std::size_t at = 0; at < rest_.size(); ++at) {
      if (rest_[at] == '\\') {
        ++at;
      } else if (rest_[at] == '[') {
        at += rest_.substr(at + 1).starts_with("^") ? 2 : 1;
        if (rest_.substr(at).starts_with("]")) ++at;
        for (; at < rest_.size() && rest_[at] != ']'; ++at)
          if (rest_[at] == '\\') ++at;
      } else if (rest_[at] == '(') {
        ++open;
      } else if (rest_[at] == ')' && --open == 0) {
        return at;
      }
    }
    throw PatternError("missing )");
  }

  // What stands behind a backslash.
  CharacterSet escape() {
    const char32_t c = take_character();
    switch (c) {
      case 'd': return digits();
      case 'w': return ascii_word();
      case 's': return ascii_space();
      case 'D': return inverted(digits());
      case 'W': return inverted(ascii_word());
      case 'S': return inverted(ascii_space());
      case 'p':
      case 'P': {
        const std::string name(take("{") ? take_until('}') : rest_.substr(0, 1));
        if (name.size() == 1 && rest_.starts_with(name)) rest_.remove_prefix(1);
        const CharacterSet& set = CharacterSet::of_category(name);
        if (set.empty()) throw PatternError("no category \\p{" + name + "}");
        return c == 'p' ? set : inverted(set);
      }
      case 'n': return {{'\n', '\n'}};
      case 't': return {{'\t', '\t'}};
      default: break;
    }
    if (c < 0x80 && is_word_character(c))
      throw PatternError(std::string("unknown \\") + static_cast<char>(c));
    return {{c, c}};
  }

  // What stands behind a [.
  CharacterSet character_class() {
    const bool negated = take("^");
    CharacterSet set;
    for (bool first = true; first || !take("]"); first = false) {
      if (rest_.starts_with("[:")) throw PatternError("[: in a class");
      CharacterSet member = class_member();
      if (rest_.starts_with("-") && !rest_.starts_with("-]")) {
        take("-");
        const char32_t low = only(member), high = only(class_member());
        if (high < low) throw PatternError("a range that runs backwards");
        member = {{low, high}};
      }
      set.add(member);
    }
    if (!negated) return set;
    if (!case_sensitive_) set.add_other_cases();  // [^a] is no A either
    return inverted(std::move(set));
  }

  CharacterSet class_member() {
    if (take("\\")) return escape();
    const char32_t c = take_character();
    return {{c, c}};
  }

  static char32_t only(const CharacterSet& set) {
    const auto& ranges = set.ranges();
    if (ranges.size() != 1 || ranges[0].first != ranges[0].last)
      throw PatternError("a range from or to many characters");
    return ranges[0].first;
  }

  PatternReader& reader_;
  std::string_view rest_;
  bool case_sensitive_;
  int depth_;
};

const Pattern& PatternReader::read(std::string_view text, bool case_sensitive) {
  return *Parser(*this, text, case_sensitive).parse();
}

const Pattern* PatternReader::keep(Pattern pattern) {
  return &patterns_.emplace_back(std::move(pattern));
}

const Pattern* PatternReader::character(CharacterSet set) {
  const auto known = characters_.find(set);
  if (known != characters_.end()) return known->second;
  const auto place = characters_.emplace(std::move(set), nullptr).first;
  Pattern pattern;
  pattern.kind = Pattern::Kind::kCharacter;
  pattern.set = &place->first;
  return place->second = keep(std::move(pattern));
}

// A sequence within a sequence is one, and one of a single part is that part.
const Pattern* PatternReader::sequence(std::vector<const Pattern*> parts) {
  if (parts.size() == 1) return parts.front();
  Pattern pattern;
  for (const Pattern* part : parts)
    if (part->kind == Pattern::Kind::kSequence)
      pattern.parts.insert(pattern.parts.end(), part->parts.begin(), part->parts.end());
    else
      pattern.parts.push_back(part);
  return keep(std::move(pattern));
}

// Alternatives that begin with the same character become one that begins with it: a vocabulary
// is walked letter by letter instead of word by word.
//
//     may|march|june    m(ay|arch)|june  and then  ma(y|rch)|june
//
// They may change places only with such as begin otherwise, which can never match beside them.
const Pattern* PatternReader::alternatives(std::vector<const Pattern*> parts) {
  if (parts.size() == 1) return parts.front();
  struct Bundle {
    const Pattern* first = nullptr;  // the character; null: what begins otherwise, by itself
    std::vector<const Pattern*> words;
  };
  const auto first_of = [](const Pattern* word) {
    const bool longer = word->kind == Pattern::Kind::kSequence && !word->parts.empty();
    const Pattern* first = longer ? word->parts.front() : word;
    return first->kind == Pattern::Kind::kCharacter ? first : nullptr;
  };
  std::vector<Bundle> bundles;
  const auto add = [&](const Pattern* word) {
    const Pattern* const first = first_of(word);
    if (first)
      for (auto bundle = bundles.rbegin(); bundle != bundles.rend(); ++bundle) {
        if (bundle->first == first) return bundle->words.push_back(word);
        if (!bundle->first || bundle->first->set->overlaps(*first->set)) break;
      }
    bundles.push_back({first, {word}});
  };
  for (const Pattern* part : parts)
    if (part->kind == Pattern::Kind::kAlternatives)
      for (const Pattern* inner : part->parts) add(inner);
    else
      add(part);

  Pattern pattern;
  pattern.kind = Pattern::Kind::kAlternatives;
  for (Bundle& bundle : bundles) {
    if (bundle.words.size() == 1) {
      pattern.parts.push_back(bundle.words.front());
      continue;
    }
    for (const Pattern*& word : bundle.words)
      word = word == bundle.first ? sequence({})
                                  : sequence({word->parts.begin() + 1, word->parts.end()});
    pattern.parts.push_back(sequence({bundle.first, alternatives(std::move(bundle.words))}));
  }
  return pattern.parts.size() == 1 ? pattern.parts.front() : keep(std::move(pattern));
}

}  // namespace newsfacts
