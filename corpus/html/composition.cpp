#include "corpus/html/composition.h"

#include <cstdint>
#include <utility>

namespace newsfacts::html {
namespace {

constexpr std::string_view kBetweenCells = " | ";

class Composer {
 public:
  Composer(const Page& page, const std::vector<char>& kept)
      : page_(page), kept_(kept), all_before_{0}, kept_before_{0} {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const std::uint32_t bytes = block(i).text.size();
      all_before_.push_back(all_before_.back() + bytes);
      kept_before_.push_back(kept_before_.back() + (kept[i] ? bytes : 0));
    }
  }

  Article article() {
    for (std::size_t i = 0, end = 0; i < kept_.size(); i = end) {
      end = end_of_row(i);
      if (is_of_figures(i, end)) {
        if (is_table_kept(i)) add_row(i, end);
      } else {
        for (std::size_t each = i; each < end; ++each)
          if (kept_[each]) add(block(each), role_of(block(each)));
      }
    }
    return std::move(article_);
  }

 private:
  const Block& block(std::size_t i) const { return page_.blocks()[i]; }
  const Element& element(std::uint32_t number) const { return page_.elements()[number]; }

  void add(const Block& block, Role role) {
    std::string& text = article_.text;
    if (!text.empty()) text += is_line_below(article_.parts.back().role, role) ? "\n" : "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += page_.words(block);
    article_.parts.push_back({{begin, static_cast<std::uint32_t>(text.size())}, block.page, role});
  }

  void add_row(std::size_t begin, std::size_t end) {
    add(block(begin), Role::kTable);
    ArticlePart& row = article_.parts.back();
    for (std::size_t i = begin + 1; i < end; ++i)
      article_.text.append(kBetweenCells).append(page_.words(block(i)));
    row.text.end = static_cast<std::uint32_t>(article_.text.size());
    row.page.end = block(end - 1).page.end;
  }

  // Items of a list and rows of a table are a line each.
  static bool is_line_below(Role above, Role role) {
    return above == role && (role == Role::kListItem || role == Role::kTable);
  }

  Role role_of(const Block& block) const {
    const Element& own = element(block.element);
    if (is_heading(own.tag) || own.tag == Tag::kDt) return Role::kHeading;
    if (own.tag == Tag::kFigcaption) return Role::kCaption;
    for (const Element* each = &own;; each = &element(each->parent)) {
      if (each->tag == Tag::kLi) return Role::kListItem;
      if (each->parent == 0 || each->tag == Tag::kP || own.depth - each->depth >= 3) break;
    }
    return own.within & kInQuote ? Role::kQuote : Role::kBody;
  }

  // The cell of a table that a block is all of, or at least stands in closely; else 0.
  std::uint32_t cell_of(const Block& block) const {
    constexpr int kFar = 4;
    std::uint32_t number = block.element;
    for (int far = 0; far < kFar && number > 0; ++far, number = element(number).parent)
      if (element(number).tag == Tag::kTd || element(number).tag == Tag::kTh) return number;
    return 0;
  }

  // Behind the last block of the row of a table that block `first` opens, or of none.
  std::size_t end_of_row(std::size_t first) const {
    const std::uint32_t cell = cell_of(block(first));
    std::size_t end = first + 1;
    for (; cell > 0 && end < kept_.size(); ++end) {
      const std::uint32_t next = cell_of(block(end));
      if (next == 0 || element(next).parent != element(cell).parent) break;
    }
    return end;
  }

  // Several cells of a line each, whereas a row that lays out a page holds paragraphs.
  bool is_of_figures(std::size_t begin, std::size_t end) const {
    constexpr std::uint32_t kLongestCell = 200;  // bytes
    if (end - begin < 2) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (block(i).text.size() > kLongestCell) return false;
      if (i > begin && cell_of(block(i)) == cell_of(block(i - 1))) return false;
    }
    return true;
  }

  // Whether most of the table that a row stands in was kept, or what stands before and behind it.
  bool is_table_kept(std::size_t of_row) const {
    std::uint32_t table = cell_of(block(of_row));
    while (table > 0 && element(table).tag != Tag::kTable) table = element(table).parent;
    const std::size_t begin = element(table).first_block, end = element(table).end_block;
    const Element& around = element(element(table).parent);
    const bool amid = kept_before_[begin] > kept_before_[around.first_block] &&
                      kept_before_[around.end_block] > kept_before_[end];
    return amid ||
           2 * (kept_before_[end] - kept_before_[begin]) > all_before_[end] - all_before_[begin];
  }

  const Page& page_;
  const std::vector<char>& kept_;
  std::vector<std::uint32_t> all_before_, kept_before_;  // bytes of the blocks before each
  Article article_;
};

}  // namespace

Article composed(const Page& page, const std::vector<char>& kept) {
  return Composer(page, kept).article();
}

}  // namespace newsfacts::html
