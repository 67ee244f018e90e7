#include "render/shader_source.h"

#include <doctest/doctest.h>

using namespace palpate::render;

TEST_CASE("shaders are compiled in and put together under one version line") {
    const std::string source = shaderSource({"light.glsl", "skin.vert"}, "PAINTED");
    CHECK(source.rfind("#version 330 core\n#define PAINTED\n", 0) == 0);
    CHECK(source.find("lightOnPaint") < source.find("gl_Position"));
    CHECK(source.find("#version", 1) == std::string::npos);
    CHECK(source.find("#line 1 1") != std::string::npos);
}

TEST_CASE("every shader has a text and a name of its own") {
    for (const ShaderText& a : allShaderTexts()) {
        CHECK_FALSE(a.text.empty());
        int same = 0;
        for (const ShaderText& b : allShaderTexts())
            same += a.name == b.name ? 1 : 0;
        CHECK(same == 1);
    }
}
