#pragma once

#include "bodygen/atlas_site.h"
#include "core/result.h"

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::bodygen {

// One region of the atlas as models/atlas/regions.txt names it, both sides in one.
struct RegionRow {
    std::string id;       // without side, "upper_trap"
    bool paired = false;  // has a left and a right; else it lies across the midline
    std::string name;     // plain
    std::string clinical;
};

// One polygon that belongs to a region, in the order of models/atlas/borders.txt: of several that hold a
// point, the first one owns it.
struct AreaRow {
    std::size_t region = 0;  // row in the names
    AtlasChart chart = AtlasChart::Front;
    std::vector<ChartPoint> polygon;
};

struct AtlasTable {
    std::vector<RegionRow> regions;
    std::vector<AreaRow> areas;
};

// Errors name the file and the line: an unknown region or chart, a polygon of fewer than three points, a
// region without an area, a name used twice.
core::Result<AtlasTable> readAtlasTable(const std::filesystem::path& folder);

// Even-odd rule. Charts that go round a limb are periodic: a polygon may use any turn of the angle.
bool holds(AtlasChart chart, const std::vector<ChartPoint>& polygon, const AtlasSite& site);

// For all tables with polygons in charts.
std::optional<AtlasChart> chartNamed(std::string_view name);
// Reads "U,V U,V ..." to the end; false unless those are three points or more and nothing else.
bool readPolygon(std::istream& words, std::vector<ChartPoint>& polygon);

}  // namespace palpate::bodygen
