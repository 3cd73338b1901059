#include "corpus/notices.h"

#include <array>
#include <optional>

#include "corpus/ascii.h"
#include "corpus/line_shape.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostNoticeBytes = 400;  // bylines, credits, boilerplate

// Phrases are matched in lower case, and end at a word's end.
constexpr std::array kHeadings = std::to_array<std::string_view>(
    {"key takeaways", "key points", "takeaways", "frequently asked questions", "faq", "faqs",
     "in-depth analysis", "industry impact", "at a glance", "highlights", "background", "summary",
     "conclusion", "what happens next", "what we know", "the bottom line"});
constexpr std::array kQuestions = std::to_array<std::string_view>({"question:", "q:", "q."});
constexpr std::array kAnswers = std::to_array<std::string_view>({"answer:", "a:"});
constexpr std::array kBylines = std::to_array<std::string_view>(
    {"by", "posted by", "written by", "story by", "words by", "reporting by", "reported by",
     "additional reporting by", "edited by", "editing by", "from our correspondent"});
// These count where a line or, behind another sentence or a bracket, a credit begins.
struct Cue {
  std::string_view phrase;
  Role role;
};
constexpr std::array kSigns = std::to_array<Cue>({{"photo:", Role::kCaption},
                                                  {"photos:", Role::kCaption},
                                                  {"photo by", Role::kCaption},
                                                  {"photo credit", Role::kCaption},
                                                  {"photo courtesy", Role::kCaption},
                                                  {"file photo", Role::kCaption},
                                                  {"photograph:", Role::kCaption},
                                                  {"photograph by", Role::kCaption},
                                                  {"picture:", Role::kCaption},
                                                  {"image:", Role::kCaption},
                                                  {"images:", Role::kCaption},
                                                  {"image by", Role::kCaption},
                                                  {"image credit", Role::kCaption},
                                                  {"illustration:", Role::kCaption},
                                                  {"illustration by", Role::kCaption},
                                                  {"all rights reserved", Role::kBoilerplate}});
constexpr std::array kLinkLabels =
    std::to_array<std::string_view>({"read more:", "read also:", "also read:", "related:",
                                     "see also:", "more on this:", "watch:", "via:", "link:"});
constexpr std::array kBoilerplate = std::to_array<std::string_view>({"\u00A9",
                                                                     "(c) 20",
                                                                     "copyright",
                                                                     "all rights reserved",
                                                                     "subscribe",
                                                                     "sign up",
                                                                     "follow us",
                                                                     "click here",
                                                                     "read more",
                                                                     "advertisement",
                                                                     "share this",
                                                                     "related articles",
                                                                     "related stories",
                                                                     "terms of use",
                                                                     "terms of service",
                                                                     "privacy policy",
                                                                     "contact:",
                                                                     "media contact",
                                                                     "for more information",
                                                                     "for immediate release",
                                                                     "this article was",
                                                                     "this story was",
                                                                     "this article originally",
                                                                     "this story originally",
                                                                     "our standards:",
                                                                     "download our app",
                                                                     "get our newsletter",
                                                                     "join our",
                                                                     "disclaimer:",
                                                                     "tags:",
                                                                     "filed under",
                                                                     "categories:",
                                                                     "comments",
                                                                     "(corrects",
                                                                     "(adds",
                                                                     "(updates",
                                                                     "(recasts",
                                                                     "(refiles",
                                                                     "correction:",
                                                                     "editor's note",
                                                                     "editor\u2019s note",
                                                                     "skip to",
                                                                     "back to top",
                                                                     "support our",
                                                                     "###",
                                                                     "-30-",
                                                                     "-- ends --"});

// Whether `line` has `phrase` at `at`, in any letter case and not within a longer word.
bool has_at(std::string_view line, std::size_t at, std::string_view phrase) {
  if (line.size() - at < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (lower(line[at + i]) != phrase[i]) return false;
  const std::size_t end = at + phrase.size();
  return !is_word_character(code_point_before(phrase, phrase.size()).value) ||
         !is_word_character(code_point_at(line, end).value);
}

template <std::size_t N>
std::size_t begins_with(std::string_view line, const std::array<std::string_view, N>& phrases) {
  for (const std::string_view phrase : phrases)
    if (lower(line[0]) == phrase[0] && has_at(line, 0, phrase)) return phrase.size();
  return 0;
}

bool contains(std::string_view line, std::string_view phrase) {
  for (std::size_t at = 0; at + phrase.size() <= line.size(); ++at)
    if (lower(line[at]) == phrase[0] && has_at(line, at, phrase)) return true;
  return false;
}

// For each first letter of a sign, a bit for each second one.
constexpr std::array<std::uint32_t, 128> kSignLetters = [] {
  std::array<std::uint32_t, 128> letters{};
  for (const Cue& sign : kSigns)
    letters[static_cast<unsigned char>(sign.phrase[0])] |= 1u << (sign.phrase[1] & 31);
  return letters;
}();

bool ends_clause(char c) {
  return c == '.' || c == '!' || c == '?' || c == ')' || c == '|' || c == '-';
}

// One pass for all signs: hardly a word begins with the first two letters of one.
std::optional<Role> told_by_a_sign(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool begins = at == 0 || line[at] == '(' || ends_clause(line[at - 2]);
    at += line[at] == '(';
    if (at + 1 >= line.size()) break;
    const auto first = static_cast<unsigned char>(lower(line[at]));
    if (begins && first < 128 && kSignLetters[first] >> (lower(line[at + 1]) & 31) & 1)
      for (const Cue& sign : kSigns)
        if (has_at(line, at, sign.phrase)) return sign.role;
    at = line.find(' ', at);
    if (at == line.npos) break;
  }
  return std::nullopt;
}
}  // namespace

bool is_byline(std::string_view line) {
  if (line[0] == '(') line.remove_prefix(1);
  if (line.empty()) return false;
  const std::size_t phrase = begins_with(line, kBylines);
  if (phrase == 0 || line.size() > kMostNoticeBytes) return false;
  std::string_view names = line.substr(phrase);
  if (names.starts_with(":")) names.remove_prefix(1);
  if (!names.starts_with(" ")) return false;
  names.remove_prefix(1);
  const bool bare_by = phrase == 2;
  if (!begins_upper(names)) return !bare_by && words_in(names) <= 4 && !ends_sentence(line);
  if (!bare_by) return words_in(names) <= 30;
  if (ends_sentence(line) || words_in(names) > 14) return false;
  if (const std::size_t comma = names.find(", "); comma != names.npos) {  // ", staff writer"
    if (words_in(names.substr(comma + 2)) > 4) return false;
    names = names.substr(0, comma);
  }
  // Words in lower case are what a sentence would have: "By Monday the storm had passed".
  std::size_t plain = 0;
  for (std::size_t at = names.find(' '); at != names.npos; at = names.find(' ', at + 1)) {
    const std::string_view word = names.substr(at + 1, names.find(' ', at + 1) - at - 1);
    plain += begins_lower(word) && word != "and" && word != "for" && word != "in" && word != "of";
  }
  return plain <= 1;
}
std::optional<Role> notice_of(std::string_view line) {
  if (line.size() > kMostNoticeBytes) return std::nullopt;
  if (has_at(line, 0, "in") && contains(line, "posted by")) return Role::kBoilerplate;
  if (begins_with(line, kBoilerplate) > 0 && (!ends_sentence(line) || words_in(line) <= 30))
    return Role::kBoilerplate;
  if (begins_with(line, kLinkLabels) > 0) return Role::kLink;
  return told_by_a_sign(line);
}

bool opens_question(std::string_view line) {
  return begins_with(line, kQuestions) > 0;
}

bool opens_answer(std::string_view line) {
  return begins_with(line, kAnswers) > 0;
}

bool is_usual_heading(std::string_view line) {
  return begins_with(line, kHeadings) == line.size();
}

}  // namespace newsfacts
