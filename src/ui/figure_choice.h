#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::ui {

// The figures of the standard body as small pictures to choose from.
struct FigureChoice {
    struct Entry {
        std::string id, name;
        std::uint64_t texture = 0;  // OpenGL name, first row at the top; 0 = not drawn yet
        bool chosen = false;
    };
    std::vector<Entry> entries;

    // Of the pictures, width over height.
    static constexpr float kAspect = 0.75F;
    static constexpr float kPictureHeight = 190.0F;  // dp, the largest that is shown
};
// `chosen` need not be one of them.
[[nodiscard]] FigureChoice makeFigureChoice(std::string_view chosen);

// In one row as high as `rect`; the id of the one that was pressed. The controls are called `prefix` and the
// id.
std::optional<std::string> drawFigureChoice(Ui& ui, const Rect& rect, const FigureChoice& choice,
                                            const std::string& prefix);

// The dialog that changes the figure of the open client.
struct FigureDialogModel {
    FigureChoice choice;
    bool enabled = true;
};
[[nodiscard]] FigureDialogModel makeFigureDialogModel(const document::Document& document);
std::optional<Action> drawFigureDialog(Ui& ui, const FigureDialogModel& model);

}  // namespace palpate::ui
