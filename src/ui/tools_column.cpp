#include "ui/tools_column.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/scores/scores_panel.h"
#include "ui/widgets.h"

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kLeftMargin = 16.0F;
constexpr float kRightMargin = 20.0F;  // the scroll bar fits into it, so that nothing moves when it appears

void rule(const Ui& ui, float left, float width) {
    gap(ui.dp(12.0F));
    const Rect row = takeRow(ui.dp(size::kHairline));
    fill({left, row.y, width, row.height}, ui.theme->hairline);
    gap(ui.dp(10.0F));
}

std::optional<Action> drawLocked(Ui& ui, const ToolsModel& model) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    const float padding = ui.dp(14.0F);
    const float width = ImGui::GetContentRegionAvail().x - 2 * padding - ui.dp(28.0F);
    const float text = wrappedHeight(ui.fonts.body, model.locked, width);
    const float more = model.unlock ? ui.dp(size::kControl + 12.0F) : 0.0F;
    const Rect card = takeRow(text + more + 2 * padding);
    fill(card, theme.background, ui.dp(size::kFrameRounding));
    Rect inside = card.inset(padding);
    Rect words = cutTop(inside, text, ui.dp(12.0F));
    const Rect sign = cutLeft(words, ui.dp(28.0F));
    write({sign.x, sign.y, sign.width, ui.fonts.body.pixels}, ui.fonts.body, theme.dim, icon::kLock);
    writeWrapped(words, ui.fonts.body, theme.text, model.locked);
    if (!model.unlock) return asked;
    const Button look{.text = model.unlockText, .enabled = model.unlock->enabled};
    cutLeft(inside, ui.dp(28.0F));
    if (button(ui, "unlock", cutLeft(inside, buttonWidth(ui, look)), look)) {
        keepFirst(asked, action::Run{model.unlock->name});
    }
    return asked;
}

std::optional<Action> drawBrushAndWords(Ui& ui, const ToolsModel& model) {
    if (!model.locked.empty()) return drawLocked(ui, model);
    std::optional<Action> asked = drawSelection(ui, model.selection);
    if (model.pin.shown) {
        keepFirst(asked, drawPin(ui, model.pin));
        return asked;
    }
    if (model.selection.editing && model.selection.title.empty()) return asked;
    keepFirst(asked, drawBrush(ui, model.brush));
    gap(ui.dp(12.0F));
    keepFirst(asked, drawWords(ui, model.words));
    keepFirst(asked, drawDetails(ui, model.details));
    return asked;
}

}  // namespace

ToolsModel makeToolsModel(const document::Document& document, const Reading& reading) {
    ToolsModel model;
    model.author = makeAuthorModel(document);
    model.layers = makeLayersModel(document);
    model.brush = makeBrushModel(document);
    model.words = makeWordsModel(document);
    model.details = makeDetailsModel(document);
    model.selection = makeSelectionModel(document, reading);
    model.pin = makePinModel(document);
    model.findings = makeFindingsModel(document, reading);
    model.locked = document::whyNoPainting(document);
    if (!document.maps.empty() && document.shown != document.author) {
        const bool client = document.author == clinic::Author::Client;
        model.unlock = commandItem(document, client ? "show.client" : "show.therapist");
        model.unlockText = client ? tr("Show the client's map") : tr("Show the therapist's map");
    } else if (const auto* map = document::shownMap(document); map != nullptr && map->canReopen()) {
        model.unlock = commandItem(document, "map.reopen");
        model.unlockText = tr("Change this map");
    }
    return model;
}

std::optional<Action> drawTools(Ui& ui, const Rect& rect, const ToolsModel& model) {
    std::optional<Action> asked;
    fill(rect, ui.theme->panel);
    Rect inside{rect.x + ui.dp(kLeftMargin), rect.y + ui.dp(12.0F), rect.width - ui.dp(kLeftMargin),
                rect.height - ui.dp(12.0F)};
    const float content = inside.width - ui.dp(kRightMargin);
    const auto begin = [&](const char* id, const Rect& part) {
        ImGui::SetCursorScreenPos(minOf(part));
        ImGui::SetNextWindowContentSize({content, 0.0F});
        compat::beginChild(id, {part.width, part.height}, ImGuiWindowFlags_NoBackground);
    };
    begin("author", cutTop(inside, ui.dp(authorHeight(model.author)), ui.dp(12.0F)));
    keepFirst(asked, drawAuthor(ui, model.author));
    ImGui::EndChild();
    fill({rect.x, inside.y - ui.dp(1.0F), rect.width, ui.dp(1.0F)}, ui.theme->hairline);
    if (model.scores.open) {
        cutTop(inside, ui.dp(10.0F));
        begin("scores.column", {inside.x, inside.y, inside.width, inside.height});
        keepFirst(asked, drawScores(ui, {inside.x, inside.y, content, inside.height}, model.scores));
        ImGui::EndChild();
        return asked;
    }
    Rect strip = cutBottom(inside, ui.dp(kScoresStrip));
    begin("scores.strip", strip);
    fill({rect.x, strip.y, rect.width, ui.dp(1.0F)}, ui.theme->hairline);
    strip.width = content;
    keepFirst(asked, drawScoresStrip(ui, strip, model.scores));
    ImGui::EndChild();
    begin("tools", inside);
    gap(ui.dp(10.0F));
    keepFirst(asked, drawLayers(ui, model.layers));
    gap(ui.dp(14.0F));
    keepFirst(asked, drawBrushAndWords(ui, model));
    rule(ui, inside.x, content);
    keepFirst(asked, drawFindings(ui, model.findings));
    gap(ui.dp(14.0F));
    ImGui::EndChild();
    return asked;
}

}  // namespace palpate::ui
