#include "records/journal_items.h"

#include "core/text.h"
#include "records/item_names.h"
#include "records/map_items.h"

#include <string>
#include <utility>

namespace palpate::records {

namespace {

using Kind = JournalEntry::Kind;

}  // namespace

core::Result<std::vector<JournalEntry>> readEntries(OpenVault& vault, Key key, const clinic::MapKey& map,
                                                    std::size_t first, std::size_t count) {
    std::vector<JournalEntry> entries;
    for (std::size_t number = first + 1; number <= count; ++number) {
        Payload payload;
        const auto found = vault.store.read(names::step(map, number), key, ItemKind::Step, payload);
        if (!found) return found.error();
        const std::int64_t kind = payload.fields.number("kind");
        if (*found == Found::Yes && payload.fields.fit() && kind >= 0 &&
            kind <= static_cast<std::int64_t>(Kind::Redo)) {
            entries.push_back({static_cast<Kind>(kind), std::move(payload.binary)});
            continue;
        }
        vault.damage.note(core::trf("step {0} of {1}", {std::to_string(number), nameOf(map)}), vault.place());
        entries.emplace_back();
    }
    return entries;
}

core::Result<void> writeEntry(OpenVault& vault, Key key, const clinic::MapKey& map, std::size_t number,
                              const JournalEntry& entry) {
    Payload payload{ItemKind::Step, {}, entry.bytes};
    payload.fields.set("kind", static_cast<std::int64_t>(entry.kind));
    return vault.store.write(names::step(map, number), key, payload);
}

core::Result<Snapshot> readSnapshot(OpenVault& vault, Key key, const clinic::MapKey& map) {
    Payload payload;
    const auto found = vault.store.read(names::snapshot(map), key, ItemKind::Snapshot, payload);
    if (!found) return found.error();
    if (*found == Found::No) return Snapshot{};
    const std::int64_t entries = payload.fields.number("entries");
    if (*found == Found::Yes && payload.fields.fit() && entries >= 0)
        return Snapshot{std::move(payload.binary), static_cast<std::size_t>(entries)};
    vault.damage.note(core::trf("the saved picture of {0}", {nameOf(map)}), vault.place());
    return Snapshot{};
}

core::Result<void> writeSnapshot(OpenVault& vault, Key key, const clinic::MapKey& map, ByteView bytes,
                                 std::size_t entries) {
    Payload payload{ItemKind::Snapshot, {}, {bytes.begin(), bytes.end()}};
    payload.fields.set("entries", static_cast<std::int64_t>(entries));
    return vault.store.write(names::snapshot(map), key, payload);
}

}  // namespace palpate::records
