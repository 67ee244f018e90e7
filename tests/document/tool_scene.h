#pragma once

#include "document/test_documents.h"
#include "document/tools.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <memory>
#include <vector>

namespace palpate::test {

using document::Document;
using document::PointerTool;
using document::ToolInput;
using document::ToolResponse;
using Kind = ToolInput::Kind;
using Button = ToolInput::Button;

// In the picture, beside the body.
inline constexpr glm::vec2 kOffBody{20.0F, 20.0F};

inline glm::vec2 onPicture(const Document& document, const glm::vec3& world) {
    return document.camera.project(world, document.viewportSize);
}

inline ToolInput input(Kind kind, glm::vec2 position, Button button = Button::Left) {
    ToolInput made;
    made.kind = kind;
    made.button = kind == Kind::Move ? Button::None : button;
    made.position = position;
    return made;
}

// A recorded drag: press at the first place, move over the others, release at the last. The last answer.
inline ToolResponse drag(PointerTool& tool, Document& document, const std::vector<glm::vec2>& places,
                         Button button = Button::Left) {
    tool.handle(document, input(Kind::Press, places.front(), button));
    for (std::size_t i = 1; i < places.size(); ++i)
        tool.handle(document, input(Kind::Move, places[i]));
    return tool.handle(document, input(Kind::Release, places.back(), button));
}

inline const document::OpenMap& therapists(const Document& document) {
    return mapOf(document, clinic::Author::Therapist);
}

// A pointer over a document with a visit on Monday.
struct ToolScene {
    std::shared_ptr<FakeVault> vault = makeVault();
    Document document = openVault(vault);
    PointerTool tool;
    glm::vec2 chest = onPicture(document, kChest);
};

}  // namespace palpate::test
