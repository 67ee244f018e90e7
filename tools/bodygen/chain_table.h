#pragma once

#include "bodygen/parts.h"
#include "bodygen/smooth.h"
#include "core/result.h"

#include <filesystem>
#include <vector>

namespace palpate::bodygen {

// Rows of round cones as models/chains.txt lists them; metres of the nominal head or body, before scaling.
struct HeadChainTable {
    struct Row {
        Vec3 at{0.0};  // from the mid-plane, above the eye line, offset
        double radius = 0.0;
    };
    Part part = Part::Nose;
    bool face = false;  // offsets count from the plane through brow and chin, else from the head's centre
    double blend = 0.0;
    double joint = 0.0;
    std::vector<Row> rows;
};

struct DigitTable {
    struct Stop {
        double at = 0.0;  // joint number along the digit, fractions between joints
        double offset =
            0.0;  // fingers: metres palmar of the bones; toes: height of the axis as a multiple of the radius
        double radius = 0.0;  // metres
    };
    Part part = Part::Index;
    double spread = 0.0;  // metres that the tip stands off outwards
    std::vector<Stop> stops;
};

struct ChainTables {
    std::vector<HeadChainTable> head;
    std::vector<DigitTable> fingers;  // thumb to little
    std::vector<DigitTable> toes;     // big toe first
};

// Errors name the file and the line.
core::Result<ChainTables> readChainTables(const std::filesystem::path& path);

}  // namespace palpate::bodygen
