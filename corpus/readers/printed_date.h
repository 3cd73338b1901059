// Dates as feeds, mail and dumps print them, to ISO 8601.
//
//     "Thu, 01 Jan 2004 19:48:21 GMT"     RFC 5322, RFC 822    2004-01-01T19:48:21Z
//     "2004-01-01 19:48:21+01:00"         ISO 8601             2004-01-01T19:48:21+01:00
//     "Thu Jan  1 19:48:21 2004"          asctime              2004-01-01T19:48:21
//     "26-FEB-1987 15:01:01.79"           Reuters              1987-02-26T15:01:01
//     "1072986501"                        seconds since 1970   2004-01-01T19:48:21Z
//
// Day and zone are kept as printed.

#pragma once

#include <string>
#include <string_view>

namespace newsfacts {

// Empty where no day is read.
std::string iso_of_printed(std::string_view date);

}  // namespace newsfacts
