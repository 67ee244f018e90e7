#include "app/history_pictures.h"

#include "app/scene.h"
#include "document/history.h"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace palpate::app {

namespace {

constexpr std::array kSides{body::StandardView::Front, body::StandardView::Back};
constexpr std::array<const char*, 2> kNames{"history.front", "history.back"};
constexpr std::string_view kVisit = "history.visit.";
// Twice as fine as it is shown: scaling down smooths it.
constexpr float kFiner = 2.0F;
// Lines as thin as the pictures are small, so that they do not cover the paint which they go round.
constexpr float kSmallLines = 0.4F;

glm::ivec2 pixels(const ui::Rect& rect, float pixelsPerUnit, int most) {
    const glm::vec2 size = glm::round(glm::vec2(rect.width, rect.height) * pixelsPerUnit);
    return glm::clamp(glm::ivec2(size), glm::ivec2(1), glm::ivec2(most));
}

// The visits whose small pictures are in sight.
std::vector<std::size_t> inSight(const ui::UiRects& rects, std::size_t count) {
    std::vector<std::size_t> visits;
    for (const ui::UiRects::Item& item : rects.items()) {
        if (!item.name.starts_with(kVisit) || item.visible.height <= 0.0F) continue;
        std::size_t index = count;
        const std::string_view digits = std::string_view(item.name).substr(kVisit.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (index < count) visits.push_back(index);
    }
    return visits;
}

image::Image besideEachOther(const image::Image& left, const image::Image& right) {
    image::Image both(left.width() + right.width(), left.height());
    for (int y = 0; y < left.height(); ++y) {
        const auto row = both.row(y);
        const auto from = left.row(y), then = right.row(y);
        std::copy(then.begin(), then.end(), std::copy(from.begin(), from.end(), row.begin()));
    }
    return both;
}

}  // namespace

bool HistoryPictures::fit(const ui::UiRects& rects) const {
    const ui::UiRects::Item* front = rects.find(kNames[0]);
    return front == nullptr || front->rect == m_drawnFor;
}

HistoryPictures::HistoryPictures(std::shared_ptr<render::Device> device) : m_device(std::move(device)) {}

void HistoryPictures::forget() {
    m_small.clear();
    m_bodies.clear();
    m_smallRenderer.reset();
    m_looks = {};
}

void HistoryPictures::showBody(const render::Scene& scene, std::size_t which, std::uint64_t& texture) {
    while (m_bodies.size() <= which)
        m_bodies.emplace_back(m_device);
    m_bodies[which].draw(scene);
    texture = m_bodies[which].colourTexture();
}

void HistoryPictures::showBodies(const document::Document& document, const ui::UiRects& rects,
                                 float pixelsPerUnit, float pixelsPerDp, ui::HistoryModel& model) {
    const ui::UiRects::Item* front = rects.find(kNames[0]);
    m_drawnFor = front == nullptr ? ui::Rect{} : front->rect;
    const document::HistoryState& history = *document.history;
    const bool counts = model.page == document::HistoryPage::Frequency;
    const std::optional<map::BodyMap>& map =
        counts ? (history.frequency ? history.frequency->picture : std::nullopt) : history.replay;
    for (std::size_t which = 0; which < kSides.size(); ++which) {
        const ui::UiRects::Item* item = rects.find(kNames[which]);
        if (item == nullptr) continue;
        const PictureLook look{pixels(item->rect, pixelsPerUnit, m_device->largestSide()), pixelsPerDp};
        const map::Layer* layer = map ? &map->layer(counts ? map::LayerKind::Pain : history.layer) : nullptr;
        render::Scene scene = historyScene(document, kSides[which], layer, look);
        // The slider changes the paint and nothing else.
        scene.keepsBareSkin = true;
        showBody(scene, which, which == 0 ? model.frontTexture : model.backTexture);
    }
}

render::PictureTexture HistoryPictures::smallPicture(const document::Document& document,
                                                     const map::BodyMap& map, float pixelsPerDp) {
    if (!m_smallRenderer) m_smallRenderer = std::make_unique<render::SceneRenderer>(m_device);
    const glm::ivec2 size(
        static_cast<int>(std::round(0.5F * ui::HistoryModel::kSmallWidth * kFiner * pixelsPerDp)),
        static_cast<int>(std::round(ui::HistoryModel::kSmallHeight * kFiner * pixelsPerDp)));
    std::array<image::Image, 2> halves;
    for (std::size_t which = 0; which < kSides.size(); ++which) {
        m_smallRenderer->draw(historyScene(document, kSides[which], &map.layer(document.history->layer),
                                           PictureLook{size, kSmallLines * pixelsPerDp}));
        halves[which] = m_smallRenderer->readImage();
    }
    return render::PictureTexture(besideEachOther(halves[0], halves[1]));
}

void HistoryPictures::keepFew() {
    while (m_small.size() > kMostKept) {
        const auto oldest =
            std::min_element(m_small.begin(), m_small.end(),
                             [](const auto& a, const auto& b) { return a.second.seen < b.second.seen; });
        if (oldest->second.seen == m_frame) return;
        m_small.erase(oldest);
    }
}

bool HistoryPictures::show(const document::Document& document, const ui::UiRects& rects, float pixelsPerUnit,
                           float pixelsPerDp, ui::HistoryModel& model) {
    const document::HistoryState& history = *document.history;
    const document::Appearance& appearance = document.appearance;
    const Looks looks{appearance.dark, appearance.highContrast, appearance.blackAndWhite, pixelsPerDp,
                      history.body.get()};
    if (looks != m_looks) m_small.clear();
    m_looks = looks;
    ++m_frame;
    showBodies(document, rects, pixelsPerUnit, pixelsPerDp, model);
    bool mayMake = true, wantsMore = false;
    for (const std::size_t index : inSight(rects, history.read)) {
        const Key key{static_cast<std::uint64_t>(history.visits[index].visit.id.value), history.author,
                      history.layer};
        auto found = m_small.find(key);
        if (found == m_small.end() && mayMake) {
            const auto map = document::mapOfVisit(history, index);
            if (!map) continue;
            mayMake = false;
            found = m_small.emplace(key, Small{smallPicture(document, *map, pixelsPerDp), 0}).first;
        }
        wantsMore = wantsMore || found == m_small.end();
        if (found == m_small.end()) continue;
        found->second.seen = m_frame;
        model.entries[index].texture = found->second.texture.name();
    }
    keepFew();
    return wantsMore;
}

}  // namespace palpate::app
