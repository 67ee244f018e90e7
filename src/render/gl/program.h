#pragma once

#include "core/result.h"
#include "render/gl/handle.h"

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::render::gl {

// A linked pair of shaders and its uniforms.
class Program {
public:
    Program() = default;  // empty, makes no OpenGL call

    // `name` stands in the error, which holds what the driver's compiler said.
    [[nodiscard]] static core::Result<Program> build(std::string_view name, const std::string& vertexSource,
                                                     const std::string& fragmentSource);

    void use() const;
    // Of the program in use. A name that the shaders do not use is ignored: compilers drop what has no
    // effect.
    void set(std::string_view name, int value);
    void set(std::string_view name, float value);
    void set(std::string_view name, const glm::vec2& value);
    void set(std::string_view name, const glm::vec3& value);
    void set(std::string_view name, const glm::vec4& value);
    void set(std::string_view name, const glm::mat3& value);
    void set(std::string_view name, const glm::mat4& value);
    void set(std::string_view name, std::span<const glm::vec3> values);

private:
    [[nodiscard]] int location(std::string_view name);

    ProgramHandle m_handle;
    std::vector<std::pair<std::string, int>> m_locations;  // found so far
};

}  // namespace palpate::render::gl
