#include "render/scene_renderer.h"

#include "core/check.h"
#include "image/palette.h"
#include "render/coarse_skin.h"
#include "render/colour.h"
#include "render/contour_set.h"
#include "render/gl/scene_target.h"
#include "render/programs.h"
#include "render/shadow_pass.h"
#include "render/silhouette.h"
#include "render/skin_buffers.h"
#include "render/stroke_buffers.h"

#include <glad/gl.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace palpate::render {

namespace {

using image::palette::kAvoid;
using image::palette::kBody;
using image::palette::kCasing;
using image::palette::kContour;
using image::palette::kTreated;

constexpr image::Rgba kBlack{0, 0, 0, 255};
constexpr float kLeastPiece = 4.0F;  // dp of silhouette

// Nothing but paint is shown on the skin.
bool isPaintAlone(const Scene& scene) {
    return scene.part == nullptr && scene.labels == nullptr && !scene.ring && !scene.highlighted &&
           !scene.marks;
}

bool keepsBareSkin(const Scene& scene) {
    return scene.keepsBareSkin && isPaintAlone(scene);
}

// Half a pixel is about what coarse skin is off by, or less.
bool isDrawnCoarse(const Scene& scene) {
    const float metresPerPixel = scene.camera.height / static_cast<float>(scene.size.y);
    return scene.isMoving && scene.part == nullptr && !keepsBareSkin(scene) &&
           CoarseSkin::kTolerance <= 0.5F * metresPerPixel;
}

// Everything that changes the whole picture.
struct Frame {
    body::Camera camera;
    glm::ivec2 size{0};
    float pixelScale = 0.0F;
    Backdrop backdrop;
    bool isLit = true;
    bool blackAndWhite = false;
    float dpPerCentimetre = 0.0F;
    bool isCoarse = false;
    bool showsDifference = false;
    image::Rgba accent;
    std::shared_ptr<const SkinLabels> labels;
    std::shared_ptr<const body::BodyPart> part;

    explicit Frame(const Scene& scene)
        : camera(scene.camera),
          size(scene.size),
          pixelScale(scene.pixelScale),
          backdrop(scene.backdrop),
          isLit(scene.isLit),
          blackAndWhite(scene.blackAndWhite),
          dpPerCentimetre(scene.dpPerCentimetre),
          isCoarse(isDrawnCoarse(scene)),
          showsDifference(scene.difference.has_value()),
          accent(scene.accent),
          labels(scene.labels),
          part(scene.part) {}

    friend bool operator==(const Frame&, const Frame&) = default;
};

// The two sides of the body apart, so that a mirrored stroke gives two small rectangles.
class ChangedPixels {
public:
    ChangedPixels(const View& view, int margin) : m_view(view), m_margin(margin) {}

    void add(const glm::vec3& place, float radius) {
        PixelRect& side = m_sides[place.x < 0.0F ? 0 : 1];
        side = side.united(m_view.around(place, radius));
    }
    void addTo(ScreenRegion& region) const {
        for (const PixelRect& r : m_sides) {
            if (r.isEmpty()) continue;
            region.add({r.left - m_margin, r.bottom - m_margin, r.right + m_margin, r.top + m_margin});
        }
    }

private:
    const View& m_view;
    int m_margin;
    std::array<PixelRect, 2> m_sides;
};

// Of the ring's tint too, which no vertex knows.
bool isOtherPreview(const std::optional<BrushRing>& a, const std::optional<BrushRing>& b) {
    return a.has_value() && b.has_value() && a->preview != b->preview;
}

}  // namespace

struct SceneRenderer::State {
    std::shared_ptr<Device> device;
    gl::SceneTarget target;
    StrokeBuffers strokeBuffers;
    ShadowPass shadows;
    Strokes strokes;

    // Of the body shown.
    std::shared_ptr<const body::BodyModel> model;
    std::optional<SkinBuffers> skin;
    std::optional<SkinChannels> channels;
    ContourSet contours;

    std::optional<Frame> lastFrame;  // empty: draw everything
    gl::SceneTarget bareTarget;      // bare skin alone, see Scene::keepsBareSkin
    std::optional<Frame> bareFrame;  // that it was drawn for; empty: for none
    std::optional<BrushRing> lastRing;

    void useBody(const std::shared_ptr<const body::BodyModel>& wanted);
    void takeOver(const Scene& scene);
    [[nodiscard]] ScreenRegion changedRegion(const Scene& scene, const View& view);
    void setSkinUniforms(const Scene& scene, const View& view);
    void setPaintUniforms(const Scene& scene, const View& view, gl::Program& painted);
    void drawSkin();
    void drawRectangle(const Scene& scene, const View& view, const PixelRect& rectangle);
    std::size_t drawRegion(const Scene& scene, const View& view, std::span<const PixelRect> rectangles);
    void drawBehind(const Scene& scene, const View& view);
    void drawStrokes();
    std::size_t drawBareSkin(const Scene& scene, const View& view);
    std::size_t drawOnBareSkin(const Scene& scene, const View& view);
};

namespace {

void setDrawingState() {
    glDisable(GL_FRAMEBUFFER_SRGB);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glFrontFace(GL_CCW);
    glCullFace(GL_BACK);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glClearDepth(1.0);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glDisable(GL_BLEND);
}

}  // namespace

SceneRenderer::SceneRenderer(std::shared_ptr<Device> device) : m_state(std::make_unique<State>()) {
    m_state->device = std::move(device);
}
SceneRenderer::SceneRenderer(SceneRenderer&&) noexcept = default;
SceneRenderer& SceneRenderer::operator=(SceneRenderer&&) noexcept = default;
SceneRenderer::~SceneRenderer() = default;

void SceneRenderer::State::useBody(const std::shared_ptr<const body::BodyModel>& wanted) {
    if (model == wanted) return;
    model = wanted;
    skin.emplace(device->bodyOf(wanted));
    channels.emplace(wanted);
    contours = {};
    lastFrame.reset();
    bareFrame.reset();
    lastRing.reset();
}

// Everything that the scene shows comes over: to the CPU's copy, the lines and the GPU.
void SceneRenderer::State::takeOver(const Scene& scene) {
    channels->update(scene);
    contours.update(model->mesh(), *channels, scene);
    skin->upload(*channels);
    skin->showOnly(scene.part);
}

ScreenRegion SceneRenderer::State::changedRegion(const Scene& scene, const View& view) {
    ScreenRegion region(scene.size);
    const Frame frame(scene);
    if (lastFrame != frame || isOtherPreview(lastRing, scene.ring)) {
        lastFrame = frame;
        contours.setSilhouette(
            traceSilhouette(model->mesh(), skin->body().clusters(), view, kLeastPiece * scene.pixelScale));
        region.addAll();
    } else if (keepsBareSkin(scene) || frame.isCoarse) {
        // The whole picture is made anew from what is kept, or skin beside new paint becomes fine again:
        // where it changed does not matter.
        const bool isSame = channels->changedValues().empty() && channels->changedOverlays().empty() &&
                            contours.changedPlaces().empty();
        if (!isSame) region.addAll();
    } else {
        ChangedPixels skinPixels(view, 2);
        for (const auto changed : {channels->changedValues(), channels->changedOverlays()}) {
            for (const std::uint32_t vertex : changed) {
                if (skin->body().mayShow(vertex, view)) {
                    skinPixels.add(model->mesh().positions()[vertex], skin->body().reachOf(vertex));
                }
            }
        }
        skinPixels.addTo(region);
        ChangedPixels linePixels(view,
                                 static_cast<int>(std::ceil(ContourSet::kWidest * scene.pixelScale)) + 2);
        for (const ContourPoint& point : contours.changedPlaces()) {
            // A line on skin that faces away is not drawn.
            if (glm::dot(point.normal, view.towardsEye(point.position)) > 0.0F)
                linePixels.add(point.position, 0.0F);
        }
        linePixels.addTo(region);
    }
    lastRing = scene.ring;
    return region;
}

void SceneRenderer::State::setSkinUniforms(const Scene& scene, const View& view) {
    Programs& programs = device->programs();
    for (gl::Program* const program : {&programs.bare, &programs.painted, &programs.cut, &programs.inside}) {
        program->use();
        program->set("worldToClip", view.worldToClip());
        program->set("worldToView", view.worldToView());
        program->set("isLit", scene.isLit ? 1 : 0);
        program->set("blackAndWhite", scene.blackAndWhite ? 1 : 0);
        program->set("bodyColour", glm::vec3(toUnit(scene.blackAndWhite ? kCasing : kBody)));
    }
    for (gl::Program* const program : {&programs.painted, &programs.cut})
        setPaintUniforms(scene, view, *program);
}

void SceneRenderer::State::setPaintUniforms(const Scene& scene, const View& view, gl::Program& painted) {
    painted.use();
    painted.set("showsDifference", scene.difference ? 1 : 0);
    painted.set("pixelScale", scene.pixelScale);
    painted.set("dpPerCentimetre", scene.dpPerCentimetre);
    const auto ink = [&scene](image::Rgba colour) {
        return glm::vec3(toUnit(scene.blackAndWhite ? kBlack : colour));
    };
    painted.set("lineColour", ink(kContour));
    painted.set("treatedColour", ink(kTreated));
    painted.set("avoidColour", ink(kAvoid));
    painted.set("patternOrigin", view.project(model->mesh().bounds().centre()));
    painted.set("accentColour", glm::vec3(toUnit(scene.accent)));
    const auto& centres = channels->ringCentres();
    constexpr glm::vec3 kNowhere(1.0e3F);
    painted.set("ringRadius", scene.ring ? scene.ring->radius : 0.0F);
    painted.set("ringCentre", centres[0].value_or(kNowhere));
    painted.set("twinCentre", centres[1].value_or(kNowhere));
    painted.set("metresPerPixel", scene.camera.height / static_cast<float>(scene.size.y));
    const bool hasPreview = scene.ring && scene.ring->preview;
    painted.set("previewStrength", hasPreview ? 0.3F : 0.0F);
    if (hasPreview) painted.set("previewColour", glm::vec3(toUnit(*scene.ring->preview)));
}

void SceneRenderer::State::drawSkin() {
    Programs& programs = device->programs();
    glEnable(GL_CULL_FACE);
    if (skin->isCut()) {
        glCullFace(GL_FRONT);
        programs.inside.use();
        skin->drawInside();
    }
    glCullFace(GL_BACK);
    programs.bare.use();
    skin->drawBare();
    programs.painted.use();
    skin->drawPainted();
    if (!skin->isCut()) return;
    programs.cut.use();
    skin->drawCut();
}

void SceneRenderer::State::drawRectangle(const Scene& scene, const View& view, const PixelRect& rectangle) {
    // Drivers clear a whole picture far faster than a part of one.
    if (rectangle == PixelRect{0, 0, scene.size.x, scene.size.y}) {
        glDisable(GL_SCISSOR_TEST);
    } else {
        glEnable(GL_SCISSOR_TEST);
        glScissor(rectangle.left, rectangle.bottom, rectangle.right - rectangle.left,
                  rectangle.top - rectangle.bottom);
    }
    drawBehind(scene, view);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    drawSkin();
    drawStrokes();
}

// What there is without a body.
void SceneRenderer::State::drawBehind(const Scene& scene, const View& view) {
    const glm::vec4 behind = toUnit(scene.backdrop.colour);
    glClearColor(behind.r, behind.g, behind.b, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    // Skin that hovers above the floor throws no shadow where nobody stands.
    if (scene.backdrop.hasFloorShadow && !scene.part)
        shadows.draw(device->programs().shadow, skin->body(), view);
}

void SceneRenderer::State::drawStrokes() {
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_FALSE);
    glEnable(GL_BLEND);
    device->programs().stroke.use();
    strokeBuffers.draw(strokes);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    glDisable(GL_DEPTH_TEST);
}

std::size_t SceneRenderer::State::drawBareSkin(const Scene& scene, const View& view) {
    if (bareFrame == Frame(scene) && bareTarget.size() == scene.size) return 0;
    bareTarget.resize(scene.size);
    bareTarget.bindForDrawing();
    setDrawingState();
    const std::size_t triangles = skin->chooseAllBare(view);
    drawBehind(scene, view);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    device->programs().bare.use();
    skin->drawBare();
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    gl::SceneTarget::unbind();
    bareFrame = Frame(scene);
    return triangles;
}

// The whole picture: bare skin as it is kept, paint upon it at the same depths, then the lines.
std::size_t SceneRenderer::State::drawOnBareSkin(const Scene& scene, const View& view) {
    setSkinUniforms(scene, view);
    std::size_t triangles = drawBareSkin(scene, view);
    target.copyFrom(bareTarget);
    strokes.clear();
    const PixelRect all{0, 0, scene.size.x, scene.size.y};
    contours.addStrokes(scene, view, std::span(&all, 1), strokes);
    triangles += skin->choosePainted(view, *channels);
    target.bindForDrawing();
    setDrawingState();
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    glDepthFunc(GL_LEQUAL);
    device->programs().painted.use();
    skin->drawPainted();
    glDepthFunc(GL_LESS);
    drawStrokes();
    glUseProgram(0);
    gl::SceneTarget::unbind();
    return triangles;
}

std::size_t SceneRenderer::State::drawRegion(const Scene& scene, const View& view,
                                             std::span<const PixelRect> rectangles) {
    target.bindForDrawing();
    setDrawingState();

    strokes.clear();
    contours.addStrokes(scene, view, rectangles, strokes);
    const std::size_t triangles = skin->choose(view, *channels, rectangles, isDrawnCoarse(scene));
    setSkinUniforms(scene, view);
    for (const PixelRect& rectangle : rectangles)
        drawRectangle(scene, view, rectangle);

    glDisable(GL_SCISSOR_TEST);
    glUseProgram(0);
    gl::SceneTarget::unbind();
    return triangles;
}

Drawn SceneRenderer::draw(const Scene& scene) {
    core::check(scene.body != nullptr, "a scene has a body");
    core::check(std::min(scene.size.x, scene.size.y) > 0 &&
                    std::max(scene.size.x, scene.size.y) <= m_state->device->largestSide(),
                "a scene's size is within what the device can draw");
    State& state = *m_state;
    if (state.target.size() != scene.size) state.lastFrame.reset();
    state.target.resize(scene.size);
    state.useBody(scene.body);
    state.takeOver(scene);
    const View view(scene.camera, scene.size);
    const ScreenRegion region = state.changedRegion(scene, view);
    state.channels->acknowledge();

    Drawn drawn;
    if (region.isEmpty()) return drawn;
    const long long all = static_cast<long long>(scene.size.x) * scene.size.y;
    if (keepsBareSkin(scene)) {
        drawn.pixels = all;
        drawn.triangles = state.drawOnBareSkin(scene, view);
        drawn.extent = Drawn::Extent::All;
        return drawn;
    }
    drawn.pixels = region.area();
    drawn.triangles = state.drawRegion(scene, view, region.rectangles());
    const bool isAll = drawn.pixels == all;
    drawn.extent = isAll ? Drawn::Extent::All : Drawn::Extent::Part;
    return drawn;
}

void SceneRenderer::invalidate() {
    m_state->lastFrame.reset();
}

glm::ivec2 SceneRenderer::size() const {
    return m_state->target.size();
}

unsigned SceneRenderer::colourTexture() const {
    return m_state->target.colourTexture();
}

image::Image SceneRenderer::readImage() const {
    core::check(m_state->target.size().x > 0, "a picture is read after it was drawn");
    return m_state->target.read();
}

void SceneRenderer::copyToWindow(glm::ivec2 at) const {
    core::check(m_state->target.size().x > 0, "a picture is shown after it was drawn");
    m_state->target.copyToWindow(at);
}

}  // namespace palpate::render
