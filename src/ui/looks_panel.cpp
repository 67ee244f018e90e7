#include "ui/looks_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <cmath>
#include <string>
#include <vector>

namespace palpate::ui {
namespace {

using core::tr;

// Two ways of which a command goes from the one to the other.
std::optional<Action> drawPair(Ui& ui, const char* title, const CommandItem& toggle, const char* off,
                               const char* on, bool isOn) {
    caption(ui, title);
    const std::array segments{Segment{.name = toggle.name + ".off",
                                      .text = off,
                                      .tip = toggle.title,
                                      .shortcut = toggle.shortcut,
                                      .chosen = !isOn},
                              Segment{.name = toggle.name + ".on",
                                      .text = on,
                                      .tip = toggle.title,
                                      .shortcut = toggle.shortcut,
                                      .chosen = isOn}};
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    gap(ui.dp(12.0F));
    if (!pressed || (*pressed == 1) == isOn) return std::nullopt;
    return action::Run{toggle.name};
}

std::optional<Action> drawSize(Ui& ui, const LooksModel& model) {
    std::optional<Action> asked;
    caption(ui, tr("Size of everything"));
    Rect row = takeRow(ui.dp(size::kControl));
    const auto step = [&](const CommandItem& item, const char* icon, const Rect& rect) {
        const Button look{.kind = Button::Kind::Plain,
                          .icon = icon,
                          .tip = item.title,
                          .shortcut = item.shortcut,
                          .enabled = item.enabled};
        if (button(ui, item.name, rect, look)) keepFirst(asked, action::Run{item.name});
    };
    const float control = ui.dp(56.0F);
    step(model.smaller, icon::kMinus, cutLeft(row, control));
    step(model.larger, icon::kPlus, cutRight(row, control));
    const auto percent = static_cast<int>(std::lround(100.0 * model.appearance.scale));
    write(row, ui.fonts.strong, ui.theme->text, core::trf("{0} %", {std::to_string(percent)}), 0.5F);
    gap(ui.dp(12.0F));
    return asked;
}

// One below the other: the names are long, and a list is easier to hit.
std::optional<Action> drawVisions(Ui& ui, const LooksModel& model) {
    std::optional<Action> asked;
    caption(ui, tr("Seen as by"));
    const Rect all = takeRow(2.0F * ui.dp(size::kControl) + ui.dp(6.0F));
    for (std::size_t i = 0; i < image::kVisions.size(); ++i) {
        const float height = ui.dp(size::kControl);
        Rect row{all.x, all.y + static_cast<float>(i / 2) * (height + ui.dp(6.0F)), all.width, height};
        const Button look{.kind = Button::Kind::Plain,
                          .text = image::visionName(image::kVisions[i]),
                          .tip = model.visions[i].title,
                          .chosen = model.appearance.vision == image::kVisions[i]};
        if (button(ui, model.visions[i].name, columnOf(row, i % 2, 2, ui.dp(6.0F)), look))
            keepFirst(asked, action::Run{model.visions[i].name});
    }
    return asked;
}

}  // namespace

LooksModel makeLooksModel(const document::Document& document) {
    LooksModel model;
    model.appearance = document.appearance;
    model.dark = commandItem(document, "look.dark");
    model.contrast = commandItem(document, "look.contrast");
    model.motion = commandItem(document, "look.motion");
    model.larger = commandItem(document, "look.larger");
    model.smaller = commandItem(document, "look.smaller");
    model.blackAndWhite = commandItem(document, "look.black_and_white");
    for (std::size_t i = 0; i < image::kVisions.size(); ++i)
        model.visions[i] =
            commandItem(document, std::string("look.vision_") + image::visionId(image::kVisions[i]));
    return model;
}

std::optional<Action> drawLooks(Ui& ui, const LooksModel& model) {
    const document::Appearance& looks = model.appearance;
    std::optional<Action> asked =
        drawPair(ui, tr("Brightness"), model.dark, tr("Light"), tr("Dark"), looks.dark);
    keepFirst(asked,
              drawPair(ui, tr("Contrast"), model.contrast, tr("Usual"), tr("High"), looks.highContrast));
    keepFirst(asked, drawSize(ui, model));
    keepFirst(asked,
              drawPair(ui, tr("Movement"), model.motion, tr("Smooth"), tr("None"), looks.reduceMotion));
    keepFirst(asked, drawPair(ui, tr("Body and paint"), model.blackAndWhite, tr("In colour"),
                              tr("Black and white"), looks.blackAndWhite));
    keepFirst(asked, drawVisions(ui, model));
    return asked;
}

}  // namespace palpate::ui
