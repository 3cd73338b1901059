#include "extractors/claims.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/unit.h"
#include "corpus/utf8.h"
#include "extractors/lexed.h"
#include "extractors/rows.h"
#include "extractors/sources.h"
#include "extractors/stems.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 40;     // tokens on each side that may lend terms
constexpr std::uint32_t kDivider = 2;    // what a comma or an "and" adds to a distance,
constexpr std::uint32_t kOutside = 3;    // the end of the clause,
constexpr std::uint32_t kSentence = 20;  // and the end of the sentence
constexpr std::size_t kNearTerms = 10;
constexpr std::size_t kFarTerms = 12;
constexpr std::uint32_t kShortSentence = 14;  // tokens; a shorter one leans on the one before

bool is_searched(Role role) {
  switch (role) {
    case Role::kTitle:
    case Role::kBody:
    case Role::kListItem:
    case Role::kQuestion:
    case Role::kAnswer: return true;
    default: return false;
  }
}

bool makes_claim(const Document& document, const Mention& mention) {
  // "now", "recently": no date is told.
  if (const TimeValue* time = mention.time())
    return mention.kind != Kind::kSet && !time->value.ends_with("_REF");
  if (!is_amount(mention.kind)) return false;
  // "The first step", "one of the largest": nothing is counted.
  const Amount& amount = *mention.amount();
  // One side of a result says nothing without the other.
  if (amount.role.str() == "score") return false;
  const bool one = amount.low == Decimal(1, 0) && amount.high == amount.low;
  if (mention.kind == Kind::kOrdinal && one) return false;
  const std::string_view rest = std::string_view(document.text()).substr(mention.span.end, 4);
  return mention.kind != Kind::kNumber || !one || rest != " of ";
}

using Words = std::unordered_map<std::string_view, std::string_view>;

const Words& table(std::string_view name) {
  static const auto read = [](std::string_view page) {
    Words made;
    for (const Row& row : rows_of(page)) made.emplace(row[0], row[1]);
    return made;
  };
  static const Words persons = read("person_nouns"), modality = read("modality");
  return name == "person_nouns" ? persons : modality;
}

std::string_view meaning(std::string_view page, std::string_view word) {
  const Words& words = table(page);
  const auto row = words.find(word);
  return row == words.end() ? std::string_view() : row->second;
}

// What kind of thing is measured or dated: the part of a slot before the bar.
std::string measure_of(const Mention& mention) {
  std::string measure;
  if (const TimeValue* time = mention.time()) {
    measure = word_in(kKindWords, mention.kind);
    if (time->bound != Bound::kNone) measure.append(":").append(word_in(kBoundWords, time->bound));
    return measure;
  }
  const Amount& amount = *mention.amount();
  const std::string_view unit = amount.unit.str();
  switch (mention.kind) {
    case Kind::kNumber:
      measure = "count";
      if (!unit.empty()) {
        const std::string_view person = meaning("person_nouns", unit);
        measure.append(":").append(person.empty() ? unit : person);
      }
      break;
    case Kind::kQuantity: {
      const std::string_view dimension = dimension_of(unit);
      measure.append("quantity:").append(dimension.empty() ? unit : dimension);
      break;
    }
    default: measure = word_in(kKindWords, mention.kind);
  }
  if (!amount.per.empty()) measure.append("/").append(amount.per.str());
  // A change is not a level: "fell by 20" says nothing of "fell to 20".  But "gunned down two
  // women" is no fall.
  std::string_view role = amount.role.str();
  if (mention.kind == Kind::kNumber && !unit.empty()) role = {};
  if (role.ends_with("-by"))
    measure.append(":change");
  else if (role.ends_with("from"))
    measure.append(":before");
  for (char& c : measure)
    if (c == ' ' || c == '|') c = '_';
  return measure;
}

// "16-year-old", "aged 23", "John Smith, 23,": what one counts in years of life.
bool is_age(const Lexed& text, const Mention& mention, Run value) {
  const Amount* amount = mention.amount();
  if (mention.kind == Kind::kAge) return true;
  if (!amount && mention.kind != Kind::kDuration) return false;
  if (amount && amount->role.str() == "age") return true;
  const auto word = [&](std::uint32_t at) {
    return at < text.size() ? text.text(at) : std::string_view();
  };
  for (std::uint32_t at = value.begin; at < value.end; ++at)
    if (word(at) == "old" || word(at) == "aged") return true;
  std::uint32_t after = value.end;
  for (int step = 0; step < 4 && after < text.size(); ++step, ++after) {
    if (word(after) == "old") return true;
    if (word(after) != "year" && word(after) != "years" && word(after) != "-") break;
  }
  if (value.begin == 0) return false;
  if (word(value.begin - 1) == "aged" || word(value.begin - 1) == "age") return true;
  if (!amount || mention.kind != Kind::kNumber || amount->relation != Relation::kEqual)
    return false;
  const double years = amount->low->approximate();
  if (value.size() > 1 || years < 1 || years > 119) return false;
  const Sign next = value.end < text.size() ? text.sign(value.end) : Sign::kStop;
  if (next != Sign::kComma && next != Sign::kStop) return false;
  // After a person and a comma; or "He was 77."
  if (text.sign(value.begin - 1) == Sign::kComma && value.begin > 1) {
    const Mention* name = text.name_at(value.begin - 2);
    return name && name->kind == Kind::kPerson;
  }
  return value.begin > 1 && text.word(value.begin - 1).is(C::kBe) && next == Sign::kStop &&
         (text.word(value.begin - 2).is(C::kHe, C::kShe) ||
          (text.name_at(value.begin - 2) && text.name_at(value.begin - 2)->kind == Kind::kPerson));
}

class Reader {
 public:
  explicit Reader(Document* document) : document_(*document), text_(*document), referents_(text_) {
    none_.resize(text_.size(), -1);
    for (std::size_t a = 0; a < document_.attributions.size(); ++a)
      for (const Span content : document_.attributions[a].content)
        contents_.emplace_back(content, static_cast<int>(a));
    std::sort(contents_.begin(), contents_.end());
    for (const Attribution& attribution : document_.attributions)
      for (const Span cue : attribution.cue) cue_ends_.push_back(cue.end);
    std::sort(cue_ends_.begin(), cue_ends_.end());
  }

  std::vector<Claim> read() {
    std::size_t sentence = 0;
    for (std::size_t m = 0; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      while (sentence < document_.sentences.size() &&
             document_.sentences[sentence].span.end <= mention.span.begin)
        ++sentence;
      if (sentence == document_.sentences.size()) break;
      if (!makes_claim(document_, mention) || dates_the_saying(mention) ||
          !is_searched(document_.sentences[sentence].role) ||
          !document_.sentences[sentence].span.contains(mention.span))
        continue;
      const Run value = text_.run(mention.span);
      if (value.empty()) continue;
      Claim made = claim(static_cast<int>(m), mention, sentence, value);
      if (!repeats(made)) claims_.push_back(std::move(made));
    }
    return std::move(claims_);
  }

 private:
  // "7 of the 7": the same figure of the same things in one clause is one claim.
  bool repeats(const Claim& made) const {
    const auto value_of = [&](const Claim& claim) {
      return to_string(document_.mentions[static_cast<std::size_t>(claim.value)].value);
    };
    for (auto known = claims_.rbegin(); known != claims_.rend(); ++known) {
      if (known->span.end <= made.span.begin) return false;
      if (known->span == made.span && known->slot == made.slot &&
          value_of(*known) == value_of(made))
        return true;
    }
    return false;
  }

  // "the coast guard said on [Monday]": the day of the words, not of what they tell.
  bool dates_the_saying(const Mention& mention) const {
    if (!is_time(mention.kind)) return false;
    const auto next = std::upper_bound(cue_ends_.begin(), cue_ends_.end(), mention.span.begin);
    if (next == cue_ends_.begin()) return false;
    const std::string_view between = document_.at({*(next - 1), mention.span.begin});
    return between == " " || between == " on " || between == " late " || between == " late on ";
  }

  Claim claim(int number, const Mention& mention, std::size_t sentence, Run value) {
    const Run whole = text_.sentence(sentence);
    const Run unit{std::max(whole.begin, value.begin - std::min(value.begin, kReach)),
                   std::min(whole.end, value.end + kReach)};
    const Run clause = clause_around(unit, value);
    Claim made;
    made.rule = clause_rule();
    made.value = number;
    made.span = text_.span(clause);
    Span content = made.span;
    made.attribution = innermost(mention.span, &content);
    modality(clause, &made);
    made.subject = subject(within(clause, content), value);
    made.slot = (is_age(text_, mention, value) ? "age" : measure_of(mention)) + "|" +
                terms(mention, sentence, unit, clause, value, made.subject);
    return made;
  }

  // --- the clause ------------------------------------------------------------------------------

  bool shows_verb(std::uint32_t at) const {
    const Word& word = text_.word(at);
    if (word.is(C::kFinite)) return true;
    if (text_.token(at).shape != Token::Shape::kLower) return false;
    if (word.has_form(VerbForm::kPast)) return true;
    const std::string_view form = text_.text(at);
    return form.size() > 4 && form.ends_with("ed");
  }

  bool has_verb(Run run) const {
    for (std::uint32_t t = run.begin; t < run.end; ++t)
      if (shows_verb(t)) return true;
    return false;
  }

  // Where one clause may end and another begin.
  bool divides(std::uint32_t at) const {
    switch (text_.sign(at)) {
      case Sign::kSemicolon:
      case Sign::kDash:
      case Sign::kColon:
      case Sign::kComma: return text_.mention_at(at) < 0;
      case Sign::kNone: break;
      default: return false;
    }
    const Word& word = text_.word(at);
    if (word.is(C::kConjunction)) return true;
    if (word.is(C::kSubordinator) && !word.is(C::kPreposition)) return true;
    return word.is(C::kRelative) && !word.is(C::kThat);
  }

  // The stretch around the value that has a finite verb, between dividers; the sentence where
  // there is no such stretch.
  Run clause_around(Run unit, Run value) const {
    Run clause = value;
    bool verb = false;
    const auto widen_left = [&] {
      std::uint32_t begin = clause.begin;
      while (begin > unit.begin && !divides(begin - 1)) verb |= shows_verb(--begin);
      clause.begin = begin;
    };
    const auto widen_right = [&] {
      std::uint32_t end = clause.end;
      while (end < unit.end && !divides(end)) verb |= shows_verb(end++);
      clause.end = end;
    };
    widen_left();
    widen_right();
    // "six rifles, 12 magazines and 300 rounds": over the dividers to the verb, leftwards first.
    while (!verb && clause.begin > unit.begin) {
      --clause.begin;
      widen_left();
    }
    while (!verb && clause.end < unit.end) {
      ++clause.end;
      widen_right();
    }
    while (clause.end > value.end && text_.sign(clause.end - 1) == Sign::kStop) --clause.end;
    while (clause.begin < value.begin && text_.sign(clause.begin) != Sign::kNone &&
           text_.mention_at(clause.begin) < 0)
      ++clause.begin;
    return clause;
  }

  // --- who and how -----------------------------------------------------------------------------

  // What of a clause is told, without who tells it: "Ann said that [Gull Lines sold 12 ships]".
  Run within(Run clause, Span content) const {
    while (clause.begin < clause.end && text_.token(clause.begin).span.begin < content.begin)
      ++clause.begin;
    while (clause.begin + 1 < clause.end && text_.word(clause.begin).is(C::kThat)) ++clause.begin;
    return clause;
  }

  // The attribution with the shortest content around `span`, and that content.  Asked in reading
  // order.
  int innermost(Span span, Span* around) {
    for (; next_content_ < contents_.size() && contents_[next_content_].first.begin <= span.begin;
         ++next_content_)
      open_.push_back(contents_[next_content_]);
    std::erase_if(open_, [&](const Content& c) { return c.first.end <= span.begin; });
    int best = -1;
    std::uint32_t size = UINT32_MAX;
    for (const auto& [content, attribution] : open_)
      if (content.contains(span) && content.size() < size) {
        size = content.size();
        best = attribution;
        *around = content;
      }
    return best;
  }

  void modality(Run clause, Claim* claim) {
    if (claim->attribution >= 0) claim->modality = Modality::kReported;
    for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
      if (text_.sign(t) != Sign::kNone || text_.mention_at(t) >= 0) continue;
      if (text_.word(t).is(C::kNegation)) claim->polarity = Polarity::kNegative;
      claim->modality = std::max(claim->modality, known(t).modality);
    }
  }

  // The name, or the head noun, of what the clause is about.
  std::string subject(Run clause, Run value) {
    std::uint32_t verb = clause.begin;
    while (verb < clause.end && !shows_verb(verb)) ++verb;
    const std::uint32_t end = verb == clause.end ? value.begin : verb;
    Run phrase = noun_phrase_before(text_, none_, clause, end);
    if (phrase.empty()) {
      phrase = {clause.begin, std::min(end, clause.end)};
      if (phrase.empty()) return {};
      const auto names = referents_.names_of(phrase);
      return names.empty() ? std::string() : names.front();
    }
    if (const auto names = referents_.names_of(phrase); !names.empty()) return names.front();
    std::string head;
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t) {
      if (text_.word(t).is(C::kPreposition)) break;
      if (text_.sign(t) == Sign::kNone && text_.mention_at(t) < 0 && text_.word(t).classes == 0)
        head = base_form(folded(text_.text(t)));
    }
    return head;
  }

  // --- terms -----------------------------------------------------------------------------------

  // What the vocabularies make of a word: found once for all its places in the document.
  struct Known {
    std::string term;
    Modality modality = Modality::kAsserted;
  };
  const Known& known(std::uint32_t at) {
    const auto [entry, added] = known_.try_emplace(text_.token(at).hash);
    if (added) {
      const std::string word = folded(text_.text(at));
      if (text_.word(at).classes == 0 && text_.token(at).span.size() > 1)
        entry->second.term = term_of(word);
      const auto kind = found_in<Modality>(kModalityWords, meaning("modality", base_form(word)));
      entry->second.modality = kind.value_or(Modality::kAsserted);
    }
    return entry->second;
  }

  // What a name counts as, found once for all who bear it.
  const std::string& joined(std::string_view canonical) {
    const auto [entry, added] = names_.try_emplace(std::string(canonical));
    if (added) {
      entry->second = folded(canonical);
      for (char& c : entry->second)
        if (c == ' ' || c == '|') c = '_';
    }
    return entry->second;
  }

  // A word on its way into a slot; it lives in known_ or names_.
  struct Term {
    std::uint32_t distance;
    const std::string* word;
  };

  // The terms of a run, which may hold the value or lie on one side of it.
  void collect(Run run, Run value, std::uint32_t penalty, std::vector<Term>* terms) {
    std::uint32_t distance = penalty;
    for (std::uint32_t t = std::min(value.begin, run.end); t-- > run.begin;)
      collect_one(t, t == run.begin, &distance, terms);
    distance = penalty;
    for (std::uint32_t t = std::max(value.end, run.begin); t < run.end; ++t)
      collect_one(t, t == run.begin, &distance, terms);
  }

  void collect_one(std::uint32_t t, bool first, std::uint32_t* distance, std::vector<Term>* terms) {
    const bool divider = divides(t);
    if (divider) *distance += kDivider;
    if (text_.sign(t) != Sign::kNone) return;
    ++*distance;
    if (const std::int32_t m = text_.mention_at(t); m >= 0) {
      const Mention& mention = document_.mentions[static_cast<std::size_t>(m)];
      // A name once, at its first token on the way; never a value.
      if (const Name* name = mention.name();
          name && (text_.token(t).span.begin == mention.span.begin || first))
        terms->push_back({*distance, &joined(name->canonical)});
      return;
    }
    if (!text_.token(t).is_word() || text_.word(t).classes != 0) return;
    if (const std::string& term = known(t).term; !term.empty())
      terms->push_back({*distance, &term});
  }

  std::string terms(const Mention& mention, std::size_t sentence, Run unit, Run clause, Run value,
                    const std::string& subject) {
    near_.clear();
    far_.clear();
    counted_.clear();
    if (const Amount* amount = mention.amount();
        amount && mention.kind == Kind::kNumber && !amount->unit.empty()) {
      counted_ = term_of(amount->unit.str());
      if (!counted_.empty()) near_.push_back({0, &counted_});
    }
    collect(clause, value, 0, &near_);
    if (!subject.empty()) far_.push_back({0, &joined(subject)});
    collect({unit.begin, clause.begin}, value, kOutside, &far_);
    collect({clause.end, unit.end}, value, kOutside, &far_);
    // "It lasts until 2032": what "it" is stands in the sentence before.
    if (unit.size() < kShortSentence && sentence > 0 &&
        document_.sentences[sentence].role != Role::kTitle &&
        is_searched(document_.sentences[sentence - 1].role)) {
      const Run before = text_.sentence(sentence - 1);
      collect({before.end - std::min(before.size(), kReach), before.end}, value, kSentence, &far_);
    }
    std::string text;
    said_.clear();
    write(&near_, kNearTerms, &text);
    if (!text.empty()) text += ' ';
    text += "/ ";
    const std::size_t near = said_.size();
    write(&far_, kFarTerms, &text);
    if (said_.size() == near) text.erase(text.size() - std::min<std::size_t>(text.size(), 3));
    return text;
  }

  void write(std::vector<Term>* terms, std::size_t most, std::string* text) {
    std::stable_sort(terms->begin(), terms->end(),
                     [](const Term& a, const Term& b) { return a.distance < b.distance; });
    bool first = true;
    for (const Term& term : *terms) {
      if (most == 0) break;
      const bool known = std::any_of(said_.begin(), said_.end(),
                                     [&](const std::string* word) { return *word == *term.word; });
      if (known) continue;
      if (!first) *text += ' ';
      first = false;
      *text += *term.word;
      said_.push_back(term.word);
      --most;
    }
  }

  static Symbol clause_rule() {
    static const Symbol rule("claim/clause");
    return rule;
  }

  Document& document_;
  Lexed text_;
  Referents referents_;
  std::vector<std::int32_t> none_;                      // no quotations: a claim looks into them
  std::unordered_map<std::uint64_t, Known> known_;      // by token hash
  std::unordered_map<std::string, std::string> names_;  // by canonical name
  std::vector<Term> near_, far_;                        // scratch of terms()
  std::vector<const std::string*> said_;
  std::string counted_;

  std::vector<std::uint32_t> cue_ends_;  // ascending
  using Content = std::pair<Span, int>;  // and its attribution
  std::vector<Content> contents_, open_;
  std::size_t next_content_ = 0;

  std::vector<Claim> claims_;
};

}  // namespace

void find_claims(Document& document) {
  document.claims = Reader(&document).read();
}

}  // namespace newsfacts
