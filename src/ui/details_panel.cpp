#include "ui/details_panel.h"

#include "core/text.h"
#include "document/edit.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace palpate::ui {
namespace {

using core::tr;
using map::LayerKind;

constexpr std::array kTechniques{"effleurage",    "petrissage",         "friction",   "compression",
                                 "trigger point", "myofascial release", "stretching", "deep tissue",
                                 "tapotement",    "vibration",          "hot/cold"};
constexpr std::array kResponses{"released", "eased", "unchanged", "sore"};
constexpr std::array kReasons{"recent surgery", "injury", "inflammation", "varicose veins",
                              "skin condition", "numb",   "not wanted"};

template <typename Chosen>
std::vector<DetailsModel::Choice> choices(std::span<const char* const> ids, const Chosen& isChosen) {
    std::vector<DetailsModel::Choice> all;
    for (const char* id : ids)
        all.push_back({id, core::capitalised(tr(id)), isChosen(id)});
    return all;
}

std::optional<std::size_t> drawChoices(Ui& ui, const char* prefix,
                                       const std::vector<DetailsModel::Choice>& all, bool enabled) {
    std::vector<Chip> shown;
    for (const DetailsModel::Choice& choice : all)
        shown.push_back({std::string(prefix) + choice.id, choice.text, choice.chosen});
    return chips(ui, shown, enabled);
}

// A line of text; what is typed is taken over letter by letter.
std::optional<std::string> textRow(Ui& ui, const char* name, const std::string& text, const char* hint) {
    Field look{.text = text, .hint = hint};
    look.most = map::kLongestText;
    const Rect row = takeRow(ui.dp(size::kControl));
    const auto typed = field(ui, name, row, look);
    // What the field has no room for can be read below it.
    if (textWidth(ui.fonts.body, text) > row.width - 2 * ui.dp(10.0F)) {
        gap(ui.dp(4.0F));
        const float height = wrappedHeight(ui.fonts.small, text, row.width);
        writeWrapped(takeRow(height), ui.fonts.small, ui.theme->text, text);
    }
    return typed;
}

void askFor(std::optional<Action>& asked, map::PlaceEdit edit, bool typed) {
    keepFirst(asked, action::ChangePlace{std::move(edit), typed});
}

void drawMinutes(Ui& ui, const DetailsModel& model, std::optional<Action>& asked) {
    constexpr int kStep = 5;
    Rect row = takeRow(ui.dp(size::kControl));
    write(cutLeft(row, ui.dp(72.0F)), ui.fonts.smallStrong, ui.theme->dim, tr("Minutes"));
    const auto ask = [&](int minutes) {
        map::PlaceEdit edit;
        edit.minutes = std::clamp(minutes, 0, map::kMostMinutes);
        askFor(asked, std::move(edit), true);
    };
    const Button less{
        .icon = icon::kMinus, .tip = tr("Five minutes less"), .enabled = model.enabled && model.minutes > 0};
    if (button(ui, "minutes.less", cutLeft(row, row.height, ui.dp(6.0F)), less)) ask(model.minutes - kStep);
    const std::string text =
        model.minutes == 0 ? std::string(tr("not stated")) : std::to_string(model.minutes);
    write(cutLeft(row, ui.dp(92.0F), ui.dp(6.0F)), model.minutes == 0 ? ui.fonts.small : ui.fonts.strong,
          model.minutes == 0 ? ui.theme->dim : ui.theme->text, text, 0.5F);
    const Button more{.icon = icon::kPlus, .tip = tr("Five minutes more"), .enabled = model.enabled};
    if (button(ui, "minutes.more", cutLeft(row, row.height), more)) ask(model.minutes + kStep);
}

void drawTreated(Ui& ui, const DetailsModel& model, std::optional<Action>& asked) {
    caption(ui, tr("Techniques"));
    if (const auto pressed = drawChoices(ui, "technique.", model.techniques, model.enabled)) {
        map::PlaceEdit edit;
        edit.techniques.emplace();
        for (std::size_t i = 0; i < model.techniques.size(); ++i) {
            if (model.techniques[i].chosen != (i == *pressed))
                edit.techniques->push_back(model.techniques[i].id);
        }
        askFor(asked, std::move(edit), false);
    }
    gap(ui.dp(8.0F));
    drawMinutes(ui, model, asked);
    gap(ui.dp(8.0F));
    caption(ui, tr("Response"));
    map::PlaceEdit edit;
    if (const auto pressed = drawChoices(ui, "response.", model.responses, model.enabled)) {
        const auto& choice = model.responses[*pressed];
        edit.response = choice.chosen ? std::string() : choice.id;
    }
    gap(ui.dp(6.0F));
    if (auto typed = textRow(ui, "place.response", model.response, tr("or in other words")))
        edit.response = *typed;
    if (edit.response) askFor(asked, std::move(edit), true);
}

void drawAvoid(Ui& ui, const DetailsModel& model, std::optional<Action>& asked) {
    caption(ui, tr("Why it is to be avoided"));
    map::PlaceEdit edit;
    if (const auto pressed = drawChoices(ui, "reason.", model.reasons, model.enabled)) {
        const auto& choice = model.reasons[*pressed];
        edit.reason = choice.chosen ? std::string() : choice.id;
    }
    gap(ui.dp(6.0F));
    if (auto typed = textRow(ui, "place.reason", model.reason, tr("or in other words"))) edit.reason = *typed;
    if (edit.reason) askFor(asked, std::move(edit), true);
}

}  // namespace

DetailsModel makeDetailsModel(const document::Document& document) {
    DetailsModel model;
    const map::Place& place = document::placeInHand(document);
    model.layer = document.tool.layer;
    model.hasNote = document::selectedPlace(document) != nullptr;
    model.enabled = document::canPaint(document);
    model.note = place.note;
    if (model.layer == LayerKind::Treated) {
        const auto& used = place.techniques;
        model.techniques = choices(kTechniques, [&](const char* id) {
            return std::find(used.begin(), used.end(), id) != used.end();
        });
        // Those that came from elsewhere can be taken away here, too.
        for (const std::string& technique : used) {
            const bool known = std::any_of(kTechniques.begin(), kTechniques.end(),
                                           [&](const char* id) { return technique == id; });
            if (!known) model.techniques.push_back({technique, core::capitalised(technique), true});
        }
        model.minutes = place.minutes;
        model.response = place.response;
        model.responses = choices(kResponses, [&](const char* id) { return place.response == id; });
    }
    if (model.layer == LayerKind::Avoid) {
        model.reason = place.reason;
        model.reasons = choices(kReasons, [&](const char* id) { return place.reason == id; });
    }
    return model;
}

std::optional<Action> drawDetails(Ui& ui, const DetailsModel& model) {
    std::optional<Action> asked;
    if (model.layer == LayerKind::Treated) drawTreated(ui, model, asked);
    if (model.layer == LayerKind::Avoid) drawAvoid(ui, model, asked);
    if (!model.hasNote) return asked;
    gap(ui.dp(8.0F));
    if (auto typed = textRow(ui, "place.note", model.note, tr("Note"))) {
        map::PlaceEdit edit;
        edit.note = *typed;
        askFor(asked, std::move(edit), true);
    }
    return asked;
}

}  // namespace palpate::ui
