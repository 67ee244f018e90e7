#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::bodygen {

enum class Chart { Back, Front, Top, Face, Ear, Torso, Neck, Arm, Leg, Bone, Palm };

struct Anchor {
    double x = 0.0, y = 0.0;  // units by chart, as models/landmarks.txt says
    double amplitude = 1.0;   // factors
    double width = 1.0;
};

struct LandmarkRow {
    std::string name;
    enum class Kind { Line, Muscle, Nail };  // a ridge or groove, a closed patch, a nail's plate
    Kind kind = Kind::Line;
    double amplitude = 0.0;  // metres, + out
    double width = 0.0;      // metres
    Chart chart = Chart::Back;
    double length = 0.0;   // metres, of a nail; its breadth is `width`
    std::string from, to;  // joints of the Bone chart; from: digit of a nail
    bool palmar = false;
    std::vector<Anchor> anchors;
};

// Rows in file order. Errors name the file and the line.
core::Result<std::vector<LandmarkRow>> readLandmarks(const std::filesystem::path& path);

}  // namespace palpate::bodygen
