#pragma once

#include "ui/rect.h"
#include "ui/ui.h"
#include "ui/vault/secret_text.h"

#include <string>

namespace palpate::ui {

struct SecretField {
    std::string hint = {};   // shown while it is empty
    bool wrong = false;      // outlined as needing attention
    bool takeFocus = false;  // the keyboard starts here
    bool enabled = true;
    bool stars = true;  // a star for each letter until the eye is pressed; else always readable
    bool eye = true;    // beside it, if there are stars
};
// One line to type a secret into, edited in place, with an eye that shows it. True in the frame in which it
// changed. Implemented beside the other text fields.
bool secretField(Ui& ui, const std::string& name, const Rect& rect, SecretText& text,
                 const SecretField& look);

}  // namespace palpate::ui
