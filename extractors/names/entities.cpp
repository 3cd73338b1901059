#include "extractors/names/entities.h"

#include <algorithm>
#include <cmath>

namespace newsfacts::names {
namespace {

// What a kind must reach before we say it.
constexpr float kEnough = 1.4f;
constexpr float kALittle = 1.0f;  // where the capitals are no accident

using Scores = std::array<float, kNameKinds>;

class Judge {
 public:
  Judge(const Scan& scan, Forms& forms, std::vector<Said>* said)
      : scan_(scan),
        forms_(forms),
        said_(said),
        by_ending_(forms.size()),
        by_beginning_(forms.size()),
        by_initials_(forms.size()) {}

  void decide() {
    own_.resize(forms_.size());
    for (std::uint32_t f = 0; f < forms_.size(); ++f) own_[f] = own_scores(forms_[f]);
    find_products_of_firms();
    index_long_forms();
    for (std::uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].count > 0) link(f);
    pooled_ = own_;
    for (std::uint32_t f = 0; f < forms_.size(); ++f)
      if (const std::uint32_t target = forms_.target_of(f); target != f)
        for (std::size_t k = 0; k < kNameKinds; ++k) pooled_[target][k] += own_[f][k];
    for (std::uint32_t f = 0; f < forms_.size(); ++f) give_verdict(f);
  }

 private:
  // Ten places it stands at say more than one, but not ten times as much.
  static Scores own_scores(const Form& form) {
    Scores scores = form.inherent;
    if (form.count == 0) return scores;
    const float share = 1 / std::sqrt(static_cast<float>(form.count));
    for (std::size_t k = 0; k < kNameKinds; ++k)
      scores[k] += std::max(form.context[k] * share, form.strongest[k]) + form.against[k] * share;
    return scores;
  }

  static Kind leading(const Scores& scores) {
    const auto best = std::max_element(scores.begin(), scores.end());
    return static_cast<Kind>(static_cast<std::size_t>(Kind::kPerson) +
                             static_cast<std::size_t>(best - scores.begin()));
  }

  float score(std::uint32_t f, Kind kind) const { return own_[f][index_of(kind)]; }
  Kind leaning(std::uint32_t f) const { return leading(own_[f]); }

  // "Amazon Bedrock": what follows the name of a firm, and is no word for a part of it, is
  // something it makes.
  void find_products_of_firms() {
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      const Form& form = forms_[f];
      if (form.words < 2 || form.count == 0) continue;
      const std::uint32_t firm = forms_.find(form.first, form.first + 1);
      if (firm == kNoForm || forms_[firm].certain == 0 || leaning(firm) != Kind::kOrganization)
        continue;
      if (score(firm, Kind::kOrganization) < 3 || scan_.is(form.first, is::kFirstSure)) continue;
      if (scan_.is(form.last - 1, is::kHead | is::kKnownPlace | is::kEventWord | is::kGroup))
        continue;
      if ((form.known & is::kKnown) != 0 || form.inherent[index_of(Kind::kProduct)] > 0) continue;
      const ClueRow& row = row_of(Clue::kOfFirm);
      const std::size_t k = index_of(row.kind);
      own_[f][k] += row.weight;
      if (said_ != nullptr) said_->push_back({f, form.first, Clue::kOfFirm, row.kind});
      if (row.weight > forms_[f].best[k]) {
        forms_[f].best[k] = row.weight;
        forms_[f].clue[k] = static_cast<std::uint8_t>(Clue::kOfFirm);
      }
    }
  }

  void offer(FlatTable<std::uint32_t>& table, std::uint64_t key, std::uint32_t f) {
    std::uint32_t& holder = table[key];
    if (holder == 0 || forms_[holder - 1].count < forms_[f].count) holder = f + 1;
  }

  void index_long_forms() {
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      const Form& form = forms_[f];
      if (form.words < 2 || form.count == 0) continue;
      const Kind kind = leaning(f);
      if (kind == Kind::kPerson) {
        if (score(f, kind) < 1) continue;
        for (std::uint32_t i = form.first + 1; i < form.last; ++i)
          if (scan_.token(i).shape != Token::Shape::kSign)
            offer(by_ending_, forms_.key(i, form.last), f);
        offer(by_beginning_, forms_.key(form.first, form.first + 1), f);
      } else if (kind == Kind::kOrganization || kind == Kind::kProduct) {
        for (std::uint32_t i = form.first + 1; i < form.last; ++i)
          offer(by_beginning_, forms_.key(form.first, i), f);
        if (kind == Kind::kProduct)
          for (std::uint32_t i = form.first + 1; i < form.last; ++i)
            offer(by_ending_, forms_.key(i, form.last), f);
      }
      if (const std::uint64_t initials = key_of_initials(form); initials != 0)
        offer(by_initials_, initials, f);
    }
  }

  // "East African Community" -> "eac"; small words do not count.
  std::uint64_t key_of_initials(const Form& form) const {
    std::string initials;
    for (std::uint32_t i = form.first; i < form.last; ++i) {
      const Token& token = scan_.token(i);
      if (token.shape == Token::Shape::kSign || token.shape == Token::Shape::kLower) continue;
      if (token.shape == Token::Shape::kUpper) return 0;
      const char c = scan_.words(i).front();
      if (c < 'A' || c > 'Z') return 0;
      initials += c;
    }
    return initials.size() < 2 ? 0 : token_hash(initials);
  }

  std::uint32_t holder(const FlatTable<std::uint32_t>& table, std::uint64_t key,
                       std::uint32_t but_not) const {
    const std::uint32_t* found = table.find(key);
    return found == nullptr || *found == 0 || *found - 1 == but_not ? kNoForm : *found - 1;
  }

  void link(std::uint32_t f) {
    Form& form = forms_[f];
    const std::uint64_t key = forms_.key(form.first, form.last);
    if (form.words == 1 && scan_.token(form.first).shape == Token::Shape::kUpper) {
      if (const std::uint32_t whole = holder(by_initials_, key, f);
          whole != kNoForm && leaning(whole) != Kind::kPerson) {
        // What it stands for tells its kind better than its being an acronym.
        form.alias_of = whole;
        own_[f][index_of(Kind::kOrganization)] -= row_of(Clue::kAcronym).weight;
        take_back([f](const Said& said) { return said.form == f && said.clue == Clue::kAcronym; });
        forms_[whole].has_acronym = true;
        return;
      }
    }
    const bool somewhere = (form.known & (is::kKnownPlace | is::kGroup)) != 0;
    if (const std::uint32_t whole = holder(by_ending_, key, f); whole != kNoForm) {
      const Kind kind = leaning(whole);
      if (!somewhere ||
          form.context[index_of(Kind::kPerson)] > form.context[index_of(Kind::kPlace)]) {
        if (kind == Kind::kPerson || forms_[whole].words > form.words) form.alias_of = whole;
        return;
      }
    }
    if (const std::uint32_t whole = holder(by_beginning_, key, f); whole != kNoForm && !somewhere) {
      const Kind kind = leaning(whole);
      if (kind == Kind::kPerson && scan_.is(form.first, is::kFirst) && form.words == 1) {
        form.alias_of = whole;
      } else if (kind == Kind::kOrganization &&
                 scan_.is(forms_[whole].last - 1, is::kOrgSuffix | is::kPeriod) &&
                 !scan_.is(form.last - 1, is::kCommon)) {
        // That it looks like a person was an accident: "Morgan" of "Morgan & Co."
        own_[f][index_of(Kind::kPerson)] -= form.inherent[index_of(Kind::kPerson)];
        take_back([f](const Said& said) {
          return said.form == f && said.kind == Kind::kPerson && is_of_spelling(said.clue);
        });
        form.alias_of = whole;
      }
    }
  }

  template <typename Which>
  void take_back(Which which) {
    if (said_ != nullptr) std::erase_if(*said_, which);
  }

  void give_verdict(std::uint32_t f) {
    Form& form = forms_[f];
    const std::uint32_t target = forms_.target_of(f);
    const Scores& scores = pooled_[target];
    const Kind kind = leading(scores);
    const float best = scores[index_of(kind)];
    form.winner = forms_[target].clue[index_of(kind)];
    form.scores = scores;
    if (form.is_term || (target == f && is_bare_title(form))) return;
    if (is_all_common(forms_[target])
            ? is_clearly(target, kind)
            : best >= (form.certain > 0 || form.words > 1 ? kALittle : kEnough)) {
      form.kind = kind;
    } else if (forms_[target].has_acronym || (form.certain > 0 && !is_all_common(form))) {
      form.kind = Kind::kOther;
      form.winner = static_cast<std::uint8_t>(Clue::kShape);
    }
  }

  // Common words alone are a name only where their own meaning, or a strong clue, says so.
  bool is_clearly(std::uint32_t f, Kind kind) const {
    const std::size_t k = index_of(kind);
    if (forms_[f].has_acronym && kind == Kind::kOrganization && own_[f][k] >= 3) return true;
    return forms_[f].inherent[k] >= (forms_[f].words > 1 ? 3.3f : kEnough) ||
           (forms_[f].strongest[k] >= 2 && kind != Kind::kPlace) ||
           own_[f][k] - forms_[f].inherent[k] >= 2 * kEnough;
  }

  bool is_bare_title(const Form& form) const {
    return form.words == 1 && scan_.is(form.first, is::kHonorific | is::kOffice) &&
           (form.known & is::kKnown) == 0;
  }

  bool is_all_common(const Form& form) const {
    for (std::uint32_t i = form.first; i < form.last; ++i)
      if (scan_.token(i).shape != Token::Shape::kSign &&
          (!scan_.is(i, is::kCommon) || scan_.is(i, is::kKnownOrg)))
        return false;
    return true;
  }

  const Scan& scan_;
  Forms& forms_;
  std::vector<Said>* said_;
  std::vector<Scores> own_, pooled_;
  FlatTable<std::uint32_t> by_ending_, by_beginning_, by_initials_;  // index of the form + 1
};

}  // namespace

void decide_kinds(const Scan& scan, Forms& forms, std::vector<Said>* said) {
  Judge(scan, forms, said).decide();
}

std::string canonical_name(const Scan& scan, const Forms& forms, std::uint32_t f) {
  const Form& form = forms[forms.target_of(f)];
  const Acronym* acronym = scan.acronym(form.first, form.last);
  if (acronym && acronym->kind == form.kind) return std::string(acronym->expansion);
  const Span span = {scan.token(form.first).span.begin, scan.token(form.last - 1).span.end};
  return std::string(scan.document().at(span));
}

}  // namespace newsfacts::names
