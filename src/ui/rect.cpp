#include "ui/rect.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {

Rect overlap(const Rect& a, const Rect& b) {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    const float width = std::min(a.right(), b.right()) - left;
    const float height = std::min(a.bottom(), b.bottom()) - top;
    return {left, top, std::max(width, 0.0F), std::max(height, 0.0F)};
}

Rect cutLeft(Rect& from, float width, float gap) {
    const float taken = std::min(width, from.width);
    const Rect piece{from.x, from.y, taken, from.height};
    const float lost = std::min(taken + gap, from.width);
    from.x += lost;
    from.width -= lost;
    return piece;
}

Rect cutRight(Rect& from, float width, float gap) {
    const float taken = std::min(width, from.width);
    const Rect piece{from.right() - taken, from.y, taken, from.height};
    from.width -= std::min(taken + gap, from.width);
    return piece;
}

Rect cutTop(Rect& from, float height, float gap) {
    const float taken = std::min(height, from.height);
    const Rect piece{from.x, from.y, from.width, taken};
    const float lost = std::min(taken + gap, from.height);
    from.y += lost;
    from.height -= lost;
    return piece;
}

Rect cutBottom(Rect& from, float height, float gap) {
    const float taken = std::min(height, from.height);
    const Rect piece{from.x, from.bottom() - taken, from.width, taken};
    from.height -= std::min(taken + gap, from.height);
    return piece;
}

Rect columnOf(const Rect& row, std::size_t index, std::size_t count, float gap) {
    const auto all = static_cast<float>(count);
    const float width = (row.width - gap * (all - 1.0F)) / all;
    const float left = std::round(row.x + static_cast<float>(index) * (width + gap));
    const float right = std::round(row.x + static_cast<float>(index) * (width + gap) + width);
    return {left, row.y, right - left, row.height};
}

Rect centred(const Rect& outer, float width, float height) {
    return {std::round(outer.centreX() - width / 2.0F), std::round(outer.centreY() - height / 2.0F), width,
            height};
}

}  // namespace palpate::ui
