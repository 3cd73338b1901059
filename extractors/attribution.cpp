#include "extractors/attribution.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/cues.h"
#include "extractors/lexed.h"
#include "extractors/quotes.h"
#include "extractors/sources.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 18;           // tokens from a cue to what is said
constexpr std::uint32_t kClauseEvidence = 30;  // tokens within which a clause shows its verb
constexpr std::uint32_t kLongestUnit =
    1024;                                   // tokens: no sentence is longer, and cost stays linear
constexpr std::uint32_t kShortestLead = 4;  // tokens of a clause before ", he said"

bool is_searched(Role role) {
  switch (role) {
    case Role::kTitle:
    case Role::kBody:
    case Role::kListItem:
    case Role::kQuestion:
    case Role::kAnswer:
    case Role::kCaption: return true;
    default: return false;
  }
}

// A stretch that is read at once: a sentence, or several that one quotation spans.
struct Unit {
  Run run;
  std::uint32_t paragraph = 0;
};

class Reader {
 public:
  explicit Reader(Document* document)
      : document_(*document),
        text_(*document),
        quotes_(quotes_in(text_)),
        quote_at_(text_.size(), -1),
        referents_(text_) {
    for (std::size_t q = 0; q < quotes_.size(); ++q)
      for (std::uint32_t t = quotes_[q].marks.begin; t < quotes_[q].marks.end; ++t)
        quote_at_[t] = static_cast<std::int32_t>(q);
    taken_.resize(quotes_.size(), false);
  }

  std::vector<Attribution> read() {
    for (const Unit& unit : units()) read(unit);
    // By what is said, then by the cue: a clause may be the content of two.
    std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
      return a.content.front() < b.content.front();
    });
    return std::move(found_);
  }

 private:
  // --- units -------------------------------------------------------------------------------

  std::vector<Unit> units() const {
    std::vector<Unit> units;
    const auto& sentences = document_.sentences;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Run run = text_.sentence(s);
      if (run.empty()) continue;
      // A line of its own, "He continued:", may look like a heading.
      const bool announces =
          sentences[s].role == Role::kHeading && text_.sign(run.end - 1) == Sign::kColon;
      if (!announces && !is_searched(sentences[s].role)) continue;
      const bool same = !units.empty() && units.back().paragraph == sentences[s].paragraph &&
                        units.back().run.end == run.begin &&
                        run.end - units.back().run.begin <= kLongestUnit;
      if (same && goes_on(units.back().run, run)) {
        units.back().run.end = run.end;
        continue;
      }
      for (std::uint32_t at = run.begin; at < run.end; at += kLongestUnit)
        units.push_back({{at, std::min(run.end, at + kLongestUnit)}, sentences[s].paragraph});
    }
    return units;
  }

  // Whether a quotation spans the end of the sentence, or ends there with its cue to follow:
  // "Really?" he asked.
  bool goes_on(Run before, Run next) const {
    const std::int32_t quote = quote_at_[before.end - 1];
    if (quote >= 0 && quote_at_[next.begin] == quote) return true;
    if (quote < 0 || quote_at_[next.begin] >= 0) return false;
    if (text_.sign(next.begin) == Sign::kDash) return true;
    for (std::uint32_t t = next.begin; t < std::min(next.end, next.begin + 4); ++t) {
      if (text_.word(t).is_reporting_verb() && text_.word(t).takes(Frame::kQuote))
        return text_.token(next.begin).shape == Token::Shape::kLower || t + 2 >= next.end ||
               text_.sign(t + 1) != Sign::kNone;
      if (text_.sign(t) != Sign::kNone) return false;
    }
    return false;
  }

  // --- one unit ----------------------------------------------------------------------------

  void read(const Unit& unit) {
    const std::vector<Cue> cues = cues_in(text_, quote_at_, unit.run);
    last_subject_ = {};
    for (std::size_t c = 0; c < cues.size(); ++c) {
      const std::uint32_t ceiling = c + 1 < cues.size() ? next_bound(cues, c + 1) : unit.run.end;
      switch (cues[c].type) {
        case Cue::Type::kVerb:
        case Cue::Type::kParticiple: verb(unit, cues, c, ceiling); break;
        case Cue::Type::kSourceAfter: source_after(unit, cues, c); break;
        case Cue::Type::kHearsay: hearsay(unit, cues[c]); break;
        case Cue::Type::kPassive: passive(unit, cues[c], ceiling); break;
        case Cue::Type::kNominal: nominal(unit, cues[c], ceiling); break;
      }
    }
    std::uint32_t unquoted = 0;
    for (std::uint32_t t = unit.run.begin; t < unit.run.end; ++t)
      unquoted += quote_at_[t] < 0 && text_.sign(t) == Sign::kNone;
    for (std::uint32_t t = unit.run.begin; t < unit.run.end; ++t)
      if (quote_at_[t] >= 0) {
        const auto quote = static_cast<std::size_t>(quote_at_[t]);
        if (!taken_[quote] && !signed_by(unit, quote) && !led_by_colon(unit, quote))
          without_cue(unit, quote, unquoted <= 1);
        t = quotes_[static_cast<std::size_t>(quote_at_[t])].marks.end - 1;
      }
    const std::uint32_t last = last_word(unit.run);
    if (last < unit.run.end && text_.sign(last) == Sign::kColon) {
      announced_ = true;
      const bool verb = !cues.empty() && cues.back().words.end + kReach > last;
      announced_subject_ = first_subject(unit.run, verb ? cues.back().words.begin : last);
      if (verb)
        announced_by_ = cues.back();
      else  // "She went on:"
        announced_by_ = {{announced_subject_.empty() ? last : announced_subject_.end, last}, last};
      if (verb)
        if (const Run nearer =
                noun_phrase_before(text_, quote_at_, unit.run, announced_by_.words.begin);
            !nearer.empty())
          announced_subject_ = nearer;
      announced_ = !announced_subject_.empty() && !announced_by_.words.empty();
    } else if (unit.run.size() > 0) {
      announced_ = false;
    }
    last_paragraph_ = unit.paragraph;
  }

  std::uint32_t last_word(Run run) const { return run.end - 1; }

  // What the content of the cue before `c` may not reach: the "and" or the comma that goes with
  // a coordinated cue; the unit's end where the next cue lies inside the content.
  std::uint32_t next_bound(const std::vector<Cue>& cues, std::size_t c) const {
    std::uint32_t bound = UINT32_MAX;
    const std::size_t last = std::min(cues.size(), c + 8);
    for (; c < last && bound == UINT32_MAX; ++c) {
      const Cue& cue = cues[c];
      const std::uint32_t begin = cue.words.begin;
      if (begin == 0) continue;
      const Word& before = text_.word(begin - 1);
      const bool comma = text_.sign(begin - 1) == Sign::kComma;
      switch (cue.type) {
        case Cue::Type::kParticiple:
          if (comma)
            bound = begin - 1;
          else if (before.is(C::kConjunction))
            bound = before_comma(begin - 1);
          break;
        case Cue::Type::kVerb:
          if (before.is(C::kConjunction))
            bound = before_comma(begin - 1);
          else if (const auto joined = joined_clause(begin))
            bound = *joined;
          break;
        case Cue::Type::kSourceAfter:
          if (comma) bound = begin - 1;
          break;
        default: break;
      }
    }
    return bound;
  }

  std::uint32_t before_comma(std::uint32_t at) const {
    return at > 0 && text_.sign(at - 1) == Sign::kComma ? at - 1 : at;
  }

  // ", but the ministry said": the comma of a joined clause with a subject of its own.
  std::optional<std::uint32_t> joined_clause(std::uint32_t begin) const {
    for (std::uint32_t t = begin; t-- > 0 && begin - t < 8;) {
      if (quote_at_[t] >= 0) return std::nullopt;
      const bool joins = text_.word(t).is(C::kConjunction) || text_.text(t) == "while" ||
                         text_.text(t) == "though" || text_.text(t) == "although";
      if (t > 0 && joins && text_.sign(t - 1) == Sign::kComma) return t - 1;
      if (text_.sign(t) == Sign::kSemicolon) return t;
      if (text_.sign(t) == Sign::kComma || text_.word(t).is(C::kThat)) return std::nullopt;
    }
    return std::nullopt;
  }

  // --- verbs -------------------------------------------------------------------------------

  void verb(const Unit& unit, const std::vector<Cue>& cues, std::size_t c, std::uint32_t ceiling) {
    const Cue& cue = cues[c];
    const Word& word = text_.word(cue.head);
    const std::uint32_t floor = c > 0 ? cues[c - 1].words.end : unit.run.begin;
    const Run bounded{std::max(unit.run.begin, std::min(floor, cue.words.begin)), unit.run.end};

    Run subject = cue.type == Cue::Type::kVerb
                      ? noun_phrase_before(text_, quote_at_, bounded, cue.words.begin)
                      : Run{cue.words.begin, cue.words.begin};
    const bool participle = cue.type == Cue::Type::kParticiple;
    const std::uint32_t edge = subject.empty() ? cue.words.begin : subject.begin;

    // What stands left of the cue and its subject.
    const std::uint32_t quoted_left = quote_ending_at(unit.run, edge);
    if (word.takes(Frame::kQuote, Frame::kThat, Frame::kBare) && quoted_left != UINT32_MAX &&
        !participle) {
      Run source = subject;
      if (subject.empty()) source = noun_phrase_after(text_, quote_at_, unit.run, cue.words.end);
      if (source.empty()) source = first_subject(unit.run, edge);
      std::vector<Run> content = left_quotes(unit.run, floor, quoted_left);
      if (const auto right = right_quote(unit.run, cue, source)) append_quotes(*right, &content);
      emit(unit, source, cue, std::move(content), "quote-before");
      return;
    }
    // "Question: ...", "Report: ..." at the head of a line are nouns.
    if (subject.empty() && !participle && cue.words.begin == unit.run.begin &&
        word.takes(Frame::kNoun))
      return;
    const auto right = right_content(unit.run, cue, ceiling);
    if (right) {
      if (subject.empty()) subject = subject_elsewhere(unit.run, cue, floor);
      if (subject.empty() && participle && !right->sure) return;
      std::vector<Run> content;
      if (quote_at_[right->run.begin] >= 0)
        append_quotes(right->run, &content);
      else
        content.push_back(right->run);
      emit(unit, subject, cue, std::move(content), right->rule);
      return;
    }
    if (participle || !word.takes(Frame::kQuote, Frame::kThat, Frame::kBare)) return;
    clause_before(unit, cue, subject, edge, floor);
  }

  // "..., he said": the clause before the comma, and what goes on after a second comma.
  void clause_before(const Unit& unit, const Cue& cue, Run subject, std::uint32_t edge,
                     std::uint32_t floor) {
    if (edge <= unit.run.begin + kShortestLead) return;
    const Sign sign = text_.sign(edge - 1);
    if (sign != Sign::kComma && sign != Sign::kDash) return;
    Run source = subject;
    std::uint32_t after = cue.words.end;
    if (subject.empty()) {
      source = noun_phrase_after(text_, quote_at_, unit.run, cue.words.end);
      if (source.empty()) return;
      after = source.end;
    }
    std::uint32_t begin = floor > unit.run.begin && floor < edge ? floor : unit.run.begin;
    while (begin < edge && text_.sign(begin) != Sign::kNone && quote_at_[begin] < 0) ++begin;
    Run lead{begin, edge - 1};
    if (lead.size() < kShortestLead || !shows_verb(lead)) return;
    if (after < unit.run.end && text_.word(after).is(C::kTo)) return;  // "it will continue to"
    std::vector<Run> content{lead};
    after = skip_circumstance(unit.run, after);
    if (after + kShortestLead < unit.run.end && text_.sign(after) == Sign::kComma &&
        !text_.word(after + 1).is(C::kConjunction, C::kRelative, C::kWh) &&
        !text_.word(after + 1).has_form(VerbForm::kIng) && quote_at_[after + 1] < 0)
      content.push_back(without_stop({after + 1, unit.run.end}));
    else if (after + 2 < unit.run.end && text_.sign(after) == Sign::kNone &&
             !text_.word(after).is(C::kPreposition, C::kTime, C::kConjunction, C::kAdverb,
                                   C::kSubordinator))
      return;  // "..., the firm said nothing"
    emit(unit, source, cue, std::move(content), "clause-before");
  }

  // The token after "on Tuesday", "in a statement", "in an interview with CNN".
  std::uint32_t skip_circumstance(Run unit, std::uint32_t at) const {
    const std::uint32_t ceiling = std::min(unit.end, at + kReach);
    std::uint32_t end = at;
    while (end < ceiling && text_.sign(end) == Sign::kNone && quote_at_[end] < 0) ++end;
    const bool circumstance =
        at < ceiling && (text_.word(at).is(C::kPreposition, C::kTime, C::kAdverb) || is_date(at));
    return circumstance ? end : at;
  }

  bool is_date(std::uint32_t at) const {
    const std::int32_t mention = text_.mention_at(at);
    return mention >= 0 && is_time(document_.mentions[static_cast<std::size_t>(mention)].kind);
  }

  // --- quotations beside a cue ---------------------------------------------------------------

  // The number of the quotation that ends just before token `edge`, a comma or dash between
  // them allowed.
  std::uint32_t quote_ending_at(Run unit, std::uint32_t edge) const {
    for (std::uint32_t t = edge; t > unit.begin && edge - t < 3; --t) {
      if (quote_at_[t - 1] >= 0) return static_cast<std::uint32_t>(quote_at_[t - 1]);
      const Sign sign = text_.sign(t - 1);
      if (sign != Sign::kComma && sign != Sign::kDash && sign != Sign::kHyphen &&
          sign != Sign::kStop && !text_.word(t - 1).is(C::kConjunction))
        break;
    }
    return UINT32_MAX;
  }

  // The quotation before a cue; where words lead up to it - "The plan is "a mess," he said" -
  // they are part of what is said.
  std::vector<Run> left_quotes(Run unit, std::uint32_t floor, std::uint32_t quote) {
    const Quote& last = quotes_[quote];
    std::uint32_t begin = std::max(unit.begin, std::min(floor, last.marks.begin));
    std::uint32_t words = 0;
    for (std::uint32_t t = begin; t < last.marks.begin; ++t)
      words += text_.sign(t) == Sign::kNone && quote_at_[t] < 0;
    std::vector<Run> content;
    if (words >= 2) {
      for (std::uint32_t t = begin; t < last.marks.end; ++t)
        if (quote_at_[t] >= 0) taken_[static_cast<std::size_t>(quote_at_[t])] = true;
      while (begin < last.marks.begin && text_.sign(begin) != Sign::kNone && quote_at_[begin] < 0)
        ++begin;
      content.push_back({begin, last.marks.end});
      return content;
    }
    for (std::uint32_t q = quote + 1; q-- > 0 && quotes_[q].marks.begin >= begin;) {
      content.insert(content.begin(), quotes_[q].inside);
      taken_[q] = true;
    }
    return content;
  }

  // The quotation that goes on after `..., he said,` - from its mark to the unit's end.
  std::optional<Run> right_quote(Run unit, const Cue& cue, Run source) const {
    const std::uint32_t from = std::max(cue.words.end, source.end);
    for (std::uint32_t t = from; t < std::min(unit.end, from + 2 * kReach); ++t) {
      if (quote_at_[t] >= 0) {
        const Sign sign = text_.sign(t - 1);
        if (t > from && sign != Sign::kComma && sign != Sign::kColon && sign != Sign::kDash)
          return std::nullopt;
        return Run{t, unit.end};
      }
      if (text_.word(t).is_reporting_verb()) return std::nullopt;
    }
    return std::nullopt;
  }

  // The quotations that begin `run`, each with its words alone; and where words go on after
  // the first mark's partner, all up to the end.
  void append_quotes(Run run, std::vector<Run>* content) {
    std::uint32_t at = run.begin;
    while (at < run.end && quote_at_[at] >= 0) {
      const auto number = static_cast<std::size_t>(quote_at_[at]);
      const Quote& quote = quotes_[number];
      taken_[number] = true;
      std::uint32_t after = quote.marks.end;
      const bool goes_on = after < run.end && text_.sign(after) == Sign::kNone &&
                           quote_at_[after] < 0 &&
                           !text_.word(after).is(C::kConjunction, C::kSubordinator);
      if (goes_on) {
        for (std::uint32_t t = at; t < run.end; ++t)
          if (quote_at_[t] >= 0) taken_[static_cast<std::size_t>(quote_at_[t])] = true;
        content->push_back(without_stop({at, run.end}));
        return;
      }
      content->push_back(quote.inside);
      while (after < run.end && text_.sign(after) != Sign::kNone && quote_at_[after] < 0) ++after;
      if (after == at) break;
      at = after;
    }
  }

  // --- what follows a cue ------------------------------------------------------------------

  struct Right {
    Run run;
    std::string_view rule;
    bool sure = false;
  };

  std::optional<Right> right_content(Run unit, const Cue& cue, std::uint32_t ceiling) const {
    const Word& word = text_.word(cue.head);
    const std::uint32_t end = std::min(unit.end, ceiling);
    std::uint32_t from = cue.words.end;
    const std::uint32_t reach = std::min(end, from + kReach);
    for (std::uint32_t t = from; t < reach; ++t) {
      if (quote_at_[t] >= 0) {
        const Sign before = text_.sign(t - 1);
        const bool led = t == from || before == Sign::kComma || before == Sign::kColon;
        if (led && word.takes(Frame::kQuote, Frame::kThat, Frame::kPerson, Frame::kWh))
          return right({t, end}, "quote-after", true);
        if (t == from && word.takes(Frame::kObject)) return right({t, end}, "quoted-object", true);
        break;
      }
      const Sign sign = text_.sign(t);
      if (sign == Sign::kColon && word.takes(Frame::kQuote, Frame::kThat) && t + 1 < unit.end)
        return right({t + 1, end}, "colon", true);
      if (sign == Sign::kComma && t + 1 < end && quote_at_[t + 1] >= 0) continue;
      if (sign == Sign::kApostrophe || sign == Sign::kHyphen) continue;
      if (sign != Sign::kNone) break;
      const Word& here = text_.word(t);
      if (t + 2 < end && here.is(C::kThat) &&
          (word.takes(Frame::kThat) || word.takes(Frame::kPerson)) &&
          (t == from || !text_.word(t - 1).is(C::kPreposition)) &&
          !text_.word(t + 1).is(C::kFinite))
        return right({t + 1, end}, "that", true);
      if (here.is(C::kWh) && word.takes(Frame::kWh) && !here.is(C::kRelative) &&
          (t == from || word.takes(Frame::kPerson) || is_date(t - 1)))
        return right({t, end}, "question", true);
      if (here.is(C::kTo) && t == from && word.takes(Frame::kTo) && t + 2 < end)
        return right({t, end}, "infinitive", false);
      if (here.is(C::kFinite, C::kRelative) || here.is_reporting_verb()) break;
    }
    while (from < end && (text_.word(from).is(C::kTime) || is_date(from) ||
                          (text_.word(from).is(C::kPreposition) && from + 1 < end &&
                           (is_date(from + 1) || text_.word(from + 1).is(C::kTime)))))
      ++from;
    if (word.takes(Frame::kBare) && from + 2 < end && begins_phrase(from) &&
        shows_verb({from, end}))
      return right({from, end}, "clause", false);
    if (word.takes(Frame::kPerson) && word.takes(Frame::kBare))
      for (std::uint32_t t = from + 1; t < std::min(end, from + 6); ++t)
        if (text_.word(t).is(C::kPronoun) && !text_.word(t).is(C::kOblique))
          return right({t, end}, "clause-after-hearer", false);
    if (word.takes(Frame::kObject) && from + 1 < end && begins_phrase(from))
      return object({from, end});
    return std::nullopt;
  }

  std::optional<Right> right(Run run, std::string_view rule, bool sure) const {
    const Run content = without_stop(run);
    if (content.empty()) return std::nullopt;
    return Right{content, rule, sure};
  }

  // What is announced, criticized, denied: to the clause's end.  "Optimism that prices will
  // fall" says that prices will fall.
  std::optional<Right> object(Run run) const {
    for (std::uint32_t t = run.begin + 1; t + 2 < std::min(run.end, run.begin + 6); ++t) {
      const Word& word = text_.word(t);
      if (word.is(C::kThat) && text_.word(t - 1).begins_phrase)
        return right({t + 1, run.end}, "object-that", true);
      if (text_.sign(t) != Sign::kNone || word.is(C::kFinite, C::kPreposition)) break;
    }
    std::uint32_t end = run.begin;
    while (end < run.end) {
      if (text_.sign(end) == Sign::kSemicolon || text_.sign(end) == Sign::kDash) break;
      if (text_.sign(end) == Sign::kComma && quote_at_[end] < 0 && end + 1 < run.end) {
        const Word& next = text_.word(end + 1);
        if (next.is(C::kWho, C::kSubordinator) || next.has_form(VerbForm::kIng) ||
            text_.text(end + 1).ends_with("ing") ||
            (next.is(C::kAdversative) && end + 2 < run.end &&
             !text_.word(end + 2).is(C::kPreposition)))
          break;
      }
      ++end;
    }
    return right({run.begin, end}, "object", false);
  }

  // Whether a noun phrase may begin here.
  bool begins_phrase(std::uint32_t at) const {
    if (quote_at_[at] >= 0) return true;
    if (text_.sign(at) != Sign::kNone) return text_.text(at) == "$";
    const Word& word = text_.word(at);
    if (text_.name_at(at)) return true;
    if (word.is(C::kDeterminer, C::kPossessive)) return true;
    if (word.is(C::kPronoun)) return true;
    if (word.is(C::kPreposition, C::kConjunction, C::kSubordinator, C::kAuxiliary, C::kAdverb,
                C::kTime, C::kNegation))
      return false;
    return true;
  }

  // Whether the words show a finite verb, as a clause must.
  bool shows_verb(Run run) const {
    const std::uint32_t end = std::min(run.end, run.begin + kClauseEvidence);
    for (std::uint32_t t = run.begin; t < end; ++t) {
      if (quote_at_[t] >= 0) return true;
      const Word& word = text_.word(t);
      if (word.is(C::kFinite)) return true;
      if (text_.sign(t) == Sign::kComma || text_.sign(t) == Sign::kSemicolon) continue;
      if (t == run.begin || text_.token(t).shape != Token::Shape::kLower) continue;
      if (word.has_form(VerbForm::kPast, VerbForm::kThird)) return true;
      const std::string_view form = text_.text(t);
      if (form.size() > 3 && form.ends_with("ed")) return true;
      // "he wants", "Trump likes": an -s after what can be a subject.
      if (form.size() > 3 && form.ends_with("s") && !form.ends_with("ss") &&
          (text_.word(t - 1).is(C::kPronoun) || text_.name_at(t - 1) ||
           text_.token(t - 1).shape == Token::Shape::kCapital))
        return true;
      if (t == run.begin + 1 && text_.word(run.begin).is(C::kPronoun)) return true;
    }
    return false;
  }

  // Without the signs that end a sentence, unless they end a quotation.
  Run without_stop(Run run) const {
    while (run.end > run.begin && quote_at_[run.end - 1] < 0) {
      const Sign sign = text_.sign(run.end - 1);
      if (sign != Sign::kStop && sign != Sign::kComma && sign != Sign::kSemicolon &&
          sign != Sign::kColon && sign != Sign::kDash)
        break;
      if (sign == Sign::kStop && text_.name_at(run.end - 1)) break;  // Ltd.
      --run.end;
    }
    return run;
  }

  // --- subjects ------------------------------------------------------------------------------

  // The subject a coordinated verb or a participle shares with an earlier one.
  Run subject_elsewhere(Run unit, const Cue& cue, std::uint32_t floor) const {
    if (cue.words.begin > unit.begin && text_.word(cue.words.begin - 1).is(C::kRelative)) {
      const Run who{cue.words.begin - 1, cue.words.begin};
      if (!text_.word(who.begin).is(C::kWho) && text_.text(who.begin) != "which") return {};
      std::uint32_t end = who.begin;
      if (end > unit.begin && text_.sign(end - 1) == Sign::kComma) --end;
      const Run antecedent = noun_phrase_before(text_, quote_at_, unit, end);
      return antecedent.empty() ? who : Run{antecedent.begin, who.end};
    }
    (void)floor;
    if (!last_subject_.empty() && unit.has(last_subject_.begin)) return last_subject_;
    return first_subject(unit, cue.words.begin);
  }

  // The first noun phrase of the unit: a name, a pronoun, or what a determiner begins.
  Run first_subject(Run unit, std::uint32_t before) const {
    for (std::uint32_t t = unit.begin; t < before; ++t) {
      if (quote_at_[t] >= 0) continue;
      const Word& word = text_.word(t);
      const bool noun = text_.name_at(t) || (word.is(C::kPronoun) && !word.is(C::kOblique)) ||
                        word.is(C::kDeterminer, C::kPossessive) ||
                        (text_.token(t).shape == Token::Shape::kCapital && word.classes == 0);
      if (!noun) continue;
      if (t > unit.begin && text_.word(t - 1).is(C::kPreposition)) {
        const Run passed = noun_phrase_after(text_, quote_at_, {unit.begin, before}, t);
        t = std::max(t, passed.empty() ? t : passed.end - 1);
        continue;
      }
      const Run phrase = noun_phrase_after(text_, quote_at_, {unit.begin, before}, t);
      // A subject is short, or it is a whole clause misread.
      return phrase.size() <= 12 ? phrase : Run{t, t + 1};
    }
    return {};
  }

  // --- phrases ---------------------------------------------------------------------------------

  void source_after(const Unit& unit, const std::vector<Cue>& cues, std::size_t c) {
    const Cue& cue = cues[c];
    std::uint32_t end = cue.words.end;
    // Up to the comma, without regard to what verbs it may hold: "a report published by".
    while (end < unit.run.end && quote_at_[end] < 0 && text_.sign(end) != Sign::kComma &&
           text_.sign(end) != Sign::kDash && text_.sign(end) != Sign::kSemicolon &&
           !(text_.sign(end) == Sign::kStop && end + 1 == unit.run.end) &&
           !(text_.word(end).is(C::kRelative, C::kSubordinator) && end > cue.words.end))
      ++end;
    const Run source{cue.words.end, end};
    if (source.empty()) return;
    std::uint32_t lead = unit.run.begin;
    while (lead < cue.words.begin &&
           (text_.sign(lead) != Sign::kNone || text_.word(lead).is(C::kConjunction, C::kAdverb)) &&
           quote_at_[lead] < 0)
      ++lead;
    std::vector<Run> content;
    if (lead == cue.words.begin) {
      // The clause it opens; where that has a speaker of its own, this is the way it came.
      if (c + 1 < cues.size() && cues[c + 1].type == Cue::Type::kVerb && outlet_in(source) &&
          opens_clause(unit.run, end, cues[c + 1])) {
        via_ = *outlet_in(source);
        return;
      }
      if (end + 1 >= unit.run.end) return;
      content.push_back(without_stop({end + 1, unit.run.end}));
    } else {
      const std::uint32_t floor =
          c > 0 && cues[c - 1].type == Cue::Type::kSourceAfter ? cues[c - 1].words.end : lead;
      const std::uint32_t quote = quote_ending_at(unit.run, cue.words.begin);
      if (quote != UINT32_MAX) {
        content = left_quotes(unit.run, floor, quote);
      } else {
        content.push_back(without_stop({floor, cue.words.begin}));
      }
      if (content.empty() || content.front().empty()) return;
    }
    if (content.front().empty()) return;
    emit(unit, source, cue, std::move(content), "according-to");
  }

  // The outlet of "information obtained by CNBC": what was written elsewhere.
  std::optional<std::string> outlet_in(Run source) const {
    for (std::uint32_t t = source.begin + 1; t + 1 < source.end; ++t) {
      if (text_.text(t) != "by") continue;
      const Mention* name = text_.name_at(t + 1);
      if (name && name->kind != Kind::kPerson) return name->name()->canonical;
    }
    return std::nullopt;
  }

  // Whether the verb cue is that of the clause which begins at the comma `at`.
  bool opens_clause(Run unit, std::uint32_t at, const Cue& cue) const {
    if (at + 1 >= unit.end) return false;
    const Run subject = noun_phrase_before(text_, quote_at_, {at + 1, unit.end}, cue.words.begin);
    return !subject.empty() && subject.begin == at + 1;
  }

  void hearsay(const Unit& unit, const Cue& cue) {
    const auto ends = [&](std::uint32_t t) {
      return text_.sign(t) == Sign::kComma || text_.sign(t) == Sign::kSemicolon ||
             text_.sign(t) == Sign::kDash || text_.sign(t) == Sign::kColon;
    };
    std::uint32_t begin = cue.words.begin, end = cue.words.end;
    while (begin > unit.run.begin && !ends(begin - 1) && quote_at_[begin - 1] < 0) --begin;
    while (end < unit.run.end && !ends(end) && quote_at_[end] < 0) ++end;
    while (begin < end && text_.word(begin).is(C::kConjunction, C::kRelative)) ++begin;
    const Run content = without_stop({begin, end});
    if (content.size() < kShortestLead) return;
    emit(unit, {}, cue, {content}, "hearsay", Quotation::kHearsay);
  }

  void passive(const Unit& unit, const Cue& cue, std::uint32_t ceiling) {
    const Run right = without_stop({cue.words.end, std::min(unit.run.end, ceiling)});
    if (right.empty()) return;
    std::vector<Run> content;
    // "The deal is believed to be for eight years": the subject is part of what is believed.
    const Run subject = noun_phrase_before(text_, quote_at_, unit.run, cue.words.begin);
    if (text_.word(cue.words.end - 1).is(C::kTo) && !subject.empty()) content.push_back(subject);
    content.push_back(right);
    emit(unit, circle(unit.run), cue, std::move(content), "passive", Quotation::kHearsay);
  }

  // "Within OpenAI, it was perceived": those among whom it is believed.
  Run circle(Run unit) const {
    const std::string_view first = text_.text(unit.begin);
    if (first != "Within" && first != "Inside" && first != "Among") return {};
    return noun_phrase_after(text_, quote_at_, unit, unit.begin + 1);
  }

  void nominal(const Unit& unit, const Cue& cue, std::uint32_t ceiling) {
    const Run content = without_stop({cue.words.end + 1, std::min(unit.run.end, ceiling)});
    if (content.size() < 3) return;
    // "His claim that", "the ministry's claim that".
    Run source;
    for (std::uint32_t t = cue.head; t-- > unit.run.begin && cue.head - t < 4;) {
      if (text_.word(t).is(C::kPossessive)) {
        source = {t, t + 1};
        break;
      }
      if (text_.sign(t) == Sign::kApostrophe) {
        source = noun_phrase_before(text_, quote_at_, unit.run, t);
        break;
      }
      if (text_.sign(t) != Sign::kNone || text_.word(t).is(C::kPreposition, C::kDeterminer)) break;
    }
    if (source.empty()) return;
    emit(unit, source, cue, {content}, "nominal");
  }

  // --- quotations nobody's cue has claimed --------------------------------------------------

  // "..." - Sonya Herridge: a dash and a name, and nothing more.
  bool signed_by(const Unit& unit, std::size_t number) {
    const std::uint32_t dash = quotes_[number].marks.end;
    if (dash + 1 >= unit.run.end || text_.sign(dash) != Sign::kDash) return false;
    const Run name = without_stop({dash + 1, unit.run.end});
    if (name.empty() || name.size() > 8) return false;
    for (std::uint32_t t = name.begin; t < name.end; ++t)
      if (quote_at_[t] >= 0 || (text_.sign(t) == Sign::kNone && !text_.name_at(t) &&
                                text_.token(t).shape == Token::Shape::kLower))
        return false;
    emit(unit, name, {{dash, dash + 1}, dash, Cue::Type::kVerb}, {quotes_[number].inside},
         "signature");
    return true;
  }

  // The headline reads thus: "..."
  bool led_by_colon(const Unit& unit, std::size_t number) {
    const Quote& quote = quotes_[number];
    if (quote.marks.begin <= unit.run.begin || quote.inside.size() < kShortestLead) return false;
    const std::uint32_t colon = quote.marks.begin - 1;
    if (text_.sign(colon) != Sign::kColon || quote_at_[colon] >= 0) return false;
    const Run subject = first_subject(unit.run, colon);
    if (subject.empty()) return false;
    emit(unit, subject, {{colon, colon + 1}, colon, Cue::Type::kVerb}, {quote.inside}, "colon");
    return true;
  }

  void without_cue(const Unit& unit, std::size_t number, bool alone) {
    const Quote& quote = quotes_[number];
    if (announced_ && quote.marks.begin == unit.run.begin) {
      const Run subject = announced_subject_;
      emit(unit, subject, announced_by_, {quote.inside}, "announced");
      taken_[number] = true;
      announced_ = false;
      return;
    }
    if (!alone || last_quoted_ < 0) return;
    const bool near = unit.paragraph == quoted_paragraph_ || quote.goes_on;
    if (!near) return;
    found_[static_cast<std::size_t>(last_quoted_)].content.push_back(text_.span(quote.inside));
    taken_[number] = true;
    quoted_paragraph_ = unit.paragraph;
  }

  // --- writing down ------------------------------------------------------------------------

  void emit(const Unit& unit, Run source, const Cue& cue, std::vector<Run> content,
            std::string_view rule, std::optional<Quotation> kind = std::nullopt) {
    std::erase_if(content, [](Run run) { return run.empty(); });
    if (content.empty()) return;
    Attribution found;
    found.rule = symbol(rule);
    if (!source.empty()) {
      found.source.push_back(text_.span(source));
      found.source_names = referents_.names_of(source);
      referents_.spoke(found.source_names, source);
      last_subject_ = source;
    }
    found.cue.push_back(text_.span(cue.words));
    std::uint32_t quoted = 0, words = 0;
    for (const Run run : content) {
      for (std::uint32_t t = run.begin; t < run.end; ++t) {
        if (text_.sign(t) != Sign::kNone) continue;
        ++words;
        if (quote_at_[t] >= 0) {
          ++quoted;
          taken_[static_cast<std::size_t>(quote_at_[t])] = true;
        }
      }
      found.content.push_back(text_.span(run));
    }
    found.kind = kind             ? *kind
                 : quoted == 0    ? Quotation::kIndirect
                 : quoted < words ? Quotation::kMixed
                                  : Quotation::kDirect;
    found.via = std::exchange(via_, {});
    if (found.kind == Quotation::kDirect) {
      last_quoted_ = static_cast<std::ptrdiff_t>(found_.size());
      quoted_paragraph_ = unit.paragraph;
    }
    found_.push_back(std::move(found));
  }

  // Symbols take a lock: each worker keeps its own.
  static Symbol symbol(std::string_view rule) {
    thread_local std::vector<std::pair<std::string_view, Symbol>> known;
    for (const auto& [name, value] : known)
      if (name == rule) return value;
    known.emplace_back(rule, Symbol("attribution/" + std::string(rule)));
    return known.back().second;
  }

  Document& document_;
  Lexed text_;
  std::vector<Quote> quotes_;
  std::vector<std::int32_t> quote_at_;  // the quotation of each token, or -1
  std::vector<bool> taken_;             // by quotation: some attribution holds it
  Referents referents_;
  std::vector<Attribution> found_;

  Run last_subject_;        // of the cue before, in this unit
  std::string via_;         // for the next attribution
  bool announced_ = false;  // the unit before ended with a colon
  Cue announced_by_;
  Run announced_subject_;
  std::ptrdiff_t last_quoted_ = -1;  // in found_: the last direct quotation
  std::uint32_t quoted_paragraph_ = 0, last_paragraph_ = 0;
};

}  // namespace

void find_attributions(Document& document) {
  document.attributions = Reader(&document).read();
}

}  // namespace newsfacts
