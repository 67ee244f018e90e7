#include "records/row_checksum.h"

#include <bit>

namespace palpate::records {

void RowChecksum::add(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    m_hash.addU32(static_cast<std::uint32_t>(bits));
    m_hash.addU32(static_cast<std::uint32_t>(bits >> 32U));
}

void RowChecksum::add(double number) {
    // SQLite keeps -0.0 as 0; adding 0 makes them the same here.
    add(std::bit_cast<std::int64_t>(number + 0.0));
}

void RowChecksum::add(std::string_view text) {
    add(std::as_bytes(std::span(text.data(), text.size())));
}

void RowChecksum::add(std::span<const std::byte> bytes) {
    // The size first, so that two texts side by side cannot pass for two others.
    add(static_cast<std::int64_t>(bytes.size()));
    m_hash.add(bytes);
}

}  // namespace palpate::records
