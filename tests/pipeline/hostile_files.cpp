#include "tests/pipeline/hostile_files.h"

#include <ostream>
#include <random>

#include "tests/corpus/readers/packing.h"
#include "tests/corpus/readers/sound_files.h"

namespace newsfacts::test {
namespace {

using namespace std::string_literals;

constexpr std::size_t kMega = std::size_t{1} << 20;

std::string repeated(std::string_view words, std::size_t times) {
  std::string all;
  all.reserve(words.size() * times);
  for (; times > 0; --times) all += words;
  return all;
}

std::string nested_zip(unsigned deep) {
  std::string inside = "The innermost paid $5 million.";
  std::string name = "a.txt";
  for (; deep > 0; --deep) {
    inside = zip({{name, inside}});
    name = "a.zip";
  }
  return inside;
}

// Entities of entities: 10^9 words from a kilobyte.
std::string laughs(const std::string& root) {
  std::string types = "<!ENTITY l0 'ha '>";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "&l" + std::to_string(i - 1) + ";";
    types += "<!ENTITY l" + std::to_string(i) + " '" + repeated(before, 10) + "'>";
  }
  return "<?xml version='1.0'?><!DOCTYPE " + root + " [" + types +
         "]><rss><channel><item><description>&l9;</description></item></channel></rss>";
}

std::string entity_of(const std::string& uri) {
  return "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '" + uri +
         "'>]><rss><channel><item><description>It says: &x; and no more was "
         "paid.</description></item>"
         "</channel></rss>";
}

std::string page_of(const std::string& body) {
  return "<!doctype html><html><body>" + body + "</body></html>";
}

std::string multipart(int deep) {
  std::string head =
      "From: a\nTo: b\nSubject: Deep\nMIME-Version: 1.0\nDate: Sat, 14 Mar 2026 08:30:00 +0000\n";
  std::string all = head;
  for (int i = 0; i < deep; ++i)
    all += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
           std::to_string(i) + "\n";
  return all + "Content-Type: text/plain\n\nPaid $5.\n";
}

std::string blanks() {
  return repeated(" ", 20 * kMega);
}

std::string attributes(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += " a" + std::to_string(i) + "='1'";
  return all;
}

// A tar header that announces `size`, in octal digits, and holds none of it.
std::string tar_of_size(const std::string& size) {
  std::string bytes = tar({{"a.txt", "Paid $5."}});
  bytes.replace(124, size.size(), size);
  return bytes;
}

}  // namespace

void PrintTo(const HostileFile& file, std::ostream* out) {
  *out << file.name << ", " << file.what;
}

std::vector<HostileFile> damaged_files() {
  std::vector<HostileFile> all;
  std::mt19937 random(20'260'314);
  for (const auto& [format, name, bytes] : sound_files()) {
    const auto add = [&, name = name](const std::string& what, const std::string& damaged) {
      all.push_back({name, what, [damaged] { return damaged; }, ""});
    };
    const std::size_t size = bytes.size();
    for (const std::size_t eighths : {1u, 3u, 4u, 5u, 7u})
      add("cut_off_at_" + std::to_string(eighths) + "_eighths",
          bytes.substr(0, size * eighths / 8));
    add("without_its_last_byte", bytes.substr(0, size - 1));
    add("without_a_byte", "");
    add("twice_over", bytes + bytes);
    for (int flips = 1; flips <= 64; flips *= 4) {
      std::string flipped = bytes;
      for (int i = 0; i < flips; ++i)
        flipped[random() % size] ^= static_cast<char>(1U << random() % 8);
      add("with_" + std::to_string(flips) + "_bits_flipped", flipped);
    }
    std::string nuls = bytes;
    for (std::size_t at = 7; at < size; at += 13) nuls[at] = '\0';
    add("full_of_NULs", nuls);
    std::string noisy = bytes;
    for (int i = 0; i < 2000; ++i) noisy += static_cast<char>(random());
    add("with_a_tail_of_noise", noisy);
  }
  return all;
}

std::vector<HostileFile> attacks() {
  return {
      {"bomb.gz", "70_MB_of_blanks", [] { return gzip(repeated(" ", 70 * kMega)); }, "--max-ratio"},
      {"bomb.zst", "70_MB_of_blanks", [] { return zstd(repeated(" ", 70 * kMega)); },
       "--max-ratio"},
      {"bomb.xz", "70_MB_of_blanks", [] { return xz(repeated(" ", 70 * kMega)); }, "--max-ratio"},
      {"bomb.bz2", "70_MB_of_blanks", [] { return bzip2(repeated(" ", 70 * kMega)); },
       "--max-ratio"},
      {"bomb.zip", "many_blank_members",
       [] {
         return zip(
             {{"a.txt", blanks()}, {"b.txt", blanks()}, {"c.txt", blanks()}, {"d.txt", blanks()}});
       },
       "--max-ratio"},
      {"bomb.docx", "70_MB_paragraph",
       [] { return docx("<w:p><w:r><w:t>" + repeated("x", 70 * kMega) + "</w:t></w:r></w:p>"); },
       "--max-ratio"},
      {"doll.zip", "30_deep", [] { return nested_zip(30); }, "--max-depth"},
      {"doll.gz", "gzip_in_gzip",
       [] { return gzip(gzip(gzip(gzip(gzip(gzip(gzip(gzip(gzip(gzip("x")))))))))); },
       "--max-depth"},
      {"out.zip", "path_upwards",
       [] {
         return zip({{"../../../../tmp/newsfacts-out.txt", "Paid $5 million."}});
       },
       ""},
      {"out.tar", "absolute_path",
       [] {
         return tar({{"/tmp/newsfacts-out.txt", "Paid $5 million."}});
       },
       ""},
      {"secret.zip", "encrypted",
       [] {
         return encrypted_zip({{"a.txt", "Paid $5 million."}});
       },
       "encrypted"},
      {"huge.tar", "8_GB_announced", [] { return tar_of_size("77777777777"); }, "damaged"},
      {"minus.tar", "size_below_zero", [] { return tar_of_size("-0000000001"); }, ""},
      {"laughs.rss", "billion_laughs", [] { return laughs("rss"); }, ""},
      {"laughs.nitf", "billion_laughs", [] { return laughs("nitf"); }, ""},
      {"passwd.rss", "external_entity", [] { return entity_of("file:///etc/passwd"); }, ""},
      {"net.rss", "entity_of_the_net", [] { return entity_of("http://192.0.2.1/x"); }, ""},
      {"device.rss", "entity_of_a_device", [] { return entity_of("/dev/zero"); }, ""},
      {"deep.rss", "100000_deep", [] { return "<rss><channel><item>" + repeated("<b>", 100'000); },
       ""},
      {"attributes.rss", "100000_attributes",
       [] {
         return "<rss" + attributes(100'000) +
                "><channel><item><description>Paid.</description></item></channel></rss>";
       },
       ""},
      {"divs.html", "a_million_divs",
       [] { return page_of(repeated("<div></div>", 1'100'000) + "Paid $5."); },
       "--max-page-elements"},
      {"divs_below.html", "many_divs",
       [] { return page_of(repeated("<div>", 900'000) + "Paid $5 million."); }, ""},
      {"tables.html", "nested_tables",
       [] { return page_of(repeated("<table><tr><td>", 100'000) + "Paid $5."); }, ""},
      {"inline.html", "misnested",
       [] { return page_of(repeated("<b><i><a><p>", 100'000) + "Paid $5."); }, ""},
      {"ends.html", "ends_without_begin",
       [] { return page_of(repeated("</p></div></b>", 300'000) + "Paid $5."); }, ""},
      {"comment.html", "comment_without_end",
       [] { return page_of("<p>Paid $5.</p>" + repeated("<!-- ", 1'000'000)); }, ""},
      {"cdata.html", "cdata_without_end",
       [] { return page_of("<p>Paid $5.</p>" + repeated("<![CDATA[", 500'000)); }, ""},
      {"script.html", "script_without_end",
       [] { return page_of("<p>Paid $5.</p>" + repeated("<script>", 500'000)); }, ""},
      {"title.html", "title_without_end",
       [] { return "<html><head>" + repeated("<title>", 500'000); }, ""},
      {"quotes.html", "attribute_without_end",
       [] { return page_of("<p>Paid.</p>" + repeated("<a b=\"", 800'000)); }, ""},
      {"lt.html", "only_less_than", [] { return page_of(repeated("<", 5 * kMega)); }, ""},
      {"amp.html", "only_ampersands", [] { return page_of("<p>" + repeated("&", 5 * kMega)); }, ""},
      {"entities.html", "entities_without_end",
       [] { return page_of("<p>" + repeated("&#x", 1'000'000)); }, ""},
      {"attributes.html", "a_million_attributes",
       [] { return page_of("<p " + repeated("a ", 1'000'000) + ">Paid."); }, ""},
      {"ld.html", "deep_json_ld",
       [] {
         return page_of("<script type='application/ld+json'>" + repeated("[{\"a\":", 200'000) +
                        "</script><p>Paid $5.</p>");
       },
       ""},
      {"classes.html", "a_class_of_megabytes",
       [] {
         return page_of("<div class='" + repeated("article ", 500'000) + "'><p>Paid $5.</p></div>");
       },
       ""},
      {"paragraphs.html", "400000_paragraphs",
       [] { return page_of(repeated("<p>Paid.", 400'000)); }, ""},
      {"deep.jsonl", "100000_deep", [] { return "{\"text\":" + repeated("[", 100'000) + "\n"; },
       "JSON"},
      {"deep.json", "100000_deep", [] { return "[\n" + repeated("[", 100'000) + "\n"; }, ""},
      {"open.json", "string_without_end", [] { return "[{\"text\":\"" + repeated("x", 5 * kMega); },
       "cut off"},
      {"long.jsonl", "line_of_100_MB",
       [] { return "{\"text\":\"" + repeated("x", 100 * kMega) + "\"}\n"; }, "exceeds the limit"},
      {"long.txt", "a_word_of_60_MB", [] { return repeated("x", 60 * kMega); }, ""},
      {"lines.txt", "20_million_line_ends", [] { return repeated("\n", 20'000'000) + "Paid $5."; },
       ""},
      {"short.txt", "300000_short_lines", [] { return repeated("A: b\n", 300'000) + "Paid $5."; },
       ""},
      {"marks.txt", "a_million_accents",
       [] { return "Paid " + repeated("e\u0301\u0301\u0301\u0301", 300'000); }, ""},
      {"quotes.txt", "a_million_quotes", [] { return repeated("\"", 1'000'000); }, ""},
      {"brackets.txt", "a_million_brackets", [] { return repeated("(", 1'000'000); }, ""},
      {"digits.txt", "a_number_of_10_MB",
       [] { return "Paid $" + repeated("9", 10 * kMega) + " on Friday."; }, ""},
      {"names.txt", "a_name_of_200000_words",
       [] { return "It was " + repeated("Ann ", 200'000) + "who paid."; }, ""},
      {"sums.txt", "200000_sums", [] { return repeated("$5 million ", 200'000); }, ""},
      {"dates.txt", "200000_dates", [] { return repeated("14 March 2026 ", 200'000); }, ""},
      {"commas.csv", "a_million_fields",
       [] { return "text" + repeated(",", 1'000'000) + "\nPaid.\n"; }, ""},
      {"open.csv", "quote_without_end",
       [] { return "title,text\na,\"" + repeated("Paid $5.\n", 500'000); }, ""},
      {"deep.eml", "10000_parts_deep", [] { return multipart(10'000); }, ""},
      {"base64.eml", "broken_base64", [] { return multipart(0) + "\n" + repeated("=", kMega); },
       ""},
      {"fields.eml", "a_million_fields",
       [] { return "From: a\nTo: b\n" + repeated("X-A: b\n", 1'000'000) + "\nPaid $5.\n"; }, ""},
      {"chunk.warc", "lying_chunk",
       [] {
         return warc(
             "response",
             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nPaid.");
       },
       ""},
      {"length.warc", "lying_length",
       [] {
         return "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nPaid"s;
       },
       ""},
      {"headings.md", "a_million_signs", [] { return repeated("#", 1'000'000) + " Paid"; }, ""},
      {"links.md", "brackets_without_end", [] { return repeated("[a](", 500'000) + "Paid."; }, ""},
      {"stars.md", "a_million_stars", [] { return repeated("*", 1'000'000) + "Paid"; }, ""},
      {"utf16.txt", "half_a_pair", [] { return "\xff\xfeP\0a\0\0\xd8"s; }, ""},
      {"utf8.txt", "overlong",
       [] { return "Paid \xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80 $5 million"s; }, ""},
      {"escape.txt", "iso_2022_without_end",
       [] { return "\x1b$B" + repeated("\x21\x21\x1b$B", 200'000); }, ""},
  };
}

}  // namespace newsfacts::test
