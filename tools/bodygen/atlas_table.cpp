#include "bodygen/atlas_table.h"

#include "bodygen/atlas_lines.h"

#include <algorithm>
#include <iomanip>
#include <set>

namespace palpate::bodygen {
namespace {

core::Result<std::vector<RegionRow>> readNames(const std::filesystem::path& path) {
    auto opened = TableLines::open(path);
    if (!opened) return opened.error();
    TableLines& lines = *opened;
    std::vector<RegionRow> rows;
    std::set<std::string> used;
    std::istringstream words;
    while (lines.next(words)) {
        RegionRow row;
        std::string kind;
        words >> kind >> row.id >> std::quoted(row.name) >> std::quoted(row.clinical);
        if (!words || (kind != "paired" && kind != "midline"))
            return lines.error("Not a region: paired|midline ID \"NAME\" \"CLINICAL\"");
        row.paired = kind == "paired";
        if (!used.insert(row.id).second || !used.insert(row.name).second)
            return lines.error("\"" + row.id + "\" or its name is used twice");
        rows.push_back(std::move(row));
    }
    return rows;
}

core::Result<std::vector<AreaRow>> readAreas(const std::filesystem::path& path,
                                             const std::vector<RegionRow>& names) {
    auto opened = TableLines::open(path);
    if (!opened) return opened.error();
    TableLines& lines = *opened;
    std::vector<AreaRow> areas;
    std::istringstream words;
    while (lines.next(words)) {
        std::string id, chart;
        words >> id >> chart;
        const auto name =
            std::find_if(names.begin(), names.end(), [&](const RegionRow& row) { return row.id == id; });
        if (name == names.end()) return lines.error("There is no region \"" + id + "\"");
        const auto known = chartNamed(chart);
        if (!known) return lines.error("There is no chart \"" + chart + "\"");
        AreaRow area;
        area.region = static_cast<std::size_t>(name - names.begin());
        area.chart = *known;
        if (!readPolygon(words, area.polygon)) return lines.error("A polygon is three or more points U,V");
        areas.push_back(std::move(area));
    }
    return areas;
}

bool insidePolygon(const std::vector<ChartPoint>& polygon, ChartPoint point) {
    bool inside = false;
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        const ChartPoint a = polygon[i], b = polygon[j];
        if ((a.v > point.v) == (b.v > point.v)) continue;
        if (point.u < a.u + (b.u - a.u) * (point.v - a.v) / (b.v - a.v)) inside = !inside;
    }
    return inside;
}

}  // namespace

std::optional<AtlasChart> chartNamed(std::string_view name) {
    const auto known = std::find(kAtlasChartNames.begin(), kAtlasChartNames.end(), name);
    if (known == kAtlasChartNames.end()) return std::nullopt;
    return static_cast<AtlasChart>(known - kAtlasChartNames.begin());
}

bool readPolygon(std::istream& words, std::vector<ChartPoint>& polygon) {
    ChartPoint point;
    char comma = 0;
    while (words >> point.u >> comma >> point.v)
        polygon.push_back(point);
    return words.eof() && polygon.size() >= 3;
}

core::Result<AtlasTable> readAtlasTable(const std::filesystem::path& folder) {
    auto names = readNames(folder / "regions.txt");
    if (!names) return names.error();
    auto areas = readAreas(folder / "borders.txt", *names);
    if (!areas) return areas.error();
    for (std::size_t i = 0; i < names->size(); ++i) {
        if (std::none_of(areas->begin(), areas->end(),
                         [i](const AreaRow& area) { return area.region == i; })) {
            return core::Error{"The region \"" + (*names)[i].id + "\" has no area",
                               (folder / "borders.txt").string(), "Draw one."};
        }
    }
    return AtlasTable{std::move(*names), std::move(*areas)};
}

bool holds(AtlasChart chart, const std::vector<ChartPoint>& polygon, const AtlasSite& site) {
    const auto& point = site[static_cast<std::size_t>(chart)];
    if (!point) return false;
    if (insidePolygon(polygon, *point)) return true;
    if (chart != AtlasChart::Arm && chart != AtlasChart::Leg) return false;
    return insidePolygon(polygon, {point->u, point->v + 360.0}) ||
           insidePolygon(polygon, {point->u, point->v - 360.0});
}

}  // namespace palpate::bodygen
