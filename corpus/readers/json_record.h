// A JSON object from outside as the record of an article, by whatever names its fields go.

#pragma once

#include <simdjson.h>

#include "corpus/readers/article_fields.h"

namespace newsfacts {

ArticleRecord record_of(const simdjson::dom::object& object, const FieldNames& names);

}  // namespace newsfacts
