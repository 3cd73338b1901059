#include "extractors/attribution/sources.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "extractors/rows.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

constexpr std::uint32_t kLongestPhrase = 28;      // tokens
constexpr std::uint32_t kLongestApposition = 32;  // tokens between its commas
constexpr std::uint32_t kSpeakerHolds = 900;      // bytes after which "he" is nobody's own

using C = WordClass;

bool is_capital(const Lexed& text, std::uint32_t at) {
  const Token::Shape shape = text.token(at).shape;
  return shape == Token::Shape::kCapital || shape == Token::Shape::kUpper ||
         shape == Token::Shape::kMixed || text.name_at(at) != nullptr;
}

// The full stop of "Mr." or "J.", which ends no sentence.
bool is_abbreviation_stop(const Lexed& text, std::uint32_t at) {
  return at > 0 && text.text(at) == "." && !text.token(at).space_before &&
         (text.name_at(at) != nullptr ||
          (text.token(at - 1).is_word() && text.token(at - 1).span.size() <= 4 &&
           is_capital(text, at - 1)));
}

// The "the" of "the", which is no phrase; not the A of "Plan A".
bool is_article(const Lexed& text, std::uint32_t at) {
  return text.word(at).is(C::kArticle) && !text.name_at(at);
}

bool is_joined(const Lexed& text, std::uint32_t at) {  // no space on either side
  return !text.token(at).space_before && at + 1 < text.size() && !text.token(at + 1).space_before;
}

bool is_date(const Lexed& text, std::uint32_t at) {
  const std::int32_t mention = text.mention_at(at);
  return mention >= 0 && is_time(text.document().mentions[static_cast<std::size_t>(mention)].kind);
}

bool ends_in_ly(std::string_view word) {
  return word.size() > 4 && word.ends_with("ly");
}

// Whether the word ends a phrase that is read leftwards.
bool bars(const Lexed& text, std::uint32_t at) {
  const Word& word = text.word(at);
  if (word.is(C::kAuxiliary, C::kRelative, C::kWh, C::kOblique, C::kNegation)) return true;
  if (word.is(C::kSubordinator) && !word.is(C::kPreposition)) return true;
  if (word.is_reporting_verb() && !word.takes(Frame::kNoun) &&
      !word.has_form(VerbForm::kParticiple) && !is_capital(text, at))
    return true;
  return false;
}

// "In a statement Mr Smith": the phrase proper begins after the one a preposition opens.
Run without_opening(const Lexed& text, Run phrase) {
  bool prepositional = false;
  while (!phrase.empty()) {
    const Word& word = text.word(phrase.begin);
    if (text.name_at(phrase.begin)) break;
    if (word.is(C::kPreposition, C::kSubordinator))
      prepositional = true;
    else if (text.sign(phrase.begin) == Sign::kNone &&
             !word.is(C::kConjunction, C::kAdverb, C::kTime) && !is_date(text, phrase.begin) &&
             !(ends_in_ly(text.text(phrase.begin)) && phrase.size() > 1))
      break;
    ++phrase.begin;
  }
  if (!prepositional || phrase.empty()) return phrase;
  for (std::uint32_t at = phrase.end; at-- > phrase.begin + 1;) {
    const bool starts = text.word(at).is(C::kDeterminer, C::kPossessive) ||
                        (is_capital(text, at) && !is_capital(text, at - 1));
    if (starts && !text.word(at - 1).is(C::kPreposition, C::kDeterminer, C::kPossessive))
      return {at, phrase.end};
  }
  return phrase;
}

Run walk_left(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit,
              std::uint32_t end) {
  // Between the phrase and its verb: "officials on Tuesday said", "he later said".
  while (end > unit.begin + 1 && text.sign(end - 1) == Sign::kNone &&
         (text.word(end - 1).is(C::kAdverb, C::kTime) || is_date(text, end - 1) ||
          (ends_in_ly(text.text(end - 1)) && !is_capital(text, end - 1))))
    --end;
  if (end > unit.begin + 1 && text.word(end - 1).is(C::kPreposition) && is_date(text, end)) --end;
  std::uint32_t at = end;
  const std::uint32_t floor = end - std::min(end - unit.begin, kLongestPhrase);
  while (at > floor) {
    const std::uint32_t left = at - 1;
    if (quote_at[left] >= 0) break;
    const Word& word = text.word(left);
    if (text.sign(left) != Sign::kNone) {
      const Sign sign = text.sign(left);
      if (sign == Sign::kClose) {  // Rep. Moore (D-Wis.) said
        std::uint32_t open = left;
        while (open > floor && text.sign(open) != Sign::kOpen && left - open < 8) --open;
        if (text.sign(open) != Sign::kOpen) break;
        at = open;
        continue;
      }
      const bool inner = sign == Sign::kApostrophe || is_abbreviation_stop(text, left) ||
                         (sign == Sign::kHyphen && is_joined(text, left)) ||
                         text.text(left) == "&" || text.name_at(left) != nullptr;
      if (!inner || (at == end && !text.name_at(left))) break;
      at = left;
      continue;
    }
    if (text.name_at(left)) {
      at = left;
      continue;
    }
    if (word.is(C::kPronoun) && !word.is(C::kOblique)) {
      if (at == end) at = left;
      break;
    }
    if (word.is(C::kConjunction)) {
      if (text.sign(at) == Sign::kHyphen && is_joined(text, at)) {  // warm-and-fuzzy
        at = left;
        continue;
      }
      const bool joins = at < end && left > floor && is_capital(text, at) &&
                         !bars(text, left - 1) && is_capital(text, left - 1);
      if (!joins || word.is(C::kAdversative)) break;
    } else if (bars(text, left)) {
      break;
    } else if (at == end && word.is(C::kPreposition)) {
      break;
    }
    at = left;
  }
  if (at < end && is_article(text, end - 1)) return {end, end};
  return without_opening(text, {at, end});
}

enum class Means : std::uint8_t { kPerson, kOrganization, kOrganizations };

const std::unordered_map<std::uint64_t, Means>& referring_nouns() {
  static const auto nouns = [] {
    std::unordered_map<std::uint64_t, Means> table;
    for (const Row& row : rows_of("referring_nouns"))
      table[token_hash(row[0])] = row[1] == "person"         ? Means::kPerson
                                  : row[1] == "organization" ? Means::kOrganization
                                                             : Means::kOrganizations;
    return table;
  }();
  return nouns;
}

// What the name, or the title before it, tells: "he", "she" or nothing.
std::string_view pronoun_of(const Lexed& text, const Mention& mention) {
  static const WordTable kPronouns("name_pronouns");
  constexpr std::string_view kTitle = "title-";
  const Run run = text.run(mention.span);
  if (run.empty()) return {};
  std::uint32_t title = run.begin;
  if (title > 0 && text.text(title - 1) == ".") --title;
  if (title > 0)
    if (const auto told = kPronouns.find(text.text(title - 1)); told && told->starts_with(kTitle))
      return told->substr(kTitle.size());
  const std::string_view full = mention.name()->canonical;  // "Holm" is "Ida Holm"
  auto told = kPronouns.find(text.text(run.begin));
  if (!told) told = kPronouns.find(full.substr(0, full.find(' ')));
  if (!told) return {};
  return told->starts_with(kTitle) ? told->substr(kTitle.size()) : *told;
}

}  // namespace

Run noun_phrase_before(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit,
                       std::uint32_t end) {
  if (end <= unit.begin) return {end, end};
  if (text.sign(end - 1) != Sign::kComma) return walk_left(text, quote_at, unit, end);
  // What stands between two commas belongs to the phrase before the first.  Its own commas -
  // "a mayor, governor and senator" - make us try the nearer ones first.
  const std::uint32_t close = end - 1;
  const std::uint32_t floor = close - std::min(close - unit.begin, kLongestApposition);
  for (std::uint32_t at = close; at-- > floor;) {
    if (quote_at[at] >= 0 || text.sign(at) == Sign::kSemicolon || text.sign(at) == Sign::kColon)
      break;
    if (text.sign(at) != Sign::kComma) continue;
    const Run head = walk_left(text, quote_at, unit, at);
    if (head.empty()) break;
    const bool first = head.begin == unit.begin || text.sign(head.begin - 1) != Sign::kNone ||
                       !is_capital(text, at + 1) || text.word(head.begin - 1).is(C::kConjunction);
    // "the lawyer, Bob Ray, said"
    const bool named = text.name_at(at + 1) && text.name_at(at + 1) == text.name_at(close - 1);
    if ((is_capital(text, head.end - 1) && first) || named) return {head.begin, close};
  }
  return {end, end};
}

Run noun_phrase_after(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit,
                      std::uint32_t begin) {
  std::uint32_t at = begin;
  const std::uint32_t ceiling = std::min(unit.end, begin + kLongestPhrase);
  for (; at < ceiling; ++at) {
    if (quote_at[at] >= 0) break;
    const Word& word = text.word(at);
    if (text.name_at(at)) continue;
    if (text.sign(at) != Sign::kNone) {
      const Sign sign = text.sign(at);
      if (sign == Sign::kApostrophe || (sign == Sign::kHyphen && is_joined(text, at)) ||
          text.text(at) == "&" || (is_abbreviation_stop(text, at) && at + 1 < unit.end))
        continue;
      break;
    }
    if (word.is(C::kPronoun)) {
      if (at == begin) ++at;
      break;
    }
    if (word.is(C::kFinite, C::kWh, C::kOblique, C::kTime) || is_date(text, at)) break;
    if (word.is(C::kSubordinator) && text.text(at) != "as") break;
    if (word.is(C::kRelative) && at > begin) break;
    if (const Mention* named = at > begin ? text.name_at(at - 1) : nullptr;
        named && named->kind == Kind::kPerson && word.is(C::kPreposition))
      break;  // "said Ms Hall of her rival"
    if (word.is(C::kConjunction) &&
        (word.is(C::kAdversative) || at + 1 >= ceiling || !is_capital(text, at + 1)))
      break;
  }
  while (at > begin &&
         (text.word(at - 1).is(C::kPreposition, C::kConjunction) || is_article(text, at - 1)))
    --at;
  return {begin, at};
}

std::optional<std::string> outlet_in(const Lexed& text, Run source) {
  for (std::uint32_t t = source.begin + 1; t + 1 < source.end; ++t) {
    if (text.text(t) != "by") continue;
    const Mention* name = text.name_at(t + 1);
    if (name && name->kind != Kind::kPerson) return name->name()->canonical;
  }
  return std::nullopt;
}

std::string Referents::person_for(bool she, std::uint32_t byte) const {
  const Person& told = she ? she_ : he_;
  if (!told.name.empty() && byte < told.at + kSpeakerHolds) return told.name;
  return either_.name.empty() ? told.name : either_.name;
}

std::string Referents::latest() const {
  const Person& told = he_.at > she_.at ? he_ : she_;
  if (either_.name.empty() || (!told.name.empty() && told.at > either_.at)) return told.name;
  return either_.name;
}

bool Referents::fits(const std::string& name, const Word& pronoun) const {
  return !(pronoun.is(C::kHe) && name == she_.name) && !(pronoun.is(C::kShe) && name == he_.name);
}

// "Ann Hall's lawyer", "a friend of Ann Hall", "Hall adviser Bob Ray": the name is not the head.
bool Referents::is_another(Run phrase, std::uint32_t at, const Mention& mention) const {
  std::uint32_t end = at;
  while (end < phrase.end && text_.name_at(end) == &mention) ++end;
  if (end + 1 < phrase.end && text_.sign(end) == Sign::kApostrophe) return true;
  if (at > phrase.begin + 1 && text_.word(at - 1).is(C::kPreposition) && !is_capital(text_, at - 1))
    return true;
  for (std::uint32_t t = end; t < phrase.end && text_.sign(t) == Sign::kNone; ++t) {
    if (const Mention* next = text_.name_at(t)) return t > end && next->kind == Kind::kPerson;
    if (text_.token(t).shape != Token::Shape::kLower || text_.word(t).classes != 0) break;
  }
  return false;
}

void Referents::read_up_to(std::uint32_t byte) {
  const auto& mentions = text_.document().mentions;
  for (; next_ < mentions.size() && mentions[next_].span.begin < byte; ++next_) {
    const Name* name = mentions[next_].name();
    if (!name) continue;
    if (mentions[next_].kind == Kind::kPerson) {
      const std::string_view pronoun = pronoun_of(text_, mentions[next_]);
      Person& last = pronoun == "he" ? he_ : pronoun == "she" ? she_ : either_;
      last = {name->canonical, mentions[next_].span.begin};
    }
    if (mentions[next_].kind != Kind::kOrganization) continue;
    std::erase(organizations_, name->canonical);
    organizations_.push_back(name->canonical);
    if (organizations_.size() > 2) organizations_.erase(organizations_.begin());
  }
}

std::vector<std::string> Referents::names_of(Run phrase) {
  if (phrase.empty()) return {};
  std::vector<std::string> persons, organizations, others;
  const auto add = [](std::vector<std::string>* list, const std::string& name) {
    if (std::find(list->begin(), list->end(), name) == list->end()) list->push_back(name);
  };
  const Mention* last = nullptr;
  bool another = false;  // a person that is not who speaks: "a friend of Ann Hall"
  for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) {
    const Mention* mention = text_.name_at(at);
    if (!mention) {
      if (text_.word(at).is(C::kRelative) && !persons.empty()) break;
      continue;
    }
    if (mention == last) continue;
    last = mention;
    if (mention->kind == Kind::kPerson && is_another(phrase, at, *mention)) {
      another = true;
      continue;
    }
    // "Officials in Paris" are not Paris.
    const bool whole = text_.span(phrase).size() <= mention->span.size() + 4;
    if (mention->kind == Kind::kPlace && !whole) continue;
    add(mention->kind == Kind::kPerson         ? &persons
        : mention->kind == Kind::kOrganization ? &organizations
                                               : &others,
        mention->name()->canonical);
  }
  if (!persons.empty()) return persons;
  if (!organizations.empty()) return organizations;
  if (!others.empty()) return others;
  if (another) return {};

  const std::uint32_t byte = text_.token(phrase.begin).span.begin;
  read_up_to(byte);
  const bool speaker_holds = !speakers_.empty() && byte < spoke_at_ + kSpeakerHolds;
  const Word& first = text_.word(phrase.begin);
  const auto person = [&]() -> std::vector<std::string> {
    if (speaker_holds && speaker_is_person_ && fits(speakers_.front(), first))
      return {speakers_.front()};
    const std::string named =
        first.is(C::kHe, C::kShe) ? person_for(first.is(C::kShe), byte) : latest();
    return named.empty() ? std::vector<std::string>() : std::vector{named};
  };
  if (first.is(C::kHe, C::kShe) || (first.is(C::kWho) && phrase.size() == 1)) return person();
  if (first.is(C::kThey)) return speaker_holds ? speakers_ : organizations_;
  if (first.is(C::kIt) && phrase.size() == 1)
    return organizations_.empty() ? organizations_ : std::vector{organizations_.back()};
  if (!first.is(C::kDeterminer)) return {};
  const auto noun = referring_nouns().find(text_.token(phrase.end - 1).hash);
  if (noun == referring_nouns().end()) return {};
  // "a company" is not one of before.
  const std::string_view determiner = text_.text(phrase.begin);
  if (determiner.size() < 3 || first.is(C::kNegation)) return {};
  switch (noun->second) {
    case Means::kPerson: return person();
    case Means::kOrganizations: return organizations_;
    case Means::kOrganization:
      if (!organizations_.empty()) return {organizations_.back()};
  }
  return {};
}

void Referents::spoke(const std::vector<std::string>& names, Run phrase) {
  if (names.empty()) return;
  speakers_ = names;
  spoke_at_ = text_.token(phrase.begin).span.begin;
  speaker_is_person_ = false;
  for (std::uint32_t at = phrase.begin; at < phrase.end; ++at)
    if (const Mention* mention = text_.name_at(at))
      speaker_is_person_ |= mention->kind == Kind::kPerson;
  const Word& first = text_.word(phrase.begin);
  speaker_is_person_ |= first.is(C::kHe, C::kShe, C::kWho);
}

}  // namespace newsfacts
