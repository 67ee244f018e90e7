#include "records/inbox.h"

#include "core/text.h"
#include "records/audit_items.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

std::optional<core::Timestamp> timeIn(OpenVault& vault, ByteView sealed) {
    Bytes note;
    auto fields = vault.store.keys().openNote(sealed, note) ? Fields::decode(note) : std::nullopt;
    if (!fields) return std::nullopt;
    const core::Timestamp at{fields->number("utc_ms"),
                             static_cast<std::int16_t>(fields->number("offset_min"))};
    return fields->fit() ? std::optional(at) : std::nullopt;
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
    struct Note {
        std::int64_t number = 0;
        std::optional<core::Timestamp> at;  // empty: it does not open
    };
    std::vector<Note> notes;
    Connection& connection = vault.store.connection();
    {
        auto rows = connection.query("SELECT number, sealed FROM inbox ORDER BY number");
        if (!rows) return rows.error();
        for (;;) {
            const auto more = rows->step();
            if (!more) return more.error();
            if (!*more) break;
            notes.push_back({rows->integer(0), timeIn(vault, rows->blobView(1))});
        }
    }
    for (const Note& note : notes) {
        if (!note.at) vault.damage.note(core::tr("a note of a failed unlock"), vault.place());
        // One that does not open says that somebody tried, if not when.
        const std::string subject = note.at ? "" : core::tr("its note cannot be read, nor when it was");
        auto kept =
            addAuditRowOfNobody(vault, AuditKind::FailedUnlock, subject, note.at ? *note.at : vault.clock());
        if (!kept) return kept;
        if (auto gone = connection.run("DELETE FROM inbox WHERE number = ?", note.number); !gone) return gone;
    }
    return {};
}

}  // namespace palpate::records
