#include "tests/corpus/readers/sound_files.h"

#include "tests/corpus/readers/packing.h"

namespace newsfacts {

std::vector<SoundFile> sound_files() {
  const std::string one = "The harbour paid $5 million on Friday, said its director.\n",
                    two = "Two men were held in Oslo after 40 crates were found.\n";
  const std::string lines = "{\"id\":\"a\",\"text\":\"" + one.substr(0, one.size() - 1) +
                            "\"}\n{\"id\":\"b\",\"text\":\"" + two.substr(0, two.size() - 1) +
                            "\"}\n";
  const std::string page =
      "<!doctype html><html><head><title>Harbour</title></head><body><article>"
      "<h1>Harbour</h1><p>" +
      one + "</p><p>" + two + "</p></article></body></html>";
  const std::string feed =
      "<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>"
      "<item><title>Harbour</title><description>" +
      one + "</description></item><item><description>" + two +
      "</description></item></channel></rss>";
  const std::string response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
  return {
      {"text", "a.txt", "Source: Post\nPublished: 2026-03-14\n\n" + one + two},
      {"markdown", "a.md", "# Harbour\n\n" + one + "\n> " + two},
      {"jsonl", "a.jsonl", lines},
      {"json", "a.json",
       "[{\"text\":\"" + one.substr(0, 40) + "\"},\n {\"text\":\"" + two.substr(0, 40) + "\"}]"},
      {"csv", "a.csv", "title,text\nHarbour,\"" + one + "\"\nOslo,\"" + two + "\"\n"},
      {"html", "a.html", page},
      {"feed", "a.rss", feed},
      {"feed", "a.atom",
       "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry>"
       "<updated>2026-03-14T08:30:00Z</updated><content type='html'>&lt;p>" +
           one + "</content></entry></feed>"},
      {"news-xml", "a.newsml",
       "<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta>"
       "<versionCreated>2026-03-14T08:30:00Z</versionCreated></itemMeta><contentSet><inlineXML>"
       "<html><body><p>" +
           one + "</p></body></html></inlineXML></contentSet></newsItem>"},
      {"news-xml", "a.nitf",
       "<?xml version='1.0'?><nitf><head><title>Harbour</title></head><body><body.content>"
       "<p>" +
           one + "</p></body.content></body></nitf>"},
      {"reuters", "a.sgm",
       "<!DOCTYPE lewis SYSTEM 'lewis.dtd'>\n<REUTERS NEWID='1'><DATE>26-FEB-1987</DATE>"
       "<TEXT><BODY>" +
           one + "</BODY></TEXT></REUTERS>\n"},
      {"mail", "a.eml",
       "From: Jane Roe <jane@example.org>\nTo: desk@example.org\nSubject: Harbour\n"
       "Date: Sat, 14 Mar 2026 08:30:00 +0000\nMIME-Version: 1.0\n"
       "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" +
           one + "--b--\n"},
      {"mbox", "a.mbox",
       "From a Sat Mar 14 08:30:00 2026\nFrom: a\nSubject: One\n\n" + one +
           "\nFrom b Sat Mar 14 08:30:00 2026\nFrom: b\nSubject: Two\n\n" + two},
      {"warc", "a.warc", warc("response", response) + warc("response", response)},
      {"arc", "a.arc",
       "filedesc://a.arc 0.0.0.0 20260314083000 text/plain 11\n1 0 Crawler\n\n"
       "https://a.example/b.html 192.0.2.1 20260314083000 text/html " +
           std::to_string(response.size()) + "\n" + response + "\n"},
      {"docx", "a.docx", docx("<w:p><w:r><w:t>" + one + "</w:t></w:r></w:p>")},
      {"pdf", "a.pdf", pdf("BT /F 12 Tf 20 200 Td (Two men paid $5 million.) Tj ET")},
      {"gzip", "a.gz", gzip(lines)},
      {"zstd", "a.zst", zstd(lines)},
      {"xz", "a.xz", xz(lines)},
      {"bzip2", "a.bz2", bzip2(lines)},
      {"zip", "a.zip", zip({{"a.txt", one}, {"b.html", page}})},
      {"tar", "a.tar", tar({{"a.txt", one}, {"b.html", page}})},
      {"gzip", "a.warc.gz", gzip(warc("response", response)) + gzip(warc("response", response))},
  };
}

}  // namespace newsfacts
