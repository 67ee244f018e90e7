#include "ui/scores/motion_page.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using clinic::Joint;
using clinic::MotionKey;
using clinic::MotionMode;
using clinic::MotionMoment;
using clinic::MotionSide;
using core::tr;
using core::trf;

constexpr int kStep = 5;                                                               // degrees
constexpr float kMotionRow = 54.0F, kField = 76.0F, kTouch = 44.0F, kFieldGap = 6.0F;  // dp
constexpr const char* kDegree = "\u00b0";

std::string nameOf(const MotionKey& key, const char* what) {
    return "motion." + clinic::motionText(key) + what;
}

// Names begin small, as they stand behind the joint's; here each begins a line.
MotionModel::Cell cellOf(const document::Document& document, const UiState& state, const MotionKey& key) {
    const document::MotionState& motions = document.motions;
    const clinic::Movement& movement = clinic::movements()[key.movement];
    MotionModel::Cell cell;
    cell.key = key;
    const auto kept = motions.measured[key];
    if (kept) cell.text = std::to_string(*kept);
    const auto& typed = state.scores.typedMotion;
    if (typed && typed->key == key) {
        cell.text = typed->text;
        cell.wrong = !typed->wrong.empty();
    }
    const auto before = motions.before.find(key);
    if (before != motions.before.end())
        cell.before = trf("visit {0}: {1}", {std::to_string(before->second.visit),
                                             std::to_string(before->second.degrees) + kDegree});
    if (kept && *kept - kStep >= movement.least) cell.less = *kept - kStep;
    if (kept && *kept + kStep <= movement.most) cell.more = *kept + kStep;
    if (!kept && before != motions.before.end()) cell.less = cell.more = before->second.degrees;
    return cell;
}

void addRows(MotionModel& model, const document::Document& document, const UiState& state) {
    for (std::size_t i = 0; i < clinic::kMovements; ++i) {
        const clinic::Movement& movement = clinic::movements()[i];
        if (movement.joint != model.joint) continue;
        MotionModel::Row row{
            core::capitalised(tr(movement.name)),
            trf("{0} to {1}", {std::to_string(movement.least), std::to_string(movement.most) + kDegree}),
            {}};
        const auto add = [&](MotionSide side) {
            row.cells.push_back(cellOf(document, state, {i, side, model.mode, model.moment}));
        };
        if (movement.isSided) {
            add(MotionSide::Left);
            add(MotionSide::Right);
        } else {
            add(MotionSide::Middle);
        }
        model.rows.push_back(std::move(row));
    }
}

std::optional<Action> drawJoints(Ui& ui, const MotionModel& model) {
    std::array<Segment, clinic::kJoints> segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        segments[i].name = "motion.joint." + std::to_string(i);
        segments[i].icon = model.measured[i] ? icon::kCheck : "";
        segments[i].text = tr(clinic::jointName(static_cast<Joint>(i)));
        segments[i].chosen = model.joint == static_cast<Joint>(i);
    }
    const auto pressed = segmented(ui, takeRow(ui.dp(kTouch)), segments);
    if (!pressed) return std::nullopt;
    return action::AskMotion{static_cast<Joint>(*pressed), model.mode, model.moment};
}

// Who moved it, and when.
std::optional<Action> drawKinds(Ui& ui, const MotionModel& model) {
    std::optional<Action> asked;
    const Rect row = takeRow(ui.dp(size::kControl));
    const auto segment = [](const char* name, const char* text, bool chosen) {
        return Segment{.name = name, .text = text, .chosen = chosen};
    };
    const std::array modes{
        segment("motion.active", tr("Active: moved by the person"), model.mode == MotionMode::Active),
        segment("motion.passive", tr("Passive: moved by you"), model.mode == MotionMode::Passive)};
    const std::array moments{
        segment("motion.before", tr("Before treatment"), model.moment == MotionMoment::Before),
        segment("motion.after", tr("After"), model.moment == MotionMoment::After)};
    const float space = ui.dp(12.0F);
    if (const auto pressed = segmented(ui, columnOf(row, 0, 2, space), modes))
        keepFirst(asked, action::AskMotion{model.joint, static_cast<MotionMode>(*pressed), model.moment});
    if (const auto pressed = segmented(ui, columnOf(row, 1, 2, space), moments))
        keepFirst(asked, action::AskMotion{model.joint, model.mode, static_cast<MotionMoment>(*pressed)});
    return asked;
}

// Where the parts of a cell stand.
struct Places {
    Rect field, less, more, before;
};
Places placesOf(const Ui& ui, const Rect& cell) {
    Rect rest = centred(cell, cell.width, ui.dp(kTouch));
    Places places;
    places.field = cutLeft(rest, ui.dp(kField), ui.dp(kFieldGap));
    places.less = cutLeft(rest, ui.dp(kTouch), ui.dp(kFieldGap));
    places.more = cutLeft(rest, ui.dp(kTouch), ui.dp(2 * kFieldGap));
    places.before = rest;
    return places;
}

void drawField(Ui& ui, const MotionModel& model, const MotionModel::Cell& cell, const Places& places,
               std::optional<Action>& asked) {
    write(places.before, ui.fonts.small, ui.theme->dim, cell.before);
    if (!model.trouble.empty()) return write(places.field, ui.fonts.body, ui.theme->disabled, cell.text);
    const Field look{.text = cell.text, .hint = kDegree, .wrong = cell.wrong, .most = 6};
    if (auto typed = field(ui, nameOf(cell.key, ""), places.field, look))
        keepFirst(asked, action::TypeMotion{cell.key, std::move(*typed)});
}

void drawSteps(Ui& ui, const MotionModel& model, const MotionModel::Cell& cell, const Places& places,
               std::optional<Action>& asked) {
    const bool same = cell.less && cell.less == cell.more;
    const auto step = [&](const char* name, const char* icon, const Rect& rect, const std::optional<int>& to,
                          const char* tip) {
        const Button look{.icon = icon,
                          .tip = same ? trf("As before: {0}", {std::to_string(*to) + kDegree}) : tip,
                          .enabled = model.trouble.empty() && to.has_value()};
        if (button(ui, nameOf(cell.key, name), rect, look))
            keepFirst(asked, action::NoteMotion{cell.key, to});
    };
    step(".less", icon::kMinus, places.less, cell.less, tr("5 degrees less"));
    step(".more", icon::kPlus, places.more, cell.more, tr("5 degrees more"));
}

// The cells of a row: two beside each other, or one between both sides.
std::vector<Rect> cellsOf(const Ui& ui, Rect row, std::size_t count) {
    if (count == 1) return {centred(row, row.width / 2.0F, row.height)};
    return {columnOf(row, 0, 2, ui.dp(2 * kFieldGap)), columnOf(row, 1, 2, ui.dp(2 * kFieldGap))};
}

std::optional<Action> drawTable(Ui& ui, const MotionModel& model) {
    std::optional<Action> asked;
    const float names = ui.dp(210.0F);
    Rect head = takeRow(ui.dp(24.0F));
    cutLeft(head, names);
    write(columnOf(head, 0, 2, ui.dp(2 * kFieldGap)), ui.fonts.strong, ui.theme->text, tr("Left"));
    write(columnOf(head, 1, 2, ui.dp(2 * kFieldGap)), ui.fonts.strong, ui.theme->text, tr("Right"));
    std::vector<std::pair<const MotionModel::Cell*, Places>> cells;
    for (const MotionModel::Row& row : model.rows) {
        Rect rect = takeRow(ui.dp(kMotionRow));
        fill({rect.x, rect.y, rect.width, ui.dp(1.0F)}, ui.theme->hairline);
        Rect name = cutLeft(rect, names).inset(ui.dp(4.0F));
        write(cutTop(name, name.height * 0.55F), ui.fonts.body, ui.theme->text, row.name);
        write(name, ui.fonts.small, ui.theme->dim, row.range);
        const auto places = cellsOf(ui, rect, row.cells.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.emplace_back(&row.cells[i], placesOf(ui, places[i]));
    }
    // All fields before the buttons: Tab goes from number to number.
    for (const auto& [cell, places] : cells)
        drawField(ui, model, *cell, places, asked);
    for (const auto& [cell, places] : cells)
        drawSteps(ui, model, *cell, places, asked);
    return asked;
}

}  // namespace

MotionModel makeMotionModel(const document::Document& document, const UiState& state) {
    MotionModel model;
    model.joint = state.scores.motion.joint;
    model.mode = state.scores.motion.mode;
    model.moment = state.scores.motion.moment;
    model.trouble = document.visit ? document.motions.trouble : tr("No visit is open.");
    if (state.scores.typedMotion) model.wrong = state.scores.typedMotion->wrong;
    for (const auto& [key, degrees] : document.motions.measured.degrees)
        model.measured[static_cast<std::size_t>(clinic::movements()[key.movement].joint)] = true;
    addRows(model, document, state);
    return model;
}

std::optional<Action> drawMotionPage(Ui& ui, const MotionModel& model) {
    std::optional<Action> asked;
    keepFirst(asked, drawJoints(ui, model));
    gap(ui.dp(8.0F));
    keepFirst(asked, drawKinds(ui, model));
    gap(ui.dp(10.0F));
    keepFirst(asked, drawTable(ui, model));
    const std::string note =
        model.wrong.empty()
            ? tr("Degrees from the joint's zero; left and right are the person's own. Type, and Tab to the "
                 "next. An emptied field takes a number back.")
            : model.wrong;
    const float width = ImGui::GetContentRegionAvail().x;
    gap(ui.dp(6.0F));
    writeWrapped(takeRow(wrappedHeight(ui.fonts.small, note, width)), ui.fonts.small,
                 model.wrong.empty() ? ui.theme->dim : ui.theme->text, note);
    return asked;
}

}  // namespace palpate::ui
