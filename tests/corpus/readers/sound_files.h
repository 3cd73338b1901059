// A sound file, or two, of each format there is: what the tests damage, and the fuzz targets start
// from.

#pragma once

#include <string>
#include <vector>

namespace newsfacts {

struct SoundFile {
  std::string format;  // its word (formats.h)
  std::string name, bytes;
};

std::vector<SoundFile> sound_files();

}  // namespace newsfacts
