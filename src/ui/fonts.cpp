#include "ui/fonts.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"

#include <cmath>
#include <string>
#include <system_error>

namespace palpate::ui {
namespace {

using core::tr;

constexpr const char* kRegular = "Inter-Regular.otf";
constexpr const char* kSemiBold = "Inter-SemiBold.otf";
constexpr const char* kIcons = "fontawesome-webfont.ttf";

// Latin with its extensions, punctuation, arrows and the signs that measures need. The atlas keeps pointers
// to these.
constexpr ImWchar kLatin[] = {0x0020, 0x017F, 0x2010, 0x2027, 0x2030, 0x203A, 0x2190, 0x2193,
                              0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};
// Names of people are written in these too.
constexpr ImWchar kNames[] = {0x0020, 0x017F, 0x0218, 0x021B, 0x0370, 0x03FF, 0x0400, 0x045F,
                              0x1E80, 0x1E85, 0x2010, 0x2027, 0x2030, 0x203A, 0x2190, 0x2193,
                              0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};

// The icons that are used, and no other of the font's 675: an atlas at 300 % stays small.
const ImWchar* iconRange() {
    static const ImVector<ImWchar> range = [] {
        ImFontGlyphRangesBuilder builder;
        for (const char* glyph : icon::kAll)
            builder.AddText(glyph);
        ImVector<ImWchar> built;
        builder.BuildRanges(&built);
        return built;
    }();
    return range.Data;
}

core::Result<void> checkFiles(const std::filesystem::path& folder) {
    for (const char* name : {kRegular, kSemiBold, kIcons}) {
        std::error_code ignored;
        const std::filesystem::path file = folder / name;
        if (std::filesystem::is_regular_file(file, ignored)) continue;
        return core::Error{tr("A font of the program is missing"), file.string(),
                           tr("Install Palpate again; its fonts belong in share/palpate/fonts.")};
    }
    return {};
}

Font addFont(const std::filesystem::path& folder, const char* name, float pixels, const ImWchar* range) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig text;
    text.OversampleH = 1;
    text.PixelSnapH = true;
    ImFont* face = atlas.AddFontFromFileTTF((folder / name).string().c_str(), pixels, &text, range);

    ImFontConfig icons;
    icons.MergeMode = true;
    icons.OversampleH = 1;
    icons.PixelSnapH = true;
    // Font Awesome sits on its own baseline; this puts it in the middle of Inter's capitals.
    icons.GlyphOffset = {0.0F, std::round(pixels * 0.03F)};
    const float iconPixels = std::round(pixels * 0.94F);
    if (face) {
        atlas.AddFontFromFileTTF((folder / kIcons).string().c_str(), iconPixels, &icons, iconRange());
    }
    return {face, pixels};
}

}  // namespace

core::Result<Fonts> loadFonts(const std::filesystem::path& folder, float scale, const TextSizes& sizes) {
    if (const core::Result<void> there = checkFiles(folder); !there) return there.error();
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    compat::useFreeType(atlas);
    const auto pixels = [scale](float dp) { return std::round(dp * scale); };
    // The first font is the one that Dear ImGui uses unasked.
    Fonts fonts;
    fonts.body = addFont(folder, kRegular, pixels(sizes.body), kNames);
    fonts.strong = addFont(folder, kSemiBold, pixels(sizes.body), kNames);
    fonts.heading = addFont(folder, kSemiBold, pixels(sizes.heading), kLatin);
    fonts.small = addFont(folder, kRegular, pixels(sizes.small), kLatin);
    fonts.smallStrong = addFont(folder, kSemiBold, pixels(sizes.small), kLatin);
    const bool added = fonts.body.face && fonts.strong.face && fonts.heading.face && fonts.small.face &&
                       fonts.smallStrong.face;
    if (!added || !compat::buildAtlas(atlas)) {
        return core::Error{tr("The program's fonts cannot be read"), folder.string(),
                           tr("Install Palpate again; its fonts belong in share/palpate/fonts.")};
    }
    return fonts;
}

}  // namespace palpate::ui
