#include "corpus/readers/web_archive.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/http_response.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLongestLine = 65536;
constexpr std::size_t kMostLines = 1000;  // of a head

// What a page may be, by the type its server said; none is as good.
constexpr std::array kPageTypes = std::to_array<std::string_view>(
    {"", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml",
     "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
     "application/feed+json", "application/pdf"});

bool is_page_type(std::string_view type) {
  return std::find(kPageTypes.begin(), kPageTypes.end(), type) != kPageTypes.end();
}

std::optional<std::uint64_t> number_in(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

// Of "https://a.example/news/b.html?page=2": "b.html".
std::string_view file_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.find("://");
  const std::size_t slash = url.rfind('/');
  if (slash == url.npos || (scheme != url.npos && slash < scheme + 3)) return {};
  return url.substr(slash + 1);
}

// And no query of the crawler's own: dns:a.example, metadata://..., https://a.example/robots.txt.
bool is_page(std::string_view url) {
  constexpr std::string_view kSchemes[] = {"http:", "https:", "ftp:", "file:"};
  return file_of(url) != "robots.txt" &&
         std::any_of(std::begin(kSchemes), std::end(kSchemes), [&](std::string_view scheme) {
           return same_word(url.substr(0, scheme.size()), scheme);
         });
}

}  // namespace

struct WebArchiveReader::Record {
  std::string type;  // "response", in small letters
  std::string url;
  std::string media_type;  // of the block, then of the page
  std::string charset;
  std::optional<Day> newest;  // that its page can be: it was fetched or changed then
  std::optional<std::uint64_t> length;

  static Record of_warc(const HeaderFields& fields);
  static std::optional<Record> of_arc(std::string_view line);
};

WebArchiveReader::Record WebArchiveReader::Record::of_warc(const HeaderFields& fields) {
  Record record;
  record.type = lower(fields["WARC-Type"]);
  record.url = fields["WARC-Target-URI"];
  // Some write the address as that of a link: <https://...>.
  if (record.url.starts_with('<') && record.url.ends_with('>'))
    record.url = record.url.substr(1, record.url.size() - 2);
  record.media_type = newsfacts::media_type(fields["Content-Type"]);
  record.charset = parameter(fields["Content-Type"], "charset");
  record.newest = parse_day(fields["WARC-Date"]);
  record.length = number_in(fields["Content-Length"]);
  return record;
}

// "URL IP-address date content-type [...] length", version 1 and 2 alike.
std::optional<WebArchiveReader::Record> WebArchiveReader::Record::of_arc(std::string_view line) {
  const auto fields = fields_of(line);
  // A URL may hold spaces, so it ends where the address and the date of 14 digits begin.
  for (std::size_t date = 2; date + 2 < fields.size(); ++date) {
    if (fields[date].size() != 14 || !number_in(fields[date])) continue;
    Record record;
    record.url =
        trimmed(line.substr(0, static_cast<std::size_t>(fields[date - 1].data() - line.data())));
    record.type = record.url.starts_with("http") ? "response" : "filedesc";
    record.newest = parse_day(fields[date].substr(0, 8));
    record.length = number_in(fields.back());
    if (record.url.find(':') == std::string::npos || !record.length) break;
    return record;
  }
  return std::nullopt;
}

bool begins_warc(std::string_view bytes) {
  return bytes.starts_with("WARC/0.") || bytes.starts_with("WARC/1.");
}
bool begins_arc(std::string_view bytes) {
  return bytes.starts_with("filedesc://");
}

WebArchiveReader::WebArchiveReader(InputFile file, const ReadOptions& options)
    : options_(options),
      packed_(std::move(file), options.limits),
      lines_([this] { return packed_.next_chunk(); }) {}

std::uint64_t WebArchiveReader::passed_over() const {
  return passed_over_ + (page_ ? page_->passed_over() : 0);
}

std::string WebArchiveReader::place() const {
  return packed_.name() + ":" + std::to_string(number_);
}

std::string WebArchiveReader::failure() const {
  const std::string& failure = packed_.file().failure();
  return failure.empty() ? packed_.unpacking().exceeded() : failure;
}

bool WebArchiveReader::spoilt() const {
  return packed_.file().tainted() && number_ > 0 && !line_;
}

std::optional<Document> WebArchiveReader::next() {
  if (!std::exchange(begun_, true)) advance();
  for (;;) {
    if (page_) {
      if (auto document = page_->next()) return document;
      passed_over_ += page_->passed_over();
      page_.reset();
    }
    if (!fault_.empty()) return rejected(place(), std::exchange(fault_, {}), place());
    if (ended_) return std::nullopt;
    if (const std::string reason = failure(); !reason.empty()) {
      const std::string whose = spoilt() ? place() : packed_.name();
      ended_ = !packed_.file().resume();
      if (!ended_) {
        advance();
        find_head();
      }
      return rejected(whose, reason, whose);
    }
    if (!line_) return std::nullopt;
    ++number_;
    auto record = head();
    if (record) {
      if (auto document = enter(*std::move(record))) return document;
    } else if (failure().empty()) {
      fault_ = "no head of a record";
      find_head();
    }
  }
}

// --- heads -----------------------------------------------------------------------------------

void WebArchiveReader::advance() {
  std::size_t size = 0;
  do {
    const auto line = lines_.line(kLongestLine, &size);
    line_ = line ? std::optional<std::string>(trimmed(*line)) : std::nullopt;
  } while (line_ && line_->empty());
}

bool WebArchiveReader::at_head() const {
  return line_ && (begins_warc(*line_) || Record::of_arc(*line_));
}

void WebArchiveReader::find_head() {
  while (line_ && !at_head()) advance();
}

std::optional<WebArchiveReader::Record> WebArchiveReader::head() {
  if (begins_warc(*line_)) return warc_head();
  auto record = Record::of_arc(*line_);
  return record;
}

std::optional<WebArchiveReader::Record> WebArchiveReader::warc_head() {
  HeaderFields fields;
  std::size_t size = 0;
  for (std::size_t i = 0; i < kMostLines; ++i) {
    const auto line = lines_.line(kLongestLine, &size);
    if (!line) break;
    if (size < kLongestLine && trimmed(*line).empty()) return Record::of_warc(fields);
    fields.add_line(line->ends_with('\r') ? line->substr(0, line->size() - 1) : *line);
  }
  advance();
  return std::nullopt;
}

// --- records ---------------------------------------------------------------------------------

std::optional<Document> WebArchiveReader::enter(Record record) {
  if (!record.length) {
    fault_ = "its Content-Length is no number";
    advance();
    find_head();
    return std::nullopt;
  }
  const bool response = record.type == "response";
  const bool wanted =
      (response || record.type == "resource" || record.type == "conversion") && is_page(record.url);
  const std::uint64_t length = *record.length;
  std::string block;
  const bool whole = lines_.take(length, wanted ? options_.limits.document_bytes : 0, &block);
  advance();
  if (failure().empty()) {
    if (!whole)
      fault_ = "cut off: its Content-Length is " + std::to_string(length);
    else if (line_ && !at_head())
      fault_ = "no record begins behind its Content-Length of " + std::to_string(length);
    find_head();
  } else if (spoilt()) {
    return std::nullopt;
  }
  if (!whole) return std::nullopt;
  if (!wanted) {
    ++passed_over_;
    return std::nullopt;
  }
  if (block.size() != length)
    return rejected(place(), too_long("record", length, options_.limits), place());
  if (!response) {
    open(std::move(record), std::move(block));
    return std::nullopt;
  }
  const HttpHead http = HttpHead::read(block);
  if (http.size == 0) return rejected(place(), "no HTTP response", place());
  if (http.status != 200 || !is_page_type(http.media_type)) {
    ++passed_over_;
    return std::nullopt;
  }
  std::string reason;
  auto page = page_of(http, std::string_view(block).substr(http.size), options_.limits,
                      packed_.unpacking(), &reason);
  if (!page) return rejected(place(), reason, place());
  record.media_type = http.media_type;
  record.charset = http.charset;
  if (http.modified && (!record.newest || *http.modified < *record.newest))
    record.newest = http.modified;
  open(std::move(record), *std::move(page));
  return std::nullopt;
}

void WebArchiveReader::open(Record record, std::string page) {
  if (!is_page_type(record.media_type)) {
    ++passed_over_;
    return;
  }
  Provenance about = packed_.within(place(), record.newest);
  about.bare_name = file_of(record.url);
  about.url = std::move(record.url);
  about.media_type = std::move(record.media_type);
  about.charset = std::move(record.charset);
  page_ = open_reader(InputFile::of(std::move(page), std::move(about)), options_);
}

}  // namespace newsfacts
