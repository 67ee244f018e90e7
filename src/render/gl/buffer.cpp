#include "render/gl/buffer.h"

#include "core/check.h"

#include <glad/gl.h>

namespace palpate::render::gl {

namespace {

GLenum usageOf(Buffer::Usage usage) {
    switch (usage) {
        case Buffer::Usage::Static:
            return GL_STATIC_DRAW;
        case Buffer::Usage::Dynamic:
            return GL_DYNAMIC_DRAW;
        case Buffer::Usage::Stream:
            return GL_STREAM_DRAW;
    }
    return GL_STATIC_DRAW;
}

GLenum typeOf(AttributeFormat::Type type) {
    switch (type) {
        case AttributeFormat::Type::Float:
            return GL_FLOAT;
        case AttributeFormat::Type::Byte:
            return GL_BYTE;
        case AttributeFormat::Type::UnsignedByte:
            return GL_UNSIGNED_BYTE;
        case AttributeFormat::Type::UnsignedShort:
            return GL_UNSIGNED_SHORT;
        case AttributeFormat::Type::Short:
            return GL_SHORT;
    }
    return GL_FLOAT;
}

}  // namespace

Buffer Buffer::create() {
    Buffer buffer;
    buffer.m_handle = BufferHandle::create();
    return buffer;
}

// Uploads go through the copy binding, which belongs to no vertex array and so disturbs none.
void Buffer::setData(std::span<const std::byte> bytes, Usage usage) {
    glBindBuffer(GL_COPY_WRITE_BUFFER, name());
    glBufferData(GL_COPY_WRITE_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), usageOf(usage));
    glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
    m_size = bytes.size();
}

void Buffer::update(std::size_t offset, std::span<const std::byte> bytes) {
    core::check(offset + bytes.size() <= m_size, "an update lies within its buffer");
    glBindBuffer(GL_COPY_WRITE_BUFFER, name());
    glBufferSubData(GL_COPY_WRITE_BUFFER, static_cast<GLintptr>(offset),
                    static_cast<GLsizeiptr>(bytes.size()), bytes.data());
    glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

VertexArray VertexArray::create() {
    VertexArray array;
    array.m_handle = VertexArrayHandle::create();
    return array;
}

void VertexArray::setAttribute(unsigned location, const Buffer& buffer, const AttributeFormat& format) {
    bind();
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, format.components, typeOf(format.type),
                          format.normalised ? GL_TRUE : GL_FALSE, static_cast<GLsizei>(format.stride),
                          reinterpret_cast<const void*>(format.offset));
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    unbind();
}

void VertexArray::setIndices(const Buffer& buffer) {
    bind();
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer.name());
    unbind();
}

void VertexArray::bind() const {
    glBindVertexArray(m_handle.name());
}

void VertexArray::unbind() {
    glBindVertexArray(0);
}

}  // namespace palpate::render::gl
