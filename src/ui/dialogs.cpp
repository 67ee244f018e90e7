#include "ui/dialogs.h"

#include "core/text.h"
#include "core/version.h"
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

constexpr float kDialogPadding = 22.0F;

struct Frame {
    const char* title;
    float width, height;  // dp; held within the window
};

void drawHelpLine(Ui& ui, const HelpModel::Line& line) {
    // Never cut: what does not fit goes on below.
    const float width = ImGui::GetContentRegionAvail().x;
    const float keysWidth = std::floor(width * 0.38F), space = ui.dp(10.0F);
    const float height = std::max(wrappedHeight(ui.fonts.smallStrong, line.keys, keysWidth),
                                  wrappedHeight(ui.fonts.small, line.title, width - keysWidth - space));
    Rect row = takeRow(std::ceil(height) + ui.dp(8.0F));
    cutTop(row, ui.dp(4.0F));
    const Rect keys = cutLeft(row, keysWidth, space);
    writeWrapped(keys, ui.fonts.smallStrong, ui.theme->text, line.keys);
    writeWrapped(row, ui.fonts.small, ui.theme->dim, line.title);
}

// The groups in two columns of about equal length, in their order.
std::optional<Action> drawHelp(Ui& ui, const HelpModel& model) {
    std::size_t lines = 0;
    for (const HelpModel::Group& group : model.groups)
        lines += group.lines.size() + 2;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float space = ui.dp(30.0F);
    const bool two = room.x >= ui.dp(700.0F);
    const float width = two ? std::floor((room.x - space) / 2.0F) : room.x;
    std::size_t drawn = 0;
    compat::beginChild("help.left", {width, room.y}, ImGuiWindowFlags_NoBackground);
    bool right = false;
    for (const HelpModel::Group& group : model.groups) {
        if (two && !right && drawn >= lines / 2) {
            ImGui::EndChild();
            ImGui::SameLine(0.0F, space);
            compat::beginChild("help.right", {room.x - width - space, room.y}, ImGuiWindowFlags_NoBackground);
            right = true;
        }
        write(takeRow(ui.dp(30.0F)), ui.fonts.strong, ui.theme->accent, group.title);
        for (const HelpModel::Line& line : group.lines)
            drawHelpLine(ui, line);
        gap(ui.dp(14.0F));
        drawn += group.lines.size() + 2;
    }
    ImGui::EndChild();
    return std::nullopt;
}

std::optional<Action> drawAbout(Ui& ui) {
    const float width = ImGui::GetContentRegionAvail().x;
    const auto paragraph = [&](const std::string& text, Colour ink) {
        writeWrapped(takeRow(wrappedHeight(ui.fonts.body, text, width) + ui.dp(12.0F)), ui.fonts.body, ink,
                     text);
    };
    paragraph(core::trf("Palpate {0}", {core::version()}), ui.theme->text);
    paragraph(
        tr("A 3D body map for pain tracking. It records what a person says and what hands find; it does not "
           "diagnose."),
        ui.theme->text);
    paragraph(tr("Everything stays in the practice's own file on this machine. Nothing is sent anywhere."),
              ui.theme->text);
    paragraph(
        tr("MIT licence. Text is set in Inter, icons are from Font Awesome 4.7 (both SIL Open Font Licence). "
           "Built on Dear ImGui, GLFW, GLM, Assimp, SQLite and cairo."),
        ui.theme->dim);
    return std::nullopt;
}

// The same on every page: the row of tabs must not jump away from under the pointer.
float heightOf(const PracticeDialogModel& model) {
    if (!model.restoring.empty()) return 400.0F;
    if (model.keyStep != PracticeDialogState::KeyStep::None) return 360.0F;
    return 720.0F;
}

Frame frameOf(const DialogModel& model) {
    if (model.help) return {tr("Keys and pointer"), 940.0F, 720.0F};
    switch (model.open) {
        case Dialog::NewClient:
            return {tr("New client"), 680.0F, 546.0F};
        case Dialog::Figures:
            return {tr("Choose the figure"), 940.0F, 412.0F};
        case Dialog::Export:
            return {tr("Export the case-note sheet"), 560.0F, 520.0F};
        case Dialog::About:
            return {tr("About Palpate"), 520.0F, 330.0F};
        case Dialog::Looks:
            return {tr("Looks"), 480.0F, 560.0F};
        case Dialog::Ratings:
            return {tr("Ratings and questions"), kRatingsWidth, kRatingsHeight};
        case Dialog::EditClient:
            return {tr("The client's record"), 700.0F, model.client.erasing ? 460.0F : 690.0F};
        case Dialog::Practice:
            return {tr("The practice"), 820.0F, heightOf(model.practice)};
        case Dialog::WhoWorks:
            return {tr("Who is working?"), 480.0F, whoHeight(model.who)};
        case Dialog::None:
            break;
    }
    return {"", 0.0F, 0.0F};
}

std::optional<Action> drawContent(Ui& ui, const DialogModel& model) {
    if (model.help) return drawHelp(ui, model.helpText);
    switch (model.open) {
        case Dialog::NewClient:
            return drawNewClient(ui, model.newClient);
        case Dialog::Figures:
            return drawFigureDialog(ui, model.figures);
        case Dialog::Export:
            return drawExport(ui, model.sheet);
        case Dialog::About:
            return drawAbout(ui);
        case Dialog::Looks:
            return drawLooks(ui, model.looks);
        case Dialog::Ratings:
            return drawRatings(ui, model.ratings);
        case Dialog::EditClient:
            return drawClientDialog(ui, model.client);
        case Dialog::Practice:
            return drawPracticeDialog(ui, model.practice);
        case Dialog::WhoWorks:
            return drawWho(ui, model.who);
        case Dialog::None:
            break;
    }
    return std::nullopt;
}

Action closing(const DialogModel& model) {
    if (model.help) return action::Run{"help.keys"};
    return action::ShowDialog{Dialog::None};
}

// Title and the cross that closes; help leads on to what the program is.
std::optional<Action> drawHead(Ui& ui, Rect head, const DialogModel& model, const char* title) {
    std::optional<Action> asked;
    const Button cross{
        .kind = Button::Kind::Ghost, .icon = icon::kClose, .text = {}, .tip = tr("Close"), .shortcut = "Esc"};
    const float control = ui.dp(size::kControl);
    if (button(ui, "dialog.cross", cutRight(head, control, ui.dp(8.0F)), cross)) asked = closing(model);
    if (model.help) {
        const Button about{.kind = Button::Kind::Ghost, .icon = icon::kInfo, .text = tr("About Palpate")};
        if (button(ui, "dialog.about", cutRight(head, buttonWidth(ui, about), ui.dp(8.0F)), about)) {
            keepFirst(asked, action::ShowDialog{Dialog::About});
        }
    }
    write(head, ui.fonts.heading, ui.theme->text, title);
    return asked;
}

}  // namespace

std::optional<Action> drawDialogs(Ui& ui, float width, float height, const DialogModel& model) {
    std::optional<Action> asked;
    if (!model.help && model.open == Dialog::None) return asked;
    const Frame frame = frameOf(model);
    const Rect window{0.0F, 0.0F, width, height};
    const float boxWidth = std::min(ui.dp(frame.width), width - ui.dp(16.0F));
    const float told = bannersHeight(ui, boxWidth - 2 * ui.dp(kDialogPadding), model.errors);
    const Rect box = centred(window, boxWidth, std::min(ui.dp(frame.height) + told, height - ui.dp(16.0F)));
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, toVec4(ui.theme->scrim));
    ImGui::Begin("##dialog", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    ui.depth += 2;
    ui.inDialog = true;
    // Takes the pointer wherever no control of the dialog does.
    ui.rects.add({"dialog", window, window, false, ui.depth - 1});
    shadow(ui, box, ui.dp(size::kWindowRounding));
    fill(box, ui.theme->panel, ui.dp(size::kWindowRounding));
    Rect inside = box.inset(ui.dp(kDialogPadding));
    keepFirst(asked, drawHead(ui, cutTop(inside, ui.dp(size::kControl), ui.dp(14.0F)), model, frame.title));
    if (told > 0.0F) keepFirst(asked, drawBanners(ui, cutTop(inside, told), model.errors));
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("dialog.content", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    keepFirst(asked, drawContent(ui, model));
    ImGui::EndChild();
    ui.depth -= 2;
    ui.inDialog = false;
    ImGui::End();
    return asked;
}

}  // namespace palpate::ui
