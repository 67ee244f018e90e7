#pragma once

#include "ui/rect.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What a folder holds that can be chosen: folders to go into and, where asked for, practices.
struct FolderChoice {
    std::string folder;                // as typed or chosen so far
    std::vector<std::string> folders;  // names; hidden ones are left out
    std::vector<std::string> files;    // names of *.palpate files; empty unless asked for
    bool isFolder = false;
};
enum class FolderHolds : std::uint8_t { Folders, Practices };
// Looks into the file system.
[[nodiscard]] FolderChoice lookIntoFolder(const std::string& folder, FolderHolds holds);

// What was pressed: a folder to go into, or a file of it.
struct FolderPick {
    std::string folder, file;  // one of them, with its path
};
// A scrolling list within `rect`, each row named `name`.NAME.
std::optional<FolderPick> drawFolderChoice(Ui& ui, const std::string& name, const Rect& rect,
                                           const FolderChoice& choice);

}  // namespace palpate::ui
