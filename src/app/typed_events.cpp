#include "app/typed_events.h"

#include "core/secret.h"

#include <type_traits>
#include <variant>

namespace palpate::app {

void wipe(std::vector<platform::InputEvent>& events) {
    static_assert(std::is_trivially_copyable_v<platform::InputEvent>);
    core::wipe({reinterpret_cast<char*>(events.data()), events.size() * sizeof(platform::InputEvent)});
    events.clear();
}

bool isHeededWhileWorking(const platform::InputEvent& event) {
    using platform::Key;
    if (std::holds_alternative<platform::TextEvent>(event)) return false;
    const auto* key = std::get_if<platform::KeyEvent>(&event);
    if (key == nullptr) return true;
    return key->key == Key::Tab || key->key == Key::Enter || key->key == Key::NumpadEnter ||
           key->key == Key::Space;
}

}  // namespace palpate::app
