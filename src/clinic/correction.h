#pragma once

#include "clinic/visit.h"
#include "core/time.h"

#include <string>
#include <vector>

namespace palpate::clinic {

// What a person said about one area of a pain form, otherwise than the paint says; kept apart from the paint.
struct Correction {
    MapKey map;              // whose painting it corrects
    std::string instrument;  // "wpi_2016"
    std::string area;        // of that instrument: "jaw_L"
    bool hurts = false;      // said of it
    Author by = Author::Therapist;
    core::Timestamp at;

    friend bool operator==(const Correction&, const Correction&) = default;
};

// Of one visit: at most one for each map, instrument and area.
using Corrections = std::vector<Correction>;

}  // namespace palpate::clinic
