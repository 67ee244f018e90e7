#include "ui/figure_choice.h"

#include "body/figures.h"
#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

void drawEntry(const Ui& ui, const Rect& card, const FigureChoice::Entry& entry, const Press& state) {
    const Theme& theme = *ui.theme;
    const float rounding = ui.dp(size::kFrameRounding);
    const Colour face = entry.chosen    ? theme.chosen
                        : state.held    ? theme.pressed
                        : state.hovered ? theme.hovered
                                        : theme.control;
    fill(card, face, rounding);
    outline(card, entry.chosen ? theme.accent : theme.border, rounding, ui.dp(entry.chosen ? 2.0F : 1.0F));
    Rect inside = card.inset(ui.dp(4.0F));
    const Rect name = cutBottom(inside, ui.dp(26.0F));
    const std::string text = entry.chosen ? std::string(icon::kCheck) + "  " + entry.name : entry.name;
    write(name, entry.chosen ? ui.fonts.smallStrong : ui.fonts.small,
          entry.chosen ? theme.onChosen : theme.text, text, 0.5F);
    fill(inside, theme.background, rounding);
    if (entry.texture == 0) return write(inside, ui.fonts.small, theme.dim, tr("Drawing"), 0.5F);
    const float height = std::min(inside.height, inside.width / FigureChoice::kAspect);
    const Rect picture = centred(inside, std::round(height * FigureChoice::kAspect), std::round(height));
    compat::addImage(*ImGui::GetWindowDrawList(), entry.texture, minOf(picture), maxOf(picture), {0.0F, 0.0F},
                     {1.0F, 1.0F});
}

}  // namespace

FigureChoice makeFigureChoice(std::string_view chosen) {
    FigureChoice choice;
    for (const char* const figure : body::kFigures)
        choice.entries.push_back({figure, body::figureName(figure), 0, chosen == figure});
    return choice;
}

std::optional<std::string> drawFigureChoice(Ui& ui, const Rect& rect, const FigureChoice& choice,
                                            const std::string& prefix) {
    std::optional<std::string> pressed;
    for (std::size_t i = 0; i < choice.entries.size(); ++i) {
        const FigureChoice::Entry& entry = choice.entries[i];
        const Rect card = columnOf(rect, i, choice.entries.size(), ui.dp(8.0F));
        const Press state = press(ui, prefix + entry.id, card);
        if (state.pressed) pressed = entry.id;
        drawEntry(ui, card, entry, state);
    }
    return pressed;
}

FigureDialogModel makeFigureDialogModel(const document::Document& document) {
    return {makeFigureChoice(document.body->figure()), commandItem(document, "figure.neutral").enabled};
}

std::optional<Action> drawFigureDialog(Ui& ui, const FigureDialogModel& model) {
    std::optional<Action> asked;
    const float width = ImGui::GetContentRegionAvail().x;
    const float card =
        std::min(ui.dp(FigureChoice::kPictureHeight),
                 width / static_cast<float>(model.choice.entries.size()) / FigureChoice::kAspect);
    const auto pressed = drawFigureChoice(ui, takeRow(card + ui.dp(34.0F)), model.choice, "figure.");
    if (pressed && model.enabled) keepFirst(asked, action::Run{"figure." + *pressed});
    gap(ui.dp(12.0F));
    const std::string note = tr(
        "All maps of this client go along, point by point: nothing of them changes, and choosing the figure "
        "before brings back what you saw. Areas in cm\xC2\xB2 are measured on the figure that is chosen, "
        "unless height and weight are known.");
    writeWrapped(takeRow(wrappedHeight(ui.fonts.small, note, width)), ui.fonts.small, ui.theme->dim, note);
    gap(ui.dp(12.0F));
    Rect buttons = takeRow(ui.dp(size::kControl));
    const Button done{.kind = Button::Kind::Primary, .text = tr("Done")};
    if (button(ui, "dialog.close", cutRight(buttons, buttonWidth(ui, done)), done))
        keepFirst(asked, action::ShowDialog{Dialog::None});
    return asked;
}

}  // namespace palpate::ui
