#include "records/erase_items.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/client_items.h"
#include "records/item_names.h"
#include "records/map_items.h"
#include "records/visit_items.h"

#include <optional>
#include <string>
#include <utility>

namespace palpate::records {

namespace {

// Of a client whose key is lost nothing opens; then names lead as far as they can.
struct Erasing {
    OpenVault& vault;
    core::ClientId client;
    std::optional<Key> key;

    core::Result<void> remove(const std::string& name) const {
        return vault.store.erase(name, key.value_or(vault.store.keys().practice()));
    }
};

core::Result<void> eraseMap(const Erasing& erasing, const clinic::MapKey& map) {
    if (auto gone = erasing.remove(names::map(map)); !gone) return gone;
    if (auto gone = erasing.remove(names::snapshot(map)); !gone) return gone;
    // Counted by looking: what the map says of itself may be damaged. One that is missing does not end it.
    std::size_t missing = 0;
    for (std::size_t number = 1; missing < 16; ++number) {
        const auto there = erasing.vault.store.exists(names::step(map, number));
        if (!there) return there.error();
        missing = *there ? 0 : missing + 1;
        if (auto gone = erasing.remove(names::step(map, number)); !gone) return gone;
    }
    return {};
}

core::Result<void> eraseVisit(const Erasing& erasing, core::VisitId visit) {
    if (erasing.key) {
        const auto records = recordNames(erasing.vault, visit, *erasing.key);
        if (!records) return records.error();
        for (const std::string& name : *records) {
            if (auto gone = erasing.remove(names::visitRecord(visit, name)); !gone) return gone;
        }
    }
    for (const auto author : {clinic::Author::Client, clinic::Author::Therapist}) {
        for (const auto moment : {clinic::Moment::Before, clinic::Moment::After}) {
            if (auto gone = eraseMap(erasing, {visit, author, moment}); !gone) return gone;
        }
    }
    if (auto gone = erasing.remove(names::recordNames(visit)); !gone) return gone;
    if (auto gone = erasing.remove(names::visit(visit)); !gone) return gone;
    return erasing.vault.store.erase(names::visitOwner(visit), erasing.vault.store.keys().practice());
}

core::Result<void> eraseKeys(const Erasing& erasing) {
    for (int copy = 1; copy <= names::kCopiesOfKey; ++copy) {
        auto gone = erasing.vault.store.erase(names::clientKey(erasing.client, copy),
                                              erasing.vault.store.keys().clientKeys());
        if (!gone) return gone;
    }
    erasing.vault.clientKeys.forget(erasing.client);
    return {};
}

core::Result<std::vector<core::VisitId>> visitsToErase(OpenVault& vault, core::ClientId client) {
    const auto listed = visitNumbers(vault, client);
    if (!listed) return listed.error();
    if (!listed->empty()) return listed;
    return searchForVisits(vault, client);
}

core::Result<void> eraseRecords(const Erasing& erasing, const std::string& code,
                                const std::vector<core::VisitId>& visits) {
    for (const core::VisitId visit : visits) {
        if (auto gone = eraseVisit(erasing, visit); !gone) return gone;
    }
    if (auto gone = erasing.remove(names::visitsOf(erasing.client)); !gone) return gone;
    if (auto gone = erasing.remove(names::client(erasing.client)); !gone) return gone;
    const Key practice = erasing.vault.store.keys().practice();
    if (!code.empty()) {
        if (auto gone = erasing.vault.store.erase(names::clientCode(code), practice); !gone) return gone;
    }
    return eraseKeys(erasing);
}

}  // namespace

core::Result<void> leaveTombstone(OpenVault& vault, core::ClientId client, Gone gone) {
    Payload payload{ItemKind::Erased, {}, {}};
    payload.fields.set("client", client.value);
    payload.fields.set("lost", std::int64_t{gone == Gone::Lost ? 1 : 0});
    return vault.store.write(names::erased(client), vault.store.keys().practice(), payload);
}

core::Result<ErasedClient> eraseClient(OpenVault& vault, core::ClientId client) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto key = findKey(vault, client);
    if (!key) return key.error();
    const auto read =
        key->has_value() ? readClient(vault, client) : core::Result<clinic::Client>(clinic::Client{});
    const std::string code = read ? read->code : std::string();
    const std::string subject = subjectOf(vault, client);
    const auto visits = visitsToErase(vault, client);
    if (!visits) return visits.error();
    if (auto gone = eraseRecords({vault, client, *key}, code, *visits); !gone) return gone.error();
    if (auto left = leaveTombstone(vault, client, Gone::Erased); !left) return left.error();
    if (auto noted = addAuditRow(vault, AuditKind::Erased, subject); !noted) return noted.error();
    if (auto committed = change->commit(); !committed) return committed.error();
    // If this fails, closing the vault does it.
    (void)vault.store.connection().emptyLog();
    return ErasedClient{code, visits->size(), {}, {}};
}

core::Result<std::vector<core::ClientId>> tombstones(OpenVault& vault) {
    std::vector<core::ClientId> erased;
    for (std::int64_t number = 1; number <= vault.store.head().lastClient; ++number) {
        Payload payload;
        const auto found = vault.store.read(names::erased({number}), vault.store.keys().practice(),
                                            ItemKind::Erased, payload);
        if (!found) return found.error();
        if (*found == Found::No) continue;
        const bool lost = *found == Found::Yes && payload.fields.number("lost") != 0;
        if (!lost) erased.push_back({number});
    }
    return erased;
}

core::Result<std::size_t> eraseByTombstones(OpenVault& vault, const std::vector<core::ClientId>& clients) {
    std::size_t count = 0;
    for (const core::ClientId client : clients) {
        const auto there = isClient(vault, client);
        if (!there) return there.error();
        if (!*there) continue;
        if (auto erased = eraseClient(vault, client); !erased) return erased.error();
        ++count;
    }
    return count;
}

}  // namespace palpate::records
