# Dear ImGui with its GLFW and OpenGL 3 back ends and FreeType, as Debian packages it. Its .pc file forgets
# FreeType, and the package uses the system's stb.
pkg_check_modules(STB REQUIRED IMPORTED_TARGET stb)
find_path(IMGUI_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(IMGUI_LIBRARY imgui REQUIRED)
add_library(palpate_imgui INTERFACE)
target_include_directories(palpate_imgui SYSTEM INTERFACE "${IMGUI_INCLUDE_DIR}" "${IMGUI_INCLUDE_DIR}/backends")
target_link_libraries(palpate_imgui INTERFACE "${IMGUI_LIBRARY}" PkgConfig::STB Freetype::Freetype glfw OpenGL::GL)
