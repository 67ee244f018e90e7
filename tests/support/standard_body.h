#pragma once

#include "body/atlas_labels.h"
#include "body/body_model.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>

// The standard body as it lies beside the program, read once for all tests of a program.
namespace palpate::test {

inline std::filesystem::path modelsFolder() {
    return std::filesystem::path(PALPATE_TEST_RESOURCES) / "models";
}

inline const std::shared_ptr<const body::BodyModel>& standardBody() {
    static const auto kBody = body::loadStandardBody(modelsFolder());
    REQUIRE_MESSAGE(kBody.has_value(), (kBody ? std::string() : kBody.error().message()));
    return *kBody;
}

inline const body::BodyModel& theBody() {
    return *standardBody();
}

inline const body::AtlasLabels& theLabels() {
    static const auto kLabels = body::loadAtlasLabels(modelsFolder(), theBody().mesh());
    REQUIRE_MESSAGE(kLabels.has_value(), (kLabels ? std::string() : kLabels.error().message()));
    return *kLabels;
}

}  // namespace palpate::test
