#include "tests/corpus/readers/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <brotli/encode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <stdexcept>

namespace newsfacts {
namespace {

void check(bool well, const char* what) {
  if (!well) throw std::runtime_error(what);
}

std::string zlib_packed(std::string_view bytes, int window) {
  z_stream stream{};
  check(deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) == Z_OK, "deflateInit");
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  check(deflate(&stream, Z_FINISH) == Z_STREAM_END, "deflate");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

la_ssize_t append(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

std::string archived(const std::vector<FileToPack>& files, int format, const char* options) {
  std::string out;
  archive* const writer = archive_write_new();
  check(archive_write_set_format(writer, format) == ARCHIVE_OK, "format");
  if (options) {
    check(archive_write_set_options(writer, options) == ARCHIVE_OK, "options");
    check(archive_write_set_passphrase(writer, "secret") == ARCHIVE_OK, "passphrase");
  }
  archive_write_set_bytes_in_last_block(writer, 1);
  check(archive_write_open(writer, &out, nullptr, append, nullptr) == ARCHIVE_OK, "open");
  for (const FileToPack& file : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, file.path.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.bytes.size()));
    archive_entry_set_filetype(entry, file.path.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1773478800, 0);  // 2026-03-14
    check(archive_write_header(writer, entry) >= ARCHIVE_WARN, "header");
    archive_write_data(writer, file.bytes.data(), file.bytes.size());
    archive_entry_free(entry);
  }
  check(archive_write_close(writer) == ARCHIVE_OK, "close");
  archive_write_free(writer);
  return out;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  return zlib_packed(bytes, 15 + 16);
}
std::string deflate(std::string_view bytes, bool with_header) {
  return zlib_packed(bytes, with_header ? 15 : -15);
}

std::string zstd(std::string_view bytes) {
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size());
  check(!ZSTD_isError(size), "zstd");
  ZSTD_freeCCtx(context);
  out.resize(size);
  return out;
}

std::string xz(std::string_view bytes) {
  std::string out(lzma_stream_buffer_bound(bytes.size()), '\0');
  std::size_t size = 0;
  check(lzma_easy_buffer_encode(0, LZMA_CHECK_CRC64, nullptr,
                                reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
                                reinterpret_cast<std::uint8_t*>(out.data()), &size,
                                out.size()) == LZMA_OK,
        "xz");
  out.resize(size);
  return out;
}

std::string bzip2(std::string_view bytes) {
  std::string out(bytes.size() + bytes.size() / 100 + 600, '\0');
  auto size = static_cast<unsigned>(out.size());
  check(BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char*>(bytes.data()),
                                 static_cast<unsigned>(bytes.size()), 1, 0, 0) == BZ_OK,
        "bzip2");
  out.resize(size);
  return out;
}

std::string brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  check(BrotliEncoderCompress(BROTLI_DEFAULT_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_DEFAULT_MODE,
                              bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              &size, reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE,
        "brotli");
  out.resize(size);
  return out;
}

std::string zip(const std::vector<FileToPack>& files) {
  return archived(files, ARCHIVE_FORMAT_ZIP, nullptr);
}
std::string tar(const std::vector<FileToPack>& files) {
  return archived(files, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, nullptr);
}
std::string encrypted_zip(const std::vector<FileToPack>& files) {
  return archived(files, ARCHIVE_FORMAT_ZIP, "zip:encryption=traditional");
}

std::string docx(const std::string& body) {
  return zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>"},
       {"docProps/core.xml",
        "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>T</dc:title>"
        "<dc:creator>Jane Roe</dc:creator><dcterms:created>2026-03-14T08:30:00Z"
        "</dcterms:created></cp:coreProperties>"}});
}

// Of one page; readers rebuild the table of objects that it lacks.
std::string pdf(const std::string& content) {
  return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
         "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
         "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
         "/Resources<</Font<</F 5 0 R>>>>>> endobj\n4 0 obj <</Length " +
         std::to_string(content.size()) + ">> stream\n" + content +
         "\nendstream endobj\n5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
         "6 0 obj <</Title(Fire)/Author(Jane Roe)/CreationDate(D:20260314083000Z)>> endobj\n"
         "trailer <</Root 1 0 R/Info 6 0 R>>\n";
}

std::string warc(const std::string& type, const std::string& block, const std::string& fields,
                 int lie) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + "https://a.example/news" +
         "\r\nWARC-Date: 2026-03-14T09:00:00Z\r\n" + fields +
         "Content-Length: " + std::to_string(static_cast<int>(block.size()) + lie) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

}  // namespace newsfacts
