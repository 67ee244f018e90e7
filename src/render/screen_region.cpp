#include "render/screen_region.h"

#include <algorithm>

namespace palpate::render {

namespace {

constexpr std::size_t kMostRectangles = 4;

// How many pixels are drawn for nothing if two rectangles become one.
long long waste(const PixelRect& a, const PixelRect& b) {
    return a.united(b).area() - a.area() - b.area();
}

}  // namespace

PixelRect PixelRect::united(const PixelRect& other) const {
    if (isEmpty()) return other;
    if (other.isEmpty()) return *this;
    return {std::min(left, other.left), std::min(bottom, other.bottom), std::max(right, other.right),
            std::max(top, other.top)};
}

PixelRect PixelRect::within(glm::ivec2 size) const {
    return {std::clamp(left, 0, size.x), std::clamp(bottom, 0, size.y), std::clamp(right, 0, size.x),
            std::clamp(top, 0, size.y)};
}

void ScreenRegion::add(const PixelRect& rectangle) {
    PixelRect added = rectangle.within(m_size);
    if (added.isEmpty()) return;
    // Joining may make it touch others, so look again from the start.
    for (std::size_t i = 0; i < m_rectangles.size();) {
        if (added.overlaps(m_rectangles[i]) || waste(added, m_rectangles[i]) <= 0) {
            added = added.united(m_rectangles[i]);
            m_rectangles.erase(m_rectangles.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0;
        } else {
            ++i;
        }
    }
    m_rectangles.push_back(added);
    if (m_rectangles.size() <= kMostRectangles) return;
    const auto cheapest = std::min_element(
        m_rectangles.begin(), m_rectangles.end() - 1,
        [&added](const auto& a, const auto& b) { return waste(added, a) < waste(added, b); });
    const PixelRect joined = added.united(*cheapest);
    m_rectangles.pop_back();
    m_rectangles.erase(cheapest);
    add(joined);
}

long long ScreenRegion::area() const {
    long long sum = 0;
    for (const PixelRect& rectangle : m_rectangles)
        sum += rectangle.area();
    return sum;
}

}  // namespace palpate::render
