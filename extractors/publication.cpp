#include "extractors/publication.h"

#include "corpus/printed_date.h"

namespace newsfacts {
namespace {

std::optional<Day> day_in_dateline(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    if (sentence.role != Role::kDateline && sentence.role != Role::kByline) continue;
    for (const Mention& mention : document.mentions) {
      const TimeValue* const time = mention.time();
      const bool inside =
          mention.span.begin >= sentence.span.begin && mention.span.end <= sentence.span.end;
      if (inside && time && mention.kind == Kind::kDate && time->grain == Grain::kDay &&
          time->basis == TimeBasis::kExplicit && time->days.first)
        return time->days.first;
    }
  }
  return std::nullopt;
}

}  // namespace

void find_publication(Document& document) {
  Metadata& metadata = document.metadata;
  if (!metadata.published.empty()) return;
  if (const auto day = day_in_url(metadata.url)) {
    metadata.published = iso(*day);
    metadata.published_from = PublishedFrom::kUrl;
  } else if (const auto dated = day_in_dateline(document)) {
    metadata.published = iso(*dated);
    metadata.published_from = PublishedFrom::kDateline;
  }
}

}  // namespace newsfacts
