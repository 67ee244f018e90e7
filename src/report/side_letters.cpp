#include "report/side_letters.h"

#include "core/text.h"

namespace palpate::report {

std::vector<SideLetter> sideLetters(body::StandardView view, const body::Box& bounds) {
    constexpr float kBesideHead = 0.2F, kBelowTop = 0.12F, kBesideArm = 0.06F;  // metres
    const glm::vec3 middle = bounds.centre();
    const glm::vec3 head(0.0F, bounds.highest.y - kBelowTop, middle.z);
    const glm::vec3 behind = head - glm::vec3(0.0F, 0.0F, kBesideHead);
    if (view == body::StandardView::Left) return {{core::tr("L"), behind}};
    if (view == body::StandardView::Right) return {{core::tr("R"), behind}};
    const bool upright = view == body::StandardView::Front || view == body::StandardView::Back;
    const glm::vec3 from = upright ? head : middle;
    const glm::vec3 left(upright ? kBesideHead : 0.5F * bounds.size().x + kBesideArm, 0.0F, 0.0F);
    return {{core::tr("L"), from + left}, {core::tr("R"), from - left}};
}

}  // namespace palpate::report
