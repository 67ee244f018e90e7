#include "render/shader_source.h"

#include "core/check.h"

#include <algorithm>

namespace palpate::render {

std::string shaderSource(std::initializer_list<std::string_view> names, std::string_view define) {
    std::string source = "#version 330 core\n";
    if (!define.empty()) source += "#define " + std::string(define) + "\n";
    int number = 0;
    for (const std::string_view name : names) {
        const auto texts = allShaderTexts();
        const auto found = std::find_if(texts.begin(), texts.end(),
                                        [name](const ShaderText& text) { return text.name == name; });
        core::check(found != texts.end(), "every shader that is asked for was compiled in");
        // OpenGL's messages name a string of text by its number only: the order of `names`.
        source += "#line 1 " + std::to_string(number++) + "\n";
        source += found->text;
    }
    return source;
}

}  // namespace palpate::render
