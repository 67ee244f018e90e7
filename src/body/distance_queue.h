#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace palpate::body {

// Vertices by their distance, the nearest first, ties by vertex number: the order of a binary heap, in less
// than half of its time, since what is farthest is known beforehand. Entries lie in bins of equal width, each
// an unsorted list of one or two, and a bit a bin says which hold any (a bucket queue: Dial 1969, "Algorithm
// 360"). A nearer entry may come after farther ones were taken. A vertex may be in it several times.
class DistanceQueue {
public:
    struct Entry {
        std::uint32_t vertex = 0;
        float distance = 0.0F;  // 0 to what clear() was told
    };

    // Empties it. `farthest` is above zero; entries beyond it are taken in their order, but slowly.
    void clear(float farthest) {
        m_binsPerUnit = static_cast<float>(kBins - 1) / farthest;
        m_isFilled.fill(0);
        m_firstWord = m_isFilled.size();
        m_nodes.clear();
    }

    void push(const Entry& entry) {
        const std::size_t bin = binOf(entry.distance), word = bin / kBitsInWord;
        const std::uint64_t bit = std::uint64_t{1} << bin % kBitsInWord;
        const std::uint32_t after = (m_isFilled[word] & bit) != 0 ? m_heads[bin] : kNone;
        m_heads[bin] = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back({keyOf(entry), after});
        m_isFilled[word] |= bit;
        m_firstWord = std::min(m_firstWord, word);
    }

    // The nearest one, taken out; nothing if there is none.
    std::optional<Entry> pop() {
        while (m_firstWord < m_isFilled.size() && m_isFilled[m_firstWord] == 0)
            ++m_firstWord;
        if (m_firstWord == m_isFilled.size()) return std::nullopt;
        std::uint64_t& bits = m_isFilled[m_firstWord];
        std::uint32_t& head =
            m_heads[m_firstWord * kBitsInWord + static_cast<std::size_t>(std::countr_zero(bits))];
        std::uint32_t& nearest = linkToNearest(head);
        const Node taken = m_nodes[nearest];
        nearest = taken.after;
        if (head == kNone) bits &= bits - 1;
        return entryOf(taken.key);
    }

private:
    static constexpr std::size_t kBins = 1024;
    static constexpr std::size_t kBitsInWord = 64;
    static constexpr std::uint32_t kNone = 0xffffffffU;

    struct Node {
        std::uint64_t key = 0;
        std::uint32_t after = kNone;  // the next in the same bin
    };

    // The bits of floats that are not negative are in the order of the floats.
    static std::uint64_t keyOf(const Entry& entry) {
        return std::uint64_t{std::bit_cast<std::uint32_t>(entry.distance)} << 32U | entry.vertex;
    }
    static Entry entryOf(std::uint64_t key) {
        return {static_cast<std::uint32_t>(key),
                std::bit_cast<float>(static_cast<std::uint32_t>(key >> 32U))};
    }

    [[nodiscard]] std::size_t binOf(float distance) const {
        return std::min(kBins - 1, static_cast<std::size_t>(distance * m_binsPerUnit));
    }

    // Of the list that begins at `head`.
    std::uint32_t& linkToNearest(std::uint32_t& head) {
        std::uint32_t* nearest = &head;
        for (std::uint32_t* link = &m_nodes[head].after; *link != kNone; link = &m_nodes[*link].after) {
            if (m_nodes[*link].key < m_nodes[*nearest].key) nearest = link;
        }
        return *nearest;
    }

    std::vector<Node> m_nodes;
    std::array<std::uint32_t, kBins> m_heads{};  // of the bins that are filled
    std::array<std::uint64_t, kBins / kBitsInWord> m_isFilled{};
    std::size_t m_firstWord = kBins / kBitsInWord;  // no bin before it is filled
    float m_binsPerUnit = 0.0F;
};

}  // namespace palpate::body
