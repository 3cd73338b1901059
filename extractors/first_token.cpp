#include "extractors/first_token.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// A class of more characters than this is described by what kinds it holds.
constexpr std::size_t kFewCharacters = 16;
// So many ways a word may go on with before it counts as any word: Q[1-4], not FY[0-9]{4}.
constexpr std::size_t kFewBranches = 4;
// Pairs of tokens above which only the first is kept.
constexpr std::size_t kMostOpenings = 10'000;
// Steps after which a pattern counts as too rich to follow.
constexpr int kPatience = 400'000;
// Rounds of a repetition that are told apart; more are as good as any number.
constexpr int kRounds = 3;
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
    if (take("(?:") || take("(?i:") || take("(?-i:")) return group();
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

// The pattern as a graph of single characters; a place in it is an index.
struct Place {
  enum class Kind { kCharacters, kFork, kEnd };
  Kind kind = Kind::kEnd;
  const Node* characters = nullptr;
  std::vector<int> next;  // one, or where the fork leads
};

class Graph {
 public:
  explicit Graph(const Node& pattern) {
    places_.emplace_back();
    start_ = laid(pattern, 0);
  }

  int start() const { return start_; }
  const Place& operator[](int place) const { return places_[static_cast<std::size_t>(place)]; }

 private:
  int add(Place place) {
    places_.push_back(std::move(place));
    return static_cast<int>(places_.size()) - 1;
  }

  // Lays `node` so that it goes on to `next`; returns where it begins.
  int laid(const Node& node, int next) {
    switch (node.kind) {
      case Node::Kind::kCharacters: return add({Place::Kind::kCharacters, &node, {next}});
      case Node::Kind::kSequence:
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
          next = laid(*part, next);
        return next;
      case Node::Kind::kAlternatives: {
        std::vector<int> ways;
        for (const Node& part : node.parts) ways.push_back(laid(part, next));
        return add({Place::Kind::kFork, nullptr, std::move(ways)});
      }
      case Node::Kind::kRepeat: break;
    }
    const Node& part = node.parts.front();
    const int optional = node.most - node.least;
    if (optional > kRounds || node.least > kRounds) {  // many: as good as any number
      const int loop = add({Place::Kind::kFork, nullptr, {}});
      const int round = laid(part, loop);
      places_[static_cast<std::size_t>(loop)].next = {round, next};
      next = loop;
    } else {
      for (int i = 0; i < optional; ++i)
        next = add({Place::Kind::kFork, nullptr, {laid(part, next), next}});
    }
    for (int i = 0; i < std::min(node.least, kRounds); ++i) next = laid(part, next);
    return next;
  }

  std::vector<Place> places_;
  int start_ = 0;
};

// The tokens that a place of the graph can go on with, each with the place behind it.
class TokenWalk {
 public:
  using Kind = TokenChoice::Kind;
  using Result = std::set<std::pair<TokenChoice, int>>;

  TokenWalk(const Graph& graph, bool case_sensitive)
      : graph_(graph), case_sensitive_(case_sensitive) {}

  Result from(int place) {
    visit(place, std::nullopt);
    while (!waiting_.empty()) {
      if (--patience_ < 0) throw Unknown();
      const auto [at, open] = waiting_.back();
      waiting_.pop_back();
      step(at, open);
    }
    return std::move(result_);
  }

 private:
  using Open = std::optional<TokenChoice>;  // the token under way

  void visit(int place, Open open) {
    if (seen_.emplace(place, open).second) waiting_.emplace_back(place, std::move(open));
  }

  void step(int at, const Open& open) {
    const Place& place = graph_[at];
    switch (place.kind) {
      case Place::Kind::kEnd: result_.emplace(open.value_or(TokenChoice()), at); return;
      case Place::Kind::kFork:
        for (const int next : place.next) visit(next, open);
        return;
      case Place::Kind::kCharacters: break;
    }
    const Node& node = *place.characters;
    const int next = place.next.front();
    const bool branches = open && open->kind == Kind::kExact && node.few.size() > kFewBranches;
    if (!node.few.empty() && !branches) {
      for (const char32_t c : node.few) character(c, at, next, open);
      return;
    }
    if (node.digits) goes_on(Kind::kNumber, next, open);
    if (node.lower || (node.upper && !case_sensitive_))
      goes_on(Kind::kWord, next, open);
    else if (node.upper)
      goes_on(Kind::kCapital, next, open);
    if (node.signs) {
      space(next, open);  // white space may be among them
      sign({Kind::kSign, {}, 0}, at, next, open);
    }
  }

  void character(char32_t c, int at, int next, const Open& open) {
    if (c == ' ' || c == '\n') return space(next, open);
    if (!is_word_character(c)) return sign({Kind::kExact, utf8(c), 0}, at, next, open);
    if (c >= '0' && c <= '9' && (!open || open->kind != Kind::kExact))
      return goes_on(Kind::kNumber, next, open);
    Open longer = open.value_or(TokenChoice{Kind::kExact, {}, 0});
    if (longer->kind == Kind::kExact)
      longer->text += utf8(c);
    else if (longer->kind == Kind::kNumber)
      longer = TokenChoice{Kind::kNumberWord, {}, 0};
    visit(next, std::move(longer));
  }

  // One of many digits or letters.  A word that goes on so is no longer an exact one; a class
  // swallows what still belongs to its token.
  void goes_on(Kind kind, int next, const Open& open) {
    TokenChoice longer = open.value_or(TokenChoice{kind, {}, 0});
    const bool digit = kind == Kind::kNumber;
    if (longer.kind == Kind::kExact) longer = {digit ? Kind::kWordNumber : Kind::kWord, {}, 0};
    if (longer.kind == Kind::kNumber && !digit) longer = {Kind::kNumberWord, {}, 0};
    if (longer.kind == Kind::kNumber) longer.digits = std::min(longer.digits + 1, kManyDigits);
    visit(next, std::move(longer));
  }

  void space(int next, const Open& open) {
    if (open)
      result_.emplace(*open, next);
    else
      visit(next, std::nullopt);
  }

  // A sign is a token of its own; the one before it ends.
  void sign(const TokenChoice& choice, int at, int next, const Open& open) {
    if (open)
      result_.emplace(*open, at);
    else
      result_.emplace(choice, next);
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

  const Graph& graph_;
  bool case_sensitive_;
  int patience_ = kPatience;
  std::set<std::pair<int, Open>> seen_;
  std::vector<std::pair<int, Open>> waiting_;
  Result result_;
};

}  // namespace

std::vector<Opening> openings(std::string_view pattern, bool case_sensitive) {
  std::set<Opening> found;
  try {
    const Node parsed = PatternParser(pattern).parse();
    const Graph graph(parsed);
    std::map<int, TokenWalk::Result> behind;  // what follows depends on the place alone
    for (const auto& [first, place] : TokenWalk(graph, case_sensitive).from(graph.start())) {
      auto [known, is_new] = behind.try_emplace(place);
      if (is_new) known->second = TokenWalk(graph, case_sensitive).from(place);
      for (const auto& [second, unused] : known->second) found.insert({first, second});
    }
    if (found.size() > kMostOpenings) {
      std::set<Opening> firsts;
      for (const Opening& opening : found) firsts.insert({opening.first, TokenChoice()});
      found = std::move(firsts);
    }
  } catch (const Unknown&) {
    const TokenChoice any;
    found = {Opening{any, any}};
  }
  return {found.begin(), found.end()};
}

}  // namespace newsfacts
