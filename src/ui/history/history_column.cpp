#include "core/text.h"
#include "ui/dropdown.h"
#include "ui/history/history_panel.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::tr;
using document::FrequencyScope;
using document::HistoryPage;
using HistoryAsk = action::History::Ask;

constexpr float kChoiceRow = 44.0F;

std::optional<Action> pressedRun(const std::optional<std::size_t>& pressed,
                                 std::span<const Segment> segments) {
    if (!pressed) return std::nullopt;
    return action::Run{segments[*pressed].name};
}

std::optional<Action> drawAuthors(Ui& ui, const HistoryModel& model) {
    caption(ui, tr("Whose maps"));
    const Theme& theme = *ui.theme;
    const auto segment = [&](const CommandItem& item, const char* icon, const char* text, Author author) {
        return Segment{.name = item.name,
                       .icon = icon,
                       .text = text,
                       .tip = item.title,
                       .shortcut = item.shortcut,
                       .chosen = model.author == author,
                       .enabled = item.enabled,
                       .face = author == Author::Client ? theme.client : theme.therapist,
                       .ink = theme.onAuthor};
    };
    const std::array segments{segment(model.client, icon::kUser, tr("Client"), Author::Client),
                              segment(model.therapist, icon::kHand, tr("Therapist"), Author::Therapist)};
    return pressedRun(segmented(ui, takeRow(ui.dp(size::kControl)), segments), segments);
}

std::optional<Action> drawLayers(Ui& ui, const HistoryModel& model) {
    caption(ui, tr("Layer"));
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const CommandItem& item = model.layers[i].command;
        segments.push_back({.name = item.name,
                            .icon = "",
                            .text = model.layers[i].name,
                            .tip = item.title,
                            .shortcut = item.shortcut,
                            .chosen = model.layer == map::kLayerKinds[i],
                            .enabled = item.enabled});
    }
    return pressedRun(segmented(ui, takeRow(ui.dp(size::kControl)), segments), segments);
}

// What the visit on the body is compared with.
std::optional<Action> drawCompare(Ui& ui, const HistoryModel& model) {
    if (model.entries.empty()) return std::nullopt;
    std::optional<Action> asked;
    caption(ui, tr("Compare"));
    const auto text = [&model](std::size_t i) {
        return model.entries[i].title + " \u00b7 " + model.entries[i].date;
    };
    Dropdown look{.caption = "A", .text = text(model.from), .entries = {}, .tip = tr("The earlier map")};
    for (std::size_t i = 0; i < model.entries.size(); ++i)
        look.entries.push_back({"history.from." + std::to_string(i), text(i), i == model.from});
    if (const auto pressed = dropdown(ui, "history.from", takeRow(ui.dp(size::kControl)), look))
        keepFirst(asked, action::History{HistoryAsk::From, static_cast<int>(*pressed)});
    gap(ui.dp(6.0F));
    const Button compare{.kind = Button::Kind::Primary,
                         .icon = icon::kColumns,
                         .text = core::trf("Compare with {0}", {model.entries[model.shown].title}),
                         .tip = model.compare.title,
                         .shortcut = model.compare.shortcut,
                         .enabled = model.compare.enabled};
    if (button(ui, model.compare.name, takeRow(ui.dp(size::kControl)), compare))
        keepFirst(asked, action::Run{model.compare.name});
    return asked;
}

// A movement to be drawn beside the levels, of those that were measured.
std::optional<Action> drawMotions(Ui& ui, const HistoryModel& model) {
    std::optional<Action> asked;
    caption(ui, tr("Range of motion"));
    Dropdown look{.text = model.motion < 0 ? std::string(tr("Not shown"))
                                           : model.motions[static_cast<std::size_t>(model.motion)],
                  .entries = {{"history.motion.none", tr("Not shown"), model.motion < 0}},
                  .tip = tr("A movement beside the levels")};
    for (std::size_t i = 0; i < model.motions.size(); ++i)
        look.entries.push_back(
            {"history.motion." + std::to_string(i), model.motions[i], model.motion == static_cast<int>(i)});
    if (const auto pressed = dropdown(ui, "history.motion", takeRow(ui.dp(size::kControl)), look))
        keepFirst(asked, action::History{HistoryAsk::Motion, static_cast<int>(*pressed) - 1});
    return asked;
}

void drawRegionRow(Ui& ui, const HistoryModel::RegionRow& row, std::optional<Action>& asked) {
    const Font& font = row.chosen ? ui.fonts.strong : ui.fonts.body;
    const float nameWidth = ImGui::GetContentRegionAvail().x - ui.dp(16.0F);
    const float secondLine = regionHeight(font, row.name, nameWidth) - font.pixels;
    Rect rect = takeRow(ui.dp(kChoiceRow) + secondLine);
    const Press state = listRow(ui, "history.region." + row.id, rect, row.chosen);
    if (isRegionCut(font, row.name, nameWidth)) tip(ui, row.name);
    if (state.pressed) keepFirst(asked, action::History{HistoryAsk::Region, row.region});
    rect = {rect.x + ui.dp(10.0F), rect.y + ui.dp(3.0F), rect.width - ui.dp(16.0F),
            rect.height - ui.dp(6.0F)};
    writeRegion(cutTop(rect, ui.dp(20.0F) + secondLine), font,
                row.chosen ? ui.theme->onChosen : ui.theme->text, row.name);
    write(rect, ui.fonts.small, ui.theme->dim, fitted(ui.fonts.small, row.detail, rect.width));
}

// The whole body or one region, found by typing.
std::optional<Action> drawRegions(Ui& ui, float height, const HistoryModel& model) {
    std::optional<Action> asked;
    caption(ui, tr("Where"));
    const Field search{
        .text = model.search, .hint = tr("Search: shoulder left, knee, ..."), .icon = icon::kSearch};
    if (auto typed = field(ui, "history.search", takeRow(ui.dp(size::kControl)), search))
        keepFirst(asked, action::SearchHistory{*typed});
    gap(ui.dp(6.0F));
    const Rect list = takeRow(std::max(height, ui.dp(2 * kChoiceRow)));
    ImGui::SetCursorScreenPos(minOf(list));
    compat::beginChild("history.regions", {list.width, list.height}, ImGuiWindowFlags_NoBackground);
    if (model.search.empty()) {
        drawRegionRow(ui, {-1, "whole", tr("The whole body"), tr("all regions together"), model.isWholeBody},
                      asked);
    }
    for (const HistoryModel::RegionRow& row : model.regions)
        drawRegionRow(ui, row, asked);
    if (model.regions.empty() && !model.search.empty())
        write(takeRow(ui.dp(30.0F)), ui.fonts.body, ui.theme->dim, tr("No region is called that."));
    ImGui::EndChild();
    return asked;
}

std::optional<Action> drawScope(Ui& ui, const HistoryModel& model) {
    caption(ui, tr("Count the maps of"));
    const auto segment = [&](const CommandItem& item, const char* text, FrequencyScope scope) {
        return Segment{.name = item.name,
                       .text = text,
                       .tip = item.title,
                       .chosen = model.scope == scope,
                       .enabled = item.enabled};
    };
    const std::array segments{segment(model.countClient, tr("This client"), FrequencyScope::Client),
                              segment(model.countEverybody, tr("All clients"), FrequencyScope::Everybody)};
    return pressedRun(segmented(ui, takeRow(ui.dp(size::kControl)), segments), segments);
}

// Which of this client's visits count.
std::optional<Action> drawTicks(Ui& ui, const HistoryModel& model) {
    std::optional<Action> asked;
    if (model.scope == FrequencyScope::Everybody) {
        const char* text =
            tr("Of every visit of every client: the client's map, or the therapist's where the "
               "client made none. Nobody is named.");
        const float width = ImGui::GetContentRegionAvail().x;
        writeWrapped(takeRow(wrappedHeight(ui.fonts.small, text, width)), ui.fonts.small, ui.theme->dim,
                     text);
        return asked;
    }
    caption(ui, tr("Visits"));
    for (std::size_t i = 0; i < model.entries.size(); ++i) {
        const HistoryModel::Visit& visit = model.entries[i];
        Rect row = takeRow(ui.dp(size::kControl));
        if (listRow(ui, "history.count." + std::to_string(i), row, false).pressed)
            keepFirst(asked, action::History{HistoryAsk::Count, static_cast<int>(i)});
        cutLeft(row, ui.dp(8.0F));
        write(cutLeft(row, ui.dp(24.0F)), ui.fonts.body, visit.counted ? ui.theme->accent : ui.theme->border,
              visit.counted ? icon::kTicked : icon::kUnticked);
        write(row, ui.fonts.body, ui.theme->text, visit.title + " \u00b7 " + visit.date);
    }
    return asked;
}

}  // namespace

std::optional<Action> drawHistoryColumn(Ui& ui, const Rect& rect, const HistoryModel& model) {
    std::optional<Action> asked;
    fill(rect, ui.theme->panel);
    fill({rect.x, rect.y, ui.dp(1.0F), rect.height}, ui.theme->hairline);
    const Rect inside{rect.x + ui.dp(16.0F), rect.y, rect.width - ui.dp(16.0F), rect.height};
    ImGui::SetCursorScreenPos(minOf(inside));
    ImGui::SetNextWindowContentSize({inside.width - ui.dp(20.0F), 0.0F});
    compat::beginChild("history.column", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    const float top = ImGui::GetCursorScreenPos().y;
    gap(ui.dp(12.0F));
    if (model.page == HistoryPage::Frequency) {
        keepFirst(asked, drawScope(ui, model));
    } else {
        keepFirst(asked, drawAuthors(ui, model));
    }
    if (model.page != HistoryPage::Treatment) {
        gap(ui.dp(12.0F));
        keepFirst(asked, drawLayers(ui, model));
    }
    gap(ui.dp(12.0F));
    if (model.page == HistoryPage::Timeline) {
        keepFirst(asked, drawCompare(ui, model));
        gap(ui.dp(12.0F));
        if (!model.motions.empty()) {
            keepFirst(asked, drawMotions(ui, model));
            gap(ui.dp(12.0F));
        }
    }
    if (model.page == HistoryPage::Frequency) {
        keepFirst(asked, drawTicks(ui, model));
    } else {
        const float used = ImGui::GetCursorScreenPos().y - top;
        const float head = ui.dp(size::kControl + 48.0F);
        keepFirst(asked, drawRegions(ui, inside.height - used - head, model));
    }
    gap(ui.dp(8.0F));
    ImGui::EndChild();
    return asked;
}

}  // namespace palpate::ui
