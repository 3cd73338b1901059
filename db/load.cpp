#include "db/load.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "db/columns.h"

namespace newsfacts {
namespace {

std::string_view as_text(std::span<const unsigned char> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Rows for each thing of each document: documents[0] thing 0, thing 1, ..., documents[1] ...
template <typename Documents, typename Count, typename Fill>
class RowsOfEach : public Rows {
 public:
  RowsOfEach(const Documents& documents, Count count, Fill fill)
      : documents_(documents), count_(std::move(count)), fill_(std::move(fill)) {}

  bool next(Row& row) override {
    while (at_ < documents_.size() && thing_ == count_(documents_[at_])) {
      ++at_;
      thing_ = 0;
    }
    if (at_ == documents_.size()) return false;
    fill_(row, documents_[at_], thing_++);
    return true;
  }

 private:
  const Documents& documents_;
  std::size_t at_ = 0, thing_ = 0;
  Count count_;
  Fill fill_;
};

std::string json_list(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  using Json = nlohmann::json;
  return Json(words).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void bind_text(Statement& statement, int at, std::string_view text) {
  if (text.empty())
    statement.bind_null(at);
  else
    statement.bind(at, text);
}

std::int64_t row_or_none(Names& names, std::string_view name) {
  return name.empty() ? 0 : names.row_of(name);
}

}  // namespace

Key claim_key(std::span<const unsigned char> document_key, Span span, std::string_view what,
              std::string_view value) {
  const std::array<std::uint32_t, 2> ends = {span.begin, span.end};
  std::array<unsigned char, 8> place{};
  for (std::size_t i = 0; i < place.size(); ++i)
    place[i] = static_cast<unsigned char>(ends[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
  return Key::of({as_text(document_key), as_text(place), what, value});
}

void Loader::Stored::span(Row& row, Span bytes) const {
  const Span span = text.code_points(bytes);
  row.integer(span.begin).integer(span.end);
}

void Loader::Stored::raw_span(Row& row, Span bytes) const {
  if (!raw || bytes.empty()) {
    nulls(row, 2);
  } else {
    const Span span = raw->code_points(document.alignment().to_raw(bytes));
    row.integer(span.begin).integer(span.end);
  }
}

Loader::Loader(const Database& database)
    : database_(database),
      document_(database.prepare(
          "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (key) DO NOTHING")),
      rejected_(database.prepare("INSERT INTO rejected VALUES (NULL, ?, ?, ?, ?, ?, ?) "
                                 "ON CONFLICT (key) DO NOTHING")),
      fingerprint_(database, "fingerprint", 6),
      sentence_(database, "sentence(document, start, end, role, paragraph)", 5),
      mention_(database, "mention", 29),
      attribution_(database, "attribution", 5),
      attribution_span_(database, "attribution_span", 8),
      attribution_source_(database, "attribution_source", 4),
      claim_(database,
             "claim(document, ord, key, start, end, raw_start, raw_end, subject, what, value, "
             "modality, polarity, attribution, rule)",
             14),
      sources_(database, "source", false),
      rules_(database, "rule", false),
      entities_(database, "entity", true) {}

LoadCounts Loader::load(std::span<const Document> batch) {
  Transaction transaction(database_);
  LoadCounts counts;
  counts.read = batch.size();
  std::int64_t row = database_.integer("SELECT max(id) FROM document");
  stored_.clear();
  for (const Document& document : batch) {
    if (document.rejected) {
      reject(document, *document.rejected);
      ++counts.rejected;
    } else if (document.text().empty()) {
      reject(document, {"load", "no text: it was not normalized", {}});
      ++counts.rejected;
    } else if (store(document, row + 1)) {
      ++row;
      ++counts.stored;
    } else {
      ++counts.duplicate;
    }
  }
  write_fingerprints();
  write_sentences();
  write_mentions();
  write_attributions();
  write_claims();
  transaction.commit();
  return counts;
}

void Loader::reject(const Document& document, const Rejection& rejection) {
  const Key key =
      Key::of({document.key().hex(), rejection.stage, rejection.reason, rejection.place});
  const auto bytes = key.bytes();
  rejected_.bind_blob(1, bytes);
  bind_text(rejected_, 2, document.id());
  bind_text(rejected_, 3, document.metadata.source);
  rejected_.bind(4, rejection.stage).bind(5, rejection.reason);
  bind_text(rejected_, 6, rejection.place);
  rejected_.run();
}

bool Loader::store(const Document& document, std::int64_t row) {
  const Key key = document.key();
  const bool as_read = document.raw() == document.text();
  Stored stored{document, row, key, CodePointIndex(document.text()), std::nullopt};
  if (!as_read) stored.raw.emplace(document.raw());

  const auto bytes = key.bytes();
  document_.bind(1, row).bind_blob(2, bytes);
  const Metadata& metadata = document.metadata;
  bind_text(document_, 3, metadata.id);
  if (metadata.source.empty())
    document_.bind_null(4);
  else
    document_.bind(4, sources_.row_of(metadata.source));
  bind_text(document_, 5, metadata.url);
  bind_text(document_, 6, metadata.title);
  bind_text(document_, 7, metadata.author);
  bind_text(document_, 8, metadata.published);
  document_.bind(9, word_in(kPublishedFromWords, metadata.published_from));
  bind_text(document_, 10, metadata.language);
  bind_text(document_, 11, metadata.modified);
  bind_text(document_, 12, metadata.section);
  bind_text(document_, 13, metadata.agency);
  const std::string tags = json_list(metadata.tags);  // read when the row is written
  bind_text(document_, 14, tags);
  document_.bind(15, std::int64_t{stored.text.size()}).bind(16, document.text());
  scratch_.clear();
  if (!as_read) {
    char before = '[';
    for (const Alignment::Piece& piece : document.alignment().pieces()) {
      const Span raw = stored.raw->code_points(piece.raw),
                 text = stored.text.code_points(piece.text);
      fmt::format_to(std::back_inserter(scratch_), "{}[{},{},{},{}]", before, raw.begin, raw.end,
                     text.begin, text.end);
      before = ',';
    }
    scratch_ += ']';
  }
  bind_text(document_, 17, as_read ? std::string_view() : document.raw());
  bind_text(document_, 18, scratch_);
  document_.run();
  if (database_.changes() == 0) return false;
  stored_.push_back(std::move(stored));
  return true;
}

void Loader::write_fingerprints() {
  RowsOfEach rows(
      stored_, [](const Stored& s) { return std::size_t{s.document.fingerprint.has_value()}; },
      [&](Row& row, const Stored& s, std::size_t) {
        const Fingerprint& print = *s.document.fingerprint;
        const auto raw = print.raw.bytes(), exact = print.exact.bytes();
        scratch_.assign(as_text(raw)).append(as_text(exact));
        // The greatest byte first: as bytes they sort as they do as numbers.
        const auto add = [&](std::uint32_t number, int bytes) {
          for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            scratch_.push_back(static_cast<char>(number >> shift & 0xff));
        };
        for (const Shingle& shingle : print.shingles) {
          add(shingle.hash, 4);
          add(shingle.margins, 3);
        }
        const std::size_t sentences = scratch_.size();
        for (const std::uint32_t hash : print.sentences) add(hash, 4);
        const std::string_view bytes = scratch_;
        row.integer(s.id).blob(bytes.substr(0, 16)).blob(bytes.substr(16, 16));
        row.integer(print.words).blob(bytes.substr(32, sentences - 32));
        row.blob(bytes.substr(sentences));
      });
  fingerprint_.run(rows);
}

void Loader::write_sentences() {
  RowsOfEach rows(
      stored_, [](const Stored& s) { return s.document.sentences.size(); },
      [](Row& row, const Stored& s, std::size_t i) {
        const Sentence& sentence = s.document.sentences[i];
        row.integer(s.id);
        s.span(row, sentence.span);
        row.text(word_in(kRoleWords, sentence.role)).integer(sentence.paragraph);
      });
  sentence_.run(rows);
}

void Loader::write_mentions() {
  // Looked up beforehand: it may mean an INSERT, and ours is to be the only one under way.
  rule_rows_.clear();
  entity_rows_.clear();
  for (const Stored& s : stored_)
    for (const Mention& mention : s.document.mentions) {
      rule_rows_.push_back(row_or_none(rules_, mention.rule.str()));
      const Name* name = mention.name();
      entity_rows_.push_back(
          name ? entities_.row_of(name->canonical, word_in(kKindWords, mention.kind)) : 0);
    }
  std::size_t at = 0;
  RowsOfEach rows(
      stored_, [](const Stored& s) { return s.document.mentions.size(); },
      [&](Row& row, const Stored& s, std::size_t i) {
        const Mention& mention = s.document.mentions[i];
        row.integer(s.id).integer(static_cast<std::int64_t>(i));
        s.span(row, mention.span);
        s.raw_span(row, mention.span);
        row.text(s.document.at(mention.span)).text(word_in(kKindWords, mention.kind));
        row_or_null(row, rule_rows_[at]);
        row_or_null(row, entity_rows_[at++]);
        value_columns(row, mention);
      });
  mention_.run(rows);
}

void Loader::write_attributions() {
  struct Part {
    const Stored* stored;
    std::int64_t attribution;
    std::string_view part;
    std::int64_t ord;
    Span span;
  };
  struct Speaker {
    const Stored* stored;
    std::int64_t attribution, ord;
    std::string_view name;
  };
  std::vector<Part> parts;
  std::vector<Speaker> speakers;
  rule_rows_.clear();
  for (const Stored& s : stored_)
    for (std::size_t i = 0; i < s.document.attributions.size(); ++i) {
      const Attribution& attribution = s.document.attributions[i];
      rule_rows_.push_back(row_or_none(rules_, attribution.rule.str()));
      const auto number = static_cast<std::int64_t>(i);
      const auto add = [&](std::string_view part, const std::vector<Span>& spans) {
        for (std::int64_t ord = 0; const Span span : spans)
          if (!span.empty()) parts.push_back({&s, number, part, ord++, span});
      };
      // In the order of the primary key, in which a table grows fastest.
      add("content", attribution.content);
      add("cue", attribution.cue);
      add("source", attribution.source);
      for (std::int64_t ord = 0; const std::string& name : attribution.source_names)
        speakers.push_back({&s, number, ord++, name});
    }

  std::size_t at = 0;
  RowsOfEach rows(
      stored_, [](const Stored& s) { return s.document.attributions.size(); },
      [&](Row& row, const Stored& s, std::size_t i) {
        const Attribution& attribution = s.document.attributions[i];
        row.integer(s.id).integer(static_cast<std::int64_t>(i));
        row.text(word_in(kQuotationWords, attribution.kind)).text_or_null(attribution.via);
        row_or_null(row, rule_rows_[at++]);
      });
  attribution_.run(rows);

  const auto one = [](const auto&) { return std::size_t{1}; };
  RowsOfEach spans(parts, one, [](Row& row, const Part& part, std::size_t) {
    row.integer(part.stored->id).integer(part.attribution).text(part.part).integer(part.ord);
    part.stored->span(row, part.span);
    part.stored->raw_span(row, part.span);
  });
  attribution_span_.run(spans);

  RowsOfEach names(speakers, one, [](Row& row, const Speaker& speaker, std::size_t) {
    row.integer(speaker.stored->id).integer(speaker.attribution).integer(speaker.ord);
    row.text(speaker.name);
  });
  attribution_source_.run(names);
}

void Loader::write_claims() {
  rule_rows_.clear();
  for (const Stored& s : stored_)
    for (const Claim& claim : s.document.claims)
      rule_rows_.push_back(row_or_none(rules_, claim.rule.str()));
  std::size_t at = 0;
  std::array<unsigned char, 16> key{};
  RowsOfEach rows(
      stored_, [](const Stored& s) { return s.document.claims.size(); },
      [&](Row& row, const Stored& s, std::size_t i) {
        const Claim& claim = s.document.claims[i];
        const auto value = static_cast<std::size_t>(claim.value);
        scratch_ = claim.value < 0 ? std::string() : to_string(s.document.mentions[value].value);
        key =
            claim_key(s.key.bytes(), s.text.code_points(claim.span), claim.slot, scratch_).bytes();
        row.integer(s.id).integer(static_cast<std::int64_t>(i)).blob(as_text(key));
        s.span(row, claim.span);
        s.raw_span(row, claim.span);
        row.text_or_null(claim.subject).text(claim.slot);
        index_or_null(row, claim.value);
        row.text(word_in(kModalityWords, claim.modality));
        row.text(word_in(kPolarityWords, claim.polarity));
        index_or_null(row, claim.attribution);
        row_or_null(row, rule_rows_[at++]);
      });
  claim_.run(rows);
}

}  // namespace newsfacts
