#include "ui/vault/working_page.h"

#include "core/text.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>

namespace palpate::ui {

bool drawWorking(Ui& ui, float width, float height, const std::string& what, double share, bool mayStop) {
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::Begin("##working", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    const Rect window{0.0F, 0.0F, width, height};
    fill(window, ui.theme->background);
    const Rect card = centred(window, std::min(ui.dp(460.0F), width - ui.dp(32.0F)), ui.dp(170.0F));
    shadow(ui, card, ui.dp(size::kWindowRounding));
    fill(card, ui.theme->panel, ui.dp(size::kWindowRounding));
    Rect rest = card.inset(ui.dp(26.0F));
    write(cutTop(rest, ui.dp(26.0F), ui.dp(14.0F)), ui.fonts.strong, ui.theme->text, what);
    const Rect line = cutTop(rest, ui.dp(8.0F), ui.dp(18.0F));
    fill(line, ui.theme->hairline, line.height / 2.0F);
    Rect done = line;
    done.width = std::max(line.height, line.width * static_cast<float>(std::clamp(share, 0.0, 1.0)));
    fill(done, ui.theme->accent, line.height / 2.0F);
    bool stop = false;
    if (mayStop) {
        const Button look{.text = core::tr("Stop")};
        stop = button(ui, "working.stop", cutRight(rest, buttonWidth(ui, look)), look);
    }
    ImGui::End();
    return stop;
}

}  // namespace palpate::ui
