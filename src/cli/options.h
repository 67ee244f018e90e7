#pragma once

#include "analysis/change_verdict.h"
#include "body/camera.h"
#include "body/overlay_kind.h"
#include "cli/vault_access.h"
#include "clinic/visit.h"
#include "core/ids.h"
#include "map/layer_kind.h"

#include <CLI/App.hpp>

#include <filesystem>
#include <optional>
#include <string>

// Options that several commands share, with the checks that make a wrong one wrong usage.
namespace palpate::cli {

struct PixelSize {
    int width = 0, height = 0;
};

// One map of a visit; what is not stated is chosen by chooseMap().
struct MapReference {
    core::VisitId visit;
    std::optional<clinic::Author> author;
    std::optional<clinic::Moment> moment;
};

CLI::Option* addJson(CLI::App& app, bool& json);
CLI::Option* addVisit(CLI::App& app, MapReference& map);
// --author and --moment.
CLI::Option* addAuthor(CLI::App& app, MapReference& map);
CLI::Option* addMoment(CLI::App& app, MapReference& map);
// VISIT[:author[:moment]]
CLI::Option* addMapReference(CLI::App& app, const std::string& name, MapReference& map,
                             const std::string& help);
CLI::Option* addLayer(CLI::App& app, map::LayerKind& layer);
CLI::Option* addView(CLI::App& app, std::optional<body::StandardView>& view);
// Which places of the body to show.
CLI::Option* addOverlay(CLI::App& app, std::optional<body::OverlayKind>& overlay);
// WxH
CLI::Option* addSize(CLI::App& app, std::optional<PixelSize>& size);
// What counts as change between two maps: --level-limit, --area-limit, --border-mm.
void addChangeRules(CLI::App& app, analysis::ChangeRules& rules);
// A file whose name ends in `ending`.
CLI::Option* addOutput(CLI::App& app, std::filesystem::path& output, const std::string& ending);

inline constexpr int kSmallestSide = 16, kLargestSide = 16384;

}  // namespace palpate::cli
