#include "extractors/first_token.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// A class of more characters than this is described by what kinds it holds.
constexpr std::size_t kFewCharacters = 16;
// Steps after which a pattern counts as too rich to follow.
constexpr int kPatience = 400'000;
// Rounds of a repetition that are followed beyond the fewest it needs.
constexpr int kRounds = 2;
constexpr int kUnbounded = 1 << 20;

struct Node {
  enum class Kind { kCharacters, kSequence, kAlternatives, kRepeat };
  Kind kind = Kind::kSequence;

  // kCharacters: the members, if they are few, or the kinds there are among them.
  std::u32string few;
  bool digits = false, lower = false, upper = false, signs = false;

  std::vector<Node> parts;           // of the other kinds; a repeat has one
  int least = 0, most = kUnbounded;  // repeat
};

Node sequence() {
  return {};
}

Node all_kinds() {
  Node node;
  node.kind = Node::Kind::kCharacters;
  node.digits = node.lower = node.upper = node.signs = true;
  return node;
}

// Thrown for a construct that is not known; openings() then answers with anything.
struct Unknown {};

class PatternParser {
 public:
  explicit PatternParser(std::string_view pattern) : rest_(pattern) {}

  Node parse() {
    Node node = alternatives();
    if (!rest_.empty()) throw Unknown();
    return node;
  }

 private:
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  char32_t take_character() {
    const CodePoint c = code_point_at(rest_, 0);
    if (c.size == 0) throw Unknown();
    rest_.remove_prefix(c.size);
    return c.value;
  }

  Node alternatives() {
    Node node;
    node.kind = Node::Kind::kAlternatives;
    do node.parts.push_back(pieces());
    while (take("|"));
    return node.parts.size() == 1 ? std::move(node.parts.front()) : node;
  }

  Node pieces() {
    Node node = sequence();
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')')
      node.parts.push_back(repeated(atom()));
    return node;
  }

  Node repeated(Node atom) {
    for (;;) {
      Node node;
      node.kind = Node::Kind::kRepeat;
      if (take("?")) {
        node.most = 1;
      } else if (take("*")) {
        node.least = 0;
      } else if (take("+")) {
        node.least = 1;
      } else if (rest_.starts_with("{")) {
        const auto close = rest_.find('}');
        if (close == rest_.npos) throw Unknown();
        const std::string counts(rest_.substr(1, close - 1));
        if (counts.empty() || counts[0] < '0' || counts[0] > '9') throw Unknown();
        rest_.remove_prefix(close + 1);
        const auto comma = counts.find(',');
        node.least = std::stoi(counts);
        if (comma == counts.npos)
          node.most = node.least;
        else if (comma + 1 < counts.size())
          node.most = std::stoi(counts.substr(comma + 1));
      } else {
        return atom;
      }
      take("?");  // lazy or not: it begins alike
      node.parts.push_back(std::move(atom));
      atom = std::move(node);
    }
  }

  Node atom() {
    if (take("(?:")) return group();
    if (take("(?P<")) {
      const auto close = rest_.find('>');
      if (close == rest_.npos) throw Unknown();
      rest_.remove_prefix(close + 1);
      return group();
    }
    if (take("(?")) throw Unknown();
    if (take("(")) return group();
    if (take("[")) return character_class();
    if (take("\\")) return escape();
    if (take(".")) return all_kinds();
    if (take("^") || take("$")) return sequence();
    return characters({take_character()});
  }

  Node group() {
    Node node = alternatives();
    if (!take(")")) throw Unknown();
    return node;
  }

  static Node characters(std::u32string few) {
    Node node;
    node.kind = Node::Kind::kCharacters;
    for (const char32_t c : few) add(c, &node);
    node.few = std::move(few);
    return node;
  }

  static void add(char32_t c, Node* node) {
    if (is_upper(c))
      node->upper = true;
    else if (is_letter(c))
      node->lower = true;
    else if (is_word_character(c))
      node->digits = true;
    else
      node->signs = true;
  }

  // What stands behind a backslash, inside a class or out of it: adds to `node`.  Returns the
  // character when it is only one.
  std::optional<char32_t> read_escape(Node* node) {
    const char32_t c = take_character();
    if (c == 'd') return node->digits = true, std::nullopt;
    if (c == 'w') return node->digits = node->lower = node->upper = true, std::nullopt;
    if (c == 's') return node->signs = true, std::nullopt;
    if (c == 'p') {
      std::string name;
      if (take("{")) {
        const auto close = rest_.find('}');
        if (close == rest_.npos) throw Unknown();
        name = rest_.substr(0, close);
        rest_.remove_prefix(close + 1);
      } else {
        name = std::string(1, static_cast<char>(take_character()));
      }
      if (name == "Lu" || name == "Lt") return node->upper = true, std::nullopt;
      if (name == "Ll") return node->lower = true, std::nullopt;
      if (name == "L" || name == "M") return node->lower = node->upper = true, std::nullopt;
      if (name.starts_with("N")) return node->digits = true, std::nullopt;
      if (name.starts_with("S") || name.starts_with("P") || name.starts_with("Z"))
        return node->signs = true, std::nullopt;
      throw Unknown();
    }
    if (c < 0x80 && is_word_character(c)) throw Unknown();  // \x41, \pN's kin, \W, ...
    return c;
  }

  Node escape() {
    if (take("b") || take("B") || take("A") || take("z")) return sequence();
    Node node;
    node.kind = Node::Kind::kCharacters;
    if (const auto c = read_escape(&node)) return characters({*c});
    return node;
  }

  Node character_class() {
    if (take("^")) {
      skip_class();
      return all_kinds();
    }
    Node node;
    node.kind = Node::Kind::kCharacters;
    std::u32string few;
    bool many = false;
    bool at_start = true;
    while (at_start || !take("]")) {
      at_start = false;
      if (take("[:")) throw Unknown();
      std::optional<char32_t> first;
      if (take("\\"))
        first = read_escape(&node);
      else
        first = take_character();
      if (!first) {
        many = true;
        continue;
      }
      char32_t last = *first;
      if (rest_.starts_with("-") && !rest_.starts_with("-]")) {
        rest_.remove_prefix(1);
        last = take("\\") ? read_escape(&node).value_or(U'\0') : take_character();
        if (last < *first) throw Unknown();
      }
      if (last - *first > 0x400) {  // a stretch of the code space: of any kind
        node.digits = node.lower = node.upper = node.signs = many = true;
        continue;
      }
      for (char32_t c = *first; c <= last; ++c) {
        add(c, &node);
        few += c;
      }
    }
    if (!many && few.size() <= kFewCharacters) node.few = std::move(few);
    return node;
  }

  void skip_class() {
    bool at_start = true;
    while (at_start || !take("]")) {
      at_start = false;
      if (take("[:")) throw Unknown();
      if (take("\\") && take("p")) {
        if (take("{"))
          while (!take("}")) take_character();
        continue;
      }
      take_character();
    }
  }

  std::string_view rest_;
};

// The tokens read so far on one way through the pattern.
struct Path {
  using Kind = TokenChoice::Kind;

  std::optional<TokenChoice> first;  // complete
  std::optional<TokenChoice> open;   // under way; a class swallows what still belongs to it
};

class Walker {
 public:
  using Next = std::function<void(const Path&)>;
  using Kind = TokenChoice::Kind;

  Walker(bool case_sensitive, std::set<Opening>* found)
      : case_sensitive_(case_sensitive), found_(found) {}

  void run(const Node& pattern) {
    walk(pattern, Path(), [this](const Path& path) { end(path); });
  }

 private:
  void walk(const Node& node, const Path& path, const Next& next) {
    if (--patience_ < 0) throw Unknown();
    switch (node.kind) {
      case Node::Kind::kCharacters: return walk_characters(node, path, next);
      case Node::Kind::kSequence: return walk_sequence(node, 0, path, next);
      case Node::Kind::kAlternatives:
        for (const Node& part : node.parts) walk(part, path, next);
        return;
      case Node::Kind::kRepeat: return walk_repeat(node, 0, path, next);
    }
  }

  void walk_sequence(const Node& node, std::size_t from, const Path& path, const Next& next) {
    if (from == node.parts.size()) return next(path);
    walk(node.parts[from], path,
         [&](const Path& then) { walk_sequence(node, from + 1, then, next); });
  }

  // A few rounds tell what can follow; a way on that is unsettled still may go anywhere.
  void walk_repeat(const Node& node, int round, const Path& path, const Next& next) {
    if (round >= node.least) next(path);
    if (round >= node.most) return;
    if (round > node.least + kRounds) return settle(path);
    walk(node.parts.front(), path, [&](const Path& then) {
      if (same(path, then)) return next(then);  // a class went on swallowing
      walk_repeat(node, round + 1, then, next);
    });
  }

  static bool same(const Path& a, const Path& b) { return a.first == b.first && a.open == b.open; }

  // Too long to follow: whatever has not been said may be anything.
  void settle(const Path& path) { found(path.first.value_or(TokenChoice()), TokenChoice()); }

  void walk_characters(const Node& node, const Path& path, const Next& next) {
    for (const char32_t c : node.few) character(c, path, next);
    if (!node.few.empty()) return;
    if (node.digits) kind_of_characters(Kind::kNumber, path, next);
    if (node.lower || (node.upper && !case_sensitive_))
      kind_of_characters(Kind::kWord, path, next);
    else if (node.upper)
      kind_of_characters(Kind::kCapital, path, next);
    if (node.signs) kind_of_characters(Kind::kSign, path, next);
  }

  void character(char32_t c, const Path& path, const Next& next) {
    if (c == ' ' || c == '\n') return token_ends(path, next);
    if (!is_word_character(c)) return sign({Kind::kExact, utf8(c)}, path, next);
    Path then = path;
    const bool digit = c >= '0' && c <= '9';
    if (!then.open)
      then.open = digit ? TokenChoice{Kind::kNumber, {}} : TokenChoice{Kind::kExact, utf8(c)};
    else if (then.open->kind == Kind::kExact)
      then.open->text += utf8(c);
    next(then);
  }

  // One of many digits, letters or signs.  A word that goes on with one of many letters is no
  // longer an exact one.
  void kind_of_characters(Kind kind, const Path& path, const Next& next) {
    if (kind == Kind::kSign) {
      token_ends(path, next);  // white space may be among them
      return sign({Kind::kSign, {}}, path, next);
    }
    Path then = path;
    if (!then.open)
      then.open = TokenChoice{kind, {}};
    else if (then.open->kind == Kind::kExact)
      then.open = TokenChoice{Kind::kWord, {}};
    next(then);
  }

  void token_ends(const Path& path, const Next& next) {
    if (!path.open) return next(path);
    if (path.first) return found(*path.first, *path.open);
    next({path.open, std::nullopt});
  }

  // A sign is a token of its own; the one before it ends.
  void sign(const TokenChoice& choice, const Path& path, const Next& next) {
    if (path.open && path.first) return found(*path.first, *path.open);
    if (path.open) return found(*path.open, choice);
    if (path.first) return found(*path.first, choice);
    next({choice, std::nullopt});
  }

  void end(const Path& path) {
    if (path.open && path.first) return found(*path.first, *path.open);
    if (path.open) return found(*path.open, TokenChoice());
    settle(path);
  }

  void found(const TokenChoice& first, const TokenChoice& second) {
    found_->insert({first, second});
  }

  static std::string utf8(char32_t c) {
    std::string out;
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | c >> 6);
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    } else {
      out += static_cast<char>(0xF0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    }
    if (c >= 0x80) out += static_cast<char>(0x80 | (c & 0x3F));
    return out;
  }

  bool case_sensitive_;
  int patience_ = kPatience;
  std::set<Opening>* found_;
};

}  // namespace

std::vector<Opening> openings(std::string_view pattern, bool case_sensitive) {
  std::set<Opening> found;
  try {
    const Node parsed = PatternParser(pattern).parse();
    Walker(case_sensitive, &found).run(parsed);
  } catch (const Unknown&) {
    const TokenChoice any;
    found = {Opening{any, any}};
  }
  return {found.begin(), found.end()};
}

}  // namespace newsfacts
