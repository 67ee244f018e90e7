#include "records/item_store.h"

#include "core/check.h"
#include "core/text.h"
#include "records/item_names.h"

#include <sodium.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace palpate::records {

namespace {

// Of how items are sealed. A later format that seals them in the same way keeps it.
constexpr std::uint32_t kSealing = 1;

template <std::size_t size>
void assign(std::array<std::byte, size>& target, const Bytes& bytes, bool& fit) {
    fit = fit && bytes.size() == size;
    if (fit) std::copy(bytes.begin(), bytes.end(), target.begin());
}

Payload payloadOf(const Head& head) {
    const auto bytes = [](const Hash& hash) { return Bytes(hash.begin(), hash.end()); };
    Payload payload{ItemKind::Head, {}, {}};
    payload.fields.set("items", bytes(head.items.sum()));
    payload.fields.set("slots", bytes(head.slots));
    payload.fields.set("last_client", head.lastClient);
    payload.fields.set("last_visit", head.lastVisit);
    if (head.lastPractitioner != 0) payload.fields.set("last_practitioner", head.lastPractitioner);
    payload.fields.set("audit_rows", head.auditRows);
    payload.fields.set("audit_chain", bytes(head.auditChain));
    payload.fields.set("lost", std::int64_t{head.lost ? 1 : 0});
    return payload;
}

// Of a damaged row the version may be any number.
std::int64_t versionAfter(std::int64_t version) {
    const bool counts = version >= 1 && version < std::numeric_limits<std::int64_t>::max();
    return counts ? version + 1 : 1;
}

bool headFrom(Fields& fields, Head& head) {
    Head read;
    Hash sum{};
    bool fit = true;
    assign(sum, fields.bytes("items"), fit);
    assign(read.slots, fields.bytes("slots"), fit);
    assign(read.auditChain, fields.bytes("audit_chain"), fit);
    read.items = SetHash(sum);
    read.lastClient = fields.number("last_client");
    read.lastVisit = fields.number("last_visit");
    read.lastPractitioner = fields.numberIfAny("last_practitioner");
    read.auditRows = fields.number("audit_rows");
    read.lost = fields.number("lost") != 0;
    if (!fit || !fields.fit()) return false;
    head = read;
    return true;
}

}  // namespace

ItemStore::ItemStore(std::unique_ptr<Connection> connection, VaultId vault, VaultKeys keys)
    : m_connection(std::move(connection)), m_table(*m_connection), m_vault(vault), m_keys(std::move(keys)) {}

Bytes ItemStore::associatedWith(const ItemFace& face) const {
    ByteWriter writer;
    writer.add("palpate item").u32(kSealing).add(ByteView(m_vault)).add(ByteView(face.id));
    writer.u64(static_cast<std::uint64_t>(face.version));
    return writer.take();
}

core::Result<Found> ItemStore::read(const std::string& name, Key key, ItemKind kind, Payload& into) {
    return m_table.read(m_keys.idOf(name), [&](const ItemFace& face, ByteView bytes) {
        if (!openSealed(bytes, face.tag, key, associatedWith(face), m_plain)) return false;
        auto payload = decodePayload(m_plain);
        sodium_memzero(m_plain.data(), m_plain.size());
        if (!payload || payload->kind != kind) return false;
        into = std::move(*payload);
        return true;
    });
}

core::Result<bool> ItemStore::exists(const std::string& name) {
    const auto row = m_table.find(m_keys.idOf(name));
    if (!row) return row.error();
    return row->has_value();
}

core::Result<bool> ItemStore::opens(const ItemId& id, Key key) {
    const auto found = m_table.read(id, [&](const ItemFace& face, ByteView bytes) {
        const bool opened = openSealed(bytes, face.tag, key, associatedWith(face), m_plain);
        sodium_memzero(m_plain.data(), m_plain.size());
        return opened;
    });
    if (!found) return found.error();
    return *found == Found::Yes;
}

core::Result<ItemFace> ItemStore::put(const ItemTable::Row* there, const ItemId& id, Key key,
                                      const Payload& payload) {
    ItemFace face{id, there == nullptr ? 1 : versionAfter(there->face.version), {}};
    Bytes plain = encodePayload(payload);
    const Sealed sealed = seal(plain, key, associatedWith(face));
    sodium_memzero(plain.data(), plain.size());
    face.tag = sealed.tag;
    const auto sound = there == nullptr ? core::Result<bool>(false) : opens(id, key);
    if (!sound) return sound.error();
    if (there != nullptr && !*sound) {
        if (auto gone = m_table.removeDamaged(*there); !gone) return gone.error();
    }
    auto kept = *sound ? m_table.replace(*there, face, sealed.bytes) : m_table.insert(face, sealed.bytes);
    if (!kept) return kept.error();
    return face;
}

core::Result<void> ItemStore::write(const std::string& name, Key key, const Payload& payload) {
    core::check(m_depth > 0, "items are written within a change");
    const ItemId id = m_keys.idOf(name);
    const auto row = m_table.find(id);
    if (!row) return row.error();
    const ItemTable::Row* there = row->has_value() ? &**row : nullptr;
    const auto face = put(there, id, key, payload);
    if (!face) return face.error();
    if (there != nullptr) m_head.items.take(there->face, m_keys.head());
    m_head.items.add(*face, m_keys.head());
    m_changed = true;
    return {};
}

core::Result<void> ItemStore::erase(const std::string& name, Key key) {
    core::check(m_depth > 0, "items are erased within a change");
    const ItemId id = m_keys.idOf(name);
    const auto row = m_table.find(id);
    if (!row) return row.error();
    if (!row->has_value()) return {};
    const auto sound = opens(id, key);
    if (!sound) return sound.error();
    auto gone = *sound ? m_table.remove(**row) : m_table.removeDamaged(**row);
    if (!gone) return gone;
    m_head.items.take((*row)->face, m_keys.head());
    m_changed = true;
    return {};
}

Head& ItemStore::changeHead() {
    core::check(m_depth > 0, "the head is changed within a change");
    m_changed = true;
    return m_head;
}

core::Result<bool> ItemStore::readHead() {
    Payload payload;
    const auto found = read(names::kHead, m_keys.head(), ItemKind::Head, payload);
    if (!found) return found.error();
    return *found == Found::Yes && headFrom(payload.fields, m_head);
}

core::Result<void> ItemStore::writeHead() {
    const ItemId id = m_keys.idOf(names::kHead);
    const auto row = m_table.find(id);
    if (!row) return row.error();
    const auto face = put(row->has_value() ? &**row : nullptr, id, m_keys.head(), payloadOf(m_head));
    if (!face) return face.error();
    return {};
}

core::Result<ItemStore::Summed> ItemStore::sumItems() {
    Summed summed;
    const ItemId head = m_keys.idOf(names::kHead);
    const auto whole = m_table.scan([&](const ItemFace& face) {
        if (face.id == head) return;
        summed.items.add(face, m_keys.head());
        ++summed.count;
    });
    if (!whole) return whole.error();
    summed.whole = *whole;
    return summed;
}

void ItemStore::afterCommit() {
    m_changed = false;
    m_ballast.take();
    m_livesOnReserve = m_livesOnReserve && !m_ballast.isThere();
}

void ItemStore::afterFailure() {
    if (!m_connection->foundDiskFull() || !m_ballast.isThere()) return;
    m_ballast.release();
    m_livesOnReserve = true;
}

Change::Change(ItemStore& store) : m_store(&store), m_before(store.m_head), m_changedBefore(store.m_changed) {
    ++store.m_depth;
}

Change::Change(Change&& other) noexcept
    : m_store(std::exchange(other.m_store, nullptr)),
      m_before(other.m_before),
      m_changedBefore(other.m_changedBefore) {}

core::Result<Change> Change::begin(ItemStore& store) {
    if (!store.readOnly().empty()) {
        return core::Error{core::tr("The practice is open to be read only, so nothing can be changed"),
                           store.connection().vault().string(), store.readOnly()};
    }
    if (store.m_depth > 0 && !store.connection().isInTransaction()) {
        return core::Error{core::tr("The change was taken back after an error"),
                           store.connection().vault().string(), core::tr("Try again.")};
    }
    // A savepoint that was opened although it was said to have failed, as for want of memory, would swallow
    // every later commit.
    const auto closeLeftOpen = [&store] {
        if (store.m_depth == 0 && store.connection().isInTransaction())
            (void)store.connection().execute("ROLLBACK");
    };
    closeLeftOpen();
    if (auto begun = store.connection().execute("SAVEPOINT palpate"); !begun) {
        closeLeftOpen();
        return begun.error();
    }
    return Change(store);
}

Change::~Change() {
    if (m_store == nullptr) return;
    --m_store->m_depth;
    m_store->m_head = m_before;
    m_store->m_changed = m_changedBefore;
    m_store->afterFailure();
    // SQLite itself rolls everything back after some failures. Whatever fails here, the change is not
    // committed, and the error that led here is already on its way.
    if (!m_store->connection().isInTransaction()) return;
    (void)m_store->connection().execute("ROLLBACK TO palpate; RELEASE palpate");
    if (m_store->m_depth == 0 && m_store->connection().isInTransaction())
        (void)m_store->connection().execute("ROLLBACK");
}

core::Result<void> Change::commit() {
    const bool outermost = m_store->m_depth == 1;
    if (outermost && m_store->m_changed) {
        if (auto written = m_store->writeHead(); !written) return written;
    }
    if (auto released = m_store->connection().execute("RELEASE palpate"); !released) return released;
    --m_store->m_depth;
    if (outermost) m_store->afterCommit();
    m_store = nullptr;
    return {};
}

}  // namespace palpate::records
