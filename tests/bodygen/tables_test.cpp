#include "bodygen/figure_writer.h"
#include "bodygen/fit.h"
#include "core/atomic_file.h"
#include "neutral_field.h"

#include <array>
#include <filesystem>

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

TEST_CASE("a written table is read back as the same figure to its rounding") {
    const Figure neutral = neutralFigure();
    const std::filesystem::path path = std::filesystem::path(PALPATE_TEST_OUTPUT) / "figure.txt";
    std::filesystem::create_directories(path.parent_path());
    REQUIRE(core::writeFileAtomically(path, figureText(neutral)));
    const auto again = readFigure(path);
    REQUIRE(again);
    CHECK(glm::distance(again->joint("wrist"), neutral.joint("wrist")) < 1e-9);
    CHECK(figureText(*again) == figureText(neutral));
}

TEST_CASE("fitting finds the way back from a wrong table to the body that the points were taken from") {
    const auto tables = readSharedTables(kModels);
    REQUIRE(tables);
    const Figure truth = neutralFigure();
    const auto field = fieldOf(kModels, "neutral", Pose::Reference);
    REQUIRE(field);
    std::vector<Vec3> points;
    const BodyShape& shape = field->shape();
    for (const Tube* tube : {&shape.torso, &shape.arm, &shape.leg, &shape.neck, &shape.palm, &shape.foot}) {
        for (double s = -0.05; s < 2.0; s += 0.02) {
            for (double degrees = -180.0; degrees < 180.0; degrees += 12.0) {
                const double index = tube->indexOf(s);
                const Vec3 at = tube->centre(index);
                const Vec3 out = glm::normalize(tube->at(index, degrees * M_PI / 180.0, 1.0) - at);
                if (const auto hit = field->crossing(at, out, 0.3)) points.push_back(*hit);
            }
        }
    }
    Figure wrong = truth;
    for (Station& station : wrong.tubes.find("leg")->second.stations)
        station.cosines[0] += 0.006;
    FitOptions options;
    options.rounds = 4;
    const auto fitted = fitFigure(wrong, *tables, points, options);
    REQUIRE_MESSAGE(fitted, (fitted ? std::string() : fitted.error().message()));
    CHECK(fitted->after < 0.25 * fitted->before);
    const double thigh = fitted->figure.tubes.find("leg")->second.stations[5].cosines[0];
    CHECK(thigh == doctest::Approx(truth.tubes.find("leg")->second.stations[5].cosines[0]).epsilon(0.02));
}
