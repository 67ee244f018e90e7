#include "ui/metrics.h"

#include <algorithm>

namespace palpate::ui {

float scaleFor(float contentScale, double userScale) {
    const float user = std::clamp(static_cast<float>(userScale), 1.0F, 3.0F);
    return std::clamp(contentScale * user, 1.0F, 6.0F);
}

}  // namespace palpate::ui
