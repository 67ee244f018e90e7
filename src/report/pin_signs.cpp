#include "report/pin_signs.h"

#include "core/text.h"
#include "image/palette.h"
#include "report/canvas.h"
#include "report/paper.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace palpate::report {

namespace {

constexpr double kRadius = 1.55;  // millimetres
constexpr Colour kInk = image::palette::kContour;
constexpr Colour kFace{255, 255, 255};
constexpr std::array kGrades{"0", "I", "II", "III", "IV"};

bool isSeen(const body::BodyModel& body, const body::SkinPoint& at, const body::Camera& camera) {
    // Started a little off the skin, so that the pin's own triangle is not in the way.
    constexpr float kOffSkin = 0.002F;
    const glm::vec3 normal = body.mesh().normal(at);
    if (glm::dot(normal, camera.towardsEye()) <= 0.05F) return false;
    return !body.bvh().firstHit({body.mesh().position(at) + normal * kOffSkin, camera.towardsEye()});
}

void drawShape(Canvas& canvas, double x, double y, map::PinKind kind, double radius, Colour colour) {
    switch (kind) {
        case map::PinKind::TriggerPoint: {
            const double reach = 1.25 * radius;
            canvas.polygon({{x, y - reach}, {x + reach, y}, {x, y + reach}, {x - reach, y}}, colour);
            return;
        }
        case map::PinKind::TenderPoint:
            canvas.disc(x, y, radius, colour);
            return;
        case map::PinKind::Scar:
            canvas.fill({x - 1.4 * radius, y - 0.75 * radius, 2.8 * radius, 1.5 * radius}, colour, 0.4);
            return;
    }
}

const char* letterOf(map::PinKind kind) {
    if (kind == map::PinKind::TriggerPoint) return "T";
    return kind == map::PinKind::Scar ? "S" : "P";
}

}  // namespace

std::vector<PinSign> pinSigns(const body::BodyModel& body, const map::PinTable& pins,
                              const body::Camera& camera) {
    std::vector<PinSign> signs;
    for (const auto& [number, pin] : pins.rows()) {
        if (!isSeen(body, pin.at, camera)) continue;
        const std::string grade =
            pin.grade ? kGrades[static_cast<std::size_t>(std::clamp(*pin.grade, 0, map::kHighestPinGrade))]
                      : "";
        signs.push_back({body.mesh().position(pin.at), pin.kind, grade});
    }
    return signs;
}

void drawPinSign(Canvas& canvas, double x, double y, const PinSign& sign) {
    drawShape(canvas, x, y, sign.kind, kRadius + 0.25, kFace);
    drawShape(canvas, x, y, sign.kind, kRadius, kInk);
    drawShape(canvas, x, y, sign.kind, kRadius - 0.28, kFace);
    const TextStyle letter{6.0, Weight::SemiBold, kInk, Align::Centre};
    canvas.text(x, y + 0.5 * Canvas::capHeight(letter), letterOf(sign.kind), letter);
    if (sign.grade.empty()) return;
    const TextStyle grade{7.0, Weight::SemiBold, kInk, Align::Left};
    canvas.textWithHalo(x + 1.5 * kRadius + 0.3, y + 0.5 * Canvas::capHeight(grade), sign.grade, grade, kFace,
                        0.5);
}

void drawPinKey(Canvas& canvas, double x, double y) {
    constexpr double kLine = 4.6, kSign = 2.2, kText = 5.6;
    double line = y;
    for (const map::PinKind kind :
         {map::PinKind::Scar, map::PinKind::TenderPoint, map::PinKind::TriggerPoint}) {
        const std::string text = map::canHaveGrade(kind)
                                     ? core::trf("{0} 0\xE2\x80\x93IV", {map::pinName(kind)})
                                     : std::string(map::pinName(kind));
        drawPinSign(canvas, x + kSign, line, {{}, kind, {}});
        canvas.text(x + kText, line + 0.5 * Canvas::capHeight(paper::kSmall), text, paper::kSmall);
        line -= kLine;
    }
}

}  // namespace palpate::report
