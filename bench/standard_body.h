#pragma once

#include "body/body_model.h"
#include "core/random.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace palpate::bench {

[[nodiscard]] std::filesystem::path modelsFolder();
// The neutral figure. Ends the program with the reason if it cannot be loaded.
[[nodiscard]] std::shared_ptr<const body::BodyModel> standardBody();

// Points spread over the skin, by triangle: the same ones in every run.
[[nodiscard]] std::vector<body::SkinPoint> pointsOnSkin(const body::SurfaceMesh& mesh, int count);

// Ends the program and says why: a benchmark that measured something else is worth nothing.
[[noreturn]] void giveUp(const std::string& why);

}  // namespace palpate::bench
