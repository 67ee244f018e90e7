#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::bodygen {

enum class Chart { Back, Front, Top, Face, Ear, Torso, Neck, Arm, Leg, Bone };

struct Anchor {
    double x = 0.0, y = 0.0;  // units by chart, as models/landmarks.txt says
    double amplitude = 1.0;   // factors
    double width = 1.0;
};

struct LandmarkRow {
    std::string name;
    bool muscle = false;     // a closed patch, else a line
    double amplitude = 0.0;  // metres, + out
    double width = 0.0;      // metres
    Chart chart = Chart::Back;
    std::string from, to;  // joints of the Bone chart
    bool palmar = false;
    std::vector<Anchor> anchors;
};

// Rows in file order. Errors name the file and the line.
core::Result<std::vector<LandmarkRow>> readLandmarks(const std::filesystem::path& path);

}  // namespace palpate::bodygen
