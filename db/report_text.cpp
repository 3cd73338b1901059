// The report for a reader at a terminal.
//
//     CONFLICT count person: employ halvorsen lumiere
//       A  Halvorsen has [11,400] employees  11400 employee, c27
//       B  Halvorsen has [12,900] employees, well over...  12900 employee, c81
//        value: 11,400 <> 12,900 employees: 12 % apart

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/utf8.h"
#include "db/report.h"

namespace newsfacts {
namespace {

constexpr char kBold[] = "\033[1m", kRed[] = "\033[31m", kGreen[] = "\033[32m", kDim[] = "\033[2m",
               kPlain[] = "\033[0m";

// One line of text: line ends become blanks.
std::string flat(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// At most `most` code points, from the front or from the back.
std::string head(const std::string& text, std::size_t most) {
  const CodePointIndex index(text);
  if (index.size() <= most) return text;
  return text.substr(0, index.bytes(static_cast<std::uint32_t>(most))) + "...";
}
std::string tail(const std::string& text, std::size_t most) {
  const CodePointIndex index(text);
  if (index.size() <= most) return text;
  return "..." + text.substr(index.bytes(index.size() - static_cast<std::uint32_t>(most)));
}

class Writer {
 public:
  Writer(const Report& report, const TextStyle& style) : report_(report), style_(style) {}

  std::string write(Only only) {
    documents();
    for (const Verdict verdict : {Verdict::kConflict, Verdict::kAgree, Verdict::kOnly})
      if (!only || verdict == *only)
        for (const Finding& finding : report_.findings)
          if (finding.verdict == verdict) show(finding);
    out_ += fmt::format("\n{}{} in conflict, {} agreed, {} by one alone{}\n", on(kBold),
                        report_.count(Verdict::kConflict), report_.count(Verdict::kAgree),
                        report_.count(Verdict::kOnly), off());
    return std::move(out_);
  }

 private:
  const char* on(const char* code) const { return style_.color ? code : ""; }
  const char* off() const { return style_.color ? kPlain : ""; }

  std::string letter(std::size_t document) const {
    std::string letters(1, static_cast<char>('A' + document % 26));
    return document < 26 ? letters : letters + std::to_string(document / 26);
  }

  void documents() {
    if (!report_.title.empty()) out_ += fmt::format("{}{}{}\n\n", on(kBold), report_.title, off());
    std::size_t widest = 0;
    for (const ReportDocument& document : report_.documents)
      widest = std::max(widest, document.name.size());
    for (std::size_t i = 0; i < report_.documents.size(); ++i) {
      const ReportDocument& document = report_.documents[i];
      std::string copy;
      if (document.copy())
        for (std::size_t k = 0; k < report_.documents.size(); ++k)
          if (report_.documents[k].row == document.origin) copy = ", a copy of " + letter(k);
      out_ += fmt::format("{:<2} {:<{}}  {}{}{}{}\n", letter(i), document.name, widest,
                          document.source, document.published.empty() ? "" : ", ",
                          document.published, copy);
    }
  }

  void show(const Finding& finding) {
    const char* const color = finding.verdict == Verdict::kConflict ? kRed
                              : finding.verdict == Verdict::kAgree  ? kGreen
                                                                    : kDim;
    constexpr std::array<const char*, 3> kHeads = {"CONFLICT", "AGREE", "ONLY"};
    out_ += fmt::format("\n{}{:<9}{}{}\n", on(color),
                        kHeads[static_cast<std::size_t>(finding.verdict)], off(),
                        readable(finding.what));
    for (const Evidence& evidence : finding.evidence) show(evidence);
    // The same reason between several pairs is told once.
    std::set<std::string> told;
    for (const Pairing& pairing : finding.pairings) {
      if (pairing.verdict != finding.verdict) continue;
      const std::string line = pairing.kind + ": " + flat(pairing.reason);
      if (told.insert(line).second) out_ += fmt::format("   {}{}{}\n", on(kDim), line, off());
    }
  }

  void show(const Evidence& evidence) {
    const std::string words = flat(evidence.words);
    const std::size_t room = style_.width > 50 ? style_.width - 50 : 20;
    const std::string before = tail(flat(evidence.before), room * 3 / 5);
    const std::string after = head(flat(evidence.after), room * 2 / 5);
    out_ += fmt::format("  {:<2} {}{}[{}]{}{}  {}{}{}, c{}{}\n", letter(evidence.document), before,
                        on(kBold), words, off(), after, on(kDim), evidence.value,
                        evidence.said_by.empty() ? "" : ", says " + flat(evidence.said_by),
                        evidence.claim, off());
  }

  const Report& report_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

// The terms behind the slash are those of the rest of the sentence.
std::string readable(const std::string& what) {
  constexpr std::size_t kLongest = 70;
  const auto bar = what.find('|');
  std::string measure = what.substr(0, bar);
  std::replace(measure.begin(), measure.end(), ':', ' ');
  if (bar == what.npos) return measure;
  std::string terms = what.substr(bar + 1);
  terms.resize(std::min(terms.find(" /"), terms.size()));
  std::replace(terms.begin(), terms.end(), '_', ' ');
  return terms.empty() ? measure : measure + ": " + head(terms, kLongest);
}

std::string report_text(const Report& report, Only only, const TextStyle& style) {
  return Writer(report, style).write(only);
}

}  // namespace newsfacts
