#include "db/link/stored_claims.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/document.h"
#include "corpus/utf8.h"
#include "db/link/sorted_sets.h"

namespace newsfacts {
namespace {

// The columns of a mention's value, in the order in which the statement below asks for them.
enum Column : int {
  kOrd,
  kKind,
  kWords,
  kValue,
  kLow,
  kLowPrecision,
  kHigh,
  kHighPrecision,
  kRelation,
  kUnit,
  kPer,
  kRole,
  kConverts,
  kFirst,
  kLast,
  kGrain,
  kBound,
  kAnchor,
  kFreq,
  kZone,
  kBasis,
  kStart,
  kEnd
};

template <typename Enum, std::size_t N>
Enum word_at(const Statement& row, int at, const std::array<std::string_view, N>& words) {
  return found_in<Enum>(words, row.text(at)).value_or(Enum{});
}

// "4200000000", of which the last digit stated is that of 10^8.
std::optional<Decimal> decimal_at(const Statement& row, int at, int precision_at) {
  if (row.is_null(at)) return std::nullopt;
  std::optional<Decimal> number = Decimal::parse(row.text(at));
  if (!number || row.is_null(precision_at)) return number;
  const auto precision = static_cast<int>(row.integer(precision_at));
  std::int64_t digits = number->digits();
  int exponent = number->exponent();
  for (; exponent < precision && digits % 10 == 0; ++exponent) digits /= 10;
  constexpr std::int64_t kRoom = 99'999'999'999'999'999;  // 18 digits after one more
  for (; exponent > precision && digits <= kRoom && digits >= -kRoom; --exponent) digits *= 10;
  return Decimal(digits, exponent);
}

Amount amount_at(const Statement& row) {
  Amount amount;
  amount.low = decimal_at(row, kLow, kLowPrecision);
  amount.high = decimal_at(row, kHigh, kHighPrecision);
  amount.relation = word_at<Relation>(row, kRelation, kRelationWords);
  amount.unit = Symbol(row.text(kUnit));
  amount.currency_basis = word_at<CurrencyBasis>(row, kBasis, kCurrencyBasisWords);
  amount.per = Symbol(row.text(kPer));
  amount.role = Symbol(row.text(kRole));
  if (!row.is_null(kConverts)) amount.converts = static_cast<int>(row.integer(kConverts));
  return amount;
}

TimeValue time_at(const Statement& row) {
  TimeValue time;
  time.value = row.text(kValue);
  time.days = {parse_day(row.text(kFirst)), parse_day(row.text(kLast))};
  time.grain = word_at<Grain>(row, kGrain, kGrainWords);
  time.basis = word_at<TimeBasis>(row, kBasis, kTimeBasisWords);
  time.bound = word_at<Bound>(row, kBound, kBoundWords);
  time.anchor = parse_day(row.text(kAnchor));
  time.freq = row.text(kFreq);
  time.zone = row.text(kZone);
  return time;
}

// Sentences are counted without links, bylines and the like.
bool tells_news(std::string_view role) {
  const Role kind = found_in<Role>(kRoleWords, role).value_or(Role::kBody);
  return kind <= Role::kAnswer && kind != Role::kHeading;
}

// Shorter are initials and the "of" and "El" of names.
constexpr std::size_t kLeastNameBytes = 3;

std::vector<std::uint64_t> words_of(std::span<const Token> tokens) {
  std::vector<std::uint64_t> words;
  for (const Token& token : tokens)
    if (token.is_word()) words.push_back(token.hash);
  sort_distinct(words);
  return words;
}

struct StoredMention {
  Kind kind = Kind::kOther;
  std::string words;
  Value value;
  int converts = -1;
  Span place;  // in code points
};

}  // namespace

StoredClaims::StoredClaims(const Database& database)
    : claims_(
          database.prepare("SELECT id, key, what, subject, start, end, modality, polarity, value "
                           "FROM claim WHERE document = ? ORDER BY ord")),
      mentions_(database.prepare(
          "SELECT ord, kind, text, value, low, low_precision, high, high_precision, relation, "
          "unit, per, role, converts, first, last, grain, bound, anchor, freq, zone, basis, start, "
          "end FROM mention WHERE document = ? ORDER BY ord")),
      text_(database.prepare("SELECT text, published FROM document WHERE id = ?")),
      sentences_(database.prepare(
          "SELECT start, end, role FROM sentence WHERE document = ? ORDER BY start")) {}

std::vector<StoredClaim> StoredClaims::of(DocumentId document) {
  std::unordered_map<int, StoredMention> mentions;
  figures_.clear();
  places_.clear();
  names_.clear();
  name_places_.clear();
  mentions_.bind(1, document);
  while (mentions_.step()) {
    const auto kind = found_in<Kind>(kKindWords, mentions_.text(kKind));
    if (!kind) continue;
    const Span place{static_cast<std::uint32_t>(mentions_.integer(kStart)),
                     static_cast<std::uint32_t>(mentions_.integer(kEnd))};
    if (is_name(*kind)) {
      names_.push_back({*kind, 0});
      name_places_.push_back(place);
    }
    if (!is_time(*kind) && !is_amount(*kind)) continue;
    StoredMention mention{*kind, std::string(mentions_.text(kWords)), {}, -1, place};
    figures_.push_back(mention.place);
    if (is_amount(*kind)) {
      const Amount amount = amount_at(mentions_);
      mention.converts = amount.converts;
      mention.value = amount;
    } else {
      mention.value = time_at(mentions_);
    }
    mentions.emplace(static_cast<int>(mentions_.integer(kOrd)), std::move(mention));
  }
  mentions_.reset();

  // A sum, and those it is converted to in brackets behind it, are one sum.
  std::unordered_map<int, std::vector<int>> conversions;
  for (const auto& [ord, mention] : mentions)
    if (mention.converts >= 0) conversions[mention.converts].push_back(ord);

  std::vector<StoredClaim> claims;
  claims_.bind(1, document);
  while (claims_.step()) {
    StoredClaim claim;
    claim.row = claims_.integer(0);
    claim.key = key_of_bytes(claims_.blob(1));
    claim.what = claims_.text(2);
    claim.subject = claims_.text(3);
    claim.clause = {static_cast<std::uint32_t>(claims_.integer(4)),
                    static_cast<std::uint32_t>(claims_.integer(5))};
    claim.modality = word_at<Modality>(claims_, 6, kModalityWords);
    claim.polarity = word_at<Polarity>(claims_, 7, kPolarityWords);
    if (claims_.is_null(8)) {
      claim.kind = Kind::kOther;
      places_.push_back(claim.clause);
      claims.push_back(std::move(claim));
      continue;
    }
    const auto ord = static_cast<int>(claims_.integer(8));
    const auto at = mentions.find(ord);
    if (at == mentions.end()) continue;
    const StoredMention& mention = at->second;
    claim.words = mention.words;
    claim.kind = mention.kind;
    claim.value = mention.value;
    places_.push_back(mention.place);
    const int sum = mention.converts >= 0 ? mention.converts : ord;
    std::vector<int> same = conversions[sum];
    same.push_back(sum);
    std::sort(same.begin(), same.end());
    for (const int other : same)
      if (const auto found = mentions.find(other); other != ord && found != mentions.end())
        if (const Amount* amount = std::get_if<Amount>(&found->second.value))
          claim.also.push_back(*amount);
    claims.push_back(std::move(claim));
  }
  claims_.reset();
  survey(document, &claims);
  return claims;
}

// The word that tells a name from others: a person's last, and the first of what else has one.
void StoredClaims::tell_names(std::span<const Token> tokens) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    while (at < tokens.size() && tokens[at].span.end <= name_places_[i].begin) ++at;
    for (std::size_t k = at; k < tokens.size() && name_places_[i].contains(tokens[k].span); ++k) {
      if (!tokens[k].is_word() || tokens[k].span.size() < kLeastNameBytes) continue;
      names_[i].word = tokens[k].hash;
      if (names_[i].kind != Kind::kPerson) break;
    }
  }
}

// When the article appeared, what stands around each of the claims, whose places are places_; and
// the words of those that have no value.
void StoredClaims::survey(DocumentId document, std::vector<StoredClaim>* claims) {
  text_.bind(1, document);
  if (text_.step()) {
    const std::string_view text = text_.text(0);
    const std::optional<Day> published = parse_day(text_.text(1));
    const CodePointIndex index(text);
    const auto in_bytes = [&](std::vector<Span>* spans) {
      for (Span& span : *spans) span = {index.bytes(span.begin), index.bytes(span.end)};
    };
    std::vector<Span> sentences;
    sentences_.bind(1, document);
    while (sentences_.step())
      if (tells_news(sentences_.text(2)))
        sentences.push_back({static_cast<std::uint32_t>(sentences_.integer(0)),
                             static_cast<std::uint32_t>(sentences_.integer(1))});
    sentences_.reset();
    in_bytes(&sentences);
    in_bytes(&figures_);
    in_bytes(&places_);
    in_bytes(&name_places_);
    const std::vector<Token> tokens = tokenize(text);
    std::vector<WordsAround> around = words_around(tokens, sentences, figures_, places_);
    tell_names(tokens);
    const auto article = std::make_shared<const std::vector<std::uint64_t>>(words_of(tokens));
    for (std::size_t i = 0; i < claims->size(); ++i) {
      StoredClaim& claim = (*claims)[i];
      claim.around = std::move(around[i]);
      claim.published = published;
      claim.article = article;
      const Span clause{index.bytes(claim.clause.begin), index.bytes(claim.clause.end)};
      for (std::size_t name = 0; name < names_.size(); ++name)
        if (names_[name].word != 0 && clause.contains(name_places_[name]))
          claim.names.push_back(names_[name].word);
      const auto sentence =
          std::partition_point(sentences.begin(), sentences.end(),
                               [&](const Span& other) { return other.end <= places_[i].begin; });
      claim.sentence = static_cast<std::uint32_t>(sentence - sentences.begin());
      if (claim.kind == Kind::kOther)
        claim.words = text.substr(places_[i].begin, places_[i].size());
    }
  }
  text_.reset();
}

std::optional<SlotReasons> reasons_of(const Database& database, std::int64_t a, std::int64_t b) {
  struct Side {
    std::vector<StoredClaim> claims;
    std::uint32_t at = 0;
  };
  StoredClaims stored(database);
  Statement row = database.prepare("SELECT document FROM claim WHERE id = ?");
  std::optional<DocumentId> before;
  const auto side_of = [&](std::int64_t claim) -> std::optional<Side> {
    row.bind(1, claim);
    const std::optional<DocumentId> document =
        row.step() ? std::optional(row.integer(0)) : std::nullopt;
    row.reset();
    if (!document || document == before) return std::nullopt;
    before = document;
    Side side{stored.of(*document), 0};
    while (side.at < side.claims.size() && side.claims[side.at].row != claim) ++side.at;
    if (side.at == side.claims.size()) return std::nullopt;
    return side;
  };
  const auto one = side_of(a), other = side_of(b);
  if (!one || !other) return std::nullopt;
  return reasons(as_slot_claims(one->claims, false), as_slot_claims(other->claims, false), one->at,
                 other->at);
}

}  // namespace newsfacts
