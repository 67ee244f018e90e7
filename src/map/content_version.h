#pragma once

#include <atomic>
#include <cstdint>

namespace palpate::map {

// One counter for all contents: a cache that is shown another layer or another map's pins, or a copy that
// went its own way, can then never take it for the one that it knows. Never 0.
inline std::uint64_t nextContentVersion() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}  // namespace palpate::map
