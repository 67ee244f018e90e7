#include "core/text.h"
#include "report/canvas.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

namespace palpate::report {

namespace {

using Library = std::shared_ptr<FT_LibraryRec_>;

// What a cairo font face has to keep alive.
struct OpenFace {
    Library library;
    FT_Face face = nullptr;
    ~OpenFace() {
        if (face != nullptr) FT_Done_Face(face);
    }
};

Library openLibrary() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    return {library, FT_Done_FreeType};
}

const cairo_user_data_key_t kOpenFaceKey{};

std::shared_ptr<cairo_font_face_t> openFace(const Library& library, const std::filesystem::path& file) {
    auto open = std::make_unique<OpenFace>();
    open->library = library;
    if (!library || FT_New_Face(library.get(), file.c_str(), 0, &open->face) != 0) return nullptr;
    cairo_font_face_t* face = cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING);
    // cairo may keep a face in its cache after the last owner let go, so cairo says when FreeType may close
    // it.
    const auto destroy = [](void* data) { delete static_cast<OpenFace*>(data); };
    if (cairo_font_face_set_user_data(face, &kOpenFaceKey, open.get(), destroy) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(face);
        return nullptr;
    }
    static_cast<void>(open.release());
    return {face, cairo_font_face_destroy};
}

}  // namespace

core::Result<Fonts> Fonts::load(const std::filesystem::path& resourceFolder) {
    const Library library = openLibrary();
    Fonts fonts;
    const std::array<const char*, 2> names{"Inter-Regular.otf", "Inter-SemiBold.otf"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::filesystem::path file = resourceFolder / "fonts" / names[i];
        fonts.m_faces[i] = openFace(library, file);
        if (!fonts.m_faces[i]) {
            return core::Error{core::tr("A font that documents are set in cannot be read"), file.string(),
                               core::tr("Install Palpate again, or set PALPATE_RESOURCES to the folder that "
                                        "holds models and fonts.")};
        }
    }
    return fonts;
}

}  // namespace palpate::report
