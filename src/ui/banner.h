#pragma once

#include "document/document.h"
#include "document/notice.h"
#include "ui/action.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <vector>

namespace palpate::ui {

// What a person is told, newest at the top, three at most; errors before warnings before the rest.
struct BannerModel {
    std::vector<document::Notice> notices;
};
[[nodiscard]] BannerModel makeBannerModel(const document::Document& document);
// Only what went wrong: for a dialog, which lies over the others.
[[nodiscard]] BannerModel makeErrorModel(const document::Document& document);
// The height that they need one below the other in that width, with air below each; 0 without any.
[[nodiscard]] float bannersHeight(const Ui& ui, float width, const BannerModel& model);
// From the top of `area`, each in a child window so that it lies over what was drawn before.
std::optional<Action> drawBanners(Ui& ui, const Rect& area, const BannerModel& model);

}  // namespace palpate::ui
