#pragma once

#include <cstdint>
#include <vector>

namespace palpate::render {

// Numbers the edges of a mesh in the order in which they are first asked for. Open addressing: a contour is
// traced in every painted frame, and most of that time would go into a general map.
class EdgeTable {
public:
    struct Found {
        std::uint32_t number = 0;
        bool isNew = false;
    };

    // Edges are the same whichever end comes first.
    [[nodiscard]] static std::uint64_t keyOf(std::uint32_t a, std::uint32_t b) {
        return a < b ? (static_cast<std::uint64_t>(a) << 32U) | b
                     : (static_cast<std::uint64_t>(b) << 32U) | a;
    }

    Found numberOf(std::uint64_t key) {
        if (2 * (m_count + 1) > m_slots.size()) grow();
        Slot& slot = m_slots[placeOf(key)];
        if (slot.key == key) return {slot.number, false};
        slot = {key, m_count++};
        return {slot.number, true};
    }
    // kUnknown if it was never asked for.
    static constexpr std::uint32_t kUnknown = 0xffffffffU;
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        if (m_slots.empty()) return kUnknown;
        const Slot& slot = m_slots[placeOf(key)];
        return slot.key == key ? slot.number : kUnknown;
    }

private:
    // No edge joins a vertex with itself, so this is no edge's key.
    static constexpr std::uint64_t kFree = 0;

    struct Slot {
        std::uint64_t key = kFree;
        std::uint32_t number = 0;
    };

    // Where the key is, or else would go.
    [[nodiscard]] std::size_t placeOf(std::uint64_t key) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at =
            (key * 0x9e3779b97f4a7c15ULL) >> 32U;  // the golden ratio spreads what differs little
        for (at &= mask; m_slots[at].key != kFree && m_slots[at].key != key; at = (at + 1) & mask) {
        }
        return at;
    }

    void grow() {
        std::vector<Slot> old(m_slots.empty() ? 1024 : 2 * m_slots.size());
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.key != kFree) m_slots[placeOf(slot.key)] = slot;
        }
    }

    std::vector<Slot> m_slots;  // a power of two
    std::uint32_t m_count = 0;
};

}  // namespace palpate::render
