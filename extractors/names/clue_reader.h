// A ClueReader reads the clues of one candidate into its form: those of its spelling, once for a form,
// and those of the place it stands at.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/names/clues.h"

namespace newsfacts::names {

class ClueReader {
 public:
  ClueReader(const Scan& scan, Candidate& candidate, const Stretch& stretch, Form& form,
         std::vector<Said>* said)
      : scan_(scan), c_(candidate), stretch_(stretch), form_(form), said_(said) {
    last_word_ = c_.last - 1;
    while (last_word_ > c_.first && scan_.token(last_word_).shape == Token::Shape::kSign)
      --last_word_;
  }

  void read_spelling();
  void read_context();
  void read_neighbor(const Form& neighbor);
  void read_ticker() { say(Clue::kTicker); }

 private:
  void say(Clue clue) { say(clue, row_of(clue).kind); }
  void say(Clue clue, Kind kind) {
    const ClueRow& row = row_of(clue);
    const std::size_t k = index_of(kind);
    if (said_ != nullptr) said_->push_back({c_.form, c_.first, clue, kind});
    (inherent_ ? form_.inherent : row.weight < 0 ? form_.against : form_.context)[k] += row.weight;
    if (!inherent_ && kind == Kind::kPlace && row.weight >= 2) stands_at_place_ = true;
    if (!inherent_) form_.strongest[k] = std::max(form_.strongest[k], row.weight);
    if (row.weight > form_.best[k]) {
      form_.best[k] = row.weight;
      form_.clue[k] = static_cast<std::uint8_t>(clue);
    }
  }

  bool inside(std::uint32_t i) const { return i >= stretch_.first && i < stretch_.last; }
  bool is(std::uint32_t i, Traits traits) const { return inside(i) && scan_.is(i, traits); }
  bool lower(std::uint32_t i) const {
    return inside(i) && scan_.token(i).shape == Token::Shape::kLower;
  }
  std::string_view words(std::uint32_t i) const {
    return inside(i) ? scan_.words(i) : std::string_view();
  }

  // Does the name go before a plain noun: "Reagan" in "the Reagan administration"?
  bool modifies_noun() const {
    return lower(c_.last) && !is(c_.last, is::kFunction | is::kSpeech) &&
           (is(c_.last, is::kNoun) || !is(c_.last, is::kVerb));
  }

  void read_lists();
  void read_person_shape();
  bool ends_in_letters() const;
  void read_before();
  bool stands_for_plain_words() const;
  void read_site(std::uint32_t dash);
  void read_after();
  bool is_figure(std::uint32_t i, std::size_t digits) const;
  bool is_in_table() const;
  bool plays() const;
  void read_team();
  void read_apposition(std::uint32_t comma);

  const Scan& scan_;
  Candidate& c_;
  const Stretch& stretch_;
  Form& form_;
  std::vector<Said>* said_;
  std::uint32_t last_word_ = 0;  // of the candidate
  bool inherent_ = false;
  bool stands_at_place_ = false;
};

}  // namespace newsfacts::names
