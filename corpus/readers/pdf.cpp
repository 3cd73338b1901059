#include "corpus/readers/pdf.h"

#include <utility>

#include "corpus/readers/article_fields.h"
#include "corpus/readers/child_process.h"
#include "corpus/readers/markup_text.h"

namespace newsfacts {
namespace {

using enum ArticleField;

// pdftotext -htmlmeta: <title>, <meta name="Author" content="..."/>, then the text as it is in
// <pre>.
std::string_view between(std::string_view page, std::string_view open, std::string_view close) {
  const std::size_t begin = page.find(open);
  if (begin == page.npos) return {};
  page.remove_prefix(begin + open.size());
  return page.substr(0, page.find(close));
}

// "2026-03-14T08:30:00+00" as the information has it: the zone is to be whole.
std::string day_of(std::string_view date) {
  return std::string(date.substr(0, 19));
}

// A page is followed by an empty line instead of a form feed.
std::string lines_of(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.starts_with('\f')) {
      line.remove_prefix(1);
      lines += '\n';
    }
    lines.append(line).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (lines.ends_with("\n\n")) lines.pop_back();
  return lines == "\n" ? std::string() : lines;
}

}  // namespace

bool begins_pdf(std::string_view bytes) {
  return bytes.starts_with("%PDF-");
}

Document read_pdf(InputFile file, const ReadOptions& options) {
  std::string bytes;
  if (auto rejection = take_whole(file, "PDF", options.limits, &bytes))
    return *std::move(rejection);
  ProcessLimits limits;
  limits.output_bytes = options.limits.document_bytes;
  const Finished finished =
      run_program({"pdftotext", "-enc", "UTF-8", "-htmlmeta", "-", "-"}, bytes, limits);
  if (!finished.reason.empty())
    return rejected(file.name(), "PDF: " + finished.reason, file.name());
  const std::string_view page = finished.output;
  const std::string_view head = page.substr(0, page.find("<pre>"));
  ArticleRecord record;
  record.say({kTitle, 1}, markup_line(between(head, "<title>", "</title>")));
  record.say({kAuthor, 1}, markup_line(between(head, "name=\"Author\" content=\"", "\"")));
  record.say({kPublished, 1}, day_of(between(head, "name=\"CreationDate\" content=\"", "\"")));
  const std::size_t begin = page.find("<pre>\n"), end = page.rfind("</pre>");
  if (begin != page.npos && end != page.npos && begin + 6 <= end)
    record.say({kText, 1}, lines_of(page.substr(begin + 6, end - begin - 6)));
  if (record.of(kText).empty())
    return rejected(file.name(), "PDF without text: its pages are pictures", file.name());
  return record.document(file.name());
}

}  // namespace newsfacts
