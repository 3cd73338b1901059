#include "corpus/readers/formats.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/charset.h"
#include "corpus/readers/archive.h"
#include "corpus/readers/compressed.h"
#include "corpus/readers/csv.h"
#include "corpus/readers/docx.h"
#include "corpus/readers/feed.h"
#include "corpus/readers/html.h"
#include "corpus/readers/json.h"
#include "corpus/readers/jsonl.h"
#include "corpus/readers/mail.h"
#include "corpus/readers/markdown.h"
#include "corpus/readers/news_xml.h"
#include "corpus/readers/pdf.h"
#include "corpus/readers/reuters.h"
#include "corpus/readers/text.h"
#include "corpus/readers/web_archive.h"

namespace newsfacts {
namespace {

template <typename FormatReader>
std::unique_ptr<Reader> open(InputFile file, const ReadOptions& options) {
  return std::make_unique<FormatReader>(std::move(file), options);
}

// One document, read already.
class Single : public Reader {
 public:
  explicit Single(Document document) : document_(std::move(document)) {}
  std::optional<Document> next() override { return std::exchange(document_, std::nullopt); }

 private:
  std::optional<Document> document_;
};

// A file in which there is no document at all is rejected: none is lost without a word.
class NeverSilent : public Reader {
 public:
  NeverSilent(std::unique_ptr<Reader> reader, std::string name)
      : reader_(std::move(reader)), name_(std::move(name)) {}

  std::optional<Document> next() override {
    auto document = reader_->next();
    const bool spoke = std::exchange(spoke_, true);
    if (document || spoke || passed_over() > 0) return document;
    return rejected(name_, "no document in it", name_);
  }
  std::uint64_t passed_over() const override { return reader_->passed_over(); }

 private:
  std::unique_ptr<Reader> reader_;
  std::string name_;
  bool spoke_ = false;
};

// A format of one document a file.
template <Document (*read)(InputFile, const ReadOptions&)>
std::unique_ptr<Reader> open_one(InputFile file, const ReadOptions& options) {
  return std::make_unique<Single>(read(std::move(file), options));
}

bool never(std::string_view) {
  return false;
}

constexpr bool kHoldsFiles = true;

constexpr std::array kFormats = std::to_array<Format>({
    {"gzip", "a file compressed by gzip", {".gz", ".tgz"}, begins_gzip, open_gzip, {}, kHoldsFiles},
    {"zstd", "by Zstandard", {".zst", ".tzst"}, begins_zstd, open_zstd, {}, kHoldsFiles},
    {"xz", "by xz", {".xz", ".txz"}, begins_xz, open_xz, {}, kHoldsFiles},
    {"bzip2", "by bzip2", {".bz2", ".tbz2"}, begins_bzip2, open_bzip2, {}, kHoldsFiles},
    {"docx",
     "a Word document",
     {".docx"},
     begins_docx,
     open_one<read_docx>,
     {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}},
    {"pdf", "PDF, by pdftotext", {".pdf"}, begins_pdf, open_one<read_pdf>, {"application/pdf"}},
    {"zip", "a ZIP archive of files", {".zip"}, begins_zip, open_zip, {}, kHoldsFiles},
    {"tar", "a tar archive of files", {".tar"}, begins_tar, open_tar, {}, kHoldsFiles},
    {"warc", "a crawl: WARC", {".warc"}, begins_warc, open<WebArchiveReader>, {}, kHoldsFiles},
    {"arc", "a crawl: ARC", {".arc"}, begins_arc, open<WebArchiveReader>, {}, kHoldsFiles},
    {"jsonl",
     "JSON lines, a document each",
     {".jsonl", ".ndjson"},
     begins_json_lines,
     open<JsonLinesReader>},
    {"json",
     "JSON: an array or a list of articles",
     {".json"},
     begins_json,
     open<JsonReader>,
     {"application/json", "application/feed+json"}},
    {"feed",
     "RSS, Atom",
     {".rss", ".atom", ".rdf", ".xml"},
     begins_feed,
     open<FeedReader>,
     {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}},
    {"news-xml", "NITF, NewsML-G2", {".nitf", ".newsml"}, begins_news_xml, open<NewsXmlReader>},
    {"reuters", "the SGML of Reuters-21578", {".sgm"}, begins_reuters, open<ReutersReader>},
    {"mbox", "mail, many messages a file", {".mbox"}, begins_mbox, open<MailReader>},
    {"mail", "a message of mail", {".eml"}, begins_mail, open<MailReader>, {"message/rfc822"}},
    {"csv",
     "a table with a header: CSV, TSV",
     {".csv", ".tsv"},
     begins_csv,
     open<CsvReader>,
     {"text/csv", "text/tab-separated-values"}},
    {"html",
     "a web page, its article and what it says of itself",
     {".html", ".htm", ".xhtml", ".shtml"},
     begins_as_html,
     open_one<read_html>,
     {"text/html", "application/xhtml+xml"}},
    {"markdown",
     "Markdown",
     {".md", ".markdown"},
     never,
     open_one<read_markdown>,
     {"text/markdown"}},
    {"text",
     "plain text with an optional header",
     {".txt", ".text"},
     never,
     open_one<read_text>,
     {"text/plain"}},
});

bool has_ending(const Format& format, std::string_view name) {
  return std::any_of(format.endings.begin(), format.endings.end(),
                     [&](std::string_view ending) { return name_ends(name, ending); });
}

const Format* of_content(std::string_view bytes) {
  for (const Format& format : kFormats)
    if (format.begins(bytes)) return &format;
  return nullptr;
}

const Format& of_name(const Provenance& about) {
  for (const Format& format : kFormats)
    if (std::find(format.media_types.begin(), format.media_types.end(), about.media_type) !=
            format.media_types.end() &&
        !about.media_type.empty())
      return format;
  const std::string& name = about.bare_name.empty() ? about.name : about.bare_name;
  for (const Format& format : kFormats)
    if (has_ending(format, name)) return format;
  return kFormats.back();
}

const Format* of_word(std::string_view word) {
  for (const Format& format : kFormats)
    if (format.word == word) return &format;
  return nullptr;
}

// README.md and its like are about the files they lie by.
bool is_about_files(std::string_view name) {
  constexpr std::array kNames = std::to_array<std::string_view>(
      {"readme", "license", "copying", "changelog", "contributing"});
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view about) {
    return same_word(name.substr(0, name.find('.')), about);
  });
}

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

std::vector<std::string> format_words() {
  std::vector<std::string> words;
  for (const Format& format : kFormats) words.emplace_back(format.word);
  return words;
}

std::unique_ptr<Reader> open_reader(InputFile file, const ReadOptions& options) {
  const std::string_view bytes = file.beginning();
  if (!file.failure().empty())
    return std::make_unique<Single>(rejected(file.name(), file.failure(), file.name()));
  const Format* const content = of_content(bytes);
  const Format* const said = of_word(options.as);
  const Format& named = of_name(file.about());
  // What --as says of a .zip or .gz is said of the files it holds.
  const Format& format = said && !(content && content->holds_files) ? *said
                         : content                                  ? *content
                                                                    : named;
  std::string reason;
  if (!said && &format == &kFormats.back() && !begins_as_text(bytes))
    reason = "binary data, not text";
  if (format.holds_files && file.about().depth >= options.limits.depth)
    reason = "archives and compressed files lie more than " + std::to_string(options.limits.depth) +
             " deep in each other (--max-depth)";
  if (!reason.empty()) return std::make_unique<Single>(rejected(file.name(), reason, file.name()));
  ReadOptions within = options;
  if (&format == said && said->holds_files) within.as.clear();
  std::string name = file.name();
  return std::make_unique<NeverSilent>(format.open(std::move(file), within), std::move(name));
}

bool name_ends(std::string_view name, std::string_view ending) {
  if (ending.empty() || name.size() <= ending.size()) return false;
  return same_word(name.substr(name.size() - ending.size()), ending);
}

bool is_article(std::string_view name) {
  const std::string bare = bare_name(name.substr(name.rfind('/') + 1));
  if (is_about_files(bare)) return false;
  return bare.find('.') == bare.npos ||
         std::any_of(kFormats.begin(), kFormats.end(),
                     [&](const Format& format) { return has_ending(format, bare); });
}

}  // namespace newsfacts
