// Compressed files, archives and documents made in memory, for the tests of what reads them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsfacts {

std::string gzip(std::string_view bytes);
std::string deflate(std::string_view bytes, bool with_header = true);  // RFC 1950, or 1951
std::string zstd(std::string_view bytes);                              // with a checksum
std::string xz(std::string_view bytes);
std::string bzip2(std::string_view bytes);
std::string brotli(std::string_view bytes);

struct FileToPack {
  std::string path, bytes;
};
std::string zip(const std::vector<FileToPack>& files);
std::string tar(const std::vector<FileToPack>& files);
std::string encrypted_zip(const std::vector<FileToPack>& files);

// A Word document of this body, with title, author and day; a PDF page of this content.
std::string docx(const std::string& body);
std::string pdf(const std::string& content);

// A record of a crawl.  `lie` is added to the length that it tells.
std::string warc(const std::string& type, const std::string& block,
                 const std::string& fields = "Content-Type: application/http; msgtype=response\r\n",
                 int lie = 0);

}  // namespace newsfacts
