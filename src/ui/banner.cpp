#include "ui/banner.h"

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

struct Look {
    Colour face, ink;
    const char* icon;
};

Look lookOf(const Theme& theme, Notice::Kind kind) {
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

// Draws one banner into a window of its own rectangle; true if it was put away.
bool drawBanner(Ui& ui, const Rect& rect, const Notice& notice) {
    const Look look = lookOf(*ui.theme, notice.kind);
    const float rounding = ui.dp(size::kFrameRounding);
    fill(rect, look.face, rounding);
    outline(rect, mix(look.face, look.ink, 0.35F), rounding, ui.dp(1.0F));
    Rect inside = rect.inset(ui.dp(4.0F));
    Rect close = cutRight(inside, ui.dp(size::kControl), ui.dp(4.0F));
    close.height = ui.dp(size::kControl);
    Rect sign = cutLeft(inside, ui.dp(34.0F));
    sign.height = ui.dp(size::kControl);
    write(sign, ui.fonts.body, look.ink, look.icon, 0.5F);
    inside.y += (ui.dp(size::kControl) - ui.fonts.body.pixels) / 2.0F;
    writeWrapped(inside, ui.fonts.body, look.ink, notice.text);
    ui.rects.add({"notice", rect, rect, false, ui.depth + 1});
    ui.depth += 2;
    const std::string name = "notice." + (notice.topic.empty() ? std::to_string(notice.id) : notice.topic);
    const Press state = press(ui, name, close);
    if (state.hovered) fill(close, mix(look.face, look.ink, 0.15F), rounding);
    write(close, ui.fonts.body, look.ink, icon::kClose, 0.5F);
    tip(ui, core::tr("Put this message away"));
    ui.depth -= 2;
    return state.pressed;
}

}  // namespace

BannerModel makeBannerModel(const document::Document& document) {
    BannerModel model;
    model.notices.assign(document.notices.rbegin(), document.notices.rend());
    std::stable_sort(model.notices.begin(), model.notices.end(),
                     [](const Notice& a, const Notice& b) { return a.kind > b.kind; });
    if (model.notices.size() > kMostShown) model.notices.resize(kMostShown);
    return model;
}

std::optional<Action> drawBanners(Ui& ui, const Rect& area, const BannerModel& model) {
    std::optional<Action> asked;
    Rect rest = area;
    for (const Notice& notice : model.notices) {
        const float textRoom = rest.width - ui.dp(8.0F + 34.0F + 40.0F);
        const float text = wrappedHeight(ui.fonts.body, notice.text, textRoom);
        const float height =
            std::max(text + ui.dp(size::kControl) - ui.fonts.body.pixels, ui.dp(size::kControl));
        const Rect rect = cutTop(rest, height + 2 * ui.dp(4.0F), ui.dp(8.0F));
        ImGui::SetCursorScreenPos(minOf(rect));
        compat::beginChild(("notice" + std::to_string(notice.id)).c_str(), {rect.width, rect.height},
                           ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
        if (drawBanner(ui, rect, notice)) keepFirst(asked, action::DismissNotice{notice.id});
        ImGui::EndChild();
    }
    return asked;
}

}  // namespace palpate::ui
