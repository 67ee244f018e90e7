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

void setInks(gl::Program& painted) {
    using namespace image;
    painted.use();
    setColours(painted, "painColours", palette::kPain);
    setColours(painted, "tensionColours", palette::kTension);
    setColours(painted, "betterColours", palette::kBetter);
    setColours(painted, "worseColours", palette::kWorse);
}

// The palette never changes, so it is handed over once; what black and white has otherwise comes with each
// frame.
void setPalette(Programs& programs) {
    for (gl::Program* const program : {&programs.painted, &programs.cut})
        setInks(*program);
}

}  // namespace

core::Result<Programs> Programs::build() {
    auto bare =
        gl::Program::build("bare", shaderSource({"light.glsl", "skin.vert"}), shaderSource({"bare.frag"}));
    if (!bare) return bare.error();
    auto painted = gl::Program::build("painted", shaderSource({"light.glsl", "skin.vert"}, "PAINTED"),
                                      shaderSource({"light.glsl", "patterns.glsl", "painted.frag"}));
    if (!painted) return painted.error();
    auto cut = gl::Program::build("cut", shaderSource({"light.glsl", "skin.vert"}, "CUT"),
                                  shaderSource({"light.glsl", "patterns.glsl", "painted.frag"}, "CUT"));
    if (!cut) return cut.error();
    auto inside = gl::Program::build("inside", shaderSource({"light.glsl", "skin.vert"}, "INSIDE"),
                                     shaderSource({"inside.frag"}));
    if (!inside) return inside.error();
    auto stroke = gl::Program::build("stroke", shaderSource({"stroke.vert"}), shaderSource({"stroke.frag"}));
    if (!stroke) return stroke.error();
    auto shadow = gl::Program::build("shadow", shaderSource({"shadow.vert"}), shaderSource({"shadow.frag"}));
    if (!shadow) return shadow.error();
    auto vision = gl::Program::build("vision", shaderSource({"vision.vert"}), shaderSource({"vision.frag"}));
    if (!vision) return vision.error();
    Programs programs{std::move(*bare),   std::move(*painted), std::move(*cut),   std::move(*inside),
                      std::move(*stroke), std::move(*shadow),  std::move(*vision)};
    setPalette(programs);
    return programs;
}

}  // namespace palpate::render
