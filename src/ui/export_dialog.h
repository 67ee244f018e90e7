#pragma once

#include "ui/action.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What a case-note sheet will be of, and the choice of where it goes.
struct ExportModel {
    std::string what;
    std::string folder;
    std::string parent;  // of the folder; empty at the top
    struct Row {
        std::string name, folder;
    };
    std::vector<Row> folders;  // inside that folder
    std::string problem;       // why it cannot go there; empty if it can
};
[[nodiscard]] ExportModel makeExportModel(const UiState& state);

// Draws into a dialog's content.
std::optional<Action> drawExport(Ui& ui, const ExportModel& model);

}  // namespace palpate::ui
