// stories: the events that a store tells of, and the documents of one.

#include <algorithm>
#include <stdexcept>

#include "corpus/day.h"
#include "pipeline/commands/ask.h"
#include "pipeline/commands/store_commands.h"

namespace newsfacts {
namespace {

struct StoryOptions {
  AskOptions ask;
  std::string which, since, minimum;
};

int tell(StoryOptions& options) {
  const std::string& which = options.which;
  const bool number = !which.empty() && std::all_of(which.begin(), which.end(),
                                                    [](char c) { return c >= '0' && c <= '9'; });
  options.ask.asked = number ? "story-documents" : "stories";
  if (number) {
    if (!options.since.empty() || !options.minimum.empty())
      throw std::invalid_argument("--since and --minimum choose among stories, not within one");
    options.ask.give("story", which);
  } else {
    if (!options.since.empty() && !parse_day(options.since))
      throw std::invalid_argument(options.since + " is no day: write 2026-03-14");
    options.ask.give("words", which);
    options.ask.give("since", options.since);
    options.ask.give("minimum", options.minimum);
  }
  return answer(options.ask);
}

}  // namespace

const Command kStories = {
    "stories", "the events that the articles are about; of one, its articles and what ties them",
    "A line for each event: how many articles tell of it, of how many origins - copies do not "
    "count -\n"
    "and from how many outlets, when, who is named, and how often they conflict and agree. "
    "`apart`\n"
    "says why it is not one with another that is like it. A story is called by the number of its\n"
    "earliest article; with that number, its articles come in the order of time, and of each what "
    "it\n"
    "has in common with another of them. The same as `newsfacts query stories` and\n"
    "`newsfacts query story-documents`.\n\n"
    "  newsfacts stories --db facts.db --minimum 2\n"
    "  newsfacts stories --db facts.db ferry --since 2026-03-14\n"
    "  newsfacts stories --db facts.db 12",
    [](CLI::App& app) {
      auto options = std::make_shared<StoryOptions>();
      options->ask.add_to(app);
      app.add_option("STORY", options->which,
                     "the number of a story; or words of its title or of the names in it");
      app.add_option("--since", options->since, "reported on that day or later");
      app.add_option("--minimum", options->minimum, "of so many origins at least")
          ->check(CLI::NonNegativeNumber);
      return std::function<int()>([options] { return tell(*options); });
    }};

}  // namespace newsfacts
