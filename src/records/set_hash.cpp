#include "records/set_hash.h"

#include <sodium.h>

namespace palpate::records {

namespace {

Hash elementOf(const ItemFace& item, Key key) {
    ByteWriter writer;
    writer.add(ByteView(item.id)).u64(static_cast<std::uint64_t>(item.version)).add(ByteView(item.tag));
    return hashOf(writer.bytes(), key);
}

unsigned char* raw(Hash& hash) {
    return reinterpret_cast<unsigned char*>(hash.data());
}

}  // namespace

void SetHash::add(const ItemFace& item, Key key) {
    Hash element = elementOf(item, key);
    sodium_add(raw(m_sum), raw(element), m_sum.size());
}

void SetHash::take(const ItemFace& item, Key key) {
    Hash element = elementOf(item, key);
    sodium_sub(raw(m_sum), raw(element), m_sum.size());
}

}  // namespace palpate::records
