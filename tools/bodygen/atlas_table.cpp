#include "bodygen/atlas_table.h"

#include "core/atomic_file.h"

#include <algorithm>
#include <iomanip>
#include <set>
#include <sstream>

namespace palpate::bodygen {
namespace {

// Walks the lines of a table, without comments and empty ones.
class Lines {
public:
    Lines(std::string text, std::string file) : m_stream(std::move(text)), m_file(std::move(file)) {}

    bool next(std::istringstream& words) {
        std::string line;
        while (std::getline(m_stream, line)) {
            ++m_number;
            line = line.substr(0, line.find('#'));
            if (line.find_first_not_of(" \t") == std::string::npos) continue;
            words = std::istringstream(line);
            return true;
        }
        return false;
    }
    [[nodiscard]] core::Error error(std::string what) const {
        return {std::move(what), m_file + ":" + std::to_string(m_number), "Mend the table."};
    }

private:
    std::istringstream m_stream;
    std::string m_file;
    int m_number = 0;
};

core::Result<std::vector<RegionRow>> readNames(const std::filesystem::path& path) {
    auto text = core::readTextFile(path);
    if (!text) return text.error();
    Lines lines(std::move(*text), path.string());
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

bool readPolygon(std::istringstream& words, std::vector<ChartPoint>& polygon) {
    ChartPoint point;
    char comma = 0;
    while (words >> point.u >> comma >> point.v)
        polygon.push_back(point);
    return words.eof() && polygon.size() >= 3;
}

core::Result<std::vector<AreaRow>> readAreas(const std::filesystem::path& path,
                                             const std::vector<RegionRow>& names) {
    auto text = core::readTextFile(path);
    if (!text) return text.error();
    Lines lines(std::move(*text), path.string());
    std::vector<AreaRow> areas;
    std::istringstream words;
    while (lines.next(words)) {
        std::string id, chart;
        words >> id >> chart;
        const auto name =
            std::find_if(names.begin(), names.end(), [&](const RegionRow& row) { return row.id == id; });
        if (name == names.end()) return lines.error("There is no region \"" + id + "\"");
        const auto known = std::find(kAtlasChartNames.begin(), kAtlasChartNames.end(), chart);
        if (known == kAtlasChartNames.end()) return lines.error("There is no chart \"" + chart + "\"");
        AreaRow area;
        area.region = static_cast<std::size_t>(name - names.begin());
        area.chart = static_cast<AtlasChart>(known - kAtlasChartNames.begin());
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

bool holds(const AreaRow& area, const AtlasSite& site) {
    const auto& point = site[static_cast<std::size_t>(area.chart)];
    if (!point) return false;
    if (insidePolygon(area.polygon, *point)) return true;
    if (area.chart != AtlasChart::Arm && area.chart != AtlasChart::Leg) return false;
    return insidePolygon(area.polygon, {point->u, point->v + 360.0}) ||
           insidePolygon(area.polygon, {point->u, point->v - 360.0});
}

}  // namespace palpate::bodygen
