#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <limits>
#include <new>

#include "corpus/json_faults.h"
#include "corpus/readers/json_record.h"
#include "corpus/utf8.h"
#include "corpus/wire.h"
#include "corpus/wire_fields.h"

namespace newsfacts {
namespace {

// One parsed line on its way to a Document.
class Reading : WireFields {
 public:
  Reading(const object& line, std::string_view place, const FieldNames& names)
      : line_(line), place_(place), names_(names) {}

  Document run() {
    if (in(line_, "raw"))
      own();
    else
      from_outside();
    if (!well()) document_.rejected = Rejection{"read", fault(), std::string(place_)};
    return std::move(document_);
  }

 private:
  // --- what is said of the article ---------------------------------------------------------

  // As a stage wrote it, and not read over again.
  void own_metadata() {
    Metadata& to = document_.metadata;
    to.id = id();
    to.source = string(line_, "source", {});
    to.url = string(line_, "url", {});
    to.title = string(line_, "title", {});
    to.author = string(line_, "author", {});
    to.published = string(line_, "published", {});
    to.published_from = word<PublishedFrom>(line_, "published_from", kPublishedFromWords, {});
    to.language = string(line_, "language", {});
    to.modified = string(line_, "modified", {});
    to.section = string(line_, "section", {});
    to.agency = string(line_, "agency", {});
    each(in(line_, "tags"), "tags", [&](const element& item, Where where) {
      to.tags.emplace_back(string(item, where));
    });
  }

  std::string id() {
    const auto value = in(line_, "id");
    if (!value) return std::string(place_);
    std::string words;
    switch (value->type()) {
      case simdjson::dom::element_type::STRING:
        words = std::string(value->get_string().value());
        break;
      case simdjson::dom::element_type::INT64:
      case simdjson::dom::element_type::UINT64:
      case simdjson::dom::element_type::DOUBLE: words = simdjson::minify(*value); break;
      default: fault({"id"}, " is neither a string nor a number"); break;
    }
    return words.empty() ? std::string(place_) : words;
  }

  // --- lines from outside, and our own -----------------------------------------------------

  void from_outside() {
    const ArticleRecord said = record_of(line_, names_);
    const auto text = in(line_, "text");
    if (text) string(*text, {"text"});
    const bool has_text =
        text || !said.of(ArticleField::kText).empty() || !said.of(ArticleField::kMarkup).empty();
    if (!has_text || !well())
      document_.metadata = said.document(std::string(place_)).metadata;
    else
      document_ = said.document(std::string(place_));
    if (in(line_, "id")) document_.metadata.id = id();
    if (has_text) return;
    if (const auto rejected = in(line_, "rejected")) return rejection(*rejected);
    fault("there is no \"text\"");
  }

  void own() {
    own_metadata();
    std::string raw(string(*in(line_, "raw"), {"raw"}));
    if (const auto bytes = in(line_, "raw_bytes")) put_back(*bytes, raw);
    document_ = Document(std::move(document_.metadata), std::move(raw));
    parts();
    if (const auto text = in(line_, "text")) said_of_text(*text);
    if (const auto fingerprint = in(line_, "fingerprint")) read(*fingerprint);
    if (const auto rejected = in(line_, "rejected")) rejection(*rejected);
  }

  void parts() {
    const auto list = in(line_, "parts");
    if (!list || !well()) return;
    const CodePointIndex index(document_.raw());
    std::uint32_t end = 0;
    each(list, "parts", [&](const element& item, Where where) {
      array parts;
      element from, to, role;
      if (item.get(parts) != simdjson::SUCCESS || parts.at(0).get(from) != simdjson::SUCCESS ||
          parts.at(1).get(to) != simdjson::SUCCESS || parts.at(2).get(role) != simdjson::SUCCESS)
        return fault(where, " is no list of start, end and role");
      const auto span = checked(number(from, where), number(to, where), index);
      if (!span || span->begin < end) return fault(where, " does not fit \"raw\"");
      end = span->end;
      document_.parts.push_back({*span, meaning<Role>(string(role, where), kRoleWords, where)});
    });
    if (!well()) document_.parts.clear();
  }

  // U+FFFD back to the bytes it stands for.
  void put_back(const element& list, std::string& raw) {
    std::string bytes;
    std::size_t copied = 0;
    const CodePointIndex index(raw);
    each(list, "raw_bytes", [&](const element& item, Where where) {
      const auto numbers = integers<2>(item, where);
      if (!well()) return;
      const std::size_t at =
          index.bytes(static_cast<std::uint32_t>(std::min<std::int64_t>(numbers[0], index.size())));
      if (at < copied || raw.compare(at, 3, "\uFFFD") != 0 || numbers[1] < 0x80 ||
          numbers[1] > 0xFF)
        return fault(where, " does not fit \"raw\"");
      bytes.append(raw, copied, at - copied) += static_cast<char>(numbers[1]);
      copied = at + 3;
    });
    if (well()) raw = bytes.append(raw, copied);
  }

  void said_of_text(const element& element_of_text) {
    std::string text(string(element_of_text, {"text"}));
    const CodePointIndex index(text);
    Alignment to_raw = alignment(text, index);
    if (!well() || text.empty()) return;
    of_text(&index);
    each(in(line_, "sentences"), "sentences",
         [&](const element& item, Where where) { sentence(item, where); });
    each(in(line_, "mentions"), "mentions",
         [&](const element& item, Where where) { mention(item, where); });
    each(in(line_, "attributions"), "attributions",
         [&](const element& item, Where where) { attribution(item, where); });
    each(in(line_, "claims"), "claims",
         [&](const element& item, Where where) { claim(item, where); });
    indexes_fit();
    of_text(nullptr);
    if (well()) return document_.set_text(std::move(text), std::move(to_raw));
    document_.sentences.clear();
    document_.mentions.clear();
    document_.attributions.clear();
    document_.claims.clear();
  }

  Alignment alignment(std::string_view text, const CodePointIndex& text_index) {
    const std::string_view raw = document_.raw();
    const CodePointIndex raw_index(raw);
    Alignment alignment;
    const auto copy_to = [&](std::uint32_t raw_end, std::uint32_t text_end) {
      const std::uint32_t from = alignment.raw_size(), to = alignment.text_size();
      if (raw_end < from || text_end < to || raw_end - from != text_end - to ||
          raw.substr(from, raw_end - from) != text.substr(to, text_end - to))
        return false;
      alignment.copied(raw_end - from);
      return true;
    };
    const auto pieces = in(line_, "alignment");
    each(pieces, "alignment", [&](const element& item, Where where) {
      const auto at = integers<4>(item, where);
      if (!well()) return;
      const auto in_raw = checked(at[0], at[1], raw_index),
                 in_text = checked(at[2], at[3], text_index);
      if (!in_raw || !in_text || !copy_to(in_raw->begin, in_text->begin))
        return fault(where, " does not fit the text");
      alignment.replaced(in_raw->size(), in_text->size());
    });
    if (well() &&
        !copy_to(static_cast<std::uint32_t>(raw.size()), static_cast<std::uint32_t>(text.size())))
      fault(pieces ? "\"alignment\" does not fit the text"
                   : "\"text\" is not \"raw\", and there is no \"alignment\"");
    return alignment;
  }

  // --- what is said of the text ------------------------------------------------------------

  void sentence(const element& item, Where where) {
    array parts;
    element begin, end, role, paragraph;
    if (item.get(parts) != simdjson::SUCCESS || parts.at(0).get(begin) != simdjson::SUCCESS ||
        parts.at(1).get(end) != simdjson::SUCCESS)
      return fault(where, " is no list of start, end and role");
    Sentence sentence;
    sentence.span = span_of(number(begin, where), number(end, where), where);
    if (parts.at(2).get(role) == simdjson::SUCCESS)
      sentence.role = meaning<Role>(string(role, where), kRoleWords, where);
    if (parts.at(3).get(paragraph) == simdjson::SUCCESS)
      sentence.paragraph = static_cast<std::uint32_t>(number(paragraph, where));
    if (!document_.sentences.empty() && sentence.span.begin < document_.sentences.back().span.end)
      return fault(where, " begins before the one before it ends");
    document_.sentences.push_back(sentence);
  }

  void mention(const element& item, Where where) {
    const auto of = an_object(item, where);
    if (!of) return;
    Mention mention;
    mention.span = span_of(*of, where);
    mention.kind = word<Kind>(*of, "kind", kKindWords, where);
    mention.rule = symbol(*of, "rule", where);
    if (is_time(mention.kind) && in(*of, "value")) mention.value = time(*of, where);
    if (is_amount(mention.kind) && in(*of, "relation"))
      mention.value = amount(*of, where, mention.kind == Kind::kMoney);
    if (is_name(mention.kind) && in(*of, "name"))
      mention.value = Name{std::string(string(*of, "name", where))};
    if (!has_value(mention)) return fault(where, " has not the value of its kind");
    if (!document_.mentions.empty() && mention.span.begin < document_.mentions.back().span.end)
      return fault(where, " begins before the one before it ends");
    document_.mentions.push_back(std::move(mention));
  }

  // What later stages rely on: a date has a day or an X form, a figure the ends it is stated by.
  static bool has_value(const Mention& mention) {
    if (is_time(mention.kind)) return mention.time() && !mention.time()->value.empty();
    if (is_name(mention.kind)) return mention.name() != nullptr;
    if (!is_amount(mention.kind)) return true;
    const Amount* amount = mention.amount();
    if (!amount) return false;
    switch (amount->relation) {
      case Relation::kVague: return true;
      case Relation::kAtMost: return amount->high.has_value();
      case Relation::kRange: return amount->low && amount->high;
      default: return amount->low.has_value();
    }
  }

  TimeValue time(const object& of, Where where) {
    TimeValue time;
    time.value = string(of, "value", where);
    time.days.first = day(of, "first", where);
    time.days.last = day(of, "last", where);
    time.grain = word<Grain>(of, "grain", kGrainWords, where);
    time.basis = word<TimeBasis>(of, "basis", kTimeBasisWords, where);
    time.bound = word<Bound>(of, "bound", kBoundWords, where);
    time.anchor = day(of, "anchor", where);
    time.quant = word<Quant>(of, "quant", kQuantWords, where);
    time.freq = string(of, "freq", where);
    time.zone = string(of, "zone", where);
    return time;
  }

  Amount amount(const object& of, Where where, bool money) {
    Amount amount;
    std::optional<std::int64_t> low, high;
    if (const auto precision = in(of, "precision")) {
      if (precision->is_array()) {
        const auto both = integers<2>(*precision, where);
        low = both[0];
        high = both[1];
      } else {
        low = high = number(*precision, where);
      }
    }
    amount.low = decimal(of, "low", low, where);
    amount.high = decimal(of, "high", high, where);
    amount.relation = word<Relation>(of, "relation", kRelationWords, where);
    amount.unit = symbol(of, money ? "currency" : "unit", where);
    amount.currency_basis = word<CurrencyBasis>(of, "currency_basis", kCurrencyBasisWords, where);
    amount.per = symbol(of, "per", where);
    amount.role = symbol(of, "role", where);
    amount.converts = index(of, "converts", where);
    return amount;
  }

  void attribution(const element& item, Where where) {
    const auto of = an_object(item, where);
    if (!of) return;
    Attribution attribution;
    attribution.kind = word<Quotation>(*of, "kind", kQuotationWords, where);
    attribution.source = spans(*of, "source", where);
    attribution.cue = spans(*of, "cue", where);
    attribution.content = spans(*of, "content", where);
    each(in(*of, "source_names"), "source_names", [&](const element& name, Where at) {
      attribution.source_names.emplace_back(string(name, at));
    });
    attribution.via = string(*of, "via", where);
    attribution.rule = symbol(*of, "rule", where);
    document_.attributions.push_back(std::move(attribution));
  }

  void claim(const element& item, Where where) {
    const auto of = an_object(item, where);
    if (!of) return;
    Claim claim;
    claim.span = span_of(*of, where);
    claim.subject = string(*of, "subject", where);
    claim.slot = string(*of, "slot", where);
    claim.value = index(*of, "value", where);
    claim.modality = word<Modality>(*of, "modality", kModalityWords, where);
    claim.polarity = word<Polarity>(*of, "polarity", kPolarityWords, where);
    claim.attribution = index(*of, "attribution", where);
    claim.rule = symbol(*of, "rule", where);
    document_.claims.push_back(std::move(claim));
  }

  // Indexes are judged when all they may point at is read.
  void indexes_fit() {
    const auto judge = [&](int at, std::size_t size, std::string_view what, std::size_t i) {
      if (at >= 0 && static_cast<std::size_t>(at) >= size)
        fault({what, i}, " points at what is not there");
    };
    for (std::size_t i = 0; i < document_.mentions.size(); ++i)
      if (const Amount* amount = document_.mentions[i].amount())
        judge(amount->converts, document_.mentions.size(), "mentions", i);
    for (std::size_t i = 0; i < document_.claims.size(); ++i) {
      judge(document_.claims[i].value, document_.mentions.size(), "claims", i);
      judge(document_.claims[i].attribution, document_.attributions.size(), "claims", i);
    }
  }

  void read(const element& item) {
    const auto of = an_object(item, Where{"fingerprint"});
    if (!of) return;
    Fingerprint fingerprint;
    const auto raw = Key::from_hex(string(*of, "raw", Where{"fingerprint"}));
    const auto exact = Key::from_hex(string(*of, "exact", Where{"fingerprint"}));
    if (!raw || !exact) return fault({"fingerprint"}, " has no \"raw\" and \"exact\" of 32 digits");
    fingerprint.raw = *raw;
    fingerprint.exact = *exact;
    if (const auto words = in(*of, "words"))
      fingerprint.words = static_cast<std::uint32_t>(number(*words, Where{"fingerprint"}));
    const std::vector<std::uint32_t> shingles = hashes(*of, "shingles"),
                                     margins = hashes(*of, "margins");
    if (margins.size() != shingles.size())
      return fault({"fingerprint"}, " has not as many \"margins\" as \"shingles\"");
    for (std::size_t i = 0; i < shingles.size(); ++i)
      fingerprint.shingles.push_back({shingles[i], margins[i]});
    fingerprint.sentences = hashes(*of, "sentences");
    if (well()) document_.fingerprint = std::move(fingerprint);
  }

  std::vector<std::uint32_t> hashes(const object& of, std::string_view field) {
    std::vector<std::uint32_t> all;
    each(in(of, field), field, [&](const element& item, Where where) {
      const std::int64_t hash = number(item, where);
      if (hash < 0 || hash > std::numeric_limits<std::uint32_t>::max())
        return fault(where, " is no number of 32 bits");
      all.push_back(static_cast<std::uint32_t>(hash));
    });
    return all;
  }

  void rejection(const element& item) {
    const auto of = an_object(item, Where{"rejected"});
    if (!of) return;
    Rejection rejection;
    rejection.stage = string(*of, "stage", Where{"rejected"});
    rejection.reason = string(*of, "reason", Where{"rejected"});
    rejection.place = string(*of, "place", Where{"rejected"});
    if (rejection.stage.empty() || rejection.reason.empty())
      return fault({"rejected"}, " has no \"stage\" or no \"reason\"");
    document_.rejected = std::move(rejection);
  }

  const object& line_;
  std::string_view place_;
  const FieldNames& names_;
  Document document_;
};

}  // namespace

struct WireReader::State {
  simdjson::dom::parser parser;
  FieldNames names;
};

WireReader::WireReader(FieldNames names) : state_(std::make_unique<State>()) {
  state_->names = std::move(names);
}
WireReader::~WireReader() = default;

Document WireReader::read(std::string_view line, std::string_view place) {
  element root;
  auto error = state_->parser.parse(line.data(), line.size()).get(root);
  if (error == simdjson::STRING_ERROR)
    if (const auto repaired = without_lone_surrogates(line))
      error = state_->parser.parse(*repaired).get(root);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  object of;
  if (!error && root.get(of) == simdjson::SUCCESS) return Reading(of, place, state_->names).run();
  Document broken;
  broken.metadata.id = place;
  broken.rejected = Rejection{
      "read", error ? reason_of(error, line) : "the line is not a JSON object", std::string(place)};
  return broken;
}

}  // namespace newsfacts
