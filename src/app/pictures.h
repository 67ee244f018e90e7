#pragma once

#include "app/camera_watch.h"
#include "app/overlay_labels.h"
#include "app/scene.h"
#include "document/document.h"
#include "document/preview.h"
#include "render/device.h"
#include "render/scene_renderer.h"
#include "ui/screen.h"
#include "ui/ui_rects.h"

#include <glm/vec2.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

// A picture of the body in the window, in pixels from the window's top left.
struct PicturePlace {
    std::string name;  // "viewport", "viewport.back"; comparing, those of ui::drawComparedPictures()
    glm::vec2 origin{0.0F};
    glm::ivec2 size{0};

    friend bool operator==(const PicturePlace&, const PicturePlace&) = default;
};

// The pictures that a frame laid out, by name.
[[nodiscard]] std::vector<PicturePlace> picturePlaces(const ui::UiRects& rects, float pixelsPerUnit);

// How much of the body's picture lies under the switch between the maps, in units; 0 where there is no
// switch.
[[nodiscard]] float roomAtTop(const ui::UiRects& rects);

// The number from the left of a picture that stands side by side with `count` in all; 0 for all other names.
[[nodiscard]] std::size_t comparePictureOf(const std::string& name, std::size_t count);

// Draws the pictures of the window into textures; what did not change is not drawn again.
class Pictures {
public:
    explicit Pictures(const std::shared_ptr<render::Device>& device);

    // Draws what `places` need and tells the model the textures. The window's context must be current.
    // `seconds` on the clock by which it is seen that the body moves, and drawn quicker meanwhile.
    void draw(const document::Document& document, const std::vector<PicturePlace>& places, float pixelsPerDp,
              double seconds, ui::ScreenModel& model);
    // When to draw again at the latest, so that what moved is shown at rest; empty if all is at rest.
    [[nodiscard]] std::optional<double> restsAt() const;

private:
    // The painting view and the first one of the compare view; the back or the second one, and those after
    // it; the difference.
    enum Slot : std::size_t { kMain, kSecond, kDifference = document::kMostCompared, kSlots };
    std::uint64_t drawOne(std::size_t slot, render::Scene scene);
    void drawCompared(const document::Document& document, const PicturePlace& place, const PictureLook& look,
                      ui::CompareModel& model);

    document::Preview m_preview;
    double m_seconds = 0.0;  // as draw() was told
    std::array<CameraWatch, kSlots> m_cameras;
    int m_largestSide;
    OverlayLabels m_overlayLabels;
    std::vector<render::SceneRenderer> m_renderers;
};

}  // namespace palpate::app
