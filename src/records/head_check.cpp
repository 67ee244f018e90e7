#include "records/head_check.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/client_items.h"
#include "records/item_names.h"
#include "records/key_slots.h"
#include "records/visit_items.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

// More records than this in a row are hardly ever damaged at once.
constexpr std::int64_t kLargestGap = 64;

core::Error changedFromOutside(OpenVault& vault) {
    return {
        core::tr("Records were removed, put back or exchanged from outside"), vault.place(),
        core::tr("Compare the practice with the latest backup before you rely on it; vault salvage makes a "
                 "sound one of what is there.")};
}

// The highest number under which `exists` finds something.
template <typename Exists>
core::Result<std::int64_t> highest(std::int64_t known, const Exists& exists) {
    std::int64_t last = known;
    for (std::int64_t number = known + 1; number <= last + kLargestGap; ++number) {
        const core::Result<bool> there = exists(number);
        if (!there) return there.error();
        if (*there) last = number;
    }
    return last;
}

core::Result<std::int64_t> lastVisitListed(OpenVault& vault, std::int64_t lastClient) {
    std::int64_t last = 0;
    for (std::int64_t number = 1; number <= lastClient; ++number) {
        const auto known = isClient(vault, {number});
        if (!known) return known.error();
        if (!*known) continue;
        const auto visits = visitNumbers(vault, {number});
        if (!visits) return visits.error();
        for (const core::VisitId visit : *visits)
            last = std::max(last, visit.value);
    }
    return last;
}

core::Result<bool> existsAny(OpenVault& vault, std::int64_t client) {
    for (const std::string& name :
         {names::clientKey({client}, 1), names::clientKey({client}, 2), names::erased({client})}) {
        const auto there = vault.store.exists(name);
        if (!there || *there) return there;
    }
    return false;
}

core::Result<void> findCounts(OpenVault& vault, Head& head) {
    const auto clients = highest(0, [&](std::int64_t number) { return existsAny(vault, number); });
    if (!clients) return clients.error();
    head.lastClient = *clients;
    const auto rows =
        highest(0, [&](std::int64_t number) { return vault.store.exists(names::auditRow(number)); });
    if (!rows) return rows.error();
    head.auditRows = *rows;
    const auto practitioners =
        highest(0, [&](std::int64_t number) { return vault.store.exists(names::practitioner({number})); });
    if (!practitioners) return practitioners.error();
    head.lastPractitioner = *practitioners;
    return {};
}

core::Result<void> findLastVisit(OpenVault& vault, Head& head) {
    const auto listed = lastVisitListed(vault, head.lastClient);
    if (!listed) return listed.error();
    const auto visits = highest(
        *listed, [&](std::int64_t number) { return vault.store.exists(names::visitOwner({number})); });
    if (!visits) return visits.error();
    head.lastVisit = *visits;
    return {};
}

// A number that a row of the log names is given, even where the record is gone.
core::Result<void> findNamedPractitioners(OpenVault& vault, Head& head) {
    const auto rows = readAuditRows(vault, 1, static_cast<std::size_t>(head.auditRows));
    if (!rows) return rows.error();
    for (const AuditRow& row : *rows)
        head.lastPractitioner = std::max(head.lastPractitioner, row.practitioner.value);
    return {};
}

// The hash of the last row of the log.
core::Result<void> findChain(OpenVault& vault, Head& head) {
    const auto chain = lastAuditHash(vault);
    if (!chain) return chain.error();
    head.auditChain = *chain;
    return {};
}

core::Result<void> makeHeadAnew(OpenVault& vault, const ItemStore::Summed& summed,
                                const std::vector<Slot>& slots) {
    vault.damage.note(core::tr("what the practice says of itself"), vault.place());
    Head head;
    head.items = summed.items;
    head.slots = slotsHash(slots, vault.store.keys().head());
    head.lost = true;
    if (auto found = findCounts(vault, head); !found) return found;
    vault.store.assumeHead(head);  // what follows looks at the clients that it says there are
    if (auto found = findLastVisit(vault, head); !found) return found;
    if (auto found = findNamedPractitioners(vault, head); !found) return found;
    if (auto found = findChain(vault, head); !found) return found;
    vault.store.assumeHead(head);
    return {};
}

core::Result<bool> opensSomething(OpenVault& vault) {
    Payload payload;
    const auto found =
        vault.store.read(names::kPractice, vault.store.keys().practice(), ItemKind::Practice, payload);
    if (!found) return found.error();
    return *found == Found::Yes;
}

}  // namespace

core::Result<bool> checkHead(OpenVault& vault, const Hash& inboxKey) {
    const auto read = vault.store.readHead();
    if (!read) return read.error();
    const bool inboxFits = inboxKey == vault.store.keys().inboxPublicKey();
    if (!*read && !inboxFits) {
        const auto ours = opensSomething(vault);
        if (!ours || !*ours) return ours;
    }
    if (!inboxFits) vault.damage.note(core::tr("the public key for notes of failed unlocks"), vault.place());
    const auto slots = readSlots(vault.store.connection());
    if (!slots) return slots.error();
    const auto summed = vault.store.sumItems();
    if (!summed) return summed.error();
    if (!*read) {
        if (auto made = makeHeadAnew(vault, *summed, *slots); !made) return made.error();
        return true;
    }
    const Head& head = vault.store.head();
    if (head.lost) vault.damage.note(core::tr("what the practice says of itself"), vault.place());
    if (!summed->whole || summed->items != head.items) vault.damage.note(changedFromOutside(vault));
    if (slotsHash(*slots, vault.store.keys().head()) != head.slots)
        vault.damage.note(core::tr("the ways to unlock the practice"), vault.place());
    return true;
}

core::Result<std::unique_ptr<OpenVault>> unlockItems(std::unique_ptr<Connection> connection,
                                                     const VaultKey& key, Clock clock, const char* hint) {
    const auto row = readVaultRow(*connection);
    if (!row) return row.error();
    auto vault =
        std::make_unique<OpenVault>(std::move(connection), row->id, VaultKeys(key), std::move(clock));
    const auto fits = checkHead(*vault, row->inboxKey);
    if (!fits) return fits.error();
    if (!*fits) return wrongKey(vault->place(), hint);
    return vault;
}

core::Error wrongKey(const std::string& place, const char* hint) {
    return {core::tr("This key is not the one of this practice"), place,
            hint != nullptr ? hint : core::tr("Unlock the practice again.")};
}

}  // namespace palpate::records
