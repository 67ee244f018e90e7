#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace palpate::image {

// One colour as it is stored and shown: sRGB-encoded, not premultiplied.
struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;

    friend bool operator==(const Rgba&, const Rgba&) = default;
};

// A picture of sRGB-encoded pixels, four bytes each, rows from top to bottom without padding.
class Image {
public:
    Image() = default;
    // Filled with `colour`. Sizes in pixels, 0 or more.
    Image(int width, int height, Rgba colour = {0, 0, 0, 0});
    // Takes over `bytes`, which must be 4 * width * height of them.
    [[nodiscard]] static Image fromBytes(int width, int height, std::vector<std::uint8_t> bytes);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }

    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return m_bytes; }
    [[nodiscard]] std::span<std::uint8_t> bytes() { return m_bytes; }
    [[nodiscard]] std::span<const std::uint8_t> row(int y) const;
    [[nodiscard]] std::span<std::uint8_t> row(int y);

    // x from the left, y from the top; outside the picture is a broken promise.
    [[nodiscard]] Rgba at(int x, int y) const;
    void set(int x, int y, Rgba colour);

    friend bool operator==(const Image&, const Image&) = default;

private:
    [[nodiscard]] std::size_t offset(int x, int y) const;

    int m_width = 0, m_height = 0;
    std::vector<std::uint8_t> m_bytes;
};

}  // namespace palpate::image
