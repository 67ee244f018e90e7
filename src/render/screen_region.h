#pragma once

#include <glm/vec2.hpp>

#include <span>
#include <vector>

namespace palpate::render {

// Half-open rectangle of pixels in OpenGL's sense: from the lower left.
struct PixelRect {
    int left = 0, bottom = 0, right = 0, top = 0;

    [[nodiscard]] bool isEmpty() const { return right <= left || top <= bottom; }
    [[nodiscard]] long long area() const {
        return isEmpty() ? 0 : static_cast<long long>(right - left) * (top - bottom);
    }
    [[nodiscard]] bool overlaps(const PixelRect& other) const {
        return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
    }
    [[nodiscard]] PixelRect united(const PixelRect& other) const;
    [[nodiscard]] PixelRect within(glm::ivec2 size) const;

    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

// Gathers what must be drawn again as a few rectangles that do not overlap. Two places far apart (a stroke
// and its mirrored twin) stay two rectangles, so that what lies between them is left alone.
class ScreenRegion {
public:
    // Everything outside 0..size is cut off.
    explicit ScreenRegion(glm::ivec2 size) : m_size(size) {}

    void add(const PixelRect& rectangle);
    void addAll() { m_rectangles = {PixelRect{0, 0, m_size.x, m_size.y}}; }

    [[nodiscard]] std::span<const PixelRect> rectangles() const { return m_rectangles; }
    [[nodiscard]] bool isEmpty() const { return m_rectangles.empty(); }
    [[nodiscard]] long long area() const;

private:
    glm::ivec2 m_size;
    std::vector<PixelRect> m_rectangles;
};

}  // namespace palpate::render
