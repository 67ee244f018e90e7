#include "ui/compare_rules.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using analysis::ChangeRules;
using core::tr;

constexpr float kWidth = 470.0F, kRuleRow = 66.0F;  // dp

// One number of the rules, the steps it takes and what it may be.
struct Setting {
    const char* id;
    const char* name;
    const char* pattern;  // of the value
    const char* source;
    double factor;  // of the number as it is shown
    double step, least, most;
    double& (*of)(ChangeRules&);
};

std::vector<Setting> settings() {
    using namespace analysis;
    return {{"levels", tr("Worst or mean level changed by"), "{0} points", tr("2: Salaffi 2004, 825 people"),
             1.0, 0.5, kLeastLevelLimit, kMostLevelLimit,
             [](ChangeRules& rules) -> double& { return rules.limits.levels; }},
            {"one_place", tr("Area of a single place changed by"), "{0} %",
             tr("65 %: own choice, from redraws simulated"), 100.0, 0.05, kLeastExtentLimit, kMostExtentLimit,
             [](ChangeRules& rules) -> double& { return rules.limits.onePlaceExtentShare; }},
            {"extent", tr("Area of many places, at least"), "{0} %",
             tr("38 % of the mean of both: Leoni 2013, 52 people"), 100.0, 0.05, kLeastExtentLimit,
             kMostExtentLimit, [](ChangeRules& rules) -> double& { return rules.limits.extentShare; }},
            {"border", tr("A border may have moved by"), "{0} mm", tr("20 mm: own choice"), 1.0, 5.0,
             kLeastBorderMm, kMostBorderMm,
             [](ChangeRules& rules) -> double& { return rules.tolerance.borderMm; }}};
}

std::optional<ChangeRules> stepped(const ChangeRules& rules, const Setting& setting, double step) {
    ChangeRules other = rules, before = rules;
    double& number = setting.of(other);
    constexpr double kRounding = 1.0e-9;
    // In thousandths, so that up and down again is where it was.
    number = std::round(1000.0 * std::clamp(number + step, setting.least, setting.most)) / 1000.0;
    // The single place's limit is never below that of many.
    other.limits.extentShare = std::min(other.limits.extentShare, other.limits.onePlaceExtentShare);
    return std::abs(setting.of(other) - setting.of(before)) > kRounding ? std::optional(other) : std::nullopt;
}

std::optional<Action> drawRow(Ui& ui, const CompareRulesModel::Row& row) {
    std::optional<Action> asked;
    Rect rest = takeRow(ui.dp(kRuleRow));
    Rect head = cutTop(rest, ui.dp(size::kControl), ui.dp(2.0F));
    const float control = ui.dp(size::kControl);
    const auto step = [&](const char* side, const char* icon, const Rect& cell,
                          const std::optional<ChangeRules>& rules) {
        const Button look{.icon = icon, .tip = row.name, .enabled = rules.has_value()};
        if (button(ui, "compare.rule_" + row.id + side, cell, look))
            keepFirst(asked, action::SetChangeRules{*rules});
    };
    step(".more", icon::kPlus, cutRight(head, control), row.more);
    const Rect value = cutRight(head, ui.dp(78.0F));
    step(".less", icon::kMinus, cutRight(head, control, ui.dp(8.0F)), row.less);
    write(value, ui.fonts.strong, ui.theme->text, row.value, 0.5F);
    write(head, ui.fonts.body, ui.theme->text, row.name);
    write(cutTop(rest, ui.dp(18.0F)), ui.fonts.small, ui.theme->dim, row.source);
    return asked;
}

std::optional<Action> drawPopup(Ui& ui, const Rect& from, const CompareRulesModel& model) {
    const float padding = ui.dp(16.0F);
    const auto rows = static_cast<float>(model.rows.size());
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 size{
        std::min(ui.dp(kWidth), screen.x),
        std::min(ui.dp(34.0F + size::kControl + 6.0F) + rows * ui.dp(kRuleRow) + 2 * padding, screen.y)};
    ImGui::SetNextWindowPos(
        {std::clamp(from.right() - size.x, 0.0F, std::max(screen.x - size.x, 0.0F)),
         std::clamp(from.bottom() + ui.dp(4.0F), 0.0F, std::max(screen.y - size.y, 0.0F))});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    const bool open = ImGui::BeginPopup("rules", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (!open) return std::nullopt;
    std::optional<Action> asked;
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect window{at.x, at.y, size.x, size.y};
    ui.rects.add({"rules", window, window, false, ui.depth + 1});
    ui.depth += 2;
    write(takeRow(ui.dp(34.0F)), ui.fonts.heading, ui.theme->text, tr("What counts as change"));
    for (const CompareRulesModel::Row& row : model.rows)
        keepFirst(asked, drawRow(ui, row));
    Rect foot = takeRow(ui.dp(size::kControl));
    const Button usual{.icon = icon::kUndo, .text = tr("Usual values"), .enabled = !model.areUsual};
    if (button(ui, "compare.rules_usual", cutLeft(foot, buttonWidth(ui, usual)), usual))
        keepFirst(asked, action::SetChangeRules{});
    ui.depth -= 2;
    ImGui::EndPopup();
    return asked;
}

}  // namespace

CompareRulesModel makeCompareRules(const ChangeRules& rules) {
    CompareRulesModel model;
    model.areUsual = rules == ChangeRules();
    ChangeRules now = rules;
    for (const Setting& setting : settings()) {
        model.rows.push_back(
            {setting.id, setting.name,
             core::trf(setting.pattern, {core::shortDecimal(setting.factor * setting.of(now))}),
             setting.source, stepped(rules, setting, -setting.step), stepped(rules, setting, setting.step)});
    }
    return model;
}

std::optional<Action> drawCompareRules(Ui& ui, const Rect& rect, const CompareRulesModel& model) {
    ImGui::PushID("compare.rules");
    const Button look{.kind = Button::Kind::Ghost,
                      .icon = icon::kSliders,
                      .text = tr("Limits"),
                      .tip = tr("Set what counts as change, and see where each limit comes from")};
    if (button(ui, "compare.rules", rect, look)) ImGui::OpenPopup("rules");
    std::optional<Action> asked = drawPopup(ui, rect, model);
    ImGui::PopID();
    return asked;
}

}  // namespace palpate::ui
