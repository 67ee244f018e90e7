#include "app/pictures.h"

#include "document/compare.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

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

float roomAtTop(const ui::UiRects& rects) {
    const auto* const picture = rects.find("viewport");
    const auto* const mapSwitch = rects.find("show.client");
    if (picture == nullptr || mapSwitch == nullptr) return 0.0F;
    // As far from the head as from the picture's edge.
    return mapSwitch->rect.bottom() + (mapSwitch->rect.y - picture->rect.y) - picture->rect.y;
}

Pictures::Pictures(const std::shared_ptr<render::Device>& device) : m_largestSide(device->largestSide()) {
    for (std::size_t slot = 0; slot < kSlots; ++slot)
        m_renderers.emplace_back(device);
}

std::uint64_t Pictures::drawOne(std::size_t slot, render::Scene scene) {
    m_cameras[slot].look(scene.camera, m_seconds);
    scene.isMoving = m_cameras[slot].isMoving(m_seconds);
    m_renderers[slot].draw(scene);
    return m_renderers[slot].colourTexture();
}

std::size_t comparePictureOf(const std::string& name, std::size_t count) {
    constexpr std::string_view kBetween = "viewport.between";
    if (name == "viewport.to") return count - 1;
    if (!name.starts_with(kBetween)) return 0;
    return static_cast<std::size_t>(std::atoi(name.c_str() + kBetween.size()));
}

std::optional<double> Pictures::restsAt() const {
    std::optional<double> last;
    for (const CameraWatch& camera : m_cameras) {
        if (camera.isMoving(m_seconds)) last = std::max(last.value_or(0.0), camera.restsAt());
    }
    return last;
}

void Pictures::drawCompared(const document::Document& document, const PicturePlace& place,
                            const PictureLook& look, ui::CompareModel& model) {
    const auto labels = m_overlayLabels.of(document);
    if (place.name == "viewport.difference") {
        model.differenceTexture =
            drawOne(kDifference, compareScene(document, ComparePicture::Difference, look, labels));
        return;
    }
    if (place.name == "viewport.wipe" || place.name == "viewport.onion") {
        model.from.texture = drawOne(kMain, compareScene(document, ComparePicture::From, look, labels));
        model.to.texture = drawOne(kSecond, compareScene(document, ComparePicture::To, look, labels));
        return;
    }
    // The places are those of the last frame: there may have been more pictures then.
    const std::size_t count = document::pictureCount(*document.compare);
    const std::size_t picture = comparePictureOf(place.name, count);
    if (picture >= count || (place.name.starts_with("viewport.between") && picture + 1 == count)) return;
    const std::uint64_t texture = drawOne(picture, sideScene(document, picture, look, labels));
    if (picture == 0) {
        model.from.texture = texture;
    } else if (picture + 1 == count) {
        model.to.texture = texture;
    } else {
        model.between[picture - 1].texture = texture;
    }
}

void Pictures::draw(const document::Document& document, const std::vector<PicturePlace>& places,
                    float pixelsPerDp, double seconds, ui::ScreenModel& model) {
    m_seconds = seconds;
    for (const PicturePlace& place : places) {
        const PictureLook look{glm::min(place.size, glm::ivec2(m_largestSide)), pixelsPerDp};
        if (model.compare) {
            const bool isCompared = place.name != "viewport" && place.name != "viewport.back";
            if (isCompared && document.compare) drawCompared(document, place, look, *model.compare);
            continue;
        }
        if (place.name == "viewport") {
            model.viewport.texture = drawOne(
                kMain, paintingScene(document, look, m_preview.of(document), m_overlayLabels.of(document)));
        }
        if (place.name == "viewport.back") {
            model.viewport.backTexture = drawOne(
                kSecond, flatBackScene(document, look, m_preview.of(document), m_overlayLabels.of(document)));
        }
    }
}

}  // namespace palpate::app
