#include "corpus/json_text.h"
#include "corpus/utf8.h"
#include "corpus/wire.h"

namespace newsfacts {
namespace {

class Writer : JsonText {
 public:
  Writer(const Document& document, std::string& out)
      : JsonText(out),
        document_(document),
        raw_(document.text().empty() && document.parts.empty() ? std::string_view()
                                                               : document.raw()),
        text_(document.text()) {}

  void line() {
    const std::string& raw = document_.raw();
    const Metadata& from = document_.metadata;
    out_.reserve(out_.size() + 2 * (raw.size() + document_.text().size()) + 512);
    out_ += "{\"id\":";
    string(from.id);
    field("source", from.source);
    field("url", from.url);
    field("title", from.title);
    field("author", from.author);
    field("published", from.published);
    if (from.published_from != PublishedFrom::kGiven)
      field("published_from", word_in(kPublishedFromWords, from.published_from));
    field("language", from.language);
    if (!from.modified.empty()) field("modified", from.modified);
    if (!from.section.empty()) field("section", from.section);
    if (!from.agency.empty()) field("agency", from.agency);
    if (!from.tags.empty()) {
      key("tags");
      list(from.tags, [&](const std::string& tag) { string(tag); });
    }
    key("raw");
    if (invalid_utf8_at(raw))
      broken_raw(raw);
    else
      escaped(raw);
    if (!document_.parts.empty()) {
      key("parts");
      list(document_.parts, [&](const RawPart& part) {
        const Span at = raw_.code_points(part.raw);
        out_.append("[")
            .append(std::to_string(at.begin))
            .append(",")
            .append(std::to_string(at.end));
        out_.append(",\"").append(word_in(kRoleWords, part.role)).append("\"]");
      });
    }
    if (!document_.text().empty()) text();
    if (document_.fingerprint) fingerprint(*document_.fingerprint);
    if (document_.rejected) rejection(*document_.rejected);
    out_ += "}\n";
  }

 private:
  void text() {
    key("text");
    escaped(document_.text());
    key("alignment");
    list(document_.alignment().pieces(), [&](const Alignment::Piece& piece) {
      const Span raw = raw_.code_points(piece.raw), text = text_.code_points(piece.text);
      numbers({raw.begin, raw.end, text.begin, text.end});
    });
    if (!document_.sentences.empty()) {
      key("sentences");
      list(document_.sentences, [&](const Sentence& s) { sentence(s); });
    }
    found("mentions", document_.mentions, [&](const Mention& m) { mention(m); });
    found("attributions", document_.attributions, [&](const Attribution& a) { attribution(a); });
    found("claims", document_.claims, [&](const Claim& c) { claim(c); });
  }

  void sentence(const Sentence& sentence) {
    const Span at = text_.code_points(sentence.span);
    out_ += '[';
    number(at.begin);
    out_ += ',';
    number(at.end);
    out_.append(",\"").append(word_in(kRoleWords, sentence.role)).append("\",");
    number(sentence.paragraph);
    out_ += ']';
  }

  // Once there are sentences, a list is written though nothing was found, so that a program
  // need not ask whether it is there.
  template <typename Items, typename Write>
  void found(std::string_view name, const Items& items, Write write) {
    if (items.empty() && document_.sentences.empty()) return;
    key(name);
    list(items, write);
  }

  void mention(const Mention& mention) {
    place(mention.span);
    key("kind");
    word(word_in(kKindWords, mention.kind));
    key("rule");
    string(mention.rule.str());
    if (const TimeValue* time = mention.time()) value(*time);
    if (const Amount* amount = mention.amount()) value(*amount, mention.kind == Kind::kMoney);
    if (const Name* name = mention.name()) {
      key("name");
      string(name->canonical);
    }
    out_ += '}';
  }

  void value(const TimeValue& time) {
    key("value");
    string(time.value);
    key("first");
    day(time.days.first);
    key("last");
    day(time.days.last);
    key("grain");
    word(word_in(kGrainWords, time.grain));
    key("basis");
    word(word_in(kTimeBasisWords, time.basis));
    if (time.bound != Bound::kNone) {
      key("bound");
      word(word_in(kBoundWords, time.bound));
    }
    if (time.anchor) {
      key("anchor");
      day(time.anchor);
    }
    if (time.quant != Quant::kNone) {
      key("quant");
      word(word_in(kQuantWords, time.quant));
    }
    if (!time.freq.empty()) {
      key("freq");
      string(time.freq);
    }
    if (!time.zone.empty()) {
      key("zone");
      string(time.zone);
    }
  }

  void value(const Amount& amount, bool money) {
    key("low");
    decimal(amount.low);
    key("high");
    decimal(amount.high);
    precision(amount);
    key("relation");
    word(word_in(kRelationWords, amount.relation));
    field(money ? "currency" : "unit", amount.unit.str());
    if (amount.currency_basis != CurrencyBasis::kNone) {
      key("currency_basis");
      word(word_in(kCurrencyBasisWords, amount.currency_basis));
    }
    if (money || !amount.per.empty()) field("per", amount.per.str());
    if (!amount.role.empty()) field("role", amount.role.str());
    if (amount.converts >= 0) {
      key("converts");
      number(amount.converts);
    }
  }

  // Only where the digits do not tell: "1000" may be stated to the unit or to the thousand.
  void precision(const Amount& amount) {
    const auto told = [](const std::optional<Decimal>& value) {
      if (!value) return true;
      const std::string digits = value->str();
      const std::size_t point = digits.find('.');
      const int places = point == digits.npos ? 0 : static_cast<int>(digits.size() - point - 1);
      return value->exponent() == -places;
    };
    if (told(amount.low) && told(amount.high)) return;
    key("precision");
    const int low = amount.low ? amount.low->exponent() : amount.high->exponent();
    const int high = amount.high ? amount.high->exponent() : low;
    if (low == high)
      number(low);
    else
      numbers({low, high});
  }

  void attribution(const Attribution& attribution) {
    out_ += "{\"kind\":";
    word(word_in(kQuotationWords, attribution.kind));
    spans("source", "raw_source", attribution.source);
    key("source_names");
    list(attribution.source_names, [&](const std::string& name) { string(name); });
    spans("cue", "raw_cue", attribution.cue);
    spans("content", "raw_content", attribution.content);
    field("via", attribution.via);
    key("rule");
    string(attribution.rule.str());
    out_ += '}';
  }

  void claim(const Claim& claim) {
    place(claim.span);
    key("subject");
    string(claim.subject);
    key("slot");
    string(claim.slot);
    key("value");
    index(claim.value);
    key("modality");
    word(word_in(kModalityWords, claim.modality));
    key("polarity");
    word(word_in(kPolarityWords, claim.polarity));
    key("attribution");
    index(claim.attribution);
    key("rule");
    string(claim.rule.str());
    out_ += '}';
  }

  void fingerprint(const Fingerprint& fingerprint) {
    key("fingerprint");
    out_ += "{\"raw\":";
    word(fingerprint.raw.hex());
    key("exact");
    word(fingerprint.exact.hex());
    key("words");
    number(fingerprint.words);
    key("shingles");
    list(fingerprint.shingles, [&](const Shingle& shingle) { number(shingle.hash); });
    key("margins");
    list(fingerprint.shingles, [&](const Shingle& shingle) { number(shingle.margins); });
    key("sentences");
    list(fingerprint.sentences, [&](std::uint32_t hash) { number(hash); });
    out_ += '}';
  }

  void rejection(const Rejection& rejection) {
    key("rejected");
    out_ += "{\"stage\":";
    string(rejection.stage);
    key("reason");
    string(rejection.reason);
    field("place", rejection.place);
    out_ += '}';
  }

  // What is no UTF-8 is shown as U+FFFD, and listed as [code point, byte] so that the bytes
  // can be put back.
  void broken_raw(const std::string& raw) {
    escaped(valid_utf8(raw));
    key("raw_bytes");
    out_ += '[';
    std::uint32_t code_point = 0;
    bool first = true;
    for (std::size_t at = 0; at < raw.size(); ++code_point) {
      const CodePoint c = code_point_at(raw, at);
      if (c.value == 0xFFFD && c.size == 1) {
        if (!first) out_ += ',';
        first = false;
        numbers({code_point, static_cast<std::uint32_t>(static_cast<unsigned char>(raw[at]))});
      }
      at += c.size;
    }
    out_ += ']';
  }

  void place(Span span) {
    const Span at = text_.code_points(span);
    const Span raw = raw_span(span);
    out_ += "{\"start\":";
    number(at.begin);
    key("end");
    number(at.end);
    key("raw_start");
    number(raw.begin);
    key("raw_end");
    number(raw.end);
    key("text");
    escaped(document_.at(span));
  }

  Span raw_span(Span span) const { return raw_.code_points(document_.alignment().to_raw(span)); }

  void spans(std::string_view name, std::string_view raw_name, const std::vector<Span>& spans) {
    key(name);
    list(spans, [&](Span span) {
      const Span at = text_.code_points(span);
      numbers({at.begin, at.end});
    });
    key(raw_name);
    list(spans, [&](Span span) {
      const Span at = raw_span(span);
      numbers({at.begin, at.end});
    });
  }

  void index(int at) {
    if (at < 0)
      out_ += "null";
    else
      number(at);
  }

  void decimal(const std::optional<Decimal>& value) {
    if (value)
      word(value->str());
    else
      out_ += "null";
  }

  void day(const std::optional<Day>& day) {
    if (day)
      word(iso(*day));
    else
      out_ += "null";
  }

  const Document& document_;
  const CodePointIndex raw_, text_;
};

}  // namespace

void write_json_line(const Document& document, std::string* out) {
  Writer(document, *out).line();
}

}  // namespace newsfacts
