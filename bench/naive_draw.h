#pragma once

#include "body/camera.h"
#include "body/surface_mesh.h"

#include <glm/vec2.hpp>

namespace palpate::bench {

// A mesh drawn as a first program draws it: all triangles in one call, one light, no paint, no lines, into a
// picture of its own. Uses the context that is current, whose functions a render::Device has loaded.
class NaiveDraw {
public:
    NaiveDraw(const body::SurfaceMesh& mesh, glm::ivec2 size);
    NaiveDraw(const NaiveDraw&) = delete;
    NaiveDraw& operator=(const NaiveDraw&) = delete;
    ~NaiveDraw();

    void draw(const body::Camera& camera) const;

private:
    glm::ivec2 m_size;
    int m_indexCount = 0;
    unsigned m_program = 0, m_vertices = 0, m_buffers[3] = {0, 0, 0};
    unsigned m_framebuffer = 0, m_colour = 0, m_depth = 0;
};

// Waits until the driver has drawn what it was asked to.
void finishDrawing();

}  // namespace palpate::bench
