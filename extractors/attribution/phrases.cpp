#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/reader.h"

namespace newsfacts {
namespace {

using C = WordClass;

}  // namespace

void AttributionReader::source_after(const Passage& unit, const std::vector<Cue>& cues,
                                     std::size_t c) {
  const Cue& cue = cues[c];
  std::uint32_t end = cue.words.end;
  // Up to the comma, without regard to what verbs it may hold: "a report published by".
  while (end < unit.run.end && quoted_.outside(end) && text_.sign(end) != Sign::kComma &&
         text_.sign(end) != Sign::kDash && text_.sign(end) != Sign::kSemicolon &&
         !(text_.sign(end) == Sign::kStop && end + 1 == unit.run.end) &&
         !(text_.word(end).is(C::kRelative, C::kSubordinator) && end > cue.words.end))
    ++end;
  const Run source{cue.words.end, end};
  if (source.empty()) return;
  std::uint32_t lead = unit.run.begin;
  while (lead < cue.words.begin &&
         (text_.sign(lead) != Sign::kNone || text_.word(lead).is(C::kConjunction, C::kAdverb)) &&
         quoted_.outside(lead))
    ++lead;
  std::vector<Run> content;
  if (lead == cue.words.begin) {
    // The clause it opens; where that has a speaker of its own, this is the way it came.
    if (c + 1 < cues.size() && cues[c + 1].type == Cue::Type::kVerb && outlet_in(text_, source) &&
        opens_clause(unit.run, end, cues[c + 1])) {
      via_ = *outlet_in(text_, source);
      return;
    }
    if (end + 1 >= unit.run.end) return;
    content.push_back(without_stop(quoted_, {end + 1, unit.run.end}));
  } else {
    const std::uint32_t floor =
        c > 0 && cues[c - 1].type == Cue::Type::kSourceAfter ? cues[c - 1].words.end : lead;
    const auto quote = quoted_.ending_at(unit.run, cue.words.begin);
    if (quote) {
      content = quoted_.up_to(unit.run, floor, *quote);
    } else {
      content.push_back(without_stop(quoted_, {floor, cue.words.begin}));
    }
    if (content.empty() || content.front().empty()) return;
  }
  if (content.front().empty()) return;
  emit(unit, source, cue, std::move(content), "according-to");
}

bool AttributionReader::opens_clause(Run unit, std::uint32_t at, const Cue& cue) const {
  if (at + 1 >= unit.end) return false;
  const Run subject = phrase_before({at + 1, unit.end}, cue.words.begin);
  return !subject.empty() && subject.begin == at + 1;
}

void AttributionReader::viewpoint(const Passage& unit, const Cue& cue, std::uint32_t ceiling) {
  std::vector<Run> content;
  const std::uint32_t after = cue.words.end;
  const std::uint32_t end = std::min(unit.run.end, ceiling);
  const auto quote = quoted_.ending_at(unit.run, cue.words.begin);
  if (quote) {
    content = quoted_.up_to(unit.run, spoken_, *quote);
  } else if (after + 2 < end && (text_.sign(after) == Sign::kComma || !quoted_.outside(after))) {
    const std::uint32_t begin = quoted_.outside(after) ? after + 1 : after;
    if (!quoted_.outside(begin))
      quoted_.append({begin, end}, &content);
    else
      content.push_back(without_stop(quoted_, {begin, end}));
  } else if (cue.words.begin > unit.run.begin + kShortestLead) {
    content.push_back(without_stop(quoted_, {spoken_, cue.words.begin}));
  }
  emit(unit, cue.holder, cue, std::move(content), "viewpoint");
}

void AttributionReader::hearsay(const Passage& unit, const Cue& cue) {
  const auto ends = [&](std::uint32_t t) {
    return text_.sign(t) == Sign::kComma || text_.sign(t) == Sign::kSemicolon ||
           text_.sign(t) == Sign::kDash || text_.sign(t) == Sign::kColon;
  };
  std::uint32_t begin = cue.words.begin, end = cue.words.end;
  while (begin > unit.run.begin && !ends(begin - 1) && quoted_.outside(begin - 1)) --begin;
  while (end < unit.run.end && !ends(end) && quoted_.outside(end)) ++end;
  while (begin < end && text_.word(begin).is(C::kConjunction, C::kRelative)) ++begin;
  const Run content = without_stop(quoted_, {begin, end});
  if (content.size() < kShortestLead) return;
  emit(unit, {}, cue, {content}, "hearsay", Quotation::kHearsay);
}

void AttributionReader::passive(const Passage& unit, const Cue& cue, std::uint32_t ceiling) {
  const Run right = without_stop(quoted_, {cue.words.end, std::min(unit.run.end, ceiling)});
  if (right.empty()) return;
  std::vector<Run> content;
  // "Smith was asked, "Will it hold?""
  if (right.size() > 1 && text_.sign(right.begin) != Sign::kNone &&
      !quoted_.outside(right.begin + 1)) {
    quoted_.append({right.begin + 1, right.end}, &content);
    emit(unit, {}, cue, std::move(content), "asked");
    return;
  }
  // "The deal is believed to be for eight years": the subject is part of what is believed.
  const Run subject = phrase_before(unit.run, cue.words.begin);
  if (text_.word(cue.words.end - 1).is(C::kTo) && !subject.empty()) content.push_back(subject);
  content.push_back(right);
  emit(unit, circle(unit.run), cue, std::move(content), "passive", Quotation::kHearsay);
}

Run AttributionReader::circle(Run unit) const {
  const std::string_view first = text_.text(unit.begin);
  if (first != "Within" && first != "Inside" && first != "Among") return {};
  return phrase_after(unit, unit.begin + 1);
}

void AttributionReader::nominal(const Passage& unit, const Cue& cue, std::uint32_t ceiling) {
  const auto what = said_of(quoted_, unit.run, cue, ceiling);
  if (!what || what->run.size() < 3) return;
  // "expressed optimism that": the verb has it already.
  if (!found_.empty() && found_.back().content.front() == text_.span(what->run)) return;
  const Run source = holder(unit.run, cue);
  if (source.empty()) return;
  emit(unit, source, cue, {what->run}, what->rule);
}

Run AttributionReader::holder(Run unit, const Cue& cue) const {
  for (std::uint32_t t = cue.head; t-- > unit.begin && cue.head - t < 5;) {
    if (!quoted_.outside(t)) return {};
    const Word& word = text_.word(t);
    if (word.is(C::kPossessive)) return {t, t + 1};
    if (text_.sign(t) == Sign::kApostrophe && cue.head - t < 4) return phrase_before(unit, t);
    if (text_.sign(t) != Sign::kNone && text_.sign(t) != Sign::kHyphen) return {};
    if (word.is(C::kPreposition, C::kConjunction, C::kRelative)) return {};
    const bool verb =
        word.is(C::kHave) || word.has_form(VerbForm::kWent) ||
        word.has_form(VerbForm::kPast, VerbForm::kThird) ||
        (text_.text(t).ends_with("ed") && text_.token(t).shape == Token::Shape::kLower);
    if (verb && t + 1 < cue.head + 1 && t > unit.begin) return phrase_before(unit, t);
  }
  return {};
}

}  // namespace newsfacts
