#include "app/figure_pictures.h"

#include "app/overlay_labels.h"
#include "app/scene.h"
#include "document/edit.h"
#include "document/overlay.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;

namespace {

// Rows of the picture that are not all of one colour.
int rowsWithBody(const image::Image& picture) {
    int rows = 0;
    for (int y = 0; y < picture.height(); ++y) {
        const image::Rgba edge = picture.at(0, y);
        bool differs = false;
        for (int x = 0; x < picture.width(); ++x)
            differs = differs || std::abs(int{picture.at(x, y).g} - int{edge.g}) > 30;
        if (differs) ++rows;
    }
    return rows;
}

}  // namespace

TEST_CASE("figures are pictured at one scale: the child is smaller than the man") {
    auto renderer = render::PictureRenderer::createOffscreen();
    REQUIRE(renderer.has_value());
    const std::filesystem::path models = PALPATE_TEST_RESOURCES "/models";
    const auto man = app::figurePicture(*renderer, models, "male", false, 1.0F);
    const auto child = app::figurePicture(*renderer, models, "child", false, 1.0F);
    REQUIRE(man.has_value());
    REQUIRE(child.has_value());
    CHECK(man->height() == 190);
    CHECK(rowsWithBody(*man) > 150);
    CHECK(rowsWithBody(*child) < 0.85 * rowsWithBody(*man));
    CHECK(rowsWithBody(*child) > 90);
    CHECK_FALSE(app::figurePicture(*renderer, models, "giant", false, 1.0F).has_value());
}

TEST_CASE("labels are made once a kind and gone with the overlay, which tints the painting view alone") {
    document::Document document = test::openVault(test::makeVault());
    app::OverlayLabels labels;
    CHECK(labels.of(document) == nullptr);
    REQUIRE(document::showOverlay(document, body::OverlayKind::Regions));
    const auto shown = labels.of(document);
    REQUIRE(shown != nullptr);
    CHECK(labels.of(document) == shown);
    document::setHover(document, document::Hover{});
    const render::Scene scene = app::paintingScene(document, {{640, 480}, 1.0F}, {}, shown);
    CHECK(scene.labels == shown);
    CHECK(scene.highlighted.has_value());
    REQUIRE(document::showOverlay(document, std::nullopt));
    CHECK(labels.of(document) == nullptr);
    CHECK_FALSE(app::paintingScene(document, {{640, 480}, 1.0F}).highlighted.has_value());
}
