#include "image/image.h"

#include "core/check.h"

#include <utility>

namespace palpate::image {

namespace {

std::size_t byteCount(int width, int height) {
    core::check(width >= 0 && height >= 0, "a picture has no negative size");
    return std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

}  // namespace

Image::Image(int width, int height, Rgba colour)
    : m_width(width), m_height(height), m_bytes(byteCount(width, height)) {
    for (std::size_t i = 0; i < m_bytes.size(); i += 4) {
        m_bytes[i] = colour.r;
        m_bytes[i + 1] = colour.g;
        m_bytes[i + 2] = colour.b;
        m_bytes[i + 3] = colour.a;
    }
}

Image Image::fromBytes(int width, int height, std::vector<std::uint8_t> bytes) {
    core::check(bytes.size() == byteCount(width, height), "a picture has four bytes a pixel");
    Image image;
    image.m_width = width;
    image.m_height = height;
    image.m_bytes = std::move(bytes);
    return image;
}

std::size_t Image::offset(int x, int y) const {
    core::check(x >= 0 && x < m_width && y >= 0 && y < m_height, "a pixel lies within its picture");
    return 4 *
           (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x));
}

std::span<const std::uint8_t> Image::row(int y) const {
    return std::span(m_bytes).subspan(offset(0, y), std::size_t{4} * static_cast<std::size_t>(m_width));
}

std::span<std::uint8_t> Image::row(int y) {
    return std::span(m_bytes).subspan(offset(0, y), std::size_t{4} * static_cast<std::size_t>(m_width));
}

Rgba Image::at(int x, int y) const {
    const std::size_t i = offset(x, y);
    return {m_bytes[i], m_bytes[i + 1], m_bytes[i + 2], m_bytes[i + 3]};
}

void Image::set(int x, int y, Rgba colour) {
    const std::size_t i = offset(x, y);
    m_bytes[i] = colour.r;
    m_bytes[i + 1] = colour.g;
    m_bytes[i + 2] = colour.b;
    m_bytes[i + 3] = colour.a;
}

}  // namespace palpate::image
