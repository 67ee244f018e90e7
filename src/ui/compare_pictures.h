#pragma once

#include "document/compare_state.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/legend.h"
#include "ui/overlay_view.h"
#include "ui/rect.h"
#include "ui/ui.h"
#include "ui/view_pad.h"
#include "ui/viewport_panel.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The pictures of the compare view with everything that lies upon them.
struct ComparePicturesModel {
    struct Side {
        std::uint64_t texture = 0;
        core::VisitId visit;
        std::string title;  // "Visit 6 · 6 Nov 2026"; of one visit also whose map or of when
        std::string bare;   // why there is no paint; empty if there is
        std::vector<Badge> badges;
        SideLabels sides;
        bool turns = false;  // while each turns on its own: the one that buttons turn
    };
    Side from, to;
    std::vector<Side> between;  // side by side only
    std::uint64_t differenceTexture = 0;
    document::CompareMode mode = document::CompareMode::SideBySide;
    std::string noDifference;  // why there is none; empty if there is
    bool linked = true;
    CommandItem link;
    double share = 0.5;  // of the wipe or the onion skin
    map::LayerKind layer = map::LayerKind::Pain;
    SideLabels sides;
    std::vector<ViewButton> views;
    CommandItem fit;
    bool blackAndWhite = false;  // the body and its paint
    ChangeWords words;           // of the legend of the difference
    float viewBarInset = 0.0F;   // pixels left free before the views' buttons
    ViewPadModel pad;
    std::string region, clinical;                // under the pointer
    std::vector<OverlayModel::Choice> overlays;  // what can be shown on the body; nothing first
    std::vector<OverlayModel::Under> under;      // muscles or the dermatome there
};

// Fills `rect` but for the bar of views below it. The pictures are recorded as "viewport.from",
// "viewport.between1", "viewport.between2" and "viewport.to", or "viewport.difference", "viewport.wipe" or
// "viewport.onion"; the line of the wipe as "compare.divider".
std::optional<Action> drawComparedPictures(Ui& ui, const Rect& rect, const ComparePicturesModel& model);

}  // namespace palpate::ui
