// A step of the time slider: taking up the map of another visit out of its bytes and drawing it on the front
// and the back, against drawing those two pictures of the map that is there already.
#include "map/map_codec.h"
#include "map/stroke_painter.h"
#include "naive_draw.h"
#include "platform/offscreen_context.h"
#include "render/scene_renderer.h"
#include "row.h"
#include "standard_body.h"

#include <array>
#include <chrono>
#include <thread>
#include <vector>

namespace palpate::bench {

namespace {

constexpr int kFrameMicroseconds = 1'000'000 / 30;
constexpr glm::ivec2 kSize{200, 340};  // of either picture in a window of 1280 x 800

// A course of twelve visits: as many places, each time elsewhere and at another level.
std::vector<std::vector<std::byte>> course(const body::BodyModel& body) {
    std::vector<std::vector<std::byte>> visits;
    const auto points = pointsOnSkin(body.mesh(), 40);
    for (std::size_t visit = 0; visit < 12; ++visit) {
        map::BodyMap map(body.mesh().topologyId(), body.mesh().vertexCount());
        for (std::size_t place = 0; place < 6; ++place) {
            map::Stroke stroke;
            stroke.level = 1 + static_cast<int>((visit + place) % 10);
            stroke.diameterCm = 10.0;
            stroke.topologyId = map.topologyId();
            stroke.points = {points[(visit + 5 * place) % points.size()]};
            if (!map::paintStroke(body, map, stroke)) giveUp("a stroke could not be painted");
        }
        visits.push_back(map::encodeMap(map));
    }
    return visits;
}

class Slider {
public:
    explicit Slider(const std::shared_ptr<render::Device>& device)
        : m_visits(course(*standardBody())), m_map(decoded(0)) {
        for (std::size_t side = 0; side < m_views.size(); ++side)
            m_renderers.emplace_back(device);
    }

    void step() {
        m_at = (m_at + 1) % m_visits.size();
        m_map = decoded(m_at);
        draw();
    }
    // Each picture as if it were the first.
    void redraw() {
        m_keepsBare = false;
        for (render::SceneRenderer& renderer : m_renderers)
            renderer.invalidate();
        draw();
        m_keepsBare = true;
    }

private:
    [[nodiscard]] map::BodyMap decoded(std::size_t visit) const {
        auto map = map::decodeMap(m_visits[visit]);
        if (!map) giveUp("a map could not be read");
        return std::move(*map);
    }
    void draw() {
        for (std::size_t side = 0; side < m_views.size(); ++side) {
            render::Scene scene;
            scene.body = standardBody();
            scene.size = kSize;
            const float aspect = static_cast<float>(kSize.x) / static_cast<float>(kSize.y);
            scene.camera = body::standardCamera(m_views[side], scene.body->mesh().bounds(), aspect);
            scene.pain = &m_map.layer(map::LayerKind::Pain);
            scene.keepsBareSkin = m_keepsBare;
            m_renderers[side].draw(scene);
        }
        finishDrawing();
    }

    std::array<body::StandardView, 2> m_views{body::StandardView::Front, body::StandardView::Back};
    std::vector<std::vector<std::byte>> m_visits;
    map::BodyMap m_map;
    std::size_t m_at = 0;
    bool m_keepsBare = true;
    std::vector<render::SceneRenderer> m_renderers;
};

}  // namespace

std::vector<Row> benchSliding(const Effort& effort) {
    auto context = platform::OffscreenContext::create();
    if (!context) giveUp(context.error().message());
    auto device = render::Device::create(platform::OffscreenContext::loader());
    if (!device) giveUp(device.error().message());
    Slider slider(*device);
    slider.step();
    const Duel steps = duel(
        Clock::Wall, effort.rounds(100), 1, [&] { slider.step(); }, [&] { slider.redraw(); });
    const Duel frames = duel(
        Clock::Wall, effort.rounds(100), 1, [&] { slider.step(); },
        [] { std::this_thread::sleep_for(std::chrono::microseconds(kFrameMicroseconds)); });
    return {row("time slider: a step with its map, against redrawing the same picture", steps, 1.0),
            row("time slider: a step, against a thirtieth of a second", frames, 1.0)};
}

}  // namespace palpate::bench
