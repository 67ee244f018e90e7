#pragma once

#include "document/document.h"
#include "ui/author_panel.h"
#include "ui/brush_panel.h"
#include "ui/command_item.h"
#include "ui/details_panel.h"
#include "ui/findings_panel.h"
#include "ui/layers_panel.h"
#include "ui/readings.h"
#include "ui/rect.h"
#include "ui/scores/scores_model.h"
#include "ui/selection_panel.h"
#include "ui/words_panel.h"

#include <optional>
#include <string>

namespace palpate::ui {

// The right column: who paints stands fast at its top and the scores at its foot, the rest scrolls where the
// window is low. The scores take the place of the tools when they are opened.
struct ToolsModel {
    AuthorModel author;
    LayersModel layers;
    BrushModel brush;
    WordsModel words;
    DetailsModel details;
    SelectionModel selection;
    PinModel pin;
    FindingsModel findings;
    ScoresModel scores;  // set by makeScreenModel()
    // Why nothing can be painted now, and what would change that: shown in place of brush and words.
    std::string locked;
    std::optional<CommandItem> unlock;
    std::string unlockText;
};
[[nodiscard]] ToolsModel makeToolsModel(const document::Document& document, const Reading& reading);
std::optional<Action> drawTools(Ui& ui, const Rect& rect, const ToolsModel& model);

}  // namespace palpate::ui
