#include "naive_draw.h"

#include <glad/gl.h>

#include <glm/gtc/type_ptr.hpp>

namespace palpate::bench {

namespace {

constexpr const char* kVertexShader = R"(#version 330 core
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
uniform mat4 transform;
out vec3 facing;
void main() { facing = normal; gl_Position = transform * vec4(position, 1.0); }
)";

constexpr const char* kFragmentShader = R"(#version 330 core
in vec3 facing;
uniform vec3 light;
out vec4 colour;
void main() { colour = vec4(vec3(0.86, 0.82, 0.78) * (0.4 + 0.6 * max(dot(normalize(facing), light), 0.0)), 1.0); }
)";

unsigned shaderOf(unsigned kind, const char* text) {
    const unsigned shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    return shader;
}

unsigned programOf() {
    const unsigned program = glCreateProgram();
    const unsigned vertex = shaderOf(GL_VERTEX_SHADER, kVertexShader);
    const unsigned fragment = shaderOf(GL_FRAGMENT_SHADER, kFragmentShader);
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    return program;
}

template <class Item>
void fill(unsigned target, unsigned buffer, std::span<const Item> items) {
    glBindBuffer(target, buffer);
    glBufferData(target, static_cast<GLsizeiptr>(items.size_bytes()), items.data(), GL_STATIC_DRAW);
}

void attribute(unsigned index) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, 3, GL_FLOAT, GL_FALSE, 0, nullptr);
}

}  // namespace

NaiveDraw::NaiveDraw(const body::SurfaceMesh& mesh, glm::ivec2 size)
    : m_size(size), m_indexCount(static_cast<int>(3 * mesh.triangles().size())), m_program(programOf()) {
    glGenVertexArrays(1, &m_vertices);
    glBindVertexArray(m_vertices);
    glGenBuffers(3, m_buffers);
    fill(GL_ARRAY_BUFFER, m_buffers[0], mesh.positions());
    attribute(0);
    fill(GL_ARRAY_BUFFER, m_buffers[1], mesh.normals());
    attribute(1);
    fill(GL_ELEMENT_ARRAY_BUFFER, m_buffers[2], mesh.triangles());
    glBindVertexArray(0);
    glGenFramebuffers(1, &m_framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    glGenRenderbuffers(1, &m_colour);
    glBindRenderbuffer(GL_RENDERBUFFER, m_colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size.x, size.y);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, m_colour);
    glGenRenderbuffers(1, &m_depth);
    glBindRenderbuffer(GL_RENDERBUFFER, m_depth);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, size.x, size.y);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, m_depth);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

NaiveDraw::~NaiveDraw() {
    glDeleteProgram(m_program);
    glDeleteVertexArrays(1, &m_vertices);
    glDeleteBuffers(3, m_buffers);
    glDeleteRenderbuffers(1, &m_colour);
    glDeleteRenderbuffers(1, &m_depth);
    glDeleteFramebuffers(1, &m_framebuffer);
}

void NaiveDraw::draw(const body::Camera& camera) const {
    const float aspect = static_cast<float>(m_size.x) / static_cast<float>(m_size.y);
    const glm::mat4 transform = camera.projectionMatrix(aspect) * camera.viewMatrix();
    const glm::vec3 light = camera.towardsEye();
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    glViewport(0, 0, m_size.x, m_size.y);
    glEnable(GL_DEPTH_TEST);
    glClearColor(0.96F, 0.96F, 0.97F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glUseProgram(m_program);
    glUniformMatrix4fv(glGetUniformLocation(m_program, "transform"), 1, GL_FALSE, glm::value_ptr(transform));
    glUniform3fv(glGetUniformLocation(m_program, "light"), 1, glm::value_ptr(light));
    glBindVertexArray(m_vertices);
    glDrawElements(GL_TRIANGLES, m_indexCount, GL_UNSIGNED_INT, nullptr);
    glBindVertexArray(0);
    glUseProgram(0);
    glDisable(GL_DEPTH_TEST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void finishDrawing() {
    glFinish();
}

}  // namespace palpate::bench
