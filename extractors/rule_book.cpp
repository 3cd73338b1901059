#include "extractors/rule_book.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <map>
#include <set>
#include <string>

#include "corpus/utf8.h"
#include "extractors/first_token.h"

namespace newsfacts {
namespace {

// A list of rules up to this long is tried one by one: cheaper than asking a Set first.
constexpr std::size_t kFewRules = 8;
// What RE2 may use for one Set's automaton; its default makes large Sets crawl.
constexpr std::int64_t kSetMemory = std::int64_t{64} << 20;
constexpr std::size_t kMostFields = 24;
// A match that ends inside a word is tried again on the text before that word, so often.
constexpr int kShorterTries = 3;

using RuleNumber = std::uint16_t;
using Rules = std::vector<RuleNumber>;  // ascending

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// True when a match is not cut out of a longer word or number.  RE2 has no look-around and
// its \b knows only ASCII, so every rule relies on this instead.  It begins with a token.
//
//     2013-02-12-7    1250,000 euros    10:30:59    refused, whichever part matched
enum class Edges { kFine, kInsideWord, kInsideNumber };

Edges edges(std::string_view text, Span match) {
  const auto joins = [](char c) {
    return std::string_view(",.-/:").find(c) != std::string_view::npos;
  };
  if (is_word_character(code_point_before(text, match.end).value) &&
      is_word_character(code_point_at(text, match.end).value))
    return Edges::kInsideWord;
  if (match.begin >= 2 && is_digit(text[match.begin]) && joins(text[match.begin - 1]) &&
      is_digit(text[match.begin - 2]))
    return Edges::kInsideNumber;
  if (match.end + 1 < text.size() && is_digit(text[match.end - 1]) && joins(text[match.end]) &&
      is_digit(text[match.end + 1]))
    return Edges::kInsideNumber;
  return Edges::kFine;
}

RE2::Options options_for(bool case_sensitive) {
  RE2::Options options;
  options.set_case_sensitive(case_sensitive);
  options.set_longest_match(true);
  options.set_log_errors(false);
  return options;
}

// One rule, ready to run.
struct CompiledRule {
  struct Field {
    int group = 0;
    std::string name;
    const Vocabulary* vocabulary = nullptr;  // of the page; null: read as printed
  };

  const Extractor* extractor = nullptr;
  Symbol name;
  std::unique_ptr<RE2> regex;
  std::vector<Field> fields;  // by group number
  int span_group = 0;         // the group that is the find; 0 is the whole match
  std::size_t reach = 0;
};

// Which rules to try: a list, and the Set that narrows it when it is long.
struct Choice {
  Rules rules;
  std::size_t reach = 0;
  std::unique_ptr<RE2::Set> set;  // its indices are those of `rules`
};

// What is known of a token before it is compared with any word.
enum class TokenClass : std::uint8_t {
  kOneDigit,  // and so on, up to kManyDigits and more
  kNumberWord = kOneDigit + kManyDigits,
  kLower,
  kCapital,
  kLowerNumber,
  kCapitalNumber,
  kSign
};
constexpr std::size_t kTokenClasses = static_cast<std::size_t>(TokenClass::kSign) + 1;

bool is_capital(TokenClass token) {
  return token == TokenClass::kCapital || token == TokenClass::kCapitalNumber;
}

TokenClass in_lower_case(TokenClass token) {
  return token == TokenClass::kCapital         ? TokenClass::kLower
         : token == TokenClass::kCapitalNumber ? TokenClass::kLowerNumber
                                               : token;
}

TokenClass in_upper_case(TokenClass token) {
  return token == TokenClass::kLower         ? TokenClass::kCapital
         : token == TokenClass::kLowerNumber ? TokenClass::kCapitalNumber
                                             : token;
}

TokenClass number_of(const Token& token, std::string_view text) {
  std::size_t digits = token.span.size();
  if (!is_digit(text[token.span.begin])) {  // of another script, in more than a byte each
    digits = 0;
    for (std::uint32_t at = token.span.begin; at < token.span.end; ++digits)
      at += code_point_at(text, at).size;
  }
  return static_cast<TokenClass>(std::min(digits, kManyDigits) - 1);
}

TokenClass class_of(const Token& token, std::string_view text) {
  switch (token.shape) {
    case Token::Shape::kNumber: return number_of(token, text);
    case Token::Shape::kSign: return TokenClass::kSign;
    case Token::Shape::kCapital:
    case Token::Shape::kUpper: return TokenClass::kCapital;
    case Token::Shape::kLower: return TokenClass::kLower;
    case Token::Shape::kMixed:
    case Token::Shape::kAlnum: break;
  }
  if (is_digit(text[token.span.begin])) return TokenClass::kNumberWord;
  const bool capital = is_upper(code_point_at(text, token.span.begin).value);
  if (token.shape == Token::Shape::kMixed)
    return capital ? TokenClass::kCapital : TokenClass::kLower;
  return capital ? TokenClass::kCapitalNumber : TokenClass::kLowerNumber;
}

bool fits(const TokenChoice& choice, TokenClass token) {
  using Kind = TokenChoice::Kind;
  const bool mixed = token == TokenClass::kLowerNumber || token == TokenClass::kCapitalNumber;
  switch (choice.kind) {
    case Kind::kExact: return false;
    case Kind::kNumber: return static_cast<std::size_t>(token) + 1 == choice.digits;
    case Kind::kNumberWord: return token == TokenClass::kNumberWord;
    case Kind::kWordNumber: return mixed;
    case Kind::kCapital: return is_capital(token);
    case Kind::kWord: return mixed || token == TokenClass::kLower || token == TokenClass::kCapital;
    case Kind::kSign: return token == TokenClass::kSign;
    case Kind::kAny: return true;
  }
  return false;
}

// Open addressing over hashes that are good already; kept at most half full.
class HashTable {
 public:
  static constexpr std::uint32_t kNone = ~0u;

  explicit HashTable(std::size_t entries) {
    std::size_t size = 16;
    while (size < entries * 2) size *= 2;
    slots_.resize(size);
  }

  void insert(std::uint64_t key, std::uint32_t value) {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].value != kNone) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {key, value};
  }

  std::uint32_t find(std::uint64_t key) const {
    for (std::size_t at = key & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].value == kNone) return kNone;
      if (slots_[at].key == key) return slots_[at].value;
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = kNone;
  };
  std::vector<Slot> slots_;
};

// What may follow a first token: the rules to try by the class of the second token; words
// that say more are in the table of pairs.
struct Entry {
  std::array<std::uint32_t, kTokenClasses> by_class{};  // index of a Choice
  std::uint32_t at_end = 0;                             // there is no second token
  bool pairs = false;
};

constexpr std::uint32_t kNoRules = 0;  // the Choice of no rules

std::uint64_t pair_key(std::size_t entry, std::uint64_t second) {
  return second ^ (entry + 1) * 0x9E3779B97F4A7C15u;
}

// A match that waits for its rivals.
struct Candidate {
  Span match, find;
  RuleNumber rule = 0;
};

}  // namespace

struct RuleBook::State {
  std::vector<RuleFile> files;
  std::vector<Extractor> extractors;
  std::vector<CompiledRule> rules;  // in order of precedence
  std::vector<Choice> choices;
  std::vector<Entry> entries;  // the first ones: any other token of that class
  HashTable words{0};          // hash of a first token -> index in `entries`, +1 if capital
  HashTable pairs{0};          // pair_key -> index in `choices`
  std::size_t openings = 0;

  void compile();
  void index();
  const Choice& choice_at(const std::vector<Token>& tokens, std::size_t i,
                          std::string_view text) const;
};

namespace {

CompiledRule compiled(const Extractor& extractor, const RuleFile& file, const Rule& rule) {
  CompiledRule out;
  out.extractor = &extractor;
  out.name = Symbol(rule.name);
  out.reach = file.reach;
  out.regex = std::make_unique<RE2>(rule.pattern, options_for(rule.case_sensitive));
  if (!out.regex->ok()) throw RuleFileError(rule.name + ": " + out.regex->error());
  for (const auto& [group, printed] : out.regex->CapturingGroupNames()) {
    const std::string name(field_of_group(printed));
    if (name == "span") {
      if (out.span_group) throw RuleFileError(rule.name + ": {span} stands there twice");
      out.span_group = group;
      continue;
    }
    const auto reading = file.readings.find(name);
    const bool worded = reading != file.readings.end() && !reading->second.entries().empty();
    out.fields.push_back({group, name, worded ? &reading->second : nullptr});
  }
  if (out.fields.size() > kMostFields) throw RuleFileError(rule.name + ": too many fields");
  return out;
}

}  // namespace

void RuleBook::State::compile() {
  if (files.size() != extractors.size())
    throw RuleFileError("there are " + std::to_string(files.size()) + " pages for " +
                        std::to_string(extractors.size()) + " extractors");
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].page != extractors[i].page)
      throw RuleFileError("page " + files[i].page + " stands where " +
                          std::string(extractors[i].page) + " belongs");
    for (const Rule& rule : files[i].rules)
      rules.push_back(compiled(extractors[i], files[i], rule));
  }
}

// Makes the tables of step 2: for each token that some rule begins with, and each class of
// other tokens, which rules go on with which second token.
void RuleBook::State::index() {
  struct Way {
    RuleNumber rule;
    TokenChoice second;
  };
  std::map<std::uint64_t, std::string> exact;  // first tokens by hash
  std::vector<std::vector<Opening>> of_rule;
  for (const RuleFile& file : files)
    for (const Rule& rule : file.rules) {
      of_rule.push_back(newsfacts::openings(rule.pattern, rule.case_sensitive));
      openings += of_rule.back().size();
      for (const Opening& opening : of_rule.back())
        if (opening.first.kind == TokenChoice::Kind::kExact)
          exact.emplace(token_hash(opening.first.text), opening.first.text);
    }

  std::map<Rules, std::uint32_t> known;
  const auto choice_of = [&](const std::set<RuleNumber>& numbers) {
    Rules list(numbers.begin(), numbers.end());
    const auto [place, is_new] =
        known.emplace(std::move(list), static_cast<std::uint32_t>(choices.size()));
    if (is_new) {
      Choice choice;
      choice.rules = place->first;
      for (const RuleNumber rule : choice.rules)
        choice.reach = std::max(choice.reach, rules[rule].reach);
      choices.push_back(std::move(choice));
    }
    return place->second;
  };
  choice_of({});  // kNoRules

  std::vector<std::pair<std::uint64_t, std::uint32_t>> pair_rows;
  const auto add_entry = [&](const std::vector<Way>& ways) {
    Entry entry;
    std::array<std::set<RuleNumber>, kTokenClasses> by_class;
    std::set<RuleNumber> at_end;
    for (const Way& way : ways) {
      for (std::size_t c = 0; c < kTokenClasses; ++c)
        if (fits(way.second, static_cast<TokenClass>(c))) by_class[c].insert(way.rule);
      if (way.second.kind == TokenChoice::Kind::kAny) at_end.insert(way.rule);
    }
    std::map<std::uint64_t, std::pair<TokenClass, std::set<RuleNumber>>> seconds;
    for (const Way& way : ways) {
      if (way.second.kind != TokenChoice::Kind::kExact) continue;
      const std::string& word = way.second.text;
      const Token token = tokenize(word).front();
      auto& [kind, numbers] = seconds[token.hash];
      kind = class_of(token, word);
      numbers.insert(way.rule);
    }
    for (auto& [hash, second] : seconds) {
      // A word stands for itself in any case: what fits it in either is tried.
      auto& [kind, numbers] = second;
      const auto also = [&](TokenClass c) {
        const auto& more = by_class[static_cast<std::size_t>(c)];
        numbers.insert(more.begin(), more.end());
      };
      also(in_lower_case(kind));
      also(in_upper_case(kind));
      pair_rows.emplace_back(pair_key(entries.size(), hash), choice_of(numbers));
      entry.pairs = true;
    }
    for (std::size_t c = 0; c < kTokenClasses; ++c) entry.by_class[c] = choice_of(by_class[c]);
    entry.at_end = choice_of(at_end);
    entries.push_back(entry);
  };
  const auto ways_of = [&](TokenClass kind, std::optional<std::uint64_t> word) {
    std::vector<Way> ways;
    for (std::size_t rule = 0; rule < of_rule.size(); ++rule)
      for (const Opening& opening : of_rule[rule])
        if (fits(opening.first, kind) || (word && opening.first.kind == TokenChoice::Kind::kExact &&
                                          token_hash(opening.first.text) == *word))
          ways.push_back({static_cast<RuleNumber>(rule), opening.second});
    return ways;
  };

  for (std::size_t c = 0; c < kTokenClasses; ++c)
    add_entry(ways_of(static_cast<TokenClass>(c), std::nullopt));
  words = HashTable(exact.size());
  for (const auto& [hash, word] : exact) {
    words.insert(hash, static_cast<std::uint32_t>(entries.size()));
    const TokenClass kind = class_of(tokenize(word).front(), word);
    add_entry(ways_of(in_lower_case(kind), hash));
    add_entry(ways_of(in_upper_case(kind), hash));
  }
  pairs = HashTable(pair_rows.size());
  for (const auto& [key, choice] : pair_rows) pairs.insert(key, choice);

  std::vector<const Rule*> source;
  for (const RuleFile& file : files)
    for (const Rule& rule : file.rules) source.push_back(&rule);
  for (Choice& choice : choices) {
    if (choice.rules.size() <= kFewRules) continue;
    RE2::Options options = options_for(false);
    options.set_max_mem(kSetMemory);
    choice.set = std::make_unique<RE2::Set>(options, RE2::ANCHOR_START);
    for (const RuleNumber rule : choice.rules)
      choice.set->Add((source[rule]->case_sensitive ? "(?-i)" : "") + source[rule]->pattern,
                      nullptr);
    if (!choice.set->Compile()) choice.set.reset();  // too large: each rule is tried
  }
}

const Choice& RuleBook::State::choice_at(const std::vector<Token>& tokens, std::size_t i,
                                         std::string_view text) const {
  const Token& token = tokens[i];
  std::uint32_t at = words.find(token.hash);
  if (at == HashTable::kNone)
    at = static_cast<std::uint32_t>(class_of(token, text));
  else if (is_capital(class_of(token, text)))
    ++at;
  const Entry& entry = entries[at];
  if (i + 1 == tokens.size()) return choices[entry.at_end];
  const Token& second = tokens[i + 1];
  if (entry.pairs) {
    const std::uint32_t pair = pairs.find(pair_key(at, second.hash));
    if (pair != HashTable::kNone) return choices[pair];
  }
  return choices[entry.by_class[static_cast<std::size_t>(class_of(second, text))]];
}

namespace {

// One reading of one document.
class Search {
 public:
  Search(const std::vector<CompiledRule>& rules, const Document& document)
      : rules_(rules), document_(document), text_(document.text()), tokens_(document.tokens()) {}

  // Tries the rules of `choice` at token `i`.
  void try_at(std::size_t i, const Choice& choice) {
    const std::uint32_t begin = tokens_[i].span.begin;
    if (begin >= cluster_end_) resolve();
    const std::size_t limit = limit_from(begin);
    if (!choice.set) {
      for (const RuleNumber rule : choice.rules) try_rule(rule, i, limit);
      return;
    }
    hits_.clear();
    RE2::Set::ErrorInfo error{};
    const std::size_t end = std::min<std::size_t>(limit, begin + choice.reach);
    choice.set->Match(re2::StringPiece(text_.data() + begin, end - begin), &hits_, &error);
    if (error.kind == RE2::Set::kOutOfMemory) {
      for (const RuleNumber rule : choice.rules) try_rule(rule, i, limit);
      return;
    }
    for (const int hit : hits_) try_rule(choice.rules[static_cast<std::size_t>(hit)], i, limit);
  }

  std::vector<Mention> take() {
    resolve();
    return std::move(found_);
  }

 private:
  // Where the sentence or the line around `begin` ends.
  std::size_t limit_from(std::uint32_t begin) {
    if (begin < limit_) return limit_;
    const auto newline = text_.find('\n', begin);
    limit_ = newline == text_.npos ? text_.size() : newline;
    const auto& sentences = document_.sentences;
    while (sentence_ < sentences.size() && sentences[sentence_].span.end <= begin) ++sentence_;
    if (sentence_ < sentences.size()) {
      const Span span = sentences[sentence_].span;
      limit_ = std::min<std::size_t>(limit_, span.begin > begin ? span.begin : span.end);
    }
    return limit_;
  }

  void try_rule(RuleNumber number, std::size_t i, std::size_t limit) {
    const CompiledRule& rule = rules_[number];
    const std::uint32_t begin = tokens_[i].span.begin;
    std::size_t end = std::min<std::size_t>(limit, begin + rule.reach);
    while (end < limit && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    for (int tries = 0; tries < kShorterTries && end > begin; ++tries) {
      // Where it ends is all an automaton can tell, and fast; the fields wait until it is read.
      re2::StringPiece whole;
      if (!rule.regex->Match(subject(), begin, end, RE2::ANCHOR_START, &whole, 1)) return;
      const Span match = span_of(whole);
      switch (edges(text_, match)) {
        case Edges::kInsideWord: end = token_around(i, match.end).begin; continue;
        case Edges::kInsideNumber: return;
        case Edges::kFine: break;
      }
      const Span find = rule.span_group == 0 ? match : marked(rule, match);
      candidates_.push_back({match, find, number});
      cluster_end_ = std::max(cluster_end_, match.end);
      return;
    }
  }

  re2::StringPiece subject() const { return {text_.data(), text_.size()}; }

  // Fills groups_ with what the groups of the rule took part in.
  void capture(const CompiledRule& rule, Span match) {
    groups_.resize(static_cast<std::size_t>(rule.regex->NumberOfCapturingGroups()) + 1);
    [[maybe_unused]] const bool again =
        rule.regex->Match(subject(), match.begin, match.end, RE2::ANCHOR_BOTH, groups_.data(),
                          static_cast<int>(groups_.size()));
    assert(again);
  }

  Span marked(const CompiledRule& rule, Span match) {
    capture(rule, match);
    const re2::StringPiece& span = groups_[static_cast<std::size_t>(rule.span_group)];
    return span.empty() ? match : span_of(span);
  }

  Span span_of(const re2::StringPiece& piece) const {
    const auto begin = static_cast<std::uint32_t>(piece.data() - text_.data());
    return {begin, begin + static_cast<std::uint32_t>(piece.size())};
  }

  // The token at or after `from` that `offset` cuts in two.
  Span token_around(std::size_t from, std::uint32_t offset) const {
    while (tokens_[from].span.end < offset) ++from;
    return tokens_[from].span;
  }

  // Reads what has gathered, the longest first.  What overlaps has gathered together, for a
  // cluster ends where no match of it reaches.
  void resolve() {
    if (candidates_.empty()) return;
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.find.size() != b.find.size()) return a.find.size() > b.find.size();
      if (a.match.size() != b.match.size()) return a.match.size() > b.match.size();
      return a.rule != b.rule ? a.rule < b.rule : a.match.begin < b.match.begin;
    });
    const std::size_t before = found_.size();
    const std::uint32_t from = candidates_from();
    taken_.assign(cluster_end_ - from, false);
    for (const Candidate& candidate : candidates_) {
      const auto begin = taken_.begin() + (candidate.find.begin - from);
      const auto end = taken_.begin() + (candidate.find.end - from);
      if (std::find(begin, end, true) != end) continue;
      if (auto reading = read(candidate)) {
        std::fill(begin, end, true);
        found_.push_back({candidate.find, reading->kind, rules_[candidate.rule].name,
                          std::move(reading->value)});
      }
    }
    std::sort(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
    candidates_.clear();
  }

  std::uint32_t candidates_from() const {
    std::uint32_t from = cluster_end_;
    for (const Candidate& candidate : candidates_) from = std::min(from, candidate.match.begin);
    return from;
  }

  std::optional<Reading> read(const Candidate& candidate) {
    const CompiledRule& rule = rules_[candidate.rule];
    capture(rule, candidate.match);
    std::array<Fields::Field, kMostFields> fields;
    std::size_t count = 0;
    for (const CompiledRule::Field& field : rule.fields) {
      const re2::StringPiece& group = groups_[static_cast<std::size_t>(field.group)];
      if (group.data() == nullptr) continue;
      const std::string_view words(group.data(), group.size());
      std::string_view reading = words;
      if (field.vocabulary)
        if (const auto known = field.vocabulary->reading(words)) reading = *known;
      fields[count++] = {field.name, words, reading};
    }
    return rule.extractor->read(Fields(std::span(fields.data(), count)));
  }

  const std::vector<CompiledRule>& rules_;
  const Document& document_;
  std::string_view text_;
  const std::vector<Token>& tokens_;

  std::size_t limit_ = 0;
  std::size_t sentence_ = 0;
  std::vector<int> hits_;
  std::vector<Candidate> candidates_;     // the cluster at hand
  std::vector<re2::StringPiece> groups_;  // of the match read last
  std::uint32_t cluster_end_ = 0;
  std::vector<bool> taken_;  // by byte of the cluster
  std::vector<Mention> found_;
};

}  // namespace

RuleBook::RuleBook(std::span<const Extractor> extractors, std::vector<RuleFile> files)
    : state_(std::make_unique<State>()) {
  state_->files = std::move(files);
  state_->extractors.assign(extractors.begin(), extractors.end());
  state_->compile();
  state_->index();
}

RuleBook::~RuleBook() = default;
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;

std::vector<Mention> RuleBook::find(const Document& document) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  Search search(state_->rules, document);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Choice& choice = state_->choice_at(tokens, i, text);
    if (!choice.rules.empty()) search.try_at(i, choice);
  }
  return search.take();
}

const std::vector<RuleFile>& RuleBook::files() const {
  return state_->files;
}

RuleBook::Size RuleBook::size() const {
  Size size;
  size.rules = state_->rules.size();
  size.openings = state_->openings;
  size.choices = state_->choices.size();
  for (const Choice& choice : state_->choices) size.sets += choice.set != nullptr;
  return size;
}

}  // namespace newsfacts
