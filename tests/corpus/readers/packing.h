// Compressed files and archives made in memory, for the tests of what reads them.

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

}  // namespace newsfacts
