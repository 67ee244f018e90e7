#include "ui/theme.h"
#include "ui/colour.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate::ui;

namespace {

// Ratios are stated to one decimal.
constexpr double kRounding = 0.05;

struct Pair {
    const char* what;
    Colour ink, face;
    double least;
};

void checkPairs(const Theme& theme) {
    const Pair pairs[] = {
        {"text on the background", theme.text, theme.background, 7.0},
        {"dim on the background", theme.dim, theme.background, 4.5},
        {"text on what is hovered", theme.text, theme.hovered, 7.0},
        {"dim on what is hovered", theme.dim, theme.hovered, 4.5},
        {"text on what is pressed", theme.text, theme.pressed, 7.0},
        {"text on the accent", theme.onAccent, theme.accent, 4.5},
        {"text on the hovered accent", theme.onAccent, theme.accentHovered, 4.5},
        {"text on the pressed accent", theme.onAccent, theme.accentPressed, 4.5},
        {"what is chosen", theme.onChosen, theme.chosen, 4.5},
        {"dim on what is chosen", theme.dim, theme.chosen, 4.5},
        {"text on the client's colour", theme.onAuthor, theme.client, 4.5},
        {"text on the therapist's colour", theme.onAuthor, theme.therapist, 4.5},
        {"text on the client's soft colour", theme.text, theme.clientSoft, 7.0},
        {"text on the therapist's soft colour", theme.text, theme.therapistSoft, 7.0},
        {"a message", theme.onInfo, theme.info, 4.5},
        {"a warning", theme.onWarning, theme.warning, 4.5},
        {"an error", theme.onError, theme.error, 4.5},
        {"an error on a panel", theme.onError, theme.panel, 4.5},
        {"saved", theme.good, theme.panel, 4.5},
        {"the outline of a control", theme.border, theme.panel, 3.0},
        {"the outline of a control on the background", theme.border, theme.background, 3.0},
        {"the focus ring", theme.accent, theme.background, 3.0},
        {"the client's colour beside a panel", theme.client, theme.panel, 3.0},
        {"the therapist's colour beside a panel", theme.therapist, theme.panel, 3.0},
    };
    for (const Pair& pair : pairs) {
        CAPTURE(std::string(theme.name));
        CAPTURE(std::string(pair.what));
        CHECK(contrast(pair.ink, pair.face) >= pair.least);
    }
}

}  // namespace

TEST_CASE("contrast is the ratio that WCAG defines") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
    CHECK(contrast(rgb(0x777777), rgb(0x777777)) == doctest::Approx(1.0));
    // The grey that is known to miss 4.5 on white by a hair, and its neighbour that meets it.
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) < 4.5);
    CHECK(contrast(rgb(0x767676), rgb(0xFFFFFF)) > 4.5);
    CHECK(contrast(rgb(0x123456), rgb(0xFEDCBA)) == doctest::Approx(contrast(rgb(0xFEDCBA), rgb(0x123456))));
}

TEST_CASE("the light theme keeps the ratios it was chosen for") {
    const Theme& theme = lightTheme();
    CHECK(theme.background == rgb(0xF4F5F7));
    CHECK(theme.panel == rgb(0xFFFFFF));
    CHECK(contrast(theme.text, theme.panel) >= 16.6 - kRounding);
    CHECK(contrast(theme.dim, theme.panel) >= 6.6 - kRounding);
    CHECK(contrast(theme.accent, theme.panel) >= 6.0 - kRounding);
    CHECK(contrast(theme.border, theme.panel) >= 3.7 - kRounding);
    checkPairs(theme);
}

TEST_CASE("the dark theme keeps the ratios it was chosen for") {
    const Theme& theme = darkTheme();
    CHECK(theme.background == rgb(0x1E2228));
    CHECK(theme.panel == rgb(0x272C34));
    CHECK(contrast(theme.text, theme.panel) >= 11.6 - kRounding);
    CHECK(contrast(theme.dim, theme.panel) >= 6.4 - kRounding);
    CHECK(contrast(theme.accent, theme.panel) >= 5.6 - kRounding);
    CHECK(contrast(theme.border, theme.panel) >= 3.6 - kRounding);
    checkPairs(theme);
}

TEST_CASE("in high contrast every text is 7:1 or more and every outline 4.5:1") {
    for (const bool dark : {false, true}) {
        const Theme& theme = themeFor(dark, true);
        const Pair pairs[] = {
            {"text on a control", theme.text, theme.control, 7.0},
            {"text on the background", theme.text, theme.background, 7.0},
            {"text on what is hovered", theme.text, theme.hovered, 7.0},
            {"text on what is pressed", theme.text, theme.pressed, 7.0},
            {"dim on a panel", theme.dim, theme.panel, 7.0},
            {"dim on what is hovered", theme.dim, theme.hovered, 7.0},
            {"dim on what is chosen", theme.dim, theme.chosen, 7.0},
            {"what cannot be used now", theme.disabled, theme.panel, 7.0},
            {"text on the accent", theme.onAccent, theme.accent, 7.0},
            {"text on the hovered accent", theme.onAccent, theme.accentHovered, 7.0},
            {"text on the pressed accent", theme.onAccent, theme.accentPressed, 7.0},
            {"what is chosen", theme.onChosen, theme.chosen, 7.0},
            {"text on what is chosen", theme.text, theme.chosen, 7.0},
            {"text on the client's colour", theme.onAuthor, theme.client, 7.0},
            {"text on the therapist's colour", theme.onAuthor, theme.therapist, 7.0},
            {"text on the client's soft colour", theme.text, theme.clientSoft, 7.0},
            {"text on the therapist's soft colour", theme.text, theme.therapistSoft, 7.0},
            {"a message", theme.onInfo, theme.info, 7.0},
            {"a warning", theme.onWarning, theme.warning, 7.0},
            {"an error", theme.onError, theme.error, 7.0},
            {"an error on a panel", theme.onError, theme.panel, 7.0},
            {"saved", theme.good, theme.panel, 7.0},
            {"the accent as a text", theme.accent, theme.panel, 7.0},
            {"the outline of a control", theme.border, theme.panel, 4.5},
            {"what parts surfaces", theme.hairline, theme.panel, 4.5},
            {"the focus ring", theme.accent, theme.background, 4.5},
        };
        for (const Pair& pair : pairs) {
            CAPTURE(std::string(theme.name));
            CAPTURE(std::string(pair.what));
            CHECK(contrast(pair.ink, pair.face) >= pair.least);
        }
    }
}

TEST_CASE("client and therapist differ by more than a shade") {
    for (const Theme* theme : {&lightTheme(), &darkTheme(), &lightContrastTheme(), &darkContrastTheme()}) {
        const int red = std::abs(theme->client.red - theme->therapist.red);
        const int green = std::abs(theme->client.green - theme->therapist.green);
        CHECK(red + green > 60);
    }
}

TEST_CASE("mixing ends at both colours and never leaves them") {
    const Colour from = rgb(0x102030);
    const Colour to = rgb(0xF0E0D0);
    CHECK(mix(from, to, 0.0F) == from);
    CHECK(mix(from, to, 1.0F) == to);
    CHECK(mix(from, to, 7.0F) == to);
    CHECK(mix(from, to, 0.5F) == rgb(0x808080));
}
