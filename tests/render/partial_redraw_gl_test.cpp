#include "core/random.h"
#include "image/compare.h"
#include "render/gl_scene.h"

#include <doctest/doctest.h>

using namespace palpate;
using namespace palpate::test;
using map::LayerKind;
using Extent = render::Drawn::Extent;

namespace {

// What the renderer holds must be what one that never saw an earlier state draws.
void checkLikeNew(const render::SceneRenderer& renderer, const render::Scene& scene) {
    const auto result = image::compareImages(renderer.readImage(), draw(scene));
    REQUIRE(result.has_value());
    CHECK(result->differing == 0);
}

std::vector<render::Scene> views() {
    std::vector<render::Scene> scenes;
    scenes.push_back(testScene());
    scenes.push_back(testScene(body::StandardView::Back, {257, 391}));
    scenes.push_back(testScene(body::StandardView::Left));
    render::Scene scene = testScene();
    scene.camera.projection = body::Camera::Projection::Perspective;
    scene.camera.yawDegrees = 37.0F;
    scene.camera.pitchDegrees = 12.0F;
    scenes.push_back(scene);
    scene.camera.height = 0.4F;
    scene.camera.target = {0.1F, 1.2F, 0.0F};
    scene.pixelScale = 1.5F;
    scenes.push_back(scene);
    return scenes;
}

}  // namespace

TEST_CASE("after each of many dabs a partial redraw equals a full one, pixel for pixel") {
    for (render::Scene scene : views()) {
        map::BodyMap map = emptyMap();
        scene.pain = &map.layer(LayerKind::Pain);
        scene.tension = &map.layer(LayerKind::Tension);
        scene.treated = &map.layer(LayerKind::Treated);
        scene.avoid = &map.layer(LayerKind::Avoid);
        render::SceneRenderer renderer(testDevice());
        renderer.draw(scene);
        core::Random random(5);
        int partial = 0;
        for (int stroke = 0; stroke < 12; ++stroke) {
            const auto kind = map::kLayerKinds[random.below(4)];
            const auto& mesh = scene.body->mesh();
            const glm::vec3 place = mesh.positions()[random.below(mesh.vertexCount())];
            const auto radius = static_cast<float>(random.between(0.015, 0.06));
            dab(map.layer(kind), place, radius, 1 + static_cast<int>(random.below(10)));
            if (stroke % 3 == 0) dab(map.layer(kind), {-place.x, place.y, place.z}, radius, 4);
            const render::Drawn drawn = renderer.draw(scene);
            partial += drawn.extent == Extent::Part ? 1 : 0;
            checkLikeNew(renderer, scene);
        }
        CHECK(partial >= 3);  // some dabs are on the far side
    }
}

TEST_CASE("paint drawn upon kept bare skin equals the picture drawn whole, pixel for pixel") {
    for (render::Scene scene : views()) {
        scene.keepsBareSkin = true;
        render::SceneRenderer renderer(testDevice());
        core::Random random(11);
        std::size_t first = 0, later = 0;
        for (int visit = 0; visit < 8; ++visit) {
            // Another map each time, all over the body; one of them bare.
            map::BodyMap map = emptyMap();
            scene.pain = &map.layer(LayerKind::Pain);
            scene.tension = &map.layer(LayerKind::Tension);
            scene.treated = &map.layer(LayerKind::Treated);
            for (int place = 0; place < 5 && visit != 4; ++place) {
                const auto& mesh = scene.body->mesh();
                const auto kind = map::kLayerKinds[random.below(3)];
                dab(map.layer(kind), mesh.positions()[random.below(mesh.vertexCount())],
                    static_cast<float>(random.between(0.02, 0.08)), 1 + static_cast<int>(random.below(10)));
            }
            const render::Drawn drawn = renderer.draw(scene);
            (visit == 0 ? first : later) += drawn.triangles;
            render::Scene whole = scene;
            whole.keepsBareSkin = false;
            checkLikeNew(renderer, whole);
            if (visit == 5) {  // another camera, and paper: bare skin is drawn anew
                scene.camera.yawDegrees += 30.0F;
                scene.backdrop = render::Backdrop::paper();
                scene.blackAndWhite = true;
                renderer.draw(scene);
                whole = scene;
                whole.keepsBareSkin = false;
                checkLikeNew(renderer, whole);
                later = 0;
            }
        }
        CHECK(later < first);
    }
}

TEST_CASE("what bare skin cannot be kept for is drawn as ever, and drawn right") {
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.06F, 7);
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    scene.keepsBareSkin = true;
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    checkLikeNew(renderer, scene);
    scene.highlighted = 0;
    renderer.draw(scene);
    checkLikeNew(renderer, scene);
    scene.highlighted.reset();
    dab(map.layer(LayerKind::Pain), kChest, 0.03F, 3);
    renderer.draw(scene);
    checkLikeNew(renderer, scene);
    CHECK(renderer.draw(scene).extent == Extent::Nothing);
}

TEST_CASE("erasing redraws as well as painting does") {
    render::Scene scene = testScene();
    map::BodyMap map = emptyMap();
    map::Layer& pain = map.layer(LayerKind::Pain);
    scene.pain = &pain;
    render::SceneRenderer renderer(testDevice());
    dab(pain, kChest, 0.1F, 8);
    renderer.draw(scene);
    for (std::uint32_t vertex = 0; vertex < map.vertexCount(); ++vertex) {
        if (scene.body->mesh().positions()[vertex].x > 0.02F) pain.set(vertex, 0, 0);
    }
    CHECK(renderer.draw(scene).extent == Extent::Part);
    checkLikeNew(renderer, scene);
}

TEST_CASE("a moving brush ring leaves no trace") {
    render::Scene scene = testScene();
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.05F, 6);
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    for (int step = 0; step < 6; ++step) {
        const auto hit = scene.body->bvh().nearest({0.02F * static_cast<float>(step), 1.15F, 0.2F}, 0.3F);
        REQUIRE(hit.has_value());
        scene.ring = render::BrushRing{hit->point, 0.03F, step % 2 == 0, {}};
        CHECK(renderer.draw(scene).extent == Extent::Part);
        checkLikeNew(renderer, scene);
    }
    scene.ring.reset();
    CHECK(renderer.draw(scene).extent == Extent::Part);
    checkLikeNew(renderer, scene);
}

TEST_CASE("another highlighted region redraws only around the two regions") {
    render::Scene scene = testScene();
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    for (const char* const id : {"chest_L", "biceps_R"}) {
        scene.highlighted = scene.body->atlas().find(id);
        REQUIRE(scene.highlighted.has_value());
        CHECK(renderer.draw(scene).extent == Extent::Part);
        checkLikeNew(renderer, scene);
    }
}

TEST_CASE("a mirrored stroke redraws two small rectangles, not what lies between them") {
    render::Scene scene = testScene();
    map::BodyMap map = emptyMap();
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    dab(map.layer(LayerKind::Pain), {0.1F, 0.6F, 0.2F}, 0.02F, 6);
    const long long one = renderer.draw(scene).pixels;
    CHECK(one > 0);
    dab(map.layer(LayerKind::Pain), {0.1F, 0.4F, 0.2F}, 0.02F, 6);
    dab(map.layer(LayerKind::Pain), {-0.1F, 0.4F, 0.2F}, 0.02F, 6);
    CHECK(renderer.draw(scene).pixels < 3 * one);
}

TEST_CASE("paint that the view does not show costs no redraw") {
    render::Scene scene = testScene();
    map::BodyMap map = emptyMap();
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    dab(map.layer(LayerKind::Pain), kBack, 0.03F, 6);
    const render::Drawn drawn = renderer.draw(scene);
    CHECK(drawn.triangles < 400);
    checkLikeNew(renderer, scene);
}
