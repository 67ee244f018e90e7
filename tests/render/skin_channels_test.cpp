#include "render/skin_channels.h"
#include "map/body_map.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;
using namespace palpate::render;
using map::LayerKind;

namespace {

struct Setup {
    std::shared_ptr<const body::BodyModel> theBody = test::makeTestBody();
    map::BodyMap map{theBody->mesh().topologyId(), theBody->mesh().vertexCount()};
    SkinChannels channels{theBody};
    Scene scene;

    Setup() {
        scene.body = theBody;
        scene.pain = &map.layer(LayerKind::Pain);
    }
};

}  // namespace

TEST_CASE("only vertices that look different are reported, once") {
    Setup setup;
    setup.channels.update(setup.scene);
    CHECK(setup.channels.changedValues().empty());
    setup.map.layer(LayerKind::Pain).set(100, 70, 0);
    setup.map.layer(LayerKind::Pain).set(100, 60, 0);
    setup.channels.update(setup.scene);
    const auto changed = setup.channels.changedValues();
    CHECK(std::binary_search(changed.begin(), changed.end(), 100U));
    // The bare vertices beside it carry the border.
    CHECK(changed.size() == 1 + setup.theBody->mesh().neighbours(100).size());
    CHECK(setup.channels.hasChanged(SkinChannels::Pain));
    CHECK_FALSE(setup.channels.hasChanged(SkinChannels::Tension));
    CHECK(setup.channels.carries(100));
    setup.channels.acknowledge();
    setup.channels.update(setup.scene);
    CHECK(setup.channels.changedValues().empty());
}

TEST_CASE("a hidden layer is taken off the skin and comes back") {
    Setup setup;
    setup.map.layer(LayerKind::Pain).set(100, 70, 0);
    setup.channels.update(setup.scene);
    setup.scene.pain = nullptr;
    setup.channels.update(setup.scene);
    CHECK(setup.channels.values(SkinChannels::Pain)[100] == 0);
    CHECK_FALSE(setup.channels.carries(100));
    setup.scene.pain = &setup.map.layer(LayerKind::Pain);
    setup.channels.update(setup.scene);
    CHECK(setup.channels.values(SkinChannels::Pain)[100] == 70);
}

TEST_CASE("a difference replaces the layers and gives way to them again") {
    Setup setup;
    setup.map.layer(LayerKind::Pain).set(100, 70, 0);
    setup.channels.update(setup.scene);
    std::vector<std::int8_t> field(setup.map.vertexCount(), 0);
    field[200] = -30;
    setup.scene.difference = DifferenceField{field, 9};
    setup.channels.update(setup.scene);
    CHECK(setup.channels.values(SkinChannels::Pain)[100] == 0);
    CHECK(setup.channels.values(SkinChannels::Pain)[200] == -30);
    setup.scene.difference.reset();
    setup.channels.update(setup.scene);
    CHECK(setup.channels.values(SkinChannels::Pain)[100] == 70);
    CHECK(setup.channels.values(SkinChannels::Pain)[200] == 0);
}

TEST_CASE("the ring's surroundings are those that the brush reaches along the skin") {
    Setup setup;
    const auto hit = setup.theBody->bvh().nearest(test::kInnerArm, 0.05F);
    REQUIRE(hit.has_value());
    setup.scene.ring = BrushRing{hit->point, 0.04F, false, {}};
    setup.channels.update(setup.scene);
    const auto& mesh = setup.theBody->mesh();
    int reached = 0;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        if (setup.channels.overlays()[v].excess[0] == SkinChannels::kFar) continue;
        ++reached;
        CHECK(mesh.positions()[v].x > 0.18F);  // the arm, never the ribs
        CHECK(setup.channels.overlays()[v].excess[1] == SkinChannels::kFar);
    }
    CHECK(reached > 5);
    setup.scene.ring.reset();
    setup.channels.update(setup.scene);
    for (const auto& overlay : setup.channels.overlays())
        CHECK(overlay.excess[0] == SkinChannels::kFar);
}
