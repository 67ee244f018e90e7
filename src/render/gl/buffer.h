#pragma once

#include "render/gl/handle.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace palpate::render::gl {

// Bytes on the GPU: vertices or indices.
class Buffer {
public:
    enum class Usage { Static, Dynamic, Stream };

    Buffer() = default;  // empty, makes no OpenGL call
    [[nodiscard]] static Buffer create();

    // Replaces everything; the size may change.
    void setData(std::span<const std::byte> bytes, Usage usage);
    // Replaces a part; offset + bytes within what setData gave.
    void update(std::size_t offset, std::span<const std::byte> bytes);

    [[nodiscard]] Name name() const { return m_handle.name(); }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    BufferHandle m_handle;
    std::size_t m_size = 0;
};

// How a vertex attribute lies in a buffer.
struct AttributeFormat {
    enum class Type { Float, Byte, UnsignedByte, UnsignedShort, Short };

    int components = 1;
    Type type = Type::Float;
    bool normalised = false;  // integers: to 0..1 or -1..1, else to their own value
    std::size_t stride = 0;
    std::size_t offset = 0;
};

// Which buffers feed which attributes. The buffers must outlive it.
class VertexArray {
public:
    VertexArray() = default;  // empty, makes no OpenGL call
    [[nodiscard]] static VertexArray create();

    void setAttribute(unsigned location, const Buffer& buffer, const AttributeFormat& format);
    void setIndices(const Buffer& buffer);
    void bind() const;
    static void unbind();

private:
    VertexArrayHandle m_handle;
};

}  // namespace palpate::render::gl
