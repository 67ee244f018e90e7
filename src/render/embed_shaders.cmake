# cmake -DOUTPUT=FILE.cpp "-DSHADERS=a.vert;b.frag" -P embed_shaders.cmake
# Writes the shaders' texts as string constants, so that the programs read no file for them.
set(table "")
foreach(shader IN LISTS SHADERS)
  get_filename_component(name "${shader}" NAME)
  file(READ "${shader}" text)
  string(APPEND table "    {\"${name}\", R\"glsl(${text})glsl\"},\n")
endforeach()
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT [=[#include "render/shader_source.h"

namespace palpate::render {

std::span<const ShaderText> allShaderTexts() {
    static constexpr ShaderText kTexts[] = {
@table@    };
    return kTexts;
}

}  // namespace palpate::render
]=] @ONLY)
