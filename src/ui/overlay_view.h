#pragma once

#include "body/overlay_kind.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/name_placing.h"
#include "ui/overlay_reading.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::ui {

// Places on the body: which kind is shown, their names, and what of them lies under the pointer. The figure
// that they are shown on.
struct OverlayModel {
    std::optional<body::OverlayKind> shown;
    struct Choice {
        CommandItem command;
        std::string text;  // "Regions"
        bool chosen = false;
    };
    std::vector<Choice> choices;         // nothing first
    std::string note;                    // what is to be kept in mind about this kind; may be empty
    std::vector<NameRequest> names;      // pixels from the picture's top left, the largest area first
    std::vector<NameRequest> backNames;  // upon the back, while it lies beside the front
    struct Under {
        std::string name, clinical;  // "Usually C5", "Cervical segment 5"
    };
    std::vector<Under> under;  // muscles or the dermatome under the pointer
    CommandItem figure;
    std::string figureName;  // "Neutral"
};
[[nodiscard]] OverlayModel makeOverlayModel(const document::Document& document,
                                            const OverlayReading& reading);

// The figure's button on the left of the row, the choice of overlay on its right with its note below.
void drawOverlayControls(Ui& ui, const Rect& row, const OverlayModel& model, std::optional<Action>& asked);
// Where the note ends, pixels.
[[nodiscard]] float overlayControlsBottom(const Ui& ui, const Rect& row, const OverlayModel& model);

// Names upon `picture`, all within `room`, none over `taken`. `leftBottom` and `rightTop`: where the columns
// at the edges have to stop and to start.
struct NameRoom {
    Rect picture, room;
    float leftBottom = 0.0F, rightTop = 0.0F, rightBottom = 0.0F;
    std::vector<Rect> taken;
};
void drawOverlayNames(const Ui& ui, const NameRoom& room, std::vector<NameRequest> names);

// What lies under the pointer, as lines of the card that names the region. Pixels.
[[nodiscard]] float underHeight(const Ui& ui, std::span<const OverlayModel::Under> under, float width);
void drawUnder(const Ui& ui, Rect rect, std::span<const OverlayModel::Under> under);

}  // namespace palpate::ui
