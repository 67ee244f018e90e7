#pragma once

#include "clinic/visit.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/ui.h"

#include <optional>
#include <string>

namespace palpate::ui {

// Who paints: said in words, with a picture and with a colour, and never out of sight.
struct AuthorModel {
    clinic::Author author = clinic::Author::Therapist;
    CommandItem client, therapist;
    // Only the therapist paints before the treatment and after it.
    bool offersMoments = false;
    clinic::Moment moment = clinic::Moment::Before;
    CommandItem before, after;
};
// Dp that drawAuthor() takes.
[[nodiscard]] float authorHeight(const AuthorModel& model);
[[nodiscard]] AuthorModel makeAuthorModel(const document::Document& document);
// Below the cursor of the current window.
std::optional<Action> drawAuthor(Ui& ui, const AuthorModel& model);

}  // namespace palpate::ui
