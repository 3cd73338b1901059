// Evidence: what speaks for a block of a page being part of its article, and what against.
//
//     words:21-40/links:0  tag:p  parent:div  parent.sign:article  prev.words:41-80/links:0 ...
//
// A block has some eighty pieces of evidence, of a fixed list of kinds; each kind has a weight, and
// the sum is the log of the odds (logistic regression).  There are two readings.  The first looks
// at the block, its elements and its neighbours: text and link density as in boilerpipe
// (Kohlschütter et al., WSDM 2010), punctuation, and the words of class attributes as in
// Readability, by what the page is for (corpus/html/page_kind.h); and at what the page's data say
// of its text (corpus/html/said_text.h).  The second looks at what the first found around it:
// blocks stand in runs, as in jusText (Pomikálek, 2011), a container that holds much of the article
// vouches for what else it holds, and blocks made alike are of one kind.
//
// The weights are data (evidence.tsv): a row a kind, with its weight in either reading.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/html/page.h"
#include "corpus/html/page_kind.h"
#include "corpus/html/said_text.h"
#include "corpus/html/shape.h"

namespace newsfacts::html {

struct Evidence {
  std::uint16_t kind;
  float value;
};

// `so_far` and what the evidence adds to it, each piece by the weight of its kind.
float weighed(float so_far, const std::vector<float>& weights,
              const std::vector<Evidence>& evidence);

std::size_t evidence_kinds();
std::string evidence_name(std::size_t kind);

class Weights {
 public:
  static const Weights& standard();  // evidence.tsv, as tests/eval/fit_evidence.cpp writes it

  // By kind, each evidence_kinds() long; the last is the bias.
  Weights(std::vector<float> first, std::vector<float> second)
      : first_(std::move(first)), second_(std::move(second)) {}

  // Log odds.
  float first(const std::vector<Evidence>& evidence) const {
    return weighed(first_.back(), first_, evidence);
  }
  float second(const std::vector<Evidence>& evidence) const {
    return second_and(second_.back(), evidence);
  }
  // Of the second reading, where the rest of the evidence makes `so_far`.
  float second_and(float so_far, const std::vector<Evidence>& evidence) const {
    return weighed(so_far, second_, evidence);
  }

 private:
  Weights();
  std::vector<float> first_, second_;
};

// What is known of a page beside its blocks.
struct Anchors {
  std::string title;         // as the metadata have it
  std::string article_body;  // of JSON-LD; plain text, may be empty
  PageKind kind = PageKind::kUnknown;
};

class PageEvidence {
 public:
  // Keeps views of both.
  PageEvidence(const Page& page, const Anchors& anchors);

  const Shape& shape(std::size_t block) const { return shapes_[block]; }
  bool repeated(std::size_t block) const { return repeated_[block]; }  // a long one, again
  std::size_t title_block() const { return title_block_; }  // blocks().size() if there is none

  // Each adds to `evidence`.  The second reading goes by that of the first, too.
  void first(std::size_t block, std::vector<Evidence>* evidence) const;

  // `odds` are the log odds of the reading before, of every block.
  void set_odds(const std::vector<float>& odds);
  void second(std::size_t block, std::vector<Evidence>* evidence) const;

 private:
  struct Mass {
    float words = 0, links = 0, likely = 0;
  };
  Mass mass(const Element& element) const;
  std::size_t apart(std::uint32_t element, std::size_t block) const;
  const Element& up(const Element& element) const { return page_.elements()[element.parent]; }
  void find_groups();
  void find_said();
  void find_title();
  void find_kin();
  void find_main();

  const Page& page_;
  const Anchors& anchors_;
  std::vector<Shape> shapes_;
  std::vector<char> repeated_;
  std::vector<std::uint32_t> words_before_;  // prefix sums over blocks
  std::vector<float> links_before_, likely_before_;
  std::vector<Signs> all_signs_;  // of an element and all around it
  std::vector<float> odds_, likely_;
  std::vector<std::uint32_t> group_;  // of a block: the table or list it stands in, or 0
  struct Kin {
    std::uint32_t count = 0;
    Mass held;
  };
  std::vector<std::uint32_t> kin_of_;  // of a block: its number in kins_
  std::vector<Kin> kins_;              // blocks made alike, and around them too
  std::size_t prose_ = 0;              // how much of the page stands in long lines
  std::vector<float> in_body_;         // share of a block that JSON-LD's articleBody holds
  std::array<std::vector<std::uint8_t>, SaidText::kKinds> said_;  // of a block: a step of its share
  std::size_t described_block_ = 0;                               // that says most of a description
  std::size_t title_block_ = 0;
  std::uint32_t articles_ = 0, mains_ = 0, bodies_ = 0;
  std::uint32_t main_ = 0;  // element that holds most of what is likely
  std::size_t first_likely_ = 0, last_likely_ = 0;
};

}  // namespace newsfacts::html
