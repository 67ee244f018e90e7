#include "report/body_panel.h"

#include "core/text.h"
#include "report/legend.h"
#include "report/paper.h"
#include "report/side_letters.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palpate::report {

namespace {

constexpr double kAir = 0.025;                                // metres around a body
constexpr double kLargestDigit = 14.0, kSmallestDigit = 8.0;  // points

// What one panel is drawn with.
struct Panel {
    Canvas& canvas;
    Rect frame;
    body::Camera camera;

    // Millimetres of the page.
    [[nodiscard]] glm::dvec2 project(const glm::vec3& world) const {
        const glm::vec2 size(static_cast<float>(frame.width), static_cast<float>(frame.height));
        return glm::dvec2(camera.project(world, size)) + glm::dvec2(frame.x, frame.y);
    }
};

// Digits on one picture. One that would cover another moves aside, so that both can be read.
class Digits {
public:
    Digits(const Panel& panel, bool blackAndWhite) : m_panel(panel), m_blackAndWhite(blackAndWhite) {}

    void draw(const LevelMark& mark) {
        const TextStyle style{pointsFor(mark), Weight::SemiBold,
                              digitColour(mark.layer, mark.level, m_blackAndWhite), Align::Centre};
        const double height = Canvas::capHeight(style);
        const glm::dvec2 at = freePlace(m_panel.project(mark.position), height);
        m_panel.canvas.textWithHalo(at.x, at.y + 0.5 * height, mark.text, style,
                                    levelColour(mark.layer, mark.level, m_blackAndWhite),
                                    m_blackAndWhite ? 0.9 : 0.45);
        m_taken.push_back(at);
    }

private:
    // A digit as high as the radius of its patch leaves the paint in sight.
    [[nodiscard]] double pointsFor(const LevelMark& mark) const {
        const double perMetre = m_panel.frame.height / static_cast<double>(m_panel.camera.height);
        const double radius = 0.01 * std::sqrt(mark.visibleCm2 / std::numbers::pi) * perMetre;
        const double capOfPoint = Canvas::capHeight({1.0, Weight::SemiBold, {}, Align::Left});
        return std::clamp(radius / capOfPoint, kSmallestDigit, kLargestDigit);
    }

    [[nodiscard]] bool isFree(glm::dvec2 at, double height) const {
        return std::none_of(m_taken.begin(), m_taken.end(), [&](const glm::dvec2& other) {
            return std::abs(other.x - at.x) < 1.2 * height && std::abs(other.y - at.y) < 1.2 * height;
        });
    }

    // The nearest place around `wanted` where a digit of that height covers no other.
    [[nodiscard]] glm::dvec2 freePlace(glm::dvec2 wanted, double height) const {
        constexpr int kDirections = 16, kRings = 12;
        for (int ring = 0; ring < kRings; ++ring) {
            for (int i = 0; i < (ring == 0 ? 1 : kDirections); ++i) {
                const double angle = 2.0 * std::numbers::pi * i / kDirections;
                const glm::dvec2 at =
                    wanted + glm::dvec2(std::cos(angle), -std::sin(angle)) * (0.3 * height * ring);
                if (isFree(at, height)) return at;
            }
        }
        return wanted;
    }

    const Panel& m_panel;
    bool m_blackAndWhite;
    std::vector<glm::dvec2> m_taken;
};

void drawSideLetters(const Panel& panel, const BodyPanel& what) {
    const TextStyle style{15.0, Weight::SemiBold, paper::kFaint, Align::Centre};
    for (const SideLetter& letter : sideLetters(what.view, what.bounds)) {
        const glm::dvec2 at = panel.project(letter.position);
        panel.canvas.text(at.x, at.y + 0.5 * Canvas::capHeight(style), letter.letter, style);
    }
}

}  // namespace

glm::dvec2 sizeInView(body::StandardView view, const body::Box& bounds) {
    const glm::dvec3 size(bounds.size());
    switch (view) {
        case body::StandardView::Left:
        case body::StandardView::Right:
            return {size.z + 2.0 * kAir, size.y + 2.0 * kAir};
        case body::StandardView::Top:
        case body::StandardView::Soles:
            return {size.x + 6.0 * kAir, size.z + 2.0 * kAir};
        case body::StandardView::Front:
        case body::StandardView::Back:
            break;
    }
    return {size.x + 2.0 * kAir, size.y + 2.0 * kAir};
}

body::Camera cameraOf(const BodyPanel& panel, const Rect& frame) {
    const double width = std::max(1.0, std::round(frame.width * panel.pixelsPerMillimetre));
    const double height = std::max(1.0, std::round(frame.height * panel.pixelsPerMillimetre));
    body::Camera camera = body::standardCamera(panel.view, panel.bounds,
                                               static_cast<float>(width) / static_cast<float>(height));
    camera.height = static_cast<float>(frame.height / panel.scale);
    return camera;
}

core::Result<void> drawBodyPanel(Canvas& canvas, const Rect& frame, const BodyPanel& panel,
                                 const PictureSource& picture) {
    const int width = static_cast<int>(std::lround(frame.width * panel.pixelsPerMillimetre));
    const int height = static_cast<int>(std::lround(frame.height * panel.pixelsPerMillimetre));
    if (width <= 0 || height <= 0) return {};
    const body::Camera camera = cameraOf(panel, frame);
    const auto dp = static_cast<float>(panel.pixelsPerMillimetre * paper::kMillimetresPerDp);
    const auto perCentimetre = static_cast<float>(10.0 / paper::kMillimetresPerDp);
    const auto drawn = picture({camera, width, height, dp, panel.blackAndWhite, perCentimetre});
    if (!drawn) return drawn.error();
    canvas.picture(*drawn, frame);
    const Panel what{canvas, frame, camera};
    drawSideLetters(what, panel);
    if (panel.marks != nullptr) drawLevelMarks(canvas, frame, camera, *panel.marks, panel.blackAndWhite);
    if (panel.pins == nullptr) return {};
    // Last: a pin is one point and cannot move aside.
    for (const PinSign& pin : *panel.pins) {
        const glm::dvec2 at = what.project(pin.position);
        drawPinSign(canvas, at.x, at.y, pin);
    }
    return {};
}

void drawLevelMarks(Canvas& canvas, const Rect& frame, const body::Camera& camera,
                    const std::vector<LevelMark>& marks, bool blackAndWhite) {
    const Panel panel{canvas, frame, camera};
    Digits digits(panel, blackAndWhite);
    for (const LevelMark& mark : marks)
        digits.draw(mark);
}

void drawScaleBar(Canvas& canvas, double x, double y, double scale) {
    const double length = 0.1 * scale;
    canvas.line(x, y, x + length, y, paper::kDim, 0.35);
    canvas.line(x, y - 0.9, x, y + 0.9, paper::kDim, 0.35);
    canvas.line(x + length, y - 0.9, x + length, y + 0.9, paper::kDim, 0.35);
    canvas.text(x + length + 1.6, y + 0.5 * Canvas::capHeight(paper::kSmall), core::tr("10 cm"),
                paper::kSmall);
}

}  // namespace palpate::report
