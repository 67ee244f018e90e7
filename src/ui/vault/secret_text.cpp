#include "ui/vault/secret_text.h"

#include <algorithm>
#include <cstring>

namespace palpate::ui {

std::string_view SecretText::text() const {
    const char* letters = reinterpret_cast<const char*>(m_bytes.bytes().data());
    return letters == nullptr ? std::string_view() : std::string_view(letters, strnlen(letters, kMost));
}

void SecretText::wipe() {
    if (!m_bytes.empty()) core::wipe({data(), kMost + 1});
    shown = false;
}

void SecretText::set(std::string_view text) {
    wipe();
    if (!m_bytes.empty()) std::copy_n(text.begin(), std::min(text.size(), kMost), data());
}

}  // namespace palpate::ui
