#pragma once

#include <cstddef>

namespace palpate::ui {

// A rectangle in pixels of the window, y downwards.
struct Rect {
    float x = 0.0F, y = 0.0F, width = 0.0F, height = 0.0F;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] float centreX() const { return x + width / 2.0F; }
    [[nodiscard]] float centreY() const { return y + height / 2.0F; }
    [[nodiscard]] bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }

    friend bool operator==(const Rect&, const Rect&) = default;
};

// The part that both share; without area if they share none.
[[nodiscard]] Rect overlap(const Rect& a, const Rect& b);

// Cut a piece off `from`, which keeps the rest; `gap` is lost between the two. A piece is never larger than
// what there is.
Rect cutLeft(Rect& from, float width, float gap = 0.0F);
Rect cutRight(Rect& from, float width, float gap = 0.0F);
Rect cutTop(Rect& from, float height, float gap = 0.0F);
Rect cutBottom(Rect& from, float height, float gap = 0.0F);

// The `index`-th of `count` equal columns of `row`, on whole pixels, `gap` apart.
[[nodiscard]] Rect columnOf(const Rect& row, std::size_t index, std::size_t count, float gap);

// A rectangle of that size in the middle of `outer`.
[[nodiscard]] Rect centred(const Rect& outer, float width, float height);

}  // namespace palpate::ui
