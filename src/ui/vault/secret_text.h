#pragma once

#include "core/secret.h"

#include <cstddef>
#include <string_view>

namespace palpate::ui {

// What a person types that must leave no trace: a passphrase, a recovery key. The letters are in locked
// memory, where Dear ImGui edits them in place, and are wiped when this goes or is told to.
class SecretText {
public:
    static constexpr std::size_t kMost = 511;  // bytes of UTF-8

    SecretText() : m_bytes(kMost + 1) {}

    // kMost + 1 bytes; what is typed ends with a zero.
    [[nodiscard]] char* data() { return reinterpret_cast<char*>(m_bytes.bytes().data()); }
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] bool empty() const { return text().empty(); }
    void wipe();
    // What does not fit is cut off.
    void set(std::string_view text);
    [[nodiscard]] core::Secret copy() const { return core::Secret::copyOf(text()); }

    bool shown = false;  // its letters are on the screen, not stars

private:
    core::Secret m_bytes;
};

}  // namespace palpate::ui
