#include "document/document.h"

#include "analysis/skin_area.h"
#include "core/text.h"

#include <algorithm>

namespace palpate::document {

namespace {

template <typename Record, typename Id>
const Record* find(const std::vector<Record>& records, Id id) {
    const auto it =
        std::find_if(records.begin(), records.end(), [id](const Record& r) { return r.id == id; });
    return it == records.end() ? nullptr : &*it;
}

}  // namespace

const clinic::Client* openClientOf(const Document& document) {
    return find(document.clients, document.client);
}

const clinic::Visit* openVisitOf(const Document& document) {
    return find(document.visits, document.visit);
}

const clinic::Visit* findVisit(const Document& document, core::VisitId visit) {
    return find(document.visits, visit);
}

OpenMap* openMapOf(Document& document, clinic::Author author) {
    const auto moment = author == clinic::Author::Client ? clinic::Moment::Before : document.moment;
    for (OpenMap& map : document.maps) {
        if (map.key.author == author && map.key.moment == moment) return &map;
    }
    return nullptr;
}

const OpenMap* openMapOf(const Document& document, clinic::Author author) {
    return openMapOf(const_cast<Document&>(document), author);
}

const OpenMap* shownMap(const Document& document) {
    return openMapOf(document, document.shown);
}

bool canPaintLayer(clinic::Author author, map::LayerKind layer) {
    return author == clinic::Author::Therapist || layer == map::LayerKind::Pain;
}

bool canPin(clinic::Author author) {
    return author == clinic::Author::Therapist;
}

bool canPaint(const Document& document) {
    return whyNoPainting(document).empty();
}

std::string whyNoPainting(const Document& document) {
    if (document.practice && !document.practice->info().readOnly.empty())
        return core::tr("This practice is open to be looked at only.");
    if (document.maps.empty()) return core::tr("Open a visit to paint.");
    if (document.compare) return core::tr("Close the comparison to paint.");
    if (document.history) return core::tr("Close the view over time to paint.");
    if (document.shown != document.author) {
        return document.author == clinic::Author::Therapist
                   ? core::tr(
                         "This is the client's map: only the client changes it. Show the therapist's map to "
                         "paint.")
                   : core::tr("This is the therapist's map. Show the client's map to paint.");
    }
    if (!shownMap(document)->damage.empty()) return shownMap(document)->damage + ".";
    if (shownMap(document)->isClosed())
        return core::tr("This map was finished. Open it again if it is to be changed.");
    if (document.tool.tool == PaintTool::Pin && !canPin(document.author))
        return core::tr("Pins are the therapist's. Choose the brush.");
    if (!canPaintLayer(document.author, document.tool.layer))
        return core::tr("The client paints pain only. Choose the pain layer.");
    if (!document.layersShown[static_cast<std::size_t>(document.tool.layer)])
        return core::tr("This layer is hidden. Show it to paint on it.");
    return {};
}

PaintTool toolInHand(const Document& document) {
    return document.heldTool.value_or(document.tool.tool);
}

double brushDiameterCm(const Document& document) {
    return document.tool.diameterCm(document.author);
}

float fitHeight(const Document& document) {
    const float aspect = document.viewportSize.x / document.viewportSize.y;
    return body::standardCamera(body::StandardView::Front, wholeBounds(document, *document.body), aspect)
        .height;
}

body::Box wholeBounds(const Document& document, const body::BodyModel& body) {
    constexpr float kMostCovered = 0.5F;
    const float covered = std::clamp(document.roomAtTop / document.viewportSize.y, 0.0F, kMostCovered);
    // What the margin above the head is too small for.
    const float missing = std::max(0.0F, covered - body::kMargin) / (1.0F - 2.0F * body::kMargin);
    body::Box bounds = body.mesh().bounds();
    bounds.highest.y += bounds.size().y * missing / (1.0F - missing);
    return bounds;
}

body::Box shownBounds(const Document& document) {
    return document.part ? document.part->bounds() : wholeBounds(document, *document.body);
}

CameraLimits cameraLimits(const Document& document) {
    const bool isClients = document.author == clinic::Author::Client && !document.compare;
    if (!isClients) return {};
    // A part that is shown alone is nearer than that already.
    return document.part ? CameraLimits{0.0F, body::kDeepestZoom} : CameraLimits{0.0F, 4.0F};
}

double areaScale(const Document& document) {
    const clinic::Client* client = openClientOf(document);
    if (client == nullptr) return 1.0;
    return analysis::areaScale(client->heightCm, client->weightKg, document.body->mesh());
}

}  // namespace palpate::document
