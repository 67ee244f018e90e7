#include "render/shadow_pass.h"

#include <glad/gl.h>

#include <array>
#include <cmath>

namespace palpate::render {

namespace {

void drawSpot(gl::Program& program, const glm::vec3& centre, const glm::vec2& radius, float strength) {
    program.set("spotCentre", centre);
    program.set("spotRadius", radius);
    program.set("strength", strength);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace

ShadowPass::ShadowPass() : m_corners(gl::Buffer::create()), m_array(gl::VertexArray::create()) {
    constexpr std::array<float, 8> kSquare{-1.0F, -1.0F, 1.0F, -1.0F, -1.0F, 1.0F, 1.0F, 1.0F};
    m_corners.setData(std::as_bytes(std::span(kSquare)), gl::Buffer::Usage::Static);
    m_array.setAttribute(0, m_corners, {2, gl::AttributeFormat::Type::Float, false, 2 * sizeof(float), 0});
}

void ShadowPass::draw(gl::Program& program, const GpuBody& body, const View& view) const {
    const auto& feet = body.footprints();
    if (view.eye().y <= feet[0].centre.y) return;
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    program.use();
    program.set("worldToClip", view.worldToClip());
    m_array.bind();
    const glm::vec3 middle = 0.5F * (feet[0].centre + feet[1].centre);
    const float apart = 0.5F * std::abs(feet[0].centre.x - feet[1].centre.x);
    drawSpot(program, middle, {apart + 2.2F * feet[0].radius.x, 1.5F * feet[0].radius.y}, 0.09F);
    for (const GpuBody::Footprint& foot : feet)
        drawSpot(program, foot.centre, foot.radius, 0.36F);
    gl::VertexArray::unbind();
    glDisable(GL_BLEND);
}

}  // namespace palpate::render
