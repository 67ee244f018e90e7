#pragma once

#include "core/result.h"
#include "records/ballast.h"
#include "records/item_table.h"
#include "records/payload.h"
#include "records/seal.h"
#include "records/set_hash.h"
#include "records/sqlite_connection.h"
#include "records/vault_keys.h"

#include <cstdint>
#include <memory>
#include <string>

namespace palpate::records {

// What the vault says of itself, sealed in the head and written with every commit.
struct Head {
    SetHash items;  // all but the head itself
    Hash slots{};   // over the key slots, see slotsHash()
    std::int64_t lastClient = 0;
    std::int64_t lastVisit = 0;
    std::int64_t lastPractitioner = 0;
    std::int64_t auditRows = 0;
    Hash auditChain{};  // of the last row
    bool lost = false;  // an earlier head could not be read: what it vouched for is not known
};

// The sealed items of an open vault by their names, and its head.
class ItemStore {
public:
    ItemStore(std::unique_ptr<Connection> connection, VaultId vault, VaultKeys keys);

    [[nodiscard]] Connection& connection() { return *m_connection; }
    [[nodiscard]] const VaultId& vaultId() const { return m_vault; }
    [[nodiscard]] const VaultKeys& keys() const { return m_keys; }

    // Of a vault whose items were all sealed anew; the head has to be read again.
    void useKeys(VaultKeys keys) { m_keys = std::move(keys); }

    // Why nothing may be changed; empty if it may.
    [[nodiscard]] const std::string& readOnly() const { return m_readOnly; }
    void makeReadOnly(std::string why) { m_readOnly = std::move(why); }

    // From the next change on space is kept for a full disk.
    void keepReserve() { m_ballast = Ballast(m_connection->vault()); }
    // The disk is full, the reserve given up, and there was no room for a new one since.
    [[nodiscard]] bool livesOnReserve() const { return m_livesOnReserve; }

    // Error: the disk, never damage.
    [[nodiscard]] core::Result<Found> read(const std::string& name, Key key, ItemKind kind, Payload& into);
    [[nodiscard]] core::Result<bool> exists(const std::string& name);
    // Only within a change.
    core::Result<void> write(const std::string& name, Key key, const Payload& payload);
    core::Result<void> erase(const std::string& name, Key key);  // nothing if it is not there

    [[nodiscard]] const Head& head() const { return m_head; }
    // Written at the end of the change that it is called in.
    [[nodiscard]] Head& changeHead();
    // False: there is none that opens; head() is then as it was.
    [[nodiscard]] core::Result<bool> readHead();
    // Instead of one that is lost; written with the next change.
    void assumeHead(const Head& head) { m_head = head; }
    // The sum over the items as they are; `whole` is false where they could not all be read.
    struct Summed {
        SetHash items;
        std::int64_t count = 0;
        bool whole = true;
    };
    [[nodiscard]] core::Result<Summed> sumItems();

private:
    friend class Change;

    [[nodiscard]] Bytes associatedWith(const ItemFace& face) const;
    [[nodiscard]] core::Result<bool> opens(const ItemId& id, Key key);
    core::Result<ItemFace> put(const ItemTable::Row* there, const ItemId& id, Key key,
                               const Payload& payload);
    core::Result<void> writeHead();
    void afterCommit();
    void afterFailure();

    std::unique_ptr<Connection> m_connection;
    ItemTable m_table;
    VaultId m_vault;
    VaultKeys m_keys;
    std::string m_readOnly;
    Ballast m_ballast;
    bool m_livesOnReserve = false;
    Head m_head;
    int m_depth = 0;         // of nested changes
    bool m_changed = false;  // since the outermost change began
    Bytes m_plain;           // kept to be used again
};

// Changes to items that are kept together or not at all. May be nested; the outermost one writes the head and
// commits. Undone at the end of its scope unless commit() worked.
class Change {
public:
    // Error: the vault is open to be read only.
    static core::Result<Change> begin(ItemStore& store);
    Change(Change&& other) noexcept;
    Change& operator=(Change&&) = delete;
    ~Change();

    core::Result<void> commit();

private:
    explicit Change(ItemStore& store);

    ItemStore* m_store;
    Head m_before;
    bool m_changedBefore;
};

}  // namespace palpate::records
