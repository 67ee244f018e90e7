#pragma once

#include "clinic/visit.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/compare_readout.h"
#include "ui/readings.h"
#include "ui/rect.h"
#include "ui/ui.h"
#include "ui/view_pad.h"
#include "ui/viewport_panel.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The compare view: two pictures with one camera, or the difference; what is compared; and the measures.
struct CompareModel {
    struct Side {
        std::uint64_t texture = 0;
        core::VisitId visit;
        std::string title;  // "Visit 6 · 6 Nov 2026"
        std::string bare;   // why there is no paint; empty if there is
        std::vector<Badge> badges;
    };
    Side from, to;
    std::uint64_t differenceTexture = 0;
    bool showsDifference = false;
    std::string noDifference;  // why there is none; empty if there is
    struct VisitEntry {
        core::VisitId id;
        std::string text;
    };
    std::vector<VisitEntry> visits;  // newest first
    clinic::Author author = clinic::Author::Client;
    CommandItem sideBySide, difference, swap;
    struct LayerChoice {
        CommandItem command;
        std::string name;
        bool active = false;
    };
    std::vector<LayerChoice> layers;
    map::LayerKind layer = map::LayerKind::Pain;
    SideLabels sides;
    std::vector<ViewButton> views;
    CommandItem fit;
    float viewBarInset = 0.0F;  // pixels left free before the views' buttons
    ViewPadModel pad;
    CompareReadout readout;
};
// Only while document.compare is set.
[[nodiscard]] CompareModel makeCompareModel(const document::Document& document,
                                            const CompareReading& reading);

// The pictures are recorded as "viewport.from" and "viewport.to", or "viewport.difference".
std::optional<Action> drawComparePictures(Ui& ui, const Rect& rect, const CompareModel& model);
std::optional<Action> drawCompareColumn(Ui& ui, const Rect& rect, const CompareModel& model);

}  // namespace palpate::ui
