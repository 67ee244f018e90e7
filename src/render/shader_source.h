#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace palpate::render {

struct ShaderText {
    std::string_view name;  // the file's name in shaders/
    std::string_view text;
};

// Generated at build time from the files in shaders/.
[[nodiscard]] std::span<const ShaderText> allShaderTexts();

// The version line and the named files one after the other, each under its own name in the compiler's
// messages; `define` is defined as a macro unless it is empty. Naming a file that is not there is a broken
// promise.
[[nodiscard]] std::string shaderSource(std::initializer_list<std::string_view> names,
                                       std::string_view define = {});

}  // namespace palpate::render
