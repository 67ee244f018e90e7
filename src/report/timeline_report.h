#pragma once

#include "analysis/frequency.h"
#include "analysis/timeline.h"
#include "body/body_model.h"
#include "clinic/visit.h"
#include "core/result.h"
#include "image/image.h"
#include "map/layer_kind.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

// Files of the view over time: tables as CSV, charts as pictures. Columns and units: docs/guide/over-time.md.
namespace palpate::report {

struct TimelineScope {
    std::string client;  // code
    clinic::Author author = clinic::Author::Client;
    map::LayerKind layer = map::LayerKind::Pain;
    std::optional<body::RegionIndex> region = {};       // empty: the whole body
    std::optional<analysis::MotionChoice> motion = {};  // on the chart; a table has all of them
};

// A row a visit; cells of what is not known are empty. Dates are ISO 8601 with the offset of the place.
[[nodiscard]] std::string timelineCsv(const body::BodyModel& body, const TimelineScope& scope,
                                      std::span<const analysis::TimelineVisit> visits);
[[nodiscard]] std::string frequencyCsv(const body::BodyModel& body, const analysis::Frequency& frequency);
[[nodiscard]] std::string doseCsv(const body::BodyModel& body, std::span<const analysis::DosePoint> points);

// The chart on white with a line that says what it is and one that says what it is not. Sizes in pixels.
// Errors: fonts that cannot be read.
[[nodiscard]] core::Result<image::Image> drawTimeline(const body::BodyModel& body, const TimelineScope& scope,
                                                      std::span<const analysis::TimelineVisit> visits,
                                                      int width, int height,
                                                      const std::filesystem::path& resourceFolder);
[[nodiscard]] core::Result<image::Image> drawDoses(const body::BodyModel& body, const TimelineScope& scope,
                                                   std::span<const analysis::DosePoint> points, int width,
                                                   int height, const std::filesystem::path& resourceFolder);

}  // namespace palpate::report
