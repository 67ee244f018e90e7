#include "ui/compare_panel.h"

#include "core/text.h"
#include "ui/dropdown.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::tr;
using document::CompareMode;
using document::ComparePair;

// The maps that a choice of another visit leads to.
action::CompareMaps withVisit(const CompareModel& model, core::VisitId visit, bool isFrom) {
    action::CompareMaps maps{model.fromKey, model.toKey};
    if (isFrom || model.pair != ComparePair::Visits) maps.from.visit = visit;
    if (!isFrom || model.pair != ComparePair::Visits) maps.to.visit = visit;
    return maps;
}

std::optional<Action> drawPicker(Ui& ui, const std::string& name, const Rect& rect, const CompareModel& model,
                                 bool isFrom) {
    const ComparePicturesModel::Side& side = isFrom ? model.from : model.to;
    const bool isVisit = model.pair == ComparePair::Visits;
    std::string visit;
    for (const CompareModel::VisitEntry& entry : model.visits) {
        if (entry.id == side.visit) visit = entry.text;
    }
    Dropdown look{.caption = isVisit ? (isFrom ? tr("from") : tr("to")) : side.title,
                  .text = visit,
                  .entries = {},
                  .tip = isVisit ? (isFrom ? tr("The map that changes are counted from")
                                           : tr("The map that changes are counted to"))
                                 : tr("The visit whose maps are compared")};
    for (const CompareModel::VisitEntry& entry : model.visits) {
        look.entries.push_back(
            {name + "." + std::to_string(entry.id.value), entry.text, entry.id == side.visit});
    }
    const auto pressed = dropdown(ui, name, rect, look);
    if (!pressed) return std::nullopt;
    return withVisit(model, model.visits[*pressed].id, isFrom);
}

// Exchanging both, and whether all turn together.
std::optional<Action> drawBetweenPickers(Ui& ui, Rect middle, const CompareModel& model) {
    std::optional<Action> asked;
    const float control = ui.dp(size::kControl);
    const Button swap{.kind = Button::Kind::Ghost,
                      .icon = icon::kExchange,
                      .text = {},
                      .tip = model.swap.title,
                      .shortcut = model.swap.shortcut,
                      .enabled = model.swap.enabled};
    if (button(ui, model.swap.name, cutLeft(middle, control, ui.dp(6.0F)), swap))
        keepFirst(asked, action::Run{model.swap.name});
    if (model.mode != CompareMode::SideBySide) return asked;
    const Button link{.kind = Button::Kind::Plain,
                      .icon = model.linked ? icon::kLink : icon::kUnlink,
                      .text = {},
                      .tip = model.linked
                                 ? tr("The pictures turn together. Press to turn each on its own.")
                                 : tr("Each picture turns on its own. Press to turn all as the first."),
                      .shortcut = model.link.shortcut,
                      .enabled = model.link.enabled,
                      .chosen = model.linked};
    if (button(ui, model.link.name, middle, link)) keepFirst(asked, action::Run{model.link.name});
    return asked;
}

// Each picker over its own picture.
std::optional<Action> drawPickers(Ui& ui, const Rect& bar, const CompareModel& model) {
    std::optional<Action> asked;
    fill(bar, ui.theme->panel);
    fill({bar.x, bar.bottom() - ui.dp(1.0F), bar.width, ui.dp(1.0F)}, ui.theme->hairline);
    const float control = ui.dp(size::kControl);
    const bool links = model.mode == CompareMode::SideBySide;
    const float middle = control + (links ? ui.dp(6.0F + 52.0F) : 0.0F);
    Rect head = centred(bar, bar.width - 2 * ui.dp(14.0F), control);
    const float each = std::floor((head.width - middle - 2 * ui.dp(12.0F)) / 2.0F);
    const Rect from = cutLeft(head, each);
    const Rect to = cutRight(head, each);
    keepFirst(asked, drawPicker(ui, "compare.pick_from", from, model, true));
    keepFirst(asked, drawBetweenPickers(ui, centred(head, middle, control), model));
    keepFirst(asked, drawPicker(ui, "compare.pick_to", to, model, false));
    return asked;
}

std::optional<Action> drawSegments(Ui& ui, const Rect& row, std::span<const CompareModel::Choice> choices) {
    std::vector<Segment> segments;
    for (const CompareModel::Choice& choice : choices) {
        segments.push_back({.name = choice.command.name,
                            .icon = "",
                            .text = choice.text,
                            .tip = choice.command.title,
                            .shortcut = choice.command.shortcut,
                            .chosen = choice.chosen,
                            .enabled = choice.command.enabled});
    }
    const auto pressed = segmented(ui, row, segments);
    if (!pressed) return std::nullopt;
    return action::Run{segments[*pressed].name};
}

// Two above two: the names are long.
std::optional<Action> drawModes(Ui& ui, const CompareModel& model) {
    const std::span<const CompareModel::Choice> modes(model.modes);
    std::optional<Action> asked = drawSegments(ui, takeRow(ui.dp(size::kControl)), modes.first(2));
    gap(ui.dp(6.0F));
    keepFirst(asked, drawSegments(ui, takeRow(ui.dp(size::kControl)), modes.subspan(2)));
    return asked;
}

// How much of the first map is seen, for whoever does not drag.
std::optional<Action> drawShare(Ui& ui, const CompareModel& model) {
    if (model.mode != CompareMode::Wipe && model.mode != CompareMode::Onion) return std::nullopt;
    gap(ui.dp(8.0F));
    Rect row = takeRow(ui.dp(size::kControl));
    const std::string percent = core::trf("{0} %", {std::to_string(std::lround(100.0 * model.share))});
    // The map laid over the other need not be the earlier one: the two can be swapped.
    const std::string name = model.mode == CompareMode::Onion ? model.readout.fromTitle : tr("Line at");
    write(cutLeft(row, ui.dp(92.0F)), ui.fonts.body, ui.theme->text, name);
    write(cutRight(row, ui.dp(54.0F)), ui.fonts.strong, ui.theme->text, percent, 1.0F);
    const Slider look{.value = 100.0 * model.share,
                      .least = 0.0,
                      .most = 100.0,
                      .tip = tr("Drag, or press the left and right arrow keys")};
    const auto moved = slider(ui, "compare.share", row, look);
    if (!moved) return std::nullopt;
    return action::SetCompareShare{*moved / 100.0};
}

// The visits after one more tick, or after one was taken away; empty if that leaves too few or too many.
std::vector<core::VisitId> afterTick(const CompareModel& model, std::size_t ticked) {
    std::vector<core::VisitId> visits;
    for (std::size_t i = 0; i < model.visits.size(); ++i) {
        if (model.visits[i].ticked != (i == ticked)) visits.push_back(model.visits[i].id);
    }
    const bool fits = visits.size() >= 2 && visits.size() <= document::kMostCompared;
    return fits ? visits : std::vector<core::VisitId>();
}

std::optional<Action> drawTicks(Ui& ui, const Rect& from, const CompareModel& model) {
    constexpr float kMostRows = 10.0F;
    const float padding = ui.dp(6.0F), head = ui.dp(30.0F);
    const auto rows = std::min(static_cast<float>(model.visits.size()), kMostRows);
    const float height = head + ui.dp(size::kControl) * rows + 2 * padding;
    ImGui::SetNextWindowPos({from.x, from.bottom() + ui.dp(4.0F)});
    ImGui::SetNextWindowSize({from.width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    const bool open = ImGui::BeginPopup("ticks", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (!open) return std::nullopt;
    std::optional<Action> asked;
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect window{at.x, at.y, from.width, height};
    ui.rects.add({"ticks", window, window, false, ui.depth + 1});
    ui.depth += 2;
    Rect title = takeRow(head);
    cutLeft(title, ui.dp(12.0F));
    write(title, ui.fonts.small, ui.theme->dim, tr("Two to four visits side by side"));
    for (std::size_t i = 0; i < model.visits.size(); ++i) {
        const CompareModel::VisitEntry& visit = model.visits[i];
        const auto after = afterTick(model, i);
        Rect row = takeRow(ui.dp(size::kControl));
        const bool pressed =
            listRow(ui, "compare.tick." + std::to_string(visit.id.value), row, visit.ticked).pressed;
        if (pressed && !after.empty()) keepFirst(asked, action::CompareVisits{after});
        const Colour ink = after.empty()  ? ui.theme->disabled
                           : visit.ticked ? ui.theme->onChosen
                                          : ui.theme->text;
        cutLeft(row, ui.dp(12.0F));
        write(cutLeft(row, ui.dp(26.0F)), ui.fonts.body, ink, visit.ticked ? icon::kTicked : icon::kUnticked);
        write(row, ui.fonts.body, ink, visit.text);
    }
    ui.depth -= 2;
    ImGui::EndPopup();
    return asked;
}

// What is compared; of visits, which stand side by side.
std::optional<Action> drawPair(Ui& ui, const CompareModel& model) {
    Rect row = takeRow(ui.dp(size::kControl));
    std::optional<Action> asked;
    const bool ticks = model.pair == ComparePair::Visits && model.mode == CompareMode::SideBySide;
    if (ticks) {
        const auto count =
            std::count_if(model.visits.begin(), model.visits.end(), [](const auto& v) { return v.ticked; });
        ImGui::PushID("compare.ticks");
        const Button look{
            .icon = icon::kTicked,
            .text = core::trf("{0} of {1}", {std::to_string(count), std::to_string(model.visits.size())}),
            .tip = tr("Choose two to four visits to stand side by side")};
        const Rect whole = row;
        if (button(ui, "compare.ticks", cutRight(row, ui.dp(100.0F), ui.dp(8.0F)), look))
            ImGui::OpenPopup("ticks");
        keepFirst(asked, drawTicks(ui, whole, model));
        ImGui::PopID();
    }
    Dropdown look{.caption = {}, .text = {}, .entries = {}, .tip = tr("What is compared with what")};
    for (const CompareModel::Choice& choice : model.pairs) {
        look.entries.push_back({choice.command.name, choice.text, choice.chosen});
        if (choice.chosen) look.text = choice.text;
    }
    if (const auto pressed = dropdown(ui, "compare.pair", row, look))
        keepFirst(asked, action::Run{model.pairs[*pressed].command.name});
    return asked;
}

std::optional<Action> drawAuthors(Ui& ui, const CompareModel& model) {
    if (model.pair == ComparePair::Authors) return std::nullopt;
    gap(ui.dp(8.0F));
    const Theme& theme = *ui.theme;
    const auto segment = [&](const char* name, const char* icon, const char* text, Author author) {
        return Segment{.name = name,
                       .icon = icon,
                       .text = text,
                       .tip = tr("Whose maps are compared"),
                       .shortcut = {},
                       .chosen = model.author == author,
                       .enabled = true,
                       .face = author == Author::Client ? theme.client : theme.therapist,
                       .ink = theme.onAuthor};
    };
    const std::array segments{segment("compare.client", icon::kUser, tr("Client"), Author::Client),
                              segment("compare.therapist", icon::kHand, tr("Therapist"), Author::Therapist)};
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return std::nullopt;
    const Author author = *pressed == 0 ? Author::Client : Author::Therapist;
    action::CompareMaps maps{model.fromKey, model.toKey};
    maps.from.author = maps.to.author = author;
    return maps;
}

}  // namespace

std::optional<Action> drawComparePictures(Ui& ui, const Rect& rect, const CompareModel& model) {
    Rect rest = rect;
    std::optional<Action> asked = drawPickers(ui, cutTop(rest, ui.dp(56.0F)), model);
    keepFirst(asked, drawComparedPictures(ui, rest, model));
    return asked;
}

std::optional<Action> drawCompareColumn(Ui& ui, const Rect& rect, const CompareModel& model) {
    std::optional<Action> asked;
    fill(rect, ui.theme->panel);
    const Rect inside{rect.x + ui.dp(16.0F), rect.y, rect.width - ui.dp(16.0F), rect.height};
    ImGui::SetCursorScreenPos(minOf(inside));
    ImGui::SetNextWindowContentSize({inside.width - ui.dp(20.0F), 0.0F});
    compat::beginChild("measures", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    gap(ui.dp(10.0F));
    keepFirst(asked, drawModes(ui, model));
    keepFirst(asked, drawShare(ui, model));
    gap(ui.dp(8.0F));
    keepFirst(asked, drawPair(ui, model));
    keepFirst(asked, drawAuthors(ui, model));
    gap(ui.dp(8.0F));
    keepFirst(asked, drawSegments(ui, takeRow(ui.dp(size::kControl)), model.layers));
    gap(ui.dp(10.0F));
    keepFirst(asked, drawCompareReadout(ui, model.readout, model.rules));
    gap(ui.dp(14.0F));
    ImGui::EndChild();
    return asked;
}

}  // namespace palpate::ui
