// An HTTP response as a crawler kept it (RFC 9110, RFC 9112): what its head says of the page, and
// the page out of its body, which may be chunked and compressed by gzip, deflate, Brotli or
// Zstandard.  Crawlers often keep a body decoded under a head that still says it is not: so a body
// that does not look like what the head says is taken as it stands.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"
#include "corpus/readers/unpacking.h"

namespace newsfacts {

struct HttpHead {
  int status = 0;               // 200; 0 where these bytes are no response
  std::string media_type;       // "text/html"
  std::string charset;          // "windows-1252"
  std::optional<Day> modified;  // Last-Modified: since then it is the page it is
  bool chunked = false;
  std::vector<std::string> encodings;  // of the content, in the order they were applied
  std::size_t size = 0;                // bytes of the head, with the empty line

  static HttpHead read(std::string_view response);
};

// The page.  nullopt where it cannot be had, and why: damaged, or longer than a limit.
std::optional<std::string> page_of(const HttpHead& head, std::string_view body,
                                   const ReadLimits& limits, Unpacking& unpacking,
                                   std::string* reason);

}  // namespace newsfacts
