#include "ui/vault/gate.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/vault/passphrase_strength.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cctype>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kGatePadding = 28.0F;

float heightOf(GatePage page, const GateModel& model) {
    const auto rows = static_cast<float>(model.recent.size());
    const float recent = rows > 0.0F ? 30.0F + size::kControl * rows : 0.0F;
    const float problem = model.problem.empty() ? 0.0F : 80.0F;
    switch (page) {
        case GatePage::Welcome:
            return 446.0F + recent + problem;
        case GatePage::Create:
            return 630.0F + problem;
        case GatePage::Open:
            return 560.0F;
        case GatePage::RecoveryKey:
            return 610.0F + problem;
        case GatePage::Unlock:
            break;
    }
    constexpr std::size_t kLineLetters = 80;  // of a note in body text, about
    const auto moreLines = static_cast<float>(model.note.size() / kLineLetters);
    return 326.0F + 20.0F * moreLines + recent + problem;
}

std::optional<GateAsk> drawPage(Ui& ui, Rect card, GateState& state, const GateModel& model) {
    switch (state.page) {
        case GatePage::Welcome:
            return drawWelcome(ui, card, state, model);
        case GatePage::Create:
            return drawCreate(ui, card, state, model);
        case GatePage::Open:
            return drawOpenPage(ui, card, state, model);
        case GatePage::RecoveryKey:
            return drawRecoveryKey(ui, card, state, model);
        case GatePage::Unlock:
            break;
    }
    return drawUnlock(ui, card, state, model);
}

// Letters and digits as a person means them: small or large, with or without spaces.
std::string plain(std::string_view text) {
    std::string letters;
    for (const char letter : text) {
        if (letter != ' ' && letter != '-')
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return letters;
}

}  // namespace

void GateState::wipeSecrets() {
    for (SecretText* text : {&passphrase, &again, &typedKey, &newKey, &typedGroup})
        text->wipe();
    kept = false;
}

std::string whyNotMade(const GateState& state, const GateModel& model) {
    if (state.practiceName.find_first_not_of(' ') == std::string::npos)
        return tr("Give the practice a name.");
    if (!state.folder.isFolder) return tr("There is no such folder. Choose one that is there.");
    if (model.file.empty()) return tr("A practice of that name is in this folder already.");
    if (!passphraseStrength(state.passphrase.text()).isEnough())
        return core::trf("The passphrase needs at least {0} characters.",
                         {std::to_string(kShortestPassphrase)});
    if (state.again.text() != state.passphrase.text()) return tr("Type the same passphrase twice.");
    return {};
}

bool isKeyKept(const SecretText& newKey, const SecretText& typedGroup, bool ticked) {
    if (ticked) return true;
    const std::string typed = plain(typedGroup.text());
    if (typed.size() < 3) return false;
    std::string_view key = newKey.text();
    while (!key.empty()) {
        const std::size_t end = key.find_first_of("- \n");
        if (plain(key.substr(0, end)) == typed) return true;
        key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
    }
    return false;
}

std::optional<GateAsk> drawGate(Ui& ui, float width, float height, GateState& state, const GateModel& model) {
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::Begin("##gate", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    const Rect window{0.0F, 0.0F, width, height};
    fill(window, ui.theme->background);
    const float margin = ui.dp(16.0F);
    const Rect card = centred(window, std::min(ui.dp(620.0F), width - 2 * margin),
                              std::min(ui.dp(heightOf(state.page, model)), height - 2 * margin));
    shadow(ui, card, ui.dp(size::kWindowRounding));
    fill(card, ui.theme->panel, ui.dp(size::kWindowRounding));
    const Rect inside = card.inset(ui.dp(kGatePadding));
    ImGui::SetCursorScreenPos(minOf(inside));
    // A window too low for the page scrolls it.
    compat::beginChild("gate.page", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wanted = ui.dp(heightOf(state.page, model) - 2 * kGatePadding);
    const bool busy = !model.working.empty();
    ImGui::BeginDisabled(busy);
    const auto asked =
        drawPage(ui, {at.x, at.y, inside.width, std::max(wanted, inside.height)}, state, model);
    ImGui::EndDisabled();
    ImGui::SetCursorScreenPos({at.x, at.y + std::max(wanted, inside.height) - 1.0F});
    ImGui::Dummy({1.0F, 1.0F});
    ImGui::EndChild();
    ImGui::End();
    // A field that cannot be typed into yet gets the keyboard when it can.
    if (!busy) state.focus = false;
    return busy ? std::nullopt : asked;
}

}  // namespace palpate::ui
