#include "app/pointer_input.h"

#include "commands/recording_context.h"
#include "core/hash.h"
#include "document/edit.h"
#include "gesture/event_stream.h"
#include "map/map_codec.h"
#include "support/standard_body.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

using namespace palpate;
using clinic::Author;

namespace {

// What is left of a recording that was played over a body, seen flat from the front.
struct Played {
    Played(const std::string& name, std::shared_ptr<const body::BodyModel> body, bool penSizes = false) {
        std::ifstream file(PALPATE_TEST_DATA "/pointer/" + name + ".txt");
        std::ostringstream text;
        text << file.rdbuf();
        const auto stream = gesture::parseEventStream(text.str());
        REQUIRE_MESSAGE(stream.has_value(), (stream ? "" : stream.error().message()));
        document::Document& document = context.document();
        document.body = std::move(body);
        document.appearance.penSizes = penSizes;
        for (document::OpenMap& open : document.maps) {
            open.map = map::BodyMap(document.body->mesh().topologyId(), document.body->mesh().vertexCount());
        }
        document::setViewport(document, glm::vec2(stream->size), static_cast<float>(stream->pixelsPerDp));
        document::viewFrom(document, body::StandardView::Front);
        before = document.camera;
        author = stream->forClient ? Author::Client : Author::Therapist;
        document::paintAs(document, author);
        app::PointerInput hand;
        for (const platform::PointerEvent& event : stream->events) {
            hand.tick(context, event.seconds);
            hand.handle(context, event, {.forClient = stream->forClient});
        }
        CHECK_FALSE(hand.isBusy());
    }

    [[nodiscard]] const document::OpenMap& open() { return test::mapOf(context.document(), author); }
    [[nodiscard]] std::string digest() {
        core::Fnv1a64 hash;
        hash.add(map::encodeMap(open().map));
        return hash.hex();
    }
    [[nodiscard]] const body::Camera& camera() { return context.document().camera; }
    // Painted vertices on the person's left between two heights in metres.
    [[nodiscard]] int painted(float low, float high) {
        const auto values = open().map.layer(map::LayerKind::Pain).values();
        const auto positions = context.document().body->mesh().positions();
        int count = 0;
        for (std::size_t v = 0; v < values.size(); ++v) {
            const glm::vec3& at = positions[v];
            count += map::isPainted(values[v]) && at.x > 0.0F && at.y > low && at.y < high ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] int paintedChest() { return painted(1.1F, 1.4F); }
    [[nodiscard]] int paintedLeg() { return painted(0.0F, 0.8F); }

    test::RecordingContext context;
    body::Camera before;
    Author author = Author::Therapist;
};

}  // namespace

// Each recording is played over the standard body and over the little man. He never changes, so only on him
// the whole map is expected bit for bit: its digest changes with the brush and with nothing else.
TEST_CASE("a recorded mouse paints on the chest and turns the body a quarter round") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("mouse", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().history.undoSteps() == 1);
        CHECK(played.paintedChest() > 10);
        CHECK(played.camera().yawDegrees == doctest::Approx(270.0));
        if (standard) continue;
        CHECK(played.digest() == "b28059f8cc7fef28");
    }
}

TEST_CASE("a recorded dab of a mouse that is gone when the picture comes is a dab and no streak") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("quick_release", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().history.undoSteps() == 1);
        const map::Layer& pain = played.open().map.layer(map::LayerKind::Pain);
        const body::SurfaceMesh& mesh = played.context.document().body->mesh();
        const auto under = document::pick(played.context.document(), {423.78F, 240.69F});
        REQUIRE(under);
        const glm::vec3 pressed = mesh.position(under->point);
        float farthest = 0.0F;
        for (std::size_t v = 0; v < pain.values().size(); ++v) {
            if (map::isPainted(pain.values()[v]))
                farthest = std::max(farthest, glm::distance(pressed, mesh.positions()[v]));
        }
        CHECK(farthest > 0.0F);
        CHECK(farthest <= 0.0151F);  // the therapist's brush of 3 cm
    }
}

TEST_CASE("a recorded second finger leaves no paint and no step, and moves the picture") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("two_fingers", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().map.isEmpty());
        CHECK(played.open().history.undoSteps() == 0);
        CHECK(played.camera().height < 0.75F * played.before.height);
        CHECK(played.camera().height > 0.55F * played.before.height);
        CHECK(played.camera().yawDegrees > 300.0F);
        CHECK(played.camera().yawDegrees < 330.0F);
    }
}

TEST_CASE("a recorded late finger changes nothing of the stroke") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("late_finger", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().history.undoSteps() == 1);
        CHECK(played.camera() == played.before);
        CHECK(played.paintedLeg() > 10);
        if (standard) continue;
        CHECK(played.digest() == "643827313ebbffdb");
    }
}

TEST_CASE(
    "a recorded pen paints, the hand that holds it does not, and a finger turns while the pen is near") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("pen_and_hand", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().history.undoSteps() == 1);
        CHECK(played.paintedChest() > 10);
        CHECK(played.camera().yawDegrees == doctest::Approx(310.0).epsilon(0.02));
        if (standard) continue;
        CHECK(played.digest() == "9259ea89d48e8927");
    }
}

TEST_CASE("a recorded pen paints as wide as it presses where that is wanted, in one step") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        const auto body = standard ? test::standardBody() : test::makeTestBody();
        Played wide("pen_and_hand", body), sized("pen_and_hand", body, true);
        CHECK(sized.open().history.undoSteps() == 1);
        CHECK(sized.open().entries > wide.open().entries);
        CHECK(sized.paintedChest() > 10);
        CHECK(sized.paintedChest() < wide.paintedChest());
        CHECK(sized.camera() == wide.camera());
        if (standard) continue;
        CHECK(sized.digest() != wide.digest());
    }
}

TEST_CASE("a recorded eraser end wipes what its pen painted, and nothing else") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("eraser_end", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().history.undoSteps() == 3);
        CHECK(played.paintedChest() > 10);
        CHECK(played.paintedLeg() == 0);
        if (standard) continue;
        CHECK(played.digest() == "c58e26d97cb29be1");
    }
}

TEST_CASE("recorded taps of two and three fingers undo and redo, and paint nothing") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("taps", standard ? test::standardBody() : test::makeTestBody());
        CHECK(played.open().history.undoSteps() == 1);
        CHECK(played.open().history.redoSteps() == 1);
        CHECK(played.paintedChest() > 10);
        CHECK(played.paintedLeg() == 0);
        CHECK(played.camera() == played.before);
        if (standard) continue;
        CHECK(played.digest() == "c58e26d97cb29be1");
    }
}

TEST_CASE("a client's recorded touches mark what they nearly met, and turn without tipping") {
    for (const bool standard : {true, false}) {
        CAPTURE(standard);
        Played played("client", standard ? test::standardBody() : test::makeTestBody());
        // The second of two equal touches changes nothing. The little man's legs are too thin to be nearly
        // met.
        CHECK(played.open().history.undoSteps() == (standard ? 2 : 1));
        CHECK((played.paintedLeg() > 10) == standard);
        CHECK(played.paintedChest() > 5);
        CHECK(played.camera().yawDegrees == doctest::Approx(270.0));
        CHECK(played.camera().pitchDegrees == 0.0F);
        if (standard) continue;
        CHECK(played.digest() == "8cd6aec24a3571a7");
    }
}

TEST_CASE("a place a little beside the body is the body's nearest, one farther away is none") {
    Played played("mouse", test::makeTestBody());
    document::Document& document = played.context.document();
    document::viewFrom(document, body::StandardView::Front);
    const glm::vec2 chest = document.camera.project(test::kChest, document.viewportSize);
    CHECK(app::nearestOnBody(document, chest, 16.0F) == chest);
    glm::vec2 outside = chest;
    while (document::pick(document, outside))
        outside.x += 1.0F;
    const auto near = app::nearestOnBody(document, outside + glm::vec2(10.0F, 0.0F), 16.0F);
    REQUIRE(near.has_value());
    CHECK(glm::distance(*near, outside + glm::vec2(10.0F, 0.0F)) <= 12.1F);
    CHECK_FALSE(app::nearestOnBody(document, {5.0F, 5.0F}, 16.0F).has_value());
}
