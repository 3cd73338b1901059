// What a web page costs, in bytes of the page a second, over pages made of the sample articles and
// of the markup that stands around such.  The article that comes out is held against the one put
// in.

#include <benchmark/benchmark.h>

#include "checkout.h"
#include "corpus/html/article.h"
#include "corpus/html/metadata.h"
#include "corpus/readers/inputs.h"

namespace newsfacts {
namespace {

struct Made {
  std::string page;
  std::vector<std::string> paragraphs;  // the long ones
};

// As much script, style and links as news pages have: text is a tenth of the bytes.
std::string around(std::size_t bytes) {
  std::string out = "<script>";
  while (out.size() < bytes / 2) out += "window.a=window.a||[];a.push({x:'<b>',y:1<2});";
  out += "</script><nav class='main-menu'><ul>";
  while (out.size() < bytes)
    out +=
        "<li class='menu-item menu-item-type-post'><a class='link' "
        "href='/section/topic?a=1&amp;b=2'>Topic</a></li>";
  return out + "</ul></nav>";
}

const std::vector<Made>& made() {
  static const std::vector<Made> pages = [] {
    std::vector<Made> all;
    Inputs inputs({NEWSFACTS_SAMPLES}, {});
    while (const auto document = inputs.next()) {
      if (document->rejected) continue;
      Made one;
      std::string body;
      for (std::string_view rest = document->raw(); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.empty() || line.find_first_of("<&") != line.npos) continue;
        body.append("<p>").append(line).append("</p>\n");
        if (line.size() > 200) one.paragraphs.emplace_back(line);
      }
      one.page = "<!doctype html><html><head><title>T</title></head><body>" +
                 around(4 * body.size()) + "<article class='post-content'>" + body + "</article>" +
                 around(4 * body.size()) + "</body></html>";
      if (one.paragraphs.size() > 3) all.push_back(std::move(one));
    }
    return all;
  }();
  return pages;
}

void reading_pages(benchmark::State& state) {
  std::int64_t bytes = 0;
  for (const Made& each : made()) bytes += std::ssize(each.page);
  std::size_t held = 0, all = 0;
  for (auto _ : state)
    for (const Made& each : made()) {
      const html::Page page(each.page, {});
      const html::JsonLd said = html::read_json_ld(page.json_ld());
      const html::Article article = html::article_of(page, html::anchors_of(page, said));
      benchmark::DoNotOptimize(html::metadata_of(page, said, article, {}, std::nullopt));
      for (const std::string& paragraph : each.paragraphs) {
        held += article.text.find(paragraph.substr(0, 80)) != std::string::npos;
        ++all;
      }
    }
  if (all == 0 || held * 100 < all * 95) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(reading_pages);

void cutting_pages(benchmark::State& state) {
  std::int64_t bytes = 0;
  for (const Made& each : made()) bytes += std::ssize(each.page);
  bool right = true;
  for (auto _ : state)
    for (const Made& each : made()) {
      const html::Page page(each.page, {});
      right &= page.blocks().size() > each.paragraphs.size();
    }
  if (!right) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(cutting_pages);

}  // namespace
}  // namespace newsfacts
