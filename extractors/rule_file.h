// A rule page is a text a person can read: patterns named and built from smaller ones, each
// rule followed by the examples that prove it.
//
//     now 2026-03-14                       the publication day of this page's examples
//     use numerals                         the names of numerals.rules, as if they stood here
//     field month  = @months               captures, and reads as the vocabulary says
//     field month# = 1[0-2]|0?[1-9]        captures under the same name, "month"
//     let   nth    = st|nd|rd|th           shorthand; captures nothing
//
//     rule day-month
//       = {day}{nth}? (of )?{month}        as pattern.h tells; several `=` lines are alternatives
//       + the [3rd of May]    => 2026-05-03      must be found: the words in brackets, or all
//       - 31 February                            must not be found anywhere in the line
//       ? [the Ides of March] => 2026-03-15      should be found, and is not: must fail
//       ? May 12 be the day                      should not be found, and is: must fail
//
// A rule ignores case unless its pattern begins with (?-i).  A plain ( ) groups and captures
// nothing.  An apostrophe stands for ' and for ’.  A space is one space: the text is
// normalized.  @words stands for every word of vocabulary/words.tsv, the longest first.
// A rule need not say where a word ends: no find is cut out of a longer word or number.  Where
// a rule must look at more than it finds, {span} marks the find:  `field span = ...`.
//
// parse_rules() makes plain data of the page and knows nothing of dates or money.  RuleBook
// (rule_book.h) compiles the data; the tests read its examples.

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"
#include "extractors/pattern.h"

namespace newsfacts {

// One vocabulary/*.tsv: `word <tab> value` on each line, `#` begins a comment.  A word without
// a value reads as itself.
class Vocabulary {
 public:
  struct Entry {
    std::string word;   // as the file spells it
    std::string value;  // what it reads as
  };

  // `name` is for the message of the RuleFileError: two lines with one word, a line without.
  static Vocabulary parse(std::string_view name, std::string_view tsv);

  // Adds what `other` has; a word in both must read alike.
  void merge(const Vocabulary& other);

  // The value of `word` in any case and with any apostrophe; nullopt for a word not listed.
  std::optional<std::string_view> reading(std::string_view word) const;

  const std::vector<Entry>& entries() const { return entries_; }

  // One alternation of every word, longest first.
  std::string pattern() const;

 private:
  void add(Entry entry, const std::function<void(const std::string&)>& fault);

  std::vector<Entry> entries_;                                  // in the order of the file
  std::vector<std::pair<std::string, std::size_t>> by_folded_;  // sorted; index in entries_
};

struct RuleExample {
  enum class Kind { kFound, kNothing, kKnownFailure };  // + - ?

  int line = 0;  // in the page, for the failure message
  Kind kind = Kind::kFound;
  std::string text;                  // without the brackets
  std::string found;                 // the words that must be found
  std::optional<std::string> value;  // "2013-02-12" or "date 2013-02-12"; nullopt: nothing
  bool alone = false;                // `; alone`: the rest of the book reads the line otherwise
};

struct Rule {
  std::string name;  // "date/day-month-year"
  int line = 0;
  std::string pattern;  // fully expanded (pattern.h); a field's second group is called name__2
  bool case_sensitive = false;
  const Pattern* parsed = nullptr;  // the pattern taken apart; its page's `patterns` own it
  std::vector<RuleExample> examples;
};

struct RuleFile {
  std::string page;                                         // "date"
  std::string now;                                          // "2026-03-14", or empty
  std::size_t reach = 200;                                  // bytes a match may span
  std::vector<Rule> rules;                                  // in the order of the page
  std::map<std::string, Vocabulary, std::less<>> readings;  // field name -> how it reads
  std::vector<std::string> uses;                            // pages it takes names from
  std::vector<std::string> vocabularies;                    // the files it uses, by name
  std::shared_ptr<PatternReader> patterns;                  // owns what the rules are made of
};

// What is wrong with a page, said as "date.rules:14: unknown name {moth}".
struct RuleFileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The text of a data file, "date.rules" or "vocabulary/months.tsv"; nullopt when there is none.
using FileSource = std::function<std::optional<std::string>(std::string_view name)>;

// The files inside the binary; one that exists in `folder` takes the place of its namesake.
FileSource rule_source(const std::optional<std::filesystem::path>& folder = std::nullopt);

// Throws RuleFileError; so does read_rules() where the page is missing.
RuleFile parse_rules(std::string_view page, std::string_view text, const FileSource& source);
RuleFile read_rules(std::string_view page, const FileSource& source);

// The name of the field a group of a Rule's pattern captures: "month" of "month__2".
std::string_view field_of_group(std::string_view group);

}  // namespace newsfacts
