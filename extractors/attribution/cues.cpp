#include "extractors/attribution/cues.h"

#include <optional>
#include <string_view>

namespace newsfacts {
namespace {

using C = WordClass;

bool is_adverb(const Lexed& text, std::uint32_t at) {
  const std::string_view word = text.text(at);
  return text.word(at).is(C::kAdverb) ||
         (word.size() > 4 && word.ends_with("ly") && !text.name_at(at) &&
          text.token(at).shape == Token::Shape::kLower);
}

// The first token of the verb group that ends with the verb at `head`: "would not have said".
std::uint32_t group_begin(const Lexed& text, Run unit, std::uint32_t head) {
  std::uint32_t begin = head;
  while (begin > unit.begin) {
    const std::uint32_t left = begin - 1;
    const Word& word = text.word(left);
    const bool contracted = begin > unit.begin + 1 && !text.token(left).space_before &&
                            text.sign(left - 1) == Sign::kApostrophe;  // n't, 'd, 've
    if (word.is(C::kAuxiliary, C::kNegation) || (is_adverb(text, left) && left > unit.begin)) {
      begin = left;
    } else if (contracted) {
      const std::string_view end = text.text(left);
      if (end != "t" && end != "d" && end != "ve" && end != "ll") break;
      begin = end == "t" && left > unit.begin + 1 ? left - 2 : left - 1;
    } else {
      break;
    }
  }
  // An adverb that opens the group belongs to what stands before it.
  while (begin < head && text.word(begin).is(C::kAdverb) && !text.word(begin).is(C::kAuxiliary) &&
         begin + 1 < head)
    ++begin;
  return begin;
}

std::optional<Cue> verb_cue(const Lexed& text, Run unit, std::uint32_t at) {
  const Word& word = text.word(at);
  if (at > unit.begin && text.sign(at - 1) == Sign::kHyphen && !text.token(at).space_before)
    return std::nullopt;  // so-called
  const std::uint32_t begin = group_begin(text, unit, at);
  bool be = false, have = false, modal = false;
  for (std::uint32_t i = begin; i < at; ++i) {
    be |= text.word(i).is(C::kBe);
    have |= text.word(i).is(C::kHave);
    modal |= text.word(i).is(C::kModal);
  }
  const bool ing = word.has_form(VerbForm::kIng);
  if (be && !ing) return std::nullopt;  // a passive has no subject who speaks
  const Word before = begin > unit.begin ? text.word(begin - 1) : Word{};
  const bool helped = have || modal || (be && ing);
  if (word.takes(Frame::kNoun) && !word.has_form(VerbForm::kPast) && !ing && !helped) {
    // "the report", "its claims", "the company's plan"; and what follows an adjective is seldom
    // a verb either, but that is not seen here.
    if (before.is(C::kDeterminer, C::kPossessive, C::kAdjective, C::kPreposition) &&
        !before.is(C::kDemonstrative))
      return std::nullopt;
    const bool possessive = begin > unit.begin + 1 && text.text(begin - 1) == "s" &&
                            text.sign(begin - 2) == Sign::kApostrophe;
    if (possessive) return std::nullopt;
    if (begin + 1 == text.size() || (begin > unit.begin && text.sign(begin - 1) == Sign::kHyphen))
      return std::nullopt;
  }
  // "the promised savings", "her announced successor": what is said of a thing is an adjective.
  if (word.has_form(VerbForm::kPast) && !helped && before.is(C::kArticle, C::kPossessive))
    return std::nullopt;
  if (before.is(C::kTo)) {
    // "declined to say": what is not said is no report, unless somebody "went on to say that".
    const bool reports =
        word.takes(Frame::kThat) && at + 1 < unit.end && text.word(at + 1).is(C::kThat);
    const std::string_view on = begin > unit.begin + 1 ? text.text(begin - 2) : std::string_view();
    if (!reports && on != "on") return std::nullopt;
  }
  Cue cue{{begin, at + 1}, at, ing && !be ? Cue::Type::kParticiple : Cue::Type::kVerb};
  const std::string_view next = at + 1 < unit.end ? text.text(at + 1) : std::string_view();
  const std::string_view verb = text.text(at);
  if (verb.starts_with("point")) {
    if (next != "out") return std::nullopt;
    ++cue.words.end;
  } else if (next == "out" || (next == "back" && word.takes(Frame::kQuote))) {
    ++cue.words.end;
  }
  if (cue.type == Cue::Type::kParticiple && before.is(C::kDeterminer, C::kPossessive))
    return std::nullopt;  // "the saying"
  return cue;
}

}  // namespace

std::vector<Cue> cues_in(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit) {
  std::vector<Cue> cues;
  for (std::uint32_t at = unit.begin; at < unit.end; ++at) {
    const Word& word = text.word(at);
    if (quote_at[at] >= 0 || (!word.begins_phrase && !word.is_reporting_verb())) continue;
    if (const Mention* name = text.name_at(at); name && at > unit.begin) continue;  // Time Says Ltd
    if (word.begins_phrase) {
      const CuePhrase* phrase =
          Lexicon::english().phrase_at(text.tokens().subspan(at, unit.end - at));
      const auto end = phrase ? at + static_cast<std::uint32_t>(phrase->words.size()) : at;
      if (phrase && phrase->use == PhraseUse::kSourceAfter) {
        cues.push_back({{at, end}, at, Cue::Type::kSourceAfter});
        at = end - 1;
        continue;
      }
      if (phrase && phrase->use == PhraseUse::kHearsay) {
        cues.push_back({{at, end}, at, Cue::Type::kHearsay});
        continue;
      }
      if (phrase && phrase->use == PhraseUse::kPassive) {
        const std::uint32_t begin = group_begin(text, unit, at);
        bool be = false;
        for (std::uint32_t i = begin; i < at; ++i) be |= text.word(i).is(C::kBe);
        if (be) {
          cues.push_back({{begin, end}, at, Cue::Type::kPassive});
          at = end - 1;
          continue;
        }
      }
      if (phrase && phrase->use == PhraseUse::kNominal && end < unit.end &&
          text.word(end).is(C::kThat) && end + 1 < unit.end && !text.word(end + 1).is(C::kFinite)) {
        cues.push_back({{at, end}, at, Cue::Type::kNominal});
        continue;
      }
    }
    if (!word.is_reporting_verb() || word.is(C::kPreposition)) continue;  // regarding
    if (const auto cue = verb_cue(text, unit, at)) cues.push_back(*cue);
  }
  return cues;
}

}  // namespace newsfacts
