#include "extractors/tense.h"

#include <array>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "corpus/words.h"
#include "extractors/rows.h"

namespace newsfacts {
namespace {

// How far around a date its verb is looked for, in tokens.
constexpr int kVerbDistance = 30;
// How far before "due" and "to expire" a "had" is looked for.
constexpr int kHadDistance = 5;
// How far behind "has" its participle may stand: "has not yet been".
constexpr int kParticipleDistance = 3;
// How far before "to meet" the verb that governs it is looked for: "allowed him to meet".
constexpr int kGovernorDistance = 3;
// How far before a date "ahead" may stand: "ahead of the long winter".
constexpr int kAheadDistance = 4;
// How near a verb of saying must stand to be the one that is dated.
constexpr int kSaidDistance = 2;

enum class Form : std::uint8_t { kPast, kPlan, kHave, kFuture, kDue, kPlain, kSaid, kBe };
constexpr std::array<std::string_view, 8> kFormWords = {"past", "plan",  "have", "future",
                                                        "due",  "plain", "said", "be"};

const Form* listed(const Token& token) {
  static const std::unordered_map<std::uint64_t, Form> forms = [] {
    std::unordered_map<std::uint64_t, Form> table;
    for (const Row& row : rows_of("tense_words")) {
      const auto form = found_in<Form>(kFormWords, row[1]);
      if (!form) throw std::runtime_error("tense_words.tsv: unknown form " + std::string(row[1]));
      table.emplace(token_hash(row[0]), *form);
    }
    return table;
  }();
  const auto found = forms.find(token.hash);
  return found == forms.end() ? nullptr : &found->second;
}

// "An unspecified date", "still disputed": a word in -ed that is no verb.
bool opens_a_noun(const Token& token) {
  static const WordSet openers = word_set(
      {"a", "an", "the", "its", "his", "her", "their", "our", "any", "some", "no", "of", "still",
       "newly", "most", "more", "such"});
  return openers.contains(token.hash);
}

bool ends_like_a_participle(std::string_view word) {
  return word.size() > 4 && (word.ends_with("ed") || word.ends_with("en"));
}

// What the words around a date say, one word after the other.
class Clause {
 public:
  explicit Clause(const Surroundings& around) : around_(around) {}

  // Of the word `place` words away from the date, negative before it and positive behind it.
  // nullopt where it tells nothing and the next word may.
  std::optional<Tense> tense_of(int place) const {
    const Token& token = *at(place);
    if (!token.is_word()) return std::nullopt;
    if (grants_a_term(place)) return had_been(place) ? Tense::kPast : Tense::kFuture;
    if (comes_before(place) || is_fixed_for(place)) return Tense::kFuture;
    if (is_a_name(place)) return std::nullopt;
    const Form* const found = listed(token);
    if (!found && is_under_way(place)) return Tense::kFuture;
    if (!found && !(around_.words(token).size() > 4 && around_.words(token).ends_with("ed")))
      return std::nullopt;
    const Form form = found ? *found : Form::kPast;
    const Token* const before = beside(place, -1);
    const bool of_a_noun = before && opens_a_noun(*before);
    switch (form) {
      case Form::kBe:  // "to be sold", "the vote is Tuesday"
        if (!is_ahead(place) && !is_on_the_date(place)) return std::nullopt;
        break;
      case Form::kSaid:  // what was told "a full house on Tuesday" may be of any time
        if (is_passive(place)) return std::nullopt;
        return std::abs(place) <= kSaidDistance ? Tense::kPast : Tense::kUnknown;
      case Form::kHave:  // "has a meeting" is of no time that is over
        return completes(place) ? std::optional(Tense::kPast) : std::nullopt;
      case Form::kPlan:
      case Form::kPast:  // "will be paid": the verb before it tells
        if ((!found && of_a_noun) || is_passive(place)) return std::nullopt;
        return Tense::kPast;
      case Form::kPlain:
        if (!is_ahead(place)) return std::nullopt;
        break;
      case Form::kDue:  // "the planned merger"
        if (of_a_noun) return std::nullopt;
        break;
      case Form::kFuture:
        if (could_not(place)) return Tense::kPast;
        if (of_a_noun || is_object(place)) return std::nullopt;
        break;
    }
    return had_been(place) ? Tense::kPast : Tense::kFuture;
  }

  const Token* at(int place) const {
    return place < 0 ? around_.before(static_cast<std::size_t>(-place))
                     : around_.behind(static_cast<std::size_t>(place));
  }

 private:
  // The word `step` words on from that at `place`; null beyond the sentence and across the date.
  const Token* beside(int place, int step) const {
    const bool same_side = place < 0 ? place + step < 0 : place + step > 0;
    return same_side ? at(place + step) : nullptr;
  }

  // "Will Amory, who left in May, was": no verbs.
  bool is_a_name(int place) const {
    static const WordSet names = word_set({"may", "will"});
    const Token& token = *at(place);
    return token.shape == Token::Shape::kCapital && names.contains(token.hash) &&
           (place > 0 || at(place - 1));
  }

  bool is(const Token* token, Form form) const {
    const Form* const found = token ? listed(*token) : nullptr;
    return found && *found == form;
  }

  // "Be paid", "be formally announced".
  bool is_passive(int place) const {
    const Token* const before = beside(place, -1);
    const bool is_adverb = before && around_.words(*before).ends_with("ly");
    return is(is_adverb ? beside(place, -2) : before, Form::kBe);
  }

  // "Announced plans Tuesday to close": what a past verb has for its object is no verb.
  bool is_object(int place) const {
    static const WordSet were = word_set({"was", "were"});  // "were planning"
    const Token* const before = beside(place, -1);
    if (!before || were.contains(before->hash)) return false;
    return is(before, Form::kPast) || around_.words(*before).ends_with("ed");
  }

  // "Has since been sold", "have fallen": a participle follows.
  bool completes(int place) const {
    for (int step = 1; step <= kParticipleDistance; ++step) {
      const Token* const next = beside(place, step);
      if (!next) return false;
      if (is(next, Form::kPast) || is(next, Form::kSaid) || is(next, Form::kBe) ||
          ends_like_a_participle(around_.words(*next)))
        return true;
    }
    return false;
  }

  // "Is travelling to Oslo on Monday": with a day for it, what is being done is yet to be done.
  bool is_under_way(int place) const {
    static const WordSet now = word_set({"is", "are", "am"});
    const Token* const before = beside(place, -1);
    return before && now.contains(before->hash) && around_.words(*at(place)).ends_with("ing");
  }

  // "To open in March"; but "closed to open again" and "failed to open" did so, or did not.  And
  // "Friday's talks are part of a drive to open the border" has an aim, and no day for it, where
  // "Friday's talks are to open" has one.
  bool is_ahead(int place) const {
    static const std::uint64_t to = token_hash("to");
    const Token* const before = beside(place, -1);
    if (!before || before->hash != to) return false;
    if (place > 0) return is(beside(place, -2), Form::kBe);
    for (int step = 2; step < 2 + kGovernorDistance; ++step) {
      const Token* const governor = beside(place, -step);
      if (!governor) return true;
      if (const Form* const form = listed(*governor)) return *form != Form::kPast;
      if (around_.words(*governor).ends_with("ed")) return false;
      if (does_so_for(place - step)) return false;
    }
    return true;
  }

  // "Crossing a street to attend a service Friday, she was hurt", "on her way to": what is done
  // with an aim is no plan.  "Is preparing to" is one.
  bool does_so_for(int place) const {
    static const std::uint64_t way = token_hash("way");
    static const WordSet now = word_set({"is", "are", "am", "been", "be"});
    const std::string_view word = around_.words(*at(place));
    if (at(place)->hash == way) return true;
    const Token* const before = beside(place, -1);
    return word.size() > 5 && word.ends_with("ing") && !(before && now.contains(before->hash));
  }

  // "Has until Friday", "gave them until noon on Friday": a term that somebody has still runs, and
  // so does what was "put off until Friday".
  bool grants_a_term(int place) const {
    static const WordSet givers = word_set({"has", "have", "gives", "gave", "given"});
    static const WordSet delayed =
        word_set({"postponed", "delayed", "adjourned", "deferred", "extended", "rescheduled",
                  "suspended", "off", "moved"});
    static const WordSet until = word_set({"until", "till"});
    static const std::uint64_t to = token_hash("to");
    const Token* const last = place < 0 ? at(-1) : nullptr;
    if (!last) return false;
    const bool put_off = delayed.contains(at(place)->hash) && place == -2;
    if (last->hash == to) return put_off;
    return until.contains(last->hash) && (put_off || givers.contains(at(place)->hash));
  }

  // "Ahead of Friday's vote".
  bool comes_before(int place) const {
    static const std::uint64_t ahead = token_hash("ahead"), of = token_hash("of");
    const Token* const next = place < 0 && place >= -kAheadDistance ? beside(place, 1) : nullptr;
    return at(place)->hash == ahead && next && next->hash == of;
  }

  // "Was set for Friday", "a strike called for Friday".
  bool is_fixed_for(int place) const {
    static const WordSet fixed = word_set({"set", "called", "fixed", "booked"});
    static const std::uint64_t aim = token_hash("for");
    const Token* const next = place == -2 ? beside(place, 1) : nullptr;
    return next && next->hash == aim && fixed.contains(at(place)->hash);
  }

  // "The vote is Tuesday", "is on Tuesday".
  bool is_on_the_date(int place) const {
    static const WordSet now = word_set({"is", "are"});
    static const std::uint64_t on = token_hash("on");
    if (!now.contains(at(place)->hash)) return false;
    return place == -1 || (place == -2 && at(-1)->hash == on);
  }

  // "Could not be reached Tuesday".
  bool could_not(int place) const {
    static const std::uint64_t could = token_hash("could"), no = token_hash("not");
    const Token* const next = beside(place, 1);
    return at(place)->hash == could && next && next->hash == no;
  }

  // "Had been due to expire".
  bool had_been(int place) const {
    static const std::uint64_t had = token_hash("had");
    for (int step = 1; step <= kHadDistance; ++step)
      if (const Token* const token = beside(place, -step); token && token->hash == had) return true;
    return false;
  }

  const Surroundings& around_;
};

// "After Friday's vote": what has a name and is told of is over, whatever must follow from it.
bool is_after_an_event(const Surroundings& around) {
  static const WordSet after = word_set({"after", "following", "despite"});
  const Token *const before = around.before(), *const behind = around.behind();
  return before && behind && after.contains(before->hash) && !behind->space_before &&
         (around.words(*behind).starts_with("'") || around.words(*behind).starts_with("’"));
}

}  // namespace

Tense tense_at(const Surroundings& around) {
  if (is_after_an_event(around)) return Tense::kPast;
  const Clause clause(around);
  for (const int direction : {-1, 1})
    for (int i = 1; i <= kVerbDistance && clause.at(direction * i); ++i)
      if (const auto tense = clause.tense_of(direction * i)) return *tense;
  return Tense::kUnknown;
}

}  // namespace newsfacts
