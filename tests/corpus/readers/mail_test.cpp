#include "corpus/readers/mail.h"

#include <gtest/gtest.h>

#include "corpus/readers/mime.h"
#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

const std::string kHead =
    "From: Jane Roe <j@a.example>\nTo: k@a.example\nSubject: =?utf-8?Q?Caf=C3=A9?= news\n"
    "Date: Sat, 14 Mar 2026 08:30:00 +0100\nMIME-Version: 1.0\n";

struct Message {
  const char* name;
  std::string rest, text;
};
void PrintTo(const Message& message, std::ostream* out) {
  *out << message.name;
}

class Mail : public testing::TestWithParam<Message> {};

TEST_P(Mail, IsADocument) {
  const auto documents = read_bytes("a.eml", kHead + GetParam().rest);
  ASSERT_EQ(told(documents), "a.eml: " + GetParam().text);
  EXPECT_EQ(documents[0].metadata.title, "Café news");
  EXPECT_EQ(documents[0].metadata.author, "Jane Roe");
  EXPECT_EQ(documents[0].metadata.published, "2026-03-14T08:30:00+01:00");
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, Mail,
    testing::Values(
        Message{"plain", "\nOne.\n", "One.\n"},
        Message{"quoted_printable",
                "Content-Type: text/plain; charset=iso-8859-1\n"
                "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9 =\ntwo =3D 2\n",
                "Café two = 2\n"},
        Message{"base64", "Content-Transfer-Encoding: base64\n\nT25l\nLg==\n", "One."},
        Message{"html", "Content-Type: text/html\n\n<p>One &amp; two.</p>\n", "One & two."},
        Message{"alternatives",
                "Content-Type: multipart/alternative; boundary=\"x y\"\n\nNot this.\n--x y\n"
                "Content-Type: text/html\n\n<p>Html.</p>\n--x y\nContent-Type: text/plain\n\n"
                "Plain.\n--x y--\n",
                "Plain.\n"},
        Message{"mixed_with_an_attachment",
                "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\n9\n"
                "--x\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNo.\n--x\n"
                "Content-Type: multipart/alternative; boundary=z\n\n--z\n\nIn.\n--z--\n--x--\n",
                "In.\n"},
        Message{"cut_off", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n", "One.\n"},
        Message{"no_text_at_all", "Content-Type: image/png\n\n9\n", "Café news"}),
    [](const auto& test) { return test.param.name; });

TEST(Mbox, HoldsMessages) {
  EXPECT_EQ(told(read_bytes("a.mbox", "From j@a.example Sat Mar 14 08:30:00 2026\n" + kHead +
                                          "\nOne.\n>From here.\n\nFrom k@a.example Sat Mar 14 "
                                          "08:31:00 2026\n" +
                                          kHead + "\nTwo.\n")),
            "a.mbox:1: One.\nFrom here.\n\n | a.mbox:2: Two.\n");
}

TEST(Mail, IsNoTextWithAHeaderOfItsOwn) {
  EXPECT_EQ(told(read_bytes("a.txt", "Source: S\nTitle: T\n\nFrom here.\n")),
            "a.txt: From here.\n");
}

TEST(Mail, InItselfWithoutEndIsRead) {
  std::string deep = kHead;
  for (int i = 0; i < 2000; ++i) deep += "Content-Type: multipart/mixed; boundary=x\n\n--x\n";
  EXPECT_EQ(read_bytes("a.eml", deep).size(), 1u);
}

TEST(HeaderOfMail, IsDecoded) {
  const std::pair<const char*, const char*> table[] = {
      {"plain", "plain"},
      {"=?iso-8859-1?q?Caf=E9_two?=", "Café two"},
      {"=?utf-8?B?Q2Fmw6k=?= =?utf-8?B?IHR3bw==?=", "Café two"},
      {"a =?utf-8?q?b?= c", "a b c"},
      {"=?utf-8?q?open", "=?utf-8?q?open"},
      {"=?=?=?", "=?=?=?"}};
  for (const auto& [value, decoded] : table) EXPECT_EQ(header_decoded(value), decoded);
}

}  // namespace
}  // namespace newsfacts
