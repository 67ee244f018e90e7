#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/banner.h"
#include "ui/export_dialog.h"
#include "ui/figure_choice.h"
#include "ui/looks_panel.h"
#include "ui/new_client.h"
#include "ui/rect.h"
#include "ui/scores/ratings_dialog.h"
#include "ui/ui.h"
#include "ui/ui_state.h"
#include "ui/vault/client_dialog.h"
#include "ui/vault/practice_dialog.h"
#include "ui/vault/who_dialog.h"

#include <optional>
#include <string>
#include <vector>

// Windows over the window. One at a time; while it is open nothing below can be pressed.
namespace palpate::ui {

// Every command that has a key, by subject, and what the pointer does.
struct HelpModel {
    struct Line {
        std::string keys, title;
    };
    struct Group {
        std::string title;
        std::vector<Line> lines;
    };
    std::vector<Group> groups;
};
[[nodiscard]] HelpModel makeHelpModel();

struct DialogModel {
    Dialog open = Dialog::None;
    bool help = false;  // over everything else
    NewClientModel newClient;
    FigureDialogModel figures;
    HelpModel helpText;
    ExportModel sheet;
    LooksModel looks;
    RatingsModel ratings;
    ClientDialogModel client;
    PracticeDialogModel practice;
    WhoModel who;
    BannerModel errors;  // they would be hidden by the dialog
};
// The small pictures of figures that the open dialog shows; null if it shows none. Part of `model`.
[[nodiscard]] FigureChoice* figuresShown(DialogModel& model);
[[nodiscard]] DialogModel makeDialogModel(const document::Document& document, const UiState& state);

// Draws the one that is open over a window of that size in pixels, or nothing.
std::optional<Action> drawDialogs(Ui& ui, float width, float height, const DialogModel& model);

}  // namespace palpate::ui
