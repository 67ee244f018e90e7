// What the window draws, 1280 x 800: a painted frame against drawing everything anew, and turning the body
// against the plainest way to draw a mesh. The driver is the one of this machine; its name stands above the
// table.
#include "map/brush.h"
#include "map/layer.h"
#include "naive_draw.h"
#include "platform/offscreen_context.h"
#include "render/scene_renderer.h"
#include "row.h"
#include "standard_body.h"

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace palpate::bench {

namespace {

constexpr glm::ivec2 kSize{1280, 800};

struct Studio {
    platform::OffscreenContext context;
    std::shared_ptr<render::Device> device;
};

Studio openStudio() {
    auto context = platform::OffscreenContext::create();
    if (!context) giveUp(context.error().message());
    auto device = render::Device::create(platform::OffscreenContext::loader());
    if (!device) giveUp(device.error().message());
    return {std::move(*context), *device};
}

render::Scene sceneOf(const map::Layer& pain) {
    render::Scene scene;
    scene.body = standardBody();
    scene.size = kSize;
    scene.camera = body::standardCamera(body::StandardView::Front, scene.body->mesh().bounds(), 1.6F,
                                        body::Camera::Projection::Perspective);
    scene.pain = &pain;
    return scene;
}

// Paints dab after dab up and down the chest, in levels that change.
class Hand {
public:
    explicit Hand(map::Layer& layer)
        : m_layer(layer),
          m_scratch(standardBody()->mesh()),
          m_brush(*standardBody(), 0.03F, map::Brush::Rim::Soft, false, m_scratch) {}

    void dab() {
        ++m_count;
        const float height = 1.05F + 0.01F * static_cast<float>(m_count % 25);
        const auto hit = standardBody()->bvh().firstHit({{0.08F, height, 2.0F}, {0.0F, 0.0F, -1.0F}});
        if (!hit) giveUp("the hand missed the body");
        const auto level = static_cast<map::Value>(10 + m_count % 90);
        map::Layer::Writer writer(m_layer);
        for (const map::DabVertex& under : m_brush.dab(hit->point))
            writer.set(under.vertex, level, 1);
    }

private:
    map::Layer& m_layer;
    map::PaintScratch m_scratch;
    map::Brush m_brush;
    int m_count = 0;
};

void checkSamePixels(render::SceneRenderer& renderer, const render::Scene& scene) {
    const image::Image part = renderer.readImage();
    renderer.invalidate();
    renderer.draw(scene);
    if (part != renderer.readImage()) giveUp("a painted frame differs from drawing everything anew");
}

Duel paintedFrame(const Studio& studio, int rounds) {
    map::Layer pain(map::LayerKind::Pain, standardBody()->mesh().vertexCount());
    Hand hand(pain);
    render::SceneRenderer renderer(studio.device);
    const render::Scene scene = sceneOf(pain);
    renderer.draw(scene);
    hand.dab();
    renderer.draw(scene);
    checkSamePixels(renderer, scene);
    const Duel result = duel(
        Clock::Wall, rounds, 1,
        [&] {
            hand.dab();
            if (renderer.draw(scene).extent != render::Drawn::Extent::Part) giveUp("all was drawn anew");
            finishDrawing();
        },
        [&] {
            hand.dab();
            renderer.invalidate();
            renderer.draw(scene);
            finishDrawing();
        });
    checkSamePixels(renderer, scene);
    return result;
}

Duel orbitFrame(const Studio& studio, int rounds) {
    map::Layer pain(map::LayerKind::Pain, standardBody()->mesh().vertexCount());
    Hand hand(pain);
    for (int i = 0; i < 25; ++i)
        hand.dab();
    render::SceneRenderer renderer(studio.device);
    render::Scene scene = sceneOf(pain);
    scene.isMoving = true;
    NaiveDraw naive(standardBody()->mesh(), kSize);
    body::Camera theirs = scene.camera;
    return duel(
        Clock::Wall, rounds, 1,
        [&] {
            scene.camera.yawDegrees += 2.0F;
            renderer.draw(scene);
            finishDrawing();
        },
        [&] {
            theirs.yawDegrees += 2.0F;
            naive.draw(theirs);
            finishDrawing();
        });
}

// Two maps in one picture with an upright line between them, as the compare view shows them: where the line
// moves, nothing of the body is drawn again.
class Wipe {
public:
    explicit Wipe(const Studio& studio) : m_left(studio.device), m_right(studio.device) {
        glGenFramebuffers(3, m_frames.data());
        glGenTextures(1, &m_picture);
        glBindTexture(GL_TEXTURE_2D, m_picture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, kSize.x, kSize.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        attach(2, m_picture);
    }
    ~Wipe() {
        glDeleteFramebuffers(3, m_frames.data());
        glDeleteTextures(1, &m_picture);
    }
    Wipe(const Wipe&) = delete;
    Wipe& operator=(const Wipe&) = delete;

    void draw(const render::Scene& left, const render::Scene& right, int line) {
        m_left.draw(left);
        m_right.draw(right);
        attach(0, m_left.colourTexture());
        attach(1, m_right.colourTexture());
        show(0, 0, line);
        show(1, line, kSize.x);
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        finishDrawing();
    }
    void forget() {
        m_left.invalidate();
        m_right.invalidate();
    }

private:
    void attach(std::size_t frame, unsigned texture) {
        glBindFramebuffer(GL_FRAMEBUFFER, m_frames[frame]);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    }
    void show(std::size_t frame, int from, int to) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, m_frames[frame]);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_frames[2]);
        glBlitFramebuffer(from, 0, to, kSize.y, from, 0, to, kSize.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    }

    render::SceneRenderer m_left, m_right;
    std::array<unsigned, 3> m_frames{};
    unsigned m_picture = 0;
};

Duel draggedWipe(const Studio& studio, int rounds) {
    map::Layer earlier(map::LayerKind::Pain, standardBody()->mesh().vertexCount()), later = earlier;
    Hand first(earlier), second(later);
    for (int i = 0; i < 25; ++i) {
        first.dab();
        if (i % 2 == 0) second.dab();
    }
    const render::Scene left = sceneOf(earlier), right = sceneOf(later);
    Wipe wipe(studio);
    int line = 0;
    return duel(
        Clock::Wall, rounds, 1,
        [&] {
            line = (line + 37) % kSize.x;
            wipe.draw(left, right, line);
        },
        [&] {
            wipe.forget();
            wipe.draw(left, right, kSize.x / 2);
        });
}

}  // namespace

std::vector<Row> benchDrawing(const Effort& effort) {
    const Studio studio = openStudio();
    return {
        row("painted frame, against drawing everything anew", paintedFrame(studio, effort.rounds(100)), 0.2),
        row("turning frame, against a naive draw", orbitFrame(studio, effort.rounds(100)), 0.6),
        row("dragging the wipe, against drawing both maps once", draggedWipe(studio, effort.rounds(100)),
            0.25)};
}

}  // namespace palpate::bench
