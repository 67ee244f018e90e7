#include "ui/checkin_widgets.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

struct BigInk {
    Colour face, ink, edge;
    float thickness = 1.5F;
};

BigInk inkOf(const Theme& theme, const BigButton& look, const Press& press) {
    constexpr Colour none = withAlpha(rgb(0x000000), 0);
    const bool quiet = look.kind == BigButton::Kind::Quiet;
    if (!look.enabled)
        return {quiet ? none : theme.background, theme.disabled, quiet ? none : theme.hairline};
    if (look.kind == BigButton::Kind::Primary) {
        const Colour face = press.held      ? theme.accentPressed
                            : press.hovered ? theme.accentHovered
                                            : theme.accent;
        return {face, theme.onAccent, face};
    }
    if (look.chosen) return {press.held ? theme.pressed : theme.chosen, theme.onChosen, theme.accent, 3.0F};
    const Colour rest = quiet ? none : theme.control;
    const Colour face = press.held ? theme.pressed : press.hovered ? theme.hovered : rest;
    return {face, theme.text, quiet ? none : theme.border};
}

// Icon and text in the middle; a text that is too long for one line takes two.
void writeFace(const Ui& ui, const Rect& rect, const BigButton& look, const Font& font, Colour ink) {
    const float space = ui.dp(10.0F);
    const float icon = textWidth(ui.fonts.body, look.icon);
    if (look.text.empty()) return write(rect, ui.fonts.body, ink, look.icon, 0.5F);
    const float room = rect.width - (icon > 0.0F ? icon + space : 0.0F);
    const float line = textWidth(font, look.text);
    const bool fits = line <= room;
    const float width = std::ceil(std::min(line, room) + (icon > 0.0F ? icon + space : 0.0F)) + 1.0F;
    Rect group = centred(rect, std::min(width, rect.width), rect.height);
    if (icon > 0.0F) {
        const Rect cell = look.iconAfter ? cutRight(group, icon, space) : cutLeft(group, icon, space);
        write(cell, ui.fonts.body, ink, look.icon);
    }
    if (fits) {
        group.width += 1.0F;  // what rounding took
        return write(group, font, ink, look.text, 0.5F);
    }
    const float height = wrappedHeight(font, look.text, group.width);
    writeCentred({group.x, rect.centreY() - height / 2.0F, group.width, height}, font, ink, look.text);
}

// The cell without its ring.
void drawLevelFace(const Ui& ui, const Rect& cell, int level, bool enabled, const Press& state) {
    const Theme& theme = *ui.theme;
    const bool none = level == 0;
    const float rounding = ui.dp(client::kRounding);
    if (ui.blackAndWhite && !none && enabled) {
        drawNumberedPattern(ui, cell, map::LayerKind::Pain, level, ui.fonts.strong);
        return outline(cell, rgb(0x000000), 0.0F, ui.dp(1.5F));
    }
    const LevelLook look = levelLook(map::LayerKind::Pain, std::max(level, 1));
    const Colour full = none ? theme.control : look.face;
    const Colour digit = none ? theme.text : look.digit;
    const Colour face =
        !enabled ? mix(full, theme.background, 0.7F) : mix(full, theme.text, state.held ? 0.12F : 0.0F);
    fill(cell, face, rounding);
    if (none || !enabled) outline(cell, enabled ? theme.border : theme.hairline, rounding, ui.dp(1.5F));
    write(cell, ui.fonts.strong, enabled ? digit : theme.disabled, std::to_string(level), 0.5F);
}

void drawLevel(const Ui& ui, const Rect& cell, int level, bool chosen, bool enabled, const Press& state) {
    const Theme& theme = *ui.theme;
    const float rounding = ui.dp(client::kRounding);
    drawLevelFace(ui, cell, level, enabled, state);
    if (chosen && enabled) {
        outline(cell.inset(-ui.dp(4.0F)), theme.text, rounding + ui.dp(4.0F), ui.dp(4.0F));
    } else if (state.hovered) {
        outline(cell.inset(-ui.dp(3.0F)), theme.border, rounding + ui.dp(3.0F), ui.dp(2.0F));
    }
}

}  // namespace

float checkInScale(float scale, float width, float height) {
    const float fits = std::min(width / client::kLeastWidth, height / client::kLeastHeight);
    constexpr float kLarger = 1.35F;
    return std::max(std::min(scale * kLarger, fits), 0.4F);
}

bool bigButton(Ui& ui, const std::string& name, const Rect& rect, const BigButton& look) {
    const Press state = press(ui, name, rect, look.enabled);
    const BigInk ink = inkOf(*ui.theme, look, state);
    const float rounding = ui.dp(client::kRounding);
    fill(rect, ink.face, rounding);
    outline(rect, ink.edge, rounding, ui.dp(ink.thickness));
    const bool strong = look.kind == BigButton::Kind::Primary || look.chosen;
    const Font& font = look.small ? (strong ? ui.fonts.smallStrong : ui.fonts.small)
                                  : (strong ? ui.fonts.strong : ui.fonts.body);
    writeFace(ui, rect.inset(ui.dp(6.0F)), look, font, ink.ink);
    return state.pressed;
}

bool bigCommand(Ui& ui, const char* command, const Rect& rect, const BigButton& look,
                std::optional<Action>& asked) {
    const bool pressed = bigButton(ui, command, rect, look);
    if (pressed) keepFirst(asked, action::Run{command});
    return pressed;
}

std::optional<bool> holdButton(Ui& ui, const std::string& name, const Rect& rect, const std::string& text,
                               bool held, double share) {
    const Theme& theme = *ui.theme;
    const Press state = press(ui, name, rect);
    const float rounding = ui.dp(client::kRounding);
    fill(rect, state.hovered ? theme.hovered : theme.background, rounding);
    if (share > 0.0) {
        Rect done = rect;
        done.width = std::max(rect.width * static_cast<float>(share), 2.0F * rounding);
        fill(done, theme.pressed, rounding);
    }
    outline(rect, theme.hairline, rounding, ui.dp(1.5F));
    BigButton face;
    face.icon = icon::kLock;
    face.text = text;
    writeFace(ui, rect.inset(ui.dp(6.0F)), face, ui.fonts.small, theme.dim);
    return state.held == held ? std::nullopt : std::optional(state.held);
}

std::optional<int> painRow(Ui& ui, const Rect& rect, int level, bool enabled) {
    std::optional<int> pressed;
    Rect row = rect;
    const Colour ink = enabled ? ui.theme->text : ui.theme->disabled;
    const char* none = tr("none");
    const char* worst = tr("worst possible");
    const float left = std::ceil(textWidth(ui.fonts.small, none)) + 1.0F;
    const float right = ui.dp(84.0F);
    write(cutLeft(row, left, ui.dp(12.0F)), ui.fonts.small, ink, none, 1.0F);
    const Rect end = cutRight(row, right, ui.dp(12.0F));
    const float height = wrappedHeight(ui.fonts.small, worst, end.width);
    writeWrapped({end.x, end.centreY() - height / 2.0F, end.width, height}, ui.fonts.small, ink, worst);
    constexpr std::size_t kCells = 11;
    for (std::size_t i = 0; i < kCells; ++i) {
        const Rect cell = columnOf(row, i, kCells, ui.dp(client::kSpace));
        const int number = static_cast<int>(i);
        const Press state = press(ui, "checkin.level_" + std::to_string(number), cell, enabled);
        if (state.pressed) pressed = number;
        drawLevel(ui, cell, number, enabled && number == level, enabled, state);
    }
    return pressed;
}

void levelMark(const Ui& ui, float centreX, float centreY, float diameter, int level, const Font& font) {
    const LevelLook look =
        ui.blackAndWhite ? LevelLook{rgb(0xFFFFFF), rgb(0x000000)} : levelLook(map::LayerKind::Pain, level);
    ImGui::GetWindowDrawList()->AddCircleFilled({centreX, centreY}, diameter / 2.0F, toInk(look.face), 48);
    const Rect box{centreX - diameter / 2.0F, centreY - diameter / 2.0F, diameter, diameter};
    if (ui.blackAndWhite) outline(box, look.digit, diameter / 2.0F, ui.dp(1.5F));
    write(box, font, look.digit, std::to_string(level), 0.5F);
}

}  // namespace palpate::ui
