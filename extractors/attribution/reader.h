// The Reader of one document: goes through its passages, asks at each cue what stands around it,
// and writes down who says what.
//
//     verbs.cpp      Smith said that ...; "...," said Smith
//     phrases.cpp    according to Smith, ...; reportedly; the claim that ...
//     unclaimed.cpp  quotations without a cue: a signature, a line "He went on:", one that goes on

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/attribution/cues.h"
#include "extractors/attribution/passages.h"
#include "extractors/attribution/quoted_text.h"
#include "extractors/attribution/said.h"
#include "extractors/attribution/sources.h"
#include "extractors/lexed.h"

namespace newsfacts {

constexpr std::uint32_t kShortestLead = 4;  // tokens of a clause before ", he said"

class AttributionReader {
 public:
  explicit AttributionReader(const Document& document)
      : text_(document), quoted_(text_), referents_(text_) {}

  // In the order of what is said, then of the cues.  Asked once.
  std::vector<Attribution> read();

 private:
  void read(const Passage& unit);
  Run named_subject(Run unit) const;
  void announce(const Passage& unit, const std::vector<Cue>& cues);

  void verb(const Passage& unit, const Cue& cue, std::uint32_t ceiling);
  // The quotation that ends beside the cue, if that is what is said.
  std::optional<std::size_t> said_left(const Passage& unit, const Cue& cue, Run subject,
                                       std::uint32_t floor, const std::optional<Said>& right) const;
  bool begins_like_subject(Run subject) const;
  Place place_of(Run unit, const Cue& cue, Run subject) const;
  // "..., said the minister": the subject behind its verb.
  Run inverted_subject(Run unit, const Cue& cue) const;
  // "..., he said": the clause before the comma, and what goes on after a second comma.
  void clause_before(const Passage& unit, const Cue& cue, Run subject, std::uint32_t edge,
                     std::uint32_t floor);
  bool goes_on_behind(std::uint32_t at) const;
  // "which officials said would cost more"
  bool relative(const Passage& unit, const Cue& cue, Run subject);
  // The subject a coordinated verb or a participle shares with an earlier one.
  Run subject_elsewhere(Run unit, const Cue& cue) const;

  void source_after(const Passage& unit, const std::vector<Cue>& cues, std::size_t c);
  // Whether the verb cue is that of the clause which begins at the comma `at`.
  bool opens_clause(Run unit, std::uint32_t at, const Cue& cue) const;
  // "In his view, ...", "..., in the mayor's words"
  void viewpoint(const Passage& unit, const Cue& cue, std::uint32_t ceiling);
  void hearsay(const Passage& unit, const Cue& cue);
  void passive(const Passage& unit, const Cue& cue, std::uint32_t ceiling);
  // "Within OpenAI, it was perceived": those among whom it is believed.
  Run circle(Run unit) const;
  void nominal(const Passage& unit, const Cue& cue, std::uint32_t ceiling);
  // Whose the noun is: "his claim", "the ministry's claim", "she made the claim".
  Run holder(Run unit, const Cue& cue) const;

  void unclaimed(const Passage& unit);
  bool named_term(const Passage& unit, std::size_t number);
  void signed_above(const Passage& unit);
  bool signed_by(const Passage& unit, std::size_t number);
  bool led_by_colon(const Passage& unit, std::size_t number);
  void without_cue(const Passage& unit, std::size_t number, bool alone);
  // The quotation is more of what that attribution says.
  void go_on(std::ptrdiff_t attribution, std::size_t number, std::uint32_t paragraph);
  // The quotation that waits goes on with the one before it.
  void settle_waiting();

  Run phrase_before(Run unit, std::uint32_t end) const {
    return noun_phrase_before(text_, quoted_.of_token(), unit, end);
  }
  Run phrase_after(Run unit, std::uint32_t begin) const {
    return noun_phrase_after(text_, quoted_.of_token(), unit, begin);
  }

  // "Smith said he wanted it": what a speaker says that somebody thinks is the speaker's.
  void drop_nested(std::size_t first);

  void emit(const Passage& unit, Run source, const Cue& cue, std::vector<Run> content,
            std::string_view rule, std::optional<Quotation> kind = std::nullopt);

  Lexed text_;
  QuotedText quoted_;
  Referents referents_;
  std::vector<Attribution> found_;
  std::vector<bool> weak_;  // of each found: of no interest inside another

  Run last_subject_;          // of the cue before, in this unit
  std::uint32_t spoken_ = 0;  // the end of the last cue in this unit that reported something
  std::uint32_t said_ = 0;    // the end of what it reported
  std::string via_;           // for the next attribution
  bool announced_ = false;    // the unit before ended with a colon
  Cue announced_by_;
  Run announced_subject_;
  std::ptrdiff_t last_quoted_ = -1;  // in found_: the last direct quotation
  std::uint32_t quoted_paragraph_ = 0;
  std::optional<std::size_t> unsigned_;   // a quotation that stood alone in the passage before
  std::uint32_t paragraph_ = UINT32_MAX;  // of the passage before

  // A quotation that opens a paragraph: "The dam will hold." "And so shall we," she said.  Whose it
  // is, the next passage may tell.
  std::optional<std::size_t> waiting_;
  std::uint32_t waiting_paragraph_ = 0;
  std::ptrdiff_t waiting_behind_ = -1;  // in found_: what it goes on with, if nothing tells
  Run waiting_source_;                  // else who spoke in the passage before it
  Run source_before_;                   // of the passage before: who spoke last

  // Who spoke last without being quoted: Smith agreed. "The dam will hold."
  bool quotes_ = false;  // this passage quotes somebody
  Run speaker_;
  Cue speaker_cue_;
  std::uint32_t speaker_paragraph_ = 0;
};

}  // namespace newsfacts
