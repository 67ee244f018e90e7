#pragma once

#include "app/overlay_labels.h"
#include "document/document.h"
#include "document/preview.h"
#include "render/device.h"
#include "render/scene_renderer.h"
#include "ui/screen.h"
#include "ui/ui_rects.h"

#include <glm/vec2.hpp>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace palpate::app {

// A picture of the body in the window, in pixels from the window's top left.
struct PicturePlace {
    std::string name;  // "viewport", "viewport.from", "viewport.to", "viewport.difference"
    glm::vec2 origin{0.0F};
    glm::ivec2 size{0};

    friend bool operator==(const PicturePlace&, const PicturePlace&) = default;
};

// The pictures that a frame laid out, by name.
[[nodiscard]] std::vector<PicturePlace> picturePlaces(const ui::UiRects& rects, float pixelsPerUnit);

// Draws the pictures of the window into textures; what did not change is not drawn again.
class Pictures {
public:
    explicit Pictures(const std::shared_ptr<render::Device>& device);

    // Draws what `places` need and tells the model the textures. The window's context must be current.
    void draw(const document::Document& document, const std::vector<PicturePlace>& places, float pixelsPerDp,
              ui::ScreenModel& model);

private:
    // The painting view and the left one of the compare view; the right one; the difference.
    enum Slot : std::size_t { kMain, kSecond, kDifference, kSlots };
    std::uint64_t drawOne(Slot slot, const render::Scene& scene);

    document::Preview m_preview;
    int m_largestSide;
    OverlayLabels m_overlayLabels;
    std::vector<render::SceneRenderer> m_renderers;
};

}  // namespace palpate::app
