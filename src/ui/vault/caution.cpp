#include "ui/vault/caution.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kCautionAir = 6.0F, kCautionSign = 34.0F, kCautionLabel = 138.0F, kCautionLines = 3.0F;  // dp
constexpr float kMostLines = 3.0F;

// Lines that were typed become one.
std::string oneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

float textRoom(const Ui& ui, float width) {
    return std::max(width - 2 * ui.dp(kCautionAir) - ui.dp(kCautionSign) - ui.dp(kCautionLabel),
                    ui.dp(60.0F));
}

float heightOf(const Ui& ui, float room, const std::string& text) {
    if (text.empty()) return 0.0F;
    return std::min(wrappedHeight(ui.fonts.small, text, room), kMostLines * ui.fonts.small.pixels);
}

void drawText(const Ui& ui, Rect& rest, const char* label, const std::string& text) {
    if (text.empty()) return;
    const float room = rest.width - ui.dp(kCautionLabel);
    Rect row = cutTop(rest, heightOf(ui, room, text), ui.dp(kCautionLines));
    Rect name = cutLeft(row, ui.dp(kCautionLabel));
    name.height = ui.fonts.small.pixels;
    write(name, ui.fonts.smallStrong, ui.theme->onWarning, label);
    ImGui::PushClipRect(minOf(row), maxOf(row), true);
    writeWrapped(row, ui.fonts.small, ui.theme->onWarning, text);
    ImGui::PopClipRect();
}

}  // namespace

CautionModel makeCautionModel(const document::Document& document) {
    const clinic::Client* client = document::openClientOf(document);
    if (client == nullptr) return {};
    return {oneLine(client->contraindications), oneLine(client->areasToAvoid)};
}

float cautionHeight(const Ui& ui, float width, const CautionModel& model) {
    if (model.isEmpty()) return 0.0F;
    const float room = textRoom(ui, width);
    const bool both = !model.contraindications.empty() && !model.areasToAvoid.empty();
    return heightOf(ui, room, model.contraindications) + heightOf(ui, room, model.areasToAvoid) +
           (both ? ui.dp(kCautionLines) : 0.0F) + 2 * ui.dp(kCautionAir);
}

std::optional<Action> drawCaution(Ui& ui, const Rect& rect, const CautionModel& model) {
    if (model.isEmpty()) return std::nullopt;
    const Press state = press(ui, "caution", rect);
    fill(rect, ui.theme->warning);
    fill({rect.x, rect.bottom() - ui.dp(1.0F), rect.width, ui.dp(1.0F)}, ui.theme->hairline);
    Rect inside = rect.inset(ui.dp(kCautionAir));
    Rect sign = cutLeft(inside, ui.dp(kCautionSign));
    sign.height = ui.fonts.small.pixels;
    write(sign, ui.fonts.body, ui.theme->onWarning, icon::kWarning, 0.4F);
    drawText(ui, inside, tr("Contraindications:"), model.contraindications);
    drawText(ui, inside, tr("Areas to avoid:"), model.areasToAvoid);
    std::string all = model.contraindications;
    if (!model.areasToAvoid.empty()) all += (all.empty() ? "" : "\n") + model.areasToAvoid;
    tip(ui, all);
    if (!state.pressed) return std::nullopt;
    return action::Run{"client.edit"};
}

}  // namespace palpate::ui
