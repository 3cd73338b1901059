// The report as a page of HTML: header, filters, a card for each finding, the articles with their
// facts marked, a table of all facts.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/key.h"
#include "corpus/utf8.h"
#include "db/html.h"
#include "db/pages.h"
#include "db/report_page.h"

namespace newsfacts {
namespace {

constexpr std::array<std::string_view, 3> kVerdictLabels = {"Disagree", "Agree", "Only one source"};

std::string_view label(Verdict verdict) {
  return kVerdictLabels[static_cast<std::size_t>(verdict)];
}

// "4200000000 USD" -> "4,200,000,000 USD": in threes, where there are five digits or more.
std::string grouped(const std::string& value) {
  std::string out;
  for (std::size_t i = 0; i < value.size();) {
    std::size_t end = i;
    while (end < value.size() && value[end] >= '0' && value[end] <= '9') ++end;
    const bool fraction = i > 0 && value[i - 1] == '.';
    if (end - i < 5 || fraction) {
      out.append(value, i, std::max<std::size_t>(end - i, 1));
      i = std::max(end, i + 1);
      continue;
    }
    for (; i < end; ++i) {
      out += value[i];
      if ((end - i - 1) % 3 == 0 && i + 1 < end) out += ',';
    }
  }
  return out;
}

// What follows the last digit: values of one unit stand on one scale.
std::string_view unit_of(std::string_view value) {
  const auto digit = value.find_last_of("0123456789");
  return digit == value.npos ? value : value.substr(digit + 1);
}

// What stands in a <mark> for two words that differ: the shared beginning and end, and between them
// what the one has and what the other has.
struct Change {
  std::string before, gone, come, after;
};

Change change(const std::string& a, const std::string& b) {
  const auto words = [](const std::string& text) {
    std::vector<std::string> all(1);
    for (const char c : text) {
      all.back() += c;
      if (c == ' ' || c == '\n') all.emplace_back();
    }
    if (all.back().empty()) all.pop_back();
    return all;
  };
  const std::vector<std::string> x = words(a), y = words(b);
  std::size_t front = 0, back = 0;
  const std::size_t most = std::min(x.size(), y.size());
  while (front < most && x[front] == y[front]) ++front;
  while (back < most - front && x[x.size() - 1 - back] == y[y.size() - 1 - back]) ++back;
  const auto joined = [](const std::vector<std::string>& all, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += all[i];
    return text;
  };
  return {joined(x, 0, front), joined(x, front, x.size() - back), joined(y, front, y.size() - back),
          joined(x, x.size() - back, x.size())};
}

class Page {
 public:
  Page(const ReportPage& page, Only only) : page_(page), report_(page.report), only_(only) {
    for (const Finding& finding : report_.findings)
      if (!only_ || finding.verdict == *only_) {
        findings_.push_back(&finding);
        kinds_.emplace(measure_of(finding.what), kinds_.size());
      }
    for (const ReportDocument& document : report_.documents)
      sources_.emplace(source(document), sources_.size());
  }

  std::string write() {
    // The style is the only thing the policy lets in, by a word no article can know before.
    const std::string nonce = Key::of({report_.title, page_.made_by, texts()}).hex();
    out_ = fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'nonce-{0}'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{1}</title>\n"
        "<style nonce=\"{0}\">\n{2}{3}</style>\n",
        nonce, html(title()), page_named("report.css"), filter_rules());
    choices();
    header();
    filters();
    out_ += "<main>\n";
    for (std::size_t i = 0; i < findings_.size(); ++i) card(*findings_[i], i);
    if (findings_.empty()) out_ += "<p class=\"soft\">Nothing to lay side by side.</p>\n";
    articles();
    facts();
    out_ += fmt::format("</main>\n<footer><small>{}</small></footer>\n</html>\n", html(page_.made_by));
    return std::move(out_);
  }

 private:
  std::string title() const { return report_.title.empty() ? "Report" : report_.title; }

  static std::string source(const ReportDocument& document) {
    return document.source.empty() ? document.name : document.source;
  }

  std::string texts() const {
    std::string all;
    for (const ReportArticle& article : page_.articles) all += article.text;
    return all;
  }

  // ---- filters: radio buttons before everything they show and hide

  void choice(std::string_view group, const std::string& value, bool checked) {
    out_ += fmt::format("<input class=\"choice\" type=\"radio\" name=\"{0}\" id=\"{0}-{1}\"{2}>\n", group,
                        value, checked ? " checked" : "");
  }

  void choices() {
    choice("v", "all", true);
    for (const std::string_view name : kVerdictNames) choice("v", std::string(name), false);
    choice("k", "all", true);
    for (std::size_t i = 0; i < kinds_.size(); ++i) choice("k", std::to_string(i), false);
    choice("s", "all", true);
    for (std::size_t i = 0; i < sources_.size(); ++i) choice("s", std::to_string(i), false);
  }

  std::string filter_rules() const {
    std::string rules;
    std::string chosen;
    const auto rule = [&](std::string_view group, const std::string& value, bool hides) {
      const std::string id = fmt::format("{}-{}", group, value);
      if (hides)
        rules += fmt::format("#{0}:checked ~ main .card:not(.{0}) {{ display: none; }}\n", id);
      chosen += fmt::format("{}#{}:checked ~ .filters [for=\"{}\"]", chosen.empty() ? "" : ",\n", id, id);
      rules += fmt::format("#{0}:focus-visible ~ .filters [for=\"{0}\"] {{ outline: 2px solid; }}\n", id);
    };
    rule("v", "all", false);
    for (const std::string_view name : kVerdictNames) rule("v", std::string(name), true);
    rule("k", "all", false);
    for (std::size_t i = 0; i < kinds_.size(); ++i) rule("k", std::to_string(i), true);
    rule("s", "all", false);
    for (std::size_t i = 0; i < sources_.size(); ++i) rule("s", std::to_string(i), true);
    return rules + chosen + " { background: var(--ink); color: var(--ground); }\n";
  }

  void filter(std::string_view group, const std::string& value, std::string_view words,
              std::size_t count) {
    out_ += fmt::format("<label for=\"{}-{}\">{} <span>{}</span></label>", group, value, html(words), count);
  }

  void filters() {
    out_ += "<nav class=\"filters\" aria-label=\"Filter\">\n<div>";
    filter("v", "all", "All", findings_.size());
    for (const Verdict verdict : {Verdict::kConflict, Verdict::kAgree, Verdict::kOnly})
      filter("v", std::string(word_in(kVerdictNames, verdict)), label(verdict), count([&](const Finding& f) {
               return f.verdict == verdict;
             }));
    out_ += "</div>\n<div>";
    filter("k", "all", "Every kind", findings_.size());
    for (const auto& [kind, number] : kinds_)
      filter("k", std::to_string(number), kind, count([&](const Finding& f) { return measure_of(f.what) == kind; }));
    out_ += "</div>\n<div>";
    filter("s", "all", "Every source", findings_.size());
    for (const auto& [name, number] : sources_)
      filter("s", std::to_string(number), name, count([&](const Finding& f) {
               return std::any_of(f.evidence.begin(), f.evidence.end(), [&](const Evidence& e) {
                 return source(report_.documents[e.document]) == name;
               });
             }));
    out_ += "</div>\n</nav>\n";
  }

  template <typename Is>
  std::size_t count(Is is) const {
    return static_cast<std::size_t>(
        std::count_if(findings_.begin(), findings_.end(), [&](const Finding* f) { return is(*f); }));
  }

  // ---- header

  void header() {
    const auto copies = std::count_if(report_.documents.begin(), report_.documents.end(),
                                      [](const ReportDocument& d) { return d.copy(); });
    out_ += fmt::format("<header>\n<h1>{}</h1>\n<p class=\"soft\">{} articles of {} sources{}. "
                        "{} in conflict, {} agreed, {} by one alone.</p>\n<table class=\"sources\">\n",
                        html(title()), report_.documents.size(), sources_.size(),
                        copies == 0 ? "" : fmt::format(", {} of them {}", copies, copies == 1 ? "a copy" : "copies"),
                        report_.count(Verdict::kConflict), report_.count(Verdict::kAgree),
                        report_.count(Verdict::kOnly));
    for (std::size_t i = 0; i < report_.documents.size(); ++i) {
      const ReportDocument& document = report_.documents[i];
      out_ += fmt::format("<tr><td class=\"date\">{}<td><a href=\"#d{}\"><bdi>{}</bdi></a><td>{}<td>{}\n",
                          html(document.published.substr(0, 10)), i,
                          html(document.title.empty() ? document.name : document.title),
                          html(document.source), document.copy() ? "a copy of " + origin(document) : "");
    }
    out_ += "</table>\n</header>\n";
  }

  std::string origin(const ReportDocument& copy) const {
    for (std::size_t i = 0; i < report_.documents.size(); ++i)
      if (report_.documents[i].row == copy.origin)
        return fmt::format("<a href=\"#d{}\">{}</a>", i, html(source(report_.documents[i])));
    return "an article elsewhere";
  }

  // ---- cards

  void card(const Finding& finding, std::size_t number) {
    const std::string_view verdict = word_in(kVerdictNames, finding.verdict);
    out_ += fmt::format("<article class=\"card {0} v-{0} k-{1}", verdict, kinds_.at(measure_of(finding.what)));
    std::set<std::size_t> sources;
    for (const Evidence& e : finding.evidence)
      sources.insert(sources_.at(source(report_.documents[e.document])));
    for (const std::size_t one : sources) out_ += fmt::format(" s-{}", one);
    out_ += fmt::format("\" id=\"f{}\">\n<p class=\"verdict\">{}</p>\n<h3>{}</h3>\n", number,
                        label(finding.verdict), html(readable(finding.what)));
    strip(finding);
    out_ += "<table class=\"claims\">\n<thead><tr><th>Value<th>Source<th>In its own words</thead>\n";
    for (const auto& [first, copies] : folded(finding)) row(finding.evidence[first], copies, finding);
    out_ += "</table>\n";
    reasons(finding);
    out_ += "</article>\n";
  }

  // Claims by number in the finding; behind each the copies of its article that say the same.
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> folded(const Finding& finding) const {
    std::vector<std::pair<std::size_t, std::vector<std::size_t>>> rows;
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
      const Evidence& e = finding.evidence[i];
      const auto same = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
        const Evidence& first = finding.evidence[row.first];
        return first.value == e.value && first.words == e.words && first.document != e.document &&
               report_.documents[first.document].origin == report_.documents[e.document].origin;
      });
      if (same == rows.end())
        rows.push_back({i, {}});
      else
        same->second.push_back(i);
    }
    return rows;
  }

  void row(const Evidence& e, const std::vector<std::size_t>& copies, const Finding& finding) {
    const ReportDocument& document = report_.documents[e.document];
    std::string folded_away;
    if (!copies.empty()) {
      std::set<std::string> by;
      for (const std::size_t copy : copies)
        by.insert(source(report_.documents[finding.evidence[copy].document]));
      for (const std::string& name : by) folded_away += (folded_away.empty() ? "" : ", ") + html(name);
      folded_away = fmt::format(" <small>and {} ({})</small>",
                                copies.size() == 1 ? "a copy" : fmt::format("{} copies", copies.size()),
                                folded_away);
    }
    out_ += fmt::format(
        "<tr><td class=\"value\">{}<td>{}{} <small class=\"date\">{}</small><td><bdi>{}<mark><a href=\"#d{}-{}\">{}</a>"
        "</mark>{}</bdi>{}\n",
        html(grouped(e.value)), html(source(document)), folded_away, html(document.published.substr(0, 10)),
        html(e.before), e.document, e.text.begin, html(e.words), html(e.after),
        e.said_by.empty() ? "" : fmt::format(" <small>says {}</small>", html(e.said_by)));
  }

  // The values of all claims on one line, where all of them have one, of one unit.
  void strip(const Finding& finding) {
    double low = HUGE_VAL, high = -HUGE_VAL;
    std::size_t placed = 0;
    for (const Evidence& e : finding.evidence)
      if (e.extent) {
        low = std::min(low, e.extent->first);
        high = std::max(high, e.extent->second);
        ++placed;
      }
    if (placed < 2 || placed < finding.evidence.size() || !(low < high)) return;
    for (const Evidence& e : finding.evidence)
      if (unit_of(e.value) != unit_of(finding.evidence[0].value)) return;
    constexpr double kLeft = 12, kWide = 552;
    const auto at = [&](double value) { return kLeft + kWide * (value - low) / (high - low); };
    out_ += "<svg viewBox=\"0 0 576 42\" role=\"img\" aria-label=\"the values on one scale\">"
            "<line x1=\"12\" y1=\"12\" x2=\"564\" y2=\"12\"/>";
    const Evidence *least = nullptr, *most = nullptr;
    for (const Evidence& e : finding.evidence) {
      const auto& [from, to] = *e.extent;
      if (from < to)
        out_ += fmt::format("<line class=\"range\" x1=\"{:.1f}\" y1=\"12\" x2=\"{:.1f}\" y2=\"12\"/>",
                            at(from), at(to));
      out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"12\" r=\"6\"><title>{}: {}</title></circle>",
                          at((from + to) / 2), html(source(report_.documents[e.document])),
                          html(e.value));
      if (!least || from < least->extent->first) least = &e;
      if (!most || to > most->extent->second) most = &e;
    }
    out_ += fmt::format("<text x=\"6\" y=\"36\">{}</text><text x=\"570\" y=\"36\" text-anchor=\"end\">{}</text>"
                        "</svg>\n",
                        html(grouped(least->value)), html(grouped(most->value)));
  }

  void reasons(const Finding& finding) {
    std::set<std::string> told;
    for (const Pairing& pairing : finding.pairings) {
      if (pairing.verdict != finding.verdict) continue;
      std::string line = fmt::format("<b>{}</b>: {}", html(pairing.kind), html(pairing.reason));
      if (pairing.verdict == Verdict::kConflict) {
        const Change changed = change(finding.evidence[pairing.a].words, finding.evidence[pairing.b].words);
        line += fmt::format(" &mdash; {}<del>{}</del> <ins>{}</ins>{}", html(changed.before),
                            html(changed.gone), html(changed.come), html(changed.after));
      }
      if (told.insert(line).second) out_ += fmt::format("<p class=\"reason soft\">{}</p>\n", line);
    }
  }

  // ---- the articles, cut where a fact begins or ends

  void articles() {
    for (std::size_t i = 0; i < report_.documents.size(); ++i) {
      const ReportDocument& document = report_.documents[i];
      out_ += fmt::format("<section id=\"d{}\">\n<h2>{}</h2>\n<p class=\"soft\">{}{}{}</p>\n<div class=\"text\">\n<p>",
                          i, html(document.title.empty() ? document.name : document.title),
                          html(document.source), document.published.empty() ? "" : ", ",
                          html(document.published));
      if (i < page_.articles.size()) text(page_.articles[i], i);
      out_ += "</p>\n</div>\n</section>\n";
    }
  }

  void text(const ReportArticle& article, std::size_t document) {
    const CodePointIndex index(article.text);
    std::vector<std::uint32_t> cuts = {0, index.size()};
    for (const ReportFact& fact : article.facts) {
      cuts.push_back(std::min(fact.span.begin, index.size()));
      cuts.push_back(std::min(fact.span.end, index.size()));
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::set<std::uint32_t> anchored;
    std::size_t first = 0;  // of the facts that may still reach a piece
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const Span piece = {cuts[i], cuts[i + 1]};
      const std::uint32_t from = index.bytes(piece.begin);
      const std::string words =
          paragraphs(html(std::string_view(article.text).substr(from, index.bytes(piece.end) - from)));
      std::string about, anchor;
      while (first < article.facts.size() && article.facts[first].span.end <= piece.begin) ++first;
      for (std::size_t k = first; k < article.facts.size(); ++k) {
        const ReportFact& fact = article.facts[k];
        if (fact.span.begin > piece.begin) break;
        if (fact.span.end <= piece.begin) continue;
        about += fmt::format("{}{}{}{}", about.empty() ? "" : "; ", fact.kind, fact.value.empty() ? "" : " ", fact.value);
        if (fact.span.begin == piece.begin && anchored.insert(piece.begin).second)
          anchor = fmt::format(" id=\"d{}-{}\"", document, piece.begin);
      }
      if (about.empty())
        out_ += words;
      else
        out_ += fmt::format("<span class=\"fact\"{} title=\"{}\">{}</span>", anchor, html(about), words);
    }
  }

  static std::string paragraphs(const std::string& escaped) {
    std::string out;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
      if (escaped[i] != '\n') {
        out += escaped[i];
        continue;
      }
      while (i + 1 < escaped.size() && escaped[i + 1] == '\n') ++i;
      out += "<br>";
    }
    return out;
  }

  // ---- all facts

  void facts() {
    out_ += "<section>\n<h2>All facts</h2>\n<details>\n<summary class=\"soft\">by article and place</summary>\n"
            "<table>\n<thead><tr><th>Kind<th>Value<th>Source<th>Rule</thead>\n";
    for (std::size_t i = 0; i < page_.articles.size(); ++i)
      for (const ReportFact& fact : page_.articles[i].facts)
        out_ += fmt::format("<tr><td>{}<td><a href=\"#d{}-{}\">{}</a><td>{}<td>{}\n", html(fact.kind), i,
                            fact.span.begin, html(fact.value.empty() ? "-" : fact.value),
                            html(source(report_.documents[i])), html(fact.rule));
    out_ += "</table>\n</details>\n</section>\n";
  }

  const ReportPage& page_;
  const Report& report_;
  Only only_;
  std::vector<const Finding*> findings_;
  std::map<std::string, std::size_t> kinds_, sources_;  // by name, and their numbers
  std::string out_;
};

}  // namespace

std::string report_html(const ReportPage& page, Only only) {
  return Page(page, only).write();
}

}  // namespace newsfacts
