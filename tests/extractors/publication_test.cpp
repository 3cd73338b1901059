// The day an article appeared, where its metadata do not say.

#include "extractors/publication.h"

#include <gtest/gtest.h>

#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/extract.h"

namespace newsfacts {
namespace {

struct Case {
  const char* url;
  const char* published;
  const char* text;
  const char* expected;  // the day, who says so, and what "yesterday" is
};
void PrintTo(const Case& test, std::ostream* out) { *out << test.url << " | " << test.text; }

class Publication : public testing::TestWithParam<Case> {};

TEST_P(Publication, IsKeptWithWhereItComesFrom) {
  static const Extraction extraction;
  Metadata metadata;
  metadata.url = GetParam().url;
  metadata.published = GetParam().published;
  Document document(metadata, GetParam().text);
  normalize(document);
  Segmenter().segment(document);
  const Key key = document.key();
  extraction.extract(document);
  std::string found = document.metadata.published + " " +
                      std::string(word_in(kPublishedFromWords, document.metadata.published_from));
  for (const Mention& mention : document.mentions)
    if (document.at(mention.span) == "yesterday") found += " " + to_string(mention.value);
  EXPECT_EQ(found, GetParam().expected);
  EXPECT_EQ(document.key(), key) << "what we find out does not make it another document";
}

INSTANTIATE_TEST_SUITE_P(
    Documents, Publication,
    testing::Values(
        Case{"https://harbour.example/2026/04/27/quay", "2026-05-02", "It burned yesterday.",
             "2026-05-02 given 2026-05-01"},
        Case{"https://harbour.example/2026/04/27/quay", "", "It burned yesterday.",
             "2026-04-27 url 2026-04-26"},
        Case{"https://harbour.example/quay", "",
             "PORT HALLAM, March 14, 2026 (Meridian Wire) - It burned yesterday.",
             "2026-03-14 dateline 2026-03-13"},
        Case{"https://harbour.example/2026/04/27/quay", "",
             "PORT HALLAM, March 14, 2026 (Meridian Wire) - It burned yesterday.",
             "2026-04-27 url 2026-04-26"},
        Case{"", "", "PORT HALLAM, March 14 (Meridian Wire) - It burned yesterday.",
             " given XXXX-XX-XX"},
        Case{"", "", "The quay of March 14, 2026 burned yesterday.", " given XXXX-XX-XX"},
        // A line by the head of the text says when, and nothing else; or it is the address.  It is
        // reckoned from, and kept nowhere.
        Case{"", "", "Quay burns\n\nMarch 14, 2026\n\nIt burned yesterday.", " given 2026-03-13"},
        Case{"", "",
             "14 March 2026 Last updated at 17:50 GMT\n\nQuay burns\n\nIt burned yesterday.",
             " given 2026-03-13"},
        Case{"", "", "Quay burns\n\nPublished: Saturday, March 14, 2026\n\nIt burned yesterday.",
             " given 2026-03-13"},
        Case{"", "", "https://harbour.example/2026/04/27/quay\n\nIt burned yesterday.",
             " given 2026-04-26"},
        Case{"", "",
             "https://harbour.example/2026/04/27/quay\n\nApril 29, 2026\n\nIt burned yesterday.",
             " given 2026-04-28"},
        Case{"", "", "Quay shut until March 14, 2026\n\nIt burned yesterday.", " given XXXX-XX-XX"},
        Case{"", "", "Quay burns\n\nLast updated on March 14, 2026\n\nIt burned yesterday.",
             " given XXXX-XX-XX"},
        Case{"", "", "Quay burns\n\nMarch 14\n\nIt burned yesterday.", " given XXXX-XX-XX"},
        Case{"", "",
             "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nMarch 14, 2026\n\nIt burned "
             "yesterday.",
             " given XXXX-XX-XX"}));

}  // namespace
}  // namespace newsfacts
