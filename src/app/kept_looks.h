#pragma once

#include "core/result.h"
#include "document/document.h"
#include "ui/ui_state.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate::app {

// How the window looks, from one start to the next: a line a setting, "dark = 1". Nothing of the practice is
// in it.
struct KeptLooks {
    document::Appearance appearance;
    float leftWidth = ui::UiState().leftWidth, rightWidth = ui::UiState().rightWidth;  // dp
    analysis::ChangeRules changeRules = {};  // what counts as change between two maps

    friend bool operator==(const KeptLooks&, const KeptLooks&) = default;
};

[[nodiscard]] std::string toText(const KeptLooks& looks);
// What is missing, unknown or out of range keeps its usual value: looks are not worth an error.
[[nodiscard]] KeptLooks looksFromText(std::string_view text);

// $XDG_CONFIG_HOME/palpate/looks or ~/.config/palpate/looks; empty without a home.
[[nodiscard]] std::filesystem::path looksFile();
// The usual looks if there is no such file.
[[nodiscard]] KeptLooks readLooks(const std::filesystem::path& file);
// Makes the folder. Errors: those of writing a file.
core::Result<void> writeLooks(const std::filesystem::path& file, const KeptLooks& looks);

}  // namespace palpate::app
