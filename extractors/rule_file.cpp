#include "extractors/rule_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/embedded.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::string_view kSecondGroup = "__";
constexpr std::string_view kTypographic = "’";

// Splits "a <mark> b"; the second half is empty when there is no mark.
std::pair<std::string_view, std::string_view> cut(std::string_view s, std::string_view mark) {
  const auto at = s.find(mark);
  if (at == s.npos) return {trimmed(s), {}};
  return {trimmed(s.substr(0, at)), trimmed(s.substr(at + mark.size()))};
}

std::string_view next_line(std::string_view* text) {
  const auto end = std::min(text->find('\n'), text->size());
  const auto line = text->substr(0, end);
  text->remove_prefix(std::min(end + 1, text->size()));
  return line;
}

// How a vocabulary compares words: case and the kind of apostrophe do not count.
std::string key_of(std::string_view word) {
  std::string key = folded(word);
  for (auto at = key.find(kTypographic); at != key.npos; at = key.find(kTypographic, at))
    key.replace(at, kTypographic.size(), "'");
  return key;
}

bool by_key(const std::pair<std::string, std::size_t>& a, std::string_view key) {
  return a.first < key;
}

class Parser {
 public:
  Parser(std::string_view page, const FileSource& source) : source_(source) {
    file_.page = page;
    file_.patterns = std::make_shared<PatternReader>();
  }

  RuleFile parse(std::string_view text) {
    while (!text.empty()) {
      const auto line = next_line(&text);
      ++line_;
      read_line(trimmed(line));
    }
    finish_rule();
    return std::move(file_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const auto [word, rest] = cut(line, " ");
    if (word == "now") return set_now(rest);
    if (word == "reach") return set_reach(rest);
    if (word == "use") return use(rest);
    if (word == "field") return define(rest, /*captures=*/true);
    if (word == "let") return define(rest, /*captures=*/false);
    if (word == "rule") return start_rule(rest);
    if (word != "=" && word != "+" && word != "-" && word != "?")
      fail("unknown line `" + std::string(word) + "`");
    if (file_.rules.empty()) fail("a rule must start with `rule <name>`");
    if (word == "=") return patterns_.emplace_back(rest), void();
    using enum RuleExample::Kind;
    add_example(rest, word == "+" ? kFound : word == "-" ? kNothing : kKnownFailure);
  }

  void set_now(std::string_view day) {
    if (!parse_day(day)) fail("`now` needs a day such as 2026-03-14");
    file_.now = day;
  }

  void set_reach(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > 5 || bytes.find_first_not_of("0123456789") != bytes.npos)
      fail("`reach` needs a number of bytes");
    file_.reach = std::stoul(std::string(bytes));
  }

  // Faults in there are told in its own lines.
  void use(std::string_view page) {
    const auto text = source_(std::string(page) + ".rules");
    if (!text) fail("there is no page " + std::string(page) + ".rules");
    file_.uses.emplace_back(page);
    const std::string user = std::exchange(file_.page, std::string(page));
    const int at = std::exchange(line_, 0);
    for (std::string_view rest = *text; !rest.empty();) {
      const auto line = trimmed(next_line(&rest));
      ++line_;
      const bool names = line.starts_with("field ") || line.starts_with("let ");
      if (!line.empty() && line.front() != '#' && !names)
        fail("a page that is used has names only");
      read_line(line);
    }
    file_.page = user;
    line_ = at;
  }

  void define(std::string_view line, bool captures) {
    const auto [name, body] = cut(line, "=");
    if (name.empty() || body.empty()) fail("expected `name = pattern`");
    const std::string field(name.substr(0, name.find('#')));
    std::vector<std::string> used;
    const std::string pattern = expanded(body, &used);
    if (captures)
      for (const std::string& vocabulary : used) add_readings(field, vocabularies_.at(vocabulary));
    const std::string open = captures ? "(?P<" + field + ">" : "(?:";
    if (!names_.emplace(name, open + pattern + ")").second)
      fail("`" + std::string(name) + "` is defined twice");
  }

  void add_readings(const std::string& field, const Vocabulary& vocabulary) {
    try {
      file_.readings[field].merge(vocabulary);
    } catch (const RuleFileError& error) {
      fail(error.what());
    }
  }

  void start_rule(std::string_view name) {
    finish_rule();
    if (name.empty()) fail("a rule needs a name");
    Rule rule;
    rule.name = file_.page + "/" + std::string(name);
    rule.line = line_;
    for (const Rule& other : file_.rules)
      if (other.name == rule.name) fail("rule " + std::string(name) + " stands here twice");
    file_.rules.push_back(std::move(rule));
    patterns_.clear();
  }

  // A rule is whole when the next begins; faults are told at the line of its name.
  void finish_rule() {
    if (file_.rules.empty()) return;
    Rule& rule = file_.rules.back();
    if (!rule.pattern.empty()) return;
    const int at = std::exchange(line_, rule.line);
    if (patterns_.empty()) fail(rule.name + " has no pattern");
    std::string all;
    for (std::string_view body : patterns_) {
      if (body.starts_with("(?-i)")) {
        rule.case_sensitive = true;
        body.remove_prefix(5);
      }
      std::vector<std::string> used;
      all += (all.empty() ? "" : "|") + expanded(body, &used);
    }
    rule.pattern = with_distinct_groups(patterns_.size() > 1 ? "(?:" + all + ")" : all);
    try {
      rule.parsed = &file_.patterns->read(rule.pattern, rule.case_sensitive);
    } catch (const PatternError& error) {
      fail(rule.name + ": " + error.what());
    }
    if (rule.parsed->matches_empty()) fail(rule.name + " finds the empty word");
    line_ = at;
  }

  void add_example(std::string_view line, RuleExample::Kind kind) {
    auto [text, value] = cut(line, "=>");
    RuleExample example;
    example.line = line_;
    example.kind = kind;
    if (kind == RuleExample::Kind::kFound && value.empty()) fail("`+` needs `=> value`");
    if (kind == RuleExample::Kind::kNothing && !value.empty()) fail("`-` has no value");
    if (value.ends_with("; alone")) {
      example.alone = true;
      value = trimmed(value.substr(0, value.size() - std::string_view("; alone").size()));
    }
    example.text = example.found = text;
    if (!value.empty()) {
      example.value = value;
      const auto open = text.find('['), close = text.find(']');
      if (open < close && close != text.npos) {
        example.found = text.substr(open + 1, close - open - 1);
        example.text.erase(close, 1).erase(open, 1);
      }
    }
    file_.rules.back().examples.push_back(std::move(example));
  }

  const Vocabulary& vocabulary(const std::string& name) {
    const auto known = vocabularies_.find(name);
    if (known != vocabularies_.end()) return known->second;
    const std::string path = "vocabulary/" + name + ".tsv";
    const auto text = source_(path);
    if (!text) fail("no vocabulary @" + name);
    file_.vocabularies.push_back(name);
    return vocabularies_.emplace(name, Vocabulary::parse(path, *text)).first->second;
  }

  // Replaces {name} and @vocabulary by what they stand for, and reads the page's own
  // conventions: ( groups, ' is any apostrophe.  {2} and {1,3} are RE2's own.
  std::string expanded(std::string_view body, std::vector<std::string>* used) {
    std::string out;
    for (std::size_t i = 0; i < body.size();) {
      const char c = body[i];
      if (c == '\\') {
        const bool named = body.substr(i).starts_with("\\p{");
        const auto end = named ? std::min(body.find('}', i), body.size() - 1) + 1 : i + 2;
        out += body.substr(i, end - i);
        i = end;
      } else if (c == '[') {
        const auto end = end_of_class(body, i);
        for (; i < end; ++i) {
          out += body[i];
          if (body[i] == '\'') out += kTypographic;
        }
      } else if (c == '\'') {
        out.append("['").append(kTypographic).append("]");
        ++i;
      } else if (c == '(' && !body.substr(i).starts_with("(?")) {
        out += "(?:";
        ++i;
      } else if (c == '@') {
        const auto end = std::min(
            body.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-", i + 1), body.size());
        const std::string name(body.substr(i + 1, end - i - 1));
        out += "(?:" + vocabulary(name).pattern() + ")";
        used->push_back(name);
        i = end;
      } else if (c == '{') {
        const auto close = body.find('}', i);
        if (close == body.npos) fail("missing }");
        const auto name = body.substr(i + 1, close - i - 1);
        if (name.find_first_not_of("0123456789,") == name.npos) {
          out += body.substr(i, close - i + 1);
        } else {
          const auto known = names_.find(name);
          if (known == names_.end()) fail("unknown name {" + std::string(name) + "}");
          out += known->second;
        }
        i = close + 1;
      } else {
        out += c;
        ++i;
      }
    }
    return out;
  }

  std::size_t end_of_class(std::string_view body, std::size_t open) const {
    std::size_t i = open + 1;
    if (i < body.size() && body[i] == '^') ++i;
    if (i < body.size() && body[i] == ']') ++i;
    for (; i < body.size() && body[i] != ']'; ++i) {
      if (body[i] == '\\') ++i;
      if (body.substr(i).starts_with("[:")) i = std::min(body.find(":]", i), body.size() - 2) + 1;
    }
    if (i >= body.size()) fail("missing ]");
    return i + 1;
  }

  // RE2 takes a group name once in a pattern; a page may use a field on both sides of a |.
  std::string with_distinct_groups(const std::string& pattern) const {
    constexpr std::string_view kOpen = "(?P<";
    std::map<std::string, int, std::less<>> seen;
    std::string out;
    std::size_t from = 0;
    for (auto at = pattern.find(kOpen); at != pattern.npos; at = pattern.find(kOpen, from)) {
      const auto close = pattern.find('>', at);
      if (close == pattern.npos) fail("missing >");
      const int number = ++seen[pattern.substr(at + kOpen.size(), close - at - kOpen.size())];
      out += pattern.substr(from, close - from);
      if (number > 1) out += std::string(kSecondGroup) + std::to_string(number);
      from = close;
    }
    return out + pattern.substr(from);
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw RuleFileError(file_.page + ".rules:" + std::to_string(line_) + ": " + what);
  }

  const FileSource& source_;
  std::map<std::string, std::string, std::less<>> names_;  // what {name} stands for
  std::map<std::string, Vocabulary, std::less<>> vocabularies_;
  std::vector<std::string> patterns_;  // the `=` lines of the rule at hand
  RuleFile file_;
  int line_ = 0;
};

}  // namespace

Vocabulary Vocabulary::parse(std::string_view name, std::string_view tsv) {
  Vocabulary vocabulary;
  for (int number = 1; !tsv.empty(); ++number) {
    const auto line = next_line(&tsv);
    if (trimmed(line).empty() || line.front() == '#') continue;
    const auto fault = [&](const std::string& what) {
      throw RuleFileError(std::string(name) + ":" + std::to_string(number) + ": " + what);
    };
    const auto [word, value] = cut(line, "\t");
    if (word.empty()) fault("no word");
    vocabulary.add({std::string(word), std::string(value.empty() ? word : value)}, fault);
  }
  return vocabulary;
}

void Vocabulary::add(Entry entry, const std::function<void(const std::string&)>& fault) {
  std::string key = key_of(entry.word);
  const auto place = std::lower_bound(by_folded_.begin(), by_folded_.end(), key, by_key);
  if (place != by_folded_.end() && place->first == key)
    return fault("`" + entry.word + "` stands here twice");
  by_folded_.insert(place, {std::move(key), entries_.size()});
  entries_.push_back(std::move(entry));
}

void Vocabulary::merge(const Vocabulary& other) {
  for (const Entry& entry : other.entries_) {
    const auto known = reading(entry.word);
    if (!known)
      add(entry, [](const std::string&) {});
    else if (*known != entry.value)
      throw RuleFileError("`" + entry.word + "` reads as " + std::string(*known) + " and as " +
                          entry.value + " in one field");
  }
}

std::optional<std::string_view> Vocabulary::reading(std::string_view word) const {
  const std::string key = key_of(word);
  const auto place = std::lower_bound(by_folded_.begin(), by_folded_.end(), key, by_key);
  if (place == by_folded_.end() || place->first != key) return std::nullopt;
  return entries_[place->second].value;
}

std::string Vocabulary::pattern() const {
  std::vector<std::string_view> sorted;
  for (const Entry& entry : entries_) sorted.push_back(entry.word);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  std::string pattern;
  for (const std::string_view word : sorted) {
    if (!pattern.empty()) pattern += '|';
    for (std::size_t i = 0; i < word.size();) {
      const bool typographic = word.substr(i).starts_with(kTypographic);
      const auto size = typographic ? kTypographic.size() : std::size_t{1};
      if (typographic || word[i] == '\'')
        pattern.append("['").append(kTypographic).append("]");
      else if (std::string_view("\\.+*?()|[]{}^$").find(word[i]) != std::string_view::npos)
        pattern.append("\\").append(1, word[i]);
      else
        pattern += word[i];
      i += size;
    }
  }
  return pattern;
}

FileSource rule_source(const std::optional<std::filesystem::path>& folder) {
  return [folder](std::string_view name) -> std::optional<std::string> {
    if (folder) {
      std::ifstream in(*folder / name, std::ios::binary);
      std::ostringstream text;
      if (in && text << in.rdbuf()) return text.str();
    }
    for (const EmbeddedFile& file : embedded_extractors())
      if (file.name == name) return std::string(file.content);
    return std::nullopt;
  };
}

RuleFile parse_rules(std::string_view page, std::string_view text, const FileSource& source) {
  return Parser(page, source).parse(text);
}

RuleFile read_rules(std::string_view page, const FileSource& source) {
  const std::string name = std::string(page) + ".rules";
  const auto text = source(name);
  if (!text) throw RuleFileError("there is no page " + name);
  return parse_rules(page, *text, source);
}

std::string_view field_of_group(std::string_view group) {
  return group.substr(0, group.find(kSecondGroup));
}

}  // namespace newsfacts
