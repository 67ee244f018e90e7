#include "records/open_vault.h"

#include <sodium.h>

#include <algorithm>

namespace palpate::records {

std::optional<Key> ClientKeys::find(core::ClientId client) const {
    const auto* at = std::find(m_clients.begin(), m_clients.end(), client);
    if (!client || at == m_clients.end()) return std::nullopt;
    return Key(m_keys.bytes().data() + (at - m_clients.begin()) * static_cast<std::ptrdiff_t>(kKeySize),
               kKeySize);
}

Key ClientKeys::keep(core::ClientId client, ByteView key) {
    const std::size_t place = m_next;
    m_next = (m_next + 1) % kKept;
    const auto bytes = m_keys.bytes().subspan(place * kKeySize, kKeySize);
    std::copy(key.begin(), key.end(), bytes.begin());
    m_clients[place] = client;
    return Key(bytes.data(), kKeySize);
}

void ClientKeys::forget(core::ClientId client) {
    for (std::size_t i = 0; i < kKept; ++i) {
        if (m_clients[i] != client) continue;
        m_clients[i] = {};
        const auto bytes = m_keys.bytes().subspan(i * kKeySize, kKeySize);
        sodium_memzero(bytes.data(), bytes.size());
    }
}

}  // namespace palpate::records
