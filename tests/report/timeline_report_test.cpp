#include "report/timeline_report.h"

#include "image/compare.h"
#include "image/png.h"
#include "report/painted_man.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <vector>

using namespace palpate;
namespace fs = std::filesystem;

namespace {

// Nine visits with a gap, a day on which nothing hurt, treatments and ratings.
std::vector<analysis::TimelineVisit> course() {
    std::vector<analysis::TimelineVisit> visits;
    constexpr std::array<int, 9> kDays{0, 7, 12, 21, 35, 36, 60, 74, 90};
    for (std::size_t i = 0; i < kDays.size(); ++i) {
        analysis::TimelineVisit visit;
        visit.visit = {static_cast<std::int64_t>(i + 1)};
        visit.number = static_cast<int>(i + 1);
        visit.at = {1795179731000 + std::int64_t{86'400'000} * kDays[i], 60};
        visit.record = i == 3   ? analysis::LayerRecord::NotRecorded
                       : i == 8 ? analysis::LayerRecord::Nothing
                                : analysis::LayerRecord::Painted;
        if (visit.record == analysis::LayerRecord::Painted) {
            visit.worst = 9.0 - static_cast<double>(i);
            visit.mean = visit.worst * 0.6;
            visit.extentCm2 = 400.0 - 40.0 * static_cast<double>(i);
            visit.extentPercent = visit.extentCm2 / 180.0;
            visit.loadPercent = visit.extentPercent * visit.mean / 10.0;
        }
        if (i % 2 == 0) {
            visit.treatedCm2 = 100.0 + 30.0 * static_cast<double>(i);
            visit.treatedMinutes = i == 4 ? 0.0 : 12.0;
            visit.treatedPressure = 3.0;
        }
        if (i % 3 == 0) visit.painAverage = std::round(8.0 - static_cast<double>(i) / 2.0);
        visits.push_back(visit);
    }
    return visits;
}

// Pixels that changed by more than half of what black and white differ by.
int turnedOver(const image::Image& a, const image::Image& b) {
    int turned = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto one = a.row(y), other = b.row(y);
        for (std::size_t green = 1; green < one.size(); green += 4)  // red, green, blue, alpha
            turned += std::abs(int{one[green]} - int{other[green]}) > 127 ? 1 : 0;
    }
    return turned;
}

}  // namespace

TEST_CASE("the course as a picture is the one that was looked at and accepted") {
    const test::PaintedMan man;
    const auto drawn =
        report::drawTimeline(*man.body, {"C-0142"}, course(), 1280, 720, PALPATE_TEST_RESOURCES);
    REQUIRE(drawn.has_value());
    const fs::path output = fs::path(PALPATE_TEST_OUTPUT) / "golden";
    fs::create_directories(output);
    REQUIRE(image::writePngFile(output / "timeline_chart.out.png", *drawn).has_value());
    const auto reference = image::readPngFile(fs::path(PALPATE_GOLDEN) / "timeline_chart.png");
    REQUIRE_MESSAGE(reference.has_value(), "look at timeline_chart.out.png and copy it to tests/golden");
    const auto result = image::compareImages(*drawn, reference->image);
    REQUIRE(result.has_value());
    // Another build of the type's rasteriser may shade the edges of letters otherwise; a line or a sign that
    // is elsewhere turns hundreds of pixels over altogether.
    CHECK_MESSAGE(result->mean < 0.3, result->mean);
    const auto turned = turnedOver(*drawn, reference->image);
    CHECK_MESSAGE(turned < 60, turned);
}

TEST_CASE("the accepted picture tells a visit at another level from it") {
    const test::PaintedMan man;
    auto visits = course();
    const auto drawn = report::drawTimeline(*man.body, {"C-0142"}, visits, 1280, 720, PALPATE_TEST_RESOURCES);
    visits[1].worst -= 1.0;
    const auto other = report::drawTimeline(*man.body, {"C-0142"}, visits, 1280, 720, PALPATE_TEST_RESOURCES);
    REQUIRE(drawn.has_value());
    REQUIRE(other.has_value());
    CHECK(turnedOver(*drawn, *other) >= 60);
}

TEST_CASE("a course without any visit still says what it would show") {
    const test::PaintedMan man;
    CHECK(report::drawTimeline(*man.body, {"C-0142"}, {}, 800, 450, PALPATE_TEST_RESOURCES).has_value());
    CHECK(report::drawDoses(*man.body, {"C-0142"}, {}, 800, 450, PALPATE_TEST_RESOURCES).has_value());
    CHECK_FALSE(report::drawTimeline(*man.body, {"C-0142"}, {}, 800, 450, "/nowhere").has_value());
}
