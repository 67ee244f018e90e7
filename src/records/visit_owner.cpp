#include "records/visit_owner.h"

#include "core/text.h"
#include "records/client_items.h"
#include "records/item_names.h"
#include "records/visit_items.h"

#include <algorithm>
#include <cstdint>

namespace palpate::records {

namespace {

using Owner = std::optional<core::ClientId>;

core::Error noSuchVisit(OpenVault& vault, core::VisitId id) {
    return {core::trf("There is no visit with the number {0}", {std::to_string(id.value)}), vault.place(),
            core::tr("Check the number in the list of visits.")};
}

struct Stated {
    Found found = Found::No;
    core::ClientId client;  // nobody unless found
};

core::Result<Stated> statedOwner(OpenVault& vault, core::VisitId visit) {
    Payload payload;
    const auto found = vault.store.read(names::visitOwner(visit), vault.store.keys().practice(),
                                        ItemKind::VisitOwner, payload);
    if (!found) return found.error();
    if (*found != Found::Yes) return Stated{*found, {}};
    const core::ClientId client{payload.fields.number("client")};
    return Stated{client ? Found::Yes : Found::Damaged, client};
}

core::Result<bool> lists(OpenVault& vault, core::ClientId client, Key key, core::VisitId visit) {
    Payload payload;
    const auto found = vault.store.read(names::visitsOf(client), key, ItemKind::VisitsOfClient, payload);
    if (!found) return found.error();
    const Fields::Numbers visits =
        *found == Found::Yes ? payload.fields.numbers("visits") : Fields::Numbers();
    return std::find(visits.begin(), visits.end(), visit.value) != visits.end();
}

core::Result<bool> opensUnder(OpenVault& vault, Key key, core::VisitId visit) {
    Payload payload;
    const auto found = vault.store.read(names::visit(visit), key, ItemKind::Visit, payload);
    if (!found) return found.error();
    return *found == Found::Yes;
}

// By looking at every client.
core::Result<Owner> searchForOwner(OpenVault& vault, core::VisitId visit) {
    for (std::int64_t number = 1; number <= vault.store.head().lastClient; ++number) {
        const auto known = isClient(vault, {number});
        if (!known) return known.error();
        if (!*known) continue;
        const auto key = findKey(vault, {number});
        if (!key) return key.error();
        if (!key->has_value()) continue;
        const auto opens = opensUnder(vault, **key, visit);
        if (!opens) return opens.error();
        const auto listed = *opens ? opens : lists(vault, {number}, **key, visit);
        if (!listed) return listed.error();
        if (*listed) return Owner(core::ClientId{number});
    }
    return Owner();
}

// If this fails it is searched for again the next time.
void keepFoundOwner(OpenVault& vault, core::VisitId visit, core::ClientId client) {
    if (!vault.store.readOnly().empty()) return;
    auto change = Change::begin(vault.store);
    if (!change || !keepOwner(vault, visit, client)) return;
    (void)change->commit();
}

}  // namespace

std::string nameOf(core::VisitId id) {
    return core::trf("visit record {0}", {std::to_string(id.value)});
}

std::string nameOfOwner(core::VisitId id) {
    return core::trf("what says whose {0} is", {nameOf(id)});
}

core::Result<bool> isVisit(OpenVault& vault, core::VisitId visit) {
    const auto owner = vault.store.exists(names::visitOwner(visit));
    if (!owner || *owner) return owner;
    return vault.store.exists(names::visit(visit));
}

core::Result<bool> isVisitOf(OpenVault& vault, core::VisitId visit, core::ClientId client) {
    const auto stated = statedOwner(vault, visit);
    if (!stated) return stated.error();
    if (stated->found == Found::Yes) return stated->client == client;
    const auto key = findKey(vault, client);
    if (!key) return key.error();
    if (!key->has_value()) return false;
    return opensUnder(vault, **key, visit);
}

core::Result<core::ClientId> ownerOf(OpenVault& vault, core::VisitId visit) {
    const auto stated = statedOwner(vault, visit);
    if (!stated) return stated.error();
    if (stated->found == Found::Yes) return stated->client;
    if (stated->found == Found::No) {
        const auto there = vault.store.exists(names::visit(visit));
        if (!there) return there.error();
        if (!*there) return noSuchVisit(vault, visit);
    }
    const auto found = searchForOwner(vault, visit);
    if (!found || !found->has_value()) {
        const core::Error damaged = vault.damaged(nameOf(visit));
        return found ? damaged : found.error();
    }
    vault.damage.note(nameOfOwner(visit), vault.place());
    keepFoundOwner(vault, visit, **found);
    return **found;
}

core::Result<void> keepOwner(OpenVault& vault, core::VisitId visit, core::ClientId client) {
    Payload payload{ItemKind::VisitOwner, {}, {}};
    payload.fields.set("client", client.value);
    return vault.store.write(names::visitOwner(visit), vault.store.keys().practice(), payload);
}

}  // namespace palpate::records
