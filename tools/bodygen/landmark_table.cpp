#include "bodygen/landmark_table.h"

#include "bodygen/units.h"
#include "core/atomic_file.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace palpate::bodygen {
namespace {

constexpr std::array<std::string_view, 11> kCharts = {"back", "front", "top", "face", "ear", "torso",
                                                      "neck", "arm",   "leg", "bone", "palm"};

bool readAnchors(std::istringstream& words, std::vector<Anchor>& out) {
    std::string text;
    while (std::getline(words, text, ',')) {
        std::istringstream numbers(text);
        Anchor anchor;
        if (!(numbers >> anchor.x >> anchor.y)) return false;
        if (numbers >> anchor.amplitude) numbers >> anchor.width;
        numbers.clear();
        std::string rest;
        if (numbers >> rest) return false;
        out.push_back(anchor);
    }
    return !out.empty();
}

bool readRow(std::istringstream& words, LandmarkRow& row) {
    std::string chart, colon;
    if (!(words >> row.name >> row.amplitude >> row.width >> chart)) return false;
    row.amplitude *= kMillimetre;
    row.width *= kMillimetre;
    const auto found = std::find(kCharts.begin(), kCharts.end(), chart);
    if (found == kCharts.end() || row.width <= 0.0) return false;
    row.chart = static_cast<Chart>(found - kCharts.begin());
    if (row.chart == Chart::Bone) {
        std::string side;
        if (!(words >> row.from >> row.to >> side) || (side != "dorsal" && side != "palmar")) return false;
        row.palmar = side == "palmar";
    }
    if (!(words >> colon) || colon != ":" || !readAnchors(words, row.anchors)) return false;
    return row.kind != LandmarkRow::Kind::Muscle || row.anchors.size() >= 3;
}

bool readNail(std::istringstream& words, LandmarkRow& row) {
    std::string colon;
    Anchor middle;
    row.kind = LandmarkRow::Kind::Nail;
    if (!(words >> row.from >> row.amplitude >> row.length >> row.width >> colon >> middle.x) || colon != ":")
        return false;
    row.name = "nail_" + row.from;
    row.amplitude *= kMillimetre;
    row.length *= kMillimetre;
    row.width *= kMillimetre;
    row.anchors = {middle};
    return row.length > 0.0 && row.width > 0.0;
}

bool readLandmark(const std::string& keyword, std::istringstream& words, LandmarkRow& row) {
    if (keyword == "nail") return readNail(words, row);
    if (keyword == "muscle") row.kind = LandmarkRow::Kind::Muscle;
    return (keyword == "muscle" || keyword == "line") && readRow(words, row);
}

}  // namespace

core::Result<std::vector<LandmarkRow>> readLandmarks(const std::filesystem::path& path) {
    const auto text = core::readTextFile(path);
    if (!text) return text.error();
    std::vector<LandmarkRow> rows;
    std::istringstream lines(*text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        std::string keyword;
        if (!(words >> keyword) || keyword.front() == '#') continue;
        LandmarkRow row;
        if (!readLandmark(keyword, words, row))
            return core::Error{"A line of the landmark table cannot be read",
                               path.string() + ", line " + std::to_string(number),
                               "The head of the file explains its lines."};
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace palpate::bodygen
