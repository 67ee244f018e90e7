#include "render/pictures.h"

#include "core/text.h"
#include "platform/offscreen_context.h"
#include "render/colour.h"
#include "render/scene_renderer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace palpate::render {

namespace {

constexpr int kSupersampling = 2;

}  // namespace

struct PictureRenderer::State {
    std::optional<platform::OffscreenContext> context;  // empty: the caller's
    std::shared_ptr<Device> device;
    std::optional<SceneRenderer> renderer;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    // What lives in the context goes before it, while it is current.
    ~State() {
        if (context) (void)context->makeCurrent();
        renderer.reset();
        device.reset();
    }
};

PictureRenderer::PictureRenderer() : m_state(std::make_unique<State>()) {}
PictureRenderer::PictureRenderer(std::shared_ptr<Device> device) : PictureRenderer() {
    m_state->device = std::move(device);
    m_state->renderer.emplace(m_state->device);
}
PictureRenderer::PictureRenderer(PictureRenderer&&) noexcept = default;
PictureRenderer& PictureRenderer::operator=(PictureRenderer&&) noexcept = default;
PictureRenderer::~PictureRenderer() = default;

core::Result<PictureRenderer> PictureRenderer::createOffscreen() {
    auto context = platform::OffscreenContext::create();
    if (!context) return context.error();
    auto device = Device::create(platform::OffscreenContext::loader());
    if (!device) return device.error();
    PictureRenderer pictures(std::move(*device));
    pictures.m_state->context.emplace(std::move(*context));
    return pictures;
}

core::Result<image::Image> PictureRenderer::render(const Scene& scene) {
    if (m_state->context) {
        if (const auto current = m_state->context->makeCurrent(); !current) return current.error();
    }
    const int largest = m_state->device->largestSide();
    const int longer = std::max(scene.size.x, scene.size.y);
    if (std::min(scene.size.x, scene.size.y) < 1 || longer > largest) {
        return core::Error{core::tr("A picture of this size cannot be drawn"),
                           std::to_string(scene.size.x) + "x" + std::to_string(scene.size.y),
                           core::trf("Choose between 1 and {0} pixels a side.", {std::to_string(largest)}),
                           core::Error::Kind::Usage};
    }
    const int factor = longer * kSupersampling <= largest ? kSupersampling : 1;
    Scene finer = scene;
    finer.size *= factor;
    finer.pixelScale *= static_cast<float>(factor);
    m_state->renderer->draw(finer);
    return shrink(m_state->renderer->readImage(), factor);
}

}  // namespace palpate::render
