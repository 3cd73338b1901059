#include "corpus/readers/mail.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/readers/article_fields.h"
#include "corpus/readers/mime.h"

namespace newsfacts {
namespace {

using enum ArticleField;

// "Jane Roe <j@a.example>", "j@a.example (Jane Roe)": the name; the address where there is none.
std::string name_of(std::string_view from) {
  const std::size_t angle = from.find('<'), open = from.find('(');
  std::string_view name = from;
  if (angle != from.npos && !trimmed(from.substr(0, angle)).empty()) {
    name = trimmed(from.substr(0, angle));
    if (name.size() > 1 && name.starts_with('"') && name.ends_with('"'))
      name = name.substr(1, name.size() - 2);
  } else if (open != from.npos) {
    name = from.substr(open + 1, from.find(')', open) - open - 1);
  }
  return std::string(trimmed(name));
}

Document document_of(std::string_view message, const std::string& place) {
  HeaderFields header;
  const std::size_t size = header.read(message);
  Body body = body_of(header, message.substr(size));
  ArticleRecord record;
  record.say(kTitle, header_decoded(header["Subject"]));
  record.say(kAuthor, name_of(header_decoded(header["From"])));
  record.say(kPublished, std::string(header["Date"]));
  record.say(kLanguage, std::string(header["Content-Language"]));
  record.say(kSource, name_of(header_decoded(header["List-Id"])));
  record.say(body.is_markup ? kMarkup : kText, std::move(body.text));
  return record.document(place);
}

}  // namespace

bool begins_mbox(std::string_view bytes) {
  // "From j@a.example Sat Mar 14 08:30:00 2026", then a header.
  if (!bytes.starts_with("From ")) return false;
  const std::size_t end = bytes.find('\n');
  return end != bytes.npos && bytes.substr(0, end).find(':') != bytes.npos &&
         begins_mail(bytes.substr(end + 1));
}

bool begins_mail(std::string_view bytes) {
  HeaderFields header;
  header.read(bytes.substr(0, 16384));
  const std::size_t colon = bytes.find(':');
  if (colon == bytes.npos || bytes.substr(0, colon).find_first_of(" \n<{") != bytes.npos)
    return false;
  constexpr std::array kOfMail = std::to_array<std::string_view>(
      {"Received", "Message-ID", "MIME-Version", "Return-Path", "Delivered-To"});
  return !header["From"].empty() &&
         (std::any_of(kOfMail.begin(), kOfMail.end(),
                      [&](std::string_view name) { return !header[name].empty(); }) ||
          (!header["Date"].empty() && !header["Subject"].empty() && !header["To"].empty()));
}

MailReader::MailReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)),
      limits_(options.limits),
      lines_([this] { return file_.next_chunk(); }),
      is_mbox_(file_.beginning().starts_with("From ")) {}

std::optional<std::string> MailReader::message(std::size_t* size) {
  std::string message;
  *size = 0;
  bool empty_line = true, any = std::exchange(begun_, true);
  std::size_t length = 0;
  while (const auto line = lines_.line(limits_.document_bytes, &length)) {
    if (is_mbox_ && empty_line && line->starts_with("From ")) {
      if (any) return message;
      any = true;
      continue;
    }
    any = true;
    *size += length + 1;
    empty_line = trimmed(*line).empty();
    std::string_view words = *line;
    const std::size_t quotes = std::min(words.find_first_not_of('>'), words.size());
    if (is_mbox_ && quotes > 0 && words.substr(quotes).starts_with("From ")) words.remove_prefix(1);
    if (*size > limits_.document_bytes)
      message = std::string();  // gives the memory back
    else
      message.append(words).append("\n");
  }
  done_ = true;
  if (*size == 0) return std::nullopt;
  return message;
}

std::optional<Document> MailReader::next() {
  if (done_) return std::nullopt;
  std::size_t size = 0;
  const auto found = message(&size);
  if (!file_.failure().empty()) {
    done_ = true;
    return rejected(file_.name(), file_.failure(), file_.name());
  }
  if (!found) return std::nullopt;
  ++number_;
  const std::string place = is_mbox_ ? file_.name() + ":" + std::to_string(number_) : file_.name();
  if (size > limits_.document_bytes)
    return rejected(place, too_long("message", size, limits_), place);
  return document_of(*found, place);
}

}  // namespace newsfacts
