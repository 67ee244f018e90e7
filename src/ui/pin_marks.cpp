#include "ui/pin_marks.h"

#include "image/palette.h"
#include "ui/level_looks.h"
#include "ui/paint.h"
#include "ui/selection_panel.h"
#include "ui/spots.h"

#include <glm/geometric.hpp>

#include <array>
#include <cmath>
#include <optional>

namespace palpate::ui {
namespace {

constexpr float kRadius = 11.0F;  // dp
constexpr Colour kFace = rgb(0xFFFFFF);
constexpr Colour kInk = toColour(image::palette::kContour);

const char* letterOf(map::PinKind kind) {
    switch (kind) {
        case map::PinKind::TriggerPoint:
            return "T";
        case map::PinKind::Scar:
            return "S";
        case map::PinKind::TenderPoint:
            break;
    }
    return "P";
}

std::optional<glm::vec2> seenAt(const document::Document& document, const body::Camera& camera,
                                const body::SkinPoint& point) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    const SpotAnchor anchor{mesh.nearestVertex(point), mesh.position(point), mesh.normal(point)};
    return seenAt(anchor, *document.body, camera, document.viewportSize, document.part.get());
}

void addPreview(const document::Document& document, const document::OpenMap& open, const body::Camera& camera,
                std::vector<PinMark>& marks) {
    const bool sets = document.hover && document::canPaint(document) && !document.painting &&
                      document::toolInHand(document) == document::PaintTool::Pin;
    if (!sets || document::pinUnder(open, document, document.hover->point) != map::kNoPin) return;
    const auto at = seenAt(document, camera, document.hover->point);
    const map::Pin& pin = document.tool.pin;
    if (!at) return;
    marks.push_back({at->x, at->y, pin.kind, pin.grade ? gradeText(*pin.grade) : std::string(), false, true});
}

Colour faded(Colour colour, const PinMark& mark) {
    return mark.preview ? withAlpha(colour, 150) : colour;
}

// Diamond, circle, or a bar with stitches: told apart without colour and without reading.
void drawOutline(const Ui& ui, const PinMark& mark, float radius, Colour colour) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 ink = toInk(faded(colour, mark));
    switch (mark.kind) {
        case map::PinKind::TriggerPoint: {
            const float reach = radius * 1.22F;
            list->AddQuadFilled({mark.x, mark.y - reach}, {mark.x + reach, mark.y}, {mark.x, mark.y + reach},
                                {mark.x - reach, mark.y}, ink);
            return;
        }
        case map::PinKind::TenderPoint:
            list->AddCircleFilled({mark.x, mark.y}, radius, ink);
            return;
        case map::PinKind::Scar: {
            const float half = radius * 0.72F;
            const float wide = radius * 1.35F;
            list->AddRectFilled({mark.x - wide, mark.y - half}, {mark.x + wide, mark.y + half}, ink,
                                ui.dp(3.0F));
            for (const float share : {-0.78F, 0.78F}) {
                const float x = mark.x + share * wide;
                const float stitch = ui.dp(1.0F) + (radius - ui.dp(kRadius)) * 0.5F;
                list->AddRectFilled({x - stitch, mark.y - radius}, {x + stitch, mark.y + radius}, ink);
            }
            return;
        }
    }
}

}  // namespace

std::vector<PinMark> pinMarks(const document::Document& document) {
    return pinMarks(document, document.camera);
}

std::vector<PinMark> pinMarks(const document::Document& document, const body::Camera& camera) {
    std::vector<PinMark> marks;
    const document::OpenMap* open = document::shownMap(document);
    if (open == nullptr) return marks;
    const map::Pin* chosen = document.shown == document.author ? document::selectedPin(document) : nullptr;
    for (const auto& [number, pin] : open->map.pins().rows()) {
        const auto at = seenAt(document, camera, pin.at);
        if (!at) continue;
        marks.push_back(
            {at->x, at->y, pin.kind, pin.grade ? gradeText(*pin.grade) : std::string(), &pin == chosen});
    }
    addPreview(document, *open, camera, marks);
    return marks;
}

void drawPinShape(const Ui& ui, const PinMark& mark) {
    const float radius = ui.dp(kRadius);
    if (mark.chosen) drawOutline(ui, mark, radius + ui.dp(3.5F), ui.theme->accent);
    drawOutline(ui, mark, radius + ui.dp(1.0F), kFace);
    drawOutline(ui, mark, radius, kInk);
    drawOutline(ui, mark, radius - ui.dp(1.5F), kFace);
    const Rect box{mark.x - radius, mark.y - radius, 2 * radius, 2 * radius};
    write(box, ui.fonts.smallStrong, kInk, letterOf(mark.kind), 0.5F);
    if (mark.grade.empty()) return;
    const float width = std::ceil(textWidth(ui.fonts.smallStrong, mark.grade)) + ui.dp(8.0F);
    const Rect pill{mark.x + radius * 1.2F, mark.y - ui.dp(9.0F), width, ui.dp(18.0F)};
    fill(pill, faded(kInk, mark), ui.dp(4.0F));
    write(pill, ui.fonts.smallStrong, kFace, mark.grade, 0.5F);
}

void drawPinMarks(const Ui& ui, const Rect& rect, const std::vector<PinMark>& marks) {
    for (PinMark mark : marks) {
        mark.x += rect.x;
        mark.y += rect.y;
        drawPinShape(ui, mark);
    }
}

}  // namespace palpate::ui
