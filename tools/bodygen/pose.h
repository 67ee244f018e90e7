#pragma once

#include "bodygen/figure.h"

namespace palpate::bodygen {

enum class Pose {
    Reference,  // the pose of the tables: elbows bent forward, palms inward
    Chart,      // arms 40 degrees out, elbows straight, palms forward, fingers slightly apart
};

// A figure with its joints moved. Everything that hangs on joints (arm, palm, fingers) follows them.
struct PosedFigure {
    Figure figure;
    double twist = 0.0;  // radians, turn of the wrist about the forearm that the skin of the forearm follows
};

PosedFigure posed(const Figure& figure, Pose pose);

// Frame of the hand: along it from the wrist, towards the thumb, and out of its back. Unit and orthogonal.
struct HandFrame {
    Vec3 along, thumbwards, dorsal;
};
HandFrame handFrame(const Figure& figure);

}  // namespace palpate::bodygen
