#include "extractors/phrase_table.h"

#include <algorithm>

#include "extractors/rows.h"

namespace newsfacts {

PhraseTable::PhraseTable(std::string_view name) : words_(name) {
  for (const Row& row : rows_of(name)) {
    const auto tokens = tokenize(row.front());
    if (tokens.empty()) continue;
    starts_.set(slot(tokens.front()));
    ends_.set(slot(tokens.back()));
    longest_ = std::max(longest_, tokens.size());
  }
}

std::optional<std::string_view> PhraseTable::before(const Document& document,
                                                    std::size_t* end) const {
  const auto& tokens = document.tokens();
  if (*end == 0 || !ends_[slot(tokens[*end - 1])]) return std::nullopt;
  const std::uint32_t last = tokens[*end - 1].span.end;
  for (std::size_t size = std::min(longest_, *end); size > 0; --size) {
    const Token& first = tokens[*end - size];
    if (!starts_[slot(first)]) continue;
    const auto found = words_.find(document.at(Span{first.span.begin, last}));
    if (!found) continue;
    const std::uint32_t line =
        *end < tokens.size() ? tokens[*end].span.begin : static_cast<std::uint32_t>(last);
    if (document.at(Span{first.span.begin, line}).find('\n') != std::string_view::npos)
      return std::nullopt;
    *end -= size;
    return found;
  }
  return std::nullopt;
}

std::optional<std::string_view> PhraseTable::at(const Document& document,
                                                std::size_t* begin) const {
  const auto& tokens = document.tokens();
  if (*begin >= tokens.size() || !starts_[slot(tokens[*begin])]) return std::nullopt;
  for (std::size_t size = std::min(longest_, tokens.size() - *begin); size > 0; --size) {
    const Token& last = tokens[*begin + size - 1];
    if (!ends_[slot(last)]) continue;
    const auto found = words_.find(document.at(Span{tokens[*begin].span.begin, last.span.end}));
    if (!found) continue;
    *begin += size;
    return found;
  }
  return std::nullopt;
}

}  // namespace newsfacts
