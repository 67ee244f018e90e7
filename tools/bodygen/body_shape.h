#pragma once

#include "bodygen/chain.h"
#include "bodygen/chain_table.h"
#include "bodygen/head_shape.h"
#include "bodygen/pose.h"
#include "bodygen/tube.h"

#include <array>
#include <vector>

namespace palpate::bodygen {

// Joints and lengths that landmarks and part coordinates refer to. Left side; metres.
struct BodyFrame {
    double stature = 0.0;    // vertex above the ground
    double shoulderX = 0.0;  // of the shoulder joint from the mid-plane
    double shoulderZ = 0.0;
    double hipY = 0.0;  // torso fraction 0
    double c7Y = 0.0;   // torso fraction 1
    double eyeY = 0.0;
    double headScale = 0.0;  // 1 where eye line and chin are 84.6 mm apart
    Vec3 headCentre{0.0};
    HandFrame hand;
    double sideX = 0.0;               // half the breadth of the bare head at the ears
    double browZ = 0.0, chinZ = 0.0;  // of the bare head on the mid-plane at kBrow and kChin

    static constexpr double kNominalSide = 0.066;  // sideX of the nominal head
    static constexpr double kBrow = 0.025, kChin = -0.086,
                            kEar = -0.010;  // above the eye line, metres of the nominal head
    // Plane through brow and chin: z at a height above the eye line, metres of the nominal head.
    [[nodiscard]] double faceZ(double up) const {
        return chinZ + (browZ - chinZ) * (up - kChin) / (kBrow - kChin);
    }
};

// A row of cones with the range of its union with what it hangs on.
struct PartChain {
    Part part = Part::Nose;
    double blend = 0.0;
    Chain chain;
};

// A finger or toe. Its chain is finer than its joints.
struct Digit {
    Chain chain;
    std::vector<double> joints;  // joint number at every point of the chain
    // Joint number (1 knuckle, ...) of an index along the chain.
    [[nodiscard]] double jointAt(double index) const;
};

// All primitives of one figure in one pose: the left half, x >= 0 being its side.
struct BodyShape {
    BodyFrame frame;
    Figure figure;  // joints in this pose
    Tube torso, neck, leg, foot, arm, palm;
    HeadShape head;
    std::vector<PartChain> headChains;  // nose, ear, chin
    std::array<Digit, 5> fingers;       // thumb to little
    std::array<Digit, 5> toes;          // big toe first

    [[nodiscard]] const Tube* tube(Part part) const;  // null for other parts
};

BodyShape makeBodyShape(const PosedFigure& posed, const ChainTables& chains);

}  // namespace palpate::bodygen
