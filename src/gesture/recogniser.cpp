#include "gesture/recogniser.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::gesture {

namespace {

using platform::PointerButton;
using platform::PointerEvent;
using platform::PointerKind;
using platform::PointerPhase;

constexpr double kDegreesPerRadian = 57.29577951308232;
// Fingers closer together than this, in pixels, tell no direction.
constexpr double kNarrowest = 8.0;

bool isPen(PointerKind kind) {
    return kind == PointerKind::Pen || kind == PointerKind::Eraser;
}

// What a press of that button asks for, wherever it starts.
bool pans(const PointerEvent& event) {
    return event.button == PointerButton::Middle ||
           (event.button == PointerButton::Secondary && event.modifiers.shift);
}

double wrapped(double degrees) {
    return std::remainder(degrees, 360.0);
}

}  // namespace

std::vector<Intent> Recogniser::feed(const PointerEvent& event, const Situation& situation) {
    if (isPen(event.kind) && event.phase != PointerPhase::Leave) penCameNear(event.seconds);
    switch (event.phase) {
        case PointerPhase::Hover:
        case PointerPhase::Leave:
            if (isPen(event.kind)) m_penNear = event.phase == PointerPhase::Hover;
            if (event.kind != PointerKind::Touch && !isBusy()) {
                Intent intent;
                intent.kind = event.phase == PointerPhase::Hover ? IntentKind::Hover : IntentKind::Leave;
                intent.pixels = event.pixels;
                intent.pointer = event.kind;
                intent.erases = event.modifiers.control || event.kind == PointerKind::Eraser;
                intent.softens = event.modifiers.shift;
                m_said.push_back(intent);
            }
            break;
        case PointerPhase::Press:
            press(event, situation);
            break;
        case PointerPhase::Drag:
            move(event);
            break;
        case PointerPhase::Release:
        case PointerPhase::Cancel:
            release(event, situation);
            break;
    }
    return std::exchange(m_said, {});
}

void Recogniser::say(IntentKind kind, const Contact& contact, float pressure) {
    Intent intent;
    intent.kind = kind;
    intent.pixels = contact.pixels;
    intent.pressure = pressure;
    intent.pointer = contact.kind;
    m_said.push_back(intent);
}

Recogniser::Contact Recogniser::contactOf(const PointerEvent& event) {
    Contact contact;
    contact.id = event.id;
    contact.kind = event.kind;
    contact.button = event.button;
    contact.start = contact.position = event.position;
    contact.startPixels = contact.pixels = event.pixels;
    contact.seconds = event.seconds;
    return contact;
}

Recogniser::Contact* Recogniser::find(const PointerEvent& event) {
    const auto it = std::find_if(m_contacts.begin(), m_contacts.end(), [&](const Contact& contact) {
        return contact.id == event.id &&
               (contact.kind == event.kind || (isPen(contact.kind) && isPen(event.kind)));
    });
    return it == m_contacts.end() ? nullptr : &*it;
}

Recogniser::Contact* Recogniser::owner() {
    const auto it = std::find_if(m_contacts.begin(), m_contacts.end(), [&](const Contact& contact) {
        return contact.id == m_ownerId && contact.kind == m_ownerKind;
    });
    return it == m_contacts.end() ? nullptr : &*it;
}

int Recogniser::heededFingers() const {
    return static_cast<int>(std::count_if(m_contacts.begin(), m_contacts.end(), [](const Contact& contact) {
        return contact.kind == PointerKind::Touch && !contact.ignored;
    }));
}

bool Recogniser::isDoubled(const PointerEvent& event) {
    const bool touch = event.kind != PointerKind::Mouse;
    const double within = touch ? kDoubleTapSeconds : kDoubleClickSeconds;
    const double reach = touch ? kDoubleTapReach : kTapSlop;
    const bool doubled = event.kind == m_last.kind && event.button == m_last.button &&
                         event.seconds - m_last.seconds <= within &&
                         glm::distance(event.position, m_last.position) <= reach;
    m_last = {event.seconds, event.position, event.kind, event.button};
    if (doubled) m_last.seconds = -10.0;  // a third press is a first one again
    return doubled;
}

void Recogniser::press(const PointerEvent& event, const Situation& situation) {
    if (find(event) != nullptr) return;  // another button of a mouse that is in use
    if (event.kind == PointerKind::Touch) return pressFinger(event, situation);
    if (isPen(event.kind)) penWentDown(event.seconds);
    Contact contact = contactOf(event);
    contact.ignored = isBusy();
    m_contacts.push_back(contact);
    if (!contact.ignored) begin(m_contacts.back(), event, situation);
}

void Recogniser::pressFinger(const PointerEvent& event, const Situation& situation) {
    Contact contact = contactOf(event);
    const int before = heededFingers();
    if (before == 0) m_tap = {true, event.seconds, 0};
    const Contact* first = owner();
    const bool byFinger = first != nullptr && first->kind == PointerKind::Touch;
    // After the first moments a stroke is a stroke, whatever else touches the screen.
    const bool late =
        m_mode == Mode::Stroking && byFinger && event.seconds - first->seconds > kProvisionalSeconds;
    contact.ignored = m_penDown || late || (isBusy() && !byFinger && m_mode != Mode::TwoFingers);
    m_contacts.push_back(contact);
    if (contact.ignored) {
        m_tap.possible = false;
        return;
    }
    m_tap.fingers = std::max(m_tap.fingers, before + 1);
    if (!isBusy()) return begin(m_contacts.back(), event, situation);
    m_last.seconds = -10.0;                  // two quick taps of two fingers undo twice
    if (m_mode == Mode::TwoFingers) return;  // a third finger only counts for a tap
    endMode(IntentKind::StrokeCancel);
    beginTwoFingers();
}

// One pointer alone.
void Recogniser::begin(Contact& contact, const PointerEvent& event, const Situation& situation) {
    m_ownerId = contact.id;
    m_ownerKind = contact.kind;
    m_begun = m_held = false;
    if (contact.kind == PointerKind::Mouse && pans(event)) {
        m_mode = Mode::Panning;
        return say(IntentKind::PanBegin, contact);
    }
    const bool primary = contact.kind != PointerKind::Mouse || event.button == PointerButton::Primary;
    const bool onBody = situation.isOnBody(event.pixels);
    const bool onlyTurns = (contact.kind == PointerKind::Touch && m_penNear) || !situation.paints ||
                           situation.spaceHeld || !primary;
    if (isDoubled(event) && primary && !situation.forClient) {
        say(onBody ? IntentKind::Focus : IntentKind::Fit, contact, event.pressure);
        m_mode = onBody ? Mode::Stroking : Mode::Spent;
        return;
    }
    m_mode = onBody && !onlyTurns ? Mode::Stroking : Mode::Turning;
    if (m_mode != Mode::Stroking) return;  // turning begins with the first movement
    say(IntentKind::StrokeBegin, contact, event.pressure);
    m_said.back().erases = event.modifiers.control || event.kind == PointerKind::Eraser;
    m_said.back().softens = event.modifiers.shift;
}

void Recogniser::move(const PointerEvent& event) {
    Contact* contact = find(event);
    if (contact == nullptr) return;
    contact->position = event.position;
    contact->pixels = event.pixels;
    if (glm::distance(contact->position, contact->start) > kTapSlop) {
        contact->moved = true;
        if (contact->kind == PointerKind::Touch) m_tap.possible = false;
        m_last.seconds = -10.0;  // a drag is no first half of a double tap
    }
    if (contact->ignored) return;
    if (m_mode == Mode::TwoFingers) return transform();
    if (contact != owner()) return;
    if (m_mode == Mode::Stroking) return say(IntentKind::StrokeMove, *contact, event.pressure);
    if (m_mode == Mode::Panning) return say(IntentKind::PanMove, *contact);
    if (m_mode == Mode::Turning) turn(*contact);
}

void Recogniser::turn(const Contact& contact) {
    const bool finger = contact.kind == PointerKind::Touch;
    // A finger trembles; a mouse does not move by itself.
    if (!m_begun && finger && !contact.moved) return;
    if (!std::exchange(m_begun, true)) {
        Contact from = contact;
        if (!finger) from.pixels = contact.startPixels;  // else no jump by what the slop held back
        say(IntentKind::TurnBegin, from);
    }
    say(IntentKind::TurnMove, contact);
}

void Recogniser::release(const PointerEvent& event, const Situation& situation) {
    Contact* found = find(event);
    if (found == nullptr) return;
    const bool cancelled = event.phase == PointerPhase::Cancel;
    const bool otherButton = found->kind == PointerKind::Mouse && found->button != event.button;
    if (otherButton && !cancelled) return;
    // A mouse says every step of its way, so one that is let go elsewhere had left before anybody looked:
    // what it says of its place is from after the stroke.
    const bool wayEnds = found->kind != PointerKind::Mouse && event.pixels != found->pixels;
    if (!cancelled && !found->ignored && wayEnds) {
        move(event);
        found = find(event);
    }
    const Contact contact = *found;
    if (isPen(contact.kind)) m_penDown = false;
    lift(contact, cancelled);
    if (contact.kind == PointerKind::Touch && heededFingers() == 0) finishTap(event.seconds, situation);
}

void Recogniser::lift(const Contact& contact, bool cancelled) {
    const bool owned = contact.id == m_ownerId && contact.kind == m_ownerKind;
    if (cancelled) m_tap.possible = false;
    if (!contact.ignored && owned && m_mode != Mode::TwoFingers)
        endMode(cancelled ? IntentKind::StrokeCancel : IntentKind::StrokeEnd);
    std::erase_if(m_contacts,
                  [&](const Contact& other) { return other.id == contact.id && other.kind == contact.kind; });
    if (m_mode != Mode::TwoFingers || contact.ignored) return;
    if (heededFingers() >= 2) {
        if (const auto pair = fingerPair()) m_pair = *pair;
        return;
    }
    m_mode = Mode::Idle;
    for (Contact& finger : m_contacts) {
        if (finger.kind == PointerKind::Touch && !finger.ignored) stayWith(finger);
    }
}

// The finger that stays turns: the way to turn where no background is left to press on.
void Recogniser::stayWith(Contact& finger) {
    m_mode = Mode::Turning;
    m_begun = false;
    m_held = true;
    m_ownerId = finger.id;
    m_ownerKind = finger.kind;
    finger.start = finger.position;
    finger.startPixels = finger.pixels;
    finger.moved = false;
}

void Recogniser::finishTap(double seconds, const Situation& situation) {
    const bool tapped = std::exchange(m_tap.possible, false) && seconds - m_tap.seconds <= kHoldSeconds;
    if (!tapped || situation.forClient || !situation.paints) return;
    Intent intent;
    intent.pointer = PointerKind::Touch;
    intent.kind = m_tap.fingers == 3 ? IntentKind::Redo : IntentKind::Undo;
    if (m_tap.fingers == 2 || m_tap.fingers == 3) m_said.push_back(intent);
}

// Ends what the owner does, with the word for it.
void Recogniser::endMode(IntentKind strokeEnds) {
    const Contact* contact = owner();
    const Mode mode = std::exchange(m_mode, Mode::Idle);
    if (contact == nullptr) return;
    if (mode == Mode::Stroking) say(strokeEnds, *contact);
    if (mode == Mode::Turning && m_begun) say(IntentKind::TurnEnd, *contact);
    if (mode == Mode::Panning) say(IntentKind::PanEnd, *contact);
}

// A hand that was laid down just before its pen paints nothing.
void Recogniser::penCameNear(double seconds) {
    if (std::exchange(m_penNear, true)) return;
    const Contact* first = owner();
    const bool provisional = m_mode == Mode::Stroking && first != nullptr &&
                             first->kind == PointerKind::Touch &&
                             seconds - first->seconds <= kProvisionalSeconds;
    if (provisional) stopFingers(seconds);
}

void Recogniser::penWentDown(double seconds) {
    m_penDown = true;
    stopFingers(seconds);
}

// From here on the fingers that are down are a resting hand.
void Recogniser::stopFingers(double seconds) {
    const Contact* first = owner();
    if (m_mode == Mode::TwoFingers) m_mode = Mode::Idle;
    if (isBusy() && first != nullptr && first->kind == PointerKind::Touch) {
        const bool provisional = seconds - first->seconds <= kProvisionalSeconds;
        endMode(provisional ? IntentKind::StrokeCancel : IntentKind::StrokeEnd);
    }
    for (Contact& contact : m_contacts) {
        if (contact.kind == PointerKind::Touch) contact.ignored = true;
    }
    m_tap.possible = false;
}

std::optional<Recogniser::Pair> Recogniser::fingerPair() const {
    std::vector<glm::dvec2> places;
    for (const Contact& contact : m_contacts) {
        if (contact.kind == PointerKind::Touch && !contact.ignored) places.push_back(contact.pixels);
    }
    if (places.size() < 2) return std::nullopt;
    const glm::dvec2 way = places[1] - places[0];
    return Pair{(places[0] + places[1]) * 0.5, std::max(glm::length(way), kNarrowest),
                std::atan2(way.y, way.x) * kDegreesPerRadian};
}

void Recogniser::beginTwoFingers() {
    m_mode = Mode::TwoFingers;
    m_begun = m_twisting = false;
    m_twist = 0.0;
    if (const auto pair = fingerPair()) m_pair = *pair;
}

void Recogniser::transform() {
    const auto pair = fingerPair();
    if (!pair) return;
    if (!m_begun) {
        m_begun = std::any_of(m_contacts.begin(), m_contacts.end(),
                              [](const Contact& contact) { return !contact.ignored && contact.moved; });
        if (m_begun) m_pair = *pair;  // no jump by what the slop held back
        return;
    }
    const double twist = wrapped(pair->angleDegrees - m_pair.angleDegrees);
    m_twist += twist;
    Intent intent;
    intent.kind = IntentKind::Transform;
    intent.pointer = PointerKind::Touch;
    intent.pixels = pair->middle;
    intent.shift = pair->middle - m_pair.middle;
    intent.factor = pair->distance / m_pair.distance;
    intent.turnDegrees = m_twisting ? twist : 0.0;
    m_twisting = m_twisting || std::abs(m_twist) > kTwistDegrees;
    m_pair = *pair;
    m_said.push_back(intent);
}

std::optional<double> Recogniser::nextTick() const {
    const bool waits =
        (m_mode == Mode::Stroking || m_mode == Mode::Turning) && !m_held && m_ownerKind != PointerKind::Mouse;
    if (!waits) return std::nullopt;
    for (const Contact& contact : m_contacts) {
        if (contact.id == m_ownerId && contact.kind == m_ownerKind && !contact.moved)
            return contact.seconds + kHoldSeconds;
    }
    return std::nullopt;
}

std::vector<Intent> Recogniser::tick(double seconds) {
    const auto due = nextTick();
    if (due && seconds >= *due) {
        m_held = true;
        say(IntentKind::Hold, *owner());
    }
    return std::exchange(m_said, {});
}

std::vector<Intent> Recogniser::giveUp() {
    endMode(IntentKind::StrokeCancel);
    for (Contact& contact : m_contacts)
        contact.ignored = true;
    m_tap.possible = false;
    m_last.seconds = -10.0;
    return std::exchange(m_said, {});
}

}  // namespace palpate::gesture
