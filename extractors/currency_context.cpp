#include "extractors/currency_context.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/utf8.h"
#include "extractors/amount_context.h"
#include "extractors/phrase_table.h"
#include "extractors/rows.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLead = 400;      // bytes: headline, dateline and first paragraph
constexpr std::size_t kWidestGap = 40;  // bytes: " a share (or approximately "

struct Tables {
  Tables() {
    for (const Row& row : rows_of("currency_families")) {
      std::string code(row[0]);
      for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
      families.emplace(Symbol(code).str().data(), Symbol(row[1]));
    }
  }

  std::unordered_map<const char*, Symbol> families;  // by the address of the code's spelling
  PhraseTable places{"currency_places"};
  WordTable desks{"currency_desks"};
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

// "EUR IEP-2002": what a place has paid with, the newest first, some of them up to a year.
class Purse {
 public:
  Purse() = default;
  explicit Purse(std::string_view codes) : codes_(codes) {}

  // Its currency of `family` in `year`; the newest where the year is 0, for unknown.
  std::optional<Symbol> of(Symbol family, int year) const {
    std::optional<Symbol> found;
    for (std::string_view rest = codes_; rest.size() >= 3;) {
      const std::string_view item = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), item.size() + 1));
      int last = 9999;
      if (item.size() > 4) std::from_chars(item.data() + 4, item.data() + item.size(), last);
      const Symbol code(item.substr(0, 3));
      if (last < year || currency_family(code) != family) continue;
      if (year == 0) return code;
      found = code;
    }
    return found;
  }

 private:
  std::string_view codes_;
};

// The site, by its top-level domain.  Scraped articles often open with their address.
Purse purse_of_site(const Document& document) {
  std::string_view host = document.metadata.url;
  if (host.empty() && document.text().starts_with("http"))
    host = std::string_view(document.text()).substr(0, document.text().find_first_of(" \n"));
  if (const std::size_t scheme = host.find("://"); scheme != host.npos)
    host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?"));
  for (std::size_t dot = host.find('.'); dot != host.npos; dot = host.find('.', dot + 1))
    if (const auto codes = tables().places.find(host.substr(dot))) return Purse(*codes);
  // "mexicodailypost.com"
  constexpr std::size_t kShortest = 4;
  if (host.starts_with("www.")) host.remove_prefix(4);
  for (std::size_t size = host.find('.'); size != host.npos && size >= kShortest; --size)
    if (const auto codes = tables().places.find(host.substr(0, size))) return Purse(*codes);
  return {};
}

// "The Jamaica Observer": the place that a paper has in its name.
Purse purse_of_source(std::string_view source) {
  while (!source.empty()) {
    for (std::string_view words = source; !words.empty();) {
      if (const auto codes = tables().places.find(words)) return Purse(*codes);
      const std::size_t space = words.rfind(' ');
      words = words.substr(0, space == words.npos ? 0 : space);
    }
    const std::size_t space = source.find(' ');
    source.remove_prefix(space == source.npos ? source.size() : space + 1);
  }
  return {};
}

class Setting {
 public:
  explicit Setting(const Document& document) : document_(document) {
    if (const auto day = document.metadata.published_day())
      year_ = static_cast<int>(std::chrono::year_month_day(*day).year());
    site_ = purse_of_site(document);
    source_ = purse_of_source(document.metadata.source);
    read_dateline();
  }

  bool has_desk() const { return desk_; }
  std::optional<Symbol> outlet(Symbol family) const {
    const auto site = site_.of(family, year_);
    return site ? site : source_.of(family, year_);
  }
  std::optional<Symbol> dateline(Symbol family) const { return dateline_.of(family, year_); }

  // The country that the article is about, by how often it and its people are named.
  std::optional<Symbol> subject(Symbol family) {
    if (!counted_) count_places();
    const bool dollar = family.str() == "dollar";
    std::vector<std::pair<Symbol, int>> named;  // a handful at most
    for (const auto& [purse, lead, times] : places_) {
      const auto code = purse.of(family, year_);
      if (!code) continue;
      if (dollar && !lead && code->str() != "USD") continue;
      const auto known = std::find_if(named.begin(), named.end(),
                                      [&](const auto& entry) { return entry.first == *code; });
      if (known == named.end())
        named.emplace_back(*code, times);
      else
        known->second += times;
    }
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (named.empty()) return std::nullopt;
    const int times = named[0].second;
    if (named.size() == 1)
      return times < (dollar ? 3 : 1) ? std::nullopt : std::optional(named[0].first);
    return dollar || times < 2 * named[1].second ? std::nullopt : std::optional(named[0].first);
  }

 private:
  struct Named {
    Purse purse;
    bool lead = false;  // named at the head of the article
    int times = 0;
  };

  void read_dateline() {
    const std::string_view text = document_.text();
    const std::string_view lead = text.substr(0, kLead);
    desk_ = tables().desks.find(document_.metadata.source).has_value();
    for (std::size_t open = lead.find('('); !desk_ && open != lead.npos;
         open = lead.find('(', open + 1)) {
      const std::size_t close = lead.find(')', open);
      if (close == lead.npos) break;
      desk_ = tables().desks.find(lead.substr(open + 1, close - open - 1)).has_value();
    }
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.role != Role::kDateline) continue;
      const std::string_view line = document_.at(sentence.span);
      const std::string_view place = line.substr(0, line.find_first_of(",(/-"));
      const std::size_t end = place.find_last_not_of(' ');
      if (end == place.npos) continue;
      if (const auto codes = tables().places.find(place.substr(0, end + 1))) {
        dateline_ = Purse(*codes);
        return;
      }
    }
  }

  void count_places() {
    counted_ = true;
    const auto& tokens = document_.tokens();
    std::vector<std::pair<const char*, std::size_t>> known;
    for (std::size_t at = 0; at < tokens.size();) {
      const Token& token = tokens[at];
      const bool capital = token.is_word() && token.shape != Token::Shape::kLower;
      const auto codes = capital ? tables().places.at(document_, &at) : std::nullopt;
      if (!codes) {
        ++at;
        continue;
      }
      const auto place = std::find_if(known.begin(), known.end(), [&](const auto& entry) {
        return entry.first == codes->data();
      });
      if (place == known.end()) {
        known.emplace_back(codes->data(), places_.size());
        places_.push_back({Purse(*codes), token.span.begin < kLead, 1});
      } else {
        ++places_[place->second].times;
      }
    }
  }

  const Document& document_;
  int year_ = 0;
  bool desk_ = false;
  bool counted_ = false;
  Purse site_, source_, dateline_;
  std::vector<Named> places_;
};

// The currencies that a document names in full, one of each family; none of a family of which
// it names two.
class NamedCurrencies {
 public:
  NamedCurrencies(const Document& document, const std::vector<std::size_t>& sums) {
    for (const std::size_t sum : sums) {
      const Amount& amount = *document.mentions[sum].amount();
      const Symbol family = currency_family(amount.unit);
      if (family.empty()) continue;
      Entry& entry = entry_of(family);
      if (amount.currency_basis == CurrencyBasis::kDefault) {
        entry.bare_seen = true;
      } else {
        if (entry.times > 0 && entry.code != amount.unit) entry.several = true;
        entry.code = amount.unit;
        entry.in_turn = entry.in_turn || entry.bare_seen;
        ++entry.times;
      }
    }
  }

  std::optional<Symbol> of(Symbol family) const {
    for (const Entry& entry : entries_)
      if (entry.family == family && entry.times > 0 && !entry.several) return entry.code;
    return std::nullopt;
  }

  // Named once, and short from there on.
  std::optional<Symbol> introduced(Symbol family) const {
    for (const Entry& entry : entries_)
      if (entry.family == family && (entry.times != 1 || entry.in_turn)) return std::nullopt;
    return of(family);
  }

 private:
  struct Entry {
    Symbol family;
    Symbol code;
    int times = 0;
    bool several = false;  // more than one currency of the family
    bool bare_seen = false;
    bool in_turn = false;  // in full again, or first, behind a bare one
  };

  Entry& entry_of(Symbol family) {
    for (Entry& entry : entries_)
      if (entry.family == family) return entry;
    entries_.emplace_back().family = family;
    return entries_.back();
  }

  std::vector<Entry> entries_;  // a handful at most
};

// Whether the neighbour that the sum `k` converts, or that converts it, is in `currency`: then the
// sum itself is in another ("10.5 million Australian dollars ($7.5 million)").
bool converts_to(const Document& document, const std::vector<std::size_t>& sums, std::size_t k,
                 Symbol currency) {
  const auto meets = [&](std::size_t first, std::size_t second, std::size_t other) {
    const auto& mentions = document.mentions;
    return mentions[sums[other]].amount()->unit == currency &&
           mentions[sums[other]].amount()->currency_basis == CurrencyBasis::kExplicit &&
           converts(document, mentions[sums[first]].span, mentions[sums[second]].span);
  };
  return (k > 0 && meets(k - 1, k, k - 1)) || (k + 1 < sums.size() && meets(k, k + 1, k + 1));
}

// What settles a family, and whether it settles its sign, too, or its words alone.
struct Settled {
  std::optional<Symbol> code;
  bool sign = true;
};

// Whether bare dollars convert other money or state its rate: "1.2 million yuan ($144,600)".  That
// is the dollar of the desk, not one that the text brought in.
bool converts_foreign(const Document& document, const std::vector<std::size_t>& sums) {
  const Symbol dollar("dollar");
  for (std::size_t k = 0; k < sums.size(); ++k) {
    const Mention& mention = document.mentions[sums[k]];
    if (mention.amount()->currency_basis != CurrencyBasis::kDefault ||
        currency_family(mention.amount()->unit) != dollar)
      continue;
    for (const std::size_t other : {k - 1, k + 1}) {
      if (other >= sums.size()) continue;
      const Mention& neighbor = document.mentions[sums[other]];
      if (currency_family(neighbor.amount()->unit) == dollar) continue;
      if (other < k ? converts(document, neighbor.span, mention.span)
                    : converts(document, mention.span, neighbor.span))
        return true;
    }
  }
  return false;
}

Settled settled(const Document& document, const std::vector<std::size_t>& sums, Setting& setting,
                const NamedCurrencies& named, Symbol family) {
  std::optional<Symbol> code;
  if (family.str() == "dollar") {
    if (setting.has_desk()) return {Symbol("USD")};
    if ((code = setting.outlet(family))) return {code};
    if ((code = named.introduced(family)) && !converts_foreign(document, sums)) return {code};
    if (named.of(family)) return {};
    if ((code = setting.dateline(family))) return {code};
    code = setting.subject(family);
    return {code, code && code->str() == "USD"};
  }
  if ((code = setting.dateline(family))) return {code};
  if ((code = named.of(family))) return {code};
  if ((code = setting.outlet(family))) return {code};
  return {setting.subject(family)};
}

}  // namespace

Symbol currency_family(Symbol code) {
  const auto family = tables().families.find(code.str().data());
  return family == tables().families.end() ? Symbol() : family->second;
}

bool converts(const Document& document, Span first, Span second) {
  if (second.begin < first.end || second.begin - first.end > kWidestGap) return false;
  const std::string_view gap = document.at(Span{first.end, second.begin});
  if (gap.find_first_of(").;\n") != gap.npos) return false;
  if (gap.find('(') != gap.npos) return true;
  return gap == " = " || gap == "=" || gap == " or " || gap.starts_with(", or ") ||
         gap.starts_with(" or ") || gap.starts_with(" ($");
}

void link_conversions(Document& document, const std::vector<std::size_t>& sums) {
  const auto& tokens = document.tokens();
  const auto word_at = [&](std::size_t token) {
    return token < tokens.size() ? document.at(tokens[token].span) : std::string_view();
  };
  for (std::size_t k = 1; k < sums.size(); ++k) {
    Mention& before = document.mentions[sums[k - 1]];
    Mention& mention = document.mentions[sums[k]];
    Amount& first = std::get<Amount>(before.value);
    Amount& second = std::get<Amount>(mention.value);
    if (second.unit == first.unit || mention.span.begin < before.span.end) continue;
    const std::string_view gap = document.at(Span{before.span.end, mention.span.begin});
    const std::size_t behind = tokens_of(document, mention.span).end;
    const bool rate = word_at(behind) == "=";
    if (converts(document, before.span, mention.span) && !rate) {
      second.converts = static_cast<int>(sums[k - 1]);
      if (second.per.empty() && word_at(behind) == ")") second.per = rate_at(document, behind + 1);
      if (first.per.empty()) first.per = second.per;
      if (second.per.empty()) second.per = first.per;
    } else if (first.converts >= 0 && (gap == "; " || gap == ", " || gap == " / " || gap == "/")) {
      second.converts = first.converts;  // the third in one bracket
    }
  }
}

void settle_currencies(Document& document, const std::vector<std::size_t>& sums) {
  const auto open = [&](std::size_t sum) {
    return document.mentions[sum].amount()->currency_basis == CurrencyBasis::kDefault;
  };
  if (std::none_of(sums.begin(), sums.end(), open)) return;

  Setting setting(document);
  const NamedCurrencies named(document, sums);
  std::vector<std::pair<Symbol, Settled>> known;  // one entry a family
  for (std::size_t k = 0; k < sums.size(); ++k) {
    if (!open(sums[k])) continue;
    Amount& amount = std::get<Amount>(document.mentions[sums[k]].value);
    const Symbol family = currency_family(amount.unit);
    if (family.empty()) continue;
    auto entry = std::find_if(known.begin(), known.end(),
                              [&](const auto& pair) { return pair.first == family; });
    if (entry == known.end())
      entry = known.insert(known.end(), {family, settled(document, sums, setting, named, family)});
    const auto& [code, sign] = entry->second;
    if (!code || converts_to(document, sums, k, *code)) continue;
    if (!sign && document.at(document.mentions[sums[k]].span).find('$') != std::string_view::npos)
      continue;
    amount.unit = *code;
    amount.currency_basis = CurrencyBasis::kContext;
  }
}

}  // namespace newsfacts
