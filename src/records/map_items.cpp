#include "records/map_items.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/item_names.h"
#include "records/journal_items.h"
#include "records/visit_items.h"

#include <cstdint>
#include <string>
#include <utility>

namespace palpate::records {

namespace {

using clinic::Author;
using clinic::Moment;

const char* phrase(const clinic::MapKey& key) {
    const bool before = key.moment == Moment::Before;
    if (key.author == Author::Client)
        return before ? core::tr("the client's map before treatment of {0}")
                      : core::tr("the client's map after treatment of {0}");
    return before ? core::tr("the therapist's map before treatment of {0}")
                  : core::tr("the therapist's map after treatment of {0}");
}

std::string subjectOfMap(OpenVault& vault, const clinic::MapKey& key) {
    return core::trf(phrase(key), {subjectOf(vault, key.visit)});
}

struct FoundMap {
    Found found = Found::No;  // damage is noted
    MapInfo info;
};

core::Result<FoundMap> find(OpenVault& vault, Key seal, const clinic::MapKey& key) {
    Payload payload;
    const auto found = vault.store.read(names::map(key), seal, ItemKind::Map, payload);
    if (!found) return found.error();
    FoundMap map{*found, {}};
    map.info.key = key;
    if (*found == Found::Yes) {
        Fields& fields = payload.fields;
        map.info.completed = fields.number("completed") != 0;
        map.info.entries = static_cast<std::size_t>(fields.number("entries"));
        map.info.changed = {fields.number("utc_ms"), static_cast<std::int16_t>(fields.number("offset_min"))};
        if (!fields.fit()) map.found = Found::Damaged;
    }
    if (map.found == Found::Damaged) vault.damage.note(nameOf(key), vault.place());
    return map;
}

// What was agreed to is not what the map says from now on.
core::Result<void> noteReopened(OpenVault& vault, const clinic::MapKey& key) {
    return addAuditRow(vault, AuditKind::Changed,
                       core::trf("{0}, which is not finished any more", {subjectOfMap(vault, key)}));
}

// The map to be changed; new if it is not there. Error: it is damaged, and never changed.
core::Result<MapInfo> findOrBegin(OpenVault& vault, Key seal, const clinic::MapKey& key) {
    const auto map = find(vault, seal, key);
    if (!map) return map.error();
    if (map->found == Found::Damaged) return damagedRecord(nameOf(key), vault.place());
    if (map->found == Found::No) {
        if (auto noted = addAuditRow(vault, AuditKind::Added, subjectOfMap(vault, key)); !noted)
            return noted.error();
    }
    return map->info;
}

core::Error fewerSteps(OpenVault& vault, std::size_t there, std::size_t claimed) {
    return {core::trf("A map of {0} steps cannot be saved as if it had {1}",
                      {std::to_string(there), std::to_string(claimed)}),
            vault.place(), core::tr("Open the visit again."), core::Error::Kind::Usage};
}

}  // namespace

core::Result<void> keepMapInfo(OpenVault& vault, Key seal, const MapInfo& info) {
    Payload payload{ItemKind::Map, {}, {}};
    payload.fields.set("completed", std::int64_t{info.completed ? 1 : 0});
    payload.fields.set("entries", static_cast<std::int64_t>(info.entries));
    payload.fields.set("utc_ms", info.changed.utcMilliseconds);
    payload.fields.set("offset_min", std::int64_t{info.changed.offsetMinutes});
    return vault.store.write(names::map(info.key), seal, payload);
}

std::string nameOf(const clinic::MapKey& key) {
    return core::trf(phrase(key), {core::trf("visit record {0}", {std::to_string(key.visit.value)})});
}

core::Result<std::vector<MapInfo>> readMaps(OpenVault& vault, core::VisitId visit) {
    const auto seal = keyOfVisit(vault, visit);
    if (!seal) return seal.error();
    std::vector<MapInfo> maps;
    for (const Author author : {Author::Client, Author::Therapist}) {
        for (const Moment moment : {Moment::Before, Moment::After}) {
            const auto map = find(vault, *seal, {visit, author, moment});
            if (!map) return map.error();
            if (map->found == Found::Yes) maps.push_back(map->info);
        }
    }
    return maps;
}

core::Result<std::optional<StoredMap>> readMap(OpenVault& vault, const clinic::MapKey& key, bool skipKnown) {
    const auto seal = keyOfVisit(vault, key.visit);
    if (!seal) return seal.error();
    const auto map = find(vault, *seal, key);
    if (!map) return map.error();
    if (map->found == Found::Damaged) return damagedRecord(nameOf(key), vault.place());
    if (map->found == Found::No) return std::optional<StoredMap>();
    StoredMap stored;
    stored.info = map->info;
    auto snapshot = readSnapshot(vault, *seal, key);
    if (!snapshot) return snapshot.error();
    if (snapshot->entries <= map->info.entries) {
        stored.snapshot = std::move(snapshot->bytes);
        stored.snapshotEntries = snapshot->entries;
    }
    if (skipKnown && !stored.snapshot.empty()) stored.entriesSkipped = stored.snapshotEntries;
    auto entries = readEntries(vault, *seal, key, stored.entriesSkipped, map->info.entries);
    if (!entries) return entries.error();
    stored.entries = std::move(*entries);
    return std::optional<StoredMap>(std::move(stored));
}

core::Result<void> appendEntry(OpenVault& vault, const clinic::MapKey& key, const JournalEntry& entry) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto seal = keyOfVisit(vault, key.visit);
    if (!seal) return seal.error();
    auto info = findOrBegin(vault, *seal, key);
    if (!info) return info.error();
    ++info->entries;
    info->changed = vault.clock();
    if (std::exchange(info->completed, false)) {
        if (auto noted = noteReopened(vault, key); !noted) return noted;
    }
    if (auto kept = writeEntry(vault, *seal, key, info->entries, entry); !kept) return kept;
    if (auto kept = keepMapInfo(vault, *seal, *info); !kept) return kept;
    return change->commit();
}

core::Result<void> saveSnapshot(OpenVault& vault, const clinic::MapKey& key, ByteView map,
                                std::size_t entries) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto seal = keyOfVisit(vault, key.visit);
    if (!seal) return seal.error();
    const auto there = find(vault, *seal, key);
    if (!there) return there.error();
    if (there->found == Found::Damaged) return damagedRecord(nameOf(key), vault.place());
    if (there->found == Found::No || entries > there->info.entries)
        return fewerSteps(vault, there->info.entries, entries);
    if (auto kept = writeSnapshot(vault, *seal, key, map, entries); !kept) return kept;
    return change->commit();
}

core::Result<void> completeMap(OpenVault& vault, const clinic::MapKey& key) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto seal = keyOfVisit(vault, key.visit);
    if (!seal) return seal.error();
    auto info = findOrBegin(vault, *seal, key);
    if (!info) return info.error();
    info->completed = true;
    info->changed = vault.clock();
    if (auto kept = keepMapInfo(vault, *seal, *info); !kept) return kept;
    if (auto noted = addAuditRow(vault, AuditKind::Changed, subjectOfMap(vault, key)); !noted) return noted;
    return change->commit();
}

}  // namespace palpate::records
