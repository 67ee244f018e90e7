#pragma once

#include "bodygen/standard_body.h"

#include <doctest/doctest.h>

namespace palpate::bodygen {

inline const std::filesystem::path kModels = PALPATE_MODELS;

// The field that the standard body is meshed from; made once for all cases of the program.
inline const BodyField& neutralField() {
    static const core::Result<BodyField> field = fieldOf(kModels, "neutral", Pose::Chart);
    REQUIRE_MESSAGE(field, (field ? std::string() : field.error().message()));
    return *field;
}

}  // namespace palpate::bodygen
