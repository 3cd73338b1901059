#include "corpus/readers/docx.h"

#include <utility>

#include "corpus/readers/archive.h"
#include "corpus/readers/archive_stream.h"
#include "corpus/readers/article_fields.h"
#include "corpus/readers/xml.h"

namespace newsfacts {
namespace {

using enum ArticleField;

constexpr std::string_view kTextPath = "word/document.xml", kCorePath = "docProps/core.xml";

std::string text_of(const pugi::xml_node& root, std::string* title) {
  std::string text, paragraph;
  bool is_title = false;
  const auto end_paragraph = [&] {
    if (paragraph.find_first_not_of(" \t\n") != paragraph.npos) {
      if (is_title && title->empty()) *title = paragraph;
      text.append(text.empty() ? "" : "\n\n").append(paragraph);
    }
    paragraph.clear();
    is_title = false;
  };
  pugi::xml_node at = root;
  while (at) {
    const std::string_view name = local_name(at);
    bool enter = true;
    if (name == "p") {
      end_paragraph();
    } else if (name == "t") {
      paragraph += text_within(at);
      enter = false;
    } else if (name == "tab") {
      paragraph += '\t';
    } else if (name == "br" || name == "cr") {
      paragraph += '\n';
    } else if (name == "noBreakHyphen") {
      paragraph += '-';
    } else if (name == "pPr" || name == "rPr") {
      for (const pugi::xml_node& child : at.children())
        if (local_name(child) == "pStyle") is_title = attribute(child, "val") == "Title";
      enter = false;  // a tab in there is a stop, and no sign
    }
    at = next_within(root, at, enter);
  }
  end_paragraph();
  return text;
}

void say_core(const pugi::xml_node& root, ArticleRecord* record) {
  for (const pugi::xml_node& child : root.children()) {
    const std::string_view name = local_name(child);
    if (name == "title") record->say({kTitle, 1}, text_within(child));
    if (name == "creator") record->say({kAuthor, 1}, text_within(child));
    if (name == "created") record->say({kPublished, 1}, text_within(child));
    if (name == "language") record->say({kLanguage, 1}, text_within(child));
  }
}

}  // namespace

bool begins_docx(std::string_view bytes) {
  return begins_zip(bytes) && bytes.find("[Content_Types].xml") != bytes.npos &&
         bytes.find("word/") != bytes.npos;
}

Document read_docx(InputFile file, const ReadOptions& options) {
  const std::string name = file.name();
  ArchiveStream archive(std::move(file), ArchiveStream::Kind::kZip, options.limits);
  ArticleRecord record;
  bool found = false;
  const auto reject = [&](const std::string& reason) { return rejected(name, reason, name); };
  while (const auto member = archive.next()) {
    if (member->path != kTextPath && member->path != kCorePath) continue;
    if (member->encrypted) return reject("encrypted");
    std::string bytes, fault;
    std::size_t size = 0;
    char buffer[std::size_t{16} << 10];
    while (const std::size_t got = archive.read(buffer, sizeof buffer, &fault)) {
      size += got;
      if (size <= options.limits.document_bytes) bytes.append(buffer, got);
    }
    if (!fault.empty()) return reject("damaged member " + member->path + ": " + fault);
    if (size > options.limits.document_bytes) return reject(too_long("text", size, options.limits));
    const Xml xml(std::move(bytes));
    if (const auto broken = xml.fault()) return reject(member->path + ": " + *broken);
    if (member->path == kCorePath) {
      say_core(xml.root(), &record);
    } else {
      found = true;
      std::string title;
      record.say({kText, 1}, text_of(xml.root(), &title));
      record.say({kTitle, 2}, title);
    }
  }
  if (!archive.failure().empty()) return reject(archive.failure());
  if (!found) return reject("no " + std::string(kTextPath) + " in it");
  return record.document(name);
}

}  // namespace newsfacts
