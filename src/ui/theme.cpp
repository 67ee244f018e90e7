#include "ui/theme.h"

namespace palpate::ui {

const Theme& lightTheme() {
    static constexpr Theme theme{
        .name = "light",
        .background = rgb(0xF4F5F7),
        .panel = rgb(0xFFFFFF),
        .control = rgb(0xFFFFFF),
        .hovered = rgb(0xEEF0F3),
        .pressed = rgb(0xDDE2E8),
        .hairline = rgb(0xE1E4E8),
        .text = rgb(0x1B1F24),
        .dim = rgb(0x565E68),
        .disabled = rgb(0x9AA2AC),
        .border = rgb(0x7C8590),
        .accent = rgb(0x1663B5),
        .accentHovered = rgb(0x12559D),
        .accentPressed = rgb(0x0E4785),
        .onAccent = rgb(0xFFFFFF),
        .chosen = rgb(0xE3EEF9),
        .onChosen = rgb(0x1257A0),
        .client = rgb(0x1663B5),
        .clientSoft = rgb(0xE3EEF9),
        .therapist = rgb(0x6D3A9C),
        .therapistSoft = rgb(0xF1E8F8),
        .onAuthor = rgb(0xFFFFFF),
        .info = rgb(0xE3EEF9),
        .onInfo = rgb(0x123E6B),
        .warning = rgb(0xFFF3D1),
        .onWarning = rgb(0x5A3E00),
        .error = rgb(0xFDE7E5),
        .onError = rgb(0x8C1D18),
        .good = rgb(0x1B6E3C),
        .scrim = withAlpha(rgb(0x1B1F24), 110),
        .shadow = withAlpha(rgb(0x1B1F24), 24),
    };
    return theme;
}

const Theme& darkTheme() {
    static constexpr Theme theme{
        .name = "dark",
        .background = rgb(0x1E2228),
        .panel = rgb(0x272C34),
        .control = rgb(0x272C34),
        .hovered = rgb(0x323944),
        .pressed = rgb(0x3D4552),
        .hairline = rgb(0x363D47),
        .text = rgb(0xE8EAED),
        .dim = rgb(0xA9B0BA),
        .disabled = rgb(0x6E7783),
        .border = rgb(0x77818F),
        .accent = rgb(0x5AA9F5),
        .accentHovered = rgb(0x79BAF8),
        .accentPressed = rgb(0x94C8FA),
        .onAccent = rgb(0x08192B),
        .chosen = rgb(0x213A55),
        .onChosen = rgb(0x8FC5F9),
        .client = rgb(0x5AA9F5),
        .clientSoft = rgb(0x213A55),
        .therapist = rgb(0xC9A2F0),
        .therapistSoft = rgb(0x3A2F4B),
        .onAuthor = rgb(0x10151C),
        .info = rgb(0x213A55),
        .onInfo = rgb(0xCFE4FB),
        .warning = rgb(0x463A1C),
        .onWarning = rgb(0xF6D48B),
        .error = rgb(0x4A2B2B),
        .onError = rgb(0xFFB9B2),
        .good = rgb(0x7BD49B),
        .scrim = withAlpha(rgb(0x0B0D10), 150),
        .shadow = withAlpha(rgb(0x000000), 70),
    };
    return theme;
}

}  // namespace palpate::ui
