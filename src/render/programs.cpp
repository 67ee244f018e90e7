#include "render/programs.h"

#include "image/palette.h"
#include "render/colour.h"
#include "render/shader_source.h"

#include <array>
#include <utility>

namespace palpate::render {

namespace {

template <std::size_t N>
void setColours(gl::Program& program, std::string_view name, const std::array<image::Rgba, N>& colours) {
    std::array<glm::vec3, N> values{};
    for (std::size_t i = 0; i < N; ++i)
        values[i] = toUnit(colours[i]);
    program.set(name, std::span<const glm::vec3>(values));
}

// The palette never changes, so it is handed over once.
void setPalette(Programs& programs) {
    using namespace image;
    for (gl::Program* const program : {&programs.bare, &programs.painted}) {
        program->use();
        program->set("bodyColour", glm::vec3(toUnit(palette::kBody)));
    }
    gl::Program& painted = programs.painted;
    setColours(painted, "painColours", palette::kPain);
    setColours(painted, "tensionColours", palette::kTension);
    painted.set("treatedColour", glm::vec3(toUnit(palette::kTreated)));
    painted.set("avoidColour", glm::vec3(toUnit(palette::kAvoid)));
    setColours(painted, "betterColours", palette::kBetter);
    setColours(painted, "worseColours", palette::kWorse);
    painted.set("lineColour", glm::vec3(toUnit(palette::kContour)));
}

}  // namespace

core::Result<Programs> Programs::build() {
    auto bare =
        gl::Program::build("bare", shaderSource({"light.glsl", "skin.vert"}), shaderSource({"bare.frag"}));
    if (!bare) return bare.error();
    auto painted = gl::Program::build("painted", shaderSource({"light.glsl", "skin.vert"}, "PAINTED"),
                                      shaderSource({"light.glsl", "patterns.glsl", "painted.frag"}));
    if (!painted) return painted.error();
    auto stroke = gl::Program::build("stroke", shaderSource({"stroke.vert"}), shaderSource({"stroke.frag"}));
    if (!stroke) return stroke.error();
    auto shadow = gl::Program::build("shadow", shaderSource({"shadow.vert"}), shaderSource({"shadow.frag"}));
    if (!shadow) return shadow.error();
    Programs programs{std::move(*bare), std::move(*painted), std::move(*stroke), std::move(*shadow)};
    setPalette(programs);
    return programs;
}

}  // namespace palpate::render
