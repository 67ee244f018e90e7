#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>

namespace palpate::ui {

// What has to be known of the open client before a hand is laid on: a strip over the body, always there.
struct CautionModel {
    std::string contraindications, areasToAvoid;  // empty: nothing was noted
    [[nodiscard]] bool isEmpty() const { return contraindications.empty() && areasToAvoid.empty(); }
};
[[nodiscard]] CautionModel makeCautionModel(const document::Document& document);
// Pixels that it takes in a strip of that width; 0 if there is nothing to say. Each of the two has three
// lines at most; the tip and the record have all.
[[nodiscard]] float cautionHeight(const Ui& ui, float width, const CautionModel& model);
// Pressed, it opens the client's record.
std::optional<Action> drawCaution(Ui& ui, const Rect& rect, const CautionModel& model);

}  // namespace palpate::ui
