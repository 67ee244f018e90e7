#include "image/compare.h"
#include "image/palette.h"
#include "image/png.h"
#include "render/gl_scene.h"
#include "render/pictures.h"
#include "report/two_maps.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using namespace palpate::test;
using body::StandardView;
using map::LayerKind;
namespace fs = std::filesystem;

namespace {

// What rounding may do differently in another build of the same driver; a line that moves by a pixel shows in
// the worst pixel, a shade that changes in the mean.
struct Limits {
    double mean = 0.3;
    int worst = 24;
};

image::Image rendered(const render::Scene& scene) {
    render::PictureRenderer pictures(testDevice());
    auto drawn = pictures.render(scene);
    REQUIRE_MESSAGE(drawn.has_value(), (drawn ? "" : drawn.error().message()));
    return std::move(*drawn);
}

void checkImage(const std::string& name, const image::Image& drawn, Limits limits = {}) {
    CAPTURE(name);
    const fs::path output = fs::path(PALPATE_TEST_OUTPUT) / "golden";
    const fs::path kept = output / (name + ".out.png");
    const fs::path difference = output / (name + ".diff.png");
    fs::create_directories(output);
    fs::remove(difference);
    REQUIRE(image::writePngFile(kept, drawn).has_value());

    const auto reference = image::readPngFile(fs::path(PALPATE_GOLDEN) / (name + ".png"));
    CHECK_MESSAGE(reference.has_value(), "no reference; look at ", kept.string(),
                  ", then tools/golden-update");
    if (!reference) return;
    const auto result = image::compareImages(drawn, reference->image);
    CHECK_MESSAGE(result.has_value(), "the reference has another size; look at ", kept.string());
    if (!result) return;
    if (result->isWithin(limits.mean, limits.worst)) {
        fs::remove(kept);
        return;
    }
    REQUIRE(image::writePngFile(difference, result->difference).has_value());
    CHECK_MESSAGE(false, "mean ", result->mean, ", worst ", result->worst, "; look at ", kept.string(),
                  " and ", difference.string());
}

void checkPicture(const std::string& name, const render::Scene& scene, Limits limits = {}) {
    checkImage(name, rendered(scene), limits);
}

render::Scene small(StandardView view = StandardView::Front) {
    return testScene(view, {192, 256});
}

// Near the chest, from the front and a little from above.
render::Scene near(float height = 0.5F) {
    render::Scene scene = testScene(StandardView::Front, {256, 256});
    scene.camera.height = height;
    scene.camera.target = {0.0F, 1.2F, 0.0F};
    scene.camera.yawDegrees = 15.0F;
    scene.camera.pitchDegrees = 8.0F;
    return scene;
}

// The map must outlive the scene.
render::Scene showing(render::Scene scene, const map::BodyMap& map) {
    scene.pain = &map.layer(LayerKind::Pain);
    scene.tension = &map.layer(LayerKind::Tension);
    scene.treated = &map.layer(LayerKind::Treated);
    scene.avoid = &map.layer(LayerKind::Avoid);
    return scene;
}

// One band of the body for each level, mildest at the feet.
map::BodyMap bands(LayerKind kind, int levels) {
    map::BodyMap map = emptyMap();
    const auto positions = makeTestBody()->mesh().positions();
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
        const int level = 1 + static_cast<int>(positions[v].y / 1.71F * static_cast<float>(levels));
        map.layer(kind).set(v, map::valueOf(std::min(level, levels)), 0);
    }
    return map;
}

map::BodyMap spots(std::initializer_list<LayerKind> kinds) {
    map::BodyMap map = emptyMap();
    float x = -0.05F;
    for (const LayerKind kind : kinds) {
        dab(map.layer(kind), {x, 1.2F + 0.4F * x, 0.15F}, 0.09F, kind == LayerKind::Avoid ? 1 : 7);
        x += 0.05F;
    }
    return map;
}

map::Place treatedWith(const char* technique) {
    map::Place place;
    place.techniques = {technique};
    return place;
}

map::Place deepAs(map::Depth depth) {
    map::Place place;
    place.depth = depth;
    return place;
}

// A dab that is a place of its own, with that row.
void placed(map::Layer& layer, const glm::vec3& at, float radius, int level, map::PlaceNumber number,
            const map::Place& row) {
    const std::vector<map::Value> before(layer.values().begin(), layer.values().end());
    dab(layer, at, radius, level);
    layer.setPlace(number, row);
    for (std::uint32_t v = 0; v < before.size(); ++v) {
        if (layer.values()[v] != before[v]) layer.set(v, layer.values()[v], number);
    }
}

std::vector<std::int8_t> risingField() {
    const auto positions = makeTestBody()->mesh().positions();
    std::vector<std::int8_t> field(positions.size());
    for (std::size_t v = 0; v < field.size(); ++v) {
        field[v] = static_cast<std::int8_t>(std::clamp(220.0F * positions[v].x, -60.0F, 60.0F));
    }
    return field;
}

}  // namespace

TEST_CASE("bare body, all standard views") {
    for (const StandardView view : body::kStandardViews) {
        checkPicture(std::string("bare_") + body::standardViewId(view), small(view));
    }
}

TEST_CASE("bare body, perspective, in both themes and on paper") {
    render::Scene scene = small();
    scene.camera.projection = body::Camera::Projection::Perspective;
    scene.camera.yawDegrees = 30.0F;
    scene.camera.pitchDegrees = 12.0F;
    checkPicture("perspective_light", scene);
    scene.backdrop = render::Backdrop::dark();
    checkPicture("perspective_dark", scene);
    scene.backdrop = render::Backdrop::paper();
    checkPicture("perspective_paper", scene);
}

TEST_CASE("every level of every layer") {
    checkPicture("levels_pain", showing(small(), bands(LayerKind::Pain, 10)));
    checkPicture("levels_tension", showing(small(), bands(LayerKind::Tension, 10)));
    checkPicture("levels_treated", showing(small(), bands(LayerKind::Treated, 5)));
    checkPicture("levels_avoid", showing(small(), bands(LayerKind::Avoid, 1)));
}

TEST_CASE("spots of the layers, alone and over each other") {
    checkPicture("spot_pain", showing(near(), spots({LayerKind::Pain})));
    checkPicture("spot_tension", showing(near(), spots({LayerKind::Tension})));
    checkPicture("spot_treated", showing(near(), spots({LayerKind::Treated})));
    checkPicture("spot_avoid", showing(near(), spots({LayerKind::Avoid})));
    checkPicture(
        "spots_together",
        showing(near(), spots({LayerKind::Pain, LayerKind::Tension, LayerKind::Treated, LayerKind::Avoid})));
}

TEST_CASE("pain lines seen from near") {
    render::Scene scene = near(0.22F);
    scene.camera.target.x = -0.05F;
    const map::BodyMap map = spots({LayerKind::Pain});
    checkPicture("lines_near", showing(scene, map));
}

TEST_CASE("differences") {
    const auto field = risingField();
    render::Scene scene = small();
    scene.difference = render::DifferenceField{field, 1};
    checkPicture("difference_front", scene);
    scene = near();
    scene.difference = render::DifferenceField{field, 1};
    checkPicture("difference_near", scene);
}

TEST_CASE("techniques side by side, deep pain, and what is new and gone") {
    map::BodyMap map = emptyMap();
    map::Layer& treated = map.layer(LayerKind::Treated);
    const std::pair<const char*, glm::vec3> techniques[] = {{"effleurage", {-0.08F, 1.30F, 0.15F}},
                                                            {"petrissage", {0.08F, 1.30F, 0.15F}},
                                                            {"trigger point", {-0.08F, 1.11F, 0.15F}},
                                                            {"friction", {0.08F, 1.11F, 0.15F}}};
    map::PlaceNumber number = 1;
    for (const auto& [technique, at] : techniques)
        placed(treated, at, 0.07F, 3, number++, treatedWith(technique));
    checkPicture("techniques", showing(near(), map));

    map = emptyMap();
    map::Layer& pain = map.layer(LayerKind::Pain);
    placed(pain, {-0.06F, 1.2F, 0.15F}, 0.08F, 8, 1, deepAs(map::Depth::Skin));
    placed(pain, {0.09F, 1.2F, 0.15F}, 0.08F, 8, 2, deepAs(map::Depth::Joint));
    checkPicture("deep_pain", showing(near(), map));

    std::vector<std::int8_t> fresh(map.vertexCount(), 0), gone = fresh, change = fresh;
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
        const auto value = static_cast<std::int8_t>(pain.values()[v]);
        (pain.placeNumbers()[v] == 1 ? fresh : gone)[v] = value;
        change[v] = static_cast<std::int8_t>(pain.placeNumbers()[v] == 1 ? value : -value);
    }
    render::Scene scene = near();
    scene.difference = render::DifferenceField{change, 7, fresh, gone};
    checkPicture("new_and_gone", scene);
}

TEST_CASE("black and white") {
    const map::BodyMap map =
        spots({LayerKind::Pain, LayerKind::Tension, LayerKind::Treated, LayerKind::Avoid});
    render::Scene scene = showing(near(), map);
    scene.backdrop = render::Backdrop::paper();
    scene.blackAndWhite = true;
    checkPicture("paper_together", scene);
    const map::BodyMap levels = bands(LayerKind::Pain, 10);
    scene = showing(small(), levels);
    scene.backdrop = render::Backdrop::paper();
    scene.blackAndWhite = true;
    checkPicture("paper_levels", scene);
    const auto field = risingField();
    scene = near();
    scene.difference = render::DifferenceField{field, 1};
    scene.backdrop = render::Backdrop::paper();
    scene.blackAndWhite = true;
    checkPicture("paper_difference", scene);
}

TEST_CASE("a part of the body alone") {
    const map::BodyMap map = spots({LayerKind::Pain, LayerKind::Treated});
    render::Scene scene = showing(small(), map);
    auto part = body::BodyPart::create(*scene.body, "trunk");
    REQUIRE(part.has_value());
    scene.part = *part;
    scene.camera.yawDegrees = 40.0F;
    scene.camera.pitchDegrees = 20.0F;
    checkPicture("part_trunk", scene);
}

TEST_CASE("brush ring with its twin, and a highlighted region") {
    render::Scene scene = near();
    scene.camera.yawDegrees = 0.0F;
    const auto hit = scene.body->bvh().nearest({0.09F, 1.25F, 0.15F}, 0.1F);
    REQUIRE(hit.has_value());
    scene.ring = render::BrushRing{hit->point, 0.05F, true, image::palette::kPain[7]};
    checkPicture("ring", scene);
    scene.ring.reset();
    scene.highlighted = scene.body->atlas().find("chest_L");
    checkPicture("highlight", scene);
}

TEST_CASE("a high-density screen draws thicker lines, not other ones") {
    const map::BodyMap map = spots({LayerKind::Pain, LayerKind::Treated});
    render::Scene scene = showing(near(), map);
    scene.pixelScale = 2.0F;
    checkPicture("double_density", scene);
}

namespace {

// Two visits: the chest's pain moved and fell from 8 to 4, the belly's went, the arm's came.
struct TwoVisits {
    map::BodyMap earlier = emptyMap(), later = emptyMap();

    TwoVisits() {
        dab(earlier.layer(LayerKind::Pain), {0.05F, 1.27F, 0.15F}, 0.08F, 8);
        dab(earlier.layer(LayerKind::Pain), {-0.06F, 1.1F, 0.15F}, 0.05F, 5);
        dab(later.layer(LayerKind::Pain), {0.02F, 1.25F, 0.15F}, 0.07F, 4);
        dab(later.layer(LayerKind::Pain), {0.1F, 1.08F, 0.15F}, 0.05F, 6);
    }
    [[nodiscard]] render::Scene scene(const map::BodyMap& map, bool outlined) const {
        render::Scene scene = showing(near(0.55F), map);
        scene.camera.yawDegrees = 0.0F;
        if (outlined)
            scene.outlines =
                render::MapOutlines{&later.layer(LayerKind::Pain), &earlier.layer(LayerKind::Pain)};
        return scene;
    }
};

}  // namespace

TEST_CASE("two visits in one place: the wipe and the onion skin") {
    const TwoVisits visits;
    checkImage("wipe", report::wiped(rendered(visits.scene(visits.earlier, false)),
                                     rendered(visits.scene(visits.later, false)), 0.5));
    checkImage("onion", report::blended(rendered(visits.scene(visits.earlier, true)),
                                        rendered(visits.scene(visits.later, true)), 0.5));
}

TEST_CASE("both outlines of an onion skin can be followed whatever is seen of either map") {
    const TwoVisits visits;
    const image::Image earlier = rendered(visits.scene(visits.earlier, true));
    const image::Image later = rendered(visits.scene(visits.later, true));
    // The same lines on both, so that laying one over the other leaves them whole.
    const auto isInk = [](const image::Rgba& pixel) { return pixel.r + pixel.g + pixel.b < 140; };
    int ink = 0, apart = 0;
    for (int y = 0; y < earlier.height(); ++y) {
        for (int x = 0; x < earlier.width(); ++x) {
            const bool first = isInk(earlier.at(x, y)), second = isInk(later.at(x, y));
            ink += first || second ? 1 : 0;
            apart += first != second ? 1 : 0;
        }
    }
    CHECK(ink > 300);
    CHECK(apart < ink / 20);
    CHECK(report::wiped(earlier, later, 0.0) == later);
    CHECK(report::wiped(earlier, later, 1.0) == earlier);
    CHECK(report::blended(earlier, later, 0.0) == later);
    CHECK(report::blended(earlier, later, 1.0) == earlier);
}
