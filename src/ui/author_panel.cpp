#include "ui/author_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <array>

namespace palpate::ui {

using clinic::Author;
using core::tr;

AuthorModel makeAuthorModel(const document::Document& document) {
    AuthorModel model;
    model.author = document.author;
    model.client = commandItem(document, "author.client");
    model.therapist = commandItem(document, "author.therapist");
    return model;
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
    const auto pressed = segmented(ui, takeRow(ui.dp(44.0F)), segments);
    if (!pressed) return std::nullopt;
    return action::Run{segments[*pressed].name};
}

}  // namespace palpate::ui
