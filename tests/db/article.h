// Documents made by hand: each thing is named by the words it stands in.
//
//     const Document document =
//         Article("a", "The Harbour Courier", "2026-03-14", "Ferry fire\nSix people died on
//         Friday.")
//             .figure("Six", Kind::kNumber, "6", "people")
//             .date("Friday", "2026-03-13")
//             .claim("Six people died", "ferry", "count:people|die ferry", "Six")
//             .done();
//
// Every line of the text is a sentence and a paragraph; the first is the title.

#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

class Article {
 public:
  Article(std::string id, std::string source, std::string published, std::string text)
      : text_(std::move(text)) {
    metadata_.id = std::move(id);
    metadata_.source = std::move(source);
    metadata_.published = std::move(published);
    metadata_.title = text_.substr(0, text_.find('\n'));
  }

  // What was read, where it is not the text: `raw` at `words`, before all other replacements
  // further right.
  Article& printed(std::string_view words, std::string_view raw) {
    replaced_.push_back({span_of(words), std::string(raw)});
    return *this;
  }
  Article& url(std::string url) {
    metadata_.url = std::move(url);
    return *this;
  }

  Article& name(std::string_view words, Kind kind, std::string_view canonical) {
    return mention(words, kind, "names/by-hand", Name{std::string(canonical)});
  }
  Article& figure(std::string_view words, Kind kind, std::string_view number,
                  std::string_view unit) {
    const Decimal decimal = Decimal::parse(number).value();
    Amount amount{decimal, decimal, Relation::kEqual, Symbol(unit), {}, {}, {}, -1};
    if (kind == Kind::kMoney) amount.currency_basis = CurrencyBasis::kExplicit;
    return mention(words, kind, "figures/by-hand", amount);
  }
  Article& date(std::string_view words, std::string_view iso_day) {
    const Day day = parse_day(iso_day).value();
    return mention(words, Kind::kDate, "date/by-hand",
                   TimeValue{std::string(iso_day),
                             {day, day},
                             Grain::kDay,
                             TimeBasis::kPublished,
                             Bound::kNone,
                             std::nullopt});
  }
  // `source`, `cue` and `content` as printed, `names` as resolved.
  Article& quote(std::string_view source, std::vector<std::string> names, std::string_view cue,
                 std::string_view content) {
    Attribution attribution;
    attribution.source = {span_of(source)};
    attribution.source_names = std::move(names);
    attribution.cue = {span_of(cue)};
    attribution.content = {span_of(content)};
    attribution.rule = Symbol("attribution/by-hand");
    attributions_.push_back(attribution);
    return *this;
  }
  // Said in the last quote, or in the article's own voice.
  Article& claim(std::string_view clause, std::string_view subject, std::string_view what,
                 std::string_view value, bool quoted = false) {
    Claim claim;
    claim.span = span_of(clause);
    claim.subject = subject;
    claim.slot = what;
    claim.rule = Symbol("claims/by-hand");
    if (quoted) claim.attribution = static_cast<int>(attributions_.size()) - 1;
    claims_.emplace_back(claim, span_of(value));
    return *this;
  }

  Document done() const {
    std::string raw;
    Alignment alignment;
    std::uint32_t at = 0;
    for (const auto& [span, words] : replaced_) {
      raw.append(text_, at, span.begin - at).append(words);
      alignment.copied(span.begin - at);
      alignment.replaced(static_cast<std::uint32_t>(words.size()), span.size());
      at = span.end;
    }
    raw.append(text_, at);
    alignment.copied(static_cast<std::uint32_t>(text_.size()) - at);

    Document document(metadata_, raw);
    document.set_text(text_, alignment);
    std::uint32_t begin = 0;
    for (std::uint32_t line = 0; begin < text_.size(); ++line) {
      const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()));
      document.sentences.push_back({{begin, end}, line == 0 ? Role::kTitle : Role::kBody, line});
      begin = end + 1;
    }
    document.mentions = mentions_;
    std::sort(document.mentions.begin(), document.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
    document.attributions = attributions_;
    for (const auto& [claim, value] : claims_) {
      document.claims.push_back(claim);
      for (std::size_t i = 0; i < document.mentions.size(); ++i)
        if (document.mentions[i].span == value) document.claims.back().value = static_cast<int>(i);
    }
    Fingerprint print;
    print.exact = Key::of({text_});
    print.words = 7;
    print.shingles = {{1, 0}, {1'000'000'007, 77}, {~std::uint32_t{0}, 0xFFFFFF}};
    print.sentences = {0, 77};
    document.fingerprint = print;
    return document;
  }

 private:
  Span span_of(std::string_view words) const {
    const auto at = text_.find(words);
    if (at == std::string::npos) throw std::logic_error("not in the text: " + std::string(words));
    const auto begin = static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }
  Article& mention(std::string_view words, Kind kind, std::string_view rule, Value value) {
    mentions_.push_back({span_of(words), kind, Symbol(rule), std::move(value)});
    return *this;
  }

  Metadata metadata_;
  std::string text_;
  std::vector<std::pair<Span, std::string>> replaced_;
  std::vector<Mention> mentions_;
  std::vector<Attribution> attributions_;
  std::vector<std::pair<Claim, Span>> claims_;
};

}  // namespace newsfacts
