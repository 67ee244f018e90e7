#pragma once

#include "core/time.h"
#include "document/document.h"
#include "ui/banner.h"
#include "ui/checkin_model.h"
#include "ui/compare_panel.h"
#include "ui/dialogs.h"
#include "ui/history/history_panel.h"
#include "ui/layout.h"
#include "ui/people_panel.h"
#include "ui/readings.h"
#include "ui/region_list.h"
#include "ui/tool_rail.h"
#include "ui/tools_column.h"
#include "ui/top_bar.h"
#include "ui/ui_state.h"
#include "ui/vault/caution.h"
#include "ui/viewport_panel.h"

#include <cstdint>
#include <optional>

namespace palpate::ui {

// The whole window as plain data.
struct ScreenModel {
    Layout layout;
    float width = 0.0F, height = 0.0F;  // pixels
    bool blackAndWhite = false;         // the body and its paint, and what stands for paint
    Drawer drawer = Drawer::None;
    TopBarModel topBar;
    PeopleModel people;
    ToolRailModel rail;
    ViewportModel viewport;
    ToolsModel tools;
    RegionListModel regions;
    std::optional<CompareModel> compare;  // set while the compare view is open
    std::optional<HistoryModel> history;  // set while the view over time is open and no comparison is
    std::optional<CheckInModel> checkIn;  // set while the client has the window; then all else is empty
    BannerModel standing;                 // what the visit was opened with, while somebody paints
    BannerModel banner;                   // all else that is told
    CautionModel caution;
    DialogModel dialog;
};

// The window's size in pixels, its scale, and what time it is.
struct ScreenSetting {
    float width = 1280.0F, height = 800.0F;
    float scale = 1.0F;
    core::Timestamp now;
};
// Pictures are not known yet: the program sets the textures of `viewport` and `compare` afterwards.
[[nodiscard]] ScreenModel makeScreenModel(const document::Document& document, const UiState& state,
                                          Readings& readings, const ScreenSetting& setting);

// Draws the window between ImGui::NewFrame() and ImGui::Render(); the first thing that was asked for, if any.
// Afterwards ui.rects says where everything is: a pointer belongs to the body's picture where
// ui.rects.at(x, y) is one of the viewports, whatever Dear ImGui says about wanting the mouse.
std::optional<Action> drawScreen(Ui& ui, const ScreenModel& model);

// The picture at that point, "viewport", "viewport.from", "viewport.to" or "viewport.difference"; null
// elsewhere.
[[nodiscard]] const UiRects::Item* pictureAt(const UiRects& rects, float x, float y);
// The same for what has nothing to do with the numbers that lie upon it: turning, moving, zooming.
[[nodiscard]] const UiRects::Item* pictureBelowBadges(const UiRects& rects, float x, float y);

}  // namespace palpate::ui
