#pragma once

#include "core/result.h"
#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace palpate::gesture {

// What pointers did over a picture of the body, recorded so that it can be done again.
struct EventStream {
    glm::ivec2 size{800, 800};  // of the picture, pixels
    double pixelsPerDp = 1.0;
    bool forClient = false;  // recorded while a client painted
    std::vector<platform::PointerEvent> events;
};

// The text that parseEventStream() reads; docs/pointer-streams.md describes it. Times to the microsecond,
// places to the hundredth of a dp.
[[nodiscard]] std::string toText(const EventStream& stream);
// One event as one line, without a line end.
[[nodiscard]] std::string toText(const platform::PointerEvent& event);

// Errors, each with its line: not a stream, a newer format, a word that is not known, a number that is none,
// a time before the one above it.
[[nodiscard]] core::Result<EventStream> parseEventStream(std::string_view text);

}  // namespace palpate::gesture
