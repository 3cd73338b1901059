// verify: does everything a store says about its texts still fit them?

#include "db/verify.h"

#include <fmt/format.h>

#include "db/store.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {

const Command kVerify = {
    "verify", "re-check every span of a store against its text",
    "Exit code 1: something does not fit, and is printed, one line each.\n\n"
    "  newsfacts verify --db facts.db",
    [](CLI::App& app) {
      auto db = std::make_shared<std::string>("facts.db");
      add_store_option(app, db.get());
      return std::function<int()>([db] {
        const Store store(*db, Database::Mode::kReadOnly);
        const VerifyCounts counts = verify(store.database(), [](std::string_view fault) {
          write_out(fmt::format("{}\n", fault));
        });
        write_out(fmt::format("{} documents, {} spans, {} faults\n", counts.documents, counts.spans,
                              counts.faults));
        flush_out();
        return int{counts.faults == 0 ? kOk : kNothingFound};
      });
    }};

}  // namespace newsfacts
