#include "records/visit_items.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/client_items.h"
#include "records/item_names.h"
#include "records/visit_owner.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace palpate::records {

namespace {

Payload payloadOf(const clinic::Visit& visit) {
    Payload payload{ItemKind::Visit, {}, {}};
    Fields& fields = payload.fields;
    fields.set("id", visit.id.value);
    fields.set("client", visit.client.value);
    fields.set("number", std::int64_t{visit.number});
    fields.set("utc_ms", visit.at.utcMilliseconds);
    fields.set("offset_min", std::int64_t{visit.at.offsetMinutes});
    fields.set("note", visit.note);
    fields.set("clock_went_back", std::int64_t{visit.clockWentBack ? 1 : 0});
    if (visit.practitioner) fields.set("practitioner", visit.practitioner.value);
    return payload;
}

bool visitFrom(Fields& fields, core::VisitId id, core::ClientId client, clinic::Visit& visit) {
    visit.id = {fields.number("id")};
    visit.client = {fields.number("client")};
    visit.number = static_cast<int>(fields.number("number"));
    visit.at = {fields.number("utc_ms"), static_cast<std::int16_t>(fields.number("offset_min"))};
    visit.note = fields.text("note");
    visit.clockWentBack = fields.number("clock_went_back") != 0;
    visit.practitioner = {fields.numberIfAny("practitioner")};
    return fields.fit() && visit.id == id && visit.client == client;
}

// Empty: damaged, and noted.
core::Result<std::optional<clinic::Visit>> findVisit(OpenVault& vault, core::VisitId id,
                                                     core::ClientId client, Key key) {
    Payload payload;
    const auto found = vault.store.read(names::visit(id), key, ItemKind::Visit, payload);
    if (!found) return found.error();
    clinic::Visit visit;
    if (*found == Found::Yes && visitFrom(payload.fields, id, client, visit))
        return std::optional(std::move(visit));
    vault.damage.note(nameOf(id), vault.place());
    return std::optional<clinic::Visit>();
}

core::Result<void> validate(core::Timestamp at) {
    constexpr int kFarthestOffset = 14 * 60;
    if (at.offsetMinutes >= -kFarthestOffset && at.offsetMinutes <= kFarthestOffset) return {};
    return core::Error{
        core::trf("A clock cannot be {0} minutes away from UTC", {std::to_string(at.offsetMinutes)}), "",
        core::tr("Check the time zone of this computer."), core::Error::Kind::Usage};
}

// Adds those of one client that can be read.
core::Result<void> collect(OpenVault& vault, core::ClientId client, std::vector<clinic::Visit>& to) {
    const auto numbers = visitNumbers(vault, client);
    if (!numbers) return numbers.error();
    const auto key = findKey(vault, client);
    if (!key) return key.error();
    if (!key->has_value()) return {};
    for (const core::VisitId number : *numbers) {
        auto visit = findVisit(vault, number, client, **key);
        if (!visit) return visit.error();
        if (visit->has_value()) to.push_back(std::move(**visit));
    }
    return {};
}

}  // namespace

core::Result<void> keepVisit(OpenVault& vault, Key key, const clinic::Visit& visit) {
    return vault.store.write(names::visit(visit.id), key, payloadOf(visit));
}

core::Result<std::vector<core::VisitId>> searchForVisits(OpenVault& vault, core::ClientId client) {
    std::vector<core::VisitId> visits;
    for (std::int64_t number = 1; number <= vault.store.head().lastVisit; ++number) {
        const auto ours = isVisitOf(vault, {number}, client);
        if (!ours) return ours.error();
        if (*ours) visits.push_back({number});
    }
    return visits;
}

core::Result<void> keepVisitNumbers(OpenVault& vault, core::ClientId client, Key key,
                                    const std::vector<core::VisitId>& visits) {
    Payload payload{ItemKind::VisitsOfClient, {}, {}};
    Fields::Numbers numbers;
    for (const core::VisitId visit : visits)
        numbers.push_back(visit.value);
    payload.fields.set("visits", std::move(numbers));
    return vault.store.write(names::visitsOf(client), key, payload);
}

core::Result<std::vector<core::VisitId>> visitNumbers(OpenVault& vault, core::ClientId client) {
    const auto key = findKey(vault, client);
    if (!key) return key.error();
    if (!key->has_value()) return std::vector<core::VisitId>();
    Payload payload;
    const auto found = vault.store.read(names::visitsOf(client), **key, ItemKind::VisitsOfClient, payload);
    if (!found) return found.error();
    if (*found != Found::Yes) {
        vault.damage.note(
            core::trf("the list of visits of client record {0}", {std::to_string(client.value)}),
            vault.place());
        return searchForVisits(vault, client);
    }
    std::vector<core::VisitId> visits;
    for (const std::int64_t number : payload.fields.numbers("visits"))
        visits.push_back({number});
    return visits;
}

core::Result<std::vector<clinic::Visit>> readVisits(OpenVault& vault, core::ClientId client) {
    std::vector<clinic::Visit> visits;
    if (client) {
        if (auto there = readClient(vault, client); !there) return there.error();
        if (auto read = collect(vault, client, visits); !read) return read.error();
        return visits;
    }
    for (std::int64_t number = 1; number <= vault.store.head().lastClient; ++number) {
        const auto known = isClient(vault, {number});
        if (!known) return known.error();
        if (!*known) continue;
        if (auto read = collect(vault, {number}, visits); !read) return read.error();
    }
    std::sort(visits.begin(), visits.end(),
              [](const clinic::Visit& a, const clinic::Visit& b) { return a.id < b.id; });
    return visits;
}

core::Result<Key> keyOfVisit(OpenVault& vault, core::VisitId visit) {
    const auto owner = ownerOf(vault, visit);
    if (!owner) return owner.error();
    return keyOfClient(vault, *owner);
}

core::Result<clinic::Visit> readVisit(OpenVault& vault, core::VisitId id) {
    const auto owner = ownerOf(vault, id);
    if (!owner) return owner.error();
    const auto key = keyOfClient(vault, *owner);
    if (!key) return key.error();
    auto visit = findVisit(vault, id, *owner, *key);
    if (!visit) return visit.error();
    if (!visit->has_value()) return damagedRecord(nameOf(id), vault.place());
    return std::move(**visit);
}

core::Result<clinic::Visit> addVisit(OpenVault& vault, core::ClientId client, core::Timestamp at) {
    if (auto valid = validate(at); !valid) return valid.error();
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    if (auto there = readClient(vault, client); !there) return there.error();
    auto numbers = visitNumbers(vault, client);
    if (!numbers) return numbers.error();
    const auto key = keyOfClient(vault, client);
    if (!key) return key.error();
    clinic::Visit visit{
        {++vault.store.changeHead().lastVisit}, client, static_cast<int>(numbers->size()) + 1, at, {}};
    if (!numbers->empty()) {
        const auto before = findVisit(vault, numbers->back(), client, *key);
        if (!before) return before.error();
        visit.clockWentBack = before->has_value() && at.utcMilliseconds < (*before)->at.utcMilliseconds;
    }
    visit.practitioner = vault.atWork;
    numbers->push_back(visit.id);
    if (auto kept = keepVisitNumbers(vault, client, *key, *numbers); !kept) return kept.error();
    if (auto kept = keepOwner(vault, visit.id, client); !kept) return kept.error();
    if (auto kept = keepVisit(vault, *key, visit); !kept) return kept.error();
    if (auto noted = addAuditRow(vault, AuditKind::Added, subjectOf(vault, visit.id)); !noted)
        return noted.error();
    if (auto committed = change->commit(); !committed) return committed.error();
    return visit;
}

core::Result<void> updateVisit(OpenVault& vault, const clinic::Visit& visit) {
    if (auto valid = validate(visit.at); !valid) return valid;
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    auto changed = readVisit(vault, visit.id);
    if (!changed) return changed.error();
    if (changed->client != visit.client || changed->number != visit.number) {
        return core::Error{core::tr("A visit cannot be moved to another client or given another number"),
                           nameOf(visit.id), core::tr("Make a new visit instead."), core::Error::Kind::Usage};
    }
    changed->at = visit.at;
    changed->note = visit.note;
    const auto key = keyOfClient(vault, visit.client);
    if (!key) return key.error();
    if (auto kept = keepVisit(vault, *key, *changed); !kept) return kept;
    if (auto noted = addAuditRow(vault, AuditKind::Changed, subjectOf(vault, visit.id)); !noted) return noted;
    return change->commit();
}

std::string subjectOf(OpenVault& vault, core::VisitId visit) {
    const auto owner = ownerOf(vault, visit);
    const std::string client = owner ? subjectOf(vault, *owner) : core::tr("a client");
    return core::trf("visit {0} of {1}", {std::to_string(visit.value), client});
}

}  // namespace palpate::records
