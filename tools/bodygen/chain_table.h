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
    Part part = Part::Index;
    double start = 0.0;   // the row begins this far short of the first joint; 0: at the joint
    double palmar = 0.0;  // ... and this far on the palm's side (fingers)
    double startRadius = 0.0;
    std::vector<double> radii;    // at the joints, the tip last
    std::vector<double> heights;  // toes: height of the axis as a multiple of the radius, start first
    double spread = 0.0;          // toes: metres that the tip stands off outwards
};

struct ChainTables {
    std::vector<HeadChainTable> head;
    std::vector<DigitTable> fingers;  // thumb to little
    std::vector<DigitTable> toes;     // big toe first
};

// Errors name the file and the line.
core::Result<ChainTables> readChainTables(const std::filesystem::path& path);

}  // namespace palpate::bodygen
