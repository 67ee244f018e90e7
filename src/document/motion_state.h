#pragma once

#include "clinic/range_of_motion.h"

#include <map>
#include <string>

namespace palpate::document {

// A measurement of an earlier visit.
struct PastMotion {
    int visit = 0;  // its number
    int degrees = 0;
};

// How far joints moved at the open visit.
struct MotionState {
    clinic::RangeOfMotion measured;
    // Of every measurement that an earlier visit has, the newest.
    std::map<clinic::MotionKey, PastMotion> before;
    std::string trouble;  // why they could not be read, fit to show; then they are never written
};

}  // namespace palpate::document
