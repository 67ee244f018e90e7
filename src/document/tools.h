#pragma once

#include "document/document.h"
#include "document/drag_stroke.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <optional>

namespace palpate::document {

// What the pointer did over the picture of the body, in pixels from its top left.
struct ToolInput {
    enum class Kind : std::uint8_t { Press, Move, Release, Wheel, DoubleClick, Leave, Cancel };
    enum class Button : std::uint8_t { None, Left, Middle, Right };

    Kind kind = Kind::Move;
    Button button = Button::None;  // of Press, Release and DoubleClick
    glm::vec2 position{0.0F};
    float wheel = 0.0F;  // notches, + away from the person
    bool ctrl = false, shift = false, space = false;
    std::optional<float> pressure = {};  // of a pen, 0..1; empty: it does not tell, as a mouse
};

enum class ToolResponse : std::uint8_t {
    Nothing,  // no change
    Preview,  // the picture changed
    Commit,   // a stroke was finished and kept
    Cancel,   // a stroke was given up
};

// Turns what the pointer does into strokes and camera moves. What a press does is decided where it starts: on
// the body it paints and never turns, off the body it turns and never paints. While maps are
// compared it always turns. While ctrl is held a press erases, while shift is held it softens. A double click
// comes nearer to the skin, and takes back what its first click painted; off the body it shows all of it.
//
// A drag is written down in pieces, so that a program that ends without warning loses little of it: one ends
// where the pointer leaves the skin and whenever kPieceSeconds have passed. Together they are one step to
// undo.
class PointerTool {
public:
    static constexpr double kPieceSeconds = 0.25;

    ToolResponse handle(Document& document, const ToolInput& input);
    // Writes down what was painted for kPieceSeconds and more. `seconds` is of any clock that goes on. Empty,
    // or when to call again at the latest.
    std::optional<double> keepTime(double seconds);
    // A stroke is being made or the camera is being dragged: the pointer belongs to the picture.
    [[nodiscard]] bool isBusy() const { return m_state != State::Idle; }
    // What was pressed to begin it.
    [[nodiscard]] ToolInput::Button heldButton() const { return m_button; }

private:
    enum class State : std::uint8_t { Idle, Painting, Orbiting, Panning };

    ToolResponse press(Document& document, const ToolInput& input);
    ToolResponse move(Document& document, const ToolInput& input);
    ToolResponse release(Document& document, const ToolInput& input);
    ToolResponse wheel(Document& document, const ToolInput& input);
    ToolResponse doubleClick(Document& document, const ToolInput& input);
    ToolResponse cancel();
    ToolResponse beginStroke(Document& document, const Hover& under, PaintTool tool,
                             std::optional<float> pressure);
    ToolResponse beginAt(Document& document, const Hover& under, const ToolInput& input);
    bool takeBackClick(Document& document);
    ToolResponse continueStroke(Document& document, glm::vec2 position);
    void beginOrbit(Document& document, const std::optional<Hover>& under);

    State m_state = State::Idle;
    ToolInput::Button m_button = ToolInput::Button::None;
    glm::vec2 m_last{0.0F};
    glm::vec3 m_pivot{0.0F};
    std::unique_ptr<DragStroke> m_stroke;    // while painting
    std::optional<body::SkinPoint> m_first;  // where it began to lay paint

    glm::vec2 m_pressedAt{0.0F};
    std::optional<std::size_t> m_clickEntries;  // of the journal after a click that painted
};

// How far the pointer's way is followed at once, in metres across the line of sight.
[[nodiscard]] float stepMetres(const Document& document);

// The skin under a pixel of the picture, as the camera sees it; empty where there is none.
[[nodiscard]] std::optional<Hover> pick(const Document& document, glm::vec2 position);

}  // namespace palpate::document
