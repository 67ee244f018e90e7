#include "render/gl/buffer.h"
#include "render/gl/functions.h"
#include "render/gl/program.h"
#include "render/gl/scene_target.h"
#include "render/gl_scene.h"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace palpate;
using namespace palpate::render;

TEST_CASE("an empty handle makes no OpenGL call and a moved one owns nothing") {
    const gl::BufferHandle nothing;
    CHECK_FALSE(static_cast<bool>(nothing));
    (void)test::testDevice();
    auto first = gl::BufferHandle::create();
    const gl::Name name = first.name();
    CHECK(name != 0);
    gl::BufferHandle second = std::move(first);
    CHECK(second.name() == name);
    CHECK_FALSE(static_cast<bool>(first));
}

TEST_CASE("a shader that does not compile is named with what the compiler said") {
    (void)test::testDevice();
    const auto program =
        gl::Program::build("broken", "#version 330 core\nvoid main() { gl_Position = nothing; }\n",
                           "#version 330 core\nvoid main() {}\n");
    REQUIRE_FALSE(program.has_value());
    CHECK(program.error().what.find("broken") != std::string::npos);
    CHECK(program.error().what.find("nothing") != std::string::npos);
}

TEST_CASE("shaders that do not fit together are refused when linked") {
    (void)test::testDevice();
    const auto program = gl::Program::build(
        "unlike",
        "#version 330 core\nout vec2 place;\nvoid main() { place = vec2(0.0); gl_Position = vec4(0.0); }\n",
        "#version 330 core\nin vec3 place;\nout vec4 colour;\nvoid main() { colour = vec4(place, 1.0); }\n");
    REQUIRE_FALSE(program.has_value());
    CHECK(program.error().what.find("unlike") != std::string::npos);
}

TEST_CASE("a buffer keeps its size and takes parts") {
    (void)test::testDevice();
    gl::Buffer buffer = gl::Buffer::create();
    const std::array<std::byte, 16> bytes{};
    buffer.setData(bytes, gl::Buffer::Usage::Dynamic);
    CHECK(buffer.size() == 16);
    buffer.update(4, std::span(bytes).first(12));
    CHECK(gl::takeErrors().empty());
}

TEST_CASE("a target can be resized and read") {
    (void)test::testDevice();
    gl::SceneTarget target;
    CHECK(target.colourTexture() == 0);
    target.resize({20, 10});
    CHECK(target.colourTexture() != 0);
    CHECK(target.read().width() == 20);
    target.resize({8, 9});
    CHECK(target.read().height() == 9);
    CHECK(gl::takeErrors().empty());
}

TEST_CASE("the context says who it is") {
    (void)test::testDevice();
    CHECK(gl::describeContext().find("?") == std::string::npos);
}
