#include "tests/extractors/plain_search.h"

#include <re2/re2.h>

#include <algorithm>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(code_point_at(text, at).value);
}
bool is_word_before(std::string_view text, std::size_t at) {
  return at > 0 && is_word_character(code_point_before(text, at).value);
}

// A digit, one of ,.-/: and a digit, across or around `at`.
bool cuts_number(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const auto joins = [&](std::size_t i) {
    return i < text.size() && std::string_view(",.-/:").find(text[i]) != std::string_view::npos;
  };
  return at > 0 && digit(at - 1) && joins(at) && digit(at + 1);
}

// A sign of money on the left of `at`, its digits on the right.
bool cuts_sum(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size() || text[at] < '0' || text[at] > '9') return false;
  return std::u32string_view(U"$£€¥").find(code_point_before(text, at).value) !=
         std::u32string_view::npos;
}

// Where the line or the sentence around `begin` ends.
std::size_t limit_of(const Document& document, std::uint32_t begin) {
  std::size_t limit = std::min(document.text().find('\n', begin), document.text().size());
  for (const Sentence& sentence : document.sentences) {
    if (sentence.span.end <= begin) continue;
    return std::min<std::size_t>(
        limit, sentence.span.begin > begin ? sentence.span.begin : sentence.span.end);
  }
  return limit;
}

}  // namespace

struct PlainSearch::PlainRule {
  std::unique_ptr<RE2> regex;
  std::size_t reach = 0;

  re2::StringPiece subject(std::string_view text) const { return {text.data(), text.size()}; }

  // The longest match from `begin` that ends where a word does, and no later than `limit`.
  std::optional<Span> match(std::string_view text, std::uint32_t begin, std::size_t limit) const {
    std::size_t end = std::min<std::size_t>(limit, begin + reach);
    while (end > begin) {
      re2::StringPiece whole;
      if (!regex->Match(subject(text), begin, end, RE2::ANCHOR_START, &whole, 1))
        return std::nullopt;
      end = begin + whole.size();
      if (!(is_word_before(text, end) && is_word_at(text, end)))
        return Span{begin, static_cast<std::uint32_t>(end)};
      --end;
    }
    return std::nullopt;
  }

  std::vector<std::pair<std::string, std::string_view>> captures(std::string_view text,
                                                                 Span match) const {
    std::vector<re2::StringPiece> groups(
        static_cast<std::size_t>(regex->NumberOfCapturingGroups()) + 1);
    std::vector<std::pair<std::string, std::string_view>> all;
    if (!regex->Match(subject(text), match.begin, match.end, RE2::ANCHOR_BOTH, groups.data(),
                      static_cast<int>(groups.size())))
      return all;
    for (const auto& [group, name] : regex->CapturingGroupNames()) {
      const re2::StringPiece words = groups[static_cast<std::size_t>(group)];
      if (words.data())
        all.emplace_back(field_of_group(name), std::string_view(words.data(), words.size()));
    }
    return all;
  }
};

PlainSearch::PlainSearch(const std::vector<RuleFile>& files) {
  for (const RuleFile& file : files)
    for (const Rule& rule : file.rules) {
      RE2::Options options;
      options.set_case_sensitive(rule.case_sensitive);
      options.set_longest_match(true);
      options.set_max_mem(std::int64_t{1} << 28);  // the names of all currencies
      rules_.push_back({std::make_unique<RE2>(rule.pattern, options), file.reach});
    }
}

PlainSearch::~PlainSearch() = default;

std::vector<RuleMatch> PlainSearch::matches(const Document& document) const {
  const std::string_view text = document.text();
  std::vector<RuleMatch> all;
  for (const Token& token : document.tokens()) {
    const std::uint32_t begin = token.span.begin;
    if (begin >= 2 && cuts_number(text, begin - 1) && text[begin] >= '0' && text[begin] <= '9')
      continue;
    if (text[begin] == '.' && cuts_number(text, begin)) continue;  // the .5 of 2.5
    if (cuts_sum(text, begin)) continue;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
      const auto match = rules_[rule].match(text, begin, limit_of(document, begin));
      if (!match || cuts_number(text, match->end) || cuts_sum(text, match->end)) continue;
      Span find = *match;
      for (const auto& [name, words] : rules_[rule].captures(text, *match)) {
        if (name != "span" || words.empty()) continue;
        const auto at = static_cast<std::uint32_t>(words.data() - text.data());
        find = {at, at + static_cast<std::uint32_t>(words.size())};
        break;
      }
      all.push_back({rule, *match, find});
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> PlainSearch::fields(const Document& document,
                                             const RuleMatch& match) const {
  std::vector<std::string> all;
  for (const auto& [name, words] : rules_[match.rule].captures(document.text(), match.match))
    if (name != "span") all.push_back(name + "=" + std::string(words));
  return all;
}

}  // namespace newsfacts
