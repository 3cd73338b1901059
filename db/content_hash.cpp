#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>

#include "corpus/key.h"
#include "db/pages.h"
#include "db/store.h"

namespace newsfacts {
namespace {

// A cell goes in with its type and its size, so that no two rows look alike.
void add(XXH3_state_t* state, const Statement& row, int at) {
  const Statement::Type type = row.type(at);
  std::int64_t number = 0;
  std::string_view bytes;
  switch (type) {
    case Statement::Type::kNull: break;
    case Statement::Type::kInteger: number = row.integer(at); break;
    case Statement::Type::kReal: {
      const double real = row.real(at);
      std::memcpy(&number, &real, sizeof number);
      break;
    }
    case Statement::Type::kText:
    case Statement::Type::kBlob:
      bytes = row.text(at);
      number = static_cast<std::int64_t>(bytes.size());
      break;
  }
  XXH3_128bits_update(state, &type, sizeof type);
  XXH3_128bits_update(state, &number, sizeof number);
  XXH3_128bits_update(state, bytes.data(), bytes.size());
}

}  // namespace

std::string Store::content_hash() const {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (const std::string_view sql : statements_of("content.sql")) {
    Statement row = database_.prepare(sql);
    while (row.step())
      for (int at = 0; at < row.columns(); ++at) add(&state, row, at);
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  return Key{hash.high64, hash.low64}.hex();
}

}  // namespace newsfacts
