#pragma once

#include "core/hash.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace palpate::records {

// What a record's checksum column holds: FNV-1a over its fields in the order of the columns. Finds damage,
// which SQLite's own checks mostly do not see; it is no protection against forgery.
class RowChecksum {
public:
    void add(std::int64_t number);
    void add(double number);
    void add(std::string_view text);
    void add(std::span<const std::byte> bytes);
    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(m_hash.value()); }

private:
    core::Fnv1a64 m_hash;
};

template <typename... Fields>
[[nodiscard]] std::int64_t rowChecksum(const Fields&... fields) {
    RowChecksum sum;
    (sum.add(fields), ...);
    return sum.value();
}

}  // namespace palpate::records
