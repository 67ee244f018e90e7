#pragma once

#include "core/result.h"

#include <imgui.h>

#include <filesystem>

namespace palpate::ui {

// A typeface at one size of the current atlas. `face` belongs to the atlas and dies with it.
struct Font {
    ImFont* face = nullptr;
    float pixels = 0.0F;
};

// The five voices of the window. All hold the icons of icons.h.
struct Fonts {
    Font body, strong, heading, small, smallStrong;
};

// Heights of text in dp.
struct TextSizes {
    float body = 17.0F, small = 14.0F, heading = 22.0F;
    friend bool operator==(const TextSizes&, const TextSizes&) = default;
};
// The client's: larger, for tired eyes at arm's length.
inline constexpr TextSizes kClientText{24.0F, 20.0F, 34.0F};

// Clears the atlas of the current Dear ImGui context and fills it anew, so that text is as crisp at 300 % as
// at 100 %: Inter Regular and SemiBold with Font Awesome merged in, from the files in `folder`, at `scale`
// pixels a dp. What held the old fonts must take the new ones. Errors: a font file that is missing or cannot
// be read.
[[nodiscard]] core::Result<Fonts> loadFonts(const std::filesystem::path& folder, float scale,
                                            const TextSizes& sizes = {});

}  // namespace palpate::ui
