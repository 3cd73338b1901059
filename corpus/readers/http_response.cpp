#include "corpus/readers/http_response.h"

#include <algorithm>
#include <charconv>

#include "corpus/ascii.h"
#include "corpus/printed_date.h"
#include "corpus/readers/codec.h"
#include "corpus/readers/compressed.h"
#include "corpus/readers/header_fields.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostEncodings = 4;
const Day kOldest = *day_of(1995, 1, 1);

// "chunk-size [extensions] CRLF data CRLF ... 0 CRLF" (RFC 9112, 7.1).  nullopt where it is not
// chunked from the first line; what a cut-off tail leaves is given.
std::optional<std::string> joined(std::string_view body) {
  std::string whole;
  for (bool first = true; !body.empty(); first = false) {
    const std::size_t end = body.find('\n');
    const std::string_view line = trimmed(body.substr(0, end));
    std::uint64_t size = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size =
        error == std::errc() && (stop == line.data() + line.size() || *stop == ';' || *stop == ' ');
    if (!is_size || end == body.npos) {
      if (first) return std::nullopt;
      return whole;
    }
    if (size == 0) return whole;
    body.remove_prefix(end + 1);
    whole += body.substr(0, size);
    body.remove_prefix(std::min<std::uint64_t>(size, body.size()));
    if (body.starts_with("\r\n"))
      body.remove_prefix(2);
    else if (body.starts_with('\n'))
      body.remove_prefix(1);
  }
  return whole;
}

bool looks_like_markup(std::string_view body) {
  if (body.starts_with("\uFEFF")) body.remove_prefix(3);
  return trimmed(body.substr(0, 200)).starts_with('<');
}

std::unique_ptr<Codec> codec_of(std::string_view encoding, std::string_view body) {
  if (encoding == "gzip" || encoding == "x-gzip") return begins_gzip(body) ? gzip_codec() : nullptr;
  if (looks_like_markup(body)) return nullptr;
  if (encoding == "deflate") return deflate_codec();
  if (encoding == "br") return brotli_codec();
  if (encoding == "zstd") return begins_zstd(body) ? zstd_codec() : nullptr;
  return nullptr;
}

std::optional<std::string> unpacked(Codec& codec, std::string_view body, const ReadLimits& limits,
                                    Unpacking& unpacking, std::string* reason) {
  std::string page;
  char buffer[std::size_t{64} << 10];
  const std::size_t whole = body.size();
  for (;;) {
    std::size_t given = 0;
    const std::size_t before = body.size();
    const auto outcome = codec.run(&body, true, buffer, sizeof buffer, &given);
    page.append(buffer, given);
    unpacking.gave(given);
    *reason = unpacking.exceeded();
    if (page.size() > limits.document_bytes) *reason = too_long("page", page.size(), limits);
    if (outcome == Codec::Outcome::kBroken)
      *reason = "damaged " + std::string(codec.name()) + " at byte " +
                std::to_string(whole - body.size()) + " of its body: " + codec.reason();
    else if (outcome == Codec::Outcome::kMore && given == 0 && before == body.size())
      *reason = std::string(codec.name()) + " body cut off";
    if (!reason->empty()) return std::nullopt;
    if (outcome == Codec::Outcome::kEnd) return page;
  }
}

}  // namespace

HttpHead HttpHead::read(std::string_view response) {
  HttpHead head;
  // "HTTP/1.1 200 OK"
  const std::size_t end = std::min(response.find('\n'), response.size());
  const std::string_view line = response.substr(0, end);
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == line.npos) return head;
  std::from_chars(line.data() + space + 1, line.data() + line.size(), head.status);
  HeaderFields fields;
  const std::size_t fields_at = std::min(end + 1, response.size());
  head.size = fields_at + fields.read(response.substr(fields_at));
  head.media_type = newsfacts::media_type(fields["Content-Type"]);
  // Servers that know no day say the first of their clock.
  const auto modified = date_in_field(fields["Last-Modified"], DateOrder::kDayFirst);
  if (modified && modified->day >= kOldest) head.modified = modified->day;
  head.charset = parameter(fields["Content-Type"], "charset");
  head.chunked = lower(fields["Transfer-Encoding"]).find("chunked") != std::string::npos;
  const std::string encodings = lower(fields["Content-Encoding"]);
  for (std::size_t at = 0; at < encodings.size() && head.encodings.size() < kMostEncodings;) {
    const std::size_t comma = std::min(encodings.find(',', at), encodings.size());
    const std::string_view one = trimmed(std::string_view(encodings).substr(at, comma - at));
    if (!one.empty() && one != "identity") head.encodings.emplace_back(one);
    at = comma + 1;
  }
  return head;
}

std::optional<std::string> page_of(const HttpHead& head, std::string_view body,
                                   const ReadLimits& limits, Unpacking& unpacking,
                                   std::string* reason) {
  std::optional<std::string> page;
  if (head.chunked) page = joined(body);
  if (!page) page = std::string(body);
  for (auto encoding = head.encodings.rbegin(); encoding != head.encodings.rend(); ++encoding)
    if (const auto codec = codec_of(*encoding, *page)) {
      page = unpacked(*codec, *page, limits, unpacking, reason);
      if (!page) return std::nullopt;
    }
  return page;
}

}  // namespace newsfacts
