// Mail: a message a file (EML, RFC 5322) or many in one (mbox, RFC 4155).  Each message is a
// document, "list.mbox:3" by its number; From, Date and Subject are its author, day and title, and
// its text is what mime.h takes for the body.  Of mbox, ">From " at the begin of a line is "From ".

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/readers/line_reader.h"
#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_mbox(std::string_view bytes);
bool begins_mail(std::string_view bytes);  // with fields that only mail has

class MailReader : public Reader {
 public:
  MailReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;

 private:
  // The next message of an mbox; nullopt at the end.
  std::optional<std::string> message(std::size_t* size);

  InputFile file_;
  ReadLimits limits_;
  LineReader lines_;
  bool is_mbox_, begun_ = false, done_ = false;
  std::size_t number_ = 0;
};

}  // namespace newsfacts
