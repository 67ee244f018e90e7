#pragma once

#include "ui/colour.h"

namespace palpate::ui {

// Every colour of the window that is not a colour of the body or of what is painted on it (see palette.h).
// "On x" is text or an icon upon a surface filled with x.
struct Theme {
    const char* name;

    // Surfaces, from the back to the front
    Colour background;  // behind everything, and behind the body
    Colour panel;       // columns, bars, dialogs
    Colour control;     // the face of a button or field that rests
    Colour hovered;     // ... under the pointer
    Colour pressed;     // ... held down
    Colour hairline;    // parts one surface from another; carries no meaning

    // Ink
    Colour text;
    Colour dim;       // second in rank: captions, units, dates
    Colour disabled;  // what cannot be used now
    Colour border;    // the outline of a control

    // The one colour that says "here", "chosen" and "do this"
    Colour accent, accentHovered, accentPressed, onAccent;
    Colour chosen;    // soft accent: the face of what is chosen
    Colour onChosen;  // accent-coloured ink upon it

    // Who paints: never told by colour alone
    Colour client, clientSoft;
    Colour therapist, therapistSoft;
    Colour onAuthor;  // upon `client` or `therapist`

    // Messages: a soft face and ink that can be read on it
    Colour info, onInfo;
    Colour warning, onWarning;
    Colour error, onError;
    Colour good;  // "saved"

    Colour scrim;   // laid over the window while a dialog is open
    Colour shadow;  // the darkest part of a soft shadow
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
// Every text 7:1 or more on what it stands on, every outline 4.5:1 or more: WCAG 2.2, 1.4.6 (level AAA).
[[nodiscard]] const Theme& lightContrastTheme();
[[nodiscard]] const Theme& darkContrastTheme();
[[nodiscard]] inline const Theme& themeFor(bool dark, bool highContrast = false) {
    if (highContrast) return dark ? darkContrastTheme() : lightContrastTheme();
    return dark ? darkTheme() : lightTheme();
}

}  // namespace palpate::ui
