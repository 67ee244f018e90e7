#include "report/sheet.h"

#include "image/palette.h"
#include "image/png.h"
#include "report/comparison_picture.h"
#include "report/painted_man.h"
#include "report/ray_picture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace palpate;
using map::LayerKind;

namespace {

test::PaintedMan paintedMan() {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.06F, 7);
    man.dab(LayerKind::Pain, 2, test::kRightKnee, 0.04F, 4);
    return man;
}

report::PictureSource picturesOf(const test::PaintedMan& man) {
    return test::rayPictures(*man.body, man.map.layer(LayerKind::Pain), 0.125F);
}

// Counts the pixels of exactly that colour.
int count(const image::Image& image, image::Rgba colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.at(x, y) == colour ? 1 : 0;
    }
    return found;
}

}  // namespace

TEST_CASE("a sheet is A4 at 300 dots an inch, says so in its file, and the same twice") {
    const auto man = paintedMan();
    const auto model = report::makeSheetModel(man.input());
    const auto sheet = report::drawSheet(model, picturesOf(man), PALPATE_TEST_RESOURCES);
    REQUIRE(sheet.has_value());
    CHECK(sheet->width() == 3508);
    CHECK(sheet->height() == 2480);
    CHECK(*report::drawSheet(model, picturesOf(man), PALPATE_TEST_RESOURCES) == *sheet);

    const auto bytes = image::writePng(*sheet, report::sheetNotes());
    REQUIRE(bytes.has_value());
    CHECK(bytes->size() < 3'000'000);
    const auto notes = image::readPng(*bytes)->notes;
    CHECK(notes.dotsPerInch.value() == doctest::Approx(300.0).epsilon(0.001));
    for (const auto& text : notes.texts)
        CHECK(text.text.find("C-0142") == std::string::npos);

    std::filesystem::create_directories(PALPATE_TEST_OUTPUT);
    CHECK(image::writePngFile(std::filesystem::path(PALPATE_TEST_OUTPUT) / "report_sheet.png", *sheet)
              .has_value());
}

TEST_CASE("a sheet keeps its margins white") {
    const auto man = paintedMan();
    const auto sheet =
        report::drawSheet(report::makeSheetModel(man.input()), picturesOf(man), PALPATE_TEST_RESOURCES);
    REQUIRE(sheet.has_value());
    const int margin = 140;  // pixels: 12 mm, a little less than the page's 13
    int stained = 0;
    for (int y = 0; y < sheet->height(); ++y) {
        for (int x = 0; x < sheet->width(); ++x) {
            const bool inside =
                x >= margin && y >= margin && x < sheet->width() - margin && y < sheet->height() - margin;
            if (!inside && sheet->at(x, y) != image::Rgba{255, 255, 255, 255}) ++stained;
        }
    }
    CHECK(stained == 0);
}

TEST_CASE("nothing of a region's name is left out, however many and long they are") {
    const auto man = paintedMan();
    auto model = report::makeSheetModel(man.input());
    report::RegionRow row = model.regions.front();
    row.name = "Right band on the outer side of the thigh (iliotibial band), middle third";
    model.regions.assign(4, row);
    const auto first = report::drawSheet(model, picturesOf(man), PALPATE_TEST_RESOURCES);
    model.regions.back().name.replace(row.name.size() - 5, 5, "fifth");
    const auto second = report::drawSheet(model, picturesOf(man), PALPATE_TEST_RESOURCES);
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(*first != *second);
    // What has no room is counted instead.
    model.regions.assign(40, row);
    const auto many = report::drawSheet(model, picturesOf(man), PALPATE_TEST_RESOURCES);
    model.regions.push_back(row);
    CHECK(*many != *report::drawSheet(model, picturesOf(man), PALPATE_TEST_RESOURCES));
}

TEST_CASE("the four views ask for one scale") {
    const auto man = paintedMan();
    std::vector<report::PictureRequest> requests;
    const auto record = [&requests](const report::PictureRequest& request) {
        requests.push_back(request);
        return core::Result<image::Image>(image::Image(request.width, request.height, {255, 255, 255, 255}));
    };
    REQUIRE(
        report::drawSheet(report::makeSheetModel(man.input()), record, PALPATE_TEST_RESOURCES).has_value());
    REQUIRE(requests.size() == 4);
    for (const auto& request : requests) {
        CHECK(request.camera.projection == body::Camera::Projection::Orthographic);
        CHECK(request.camera.height / static_cast<float>(request.height) ==
              doctest::Approx(requests[0].camera.height / static_cast<float>(requests[0].height)));
        CHECK(request.pixelScale == doctest::Approx(requests[0].pixelScale));
    }
}

TEST_CASE(
    "the legend of a sheet holds every pain colour, and those of other layers only when they are painted") {
    auto man = paintedMan();
    const auto blank = [](const report::PictureRequest&) {
        return core::Result<image::Image>(image::Image());
    };
    const auto draw = [&] {
        return *report::drawSheet(report::makeSheetModel(man.input()), blank, PALPATE_TEST_RESOURCES);
    };
    image::Image sheet = draw();
    for (const auto& colour : image::palette::kPain)
        CHECK(count(sheet, colour) > 1000);
    CHECK(count(sheet, image::palette::kTreated) == 0);
    man.dab(LayerKind::Treated, 1, test::kLeftBack, 0.06F, 3);
    man.dab(LayerKind::Tension, 1, test::kLeftBack, 0.06F, 6);
    sheet = draw();
    CHECK(count(sheet, image::palette::kTreated) > 100);
    for (const auto& colour : image::palette::kTension)
        CHECK(count(sheet, colour) > 100);
}

TEST_CASE("a sheet with more regions than fit still holds its place") {
    auto man = paintedMan();
    man.client.code = std::string(200, 'X');
    man.dab(LayerKind::Pain, 3, {0.0F, 0.9F, 0.0F}, 2.0F, 10);
    const auto sheet =
        report::drawSheet(report::makeSheetModel(man.input()), picturesOf(man), PALPATE_TEST_RESOURCES);
    REQUIRE(sheet.has_value());
    for (int y = 0; y < sheet->height(); ++y)
        REQUIRE(sheet->at(sheet->width() - 100, y) == image::Rgba{255, 255, 255, 255});
}

TEST_CASE("missing fonts and a picture that cannot be made are errors, not blank sheets") {
    const auto man = paintedMan();
    const auto model = report::makeSheetModel(man.input());
    const auto noFonts = report::drawSheet(model, picturesOf(man), "/nonexistent");
    REQUIRE_FALSE(noFonts.has_value());
    CHECK(noFonts.error().where.find("Inter-Regular.otf") != std::string::npos);
    const auto noPicture = [](const report::PictureRequest&) {
        return core::Result<image::Image>(core::Error{"no OpenGL", "", ""});
    };
    const auto failed = report::drawSheet(model, noPicture, PALPATE_TEST_RESOURCES);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().what == "no OpenGL");
}

TEST_CASE("both sides of a comparison have the same camera") {
    const auto man = paintedMan();
    const auto model = report::makeComparisonModel({.body = *man.body,
                                                    .client = man.client,
                                                    .fromVisit = man.earlierVisit,
                                                    .toVisit = man.visit,
                                                    .from = man.earlier,
                                                    .to = man.map,
                                                    .view = body::StandardView::Back});
    CHECK(model.from == "Visit 6, 6 November 2026");
    CHECK(model.title == "C-0142 \u00b7 Pain, from the back");
    CHECK(model.marksFrom.empty());
    CHECK(model.marksTo.size() == 1);
    std::vector<body::Camera> cameras;
    const auto record = [&](const report::PictureRequest& request) {
        cameras.push_back(request.camera);
        return core::Result<image::Image>(image::Image(request.width, request.height, {255, 255, 255, 255}));
    };
    const auto picture = report::drawSideBySide(model, 1600, 900, record, record, PALPATE_TEST_RESOURCES);
    REQUIRE(picture.has_value());
    CHECK(picture->width() == 1600);
    CHECK(picture->height() == 900);
    REQUIRE(cameras.size() == 2);
    CHECK(cameras[0] == cameras[1]);
}

TEST_CASE("a difference picture in black and white has no colour at all, and asks for a body without") {
    const auto man = paintedMan();
    auto model = report::makeComparisonModel({.body = *man.body,
                                              .client = man.client,
                                              .fromVisit = man.earlierVisit,
                                              .toVisit = man.visit,
                                              .from = man.earlier,
                                              .to = man.map,
                                              .blackAndWhite = true});
    bool asked = false;
    const report::PictureSource white = [&](const report::PictureRequest& request) {
        asked = request.blackAndWhite;
        return core::Result<image::Image>(image::Image(request.width, request.height, {255, 255, 255, 255}));
    };
    const auto chroma = [](const image::Image& picture) {
        int most = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const image::Rgba pixel = picture.at(x, y);
                const auto [least, largest] = std::minmax({pixel.r, pixel.g, pixel.b});
                most = std::max(most, largest - least);
            }
        }
        return most;
    };
    constexpr int kGreyish = 24;  // the text's ink is nearly grey
    const auto picture = report::drawDifference(model, 1000, 900, white, PALPATE_TEST_RESOURCES);
    REQUIRE(picture.has_value());
    CHECK(asked);
    CHECK(chroma(*picture) <= kGreyish);
    model.blackAndWhite = false;
    const auto coloured = report::drawDifference(model, 1000, 900, white, PALPATE_TEST_RESOURCES);
    REQUIRE(coloured.has_value());
    CHECK(chroma(*coloured) > 100);
    CHECK_FALSE(asked);
}

TEST_CASE("a difference picture holds every step of change in its legend, at any shape of picture") {
    const auto man = paintedMan();
    const auto model = report::makeComparisonModel({.body = *man.body,
                                                    .client = man.client,
                                                    .fromVisit = man.earlierVisit,
                                                    .toVisit = man.visit,
                                                    .from = man.earlier,
                                                    .to = man.map});
    for (const auto& [width, height] : {std::pair{900, 900}, {1600, 700}, {500, 1200}}) {
        const auto picture =
            report::drawDifference(model, width, height, picturesOf(man), PALPATE_TEST_RESOURCES);
        REQUIRE(picture.has_value());
        CHECK(picture->width() == width);
        for (const auto& colour : image::palette::kBetter)
            CHECK(count(*picture, colour) > 20);
        for (const auto& colour : image::palette::kWorse)
            CHECK(count(*picture, colour) > 20);
    }
}
