#include "records/inbox.h"

#include "core/text.h"
#include "records/audit_items.h"

#include <cstdint>
#include <utility>

namespace palpate::records {

namespace {

// Whoever tries passphrases for days must not fill the disk.
constexpr std::int64_t kMostNotes = 1000;

core::Result<void> insertNote(Connection& connection, ByteView sealed) {
    auto count = connection.query("SELECT count(*) FROM inbox");
    if (!count) return count.error();
    if (auto read = count->step(); !read) return read.error();
    if (count->integer(0) >= kMostNotes) return {};
    count->reset();
    return connection.run("INSERT INTO inbox (sealed) VALUES (?)", sealed);
}

}  // namespace

void leaveNote(const std::filesystem::path& vault, const VaultRow& row, core::Timestamp at) {
    Fields fields;
    fields.set("utc_ms", at.utcMilliseconds);
    fields.set("offset_min", std::int64_t{at.offsetMinutes});
    Bytes note;
    fields.encode(note);
    const Bytes sealed = sealNote(note, row.inboxKey);
    if (sealed.empty()) return;
    auto connection = Connection::open(vault);
    if (!connection) return;
    if (auto logged = (*connection)->startLog(); !logged) return;
    (void)insertNote(**connection, sealed);  // whoever fails to unlock is told that, and nothing else
}

core::Result<void> foldNotes(OpenVault& vault) {
    std::vector<core::Timestamp> failed;
    Connection& connection = vault.store.connection();
    {
        auto rows = connection.query("SELECT sealed FROM inbox ORDER BY number");
        if (!rows) return rows.error();
        for (;;) {
            const auto more = rows->step();
            if (!more) return more.error();
            if (!*more) break;
            Bytes note;
            auto fields =
                vault.store.keys().openNote(rows->blobView(0), note) ? Fields::decode(note) : std::nullopt;
            if (fields) {
                failed.push_back(
                    {fields->number("utc_ms"), static_cast<std::int16_t>(fields->number("offset_min"))});
            } else {
                vault.damage.note(core::tr("a note of a failed unlock"), vault.place());
            }
        }
    }
    for (const core::Timestamp at : failed) {
        if (auto kept = addAuditRow(vault, AuditKind::FailedUnlock, "", at); !kept) return kept;
    }
    return connection.run("DELETE FROM inbox");
}

}  // namespace palpate::records
