#pragma once

#include "records/item_table.h"
#include "records/seal.h"

namespace palpate::records {

// A sum over a set of items that does not depend on their order: keyed BLAKE2b-256 of each item's id, version
// and tag, added modulo 2^256 (AdHash: Bellare, Micciancio: A New Paradigm for Collision-Free Hashing,
// Eurocrypt 1997; keyed, so that nobody without the key can look for sets with the same sum).
class SetHash {
public:
    SetHash() = default;
    explicit SetHash(const Hash& sum) : m_sum(sum) {}

    void add(const ItemFace& item, Key key);
    void take(const ItemFace& item, Key key);
    [[nodiscard]] const Hash& sum() const { return m_sum; }
    friend bool operator==(const SetHash&, const SetHash&) = default;

private:
    Hash m_sum{};  // least significant byte first
};

}  // namespace palpate::records
