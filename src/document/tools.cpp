#include "document/tools.h"

#include "document/edit.h"
#include "document/place_words.h"
#include "map/stroke_rules.h"
#include "map/stroke_target.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::document {

namespace {

constexpr float kDegreesPerDp = 360.0F / 900.0F;
constexpr float kZoomPerNotch = 1.15F;
// The way of the pointer between two events is followed in steps of this share of the brush's radius, but not
// finer than a pixel or two: what is painted is what the pointer passed over, not the straight line between
// two events.
constexpr float kStepOfRadius = 0.3F;
constexpr float kSmallestStepPixels = 2.0F;
// A press and release as near to each other as this are a click.
constexpr float kClickReachDp = 8.0F;

float metresPerPixel(const Document& document) {
    return document.camera.height / document.viewportSize.y;
}

float radiusMetres(const Document& document) {
    return static_cast<float>(brushDiameterCm(document)) / 200.0F;
}

float stepPixels(const Document& document) {
    return std::max(kStepOfRadius * radiusMetres(document) / metresPerPixel(document), kSmallestStepPixels);
}

// Where there is nothing to be edited, a place that was taken up from a list is let go of and painting goes
// on.
PaintTool toolFor(const Document& document, const std::optional<Hover>& under) {
    if (!document.toolBefore || !under || selectionUnder(document, under->point)) return document.tool.tool;
    return *document.toolBefore;
}

PaintTool heldTool(const Document& document, const ToolInput& input, const std::optional<Hover>& under) {
    if (input.ctrl) return PaintTool::Erase;
    const PaintTool tool = toolFor(document, under);
    const bool brushes = tool == PaintTool::Brush || tool == PaintTool::Erase;
    return input.shift && brushes ? PaintTool::Soften : tool;
}

// What the picture shows while a key is held or over bare skin; true if it shows something else now.
bool hold(Document& document, const ToolInput& input) {
    const PaintTool tool = heldTool(document, input, document.hover);
    const std::optional<PaintTool> held =
        tool == document.tool.tool ? std::nullopt : std::optional<PaintTool>(tool);
    if (document.heldTool == held) return false;
    document.heldTool = held;
    ++document.version;
    return true;
}

// Where a person reaches for the camera, seen straight on turning starts to show depth.
void leaveFlatView(Document& document) {
    body::Camera camera = document.camera;
    camera.projection = body::Camera::Projection::Perspective;
    setCamera(document, camera);
}

}  // namespace

float stepMetres(const Document& document) {
    return stepPixels(document) * metresPerPixel(document);
}

std::optional<Hover> pick(const Document& document, glm::vec2 position) {
    const auto& body = *document.body;
    const auto hit = body::firstShown(body, document.part.get(),
                                      document.camera.rayThrough(position, document.viewportSize));
    if (!hit) return std::nullopt;
    return Hover{hit->point, body.atlas().regionOf(body.mesh().nearestVertex(hit->point))};
}

ToolResponse PointerTool::handle(Document& document, const ToolInput& input) {
    switch (input.kind) {
        case ToolInput::Kind::Press:
            return press(document, input);
        case ToolInput::Kind::Move:
            return move(document, input);
        case ToolInput::Kind::Release:
            return release(document, input);
        case ToolInput::Kind::Wheel:
            return wheel(document, input);
        case ToolInput::Kind::DoubleClick:
            return doubleClick(document, input);
        case ToolInput::Kind::Leave:
            if (isBusy()) return ToolResponse::Nothing;
            document.heldTool.reset();
            return setHover(document, std::nullopt) ? ToolResponse::Preview : ToolResponse::Nothing;
        case ToolInput::Kind::Cancel:
            return cancel();
    }
    return ToolResponse::Nothing;
}

ToolResponse PointerTool::press(Document& document, const ToolInput& input) {
    if (isBusy()) return ToolResponse::Nothing;
    m_clickEntries.reset();
    m_button = input.button;
    m_last = m_pressedAt = input.position;
    const auto under = pick(document, input.position);
    const bool pans = input.button == ToolInput::Button::Middle ||
                      (input.button == ToolInput::Button::Right && input.shift);
    const bool paints = input.button == ToolInput::Button::Left && under && !input.space && !document.compare;
    // What lies flat is pushed about instead of turned.
    if (pans || (document.flat && !paints)) {
        setCamera(document, document.camera);
        m_state = State::Panning;
        return ToolResponse::Nothing;
    }
    // Compared maps are only looked at: there a press turns wherever it starts.
    if (paints) return beginAt(document, *under, input);
    beginOrbit(document, under);
    return ToolResponse::Preview;
}

// What a press on the skin does: the tools that choose do that, all others begin a stroke.
ToolResponse PointerTool::beginAt(Document& document, const Hover& under, const ToolInput& input) {
    const PaintTool tool = heldTool(document, input, under);
    if (!canPaint(document)) {
        notify(document, Notice::Kind::Info, "painting", whyNoPainting(document));
        return ToolResponse::Nothing;
    }
    // Ctrl erases whatever is taken up, as its ring shows.
    if (!input.ctrl && toolFor(document, under) != document.tool.tool) select(document, std::nullopt);
    if (tool == PaintTool::Edit) {
        return select(document, selectionUnder(document, under.point)) ? ToolResponse::Preview
                                                                       : ToolResponse::Nothing;
    }
    if (document.tool.tool == PaintTool::Pin) {
        const map::PinNumber pin = pinUnder(*shownMap(document), document, under.point);
        if (tool == PaintTool::Erase) {
            if (pin == map::kNoPin) return ToolResponse::Nothing;
            const auto removed = removePin(document, pin);
            return removed && *removed ? ToolResponse::Commit : ToolResponse::Nothing;
        }
        if (pin != map::kNoPin)
            return select(document, PinChoice{pin}) ? ToolResponse::Preview : ToolResponse::Nothing;
        select(document, std::nullopt);
    }
    return beginStroke(document, under, tool, input.pressure);
}

ToolResponse PointerTool::beginStroke(Document& document, const Hover& under, PaintTool tool,
                                      std::optional<float> pressure) {
    if (laysPaint(tool)) beginPlaceAt(document, under.point);
    map::Stroke header = strokeHeader(document, tool);
    if (document.tool.tool == PaintTool::Fill && (tool == PaintTool::Fill || tool == PaintTool::Erase))
        header.region = document.body->atlas().region(under.region).id;
    map::Stroke tried = header;
    if (!header.isByRegion()) tried.points = {under.point};
    auto valid = map::validate(tried, *document.body);
    if (valid) valid = map::validateOn(shownMap(document)->map, tried, *document.body);
    if (!valid) {
        notify(document, Notice::Kind::Info, "painting", valid.error().message());
        return ToolResponse::Nothing;
    }
    setCamera(document, document.camera);
    m_state = State::Painting;
    m_first = laysPaint(tool) ? std::optional(under.point) : std::nullopt;
    const bool whole = header.isByRegion();
    m_stroke = std::make_unique<DragStroke>(document, std::move(header));
    if (pressure) m_stroke->press(*pressure);
    if (whole) {
        m_stroke->addWhole();
    } else {
        m_stroke->add(under.point);
    }
    return ToolResponse::Preview;
}

std::optional<double> PointerTool::keepTime(double seconds) {
    return m_stroke ? m_stroke->keepTime(seconds, kPieceSeconds) : std::nullopt;
}

void PointerTool::beginOrbit(Document& document, const std::optional<Hover>& under) {
    const body::Box bounds = shownBounds(document);
    const glm::vec3 centre = bounds.centre();
    const float height = glm::clamp(document.camera.target.y, bounds.lowest.y, bounds.highest.y);
    m_pivot = under ? document.body->mesh().position(under->point) : glm::vec3(centre.x, height, centre.z);
    leaveFlatView(document);
    m_state = State::Orbiting;
}

ToolResponse PointerTool::move(Document& document, const ToolInput& input) {
    const glm::vec2 way = input.position - m_last;
    switch (m_state) {
        case State::Idle: {
            const bool isElsewhere = setHover(document, pick(document, input.position));
            const bool isOther = hold(document, input);
            return isOther || isElsewhere ? ToolResponse::Preview : ToolResponse::Nothing;
        }
        case State::Painting:
            if (input.pressure) m_stroke->press(*input.pressure);
            return continueStroke(document, input.position);
        case State::Orbiting: {
            const float degrees = kDegreesPerDp / document.pixelsPerDp;
            body::Camera camera = document.camera;
            body::orbit(camera, m_pivot, -way.x * degrees, way.y * degrees,
                        cameraLimits(document).pitchDegrees);
            setCamera(document, camera);
            break;
        }
        case State::Panning: {
            body::Camera camera = document.camera;
            body::pan(camera, way, document.viewportSize.y, shownBounds(document));
            setCamera(document, camera);
            break;
        }
    }
    m_last = input.position;
    return ToolResponse::Preview;
}

// Off the skin the stroke waits: it goes on where the pointer meets skin again.
ToolResponse PointerTool::continueStroke(Document& document, glm::vec2 position) {
    if (m_stroke->isPlacedByPress()) {
        m_last = position;
        return ToolResponse::Nothing;
    }
    const float length = glm::distance(position, m_last);
    const int steps = std::max(1, static_cast<int>(std::ceil(length / stepPixels(document))));
    std::optional<Hover> under;
    for (int i = 1; i <= steps; ++i) {
        under = pick(document, glm::mix(m_last, position, static_cast<float>(i) / static_cast<float>(steps)));
        if (under) {
            m_stroke->add(under->point);
        } else {
            m_stroke->leaveSkin();
        }
    }
    m_last = position;
    setHover(document, under);
    return ToolResponse::Preview;
}

ToolResponse PointerTool::release(Document& document, const ToolInput& input) {
    if (!isBusy() || input.button != m_button) return ToolResponse::Nothing;
    const State state = m_state;
    if (state == State::Painting && input.position != m_last) continueStroke(document, input.position);
    m_state = State::Idle;
    if (state != State::Painting) {
        setHover(document, pick(document, input.position));
        return ToolResponse::Nothing;
    }
    const bool wasClick = glm::distance(m_pressedAt, input.position) <= kClickReachDp * document.pixelsPerDp;
    const bool committed = m_stroke->finish();
    m_stroke.reset();
    if (committed && m_first) ownPlaceAt(document, *m_first);
    if (committed && wasClick) m_clickEntries = shownMap(document)->entries;
    hold(document, input);
    return committed ? ToolResponse::Commit : ToolResponse::Nothing;
}

ToolResponse PointerTool::wheel(Document& document, const ToolInput& input) {
    if (m_state == State::Painting || input.wheel == 0.0F) return ToolResponse::Nothing;
    const float factor = std::pow(kZoomPerNotch, input.wheel);
    if (input.shift) {
        const bool changed = setDiameter(document, brushDiameterCm(document) * static_cast<double>(factor));
        return changed ? ToolResponse::Preview : ToolResponse::Nothing;
    }
    const bool changed = zoomAt(document, factor, input.position);
    setHover(document, pick(document, input.position));
    return changed ? ToolResponse::Preview : ToolResponse::Nothing;
}

// The first click of a double click has painted already: it was not meant so.
bool PointerTool::takeBackClick(Document& document) {
    const OpenMap* map = shownMap(document);
    const bool isNewest = m_clickEntries && map != nullptr && document.shown == document.author &&
                          map->entries == *m_clickEntries;
    m_clickEntries.reset();
    return isNewest && takeBack(document);
}

ToolResponse PointerTool::doubleClick(Document& document, const ToolInput& input) {
    if (input.button != ToolInput::Button::Left || isBusy()) return press(document, input);
    takeBackClick(document);
    setHover(document, pick(document, input.position));
    if (!viewHover(document)) viewAll(document);
    return ToolResponse::Preview;
}

ToolResponse PointerTool::cancel() {
    if (!isBusy()) return ToolResponse::Nothing;
    m_state = State::Idle;
    if (m_stroke) m_stroke->giveUp();
    m_stroke.reset();
    return ToolResponse::Cancel;
}

}  // namespace palpate::document
