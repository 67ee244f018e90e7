#include "app/pointer_input.h"

#include "commands/registry.h"
#include "document/check_in.h"
#include "document/edit.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

using document::Document;
using document::ToolInput;
using gesture::Intent;
using gesture::IntentKind;
using Button = ToolInput::Button;
using Kind = ToolInput::Kind;

constexpr float kZoomPerNotch = 1.15F;

void turnToStep(Document& document) {
    const float yaw = document.camera.yawDegrees;
    const float wanted = std::round(yaw / PointerInput::kClientYawStep) * PointerInput::kClientYawStep;
    document::turn(document, wanted - yaw, 0.0F);
}

// A hand that moves the body up or down strays a little to the side.
constexpr float kStrayDegrees = 5.0F;

float turnedSince(const Document& document, float yawDegrees) {
    return std::remainder(document.camera.yawDegrees - yawDegrees, 360.0F);
}

}  // namespace

std::optional<glm::vec2> nearestOnBody(const Document& document, glm::vec2 position, float reach) {
    if (document::pick(document, position)) return position;
    constexpr int kRings = 8;
    constexpr int kDirections = 24;
    for (int ring = 1; ring <= kRings; ++ring) {
        const float radius = reach * static_cast<float>(ring) / kRings;
        for (int i = 0; i < kDirections; ++i) {
            const float angle = 6.2831853F * static_cast<float>(i) / kDirections;
            const glm::vec2 at = position + radius * glm::vec2(std::cos(angle), std::sin(angle));
            if (document::pick(document, at)) return at;
        }
    }
    return std::nullopt;
}

// A client's place a little beside the body is the body's nearest.
glm::vec2 PointerInput::onPicture(const Document& document, glm::dvec2 pixels) const {
    const glm::vec2 position = glm::vec2(pixels) - m_setting.origin;
    if (!m_setting.forClient) return position;
    return nearestOnBody(document, position, kHaloDp * document.pixelsPerDp).value_or(position);
}

void PointerInput::handle(commands::CommandContext& context, const platform::PointerEvent& event,
                          const Setting& setting) {
    const Document& document = context.document();
    m_setting = setting;
    gesture::Situation situation;
    situation.isOnBody = [&](glm::dvec2 pixels) {
        const glm::vec2 position = glm::vec2(pixels) - setting.origin;
        const float reach = setting.forClient ? kHaloDp * document.pixelsPerDp : 0.0F;
        return reach > 0.0F ? nearestOnBody(document, position, reach).has_value()
                            : document::pick(document, position).has_value();
    };
    situation.paints = !document.compare;
    situation.forClient = setting.forClient;
    situation.spaceHeld = setting.spaceHeld;
    for (const Intent& intent : m_recogniser.feed(event, situation))
        apply(context, intent);
}

void PointerInput::tick(commands::CommandContext& context, double seconds) {
    for (const Intent& intent : m_recogniser.tick(seconds))
        apply(context, intent);
    m_pieceEnds = m_tool.keepTime(seconds);
}

void PointerInput::apply(commands::CommandContext& context, const Intent& intent) {
    Document& document = context.document();
    const glm::vec2 position = glm::vec2(intent.pixels) - m_setting.origin;
    switch (intent.kind) {
        case IntentKind::Hover:
            return tell(document, Kind::Move, Button::None, position, intent);
        case IntentKind::Leave:
            return tell(document, Kind::Leave, Button::None, position, intent);
        case IntentKind::StrokeBegin:
        case IntentKind::StrokeMove:
        case IntentKind::StrokeEnd:
        case IntentKind::StrokeCancel:
            return stroke(document, intent);
        case IntentKind::TurnBegin:
        case IntentKind::TurnMove:
        case IntentKind::TurnEnd:
            return turn(document, intent);
        case IntentKind::PanBegin:
            return tell(document, Kind::Press, Button::Middle, position, intent);
        case IntentKind::PanMove:
            return tell(document, Kind::Move, Button::None, position, intent);
        case IntentKind::PanEnd:
            return tell(document, Kind::Release, Button::Middle, position, intent);
        case IntentKind::Transform:
            return transform(document, intent);
        case IntentKind::Focus:
        case IntentKind::Fit:
            return tell(document, Kind::DoubleClick, Button::Left, position, intent);
        case IntentKind::Undo:
            commands::run("map.undo", context);
            return;
        case IntentKind::Redo:
            commands::run("map.redo", context);
            return;
        case IntentKind::Hold:
            return;
    }
}

void PointerInput::tell(Document& document, Kind kind, Button button, glm::vec2 position,
                        const Intent& intent) {
    ToolInput input;
    input.kind = kind;
    input.button = button;
    input.position = position;
    input.ctrl = intent.erases;
    input.shift = intent.softens;
    const bool pen =
        intent.pointer == platform::PointerKind::Pen || intent.pointer == platform::PointerKind::Eraser;
    const bool presses = intent.kind == IntentKind::StrokeBegin || intent.kind == IntentKind::StrokeMove;
    if (pen && presses) input.pressure = intent.pressure;
    m_last = input;
    m_tool.handle(document, input);
}

// In the check-in a stroke goes on with a place that is near, or begins one.
void PointerInput::touch(Document& document, glm::vec2 position) {
    m_touched.reset();
    const auto under = document.checkIn ? document::pick(document, position) : std::nullopt;
    if (!under) return;
    m_touched = under->point;
    document::beginTouch(document, under->point);
}

void PointerInput::stroke(Document& document, const Intent& intent) {
    const glm::vec2 position = onPicture(document, intent.pixels);
    switch (intent.kind) {
        case IntentKind::StrokeBegin:
            touch(document, position);
            return tell(document, Kind::Press, Button::Left, position, intent);
        case IntentKind::StrokeMove:
            return tell(document, Kind::Move, Button::None, position, intent);
        case IntentKind::StrokeCancel:
            tell(document, Kind::Cancel, Button::None, position, intent);
            break;
        default:
            tell(document, Kind::Release, Button::Left, position, intent);
            if (m_touched) document::endTouch(document, *m_touched);
            break;
    }
    // Where a finger was lifted nothing points at the body any more.
    if (intent.pointer == platform::PointerKind::Touch)
        tell(document, Kind::Leave, Button::None, position, intent);
}

void PointerInput::turn(Document& document, const Intent& intent) {
    glm::vec2 position = glm::vec2(intent.pixels) - m_setting.origin;
    if (intent.kind == IntentKind::TurnBegin) {
        m_turnRow = m_turnLastRow = position.y;
        m_turnYaw = document.camera.yawDegrees;
    }
    const float down = position.y - std::exchange(m_turnLastRow, position.y);
    if (m_setting.forClient) position.y = m_turnRow;
    if (intent.kind == IntentKind::TurnMove) {
        tell(document, Kind::Move, Button::None, position, intent);
        // The client's body is never tilted: along the other way it moves.
        if (m_setting.forClient) document::slide(document, down);
        return;
    }
    const bool begins = intent.kind == IntentKind::TurnBegin;
    tell(document, begins ? Kind::Press : Kind::Release, Button::Right, position, intent);
    if (begins || !m_setting.forClient || document.flat) return;
    const float turned = turnedSince(document, m_turnYaw);
    if (std::abs(turned) < kStrayDegrees) {
        document::turn(document, -turned, 0.0F);
    } else {
        turnToStep(document);
    }
}

void PointerInput::transform(Document& document, const Intent& intent) const {
    body::Camera camera = document.camera;
    const body::Box bounds = document::shownBounds(document);
    const glm::vec3 middle = bounds.centre();
    if (intent.turnDegrees != 0.0 && !document.flat) {
        camera.projection = body::Camera::Projection::Perspective;
        const auto degrees = static_cast<float>(intent.turnDegrees);
        body::orbit(camera, {middle.x, camera.target.y, middle.z}, -degrees, 0.0F);
    }
    body::pan(camera, glm::vec2(intent.shift), document.viewportSize.y, bounds);
    document::setCamera(document, camera);
    document::zoomAt(document, static_cast<float>(intent.factor),
                     glm::vec2(intent.pixels) - m_setting.origin);
}

void PointerInput::scroll(Document& document, const platform::ScrollEvent& event, const Setting& setting) {
    // With Shift held some systems turn the wheel sideways.
    const auto notches = static_cast<float>(event.steps.y != 0.0 ? event.steps.y : event.steps.x);
    const glm::vec2 position = glm::vec2(event.pixels) - setting.origin;
    if (setting.forClient) {
        if (!isBusy()) document::zoomAt(document, std::pow(kZoomPerNotch, notches), position);
        return;
    }
    ToolInput input;
    input.kind = Kind::Wheel;
    input.position = position;
    input.wheel = notches;
    input.ctrl = event.modifiers.control;
    input.shift = event.modifiers.shift;
    m_tool.handle(document, input);
}

void PointerInput::hold(Document& document, bool ctrl, bool shift) {
    if (isBusy() || !document.hover) return;
    ToolInput input = m_last;
    input.kind = Kind::Move;
    input.button = Button::None;
    input.ctrl = ctrl;
    input.shift = shift;
    m_tool.handle(document, input);
}

void PointerInput::leave(Document& document) {
    ToolInput input;
    input.kind = Kind::Leave;
    m_tool.handle(document, input);
}

bool PointerInput::cancel(Document& document) {
    if (!isBusy()) return false;
    m_recogniser.giveUp();
    ToolInput input;
    input.kind = Kind::Cancel;
    m_tool.handle(document, input);
    return true;
}

void PointerInput::letGo(Document& document) {
    m_recogniser.giveUp();
    if (!m_tool.isBusy()) return;
    ToolInput release = m_last;
    release.kind = Kind::Release;
    release.button = m_tool.heldButton();
    m_tool.handle(document, release);
}

}  // namespace palpate::app
