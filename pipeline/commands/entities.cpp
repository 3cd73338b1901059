// entities: who and what is named across articles, and what the user rules of their names.

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

#include "db/link/rulings.h"
#include "pipeline/commands/ask.h"
#include "pipeline/commands/store_commands.h"

namespace newsfacts {
namespace {

struct EntityOptions {
  AskOptions ask;
  std::string name, kind, because;
  std::vector<std::string> same, apart, forget;
  bool merges = false;
};

int list(EntityOptions& options) {
  options.ask.asked = options.merges ? "merges" : "entities";
  options.ask.give("name", options.name);
  options.ask.give("kind", options.kind);
  return answer(options.ask);
}

int rule(const EntityOptions& options) {
  Store store(options.ask.db, Database::Mode::kReadWrite);
  const auto pair = [&](const std::vector<std::string>& names) {
    return name_pair(store.database(), options.kind, names[0], names[1]);
  };
  if (!options.forget.empty()) {
    const NamePair names = pair(options.forget);
    if (!forget_ruling(store, names)) {
      fmt::print(stderr, "nothing was ruled of \"{}\" and \"{}\"\n", names.a, names.b);
      return kNothingFound;
    }
    return kOk;
  }
  if (options.because.empty()) throw std::invalid_argument("say why: --because TEXT");
  const bool same = !options.same.empty();
  rule_names(store, pair(same ? options.same : options.apart), same, options.because);
  return kOk;
}

}  // namespace

const Command kEntities = {
    "entities", "who and what is named across articles, and which names are one",
    "Names that are one are counted as one, with their other spellings; of a name that many bear,\n"
    "each bearer has a line, told by the article that names him first. --merges says which names\n"
    "were taken for one or told apart, and why. What it gets wrong can be ruled, and a ruling be\n"
    "taken back; it holds for articles to come.\n\n"
    "  newsfacts entities --db facts.db\n"
    "  newsfacts entities --db facts.db Halvorsen --merges\n"
    "  newsfacts entities --db facts.db --same \"Bob Iger\" \"Robert Iger\" --because \"short for it\"\n"
    "  newsfacts entities --db facts.db --forget \"Bob Iger\" \"Robert Iger\"",
    [](CLI::App& app) {
      auto options = std::make_shared<EntityOptions>();
      options->ask.add_to(app);
      app.add_option("NAME", options->name, "the name, an alias, or a part of one");
      app.add_option("--kind", options->kind, "person, organization, place, product, event, group");
      app.add_flag("--merges", options->merges, "which names were taken for one, and why");
      auto* same = app.add_option("--same", options->same, "rule that two names are one");
      auto* apart = app.add_option("--apart", options->apart, "rule that two names are not one");
      auto* forget = app.add_option("--forget", options->forget, "take back what was ruled of two");
      for (CLI::Option* ruling : {same, apart, forget}) ruling->expected(2);
      same->excludes(apart)->excludes(forget);
      apart->excludes(forget);
      app.add_option("--because", options->because, "the reason of a ruling");
      return std::function<int()>([options] {
        const bool rules = !(options->same.empty() && options->apart.empty() &&
                             options->forget.empty());
        return rules ? rule(*options) : list(*options);
      });
    }};

}  // namespace newsfacts
