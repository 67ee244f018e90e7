#include "records/client_items.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/item_names.h"
#include "records/visit_items.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace palpate::records {

namespace {

std::string clientName(core::ClientId id) {
    return core::trf("client record {0}", {std::to_string(id.value)});
}

core::Error noSuchClient(OpenVault& vault, core::ClientId id) {
    return {core::trf("There is no client with the number {0}", {std::to_string(id.value)}), vault.place(),
            core::tr("Check the code.")};
}

Payload payloadOf(const clinic::Client& client) {
    Payload payload{ItemKind::Client, {}, {}};
    Fields& fields = payload.fields;
    fields.set("id", client.id.value);
    fields.set("code", client.code);
    fields.set("name", client.name);
    fields.set("year_of_birth", std::int64_t{client.yearOfBirth});
    fields.set("figure", client.figure);
    fields.set("height_cm", client.heightCm);
    fields.set("weight_kg", client.weightKg);
    fields.set("goals", client.goals);
    fields.set("contraindications", client.contraindications);
    fields.set("areas_to_avoid", client.areasToAvoid);
    fields.set("archived", std::int64_t{client.archived ? 1 : 0});
    return payload;
}

bool clientFrom(Fields& fields, core::ClientId id, clinic::Client& client) {
    client.id = {fields.number("id")};
    client.code = fields.text("code");
    client.name = fields.text("name");
    client.yearOfBirth = static_cast<int>(fields.number("year_of_birth"));
    client.figure = fields.text("figure");
    client.heightCm = fields.fraction("height_cm");
    client.weightKg = fields.fraction("weight_kg");
    client.goals = fields.text("goals");
    client.contraindications = fields.text("contraindications");
    client.areasToAvoid = fields.text("areas_to_avoid");
    client.archived = fields.number("archived") != 0;
    return fields.fit() && client.id == id;
}

core::Result<void> makeKey(OpenVault& vault, core::ClientId client) {
    return keepKey(vault, client, randomKey());
}

core::Result<void> keepCode(OpenVault& vault, const clinic::Client& client) {
    Payload payload{ItemKind::ClientCode, {}, {}};
    payload.fields.set("client", client.id.value);
    return vault.store.write(names::clientCode(client.code), vault.store.keys().practice(), payload);
}

// By looking at every client, where what leads from the code to the client may be damaged.
core::Result<core::ClientId> searchForCode(OpenVault& vault, const std::string& code) {
    const auto clients = readClients(vault);
    if (!clients) return clients.error();
    for (const clinic::Client& client : *clients) {
        if (client.code == code) return client.id;
    }
    return core::ClientId{};
}

// Names nobody if there is no such client.
core::Result<core::ClientId> clientOfCode(OpenVault& vault, const std::string& code) {
    Payload payload;
    const auto found = vault.store.read(names::clientCode(code), vault.store.keys().practice(),
                                        ItemKind::ClientCode, payload);
    if (!found) return found.error();
    if (*found == Found::Yes) return core::ClientId{payload.fields.number("client")};
    if (*found == Found::Damaged)
        vault.damage.note(core::tr("the way from a code to its client"), vault.place());
    if (vault.damage.all().empty()) return core::ClientId{};
    return searchForCode(vault, code);
}

core::Result<void> checkCodeIsFree(OpenVault& vault, const clinic::Client& client) {
    const auto other = clientOfCode(vault, client.code);
    if (!other) return other.error();
    if (!*other || *other == client.id) return {};
    return core::Error{core::trf("There is a client with the code {0} already", {client.code}), vault.place(),
                       core::tr("Choose another code."), core::Error::Kind::Usage};
}

}  // namespace

core::Result<void> keepClient(OpenVault& vault, Key key, const clinic::Client& client) {
    if (auto kept = vault.store.write(names::client(client.id), key, payloadOf(client)); !kept) return kept;
    return keepCode(vault, client);
}

core::Result<bool> isCodeTaken(OpenVault& vault, const std::string& code) {
    return vault.store.exists(names::clientCode(code));
}

core::Result<void> keepKey(OpenVault& vault, core::ClientId client, const core::Secret& key) {
    vault.clientKeys.forget(client);
    for (int copy = 1; copy <= names::kCopiesOfKey; ++copy) {
        Payload payload{ItemKind::ClientKey, {}, {key.bytes().begin(), key.bytes().end()}};
        auto kept =
            vault.store.write(names::clientKey(client, copy), vault.store.keys().clientKeys(), payload);
        sodium_memzero(payload.binary.data(), payload.binary.size());
        if (!kept) return kept;
    }
    return {};
}

core::Result<bool> isClient(OpenVault& vault, core::ClientId client) {
    if (client.value < 1 || client.value > vault.store.head().lastClient) return false;
    const auto erased = vault.store.exists(names::erased(client));
    if (!erased) return erased.error();
    return !*erased;
}

core::Result<std::optional<Key>> findKey(OpenVault& vault, core::ClientId client) {
    // A number that was taken back with its change may still have a key here.
    const bool given = client.value >= 1 && client.value <= vault.store.head().lastClient;
    if (!given) return noSuchClient(vault, client);
    if (const auto kept = vault.clientKeys.find(client)) return kept;
    for (int copy = 1; copy <= names::kCopiesOfKey; ++copy) {
        Payload payload;
        const auto found = vault.store.read(names::clientKey(client, copy), vault.store.keys().clientKeys(),
                                            ItemKind::ClientKey, payload);
        if (!found) return found.error();
        if (*found == Found::Yes && payload.binary.size() == kKeySize) {
            const Key key = vault.clientKeys.keep(client, payload.binary);
            sodium_memzero(payload.binary.data(), payload.binary.size());
            return std::optional(key);
        }
        if (*found == Found::No && copy == 1) {
            const auto known = isClient(vault, client);
            if (!known) return known.error();
            if (!*known) return noSuchClient(vault, client);
        }
        vault.damage.note(core::trf("a copy of the key of {0}", {clientName(client)}), vault.place());
    }
    vault.damage.note(clientName(client), vault.place());
    return std::optional<Key>();
}

core::Result<Key> keyOfClient(OpenVault& vault, core::ClientId client) {
    const auto key = findKey(vault, client);
    if (!key) return key.error();
    if (!key->has_value()) return damagedRecord(clientName(client), vault.place());
    return **key;
}

namespace {

// Empty: damaged, and noted.
core::Result<std::optional<clinic::Client>> findClient(OpenVault& vault, core::ClientId id) {
    const auto key = findKey(vault, id);
    if (!key) return key.error();
    if (!key->has_value()) return std::optional<clinic::Client>();
    Payload payload;
    const auto found = vault.store.read(names::client(id), **key, ItemKind::Client, payload);
    if (!found) return found.error();
    clinic::Client client;
    if (*found == Found::Yes && clientFrom(payload.fields, id, client))
        return std::optional(std::move(client));
    vault.damage.note(clientName(id), vault.place());
    return std::optional<clinic::Client>();
}

}  // namespace

core::Result<clinic::Client> readClient(OpenVault& vault, core::ClientId id) {
    auto client = findClient(vault, id);
    if (!client) return client.error();
    if (!client->has_value()) return damagedRecord(clientName(id), vault.place());
    return std::move(**client);
}

core::Result<std::vector<clinic::Client>> readClients(OpenVault& vault) {
    std::vector<clinic::Client> clients;
    for (std::int64_t number = 1; number <= vault.store.head().lastClient; ++number) {
        const auto known = isClient(vault, {number});
        if (!known) return known.error();
        if (!*known) continue;
        auto client = findClient(vault, {number});
        if (!client) return client.error();
        if (client->has_value()) clients.push_back(std::move(**client));
    }
    std::sort(clients.begin(), clients.end(),
              [](const clinic::Client& a, const clinic::Client& b) { return a.code < b.code; });
    return clients;
}

core::Result<clinic::Client> readClientByCode(OpenVault& vault, const std::string& code) {
    const auto id = clientOfCode(vault, code);
    if (!id) return id.error();
    if (*id) return readClient(vault, *id);
    return core::Error{core::trf("There is no client with the code {0}", {code}), vault.place(),
                       core::tr("Check the code.")};
}

core::Result<clinic::Client> addClient(OpenVault& vault, clinic::Client client) {
    client.id = {};
    if (auto valid = clinic::validate(client); !valid) return valid.error();
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    if (auto unused = checkCodeIsFree(vault, client); !unused) return unused.error();
    client.id = {++vault.store.changeHead().lastClient};
    if (auto made = makeKey(vault, client.id); !made) return made.error();
    const auto key = keyOfClient(vault, client.id);
    if (!key) return key.error();
    if (auto kept = keepClient(vault, *key, client); !kept) return kept.error();
    if (auto kept = keepVisitNumbers(vault, client.id, *key, {}); !kept) return kept.error();
    if (auto noted = addAuditRow(vault, AuditKind::Added, core::trf("client {0}", {client.code})); !noted)
        return noted.error();
    if (auto committed = change->commit(); !committed) return committed.error();
    return client;
}

core::Result<void> updateClient(OpenVault& vault, const clinic::Client& client) {
    if (auto valid = clinic::validate(client); !valid) return valid;
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto there = readClient(vault, client.id);
    if (!there) return there.error();
    if (auto unused = checkCodeIsFree(vault, client); !unused) return unused;
    const auto key = keyOfClient(vault, client.id);
    if (!key) return key.error();
    if (auto kept = vault.store.write(names::client(client.id), *key, payloadOf(client)); !kept) return kept;
    if (there->code != client.code) {
        auto gone = vault.store.erase(names::clientCode(there->code), vault.store.keys().practice());
        if (!gone) return gone;
        if (auto kept = keepCode(vault, client); !kept) return kept;
    }
    if (auto noted = addAuditRow(vault, AuditKind::Changed, core::trf("client {0}", {client.code})); !noted)
        return noted;
    return change->commit();
}

std::string subjectOf(OpenVault& vault, core::ClientId client) {
    const auto read = readClient(vault, client);
    return read ? core::trf("client {0}", {read->code}) : clientName(client);
}

}  // namespace palpate::records
