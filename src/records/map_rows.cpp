#include "records/map_rows.h"

#include "core/text.h"
#include "records/journal_rows.h"
#include "records/row_checksum.h"
#include "records/sqlite_transaction.h"
#include "records/visit_rows.h"

#include <cstdint>
#include <string>
#include <utility>

namespace palpate::records {

namespace {

constexpr const char* kSelect =
    "SELECT id, visit, author, moment, completed, utc_ms, offset_min, checksum, "
    "(SELECT count(*) FROM journal WHERE journal.map = map.id) FROM map WHERE visit = ?";

struct Row {
    std::int64_t id = 0;
    MapInfo info;
    bool sound = false;
};

std::int64_t checksumOf(std::int64_t id, const MapInfo& info) {
    return rowChecksum(id, info.key.visit.value, std::string_view(clinic::authorId(info.key.author)),
                       std::string_view(clinic::momentId(info.key.moment)),
                       std::int64_t{info.completed ? 1 : 0}, info.changed.utcMilliseconds,
                       std::int64_t{info.changed.offsetMinutes});
}

Row rowOf(const Statement& row) {
    const auto author = clinic::authorFromId(row.text(2));
    const auto moment = clinic::momentFromId(row.text(3));
    MapInfo info;
    info.key = {
        {row.integer(1)}, author.value_or(clinic::Author::Client), moment.value_or(clinic::Moment::Before)};
    info.completed = row.integer(4) != 0;
    info.changed = {row.integer(5), static_cast<std::int16_t>(row.integer(6))};
    info.entries = static_cast<std::size_t>(row.integer(8));
    const bool sound = author && moment && row.integer(7) == checksumOf(row.integer(0), info);
    return {row.integer(0), info, sound};
}

std::string nameOf(const Row& row) {
    return core::trf("map record {0} of visit record {1}",
                     {std::to_string(row.id), std::to_string(row.info.key.visit.value)});
}

// Empty: there is no such map. Errors: no such visit, a damaged map.
core::Result<std::optional<Row>> findRow(Connection& connection, Damage& damage, const clinic::MapKey& key) {
    auto rows = connection.query(std::string(kSelect) + " AND author = ? AND moment = ?", key.visit.value,
                                 clinic::authorId(key.author), clinic::momentId(key.moment));
    if (!rows) return rows.error();
    const auto found = rows->step();
    if (!found) return found.error();
    if (!*found) {
        if (auto visit = readVisit(connection, damage, key.visit); !visit) return visit.error();
        return std::optional<Row>();
    }
    const Row row = rowOf(*rows);
    if (row.sound) return std::optional<Row>(row);
    damage.note(nameOf(row), connection.vault().string());
    return damagedRecord(nameOf(row), connection.vault().string());
}

core::Result<Row> findOrMakeRow(Connection& connection, Damage& damage, const clinic::MapKey& key) {
    auto found = findRow(connection, damage, key);
    if (!found) return found.error();
    if (found->has_value()) return **found;
    auto made = connection.run(
        "INSERT INTO map (visit, author, moment, completed, utc_ms, offset_min, checksum) VALUES (?, ?, ?, "
        "0, 0, 0, 0)",
        key.visit.value, clinic::authorId(key.author), clinic::momentId(key.moment));
    if (!made) return made.error();
    Row row;
    row.id = connection.lastInserted();
    row.info.key = key;
    return row;
}

core::Result<void> writeFields(Connection& connection, const Row& row) {
    return connection.run(
        "UPDATE map SET completed = ?, utc_ms = ?, offset_min = ?, checksum = ? WHERE id = ?",
        row.info.completed ? 1 : 0, row.info.changed.utcMilliseconds,
        std::int64_t{row.info.changed.offsetMinutes}, checksumOf(row.id, row.info), row.id);
}

}  // namespace

core::Result<std::vector<MapInfo>> readMaps(Connection& connection, Damage& damage, core::VisitId visit) {
    if (auto there = readVisit(connection, damage, visit); !there) return there.error();
    auto rows = connection.query(std::string(kSelect) + " ORDER BY author, moment DESC", visit.value);
    if (!rows) return rows.error();
    std::vector<MapInfo> maps;
    for (;;) {
        const auto more = rows->step();
        if (!more) return more.error();
        if (!*more) return maps;
        const Row row = rowOf(*rows);
        if (row.sound) {
            maps.push_back(row.info);
        } else {
            damage.note(nameOf(row), connection.vault().string());
        }
    }
}

core::Result<std::optional<StoredMap>> readMap(Connection& connection, Damage& damage,
                                               const clinic::MapKey& key) {
    const auto row = findRow(connection, damage, key);
    if (!row) return row.error();
    if (!row->has_value()) return std::optional<StoredMap>();
    const std::string name = nameOf(**row);
    auto entries = readEntries(connection, damage, (*row)->id, name);
    if (!entries) return entries.error();
    auto snapshot = readSnapshot(connection, damage, (*row)->id, name);
    if (!snapshot) return snapshot.error();
    StoredMap stored;
    stored.info = (*row)->info;
    stored.entries = std::move(*entries);
    if (snapshot->entries <= stored.entries.size()) {
        stored.snapshot = std::move(snapshot->bytes);
        stored.snapshotEntries = snapshot->entries;
    }
    return std::optional<StoredMap>(std::move(stored));
}

core::Result<void> appendEntry(Connection& connection, Damage& damage, const clinic::MapKey& key,
                               const JournalEntry& entry, core::Timestamp now) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    auto row = findOrMakeRow(connection, damage, key);
    if (!row) return row.error();
    if (auto added = insertEntry(connection, row->id, entry); !added) return added;
    row->info.changed = now;
    if (auto written = writeFields(connection, *row); !written) return written;
    return transaction->commit();
}

core::Result<void> saveSnapshot(Connection& connection, Damage& damage, const clinic::MapKey& key,
                                std::span<const std::byte> map, std::size_t entries) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    const auto row = findRow(connection, damage, key);
    if (!row) return row.error();
    const std::size_t there = row->has_value() ? (*row)->info.entries : 0;
    if (!row->has_value() || entries > there) {
        return core::Error{core::trf("A map of {0} steps cannot be saved as if it had {1}",
                                     {std::to_string(there), std::to_string(entries)}),
                           connection.vault().string(), core::tr("Open the visit again."),
                           core::Error::Kind::Usage};
    }
    if (auto written = writeSnapshot(connection, (*row)->id, map, entries); !written) return written;
    return transaction->commit();
}

core::Result<void> completeMap(Connection& connection, Damage& damage, const clinic::MapKey& key,
                               core::Timestamp now) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    auto row = findOrMakeRow(connection, damage, key);
    if (!row) return row.error();
    row->info.completed = true;
    row->info.changed = now;
    if (auto written = writeFields(connection, *row); !written) return written;
    return transaction->commit();
}

}  // namespace palpate::records
