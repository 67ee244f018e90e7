#pragma once

#include <filesystem>
#include <string>

namespace palpate::ui {

// A path as people know it: what lies in their home folder begins with "~". To be read, never to be opened.
[[nodiscard]] std::string friendlyPath(const std::filesystem::path& path);

}  // namespace palpate::ui
