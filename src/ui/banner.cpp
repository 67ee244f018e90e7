#include "ui/banner.h"

#include "commands/registry.h"
#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace palpate::ui {
namespace {

using document::Notice;

constexpr std::size_t kMostShown = 3;

struct NoticeLook {
    Colour face, ink;
    const char* icon;
};

NoticeLook lookOf(const Theme& theme, Notice::Kind kind) {
    switch (kind) {
        case Notice::Kind::Error:
            return {theme.error, theme.onError, icon::kError};
        case Notice::Kind::Warning:
            return {theme.warning, theme.onWarning, icon::kWarning};
        case Notice::Kind::Info:
            break;
    }
    return {theme.info, theme.onInfo, icon::kInfo};
}

constexpr float kBannerPadding = 4.0F, kBannerSign = 34.0F, kBannerAir = 8.0F;  // dp

// What the banner offers beside putting it away.
std::optional<Button> offerOf(const Notice& notice) {
    if (!notice.folder.empty())
        return Button{.icon = icon::kFolder, .text = core::tr("Show in folder"), .tip = notice.folder};
    if (notice.command.empty()) return std::nullopt;
    const commands::Command* command = commands::findCommand(notice.command);
    if (command == nullptr) return std::nullopt;
    return Button{.icon = "", .text = command->title};
}

Action acceptanceOf(const Notice& notice) {
    if (!notice.folder.empty()) return action::ShowFolder{notice.folder};
    return action::Run{notice.command};
}

// A dialog tells again what the window below it tells.
std::string nameOf(const Ui& ui, const Notice& notice) {
    return (ui.inDialog ? "dialog.notice." : "notice.") +
           (notice.topic.empty() ? std::to_string(notice.id) : notice.topic);
}

// The part of a banner of that width that its text has.
float textRoom(const Ui& ui, float width, const Notice& notice) {
    const auto offer = offerOf(notice);
    const float button = offer ? buttonWidth(ui, *offer) + ui.dp(kBannerAir) : 0.0F;
    return width - 2 * ui.dp(kBannerPadding) - ui.dp(kBannerSign) - ui.dp(size::kControl) -
           ui.dp(kBannerPadding) - button;
}

float heightOf(const Ui& ui, float width, const Notice& notice) {
    const float control = ui.dp(size::kControl);
    const float text = wrappedHeight(ui.fonts.body, notice.text, textRoom(ui, width, notice));
    return std::max(text + control - ui.fonts.body.pixels, control) + 2 * ui.dp(kBannerPadding);
}

// Draws one banner into a window of its own rectangle.
std::optional<Action> drawBanner(Ui& ui, const Rect& rect, const Notice& notice) {
    const NoticeLook look = lookOf(*ui.theme, notice.kind);
    const float rounding = ui.dp(size::kFrameRounding);
    fill(rect, look.face, rounding);
    outline(rect, mix(look.face, look.ink, 0.35F), rounding, ui.dp(1.0F));
    std::optional<Action> asked;
    const float control = ui.dp(size::kControl);
    Rect inside = rect.inset(ui.dp(kBannerPadding));
    Rect close = cutRight(inside, control, ui.dp(kBannerPadding));
    close.height = control;
    Rect sign = cutLeft(inside, ui.dp(kBannerSign));
    sign.height = control;
    write(sign, ui.fonts.body, look.ink, look.icon, 0.5F);
    ui.rects.add({"notice", rect, rect, false, ui.depth + 1});
    ui.depth += 2;
    const std::string name = nameOf(ui, notice);
    if (const auto offer = offerOf(notice)) {
        Rect cell = cutRight(inside, buttonWidth(ui, *offer), ui.dp(kBannerAir));
        cell.height = control;
        if (button(ui, name + ".offer", cell, *offer)) asked = acceptanceOf(notice);
    }
    inside.y += (control - ui.fonts.body.pixels) / 2.0F;
    writeWrapped(inside, ui.fonts.body, look.ink, notice.text);
    const Press state = press(ui, name, close);
    if (state.hovered) fill(close, mix(look.face, look.ink, 0.15F), rounding);
    write(close, ui.fonts.body, look.ink, icon::kClose, 0.5F);
    tip(ui, core::tr("Put this message away"));
    ui.depth -= 2;
    if (state.pressed) keepFirst(asked, action::DismissNotice{notice.id});
    return asked;
}

}  // namespace

BannerModel makeBannerModel(const document::Document& document) {
    BannerModel model;
    const std::vector<Notice>& told = document.noticesInStroke ? *document.noticesInStroke : document.notices;
    model.notices.assign(told.rbegin(), told.rend());
    std::stable_sort(model.notices.begin(), model.notices.end(),
                     [](const Notice& a, const Notice& b) { return a.kind > b.kind; });
    if (model.notices.size() > kMostShown) model.notices.resize(kMostShown);
    // Nothing is offered that a press would not do.
    for (Notice& notice : model.notices) {
        const commands::Command* command = commands::findCommand(notice.command);
        if (command != nullptr && !commands::isEnabled(*command, document)) notice.command.clear();
    }
    return model;
}

BannerModel makeErrorModel(const document::Document& document) {
    BannerModel model = makeBannerModel(document);
    std::erase_if(model.notices, [](const Notice& notice) { return notice.kind != Notice::Kind::Error; });
    return model;
}

float bannersHeight(const Ui& ui, float width, const BannerModel& model) {
    float height = 0.0F;
    for (const Notice& notice : model.notices)
        height += heightOf(ui, width, notice) + ui.dp(kBannerAir);
    return height;
}

std::optional<Action> drawBanners(Ui& ui, const Rect& area, const BannerModel& model) {
    std::optional<Action> asked;
    Rect rest = area;
    for (const Notice& notice : model.notices) {
        const Rect rect = cutTop(rest, heightOf(ui, area.width, notice), ui.dp(kBannerAir));
        ImGui::SetCursorScreenPos(minOf(rect));
        compat::beginChild(("notice" + std::to_string(notice.id)).c_str(), {rect.width, rect.height},
                           ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
        keepFirst(asked, drawBanner(ui, rect, notice));
        ImGui::EndChild();
    }
    return asked;
}

}  // namespace palpate::ui
