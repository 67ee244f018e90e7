#include "ui/scores/scores_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kMostCm2 = 200.0F, kMostPercent = 100.0F;
constexpr float kTick = 36.0F;

// A tick that can be pressed and, beside it, the area, which shows itself on the body.
void drawArea(Ui& ui, const ScoresModel& model, const ScoresModel::Area& area, bool canTick,
              std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    Rect row = takeRow(ui.dp(area.note.empty() ? kTick : 46.0F));
    if (canTick) {
        const Rect tick = cutLeft(row, ui.dp(kTick));
        const bool enabled = model.trouble.empty();
        const Press state = press(ui, "tick." + area.name, tick, enabled);
        if (state.hovered) fill(tick.inset(ui.dp(2.0F)), theme.hovered, ui.dp(size::kFrameRounding));
        const Colour ink = !enabled ? theme.disabled : area.counts ? theme.accent : theme.dim;
        write(tick, ui.fonts.body, ink, area.counts ? icon::kTicked : icon::kUnticked, 0.5F);
        tip(ui, area.wanted ? tr("Say otherwise than the paint") : tr("Take back what was said by hand"));
        if (state.pressed) keepFirst(asked, action::CorrectArea{area.area, area.wanted});
    }
    const Press shown = listRow(ui, "area." + area.name, row, area.isShown);
    tip(ui, tr("Show it on the body"));
    if (shown.pressed)
        keepFirst(asked, action::ShowArea{area.isShown ? std::nullopt : std::optional(area.area)});
    Rect text{row.x + ui.dp(8.0F), row.y, row.width - ui.dp(16.0F), row.height};
    const Rect extent = cutRight(text, std::ceil(textWidth(ui.fonts.small, area.extent)), ui.dp(8.0F));
    write(extent, ui.fonts.small, theme.dim, area.extent);
    if (!area.note.empty()) {
        text = {text.x, text.y + ui.dp(4.0F), text.width, text.height - ui.dp(8.0F)};
        const Rect note = cutBottom(text, ui.dp(18.0F));
        write(note, ui.fonts.small, theme.onChosen, fitted(ui.fonts.small, area.note, note.width));
    }
    const Font& font = area.counts ? ui.fonts.strong : ui.fonts.body;
    write(text, font, theme.text, fittedRegion(font, area.text, text.width));
}

void drawAreas(Ui& ui, const ScoresModel& model, const ScoresModel::Score& score,
               std::optional<Action>& asked) {
    for (const ScoresModel::Area& area : score.areas)
        drawArea(ui, model, area, score.canTick, asked);
    if (score.areas.empty())
        write(takeRow(ui.dp(28.0F)), ui.fonts.small, ui.theme->dim, tr("Nothing is painted on its areas."));
    if (score.others.empty() || !score.canTick) return;
    const Button more{.kind = Button::Kind::Ghost,
                      .icon = model.showsOthers ? icon::kMinus : icon::kPlus,
                      .text = core::trf(model.showsOthers ? "Hide the {0} others" : "The {0} others",
                                        {std::to_string(score.others.size())}),
                      .tip = tr("Areas without paint: they can be said to hurt by hand")};
    Rect row = takeRow(ui.dp(size::kControl));
    if (button(ui, "others." + score.id, cutLeft(row, buttonWidth(ui, more)), more))
        keepFirst(asked, action::ShowOtherAreas{!model.showsOthers});
    if (!model.showsOthers) return;
    for (const ScoresModel::Area& area : score.others)
        drawArea(ui, model, area, true, asked);
}

void drawScore(Ui& ui, const ScoresModel& model, const ScoresModel::Score& score,
               std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    const float padding = ui.dp(8.0F);
    const float width = ImGui::GetContentRegionAvail().x - 2 * padding - ui.dp(20.0F);
    const float detail =
        score.detail.empty() ? 0.0F : wrappedHeight(ui.fonts.small, score.detail, width) + ui.dp(6.0F);
    Rect row = takeRow(ui.dp(size::kControl) + detail);
    const Press state = listRow(ui, "score." + score.id, row, false);
    tip(ui, score.asks ? tr("Ask or change the answers") : tr("What fed it"));
    if (state.pressed) {
        keepFirst(asked, score.asks ? Action(action::AskRatings{*score.asks})
                                    : Action(action::UnfoldScore{score.id}));
    }
    Rect head = cutTop(row, ui.dp(size::kControl));
    cutLeft(head, padding);
    cutRight(head, padding);
    const char* sign = score.asks ? icon::kPencil : score.isOpen ? icon::kChevronDown : icon::kTurnRight;
    write(cutLeft(head, ui.dp(20.0F)), ui.fonts.small, theme.dim, sign);
    write(cutRight(head, std::ceil(textWidth(ui.fonts.strong, score.value)), padding), ui.fonts.strong,
          theme.text, score.value);
    write(head, ui.fonts.body, theme.text, fitted(ui.fonts.body, score.title, head.width));
    if (detail > 0.0F)
        writeWrapped({row.x + padding + ui.dp(20.0F), row.y, width, row.height}, ui.fonts.small, theme.dim,
                     score.detail);
    if (!score.isOpen || score.asks) return;
    drawAreas(ui, model, score, asked);
    gap(ui.dp(8.0F));
}

// One of the two numbers of the rule between minus and plus.
void drawStep(Ui& ui, Rect row, const char* name, const std::string& text, double value, double most,
              const std::function<Action(double)>& asks, std::optional<Action>& asked) {
    const auto step = [&](bool up, const Rect& rect) {
        const double next = stepOf(value, up, most);
        const Button look{.kind = Button::Kind::Plain,
                          .icon = up ? icon::kPlus : icon::kMinus,
                          .tip = up ? tr("More paint is needed") : tr("Less paint is enough"),
                          .enabled = next != value};
        if (button(ui, std::string(name) + (up ? ".more" : ".less"), rect, look))
            keepFirst(asked, asks(next));
    };
    step(false, cutLeft(row, ui.dp(size::kControl)));
    step(true, cutRight(row, ui.dp(size::kControl)));
    write(row, ui.fonts.strong, ui.theme->text, text, 0.5F);
}

void drawRule(Ui& ui, const ScoresModel& model, std::optional<Action>& asked) {
    gap(ui.dp(10.0F));
    caption(ui, tr("An area counts from so much paint"));
    if (!model.ruleTrouble.empty()) {
        const float within = ImGui::GetContentRegionAvail().x - ui.dp(32.0F);
        const Rect card = takeRow(wrappedHeight(ui.fonts.small, model.ruleTrouble, within) + ui.dp(12.0F));
        fill(card, ui.theme->warning, ui.dp(size::kFrameRounding));
        writeWrapped(card.inset(ui.dp(6.0F)), ui.fonts.small, ui.theme->onWarning, model.ruleTrouble);
        gap(ui.dp(6.0F));
    }
    const Rect row = takeRow(ui.dp(size::kControl));
    const analysis::EndorsementRule rule = model.rule;
    drawStep(
        ui, columnOf(row, 0, 2, ui.dp(12.0F)), "rule.cm2", model.cm2Text, rule.cm2, kMostCm2,
        [rule](double cm2) {
            return Action(action::SetAreaRule{{cm2, rule.percentOfArea}});
        },
        asked);
    drawStep(
        ui, columnOf(row, 1, 2, ui.dp(12.0F)), "rule.percent", model.percentText, rule.percentOfArea,
        kMostPercent,
        [rule](double percent) {
            return Action(action::SetAreaRule{{rule.cm2, percent}});
        },
        asked);
    gap(ui.dp(4.0F));
    const std::string note =
        tr("or that share of the area, whichever is less; for all visits of the practice. No publication "
           "says how "
           "much: the usual figures are Palpate's own.");
    const float width = ImGui::GetContentRegionAvail().x;
    writeWrapped(takeRow(wrappedHeight(ui.fonts.small, note, width) + ui.dp(14.0F)), ui.fonts.small,
                 ui.theme->dim, note);
}

// What can be pressed and what holds for all of it: stands fast while the rest scrolls.
void drawHead(Ui& ui, Rect& rect, const ScoresModel& model, std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    Rect row = cutTop(rect, ui.dp(size::kControl), ui.dp(8.0F));
    const Button back{.kind = Button::Kind::Plain,
                      .icon = icon::kArrowLeft,
                      .text = tr("Painting tools"),
                      .tip = model.show.title,
                      .shortcut = model.show.shortcut};
    if (button(ui, "scores.back", cutLeft(row, buttonWidth(ui, back), ui.dp(8.0F)), back))
        keepFirst(asked, action::ShowTab{ToolsTab::Paint});
    const Button rate{.kind = Button::Kind::Primary,
                      .icon = icon::kPencil,
                      .text = tr("Ask"),
                      .tip = model.rate.title,
                      .shortcut = model.rate.shortcut,
                      .enabled = model.rate.enabled};
    if (button(ui, "visit.rate", cutRight(row, buttonWidth(ui, rate)), rate))
        keepFirst(asked, action::Run{model.rate.name});
    if (!model.trouble.empty()) {
        const float height = wrappedHeight(ui.fonts.small, model.trouble, rect.width - ui.dp(16.0F));
        const Rect card = cutTop(rect, height + ui.dp(12.0F), ui.dp(6.0F));
        fill(card, theme.warning, ui.dp(size::kFrameRounding));
        writeWrapped(card.inset(ui.dp(6.0F)), ui.fonts.small, theme.onWarning, model.trouble);
    }
    write(cutTop(rect, ui.dp(20.0F)), ui.fonts.smallStrong, theme.text, model.label);
    write(cutTop(rect, ui.dp(20.0F), ui.dp(4.0F)), ui.fonts.small, theme.dim, model.from);
}

}  // namespace

std::optional<Action> drawScoresStrip(Ui& ui, const Rect& rect, const ScoresModel& model) {
    std::optional<Action> asked;
    Rect inside{rect.x, rect.y + ui.dp(10.0F), rect.width, ui.dp(size::kControl)};
    const Button rate{.kind = Button::Kind::Plain,
                      .icon = icon::kPencil,
                      .text = tr("Ask"),
                      .tip = model.rate.title,
                      .shortcut = model.rate.shortcut,
                      .enabled = model.rate.enabled};
    if (button(ui, "visit.rate", cutRight(inside, buttonWidth(ui, rate), ui.dp(8.0F)), rate))
        keepFirst(asked, action::Run{model.rate.name});
    const Button scores{.kind = Button::Kind::Plain,
                        .icon = icon::kTasks,
                        .text = model.summary.empty() ? std::string(tr("Scores")) : model.summary,
                        .tip = tr("Scores from the painting: screening aids, not a diagnosis"),
                        .shortcut = model.show.shortcut,
                        .enabled = model.show.enabled};
    if (button(ui, "scores.show", inside, scores)) keepFirst(asked, action::ShowTab{ToolsTab::Scores});
    return asked;
}

std::optional<Action> drawScores(Ui& ui, Rect rect, const ScoresModel& model) {
    std::optional<Action> asked;
    drawHead(ui, rect, model, asked);
    ImGui::SetCursorScreenPos(minOf(rect));
    ImGui::SetNextWindowContentSize({rect.width, 0.0F});
    compat::beginChild("scores", {rect.width + ui.dp(20.0F), rect.height}, ImGuiWindowFlags_NoBackground);
    if (!model.empty.empty()) {
        write(takeRow(ui.dp(28.0F)), ui.fonts.body, ui.theme->dim, model.empty);
    } else {
        if (!model.unrecorded.empty()) {
            const float width = ImGui::GetContentRegionAvail().x - ui.dp(20.0F);
            const float height = wrappedHeight(ui.fonts.body, model.unrecorded, width);
            writeWrapped(takeRow(height + ui.dp(10.0F)), ui.fonts.body, ui.theme->text, model.unrecorded);
        }
        for (const ScoresModel::Score& score : model.scores)
            drawScore(ui, model, score, asked);
        drawRule(ui, model, asked);
    }
    ImGui::EndChild();
    return asked;
}

}  // namespace palpate::ui
