#pragma once

#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "body/body_part.h"
#include "body/camera.h"
#include "body/overlay_kind.h"
#include "clinic/client.h"
#include "clinic/visit.h"
#include "core/time.h"
#include "document/check_in_state.h"
#include "document/compare_state.h"
#include "document/history_state.h"
#include "document/motion_state.h"
#include "document/notice.h"
#include "document/open_map.h"
#include "document/practice_state.h"
#include "document/score_state.h"
#include "document/selection.h"
#include "document/tool_settings.h"
#include "image/vision.h"
#include "records/practice.h"

#include <glm/vec2.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::document {

// A history entry that is not on the disk yet because writing failed. Written before any later one.
struct PendingEntry {
    clinic::MapKey key;
    records::JournalEntry entry;
};

// The skin under the pointer.
struct Hover {
    body::SkinPoint point;
    body::RegionIndex region = 0;

    friend bool operator==(const Hover&, const Hover&) = default;
};

// A way of the camera from one place to another.
struct CameraMove {
    body::Camera from, to;
    double startSeconds = -1.0;  // set by the first tick after it was asked for
};

// A figure that was chosen for the open client, as something to take back.
struct FigureStep {
    std::string before, after;
    std::array<std::size_t, 2> positions{};  // of the histories of the client's and the therapist's map
};

// Areas to avoid on an earlier map of the therapist's.
struct AvoidBefore {
    clinic::MapKey map;
    std::string areas;   // "Lower spine; Front of the neck, left"
    bool taken = false;  // they were painted into the open map
};

struct Appearance {
    bool dark = false;
    bool highContrast = false;  // black on white; where dark, white on black
    bool reduceMotion = false;
    bool helpShown = false;
    double scale = 1.0;                          // 1..3
    bool blackAndWhite = false;                  // the body and its paint, as on a printer without colours
    image::Vision vision = image::Vision::Full;  // as whom the whole window is seen
    bool penSizes = false;  // how hard a pen presses sets the size of the therapist's brush

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

// All that the program knows while it runs, as plain data. Views read a const Document; only the functions of
// document/edit.h, document/open.h, document/compare.h and the tools write to one. Moved, never copied.
struct Document {
    // What is painted on. Follows the open client's figure; never null once the program runs.
    std::filesystem::path modelsFolder;
    std::shared_ptr<const body::BodyModel> body;

    std::unique_ptr<records::Practice> practice;  // null before one is open
    std::vector<clinic::Client> clients;          // by code
    PracticeState practiceState;                  // of that practice
    core::ClientId client;                        // the open one; 0 = none
    std::vector<clinic::Visit> visits;            // of the open client, oldest first
    core::VisitId visit;                          // the open one; 0 = none

    // While a visit is open: the client's map, the therapist's, both "before", then the therapist's "after";
    // else empty.
    std::vector<OpenMap> maps;
    // Which of the therapist's two maps is shown and painted. The client's is always the one before
    // treatment.
    clinic::Moment moment = clinic::Moment::Before;
    clinic::Author author = clinic::Author::Therapist;  // "painting as"
    clinic::Author shown = clinic::Author::Therapist;   // whose map the picture shows

    // Areas to avoid of an earlier visit that the open one began without (document/avoid_before.h).
    std::optional<AvoidBefore> avoidBefore;

    ScoreState scores;  // ratings and corrections of the open visit
    MotionState motions;
    // Figures chosen while the visit was open, see document/figure.h: the last one of each is next.
    std::vector<FigureStep> figuresDone, figuresUndone;

    ToolSettings tool;
    // What the tool is for as long as Ctrl or Shift is held over the picture.
    std::optional<PaintTool> heldTool;
    std::optional<Selection> selection;  // what is being edited; of the map of whoever paints
    // The tool that comes back into the hand when what is being edited is let go of: it was taken up from a
    // list or by its number, not with the tool that changes it.
    std::optional<PaintTool> toolBefore;
    std::optional<TextRun> textRun;
    RegionChoice regions;
    std::array<bool, map::kLayerCount> layersShown{true, true, true, true};
    std::optional<body::OverlayKind> overlay;         // places shown on the skin
    std::shared_ptr<const body::AtlasLabels> labels;  // null before muscles or dermatomes were asked for
    bool painting = false;  // a stroke is being made: nothing else may change the maps

    body::Camera camera;
    std::optional<CameraMove> cameraMove;
    // What alone is shown, picked and painted; null: the whole body. Of `body`.
    std::shared_ptr<const body::BodyPart> part;
    bool flat = false;                       // front and back side by side, never turned
    glm::vec2 viewportSize{800.0F, 800.0F};  // pixels of the picture that the pointer paints in
    float pixelsPerDp = 1.0F;                // of that picture
    float roomAtTop = 0.0F;                  // pixels of it that lie under something else
    std::optional<Hover> hover;

    std::optional<CompareState> compare;  // set while the compare view is open
    // Set while the view over time is open; below the compare view if that was opened from it.
    std::optional<HistoryState> history;
    analysis::ChangeRules changeRules;  // what counts as change, as the practice set it
    std::optional<CheckIn> checkIn;     // set while the client has the window

    std::vector<Notice> notices;  // oldest first
    // What was told when the running drag began. It is what is shown until the drag ends: a line that comes
    // or goes would move the picture under the hand that paints on it.
    std::optional<std::vector<Notice>> noticesInStroke;
    std::deque<PendingEntry> pending;
    std::optional<core::Timestamp> saved;  // when something was last written
    Appearance appearance;

    std::size_t damageTold = 0;  // damaged records of the practice that a notice has named

    std::uint64_t version = 0;  // goes up with every change
    std::uint64_t nextNotice = 1;
};

[[nodiscard]] const clinic::Client* openClientOf(const Document& document);  // null if none is open
[[nodiscard]] const clinic::Visit* openVisitOf(const Document& document);
[[nodiscard]] const clinic::Visit* findVisit(const Document& document, core::VisitId visit);
// Null while no visit is open. Of the therapist's two maps the one of Document::moment.
[[nodiscard]] const OpenMap* openMapOf(const Document& document, clinic::Author author);
[[nodiscard]] OpenMap* openMapOf(Document& document, clinic::Author author);
[[nodiscard]] const OpenMap* shownMap(const Document& document);

// A visit is open and nothing is being compared, the map shown is the one of whoever paints, and the layer is
// theirs to paint on: the client paints pain; the therapist paints every layer of the therapist's own map and
// never the client's.
[[nodiscard]] bool canPaint(const Document& document);
[[nodiscard]] bool canPaintLayer(clinic::Author author, map::LayerKind layer);
// Pins are what hands find: the therapist sets them.
[[nodiscard]] bool canPin(clinic::Author author);
// Why canPaint() is false, as one sentence for a person; empty if it is true.
[[nodiscard]] std::string whyNoPainting(const Document& document);

// The tool that a press would use: the one held, else the one chosen. Ctrl makes every tool an eraser, Shift
// the brush and the eraser a softener.
[[nodiscard]] PaintTool toolInHand(const Document& document);

// The open client's own skin area over the figure's (analysis::areaScale); 1 if it is not known.
[[nodiscard]] double areaScale(const Document& document);

// The size of the brush of whoever paints, in centimetres on the skin.
[[nodiscard]] double brushDiameterCm(const Document& document);
// The height of the world in the viewport that shows the whole body, in metres: the far end of zooming.
[[nodiscard]] float fitHeight(const Document& document);
// Of all of that body's skin, and of room above its head for what covers the picture's top.
[[nodiscard]] body::Box wholeBounds(const Document& document, const body::BodyModel& body);
// Of the skin that is shown: of the whole body, see wholeBounds(), or of a part.
[[nodiscard]] body::Box shownBounds(const Document& document);

// How far whoever paints can move the picture. A client only turns it and cannot come so near that the body
// is lost; soles and crown have views of their own.
struct CameraLimits {
    float pitchDegrees = 89.0F;
    float deepestZoom = body::kDeepestZoom;
};
[[nodiscard]] CameraLimits cameraLimits(const Document& document);

}  // namespace palpate::document
