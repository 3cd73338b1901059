#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/reader.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kLongestTitle = 6;  // tokens

}  // namespace

void AttributionReader::verb(const Passage& unit, const Cue& cue, std::uint32_t ceiling) {
  const std::uint32_t floor = spoken_;
  const Run bounded{std::max(unit.run.begin, std::min(floor, cue.words.begin)), unit.run.end};

  Run subject = cue.type != Cue::Type::kParticiple ? phrase_before(bounded, cue.words.begin)
                                                   : Run{cue.words.begin, cue.words.begin};
  const bool participle = cue.type == Cue::Type::kParticiple;
  const std::uint32_t edge = subject.empty() ? cue.words.begin : subject.begin;
  const bool speaks =
      cue.takes(Frame::kQuote, Frame::kThat, Frame::kBare) && cue.type == Cue::Type::kVerb;

  const Run inverted = speaks && subject.empty() ? inverted_subject(unit.run, cue) : Run{};
  auto right = inverted.empty()
                   ? said_after(quoted_, unit.run, cue, ceiling, place_of(unit.run, cue, subject))
                   : std::nullopt;
  if (const auto left =
          speaks ? said_left(unit, cue, subject, floor, right) : std::optional<std::size_t>()) {
    Run source = subject.empty() ? inverted : subject;
    if (source.empty()) source = phrase_after(unit.run, cue.words.end);
    if (source.empty()) source = first_subject(quoted_, unit.run, edge);
    std::vector<Run> content = quoted_.up_to(unit.run, floor, *left);
    if (waiting_ && *left == *waiting_ + 1 && waiting_paragraph_ == unit.paragraph &&
        !source.empty()) {
      content.insert(content.begin(), quoted_.quotes()[*waiting_].inside);
      waiting_.reset();
    }
    if (const auto rest = quoted_.going_on_after(unit.run, cue, source))
      quoted_.append(*rest, &content);
    emit(unit, source, cue, std::move(content), "quote-before");
    return;
  }
  // Said Comey, "..."
  if (subject.empty() && cue.type == Cue::Type::kVerb && cue.words.begin == unit.run.begin &&
      cue.takes(Frame::kQuote)) {
    const Run named = phrase_after(unit.run, cue.words.end);
    const std::uint32_t quote = named.end + 1;
    if (!named.empty() && quote < unit.run.end && !quoted_.outside(quote) &&
        (text_.sign(named.end) == Sign::kComma || text_.sign(named.end) == Sign::kColon)) {
      std::vector<Run> content;
      quoted_.append({quote, unit.run.end}, &content);
      emit(unit, named, cue, std::move(content), "quote-after");
      return;
    }
  }
  // "Question: ...", "Report: ..." at the head of a line are nouns.
  if (subject.empty() && !participle && cue.words.begin == unit.run.begin &&
      cue.takes(Frame::kNoun))
    return;
  if (right) {
    if (const auto part = quoted_.ending_at(unit.run, edge);
        part && quoted_.quotes()[*part].marks.end == edge && cue.type == Cue::Type::kVerb) {
      const Quote& quote = quoted_.quotes()[*part];
      Run before = phrase_before(unit.run, quote.marks.begin);
      if (before.empty() && before.begin > unit.run.begin &&
          text_.word(before.begin - 1).is(C::kArticle))
        --before.begin;  // the "never again" camp
      if (text_.sign(quote.inside.end - 1) == Sign::kNone)
        subject = {before.begin, cue.words.begin};
    }
    // "..., with Smith saying"
    if (participle && cue.words.begin > unit.run.begin &&
        text_.sign(cue.words.begin - 1) == Sign::kNone)
      if (const Run before = phrase_before(unit.run, cue.words.begin);
          !before.empty() && before.begin > unit.run.begin &&
          text_.text(before.begin - 1) == "with")
        subject = before;
    // "Asked whether it will hold, he ...": whoever asked.
    const bool asked =
        subject.empty() && cue.type == Cue::Type::kVerb && right->rule == "question" &&
        text_.word(cue.head).has_form(VerbForm::kPast) &&
        (cue.words.begin == unit.run.begin || text_.word(cue.words.begin - 1).is(C::kSubordinator));
    if (subject.empty() && !asked) subject = subject_elsewhere(unit.run, cue);
    if (subject.empty() && participle && !right->sure) return;
    std::vector<Run> content;
    if (!quoted_.outside(right->run.begin))
      quoted_.append(right->run, &content);
    else
      content.push_back(right->run);
    emit(unit, subject, cue, std::move(content), right->rule);
    return;
  }
  const std::size_t before = found_.size();
  if (speaks) clause_before(unit, cue, subject, edge, floor);
  if (speaks && !quotes_ && found_.size() == before && !subject.empty() &&
      cue.takes(Frame::kQuote) &&
      (cue.words.end == unit.run.end || text_.sign(cue.words.end) == Sign::kStop ||
       text_.word(cue.words.end).is(C::kPreposition, C::kTime) || is_date(text_, cue.words.end))) {
    speaker_ = subject;  // "Smith agreed."
    speaker_cue_ = cue;
    speaker_paragraph_ = unit.paragraph;
  }
}

Place AttributionReader::place_of(Run unit, const Cue& cue, Run subject) const {
  const std::uint32_t begin = subject.empty() ? cue.words.begin : subject.begin;
  if (begin > unit.begin && text_.word(begin - 1).is(C::kSubordinator)) return Place::kSubordinate;
  if (subject.empty() && text_.token(cue.words.begin).shape == Token::Shape::kCapital)
    return Place::kSubordinate;
  if (subject.empty() && cue.type == Cue::Type::kParticiple && begin > unit.begin &&
      begin < unit.begin + 5 && text_.word(begin - 1).is(C::kPreposition))
    return Place::kSubordinate;
  if (begin > unit.begin && text_.word(begin - 1).is(C::kRelative)) return Place::kRelative;
  if (!subject.empty() && text_.word(subject.end - 1).is(C::kRelative)) return Place::kRelative;
  return Place::kMain;
}

std::optional<std::size_t> AttributionReader::said_left(const Passage& unit, const Cue& cue,
                                                        Run subject, std::uint32_t floor,
                                                        const std::optional<Said>& right) const {
  const std::uint32_t edge = subject.empty() ? cue.words.begin : subject.begin;
  const auto left = quoted_.ending_at(unit.run, edge);
  if (!left || !right) return left;
  // "... a "mess," and said that": the quotation is another verb's.
  if (subject.empty() && text_.word(cue.words.begin - 1).is(C::kConjunction)) return std::nullopt;
  const Quote& quote = quoted_.quotes()[*left];
  // "On the show "Up Early," Smith said the plan was dead": a title; words without a verb lead up
  // to it.
  const Run lead{std::max(unit.run.begin, std::min(floor, quote.marks.begin)), quote.marks.begin};
  const bool led =
      !lead.empty() && quoted_.outside(lead.end - 1) && text_.sign(lead.end - 1) == Sign::kNone;
  const bool brief = quote.inside.size() <= kLongestTitle && !has_verb(text_, quote.inside);
  if (led && brief && !shows_verb(quoted_, lead)) return std::nullopt;
  // "Some in the "never" crowd say": without a comma it is part of the subject.
  const bool closed = quote.marks.end < edge || text_.sign(quote.inside.end - 1) != Sign::kNone;
  if (brief && !closed && (led || !begins_like_subject(subject))) return std::nullopt;
  return left;
}

bool AttributionReader::begins_like_subject(Run subject) const {
  if (subject.empty()) return false;
  const Word& word = text_.word(subject.begin);
  return word.is(C::kPronoun, C::kDeterminer, C::kPossessive) || text_.name_at(subject.begin) ||
         text_.token(subject.begin).shape == Token::Shape::kCapital;
}

Run AttributionReader::inverted_subject(Run unit, const Cue& cue) const {
  if (cue.words.begin == unit.begin || cue.words.end >= unit.end) return {};
  const std::uint32_t before = cue.words.begin - 1, next = cue.words.end;
  const bool parted = text_.sign(before) == Sign::kComma || text_.sign(before) == Sign::kDash ||
                      !quoted_.outside(before);
  if (!parted || !quoted_.outside(next) || text_.word(next).is(C::kThat, C::kWh)) return {};
  if (text_.word(next).is(C::kPronoun) || is_there(text_, next) || !begins_phrase(quoted_, next))
    return {};
  const Run phrase = phrase_after(unit, next);
  if (phrase.empty()) return {};
  if (phrase.end >= unit.end || text_.sign(phrase.end) != Sign::kNone) return phrase;
  const Word& after = text_.word(phrase.end);
  if (after.is_finite() || !quoted_.outside(phrase.end)) return {};
  for (std::uint32_t t = phrase.begin + 1; t < phrase.end; ++t)
    if (text_.word(t).has_form(VerbForm::kWent)) return {};
  return phrase;
}

void AttributionReader::clause_before(const Passage& unit, const Cue& cue, Run subject,
                                      std::uint32_t edge, std::uint32_t floor) {
  if (edge == unit.run.begin) return;
  Run source = subject;
  std::uint32_t after = cue.words.end;
  if (subject.empty()) {
    source = phrase_after(unit.run, cue.words.end);
    if (source.empty()) return;
    after = source.end;
  } else if (relative(unit, cue, subject)) {
    return;
  }
  after = skip_circumstance(quoted_, unit.run, after);
  const bool parted = after + kShortestLead < unit.run.end && text_.sign(after) == Sign::kComma;
  const Run rest = parted ? without_stop(quoted_, {after + 1, unit.run.end}) : Run{after, after};
  std::uint32_t comma = edge - 1;
  if (text_.text(comma) == "as" || text_.text(comma) == "As") {
    // "As she said, the plan is dead"
    if (comma < unit.run.begin + 2) {
      std::vector<Run> content;
      if (parted && !quoted_.outside(after + 1))
        quoted_.append({after + 1, unit.run.end}, &content);
      else if (parted && shows_verb(quoted_, rest))
        content.push_back(rest);
      emit(unit, source, cue, std::move(content), "as-clause");
      return;
    }
    --comma;
  }
  if (text_.sign(comma) != Sign::kComma && text_.sign(comma) != Sign::kDash) return;
  std::uint32_t begin = floor > unit.run.begin && floor < comma ? floor : unit.run.begin;
  while (begin < comma && text_.sign(begin) != Sign::kNone && quoted_.outside(begin)) ++begin;
  const Run lead{begin, comma};
  if (said_ > begin) return;                                         // told already
  if (after < unit.run.end && text_.word(after).is(C::kTo)) return;  // "it will continue to"
  const bool whole = lead.size() >= kShortestLead && shows_verb(quoted_, lead);
  // "The answer, she said, is no": only both sides make a clause.
  if (!whole && (!parted || lead.empty() || !shows_verb(quoted_, rest))) return;
  std::vector<Run> content{lead};
  if (parted && quoted_.outside(after + 1) && (!whole || goes_on_behind(after + 1)))
    content.push_back(rest);
  else if (after + 2 < unit.run.end && text_.sign(after) == Sign::kNone &&
           !text_.word(after).is(C::kPreposition, C::kTime, C::kConjunction, C::kAdverb,
                                 C::kSubordinator))
    return;  // "..., the firm said nothing"
  emit(unit, source, cue, std::move(content), "clause-before");
}

bool AttributionReader::goes_on_behind(std::uint32_t at) const {
  const Word& word = text_.word(at);
  if (word.is(C::kThat)) return true;
  return !word.is(C::kConjunction, C::kRelative, C::kWh) && !word.has_form(VerbForm::kIng);
}

bool AttributionReader::relative(const Passage& unit, const Cue& cue, Run subject) {
  const std::uint32_t at = cue.words.end;
  if (subject.begin == unit.run.begin || at + 1 >= unit.run.end) return false;
  const std::uint32_t which = subject.begin - 1;
  const Word& opens = text_.word(which);
  if (!opens.is(C::kRelative) && text_.text(which) != "what") return false;
  if (!text_.word(at).is_finite() && !text_.word(at).has_form(VerbForm::kPast)) return false;
  std::uint32_t end = at;
  while (end < unit.run.end && text_.sign(end) != Sign::kComma && text_.sign(end) != Sign::kDash)
    ++end;
  emit(unit, subject, cue, {{which, which + 1}, without_stop(quoted_, {at, end})}, "relative");
  return true;
}

Run AttributionReader::subject_elsewhere(Run unit, const Cue& cue) const {
  if (cue.words.begin > unit.begin && text_.word(cue.words.begin - 1).is(C::kRelative)) {
    const Run who{cue.words.begin - 1, cue.words.begin};
    if (!text_.word(who.begin).is(C::kWho) && text_.text(who.begin) != "which") return {};
    std::uint32_t end = who.begin;
    if (end > unit.begin && text_.sign(end - 1) == Sign::kComma) --end;
    const Run antecedent = phrase_before(unit, end);
    return antecedent.empty() ? who : Run{antecedent.begin, who.end};
  }
  if (!last_subject_.empty() && unit.has(last_subject_.begin)) return last_subject_;
  return first_subject(quoted_, unit, cue.words.begin);
}

}  // namespace newsfacts
