#pragma once

#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "body/body_model.h"
#include "body/camera.h"
#include "clinic/client.h"
#include "clinic/visit.h"
#include "map/body_map.h"
#include "report/sheet.h"
#include "report/sheet_model.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::report {

// What a comparison picture is made from. The references must outlive the call it is passed to.
struct ComparisonInput {
    const body::BodyModel& body;
    const clinic::Client& client;
    const clinic::Visit& fromVisit;
    const clinic::Visit& toVisit;
    const map::BodyMap& from;
    const map::BodyMap& to;
    map::LayerKind layer = map::LayerKind::Pain;
    body::StandardView view = body::StandardView::Front;
    analysis::RecordedPair recorded = {};  // what both layers say
    analysis::ChangeRules rules = {};      // what counts as change
    bool blackAndWhite = false;            // for a printer without colours
};

// Everything that a comparison picture says.
struct ComparisonModel {
    std::string title;     // "C-0142, pain, from the back"
    std::string from, to;  // "Visit 6, 6 November 2026"
    std::string caution;
    std::string verdict;
    std::string limits;  // that it was judged by, with their sources
    map::LayerKind layer = map::LayerKind::Pain;
    body::StandardView view = body::StandardView::Front;
    body::Box bounds;
    analysis::Comparison measures;
    analysis::RecordedPair recorded;
    std::vector<LevelMark> marksFrom, marksTo;
    bool blackAndWhite = false;
};

[[nodiscard]] ComparisonModel makeComparisonModel(const ComparisonInput& input);

// Smaller pictures than this would hold no legible text.
inline constexpr int kSmallestComparisonSide = 64;

// Both maps with the same camera, scale and legend. Sizes in pixels; type grows with the picture.
[[nodiscard]] core::Result<image::Image> drawSideBySide(const ComparisonModel& model, int width, int height,
                                                        const PictureSource& from, const PictureSource& to,
                                                        const std::filesystem::path& resourceFolder);

// One body with the difference, whose picture `difference` makes with colours and signs.
[[nodiscard]] core::Result<image::Image> drawDifference(const ComparisonModel& model, int width, int height,
                                                        const PictureSource& difference,
                                                        const std::filesystem::path& resourceFolder);

// One body with both maps: left of an upright line at that share of the picture's width `from`, right of it
// `to`.
[[nodiscard]] core::Result<image::Image> drawWipe(const ComparisonModel& model, int width, int height,
                                                  const PictureSource& from, const PictureSource& to,
                                                  double share, const std::filesystem::path& resourceFolder);

// One body with both maps, `from` laid over `to` with that opacity. Both sources draw the outlines of both
// (onionPictures()), so that each map can be followed; its numbers stand in brackets.
[[nodiscard]] core::Result<image::Image> drawOnion(const ComparisonModel& model, int width, int height,
                                                   const PictureSource& from, const PictureSource& to,
                                                   double share, const std::filesystem::path& resourceFolder);

}  // namespace palpate::report
