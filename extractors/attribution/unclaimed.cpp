#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/reader.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kLongEnough = 8;  // tokens of a quotation that stands without a cue

}  // namespace

void AttributionReader::unclaimed(const Passage& unit) {
  signed_above(unit);
  std::uint32_t unquoted = 0;
  for (std::uint32_t t = unit.run.begin; t < unit.run.end; ++t)
    unquoted += quoted_.outside(t) && text_.sign(t) == Sign::kNone;
  for (std::uint32_t t = unit.run.begin; t < unit.run.end; ++t)
    if (!quoted_.outside(t)) {
      const auto quote = static_cast<std::size_t>(quoted_.at(t));
      if (!quoted_.taken(quote) && !named_term(unit, quote) && !signed_by(unit, quote) &&
          !led_by_colon(unit, quote))
        without_cue(unit, quote, unquoted <= 1);
      t = quoted_.quotes()[quote].marks.end - 1;
    }
}

// The so-called "safety clause": words that are named, and have no speaker.
bool AttributionReader::named_term(const Passage& unit, std::size_t number) {
  const Quote& quote = quoted_.quotes()[number];
  const std::uint32_t mark = quote.marks.begin;
  if (mark <= unit.run.begin || !quoted_.outside(mark - 1)) return false;
  Run named{mark, mark};
  if (const CuePhrase* phrase = Lexicon::english().term_before(
          text_.tokens().subspan(unit.run.begin, mark - unit.run.begin)))
    named.begin = mark - static_cast<std::uint32_t>(phrase->words.size());
  // "This change to "part ways with it"": words said again.
  else if (mark >= unit.run.begin + 3 && text_.word(mark - 3).is(C::kDemonstrative) &&
           text_.word(mark - 2).classes == 0 && text_.word(mark - 1).is(C::kPreposition))
    named.begin = mark - 3;
  if (named.empty()) return false;
  emit(unit, {}, {named, named.end - 1, Cue::Type::kVerb}, {quote.inside}, "term");
  return true;
}

// "..." - Sonya Herridge: a dash and a name, and nothing more.
bool AttributionReader::signed_by(const Passage& unit, std::size_t number) {
  const std::uint32_t dash = quoted_.quotes()[number].marks.end;
  if (dash + 1 >= unit.run.end || !is_dash(text_, dash)) return false;
  const Run name = without_stop(quoted_, {dash + 1, unit.run.end});
  if (name.empty() || name.size() > 8) return false;
  for (std::uint32_t t = name.begin; t < name.end; ++t)
    if (!quoted_.outside(t) || (text_.sign(t) == Sign::kNone && !text_.name_at(t) &&
                                text_.token(t).shape == Token::Shape::kLower))
      return false;
  emit(unit, name, {{dash, dash + 1}, dash, Cue::Type::kVerb}, {quoted_.quotes()[number].inside},
       "signature");
  return true;
}

// A line of its own below the quotation: - Sonya Herridge, teacher
void AttributionReader::signed_above(const Passage& unit) {
  const auto above = std::exchange(unsigned_, std::nullopt);
  if (!above || quoted_.taken(*above)) return;
  const std::uint32_t dash = unit.run.begin;
  const bool line = text_.sign(dash) == Sign::kDash || text_.sign(dash) == Sign::kHyphen;
  if (!line || dash + 1 >= unit.run.end || !text_.name_at(dash + 1)) return;
  const Run name = phrase_after(unit.run, dash + 1);
  if (name.empty()) return;
  emit(unit, name, {{dash, dash + 1}, dash, Cue::Type::kVerb}, {quoted_.quotes()[*above].inside},
       "signature");
}

// The headline reads thus: "..."
bool AttributionReader::led_by_colon(const Passage& unit, std::size_t number) {
  const Quote& quote = quoted_.quotes()[number];
  if (quote.marks.begin <= unit.run.begin || quote.inside.size() < 3) return false;
  const std::uint32_t colon = quote.marks.begin - 1;
  if (text_.sign(colon) != Sign::kColon || !quoted_.outside(colon)) return false;
  // "... - Ann Hall: "..."", else the subject of the last clause before it.
  std::uint32_t begin = colon;
  while (begin > unit.run.begin && text_.name_at(begin - 1)) --begin;
  Run subject{begin, colon};
  if (subject.empty()) {
    begin = colon;
    while (begin > unit.run.begin && text_.sign(begin - 1) != Sign::kComma &&
           quoted_.outside(begin - 1))
      --begin;
    if (begin + 1 < colon) subject = first_subject(quoted_, {begin, unit.run.end}, colon);
    if (subject.empty()) subject = first_subject(quoted_, unit.run, colon);
  }
  if (subject.empty()) return false;
  emit(unit, subject, {{colon, colon + 1}, colon, Cue::Type::kVerb}, {quote.inside}, "colon");
  return true;
}

void AttributionReader::without_cue(const Passage& unit, std::size_t number, bool alone) {
  const Quote& quote = quoted_.quotes()[number];
  if (announced_ && quote.marks.begin == unit.run.begin) {
    const Run subject = announced_subject_;
    emit(unit, subject, announced_by_, {quote.inside}, "announced");
    quoted_.take(number);
    announced_ = false;
    return;
  }
  if (!alone) return;
  unsigned_ = number;
  if (!speaker_.empty() && speaker_paragraph_ == unit.paragraph) {
    emit(unit, speaker_, speaker_cue_, {quote.inside}, "following");
    return;
  }
  const bool near = last_quoted_ >= 0 && (unit.paragraph <= quoted_paragraph_ + 1 || quote.goes_on);
  if (paragraph_ != unit.paragraph && !quote.goes_on) {
    waiting_ = number;
    waiting_paragraph_ = unit.paragraph;
    waiting_behind_ = near ? last_quoted_ : -1;
    waiting_source_ = source_before_;
    return;
  }
  if (near) go_on(last_quoted_, number, unit.paragraph);
}

void AttributionReader::go_on(std::ptrdiff_t attribution, std::size_t number,
                              std::uint32_t paragraph) {
  Attribution& before = found_[static_cast<std::size_t>(attribution)];
  before.content.push_back(text_.span(quoted_.quotes()[number].inside));
  if (before.kind == Quotation::kIndirect) before.kind = Quotation::kMixed;
  quoted_.take(number);
  quoted_paragraph_ = std::max(quoted_paragraph_, paragraph);
}

void AttributionReader::settle_waiting() {
  const auto number = std::exchange(waiting_, std::nullopt);
  if (!number || quoted_.taken(*number)) return;
  const Quote& quote = quoted_.quotes()[*number];
  if (waiting_behind_ >= 0)
    go_on(waiting_behind_, *number, waiting_paragraph_);
  else if (quote.inside.size() >= kLongEnough)
    emit({quote.marks, waiting_paragraph_}, waiting_source_, {quote.marks, quote.marks.begin},
         {quote.inside}, "standing");
}

}  // namespace newsfacts
