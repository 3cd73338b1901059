#include "corpus/html/title.h"

#include <algorithm>
#include <vector>

#include "corpus/html/shape.h"
#include "corpus/normalize.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

constexpr std::string_view kJoints[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ",
                                        " « ", " ‹ ", " / ", ": ",  " : ",  " |",  "| ",  " ~ "};

// A line by its words, whatever their letter case and the signs between them.
using Words = std::vector<std::uint32_t>;

Words words_of(std::string_view line) {
  return word_hashes(folded(line));
}
bool holds(const Words& all, const Words& some) {
  return !some.empty() &&
         std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

std::vector<Words> parts_of_title(std::string_view title) {
  constexpr std::size_t kMost = 8;
  std::vector<Words> parts;
  for (std::size_t begin = 0; begin < title.size() && parts.size() < kMost;) {
    std::size_t end = title.size(), next = end;
    for (const std::string_view joint : kJoints)
      if (const std::size_t at = title.find(joint, begin); at < end && joint != ": ") {
        end = at;
        next = at + joint.size();
      }
    Words words = words_of(title.substr(begin, end - begin));
    if (!words.empty()) parts.push_back(std::move(words));
    begin = next;
  }
  return parts;
}

struct Heading {
  std::string line;
  Words words;
  bool is_near;    // it stands before the article or where that begins, and is seen
  bool is_called;  // a title, by its class
};

// "Harbour Courier -", "| Harbour Courier": the place of the title is empty.
bool is_without_title(std::string_view written) {
  constexpr std::size_t kMostWords = 3;
  if (written.starts_with("- ") || written.starts_with("| ")) return true;
  return (written.ends_with(" -") || written.ends_with(" |")) &&
         words_of(written).size() <= kMostWords;
}

class Search {
 public:
  Search(const Page& page, const JsonLd& said, const MetaTags& tags, std::string_view publisher,
         std::size_t first_block)
      : page_(page), house_(words_of(publisher)), first_block_(first_block) {
    constexpr std::size_t kLongest = 1000;
    const std::string of_page = normalized_line(page.title());
    of_page_ = words_of(std::string_view(of_page).substr(0, kLongest));
    parts_ = parts_of_title(std::string_view(of_page).substr(0, kLongest));
    if (said.is_article) written_ = plain_line(said.headline);
    if (written_.empty()) written_ = tags.first(MetaField::kTitle);
    if (written_.empty() || words_of(written_) == house_) written_ = of_page;
    if (is_without_title(written_)) {
      house_ = words_of(written_);
      written_.clear();
      parts_.clear();
    }
    said_ = words_of(written_);
    if (written_.empty()) written_ = plain_line(said.headline);
    voices_agree_ = !of_page_.empty() && words_of(tags.first(MetaField::kTitle)) == of_page_;
    if (!page.blocks().empty() && first_block < page.blocks().size())
      unseen_ &= ~page.elements()[page.blocks()[first_block].element].within;
    h1_ = headings(Tag::kH1);
    h2_ = headings(Tag::kH2);
  }

  std::string found() const {
    if (const Heading* heading = equal()) return heading->line;
    if (const Heading* heading = borne_out(h1_, 2)) {
      const Heading* longer = borne_out(h2_, 3);
      return longer && longer->line.size() > heading->line.size() ? longer->line : heading->line;
    }
    if (const Heading* heading = nearest()) return heading->line;
    if (const Heading* heading = borne_out(h2_, 3)) return heading->line;
    if (!written_.empty()) return without_outlet();
    for (const auto* all : {&h1_, &h2_})
      if (!all->empty()) return all->front().line;
    return normalized_line(page_.title());
  }

 private:
  std::vector<Heading> headings(Tag tag) const {
    constexpr std::size_t kMost = 12, kLongest = 300;
    std::vector<Heading> all;
    for (const Element& element : page_.elements()) {
      if (element.tag != tag || element.text.size() > kLongest) continue;
      Heading heading{normalized_line(page_.at(element.text)), {}, false, false};
      heading.words = words_of(heading.line);
      if (heading.words.empty() || is_outlet(heading.words) || is_host_name(heading.line)) continue;
      heading.is_near = !(element.within & unseen_) && element.first_block <= first_block_ + 3;
      heading.is_called = (element.own & bit(Sign::kTitle)) || is_headline(element);
      all.push_back(std::move(heading));
      if (all.size() == kMost) break;
    }
    return all;
  }

  // As it is called, or by what stands behind the title in <title>, or by what og:title leaves out.
  bool is_outlet(const Words& words) const {
    if (words == house_) return true;
    for (std::size_t i = 1; i < parts_.size(); ++i)
      if (words == parts_[i] && words.size() < parts_.front().size()) return true;
    return holds(of_page_, said_) && holds(of_page_, words) && !holds(said_, words) &&
           !holds(words, said_);
  }

  // Without what stands behind it in the <title>.
  Words core(Words words) const {
    if (words == of_page_) return words;
    for (std::size_t i = parts_.size(); i-- > 1;)
      if (words.size() > parts_[i].size() &&
          std::equal(parts_[i].rbegin(), parts_[i].rend(), words.rbegin()))
        words.resize(words.size() - parts_[i].size());
    return words;
  }

  // "Storm at Sea - Part Two | Courier": all that stands between two joints.
  static std::vector<Words> runs_of(const std::vector<Words>& parts) {
    std::vector<Words> runs;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Words run;
      for (std::size_t k = i; k < parts.size(); ++k) {
        run.insert(run.end(), parts[k].begin(), parts[k].end());
        runs.push_back(run);
      }
    }
    return runs;
  }

  // The longest that is one of these.
  static const Heading* equal(const std::vector<Heading>& all, const std::vector<Words>& titles) {
    const Heading* best = nullptr;
    for (const Heading& each : all)
      if (each.words.size() >= 2 &&
          std::find(titles.begin(), titles.end(), each.words) != titles.end() &&
          (!best || each.words.size() > best->words.size()))
        best = &each;
    return best;
  }

  // What is said to be the title, word for word; or else what stands between joints of the <title>.
  // An <h2> may be a section of it, unless it is most of that, or an <h1> is the shorter part.
  const Heading* equal() const {
    for (const auto* all : {&h1_, &h2_})
      if (const Heading* heading = equal(*all, {said_, core(said_)})) return heading;
    const std::vector<Words> runs = runs_of(parts_);
    const Heading* const first = equal(h1_, runs);
    const Heading* const second = equal(h2_, runs);
    if (!second) return first;
    if (first) return second->words.size() > first->words.size() ? second : first;
    return 3 * second->words.size() > 2 * of_page_.size() ? second : nullptr;
  }

  // The longest that stands in what the page says its title is.
  const Heading* borne_out(const std::vector<Heading>& all, std::size_t least) const {
    const Heading* best = nullptr;
    for (const Heading& each : all)
      if (each.words.size() >= least && (holds(said_, each.words) || holds(of_page_, each.words)) &&
          (!best || each.line.size() > best->line.size()))
        best = &each;
    return best;
  }

  // The last <h1> before the article.
  const Heading* nearest() const {
    constexpr std::size_t kMostWords = 30;
    const Heading* best = nullptr;
    std::size_t near = 0;
    for (const Heading& each : h1_)
      if (each.is_near && each.words.size() <= kMostWords) {
        best = &each;
        ++near;
      }
    if (!best || h1_.size() == 1) return best && is_label(*best) ? nullptr : best;
    if (near == 1 && best->is_called) return best;
    const auto said =
        std::count_if(best->words.begin(), best->words.end(), [&](std::uint32_t word) {
          return std::find(said_.begin(), said_.end(), word) != said_.end();
        });
    return 2 * static_cast<std::size_t>(said) >= best->words.size() ? best : nullptr;
  }

  // By its itemprop.
  bool is_headline(const Element& heading) const {
    const auto number = static_cast<std::uint32_t>(&heading - page_.elements().data());
    return std::any_of(page_.marks().begin(), page_.marks().end(), [&](const Mark& mark) {
      return mark.element == number && mark.tag != Tag::kMeta && mark.tag != Tag::kLink &&
             (mark.itemprop.find("headline") != mark.itemprop.npos || mark.itemprop == "name");
    });
  }

  // A few words; what the page calls itself says more, in one voice, and no class calls this a
  // title.
  bool is_label(const Heading& heading) const {
    constexpr std::size_t kMostWords = 7;
    const bool is_cut_off = written_.ends_with("…") || written_.ends_with("...");
    return voices_agree_ && !is_cut_off && !heading.is_called &&
           heading.words.size() <= kMostWords &&
           heading.words.size() < (parts_.empty() ? of_page_ : parts_.front()).size();
  }

  // Of what is written, the longest stretch that is not the outlet's name.
  std::string without_outlet() const {
    // A heading that it begins or ends with is it.
    for (const auto* all : {&h1_, &h2_})
      for (const Heading& each : *all)
        if (each.words.size() * 3 > said_.size() && holds(said_, each.words)) return each.line;
    std::string best = written_;
    for (const std::string_view joint : kJoints)
      while (cut(&best, joint)) {
      }
    return best;
  }

  // Cuts off what is the outlet's, or looks like it.
  bool cut(std::string* title, std::string_view joint) const {
    constexpr std::size_t kTitle = 12, kLongTitle = 20, kWords = 4;
    const std::size_t last = title->rfind(joint), first = title->find(joint);
    if (last == title->npos) return false;
    const std::string_view tail = std::string_view(*title).substr(last + joint.size());
    const std::string_view head = std::string_view(*title).substr(0, first);
    const bool is_bar = joint == " | " || joint == " :: " || joint == " » ";
    const bool may_be_within = joint == ": " || joint == " / ";
    if (!house_.empty() && words_of(head) == house_)
      title->erase(0, first + joint.size());
    else if ((!house_.empty() && words_of(tail) == house_) ||
             (is_bar && last >= kTitle && tail.size() < title->size() / 2) ||
             (!is_bar && !may_be_within && last >= kLongTitle && words_of(tail).size() <= kWords))
      title->resize(last);
    else
      return false;
    return true;
  }

  const Page& page_;
  Words house_, of_page_, said_;
  std::vector<Words> parts_;  // of <title>, between its joints
  std::size_t first_block_;
  std::string written_;
  bool voices_agree_ = false;  // og:title and <title> are one
  std::uint32_t unseen_ = kInHiddenStyle | kInNav;
  std::vector<Heading> h1_, h2_;
};

}  // namespace

std::string title_of(const Page& page, const JsonLd& said, const MetaTags& tags,
                     std::string_view publisher, std::size_t first_block) {
  return Search(page, said, tags, publisher, first_block).found();
}

}  // namespace newsfacts::html
