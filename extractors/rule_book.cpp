#include "extractors/rule_book.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>

#include "corpus/ascii.h"
#include "corpus/utf8.h"
#include "extractors/automaton.h"
#include "extractors/captures.h"
#include "extractors/program.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostFields = 24;

bool joins_digits(char c) {
  return c == ',' || c == '.' || c == '-' || c == '/' || c == ':';
}

// True when a match that ends here would be cut out of a longer word.
bool is_inside_word(std::string_view text, std::size_t at) {
  return is_word_character(code_point_before(text, at).value) &&
         is_word_character(code_point_at(text, at).value);
}

// The same for longer numbers, at either end.
//
//     2013-02-12-7    1250,000 euros    10:30:59    whichever part matched
bool begins_inside_number(std::string_view text, std::size_t at) {
  if (at >= 1 && text[at] == '.' && is_digit(text[at - 1]))
    return at + 1 < text.size() && is_digit(text[at + 1]);
  return at >= 2 && is_digit(text[at]) && joins_digits(text[at - 1]) && is_digit(text[at - 2]);
}
// A sign of money belongs to the digits behind it: "$2.25 at" is no quarter past two, and
// "5 $10 bets" cost ten dollars, not five.
bool parts_sign_from_digits(std::string_view text, std::size_t at) {
  if (at == 0 || at == text.size() || !is_digit(text[at])) return false;
  const char32_t before = code_point_before(text, at).value;
  return before == U'$' || before == U'£' || before == U'€' || before == U'¥';
}
bool ends_inside_number(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && is_digit(text[at - 1]) && joins_digits(text[at]) &&
         is_digit(text[at + 1]);
}

// One rule, ready to run.
struct CompiledRule {
  struct Field {
    std::size_t number = 0;  // in Captures
    std::string name;
    const Vocabulary* vocabulary = nullptr;  // of the page; null: read as printed
  };

  const Extractor* extractor = nullptr;
  Symbol name;
  std::vector<Field> fields;       // in the order of the pattern
  std::vector<std::size_t> spans;  // fields of which one is the find; none: the whole match is
  std::size_t reach = 0;
};

// What a thread reads with.
struct Reader {
  explicit Reader(const Program& program) : automaton(program) {}

  Automaton automaton;
  Captures captures;
};

}  // namespace

struct RuleBook::State {
  std::vector<RuleFile> files;
  std::vector<Extractor> extractors;
  std::vector<CompiledRule> rules;  // in order of precedence
  Program program;                  // of the same rules
  std::size_t reach = 0;            // the longest of any rule

  // Readers that nobody uses now: a thread takes one for each document, and gives it back.
  std::mutex guard;
  std::vector<std::unique_ptr<Reader>> readers;

  void compile();
  std::unique_ptr<Reader> take_reader();
  void give_back(std::unique_ptr<Reader> reader);
};

namespace {

CompiledRule compiled(const Extractor& extractor, const RuleFile& file, const Rule& rule,
                      const Program::Rule& laid) {
  CompiledRule out;
  out.extractor = &extractor;
  out.name = Symbol(rule.name);
  out.reach = file.reach;
  for (std::size_t i = 0; i < laid.fields.size(); ++i) {
    const std::string name(field_of_group(laid.fields[i]));
    if (name == "span") {
      out.spans.push_back(i);
      continue;
    }
    const auto reading = file.readings.find(name);
    const bool worded = reading != file.readings.end() && !reading->second.entries().empty();
    out.fields.push_back({i, name, worded ? &reading->second : nullptr});
  }
  // A field that stands there twice is asked by one name: the first that took part answers.
  const auto by_place = [&](std::size_t a, std::size_t b) {
    return rule.pattern.find("<" + laid.fields[a] + ">") <
           rule.pattern.find("<" + laid.fields[b] + ">");
  };
  std::sort(out.spans.begin(), out.spans.end(), by_place);
  std::sort(out.fields.begin(), out.fields.end(),
            [&](const auto& a, const auto& b) { return by_place(a.number, b.number); });
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
    reach = std::max(reach, files[i].reach);
    for (const Rule& rule : files[i].rules) {
      program.add(*rule.parsed);
      rules.push_back(compiled(extractors[i], files[i], rule, program.rules().back()));
    }
  }
}

std::unique_ptr<Reader> RuleBook::State::take_reader() {
  const std::lock_guard lock(guard);
  if (readers.empty()) return std::make_unique<Reader>(program);
  std::unique_ptr<Reader> reader = std::move(readers.back());
  readers.pop_back();
  return reader;
}

void RuleBook::State::give_back(std::unique_ptr<Reader> reader) {
  const std::lock_guard lock(guard);
  readers.push_back(std::move(reader));
}

// One reading of one document.
class RuleBook::Search {
 public:
  Search(State& state, const Document& document)
      : state_(state), document_(document), text_(document.text()), reader_(state.take_reader()) {}

  ~Search() { state_.give_back(std::move(reader_)); }
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;

  std::vector<Mention> mentions() {
    for (const Token& token : document_.tokens()) {
      if (!matches_.empty() && token.span.begin >= cluster_end_) resolve();
      match_at(token.span.begin);
    }
    resolve();
    return std::move(found_);
  }

  std::vector<RuleMatch> matches() {
    for (const Token& token : document_.tokens()) match_at(token.span.begin);
    return std::move(matches_);
  }

  std::vector<std::string> fields(const RuleMatch& match) {
    capture(match);
    std::vector<std::string> all;
    for (const CompiledRule::Field& field : state_.rules[match.rule].fields)
      if (const auto words = reader_->captures[field.number]; words.data() != nullptr)
        all.push_back(field.name + "=" + std::string(words));
    return all;
  }

 private:
  // To where the sentence or the line around `begin` ends.
  void move_limit(std::uint32_t begin) {
    const auto newline = text_.find('\n', begin);
    limit_ = newline == text_.npos ? text_.size() : newline;
    const auto& sentences = document_.sentences;
    while (sentence_ < sentences.size() && sentences[sentence_].span.end <= begin) ++sentence_;
    if (sentence_ < sentences.size()) {
      const Span span = sentences[sentence_].span;
      limit_ = std::min<std::size_t>(limit_, span.begin > begin ? span.begin : span.end);
    }
  }

  // Gathers the longest match of every rule that has one here.
  void match_at(std::uint32_t begin) {
    if (begin >= limit_) move_limit(begin);
    const std::size_t limit = std::min(limit_, begin + state_.reach);
    reader_->automaton.read(text_, begin, limit,
                            [&](std::size_t end, std::span<const std::uint32_t> rules) {
                              if (is_inside_word(text_, end)) return;
                              const Span match{begin, static_cast<std::uint32_t>(end)};
                              for (const std::uint32_t rule : rules) match_here(rule, match);
                            });
    if (here_.empty()) return;
    const bool inside = begins_inside_number(text_, begin) || parts_sign_from_digits(text_, begin);
    for (RuleMatch& match : here_) {
      if (inside || ends_inside_number(text_, match.match.end) ||
          parts_sign_from_digits(text_, match.match.end))
        continue;
      if (!state_.rules[match.rule].spans.empty()) match.find = marked(match);
      cluster_end_ = std::max(cluster_end_, match.match.end);
      matches_.push_back(match);
    }
    here_.clear();
  }

  // A longer one of the same rule takes the place of the one before.
  void match_here(std::uint32_t rule, Span match) {
    if (match.size() > state_.rules[rule].reach) return;
    for (RuleMatch& other : here_)
      if (other.rule == rule) {
        other.match = other.find = match;
        return;
      }
    here_.push_back({rule, match, match});
  }

  void capture(const RuleMatch& match) {
    reader_->captures.read(state_.program, match.rule, text_, match.match);
  }

  Span marked(const RuleMatch& match) {
    capture(match);
    for (const std::size_t field : state_.rules[match.rule].spans) {
      const std::string_view span = reader_->captures[field];
      if (span.empty()) continue;
      const auto begin = static_cast<std::uint32_t>(span.data() - text_.data());
      return {begin, begin + static_cast<std::uint32_t>(span.size())};
    }
    return match.match;
  }

  // Reads what has gathered, the longest first.  What overlaps has gathered together, for a
  // cluster ends where no match of it reaches.
  void resolve() {
    if (matches_.empty()) return;
    if (matches_.size() == 1) {  // most are alone
      keep_if_read(matches_.front());
      return matches_.clear();
    }
    std::sort(matches_.begin(), matches_.end(), [](const RuleMatch& a, const RuleMatch& b) {
      if (a.find.size() != b.find.size()) return a.find.size() > b.find.size();
      if (a.match.size() != b.match.size()) return a.match.size() > b.match.size();
      return a.rule != b.rule ? a.rule < b.rule : a.match.begin < b.match.begin;
    });
    const std::size_t before = found_.size();
    const std::uint32_t from =
        std::min_element(matches_.begin(), matches_.end(), [](const auto& a, const auto& b) {
          return a.match.begin < b.match.begin;
        })->match.begin;
    taken_.assign(cluster_end_ - from, false);
    for (const RuleMatch& match : matches_) {
      const auto begin = taken_.begin() + (match.find.begin - from);
      const auto end = taken_.begin() + (match.find.end - from);
      if (std::find(begin, end, true) != end) continue;
      if (auto reading = read(match)) {
        std::fill(begin, end, true);
        found_.push_back(
            {match.find, reading->kind, state_.rules[match.rule].name, std::move(reading->value)});
      }
    }
    std::sort(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
    matches_.clear();
  }

  bool keep_if_read(const RuleMatch& match) {
    std::optional<Reading> reading = read(match);
    if (!reading) return false;
    found_.push_back(
        {match.find, reading->kind, state_.rules[match.rule].name, std::move(reading->value)});
    return true;
  }

  std::optional<Reading> read(const RuleMatch& match) {
    const CompiledRule& rule = state_.rules[match.rule];
    capture(match);
    std::array<Fields::Field, kMostFields> fields;
    std::size_t count = 0;
    for (const CompiledRule::Field& field : rule.fields) {
      const std::string_view words = reader_->captures[field.number];
      if (words.data() == nullptr) continue;
      std::string_view reading = words;
      if (field.vocabulary)
        if (const auto known = field.vocabulary->reading(words)) reading = *known;
      fields[count++] = {field.name, words, reading};
    }
    return rule.extractor->read(Fields(std::span(fields.data(), count)));
  }

  State& state_;
  const Document& document_;
  std::string_view text_;
  std::unique_ptr<Reader> reader_;

  std::size_t limit_ = 0;
  std::size_t sentence_ = 0;
  std::vector<RuleMatch> here_;     // that begin at one token
  std::vector<RuleMatch> matches_;  // the cluster at hand
  std::uint32_t cluster_end_ = 0;
  std::vector<bool> taken_;  // by byte of the cluster
  std::vector<Mention> found_;
};

RuleBook::RuleBook(std::span<const Extractor> extractors, std::vector<RuleFile> files)
    : state_(std::make_unique<State>()) {
  state_->files = std::move(files);
  state_->extractors.assign(extractors.begin(), extractors.end());
  state_->compile();
}

RuleBook::~RuleBook() = default;
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;

std::vector<Mention> RuleBook::find(const Document& document) const {
  return Search(*state_, document).mentions();
}

std::vector<RuleMatch> RuleBook::matches(const Document& document) const {
  return Search(*state_, document).matches();
}

std::vector<std::string> RuleBook::fields(const Document& document, const RuleMatch& match) const {
  return Search(*state_, document).fields(match);
}

const std::vector<RuleFile>& RuleBook::files() const {
  return state_->files;
}

}  // namespace newsfacts
