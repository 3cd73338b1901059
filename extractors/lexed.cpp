#include "extractors/lexed.h"

#include <algorithm>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

Sign sign_of(std::string_view text) {
  if (text.size() == 1) switch (text.front()) {
      case ',': return Sign::kComma;
      case '.':
      case '!':
      case '?': return Sign::kStop;
      case ':': return Sign::kColon;
      case ';': return Sign::kSemicolon;
      case '-': return Sign::kHyphen;
      case '(':
      case '[': return Sign::kOpen;
      case ')':
      case ']': return Sign::kClose;
      case '"': return Sign::kQuoteMark;
      case '\'': return Sign::kApostrophe;
      default: return Sign::kOther;
    }
  switch (code_point_at(text, 0).value) {
    case U'…': return Sign::kStop;
    case U'–':
    case U'—':
    case U'―': return Sign::kDash;
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»': return Sign::kQuoteMark;
    case U'’': return Sign::kApostrophe;
    case U'‘':
    case U'‚': return Sign::kSingleOpen;
    default: return Sign::kOther;
  }
}

}  // namespace

Lexed::Lexed(const Document& document)
    : document_(document),
      tokens_(document.tokens()),
      words_(tokens_.size()),
      signs_(tokens_.size(), Sign::kNone),
      mention_at_(tokens_.size(), -1) {
  const Lexicon& lexicon = Lexicon::english();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].shape == Token::Shape::kSign)
      signs_[i] = sign_of(document.at(tokens_[i].span));
    else
      words_[i] = lexicon[tokens_[i].hash];
  }
  std::size_t at = 0;
  for (std::size_t m = 0; m < document.mentions.size(); ++m) {
    const Span span = document.mentions[m].span;
    while (at < tokens_.size() && tokens_[at].span.end <= span.begin) ++at;
    for (std::size_t i = at; i < tokens_.size() && tokens_[i].span.begin < span.end; ++i)
      mention_at_[i] = static_cast<std::int32_t>(m);
  }
  sentences_.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) sentences_.push_back(run(sentence.span));
}

const Mention* Lexed::name_at(std::uint32_t at) const {
  const std::int32_t mention = mention_at_[at];
  if (mention < 0) return nullptr;
  const Mention& found = document_.mentions[static_cast<std::size_t>(mention)];
  return is_name(found.kind) ? &found : nullptr;
}

Run Lexed::run(Span span) const {
  const auto begin = std::partition_point(
      tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.span.begin < span.begin; });
  const auto end = std::partition_point(begin, tokens_.end(),
                                        [&](const Token& t) { return t.span.end <= span.end; });
  return {static_cast<std::uint32_t>(begin - tokens_.begin()),
          static_cast<std::uint32_t>(end - tokens_.begin())};
}

}  // namespace newsfacts
