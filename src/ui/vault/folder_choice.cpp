#include "ui/vault/folder_choice.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace palpate::ui {
namespace {

namespace fs = std::filesystem;

// "notes/" names the same folder as "notes".
fs::path plainFolder(const std::string& folder) {
    const fs::path path(folder);
    return path.has_filename() ? path : path.parent_path();
}

bool row(Ui& ui, const std::string& name, const char* icon, const std::string& text) {
    Rect rect = takeRow(ui.dp(size::kControl));
    const bool pressed = listRow(ui, name, rect, false).pressed;
    cutLeft(rect, ui.dp(10.0F));
    write(cutLeft(rect, ui.dp(24.0F)), ui.fonts.body, ui.theme->dim, icon);
    write(rect, ui.fonts.body, ui.theme->text, text);
    return pressed;
}

}  // namespace

FolderChoice lookIntoFolder(const std::string& folder, FolderHolds holds) {
    FolderChoice choice;
    choice.folder = folder;
    std::error_code code;
    choice.isFolder = fs::is_directory(folder, code);
    if (!choice.isFolder) return choice;
    for (auto entry = fs::directory_iterator(folder, code); !code && entry != fs::directory_iterator();
         entry.increment(code)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.')) continue;
        if (entry->is_directory(ignored)) {
            choice.folders.push_back(name);
        } else if (holds == FolderHolds::Practices && entry->path().extension() == ".palpate") {
            choice.files.push_back(name);
        }
    }
    std::sort(choice.folders.begin(), choice.folders.end());
    std::sort(choice.files.begin(), choice.files.end());
    return choice;
}

std::optional<FolderPick> drawFolderChoice(Ui& ui, const std::string& name, const Rect& rect,
                                           const FolderChoice& choice) {
    std::optional<FolderPick> pick;
    outline(rect, ui.theme->border, ui.dp(size::kFrameRounding), ui.dp(size::kHairline));
    const Rect inside = rect.inset(ui.dp(4.0F));
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild(name.c_str(), {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    const fs::path plain = plainFolder(choice.folder);
    if (plain.has_relative_path() &&
        row(ui, name + ".up", icon::kArrowUp, core::tr("Up to the folder around it"))) {
        pick = FolderPick{plain.parent_path().string(), {}};
    }
    for (const std::string& file : choice.files) {
        if (row(ui, name + ".file." + file, icon::kLock, file))
            pick = FolderPick{{}, (plain / file).string()};
    }
    for (const std::string& folder : choice.folders) {
        if (row(ui, name + ".folder." + folder, icon::kFolder, folder))
            pick = FolderPick{(plain / folder).string(), {}};
    }
    ImGui::EndChild();
    return pick;
}

}  // namespace palpate::ui
