#pragma once

#include "platform/pointer_event.h"

#include <vector>

namespace palpate::app {

// Overwrites events, letters of a passphrase among them, and leaves none.
void wipe(std::vector<platform::InputEvent>& events);

// While something takes long there is nothing to type into: letters, shortcuts and everything else that is
// typed is dropped. Left are the keys that go from control to control and press them, and all that is no key.
[[nodiscard]] bool isHeededWhileWorking(const platform::InputEvent& event);

}  // namespace palpate::app
