#include "records/journal_rows.h"

#include "core/text.h"
#include "records/row_checksum.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace palpate::records {

namespace {

using Kind = JournalEntry::Kind;
constexpr std::array kKinds{std::pair{Kind::Stroke, std::string_view("stroke")},
                            std::pair{Kind::Undo, std::string_view("undo")},
                            std::pair{Kind::Redo, std::string_view("redo")}};

std::string_view kindId(Kind kind) {
    for (const auto& [known, id] : kKinds) {
        if (known == kind) return id;
    }
    return {};
}

std::optional<Kind> kindFromId(std::string_view id) {
    for (const auto& [kind, known] : kKinds) {
        if (known == id) return kind;
    }
    return std::nullopt;
}

std::int64_t checksumOf(std::int64_t map, std::int64_t number, std::string_view kind,
                        std::span<const std::byte> bytes) {
    return rowChecksum(map, number, kind, bytes);
}

struct Row {
    std::int64_t number = 0;
    JournalEntry entry;
    bool sound = false;
};

Row rowOf(const Statement& row, std::int64_t map) {
    const std::string kind = row.text(1);
    const auto known = kindFromId(kind);
    Row read{row.integer(0), {known.value_or(Kind::Stroke), row.blob(2)}, false};
    read.sound = known && row.integer(3) == checksumOf(map, read.number, kind, read.entry.bytes);
    return read;
}

}  // namespace

core::Result<std::vector<JournalEntry>> readEntries(Connection& connection, Damage& damage, std::int64_t map,
                                                    const std::string& name) {
    const std::string& vault = connection.vault().string();
    auto rows = connection.query(
        "SELECT number, kind, bytes, checksum FROM journal WHERE map = ? ORDER BY number", map);
    if (!rows) return rows.error();
    std::vector<JournalEntry> entries;
    for (;;) {
        const auto more = rows->step();
        if (!more && rows->metDamage()) damage.note(name, vault);
        if (!more) return rows->metDamage() ? damagedRecord(name, vault) : more.error();
        if (!*more) return entries;
        Row row = rowOf(*rows, map);
        const auto expected = static_cast<std::int64_t>(entries.size()) + 1;
        if (row.sound && row.number != expected) {
            damage.note(name, vault);
            return damagedRecord(name, vault);
        }
        if (!row.sound) {
            damage.note(core::trf("step {0} of {1}", {std::to_string(expected), name}), vault);
            row.entry = {};
        }
        entries.push_back(std::move(row.entry));
    }
}

core::Result<void> insertEntry(Connection& connection, std::int64_t map, const JournalEntry& entry) {
    auto row = connection.query("SELECT coalesce(max(number), 0) + 1 FROM journal WHERE map = ?", map);
    if (!row) return row.error();
    if (auto found = row->step(); !found) return found.error();
    const std::int64_t number = row->integer(0);
    const std::span<const std::byte> bytes(entry.bytes);
    return connection.run("INSERT INTO journal (map, number, kind, bytes, checksum) VALUES (?, ?, ?, ?, ?)",
                          map, number, kindId(entry.kind), bytes,
                          checksumOf(map, number, kindId(entry.kind), bytes));
}

core::Result<Snapshot> readSnapshot(Connection& connection, Damage& damage, std::int64_t map,
                                    const std::string& name) {
    auto row = connection.query("SELECT entries, bytes, checksum FROM snapshot WHERE map = ?", map);
    if (!row) return row.error();
    const auto found = row->step();
    if (!found && !row->metDamage()) return found.error();
    if (found && !*found) return Snapshot{};
    if (found) {
        Snapshot snapshot{row->blob(1), static_cast<std::size_t>(row->integer(0))};
        const std::span<const std::byte> bytes(snapshot.bytes);
        if (row->integer(2) == rowChecksum(map, row->integer(0), bytes)) return snapshot;
    }
    damage.note(core::trf("the saved picture of {0}", {name}), connection.vault().string());
    return Snapshot{};
}

core::Result<void> writeSnapshot(Connection& connection, std::int64_t map, std::span<const std::byte> bytes,
                                 std::size_t entries) {
    const auto count = static_cast<std::int64_t>(entries);
    return connection.run(
        "INSERT OR REPLACE INTO snapshot (map, entries, bytes, checksum) VALUES (?, ?, ?, ?)", map, count,
        bytes, rowChecksum(map, count, bytes));
}

}  // namespace palpate::records
