#pragma once

#include <utility>

namespace palpate::render::gl {

using Name = unsigned;  // what OpenGL calls an object; 0 is none

// Owns one OpenGL object. Move-only. An empty handle makes no OpenGL call, so it may exist before a context
// does. The context that made the object must be current when the handle dies.
// Traits supplies create() and destroy(Name).
template <typename Traits>
class Handle {
public:
    Handle() noexcept = default;
    [[nodiscard]] static Handle create() { return Handle(Traits::create()); }

    Handle(Handle&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(m_name, other.m_name);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (m_name != 0) Traits::destroy(m_name);
    }

    [[nodiscard]] Name name() const noexcept { return m_name; }
    explicit operator bool() const noexcept { return m_name != 0; }

private:
    explicit Handle(Name name) noexcept : m_name(name) {}

    Name m_name = 0;
};

struct BufferTraits {
    static Name create();
    static void destroy(Name name);
};
struct VertexArrayTraits {
    static Name create();
    static void destroy(Name name);
};
struct TextureTraits {
    static Name create();
    static void destroy(Name name);
};
struct RenderbufferTraits {
    static Name create();
    static void destroy(Name name);
};
struct FramebufferTraits {
    static Name create();
    static void destroy(Name name);
};
struct ProgramTraits {
    static Name create();
    static void destroy(Name name);
};

using BufferHandle = Handle<BufferTraits>;
using VertexArrayHandle = Handle<VertexArrayTraits>;
using TextureHandle = Handle<TextureTraits>;
using RenderbufferHandle = Handle<RenderbufferTraits>;
using FramebufferHandle = Handle<FramebufferTraits>;
using ProgramHandle = Handle<ProgramTraits>;

}  // namespace palpate::render::gl
