// The pages that travel inside the binary: schema.sql, views.sql, queries/<name>.sql, report.css, ...

#pragma once

#include <string_view>
#include <vector>

namespace newsfacts {

// The page of that name, which must be there.
std::string_view page_named(std::string_view name);

// Its statements, one by one, each with the comments before it.
std::vector<std::string_view> statements_of(std::string_view name);

}  // namespace newsfacts
