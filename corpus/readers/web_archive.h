// Crawls: WARC (ISO 28500:2017) and the ARC format before it, compressed or not (.warc.gz is
// unpacked before it comes here, all its members).
//
// Each page is a document, "crawl.warc.gz:12" by the number of its record, with the address it was
// fetched from; the type and charset its server said go with it, and the day it was fetched or, if
// its server says so, last modified, after which it cannot have been published.  Read are responses
// with status 200, resources, and conversions (the text that WET files hold).  Passed over are
// other records, other statuses, what is neither text nor markup by its type, and robots.txt.
//
// A record whose Content-Length lies, or that is cut off, comes out rejected; reading goes on at
// the next line that begins a record.  So it does behind a member of a .warc.gz that is damaged
// (each record should be a member of its own: annex D of the standard): what was read of it is
// rejected, also where it looks whole, for its sum does not hold.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/header_fields.h"
#include "corpus/readers/line_reader.h"
#include "corpus/readers/unpacking.h"

namespace newsfacts {

bool begins_warc(std::string_view bytes);
bool begins_arc(std::string_view bytes);

class WebArchiveReader : public Reader {
 public:
  WebArchiveReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;
  std::uint64_t passed_over() const override;

 private:
  struct Record;

  // Moves to the next line that is not empty.
  void advance();
  bool at_head() const;  // whether a record begins there
  void find_head();

  // The record whose head is there; nullopt where it is no head, or cut off.
  std::optional<Record> head();
  std::optional<Record> warc_head();

  // Takes the block of a record: page_ is set, or it is passed over, or its rejection comes out.
  std::optional<Document> enter(Record record);
  void open(Record record, std::string page);
  std::string place() const;
  std::string failure() const;  // of the file, or of what it unpacks to
  bool spoilt() const;          // whether a failure is of the member that the record stands in

  ReadOptions options_;
  Packed packed_;
  LineReader lines_;
  std::optional<std::string> line_;  // where it is; nullopt at the end
  std::unique_ptr<Reader> page_;
  std::size_t number_ = 0;  // of the record, from 1
  std::uint64_t passed_over_ = 0;
  std::string fault_;  // of the record at hand, told once its page was
  bool begun_ = false, ended_ = false;
};

}  // namespace newsfacts
