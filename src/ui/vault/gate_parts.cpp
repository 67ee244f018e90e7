#include "ui/vault/gate_parts.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/passphrase_strength.h"
#include "ui/vault/secret_field.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {

using core::tr;

void paragraph(const Ui& ui, Rect& rest, const Font& font, Colour ink, const std::string& text, float after) {
    if (text.empty()) return;
    const float height = wrappedHeight(font, text, rest.width);
    writeWrapped(cutTop(rest, height, ui.dp(after)), font, ink, text);
}

void title(const Ui& ui, Rect& rest, const char* icon, const std::string& text) {
    Rect row = cutTop(rest, ui.dp(34.0F), ui.dp(10.0F));
    if (*icon != '\0') write(cutLeft(row, ui.dp(34.0F)), ui.fonts.heading, ui.theme->accent, icon);
    write(row, ui.fonts.heading, ui.theme->text, text);
}

Rect labelled(const Ui& ui, Rect& rest, const std::string& label) {
    write(cutTop(rest, ui.dp(18.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, label);
    return cutTop(rest, ui.dp(size::kControl), ui.dp(14.0F));
}

void toldBox(const Ui& ui, Rect& rest, const BoxLook& look, const std::string& text) {
    if (text.empty()) return;
    const float air = ui.dp(10.0F), sign = ui.dp(26.0F);
    const float height = wrappedHeight(ui.fonts.body, text, rest.width - 2 * air - sign) + 2 * air;
    const Rect box = cutTop(rest, height, ui.dp(14.0F));
    fill(box, look.face, ui.dp(size::kFrameRounding));
    Rect inside = box.inset(air);
    Rect cell = cutLeft(inside, sign);
    cell.height = ui.fonts.body.pixels;
    write(cell, ui.fonts.body, look.ink, look.sign);
    writeWrapped(inside, ui.fonts.body, look.ink, text);
}

void problemBox(const Ui& ui, Rect& rest, const std::string& text) {
    toldBox(ui, rest, {ui.theme->error, ui.theme->onError, icon::kError}, text);
}

void drawRecent(Ui& ui, Rect& card, const char* caption, const GateModel& model,
                std::optional<GateAsk>& asked) {
    if (model.recent.empty()) return;
    write(cutTop(card, ui.dp(18.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, caption);
    for (const GateModel::Recent& recent : model.recent) {
        if (card.height < ui.dp(size::kControl)) return;
        Rect row = cutTop(card, ui.dp(size::kControl));
        // Two folders may have a file of the same name.
        if (listRow(ui, "recent." + recent.path, row, false).pressed)
            keepFirstAsk(asked, {GateAsk::Kind::Choose, GatePage::Unlock, recent.path});
        cutLeft(row, ui.dp(8.0F));
        write(cutLeft(row, row.width * 0.4F, ui.dp(8.0F)), ui.fonts.body, ui.theme->text, recent.name);
        write(row, ui.fonts.small, ui.theme->dim, recent.here ? recent.folder : tr("not there now"), 1.0F);
    }
}

namespace {

struct StrengthLook {
    const char* name;
    int steps;
    Colour ink;
};

StrengthLook lookOf(const Theme& theme, Strength strength) {
    switch (strength) {
        case Strength::TooShort:
            return {tr("Too short"), 0, theme.onError};
        case Strength::Weak:
            return {tr("Weak"), 1, theme.onError};
        case Strength::Fair:
            return {tr("Fair"), 2, theme.onWarning};
        case Strength::Good:
            return {tr("Good"), 3, theme.good};
        case Strength::Strong:
            break;
    }
    return {tr("Strong"), 4, theme.good};
}

}  // namespace

void drawStrength(const Ui& ui, Rect& rest, const SecretText& passphrase) {
    Rect row = cutTop(rest, ui.dp(20.0F), ui.dp(2.0F));
    Rect lines = cutTop(rest, ui.dp(38.0F), ui.dp(8.0F));
    const PassphraseStrength strength = passphraseStrength(passphrase.text());
    const StrengthLook look = lookOf(*ui.theme, strength.strength);
    const Rect word = cutRight(row, ui.dp(90.0F), ui.dp(10.0F));
    for (int step = 0; step < 4; ++step) {
        Rect piece = columnOf(row, static_cast<std::size_t>(step), 4, ui.dp(4.0F));
        piece = centred(piece, piece.width, ui.dp(6.0F));
        fill(piece, step < look.steps ? look.ink : ui.theme->hairline, ui.dp(3.0F));
    }
    if (!passphrase.empty()) write(word, ui.fonts.smallStrong, look.ink, look.name, 1.0F);
    const std::string text =
        strength.resists.empty() ? strength.reason : strength.reason + " " + strength.resists;
    writeWrapped(lines, ui.fonts.small, ui.theme->dim, text);
}

bool tick(Ui& ui, const std::string& name, const Rect& row, bool ticked, const std::string& text) {
    const Press state = listRow(ui, name, row, false);
    Rect inside = row;
    cutLeft(inside, ui.dp(6.0F));
    write(cutLeft(inside, ui.dp(26.0F)), ui.fonts.body, ticked ? ui.theme->accent : ui.theme->dim,
          ticked ? icon::kTicked : icon::kUnticked);
    write(inside, ui.fonts.body, ui.theme->text, text);
    return state.pressed;
}

namespace {

// In large groups, as many in a row as fit. The height used is taken off `rest`.
void drawKeyGroups(const Ui& ui, Rect& rest, std::string_view key) {
    const Font& font = ui.fonts.heading;
    const float cellWidth = ui.dp(112.0F), cellHeight = ui.dp(42.0F), space = ui.dp(8.0F);
    const auto each =
        static_cast<std::size_t>(std::max(1.0F, std::floor((rest.width + space) / (cellWidth + space))));
    std::size_t column = 0;
    Rect row;
    while (!key.empty()) {
        const std::size_t end = key.find_first_of("- \n");
        const std::string_view group = key.substr(0, end);
        key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
        if (group.empty()) continue;
        if (column == 0) row = cutTop(rest, cellHeight, space);
        const Rect cell = cutLeft(row, cellWidth, space);
        fill(cell, ui.theme->chosen, ui.dp(size::kFrameRounding));
        write(cell, font, ui.theme->onChosen, group, 0.5F);
        column = (column + 1) % each;
    }
    cutTop(rest, ui.dp(6.0F));
}

}  // namespace

KeyAsk drawKeyToKeep(Ui& ui, Rect& rest, KeyToShow show) {
    KeyAsk asked = KeyAsk::None;
    drawKeyGroups(ui, rest, show.key.text());
    Rect row = cutTop(rest, ui.dp(size::kControl), ui.dp(10.0F));
    const Button print{.icon = icon::kPrint, .text = tr("Print"), .tip = tr("Makes a sheet to be printed")};
    const Button save{.icon = icon::kDownload, .text = tr("Save as a file")};
    if (button(ui, "key.print", cutLeft(row, buttonWidth(ui, print), ui.dp(10.0F)), print))
        asked = KeyAsk::Print;
    if (button(ui, "key.save", cutLeft(row, buttonWidth(ui, save), ui.dp(10.0F)), save)) asked = KeyAsk::Save;
    paragraph(ui, rest, ui.fonts.small, ui.theme->dim,
              !show.note.empty()
                  ? show.note
                  : tr("Whoever finds a saved key opens the practice with it: move the file to a "
                       "stick and keep that locked away."));
    problemBox(ui, rest, show.problem);
    secretField(ui, "key.group", labelled(ui, rest, tr("Type one of the groups, to show that you have it")),
                show.typedGroup, {.hint = {}, .takeFocus = show.takeFocus, .stars = false});
    if (tick(ui, "key.kept", cutTop(rest, ui.dp(size::kControl), ui.dp(8.0F)), show.kept,
             tr("or tick: it is printed or written down")))
        show.kept = !show.kept;
    Rect buttons = cutBottom(rest, ui.dp(size::kControl));
    const Button done{.kind = Button::Kind::Primary,
                      .icon = icon::kCheck,
                      .text = show.done,
                      .enabled = isKeyKept(show.key, show.typedGroup, show.kept)};
    if (button(ui, "key.done", cutRight(buttons, buttonWidth(ui, done)), done)) asked = KeyAsk::Done;
    return asked;
}

}  // namespace palpate::ui
