#include "app/input_router.h"

#include "app/key_shortcuts.h"
#include "commands/registry.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "ui/apply_action.h"
#include "ui/screen.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

namespace palpate::app {

namespace {

using platform::Key;
using platform::KeyEvent;
using platform::PointerEvent;
using platform::PointerPhase;
using platform::ScrollEvent;
using platform::TextEvent;

// Numbers upon the body are controls for the first button and for what hovers over them, and nothing else.
enum class Badges : std::uint8_t { Cover, Let };

const PicturePlace* placeAt(const InputSurroundings& around, glm::dvec2 pixels, Badges badges) {
    const auto x = static_cast<float>(pixels.x) / around.pixelsPerUnit;
    const auto y = static_cast<float>(pixels.y) / around.pixelsPerUnit;
    const ui::UiRects::Item* item = badges == Badges::Let ? ui::pictureBelowBadges(around.rects, x, y)
                                                          : ui::pictureAt(around.rects, x, y);
    if (item == nullptr) return nullptr;
    const auto it = std::find_if(around.places.begin(), around.places.end(),
                                 [&](const PicturePlace& place) { return place.name == item->name; });
    return it == around.places.end() ? nullptr : &*it;
}

// While front and back lie side by side, what the pointer does is done from the side it is on; so it is while
// pictures are compared and each turns on its own.
void lookFromPlace(document::Document& document, const PicturePlace& place) {
    if (document.compare) {
        document::usePicture(document,
                             comparePictureOf(place.name, document::pictureCount(*document.compare)));
        return;
    }
    const bool isBack = place.name == "viewport.back";
    document::useFlatSide(document, isBack ? body::StandardView::Back : body::StandardView::Front);
}

bool isNavigationKey(Key key) {
    return key == Key::Up || key == Key::Down || key == Key::Left || key == Key::Right || key == Key::Enter ||
           key == Key::Space || key == Key::Tab;
}

// While there is a line to move or an earlier map to fade, the arrows do that; with Shift they turn as ever.
const commands::Command* shareCommand(const document::Document& document,
                                      const commands::Shortcut& shortcut) {
    if (!document.compare) return nullptr;
    const auto mode = document.compare->mode;
    if (mode != document::CompareMode::Wipe && mode != document::CompareMode::Onion) return nullptr;
    if (shortcut == commands::shortcutFromText("Left")) return commands::findCommand("compare.less");
    if (shortcut == commands::shortcutFromText("Right")) return commands::findCommand("compare.more");
    return nullptr;
}

// Held keys go on only where each press is a small step; what switches something would flicker.
bool mayRepeat(std::string_view command) {
    if (command == "view.only" || command == "view.flat") return false;
    if (command == "compare.less" || command == "compare.more") return true;
    if (command == "history.earlier" || command == "history.later") return true;
    return command.starts_with("view.") || command.starts_with("brush.") || command == "map.undo" ||
           command == "map.redo";
}

}  // namespace

void InputRouter::route(commands::CommandContext& context, ui::UiState& state,
                        const platform::InputEvent& event, const InputSurroundings& around) {
    if (const auto* pointer = std::get_if<PointerEvent>(&event)) point(context, *pointer, around);
    if (const auto* wheel = std::get_if<ScrollEvent>(&event)) scroll(context.document(), *wheel, around);
    if (const auto* key = std::get_if<KeyEvent>(&event)) press(context, state, *key, around);
    if (const auto* text = std::get_if<TextEvent>(&event); text != nullptr && !around.textHasKeys) {
        if (const auto shortcut = shortcutOf(*text)) runShortcut(context, state, *shortcut, false);
    }
    if (const auto* focus = std::get_if<platform::FocusEvent>(&event); focus != nullptr && !focus->focused)
        m_spaceHeld = false;
}

void InputRouter::watch(const platform::InputEvent& event) {
    const auto* pointer = std::get_if<PointerEvent>(&event);
    if (pointer == nullptr) return;
    m_seenAt = pointer->pixels;
    if (pointer->phase == PointerPhase::Press) m_buttonDown = true;
    if (pointer->phase == PointerPhase::Release) m_buttonDown = false;
}

void InputRouter::forget() {
    InputRouter fresh;
    fresh.m_seenAt = m_seenAt;
    fresh.m_buttonDown = m_buttonDown;
    *this = std::move(fresh);
}

PointerInput::Setting InputRouter::settingAt(const document::Document& document, glm::vec2 origin) const {
    const bool forClient = document.checkIn.has_value();
    return {.origin = origin, .spaceHeld = m_spaceHeld && !forClient, .forClient = forClient};
}

// The second half of a double click is for the picture, also where the first one painted a place whose number
// is below the pointer by now.
bool InputRouter::isSecondPress(const PointerEvent& event) const {
    const bool mouse = event.kind == platform::PointerKind::Mouse;
    const double within = mouse ? gesture::kDoubleClickSeconds : gesture::kDoubleTapSeconds;
    const double reach = mouse ? gesture::kTapSlop : gesture::kDoubleTapReach;
    return event.phase == PointerPhase::Press && event.seconds - m_pressedSeconds <= within &&
           glm::distance(event.position, m_pressedAt) <= reach;
}

void InputRouter::point(commands::CommandContext& context, const PointerEvent& event,
                        const InputSurroundings& around) {
    m_seenAt = event.pixels;
    if (event.phase == PointerPhase::Press) m_buttonDown = true;
    if (event.phase == PointerPhase::Release) m_buttonDown = false;
    if (event.phase == PointerPhase::Press && around.settling && !m_pointer.isBusy()) return;
    const bool otherButton =
        event.phase == PointerPhase::Press && event.button != platform::PointerButton::Primary;
    // Held keys make an eraser or a softener of every tool, or turn the body: those are for what is below.
    const bool turns = m_spaceHeld && !context.document().checkIn;
    const bool wipes = event.modifiers.control || event.modifiers.shift || turns;
    const Badges badges = otherButton || wipes || isSecondPress(event) ? Badges::Let : Badges::Cover;
    const PicturePlace* place =
        event.phase == PointerPhase::Leave ? nullptr : placeAt(around, event.pixels, badges);
    const bool begins = event.phase == PointerPhase::Press || event.phase == PointerPhase::Hover;
    if (m_pointer.isBusy()) {
        // Another finger may join in on the same picture only.
        if (begins && (place == nullptr || place->name != m_place)) return;
    } else if (place != nullptr) {
        m_place = place->name;
        m_origin = place->origin;
        if (event.phase == PointerPhase::Press) {
            m_pressedAt = event.position;
            m_pressedSeconds = event.seconds;
        }
        lookFromPlace(context.document(), *place);
    } else {
        if (!m_place.empty()) m_pointer.leave(context.document());
        m_place.clear();
        if (begins) return;
    }
    m_pointer.handle(context, event, settingAt(context.document(), m_origin));
}

void InputRouter::scroll(document::Document& document, const ScrollEvent& event,
                         const InputSurroundings& around) {
    const PicturePlace* place = placeAt(around, event.pixels, Badges::Let);
    if (place == nullptr) return;
    if (!m_pointer.isBusy()) lookFromPlace(document, *place);
    m_pointer.scroll(document, event, settingAt(document, place->origin));
}

void InputRouter::press(commands::CommandContext& context, ui::UiState& state, const KeyEvent& event,
                        const InputSurroundings& around) {
    if (event.key == Key::Space) m_spaceHeld = event.pressed && !around.textHasKeys;
    holdKey(context.document(), event);
    if (!event.pressed) return;
    if (event.key == Key::Escape && (around.listHangsOpen || escape(context, state))) return;
    const bool controlsHaveKeys = around.navigationHasKeys || around.listHangsOpen;
    if (around.textHasKeys || (controlsHaveKeys && isNavigationKey(event.key))) return;
    if (const auto shortcut = shortcutOf(event)) runShortcut(context, state, *shortcut, event.repeated);
}

// What a key event says of the modifiers is from before it.
void InputRouter::holdKey(document::Document& document, const KeyEvent& event) {
    const bool isCtrl = event.key == Key::LeftControl || event.key == Key::RightControl;
    const bool isShift = event.key == Key::LeftShift || event.key == Key::RightShift;
    if (!isCtrl && !isShift) return;
    m_pointer.hold(document, isCtrl ? event.pressed : event.modifiers.control,
                   isShift ? event.pressed : event.modifiers.shift);
}

// Escape takes away the topmost thing. True if there was one.
bool InputRouter::escape(commands::CommandContext& context, ui::UiState& state) {
    document::Document& document = context.document();
    if (m_pointer.cancel(document)) return true;
    if (document.appearance.helpShown) return commands::run("help.keys", context);
    if (state.dialog != ui::Dialog::None) {
        ui::applyAction(context, state, ui::action::ShowDialog{ui::Dialog::None});
        return true;
    }
    if (document.regions.open) return document::openRegions(document, false);
    if (state.drawer == ui::Drawer::None) return document::select(document, std::nullopt);
    ui::applyAction(context, state, ui::action::ShowDrawer{ui::Drawer::None});
    return true;
}

void InputRouter::runShortcut(commands::CommandContext& context, ui::UiState& state,
                              const commands::Shortcut& shortcut, bool repeated) {
    const commands::Command* command = shareCommand(context.document(), shortcut);
    if (command == nullptr) command = commands::commandFor(shortcut, commands::modeOf(context.document()));
    if (command == nullptr || (repeated && !mayRepeat(command->name))) return;
    // Below a dialog nothing can be reached, by keys no more than by the pointer.
    const bool covered = state.dialog != ui::Dialog::None || context.document().appearance.helpShown;
    const bool always = command->name == "help.keys" || command->name == "app.quit" ||
                        (command->name == "practice.lock" && state.practice.mayClose());
    if (covered && !always) return;
    ui::applyAction(context, state, ui::action::Run{command->name});
}

}  // namespace palpate::app
