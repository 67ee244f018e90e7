#include "ui/author_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <array>

namespace palpate::ui {

using clinic::Author;
using core::tr;

namespace {

constexpr float kAuthors = 44.0F, kAuthorGap = 8.0F;  // dp

std::optional<Action> drawMoments(Ui& ui, const AuthorModel& model) {
    gap(ui.dp(kAuthorGap));
    const auto segment = [&](const CommandItem& item, const char* text, clinic::Moment moment) {
        return Segment{.name = item.name,
                       .text = text,
                       .tip = item.title,
                       .shortcut = item.shortcut,
                       .chosen = model.moment == moment,
                       .enabled = item.enabled};
    };
    const std::array segments{segment(model.before, tr("Before treatment"), clinic::Moment::Before),
                              segment(model.after, tr("After treatment"), clinic::Moment::After)};
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return std::nullopt;
    return action::Run{segments[*pressed].name};
}

}  // namespace

AuthorModel makeAuthorModel(const document::Document& document) {
    AuthorModel model;
    model.author = document.author;
    model.client = commandItem(document, "author.client");
    model.therapist = commandItem(document, "author.therapist");
    model.offersMoments = document.author == Author::Therapist && !document.maps.empty();
    model.moment = document.moment;
    model.before = commandItem(document, "moment.before");
    model.after = commandItem(document, "moment.after");
    return model;
}

float authorHeight(const AuthorModel& model) {
    constexpr float kCaption = 18.0F + 4.0F;
    return kCaption + kAuthors + (model.offersMoments ? kAuthorGap + size::kControl : 0.0F);
}

std::optional<Action> drawAuthor(Ui& ui, const AuthorModel& model) {
    const Theme& theme = *ui.theme;
    caption(ui, tr("Painting as"));
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
    std::optional<Action> asked;
    if (const auto pressed = segmented(ui, takeRow(ui.dp(kAuthors)), segments))
        asked = action::Run{segments[*pressed].name};
    if (model.offersMoments) keepFirst(asked, drawMoments(ui, model));
    return asked;
}

}  // namespace palpate::ui
