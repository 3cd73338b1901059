// write_seeds FOLDER: a folder for each format in it, with files to begin a search from.

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/corpus/readers/sound_files.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "write_seeds FOLDER\n");
    return 2;
  }
  for (const auto& [format, name, bytes] : newsfacts::sound_files()) {
    const auto folder = std::filesystem::path(arguments[1]) / format;
    std::filesystem::create_directories(folder);
    std::ofstream out(folder / name, std::ios::binary);
    if (!(out << bytes)) {
      std::fprintf(stderr, "cannot write %s\n", (folder / name).c_str());
      return 1;
    }
  }
}
