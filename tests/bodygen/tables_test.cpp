#include "neutral_field.h"

#include <array>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

constexpr std::array<const char*, 6> kFigures = {"neutral", "female", "male", "larger", "older", "child"};

Figure neutralFigure() {
    const auto figure = readFigure(kModels / "figures" / "neutral.txt");
    REQUIRE(figure);
    return *figure;
}

}  // namespace

TEST_CASE("every landmark meets every figure in both poses") {
    for (const char* name : kFigures) {
        for (const Pose pose : {Pose::Chart, Pose::Reference}) {
            const auto field = fieldOf(kModels, name, pose);
            CHECK_MESSAGE(field, (field ? std::string() : field.error().message()));
        }
    }
}

TEST_CASE("a landmark that misses the body is an error with its name") {
    auto tables = readSharedTables(kModels);
    REQUIRE(tables);
    LandmarkRow lost;
    lost.name = "far_off";
    lost.amplitude = 0.001;
    lost.width = 0.01;
    lost.chart = Chart::Front;
    lost.anchors = {{0.0, 3.0, 1.0, 1.0}};
    tables->landmarks.push_back(lost);
    const auto field = BodyField::make(posed(neutralFigure(), Pose::Chart), *tables);
    REQUIRE_FALSE(field);
    CHECK(field.error().message().find("far_off") != std::string::npos);
}

TEST_CASE("mixing a figure with itself changes nothing and halfway lies in the middle") {
    const Figure neutral = neutralFigure();
    const auto female = readFigure(kModels / "figures" / "female.txt"),
               male = readFigure(kModels / "figures" / "male.txt");
    REQUIRE(female);
    REQUIRE(male);
    const auto same = mixFigures(neutral, neutral, 0.3);
    REQUIRE(same);
    CHECK(same->joint("knee") == neutral.joint("knee"));
    const auto half = mixFigures(*female, *male, 0.5);
    REQUIRE(half);
    const double stature = 0.5 * (female->joint("vertex").y + male->joint("vertex").y);
    CHECK(half->joint("vertex").y == doctest::Approx(stature));
}

TEST_CASE("the chart pose keeps the lengths of all bones") {
    const Figure table = neutralFigure();
    const Figure chart = posed(table, Pose::Chart).figure;
    const auto bone = [](const Figure& figure, const char* a, const char* b) {
        return glm::distance(figure.joint(a), figure.joint(b));
    };
    for (const auto& [a, b] :
         {std::pair("shoulder", "elbow"), std::pair("elbow", "wrist"), std::pair("wrist", "index-1"),
          std::pair("index-1", "index-2"), std::pair("little-3", "little-4")})
        CHECK(bone(chart, a, b) == doctest::Approx(bone(table, a, b)));
}
