#pragma once

#include "commands/command.h"
#include "document/tools.h"
#include "gesture/recogniser.h"
#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <optional>

namespace palpate::app {

// What the pointers do on one picture of the body, carried out: strokes and turns by the pointer tool, what
// fingers do beyond them on the camera, taps of several fingers as commands. Every kind of pointer comes
// this way; platform's reader of the mouse is one of those that feed it.
class PointerInput {
public:
    struct Setting {
        glm::vec2 origin{0.0F};  // the picture's top left, pixels of the window
        bool spaceHeld = false;
        // A client paints: a rim of kHaloDp round the body counts as body, dragging only turns about the
        // upright axis and ends at the nearest 45 degrees, zooming ends at 4x, taps do nothing else.
        bool forClient = false;
    };
    static constexpr float kHaloDp = 16.0F;
    static constexpr float kClientYawStep = 45.0F;

    void handle(commands::CommandContext& context, const platform::PointerEvent& event,
                const Setting& setting);
    void scroll(document::Document& document, const platform::ScrollEvent& event, const Setting& setting);
    // What time alone brings about; `seconds` of the events' clock.
    void tick(commands::CommandContext& context, double seconds);

    // When tick() is to be called again at the latest for the sake of a running stroke; empty if at any time.
    [[nodiscard]] std::optional<double> pieceEnds() const { return m_pieceEnds; }
    // Ctrl or Shift went down or up while nothing moved.
    void hold(document::Document& document, bool ctrl, bool shift);

    // A stroke or a turn is under way: the pointers belong to the picture.
    [[nodiscard]] bool isBusy() const { return m_recogniser.isBusy() || m_tool.isBusy(); }
    // The pointer is over the picture no more.
    void leave(document::Document& document);
    // Takes back what is under way. False if nothing was.
    bool cancel(document::Document& document);
    // Ends what is under way as if everything had been let go.
    void letGo(document::Document& document);

private:
    void apply(commands::CommandContext& context, const gesture::Intent& intent);
    void stroke(document::Document& document, const gesture::Intent& intent);
    void touch(document::Document& document, glm::vec2 position);
    void turn(document::Document& document, const gesture::Intent& intent);
    void transform(document::Document& document, const gesture::Intent& intent) const;
    void tell(document::Document& document, document::ToolInput::Kind kind,
              document::ToolInput::Button button, glm::vec2 position, const gesture::Intent& intent);
    [[nodiscard]] glm::vec2 onPicture(const document::Document& document, glm::dvec2 pixels) const;

    gesture::Recogniser m_recogniser;
    document::PointerTool m_tool;
    Setting m_setting;
    document::ToolInput m_last;
    std::optional<double> m_pieceEnds;
    std::optional<body::SkinPoint> m_touched;  // where a client's stroke began
    float m_turnRow = 0.0F;                    // where a drag that turns began
    float m_turnLastRow = 0.0F;                // where it came to
    float m_turnYaw = 0.0F;                    // of the camera before it, degrees
};

// The body's pixel nearest to `position`, itself if it is on the body; empty if there is none within `reach`
// pixels. Looked for on rings, so a gap of a pixel or two may be passed over.
[[nodiscard]] std::optional<glm::vec2> nearestOnBody(const document::Document& document, glm::vec2 position,
                                                     float reach);

}  // namespace palpate::app
