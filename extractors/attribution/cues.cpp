#include "extractors/attribution/cues.h"

#include <optional>
#include <string_view>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/sources.h"

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

// Whether one of the prepositions stands at `at`, with something behind it.
bool leads(const Lexed& text, Run unit, std::uint32_t at, std::uint16_t particles) {
  return at + 1 < unit.end && (text.word(at).particles & particles) != 0 &&
         text.word(at).is(C::kPreposition) && !text.word(at + 1).is(C::kTime) &&
         !is_date(text, at + 1);
}

// "is critical of", "are eager to"
std::optional<Cue> adjective_cue(const Lexed& text, Run unit, std::uint32_t at) {
  const Word& word = text.word(at);
  const std::uint32_t begin = group_begin(text, unit, at);
  bool be = begin + 1 < at && text.text(begin) == "s";  // he's
  for (std::uint32_t i = begin; i < at; ++i) be |= text.word(i).is(C::kBe);
  if (!be || at + 2 >= unit.end) return std::nullopt;
  Cue cue{{begin, at + 1}, at, Cue::Type::kAdjective};
  if (leads(text, unit, at + 1, word.other_particles)) {
    ++cue.words.end;
    cue.led = true;
    return cue;
  }
  const Word& next = text.word(at + 1);
  if ((word.takes_otherwise(Frame::kThat) && next.is(C::kThat)) || (word.takes_otherwise(Frame::kTo) && next.is(C::kTo)) ||
      (word.takes_otherwise(Frame::kWh) && next.is(C::kWh)))
    return cue;
  return std::nullopt;
}

// "claim that", "promise to"
std::optional<Cue> noun_cue(const Lexed& text, Run unit, std::uint32_t at) {
  const Word& word = text.word(at);
  if (at + 2 >= unit.end) return std::nullopt;
  Cue cue{{at, at + 1}, at, Cue::Type::kNominal};
  const Word& next = text.word(at + 1);
  if (word.takes_otherwise(Frame::kThat) && next.is(C::kThat) && !text.word(at + 2).is(C::kFinite)) return cue;
  if (word.takes_otherwise(Frame::kTo) && next.is(C::kTo)) return cue;
  return std::nullopt;
}

// Whether what ends here may be the subject of a verb without -s.
bool is_plural(const Lexed& text, std::uint32_t at) {
  const Word& word = text.word(at);
  if (text.sign(at) != Sign::kNone || !text.token(at).is_word()) return true;
  if (word.is(C::kPronoun)) return !word.is(C::kHe, C::kShe, C::kIt) || word.is(C::kOblique);
  if (word.classes != 0) return !word.is(C::kPreposition);
  const std::string_view form = text.text(at);
  return (form.ends_with("s") && !form.ends_with("ss")) || form.ends_with("eople") ||
         form.ends_with("men") || text.name_at(at) != nullptr;
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
  if (be && !ing) {  // a passive has no subject who speaks
    const bool asks = text.text(at) == "asked" && at + 2 < unit.end &&
                      (text.word(at + 1).is(C::kWh) || text.text(at + 1) == "about" ||
                       (text.sign(at + 1) != Sign::kNone && text.sign(at + 2) == Sign::kQuoteMark));
    if (!asks) return std::nullopt;
    return Cue{{begin, at + 1}, at, Cue::Type::kPassive};
  }
  const Word before = begin > unit.begin ? text.word(begin - 1) : Word{};
  const bool helped = have || modal || (be && ing);
  if (word.is(C::kAdverb) && !helped) return std::nullopt;  // back
  // "the plan known as": a participle that nothing helps is a passive.
  if (word.has_form(VerbForm::kParticiple) && !word.has_form(VerbForm::kPast) && !have)
    return std::nullopt;
  if (word.takes(Frame::kNoun) && !word.has_form(VerbForm::kPast) && !ing && !helped) {
    if (word.has_form(VerbForm::kPlain) && begin > unit.begin && !is_plural(text, begin - 1))
      return std::nullopt;  // "his home state"
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
    const bool quotes = word.takes(Frame::kQuote) && at + 2 < unit.end &&
                        (text.sign(at + 1) == Sign::kComma || text.sign(at + 1) == Sign::kColon) &&
                        text.sign(at + 2) == Sign::kQuoteMark;
    const std::string_view on = begin > unit.begin + 1 ? text.text(begin - 2) : std::string_view();
    if (!reports && !quotes && on != "on") return std::nullopt;
  }
  Cue cue{{begin, at + 1}, at, ing && !be ? Cue::Type::kParticiple : Cue::Type::kVerb};
  cue.frames = word.frames;
  const std::string_view next = at + 1 < unit.end ? text.text(at + 1) : std::string_view();
  const std::string_view verb = text.text(at);
  if (verb.starts_with("point")) {
    if (next != "out") return std::nullopt;
    ++cue.words.end;
  } else if (next == "out" || (next == "back" && word.takes(Frame::kQuote))) {
    ++cue.words.end;
  }
  if (leads(text, unit, cue.words.end, word.particles)) {
    ++cue.words.end;
    cue.led = true;
  }
  if (cue.type == Cue::Type::kParticiple && before.is(C::kDeterminer, C::kPossessive))
    return std::nullopt;  // "the saying"
  return cue;
}

// "in the mayor's view", "in her words"
std::optional<Cue> viewpoint_cue(const Lexed& text, const std::vector<std::int32_t>& quote_at,
                                 Run unit, std::uint32_t at) {
  if (at < unit.begin + 2) return std::nullopt;
  Run holder;
  if (text.word(at - 1).is(C::kPossessive)) {
    holder = {at - 1, at};
  } else {
    std::uint32_t mark = at - 1;
    if (text.text(mark) == "s" && text.sign(mark - 1) == Sign::kApostrophe) --mark;
    if (text.sign(mark) != Sign::kApostrophe || mark == unit.begin) return std::nullopt;
    holder = noun_phrase_before(text, quote_at, unit, mark);
  }
  if (holder.empty() || holder.begin == unit.begin) return std::nullopt;
  const std::uint32_t in = holder.begin - 1;
  if (text.text(in) != "in" && text.text(in) != "In") return std::nullopt;
  Cue cue{{in, at + 1}, at, Cue::Type::kViewpoint};
  cue.holder = holder;
  return cue;
}

}  // namespace

std::vector<Cue> cues_in(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit) {
  std::vector<Cue> cues;
  for (std::uint32_t at = unit.begin; at < unit.end; ++at) {
    const Word& word = text.word(at);
    if (quote_at[at] >= 0 || !word.is_cue()) continue;
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
      if (phrase && phrase->use == PhraseUse::kSpeech) {
        const std::uint32_t begin = group_begin(text, unit, at);
        cues.push_back({{begin, end}, at, Cue::Type::kVerb});
        cues.back().frames = static_cast<std::uint16_t>(Frame::kQuote) |
                             static_cast<std::uint16_t>(Frame::kThat) |
                             static_cast<std::uint16_t>(Frame::kBare);
        at = end - 1;
        continue;
      }
      if (phrase && phrase->use == PhraseUse::kViewpoint) {
        if (const auto cue = viewpoint_cue(text, quote_at, unit, at)) {
          cues.push_back(*cue);
          continue;
        }
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
    }
    if (word.is(C::kPreposition)) continue;  // regarding
    std::optional<Cue> cue;
    if (word.is_reporting_verb()) cue = verb_cue(text, unit, at);
    if (!cue && word.has_form(VerbForm::kAdjective)) cue = adjective_cue(text, unit, at);
    if (!cue && word.has_form(VerbForm::kNoun)) cue = noun_cue(text, unit, at);
    if (cue) cues.push_back(*cue);
  }
  return cues;
}

}  // namespace newsfacts
