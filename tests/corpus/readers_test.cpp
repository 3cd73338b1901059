#include "corpus/readers/inputs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "corpus/readers/formats.h"

namespace newsfacts {
namespace {

using namespace std::string_literals;
namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "newsfacts-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name = "") const { return (path_ / name).string(); }
  std::string write(const std::string& name, std::string_view content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path(name);
  }

 private:
  fs::path path_;
};

std::vector<Document> all_of(Reader& reader) {
  std::vector<Document> documents;
  while (auto document = reader.next()) documents.push_back(std::move(*document));
  EXPECT_FALSE(reader.next()) << "a reader that came to its end stays there";
  return documents;
}

std::vector<Document> read(std::vector<std::string> paths, ReadOptions options = {}) {
  Inputs inputs(std::move(paths), std::move(options));
  return all_of(inputs);
}

ReadOptions limit(std::size_t document_bytes) {
  return {.limits = {.document_bytes = document_bytes}, .as = {}, .fields = {}};
}

// "a.txt, b/c.txt!": the ids, rejected ones with a mark.
std::string ids(const std::vector<Document>& documents) {
  std::string ids;
  for (const Document& document : documents)
    ids.append(ids.empty() ? "" : ", ").append(document.id()).append(document.rejected ? "!" : "");
  return ids;
}

std::string reason(const Document& document) {
  return document.rejected ? document.rejected->reason : "";
}

// --- plain text ------------------------------------------------------------------------------

struct Text {
  const char* name;
  std::string file, id, source, published, title, raw;
};
void PrintTo(const Text& c, std::ostream* out) {
  *out << c.name;
}

class TextFile : public testing::TestWithParam<Text> {};

TEST_P(TextFile, IsAnArticleWithAnOptionalHeader) {
  const Folder folder;
  const auto documents = read({folder.write("a.txt", GetParam().file)});
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_FALSE(documents[0].rejected) << reason(documents[0]);
  EXPECT_EQ(documents[0].id(), GetParam().id);
  EXPECT_EQ(documents[0].metadata.source, GetParam().source);
  EXPECT_EQ(documents[0].metadata.published, GetParam().published);
  EXPECT_EQ(documents[0].metadata.title, GetParam().title);
  EXPECT_EQ(documents[0].raw(), GetParam().raw);
}

INSTANTIATE_TEST_SUITE_P(
    Files, TextFile,
    testing::Values(
        Text{"no_header", "Two words.\n", "a.txt", "", "", "", "Two words.\n"},
        Text{"header", "Source: The Courier\nPublished: 2026-03-14\nTitle: A: b\n\nBody.\n",
             "a.txt", "The Courier", "2026-03-14", "A: b", "Body.\n"},
        Text{"windows_header", "SOURCE: S\r\ndate: 20260314\r\n\r\nBody.\r\n", "a.txt", "S",
             "2026-03-14", "", "Body.\r\n"},
        Text{"id_and_empty_fields", "ID: x7\nAuthor:\nSource:  S \n\nBody.", "x7", "S", "", "",
             "Body."},
        Text{"byte_order_mark", "\uFEFFSource: S\n\nBody.", "a.txt", "S", "", "", "Body."},
        Text{"exact_bytes_after_one_blank_line", "Source: S\n\n\n  Body \x01\n\n", "a.txt", "S", "",
             "", "\n  Body \x01\n\n"},
        Text{"first_line_of_another_kind", "Note: x\nSource: S\n\nBody.", "a.txt", "", "", "",
             "Note: x\nSource: S\n\nBody."},
        Text{"a_line_of_another_kind", "Source: S\nIt rained.\n\nBody.", "a.txt", "", "", "",
             "Source: S\nIt rained.\n\nBody."},
        Text{"no_blank_line", "Title: all there is", "a.txt", "", "", "", "Title: all there is"},
        Text{"blank_line_first", "\nSource: S\n\nBody.", "a.txt", "", "", "",
             "\nSource: S\n\nBody."},
        Text{"empty", "", "a.txt", "", "", "", ""},
        Text{"stray_nul", "The firm paid $5\0 million on Friday."s, "a.txt", "", "", "",
             "The firm paid $5\0 million on Friday."s},
        Text{"latin_1", "Title: caf\xE9\n\ncaf\xE9", "a.txt", "", "", "caf\u00E9", "caf\u00E9"},
        Text{"utf_16", "\xFF\xFEI\0t\0 \0\x1A\x04.\0"s, "a.txt", "", "", "", "It \u041A."}),
    [](const auto& test) { return test.param.name; });

TEST(TextFile, LongerThanTheLimitIsRejected) {
  const Folder folder;
  const auto documents =
      read({folder.write("a.txt", std::string(300'001, 'x')), folder.write("b.txt", "Short.")},
           limit(300'000));
  EXPECT_EQ(ids(documents), "a.txt!, b.txt");
  EXPECT_EQ(reason(documents[0]),
            "text of 300001 bytes exceeds the limit of 300000 bytes (--max-document-bytes)");
  EXPECT_EQ(read({folder.path("a.txt")}, limit(300'001))[0].raw().size(), 300'001u);
}

TEST(TextFile, OfBinaryDataIsRejected) {
  const Folder folder;
  std::string noise = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>(i * i >> 3);
  const auto documents = read({folder.write("exe.txt", "MZ\x90\x04\0\0\0\0\0\0\x01\0\0\0"s),
                               folder.write("png.txt", noise)});
  ASSERT_EQ(ids(documents), "exe.txt!, png.txt!");
  for (const Document& document : documents) {
    EXPECT_EQ(reason(document), "binary data, not text");
    EXPECT_EQ(document.rejected->place, document.id());
  }
}

TEST(TextFile, ThatNoCharsetFitsIsRejected) {
  const Folder folder;
  std::string bytes = "\xFE\xFF\0a"s;
  for (int i = 0; i < 10; ++i) bytes += "\xDC\x01"s;
  const auto documents = read({folder.write("a.txt", bytes)});
  ASSERT_EQ(ids(documents), "a.txt!");
  EXPECT_EQ(reason(documents[0]), "no text in UTF-16BE: byte 4 stands for no character");
}

// --- JSON lines ------------------------------------------------------------------------------

TEST(JsonLines, AreADocumentEach) {
  const Folder folder;
  const auto documents =
      read({folder.write("a.jsonl",
                         "\uFEFF{\"id\":\"1\",\"text\":\"One.\"}\r\n\n  \r\n{\"text\":\"Two.\"}\n"
                         "{\"id\":3,\"text\":\"Three.\"}")});
  EXPECT_EQ(ids(documents), "1, a.jsonl:4, 3");
  EXPECT_EQ(documents[2].raw(), "Three.");
}

TEST(JsonLines, GoOnBehindABrokenOne) {
  const Folder folder;
  const auto documents = read({folder.write(
      "a.jsonl",
      "{\"id\":\"1\",\"text\":\"One.\"}\n{broken\n[1]\n{\"id\":\"4\",\"text\":\"Four.\"}\n")});
  ASSERT_EQ(ids(documents), "1, a.jsonl:2!, a.jsonl:3!, 4");
  EXPECT_EQ(documents[1].rejected->place, "a.jsonl:2");
  EXPECT_EQ(documents[1].rejected->stage, "read");
  EXPECT_EQ(reason(documents[1]), "broken JSON");
}

TEST(JsonLines, BehindOneThatIsTooLongAreRead) {
  const Folder folder;
  const std::string line = "{\"id\":\"2\",\"text\":\"" + std::string(500'000, 'x') + "\"}";
  const auto documents =
      read({folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n" + line +
                                        "\n{\"id\":\"3\",\"text\":\"Three.\"}\n" + line)},
           limit(400'000));
  ASSERT_EQ(ids(documents), "1, a.jsonl:2!, 3, a.jsonl:4!");
  EXPECT_EQ(reason(documents[1]), "line of " + std::to_string(line.size()) +
                                      " bytes exceeds the limit of 400000 bytes "
                                      "(--max-document-bytes)");
  EXPECT_EQ(documents[1].rejected->place, "a.jsonl:2");
}

TEST(JsonLines, OfAnyLengthAreWholeWhereverAChunkEnds) {
  const Folder folder;
  for (std::size_t length : {65'490, 65'510, 65'511, 65'512, 65'513, 65'514, 65'536, 200'000}) {
    const std::string words(length, 'w');
    const auto documents =
        read({folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"" + words + "\"}\n" +
                                          "{\"id\":\"2\",\"text\":\"" + words + "\"}\n")});
    ASSERT_EQ(ids(documents), "1, 2");
    EXPECT_EQ(documents[0].raw(), words);
    EXPECT_EQ(documents[1].raw(), words);
  }
}

TEST(JsonLines, AreKnownByTheirFirstSignOrTheirName) {
  const Folder folder;
  const auto documents =
      read({folder.write("news", " \n{\"id\":\"1\",\"text\":\"One.\"}\n"),
            folder.write("bad.jsonl", "broken\n{\"id\":\"2\",\"text\":\"Two.\"}"),
            folder.write("text", "One {2}")});
  EXPECT_EQ(ids(documents), "1, bad.jsonl:1!, 2, text");
}

// --- formats ---------------------------------------------------------------------------------

TEST(Formats, AreToldByTheirWordAboveAll) {
  const Folder folder;
  const std::string lines = folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n");
  EXPECT_EQ(ids(read({lines})), "1");
  EXPECT_EQ(ids(read({lines}, {.limits = {}, .as = "text", .fields = {}})), "a.jsonl");
  EXPECT_EQ(
      ids(read({folder.write("b.txt", "broken\n")}, {.limits = {}, .as = "jsonl", .fields = {}})),
      "b.txt:1!");
}

TEST(Formats, HaveAWordAndAnExplanationEach) {
  std::set<std::string_view> words;
  for (const Format& format : formats()) {
    EXPECT_TRUE(words.insert(format.word).second) << format.word << " stands twice";
    EXPECT_FALSE(format.what.empty()) << format.word;
    for (const std::string_view ending : format.endings)
      EXPECT_TRUE(ending.empty() || ending.front() == '.') << format.word << " " << ending;
  }
}

TEST(InputFile, OfMemoryIsReadAsAFileIs) {
  InputFile file = InputFile::of(std::string(100'000, 'x'), {.name = "caf\xE9.txt"});
  EXPECT_EQ(file.name(), "caf\uFFFD.txt");
  EXPECT_EQ(file.beginning().size(), InputFile::kChunk);
  EXPECT_EQ(file.next_chunk().size(), InputFile::kChunk);
  EXPECT_EQ(file.next_chunk().size(), 100'000 - InputFile::kChunk);
  EXPECT_EQ(file.next_chunk(), "");
  EXPECT_FALSE(file.about().modified);
}

TEST(InputFile, KnowsWhenTheFileWasWritten) {
  const Folder folder;
  const std::string path = folder.write("a.txt", "Text.");
  const std::time_t written = 1773478800;  // 2026-03-14T09:00:00Z
  const utimbuf times{written, written};
  ASSERT_EQ(::utime(path.c_str(), &times), 0);
  EXPECT_EQ(InputFile::open(path, "a.txt").about().modified, parse_day("2026-03-14"));
}

// --- files and folders -----------------------------------------------------------------------

TEST(Inputs, EnterFoldersInTheOrderOfNames) {
  const Folder folder;
  for (const char* name : {"b.txt", "a/2.txt", "a/1.txt", "a/.hidden.txt", ".git/x.txt",
                           "c/d/e.txt", "README.md", "photo.jpg", "plain", "z.jsonl"})
    folder.write(name, name == "z.jsonl"s ? "{\"id\":\"z\",\"text\":\"Z.\"}" : "Text.");
  Inputs inputs({folder.path()}, {});
  EXPECT_EQ(ids(all_of(inputs)), "a/1.txt, a/2.txt, b.txt, c/d/e.txt, plain, z");
  EXPECT_EQ(inputs.passed_over(), 2u);
  EXPECT_EQ(ids(read({folder.path() + "/"})), ids(read({folder.path()})));
}

TEST(Inputs, ReadWhatIsNamedWhateverItIsCalled) {
  const Folder folder;
  folder.write(".hidden.md", "Text.");
  EXPECT_EQ(ids(read({folder.path(".hidden.md")})), ".hidden.md");
}

TEST(Inputs, EndThoughLinksGoInACircle) {
  const Folder folder;
  folder.write("a/1.txt", "Text.");
  fs::create_directory_symlink(folder.path(), folder.path("a/up"));
  fs::create_directory_symlink(folder.path("a"), folder.path("b"));
  fs::create_symlink("nowhere", folder.path("dangling.txt"));
  const auto documents = read({folder.path()});
  EXPECT_EQ(ids(documents), "a/1.txt, dangling.txt!");
  EXPECT_EQ(reason(documents[1]), "cannot open: No such file or directory");
}

TEST(Inputs, WaitForNoPipeInAFolder) {
  const Folder folder;
  folder.write("a.txt", "Text.");
  ASSERT_EQ(::mkfifo(folder.path("pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(ids(read({folder.path()})), "a.txt");
}

TEST(Inputs, RejectWhatCannotBeOpened) {
  const Folder folder;
  const auto documents = read({folder.path("gone.txt"), folder.write("a.txt", "Text.")});
  ASSERT_EQ(ids(documents), "gone.txt!, a.txt");
  EXPECT_EQ(reason(documents[0]), "cannot open: No such file or directory");
  EXPECT_EQ(documents[0].rejected->place, folder.path("gone.txt"));
}

TEST(Inputs, RejectAFolderThatCannotBeListed) {
  const Folder folder;
  folder.write("shut/a.txt", "Text.");
  folder.write("z.txt", "Text.");
  fs::permissions(folder.path(), fs::perms::all);
  fs::permissions(folder.path("shut"), fs::perms::none);
  // Root may list every folder, so root asks as nobody.
  const uid_t self = ::geteuid();
  ASSERT_EQ(self == 0 ? ::seteuid(65534) : 0, 0);
  const auto documents = read({folder.path()});
  ASSERT_EQ(::seteuid(self), 0);
  fs::permissions(folder.path("shut"), fs::perms::owner_all);
  ASSERT_EQ(ids(documents), "shut!, z.txt");
  EXPECT_EQ(reason(documents[0]), "cannot list: Permission denied");
  EXPECT_EQ(documents[0].rejected->place, folder.path("shut"));
}

TEST(Inputs, CountTheBytesTheyRead) {
  const Folder folder;
  folder.write("a.txt", std::string(1000, 'x'));
  folder.write("b.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n");
  Inputs inputs({folder.path()}, {});
  EXPECT_EQ(inputs.bytes_total(), 1025u);
  EXPECT_EQ(inputs.bytes_done(), 0u);
  all_of(inputs);
  EXPECT_EQ(inputs.bytes_done(), 1025u);
}

// Standard input is this file while it lives.
class StandardInput {
 public:
  explicit StandardInput(const std::string& path) : before_(::dup(STDIN_FILENO)) {
    const int file = ::open(path.c_str(), O_RDONLY);
    ::dup2(file, STDIN_FILENO);
    ::close(file);
  }
  ~StandardInput() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }

 private:
  int before_;
};

TEST(StandardInputReader, TellsLinesFromTextByTheFirstSign) {
  const Folder folder;
  {
    const StandardInput lines(
        folder.write("a", "{\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"));
    EXPECT_EQ(ids(read({"-"})), "stdin:1, 2");
  }
  const StandardInput text(folder.write("b", "Source: S\n\nTwo words."));
  const auto reader = open_reader(InputFile::standard_input(), {});
  const auto documents = all_of(*reader);
  ASSERT_EQ(ids(documents), "stdin");
  EXPECT_EQ(documents[0].raw(), "Two words.");
  EXPECT_EQ(documents[0].metadata.source, "S");
}

TEST(OpenReader, CallsDocumentsByTheNameItIsGiven) {
  const Folder folder;
  const auto reader = open_reader(InputFile::open(folder.write("a.txt", "Text."), "shown.txt"), {});
  EXPECT_EQ(ids(all_of(*reader)), "shown.txt");
  const auto shut = open_reader(InputFile::open(folder.path(), "folder"), {});
  const auto documents = all_of(*shut);
  ASSERT_EQ(ids(documents), "folder!");
  EXPECT_EQ(reason(documents[0]), "cannot read: Is a directory");
}

}  // namespace
}  // namespace newsfacts
