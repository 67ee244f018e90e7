#pragma once

#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "analysis/measures.h"
#include "body/body_model.h"
#include "body/camera.h"
#include "clinic/client.h"
#include "clinic/visit.h"
#include "map/body_map.h"
#include "report/pin_signs.h"

#include <glm/vec3.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {

// The views of a case-note sheet, in the order in which they stand.
inline constexpr std::array kSheetViews{body::StandardView::Front, body::StandardView::Back,
                                        body::StandardView::Right, body::StandardView::Left};

// What a sheet is made from. The references must outlive the call it is passed to.
struct SheetInput {
    const body::BodyModel& body;
    const clinic::Client& client;
    const clinic::Visit& visit;
    clinic::Author author = clinic::Author::Client;
    clinic::Moment moment = clinic::Moment::Before;
    const map::BodyMap& map;
    bool completed = false;  // an empty map that its client finished means that nothing hurts
    bool withName = false;
    bool blackAndWhite = false;  // for a printer without colours
    // The map to compare with and its visit, which may be the same one; both or neither.
    const clinic::Visit* earlierVisit = nullptr;
    const map::BodyMap* earlierMap = nullptr;
    bool earlierCompleted = false;
    std::optional<clinic::Author> earlierAuthor = std::nullopt;  // empty: the same as of `map`
    clinic::Moment earlierMoment = clinic::Moment::Before;
    std::optional<map::LayerKind> lead = std::nullopt;  // what is being compared; empty: the first there is
};

// A number on the paint: the level, at the middle of what a view shows of a patch.
struct LevelMark {
    glm::vec3 position{0.0F};
    double visibleCm2 = 0.0;  // projected onto the picture, on the figure
    map::LayerKind layer = map::LayerKind::Pain;
    int level = 0;
    std::string text = {};  // "7"; "E3" for what was treated how hard; "!" for what is to be avoided
};

struct LayerRow {
    map::LayerKind layer = map::LayerKind::Pain;
    analysis::LayerRecord record = analysis::LayerRecord::Painted;
    analysis::LayerMeasures measures;            // means nothing where the layer is not recorded
    std::optional<analysis::Comparison> change;  // since the earlier visit; empty if not both are recorded
};

// A row of the table of regions.
struct RegionRow {
    std::string name;    // "Left shoulder blade"
    std::string detail;  // "aching, stiff, in the muscle"; may be empty
    std::array<std::optional<double>, map::kLayerCount> peaks;  // by layer; empty = not painted there
    double extentCm2 = 0.0;                                     // of the largest layer
};

// Everything that a case-note sheet says, ready to be set. Holds no name unless it was asked for.
struct SheetModel {
    std::string client;     // code, and the name behind it if asked for
    std::string visit;      // "Visit 7"
    std::string when;       // "20 November 2026, 14:02 (UTC+01:00)"
    std::string paintedBy;  // "Painted by the client, before treatment"
    std::string caution;    // "Self-reported; not a diagnosis"
    std::string madeWith;   // program and body versions
    std::string nothing;    // said in place of the regions when no paint is on the map; else empty
    // "Since visit 6 (6 November 2026)", "Since before the treatment"; empty without another map.
    std::string since;
    std::string verdict;  // whether the change is clear; empty without an earlier visit
    // Every layer with paint on it now or earlier; pain if there is none. The first one's change is the one
    // judged: the one asked for, else the first that is recorded on both maps.
    std::vector<LayerRow> layers;
    std::vector<RegionRow> regions;  // as regionRows() orders them
    std::array<std::vector<LevelMark>, kSheetViews.size()> marks;
    std::array<std::vector<PinSign>, kSheetViews.size()> pins;
    body::Box bounds;  // of the body
    bool blackAndWhite = false;
};

// `areaScale` follows from the client's height and weight.
[[nodiscard]] SheetModel makeSheetModel(const SheetInput& input);

// "C-0142_2026-11-20_S07_therapist.png", with "_after" behind the author after the treatment: never with a
// name.
[[nodiscard]] std::string sheetFileName(const clinic::Client& client, const clinic::Visit& visit,
                                        clinic::Author author, clinic::Moment moment);

}  // namespace palpate::report
