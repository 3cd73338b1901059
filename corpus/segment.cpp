#include "corpus/segment.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>

#include "corpus/blocks.h"
#include "corpus/sentence_breaks.h"

namespace newsfacts {

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
  void find_own_starts(std::string_view text, std::uint32_t begin, std::uint32_t first);
  void add_sentences(const Block& block, std::uint32_t paragraph, Document& document);

  std::unique_ptr<icu::BreakIterator> breaks;
  UText utext = UTEXT_INITIALIZER;
  std::string lines;                  // the text, its wrapped lines on one
  std::vector<std::uint32_t> starts;  // of ICU's sentences
  std::size_t next = 0;               // of `starts`
  bool colons = false;                // the text has letters of a script that ends sentences so
  std::vector<std::uint32_t> own;     // starts in a block that ICU does not see
  std::size_t own_next = 0;           // of `own`
  std::vector<ListItem> items;        // of a block that is a list in one line
};

// One run over the whole text: to set up an iterator for each block would cost more.  A line
// end always breaks, so that blocks stay apart; those inside a block are hidden from it.
void Segmenter::State::find_breaks(std::string_view text, const std::vector<Block>& blocks) {
  starts.clear();
  next = 0;
  // Greek to Arabic are the letters of two bytes that begin with CD to DB.
  bool found = false;
  for (const char c : text) found |= static_cast<unsigned char>(c) - 0xCDu <= 0xDBu - 0xCDu;
  colons = found;
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

void Segmenter::State::find_own_starts(std::string_view text, std::uint32_t begin,
                                       std::uint32_t first) {
  own.clear();
  own_next = 0;
  items = list_items(text.substr(begin));
  for (ListItem& item : items) {
    item.begin += begin;
    item.words += begin;
    if (item.begin > begin) own.push_back(item.begin);
  }
  for (std::size_t at = text.find('.', begin); at != text.npos; at = text.find('.', at + 1))
    if (const std::size_t start = begins_behind_period(text, at); start > first)
      own.push_back(static_cast<std::uint32_t>(start));
  if (colons)
    for (std::size_t at = text.find_first_of(":;", begin); at != text.npos;
         at = text.find_first_of(":;", at + 1))
      if (const std::size_t start = begins_behind_colon(text, at); start > first)
        own.push_back(static_cast<std::uint32_t>(start));
  if (!items.empty())
    std::erase_if(own, [&](std::uint32_t start) {
      return std::any_of(items.begin(), items.end(), [&](const ListItem& item) {
        return start > item.begin && start <= item.words;
      });
    });
  std::sort(own.begin(), own.end());
  own.erase(std::unique(own.begin(), own.end()), own.end());
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
                     block.role == Role::kQuote || block.role == Role::kAnswer ||
                     block.role == Role::kCaption;
  const std::string_view within = std::string_view(text).substr(0, block.span.end);
  const std::uint32_t first = begin + block.marker + 1;  // no sentence ends before it
  const auto ink_before = [&](std::uint32_t at) {
    while (at > begin && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
    return at;
  };
  if (!prose) {
    while (next < starts.size() && starts[next] < block.span.end) ++next;
    add(block.span.end, block.role);
    return;
  }
  find_own_starts(within, begin, first);
  const auto own_before = [&](std::uint32_t end) {
    for (; own_next < own.size() && own[own_next] < end; ++own_next) add(own[own_next], block.role);
  };
  const auto in_a_marker = [&](std::uint32_t start) {
    return std::any_of(items.begin(), items.end(), [&](const ListItem& item) {
      return start > item.begin && start <= item.words;
    });
  };
  for (; next < starts.size() && starts[next] < block.span.end; ++next) {
    const std::uint32_t start = starts[next];
    if (start <= first) continue;
    own_before(start);
    if ((items.empty() || !in_a_marker(start)) && is_break(within, begin, ink_before(start), start))
      add(start, block.role);
  }
  own_before(block.span.end);
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
