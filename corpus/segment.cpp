#include "corpus/segment.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>

#include "corpus/abbreviations.h"
#include "corpus/blocks.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool opens(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C ||
         c == 0xAB || c == 0x201E;
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB ||
         c == 0x201C;  // the last closes in German
}

// How the period at the end of `word` ("Sept", "U.S") reads; nullopt when it is a full stop.
std::optional<Follow> abbreviation(std::string_view word) {
  const auto known =
      std::lower_bound(kAbbreviations.begin(), kAbbreviations.end(), word,
                       [](const Abbreviation& a, std::string_view w) { return a.word < w; });
  if (known != kAbbreviations.end() && known->word == word) return known->follow;
  // An initial, or one or two letters between periods: U.S, p.m, Ph.D, S.p.A.
  std::size_t letters = 0, groups = 1;
  for (const char c : word) {
    if (c == '.') {
      if (letters == 0) return std::nullopt;
      letters = 0;
      ++groups;
    } else if (!is_ascii_letter(c) || ++letters > 2) {
      return std::nullopt;
    }
  }
  const bool initial = groups == 1 && word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
  if (initial || (groups > 1 && letters > 0)) return Follow::kUnlessStarter;
  return std::nullopt;
}

// The word that ends at `end`, without what opens before it.
std::string_view word_before(std::string_view text, std::size_t end) {
  constexpr std::size_t kLongest = 24;  // no abbreviation is longer
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongest &&
         (is_ascii_letter(text[begin - 1]) || is_digit(text[begin - 1]) || text[begin - 1] == '.' ||
          text[begin - 1] == '-'))
    --begin;
  // Letters beyond ASCII: a longer word than any abbreviation.
  if (begin > 0 && is_word_character(code_point_before(text, begin).value)) return {};
  return text.substr(begin, end - begin);
}

bool is_starter(std::string_view word) {
  return std::binary_search(kSentenceStarters.begin(), kSentenceStarters.end(), word);
}

// Whether a sentence may end at `end` and the next begin at `next`, both in `text`.
bool is_break(std::string_view text, std::size_t end, std::size_t next) {
  std::size_t at = end;
  while (at > 0 && closes(code_point_before(text, at).value))
    at -= code_point_before(text, at).size;
  const bool closed = at < end;

  std::size_t ink = next;
  while (ink < text.size() && opens(code_point_at(text, ink).value))
    ink += code_point_at(text, ink).size;
  const CodePoint first = code_point_at(text, ink);
  if (is_letter(first.value) && !is_upper(first.value) && first.value < 0x250 && ink == next)
    return false;  // "Really?" he said.

  std::size_t word_end = ink;
  while (word_end < text.size() && is_ascii_letter(text[word_end])) ++word_end;
  const std::string_view first_word = text.substr(ink, word_end - ink);
  const bool period_behind = word_end < text.size() && text[word_end] == '.';
  if (at == 0 || closed) return true;
  if (text[at - 1] == '!' && ink == next && period_behind &&
      abbreviation(first_word) == Follow::kUnlessStarter)
    return false;  // "Yahoo! Inc."
  if (text[at - 1] != '.') return true;
  const std::string_view word = word_before(text, at - 1);
  const auto follow = abbreviation(word);
  if (!follow) return true;
  switch (*follow) {
    case Follow::kAlways: return false;
    case Follow::kBeforeNumber: return first.value < '0' || first.value > '9';
    case Follow::kUnlessStarter: break;
  }
  if (ink > next) return text[next] != '(' && text[next] != '[';  // a quotation begins
  return is_starter(first_word) && !period_behind;
}

// Where a sentence begins with a figure, which UAX #29 takes for the middle of one ("No. 5"):
// "It fell in 2019. 14 people left."
bool is_break_before_figure(std::string_view text, std::size_t period, std::size_t next) {
  const char32_t c = code_point_at(text, next).value;
  const bool figure = (c >= '0' && c <= '9') || c == '$' || c == 0xA3 || c == 0x20AC;
  if (!figure) return false;
  if (period == 0 || closes(code_point_before(text, period).value)) return period > 0;
  const std::string_view word = word_before(text, period);
  if (word.empty()) return true;
  if (abbreviation(word)) return false;
  // A short word with a capital is an abbreviation nobody listed: "Bldg. 5".
  return !(word[0] >= 'A' && word[0] <= 'Z' && word.size() <= 4);
}

}  // namespace

struct Segmenter::State {
  State() {
    UErrorCode error = U_ZERO_ERROR;
    breaks.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no sentence rules");
  }
  ~State() { utext_close(&utext); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void find_breaks(std::string_view text, const std::vector<Block>& blocks);
  void add_sentences(const Block& block, std::uint32_t paragraph, Document& document);

  std::unique_ptr<icu::BreakIterator> breaks;
  UText utext = UTEXT_INITIALIZER;
  std::string lines;                  // the text, its wrapped lines on one
  std::vector<std::uint32_t> starts;  // of ICU's sentences
  std::size_t next = 0;               // of `starts`
};

// One run over the whole text: to set up an iterator for each block would cost more.  A line
// end always breaks, so that blocks stay apart; those inside a block are hidden from it.
void Segmenter::State::find_breaks(std::string_view text, const std::vector<Block>& blocks) {
  starts.clear();
  next = 0;
  std::string_view shown = text;
  const bool wrapped = std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    return text.substr(block.span.begin, block.span.size()).find('\n') != text.npos;
  });
  if (wrapped) {
    lines = text;
    for (const Block& block : blocks)
      std::replace(lines.begin() + block.span.begin, lines.begin() + block.span.end, '\n', ' ');
    shown = lines;
  }
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&utext, shown.data(), static_cast<std::int64_t>(shown.size()), &error);
  breaks->setText(&utext, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot read the text");
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
    starts.push_back(static_cast<std::uint32_t>(at));
}

void Segmenter::State::add_sentences(const Block& block, std::uint32_t paragraph,
                                     Document& document) {
  const std::string& text = document.text();
  std::uint32_t begin = block.span.begin;
  const auto add = [&](std::uint32_t end, Role role) {
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
    if (begin < end) document.sentences.push_back({{begin, end}, role, paragraph});
    begin = end;
  };
  if (block.dateline > 0) add(begin + block.dateline, Role::kDateline);
  const bool prose = block.role == Role::kBody || block.role == Role::kListItem ||
                     block.role == Role::kAnswer || block.role == Role::kCaption;
  const std::string_view within = std::string_view(text).substr(0, block.span.end);
  const std::uint32_t first = begin + block.marker + 1;  // no sentence ends before it
  const auto ink_before = [&](std::uint32_t at) {
    while (at > begin && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
    return at;
  };
  std::uint32_t looked_at = begin;  // for figures behind a period
  const auto figures_before = [&](std::uint32_t end) {
    for (std::size_t period = within.substr(0, end).find(". ", looked_at); period != within.npos;
         period = within.substr(0, end).find(". ", period + 1)) {
      const auto start = static_cast<std::uint32_t>(period + 2);
      if (start > first && start < end && is_break_before_figure(within, period, start))
        add(start, block.role);
    }
    looked_at = end;
  };
  for (; next < starts.size() && starts[next] < block.span.end; ++next) {
    const std::uint32_t start = starts[next];
    if (!prose || start <= first) continue;
    figures_before(start);
    if (is_break(within, ink_before(start), start)) add(start, block.role);
  }
  if (prose) figures_before(block.span.end);
  add(block.span.end, block.role);
}

namespace {

// The parts of the raw text as blocks of the normalized one, without white space at their ends.
// They may leave nothing out, or the text is cut into blocks as any other.
std::vector<Block> given_blocks(const Document& document) {
  const std::string& text = document.text();
  const auto is_blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  std::vector<Block> blocks;
  std::uint32_t covered = 0;
  const auto only_blanks_to = [&](std::uint32_t end) {
    while (covered < end && is_blank(covered)) ++covered;
    return covered >= end;
  };
  for (const RawPart& part : document.parts) {
    Span span = document.alignment().to_text(part.raw);
    span.begin = std::max(span.begin, covered);
    while (span.begin < span.end && is_blank(span.end - 1)) --span.end;
    while (span.begin < span.end && is_blank(span.begin)) ++span.begin;
    if (span.begin >= span.end) continue;
    if (!only_blanks_to(span.begin)) return {};
    covered = span.end;
    blocks.push_back({span, part.role, 0, 0});
  }
  if (!only_blanks_to(static_cast<std::uint32_t>(text.size()))) return {};
  return blocks;
}

}  // namespace

Segmenter::Segmenter() : state_(std::make_unique<State>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(Document& document) {
  if (document.rejected || !document.sentences.empty()) return;
  const std::vector<Block> given = given_blocks(document);
  const std::vector<Block> blocks =
      given.empty() ? blocks_of(document.text(), document.metadata.title)
                    : blocks_of(document.text(), document.metadata.title, given);
  state_->find_breaks(document.text(), blocks);
  std::uint32_t paragraph = 0;
  for (const Block& block : blocks) state_->add_sentences(block, paragraph++, document);
}

}  // namespace newsfacts
