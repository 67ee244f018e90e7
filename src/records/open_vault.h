#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/secret.h"
#include "records/damage.h"
#include "records/item_store.h"
#include "records/practice.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace palpate::records {

// The keys of the clients asked for last; the others stay sealed.
class ClientKeys {
public:
    ClientKeys() : m_keys(kKept * kKeySize) {}

    [[nodiscard]] std::optional<Key> find(core::ClientId client) const;
    // Valid until kKept others were kept.
    Key keep(core::ClientId client, ByteView key);
    void forget(core::ClientId client);

private:
    static constexpr std::size_t kKept = 16;

    core::Secret m_keys;
    std::array<core::ClientId, kKept> m_clients{};
    std::size_t m_next = 0;
};

// An unlocked vault and what is known about it: what all that reads and writes records works on.
struct OpenVault {
    OpenVault(std::unique_ptr<Connection> connection, VaultId id, VaultKeys vaultKeys, Clock theClock)
        : store(std::move(connection), id, std::move(vaultKeys)), clock(std::move(theClock)) {}

    ItemStore store;
    Clock clock;
    Damage damage;
    ClientKeys clientKeys;
    bool audits = true;           // not while a new vault is being filled
    core::PractitionerId atWork;  // whom rows of the log and new visits name

    // Notes a damaged record; gives the error of asking for it.
    core::Error damaged(const std::string& record) {
        damage.note(record, place());
        return damagedRecord(record, place());
    }
    [[nodiscard]] std::string place() { return store.connection().vault().string(); }
};

}  // namespace palpate::records
