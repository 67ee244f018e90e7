#pragma once

#include "bodygen/body_field.h"

namespace palpate::bodygen {

struct FitOptions {
    int rounds = 12;
    double robust = 0.008;   // metres: a point this far off counts half
    double smoothing = 0.6;  // weight of the second differences along the stations
    double ridge = 0.2;      // weight that holds every term near where it started
};

struct FitResult {
    Figure figure;
    double before = 0.0, after = 0.0;  // metres, root of the mean square distance of the points used
    std::size_t used = 0;              // points: those on torso, arms and legs
};

// Changes the sections of torso, arms and legs so that the skin passes through the points
// (metres, in the pose of the tables, both sides; the right is mirrored). Joints and axes stay. Damped
// Gauss-Newton; the derivative of the skin by a term is the share of its part times its basis function
// (body_union.h, tube.h). Error: a landmark that no longer meets the body, or too few points.
core::Result<FitResult> fitFigure(const Figure& start, const SharedTables& tables,
                                  const std::vector<Vec3>& points, const FitOptions& options);

}  // namespace palpate::bodygen
