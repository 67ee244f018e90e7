#include "standard_body.h"

#include <cstdlib>
#include <iostream>

namespace palpate::bench {

std::filesystem::path modelsFolder() {
    return PALPATE_MODELS;
}

std::shared_ptr<const body::BodyModel> standardBody() {
    static const std::shared_ptr<const body::BodyModel> body = [] {
        auto loaded = body::loadStandardBody(modelsFolder());
        if (!loaded) giveUp(loaded.error().message());
        return *loaded;
    }();
    return body;
}

std::vector<body::SkinPoint> pointsOnSkin(const body::SurfaceMesh& mesh, int count) {
    core::Random random(20261120);
    std::vector<body::SkinPoint> points(static_cast<std::size_t>(count));
    for (body::SkinPoint& point : points) {
        point.triangle = static_cast<std::uint32_t>(random.below(mesh.triangles().size()));
        const auto a = static_cast<float>(random.between(0.1, 0.4));
        const auto b = static_cast<float>(random.between(0.1, 0.4));
        point.barycentric = {a, b, 1.0F - a - b};
    }
    return points;
}

void giveUp(const std::string& why) {
    std::cerr << "palpate-bench: " << why << '\n';
    std::exit(1);
}

}  // namespace palpate::bench
