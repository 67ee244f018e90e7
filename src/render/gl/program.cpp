#include "render/gl/program.h"

#include "core/text.h"

#include <glad/gl.h>
#include <glm/gtc/type_ptr.hpp>

#include <algorithm>

namespace palpate::render::gl {

namespace {

// A shader is needed only until its program is linked.
class Shader {
public:
    explicit Shader(GLenum stage) : m_name(glCreateShader(stage)) {}
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    ~Shader() { glDeleteShader(m_name); }

    [[nodiscard]] GLuint name() const { return m_name; }

    // "" or what the compiler said.
    std::string compile(const std::string& source) {
        const char* const text = source.c_str();
        glShaderSource(m_name, 1, &text, nullptr);
        glCompileShader(m_name);
        GLint isCompiled = GL_FALSE;
        glGetShaderiv(m_name, GL_COMPILE_STATUS, &isCompiled);
        if (isCompiled == GL_TRUE) return "";
        GLint length = 0;
        glGetShaderiv(m_name, GL_INFO_LOG_LENGTH, &length);
        std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
        glGetShaderInfoLog(m_name, length, nullptr, log.data());
        return log.c_str()[0] != '\0' ? log.c_str() : "no reason given";
    }

private:
    GLuint m_name;
};

core::Error shaderError(std::string_view name, const std::string& log) {
    return {core::trf("The graphics driver refused the shader \"{0}\": {1}", {name, log}), "",
            core::tr("Update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again.")};
}

std::string linkLog(GLuint program) {
    GLint isLinked = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &isLinked);
    if (isLinked == GL_TRUE) return "";
    GLint length = 0;
    glGetProgramiv(program, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
    glGetProgramInfoLog(program, length, nullptr, log.data());
    return log.c_str()[0] != '\0' ? log.c_str() : "no reason given";
}

}  // namespace

core::Result<Program> Program::build(std::string_view name, const std::string& vertexSource,
                                     const std::string& fragmentSource) {
    Shader vertex(GL_VERTEX_SHADER);
    Shader fragment(GL_FRAGMENT_SHADER);
    if (const std::string log = vertex.compile(vertexSource); !log.empty()) return shaderError(name, log);
    if (const std::string log = fragment.compile(fragmentSource); !log.empty()) return shaderError(name, log);
    Program program;
    program.m_handle = ProgramHandle::create();
    const GLuint id = program.m_handle.name();
    glAttachShader(id, vertex.name());
    glAttachShader(id, fragment.name());
    glLinkProgram(id);
    const std::string log = linkLog(id);
    glDetachShader(id, vertex.name());
    glDetachShader(id, fragment.name());
    if (!log.empty()) return shaderError(name, log);
    return program;
}

void Program::use() const {
    glUseProgram(m_handle.name());
}

int Program::location(std::string_view name) {
    const auto known = std::find_if(m_locations.begin(), m_locations.end(),
                                    [name](const auto& entry) { return entry.first == name; });
    if (known != m_locations.end()) return known->second;
    std::string text(name);
    const int found = glGetUniformLocation(m_handle.name(), text.c_str());
    m_locations.emplace_back(std::move(text), found);
    return found;
}

void Program::set(std::string_view name, int value) {
    glUniform1i(location(name), value);
}
void Program::set(std::string_view name, float value) {
    glUniform1f(location(name), value);
}
void Program::set(std::string_view name, const glm::vec2& value) {
    glUniform2fv(location(name), 1, glm::value_ptr(value));
}
void Program::set(std::string_view name, const glm::vec3& value) {
    glUniform3fv(location(name), 1, glm::value_ptr(value));
}
void Program::set(std::string_view name, const glm::vec4& value) {
    glUniform4fv(location(name), 1, glm::value_ptr(value));
}
void Program::set(std::string_view name, const glm::mat3& value) {
    glUniformMatrix3fv(location(name), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(std::string_view name, const glm::mat4& value) {
    glUniformMatrix4fv(location(name), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(std::string_view name, std::span<const glm::vec3> values) {
    if (!values.empty()) {
        glUniform3fv(location(name), static_cast<GLsizei>(values.size()), glm::value_ptr(values.front()));
    }
}

}  // namespace palpate::render::gl
