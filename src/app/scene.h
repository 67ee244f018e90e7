#pragma once

#include "document/document.h"
#include "document/preview.h"
#include "render/scene.h"

#include <glm/vec2.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace palpate::app {

// What the window's pictures have in common.
struct PictureLook {
    glm::ivec2 size{0};       // pixels
    float pixelScale = 1.0F;  // pixels a dp
};

// The map shown with the layers that are shown, and what the tool would do where the pointer is: a ring, or
// the `marks` of it; `labels`: places on the skin, null for none. Points into `document` and `marks`.
[[nodiscard]] render::Scene paintingScene(const document::Document& document, const PictureLook& look,
                                          const document::PreviewMarks& marks = {},
                                          std::shared_ptr<const render::SkinLabels> labels = nullptr);

// While it is flat: the picture of the back beside it.
[[nodiscard]] render::Scene flatBackScene(const document::Document& document, const PictureLook& look,
                                          const document::PreviewMarks& marks = {},
                                          std::shared_ptr<const render::SkinLabels> labels = nullptr);

// The view over time, which must be open: the whole body with one layer, or bare. Points to `layer`.
[[nodiscard]] render::Scene historyScene(const document::Document& document, body::StandardView view,
                                         const map::Layer* layer, const PictureLook& look);

// The compare view, which must be open: one of its maps, or the difference of both. Points into `document`.
enum class ComparePicture : std::uint8_t { From, To, Difference };
[[nodiscard]] render::Scene compareScene(const document::Document& document, ComparePicture which,
                                         const PictureLook& look,
                                         std::shared_ptr<const render::SkinLabels> labels = nullptr);
// One of the pictures that stand side by side, by its number from the left.
[[nodiscard]] render::Scene sideScene(const document::Document& document, std::size_t picture,
                                      const PictureLook& look,
                                      std::shared_ptr<const render::SkinLabels> labels = nullptr);

}  // namespace palpate::app
