#include "gesture/event_stream.h"

#include <doctest/doctest.h>

using namespace palpate;
using gesture::EventStream;
using gesture::parseEventStream;

namespace {

std::string errorOf(const char* text) {
    const auto parsed = parseEventStream(text);
    REQUIRE_FALSE(parsed.has_value());
    return parsed.error().message();
}

constexpr const char* kTitle = "palpate-pointer-stream 1\n";

}  // namespace

TEST_CASE("what was written is read again") {
    EventStream stream;
    stream.size = {640, 480};
    stream.pixelsPerDp = 1.5;
    stream.forClient = true;
    platform::PointerEvent event;
    event.id = 3;
    event.kind = platform::PointerKind::Eraser;
    event.phase = platform::PointerPhase::Press;
    event.button = platform::PointerButton::Primary;
    event.position = {12.25, 400.5};
    event.pixels = {18.375, 600.75};
    event.pressure = 0.625F;
    event.seconds = 1.25;
    event.modifiers.shift = true;
    stream.events.push_back(event);
    event.phase = platform::PointerPhase::Leave;
    event.modifiers = {.control = true};
    event.seconds = 2.0;
    stream.events.push_back(event);

    const auto read = parseEventStream(gesture::toText(stream));
    REQUIRE(read.has_value());
    CHECK(read->size == stream.size);
    CHECK(read->pixelsPerDp == 1.5);
    CHECK(read->forClient);
    REQUIRE(read->events.size() == 2);
    CHECK(read->events[0].id == 3);
    CHECK(read->events[0].kind == platform::PointerKind::Eraser);
    CHECK(read->events[0].phase == platform::PointerPhase::Press);
    CHECK(read->events[0].button == platform::PointerButton::Primary);
    CHECK(read->events[0].position == glm::dvec2(12.25, 400.5));
    CHECK(read->events[0].pixels == glm::dvec2(18.375, 600.75));
    CHECK(read->events[0].pressure == 0.625F);
    CHECK(read->events[0].modifiers == platform::Modifiers{.shift = true});
    CHECK(read->events[1].modifiers == platform::Modifiers{.control = true});
    CHECK(gesture::toText(*read) == gesture::toText(stream));
}

TEST_CASE("comments and empty lines are passed over") {
    const auto read =
        parseEventStream("# by hand\npalpate-pointer-stream 1\n\n0 mouse 0 hover - 1 2 1  # there\r\n");
    REQUIRE(read.has_value());
    CHECK(read->events.size() == 1);
}

TEST_CASE("what is wrong is named with its line") {
    CHECK(errorOf("") ==
          "This is no recording of a pointer (line 0). docs/pointer-streams.md says what a line holds.");
    CHECK(errorOf("{\"tool\":1}\n").find("no recording") != std::string::npos);
    CHECK(errorOf("palpate-pointer-stream 2\n").find("newer version") != std::string::npos);
    const std::string title = kTitle;
    CHECK(errorOf((title + "0 paw 0 press primary 1 2 1\n").c_str()).find("\"paw\" is not known (line 2)") !=
          std::string::npos);
    CHECK(
        errorOf((title + "0 mouse 0 press primary 1 x 1\n").c_str()).find("\"x\" is not a number (line 2)") !=
        std::string::npos);
    CHECK(errorOf((title + "0 mouse 0 press\n").c_str()).find("An event has a time") != std::string::npos);
    CHECK(errorOf((title + "picture 0 10 1\n").c_str()).find("wider and higher") != std::string::npos);
    CHECK(errorOf((title + "0 mouse 0 hover - 1 2 1 hyper\n").c_str()).find("\"hyper\"") !=
          std::string::npos);
    CHECK(errorOf((title + "0 mouse 0 hover - 1 1e99 1\n").c_str()).find("not a number") !=
          std::string::npos);
    CHECK(errorOf((title + "1 mouse 0 hover - 1 2 1\n0.5 mouse 0 hover - 1 2 1\n").c_str()).find("line 3") !=
          std::string::npos);
}
