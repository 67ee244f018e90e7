#include "app/pictures.h"

#include "app/scene.h"

#include <glm/common.hpp>

#include <cmath>

namespace palpate::app {

std::vector<PicturePlace> picturePlaces(const ui::UiRects& rects, float pixelsPerUnit) {
    std::vector<PicturePlace> places;
    for (const ui::UiRects::Item& item : rects.items()) {
        if (item.name != "viewport" && !item.name.starts_with("viewport.")) continue;
        const glm::vec2 origin(std::round(item.rect.x * pixelsPerUnit),
                               std::round(item.rect.y * pixelsPerUnit));
        const glm::vec2 size(std::round(item.rect.width * pixelsPerUnit),
                             std::round(item.rect.height * pixelsPerUnit));
        if (size.x >= 1.0F && size.y >= 1.0F) places.push_back({item.name, origin, glm::ivec2(size)});
    }
    return places;
}

Pictures::Pictures(const std::shared_ptr<render::Device>& device) : m_largestSide(device->largestSide()) {
    for (std::size_t slot = 0; slot < kSlots; ++slot)
        m_renderers.emplace_back(device);
}

std::uint64_t Pictures::drawOne(Slot slot, const render::Scene& scene) {
    m_renderers[slot].draw(scene);
    return m_renderers[slot].colourTexture();
}

void Pictures::draw(const document::Document& document, const std::vector<PicturePlace>& places,
                    float pixelsPerDp, ui::ScreenModel& model) {
    for (const PicturePlace& place : places) {
        const PictureLook look{glm::min(place.size, glm::ivec2(m_largestSide)), pixelsPerDp};
        if (place.name == "viewport" && !model.compare) {
            model.viewport.texture = drawOne(
                kMain, paintingScene(document, look, m_preview.of(document), m_overlayLabels.of(document)));
        }
        if (place.name == "viewport.back" && !model.compare) {
            model.viewport.backTexture = drawOne(
                kSecond, flatBackScene(document, look, m_preview.of(document), m_overlayLabels.of(document)));
        }
        if (!model.compare || !document.compare) continue;
        if (place.name == "viewport.from")
            model.compare->from.texture = drawOne(kMain, compareScene(document, ComparePicture::From, look));
        if (place.name == "viewport.to")
            model.compare->to.texture = drawOne(kSecond, compareScene(document, ComparePicture::To, look));
        if (place.name == "viewport.difference") {
            model.compare->differenceTexture =
                drawOne(kDifference, compareScene(document, ComparePicture::Difference, look));
        }
    }
}

}  // namespace palpate::app
