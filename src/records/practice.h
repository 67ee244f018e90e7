#pragma once

#include "clinic/client.h"
#include "clinic/practitioner.h"
#include "clinic/visit.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::records {

struct PracticeInfo {
    std::string name;
    bool isDemo = false;  // to be said wherever the practice is shown
    int formatVersion = 0;
    std::string readOnly = {};  // why nothing can be changed; empty if it can
};

// What the audit log keeps of what was done.
enum class AuditKind : std::uint8_t {
    Created,
    Opened,
    Locked,
    Unlocked,
    FailedUnlock,
    Viewed,
    Added,
    Changed,
    Exported,
    Printed,
    Erased,
    BackedUp,
    Restored,
    PassphraseChanged,
    RecoveryKeyRenewed,
    KeysRotated,
    Salvaged
};
struct AuditRow {
    std::int64_t number = 0;  // 1, 2, ... without gaps
    core::Timestamp at;
    AuditKind kind = AuditKind::Opened;
    std::string subject =
        {};  // "client C-0142", "visit 7 of client C-0142", a file; never what was written or painted
    core::PractitionerId practitioner = {};  // who worked; nobody: that is not known
};

// What became of a client that was erased.
struct ErasedClient {
    std::string code;
    std::size_t visits = 0;
    std::vector<std::filesystem::path> backupsRewritten;  // from which the client is gone as well
    std::vector<std::filesystem::path> backupsLeft;       // that were there but could not be rewritten
};

// One step of a map's history. What a stroke's bytes mean is the caller's affair.
struct JournalEntry {
    enum class Kind : std::uint8_t { Stroke, Undo, Redo };
    Kind kind = Kind::Stroke;
    // Stroke only. Empty when read: the entry is damaged; it paints nothing but keeps its place, so that the
    // undo and redo after it still mean the strokes that they meant.
    std::vector<std::byte> bytes;
};

struct MapInfo {
    clinic::MapKey key;
    // "Finished": its author said so, and nothing was written to it since. A completed empty map means that
    // nothing hurts.
    bool completed = false;
    std::size_t entries = 0;
    core::Timestamp changed;  // of the last entry or completion
};

struct StoredMap {
    MapInfo info;
    // The map as it was after the first `snapshotEntries` entries, byte for byte as it was saved; empty if
    // none was, or if it is damaged.
    std::vector<std::byte> snapshot;
    std::size_t snapshotEntries = 0;
    std::vector<JournalEntry> entries;  // oldest first; all of them but the first `entriesSkipped`
    std::size_t entriesSkipped = 0;
};

// A practice's records. Everything is on the disk when a function that changes something returns. One object,
// one thread. Nothing outside `records` sees SQL.
class Practice {
public:
    virtual ~Practice() = default;

    [[nodiscard]] virtual const PracticeInfo& info() const = 0;
    [[nodiscard]] virtual const std::filesystem::path& path() const = 0;

    // Records that could not be read so far, each named in `where`. They are left out of every answer, are
    // never changed or deleted, and the rest of the vault works. Grows as more is read.
    [[nodiscard]] virtual const std::vector<core::Error>& damagedRecords() const = 0;

    // What to tell while the disk is full and only a small reserve is left to write to; empty otherwise.
    [[nodiscard]] virtual std::string spaceWarning() const { return {}; }

    // Runs `changes`, which calls this object, as one commit: all of it is kept or, if it answers with an
    // error, none.
    virtual core::Result<void> asOneChange(const std::function<core::Result<void>()>& changes) = 0;

    // Errors of all that follows: a client, visit or map that does not exist, a damaged record asked for by
    // name, a disk that is full or gone. After an error nothing of that call is in the vault.

    // Ordered by code. `id` of the argument is ignored; the result carries the new one.
    [[nodiscard]] virtual core::Result<std::vector<clinic::Client>> clients() const = 0;
    [[nodiscard]] virtual core::Result<clinic::Client> client(core::ClientId id) const = 0;
    [[nodiscard]] virtual core::Result<clinic::Client> clientByCode(const std::string& code) const = 0;
    [[nodiscard]] virtual core::Result<clinic::Client> addClient(const clinic::Client& client) = 0;
    // Everything but the id may change.
    virtual core::Result<void> updateClient(const clinic::Client& client) = 0;
    // Destroys the client's key and every record of the client; what is left is a number that makes a later
    // restore erase the client again. `backups` are the folders whose backups of this vault are rewritten
    // too. Copies elsewhere keep the client: say so.
    virtual core::Result<ErasedClient> eraseClient(core::ClientId client,
                                                   const std::vector<std::filesystem::path>& backups) = 0;

    // In the order in which they were added; of one client, or of all if `client` names nobody.
    [[nodiscard]] virtual core::Result<std::vector<clinic::Visit>> visits(core::ClientId client) const = 0;
    [[nodiscard]] virtual core::Result<clinic::Visit> visit(core::VisitId id) const = 0;
    // Says that whoever is at work made it.
    [[nodiscard]] virtual core::Result<clinic::Visit> addVisit(core::ClientId client, core::Timestamp at) = 0;
    // Only `at` and `note` may change.
    virtual core::Result<void> updateVisit(const clinic::Visit& visit) = 0;

    [[nodiscard]] virtual core::Result<std::vector<MapInfo>> maps(core::VisitId visit) const = 0;
    // Empty if nothing was ever painted or completed under that key.
    [[nodiscard]] virtual core::Result<std::optional<StoredMap>> loadMap(const clinic::MapKey& key) const = 0;
    // The quick way to the map as it is now: without the entries that the snapshot holds already.
    [[nodiscard]] virtual core::Result<std::optional<StoredMap>> loadLatest(const clinic::MapKey& key) const {
        return loadMap(key);
    }
    // Makes the map if it is not there yet. A finished one is unfinished from then on, in the same commit,
    // until complete() says so again: what its author agreed to is not what it says any more. Committed when
    // it returns.
    virtual core::Result<void> append(const clinic::MapKey& key, const JournalEntry& entry) = 0;
    // `map` replaces the snapshot that was there. Error: the map has fewer than `entries` entries.
    virtual core::Result<void> saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                            std::size_t entries) = 0;
    // Makes the map if it is not there yet.
    virtual core::Result<void> complete(const clinic::MapKey& key) = 0;

    // A further record of a visit, such as its ratings, under a name of the caller's. What its bytes mean is
    // the caller's affair. Empty if none was ever saved.
    [[nodiscard]] virtual core::Result<std::vector<std::byte>> visitRecord(core::VisitId visit,
                                                                           const std::string& name) const = 0;
    virtual core::Result<void> saveVisitRecord(core::VisitId visit, const std::string& name,
                                               std::span<const std::byte> bytes) = 0;

    // Who works in the practice, in the order in which they were added; with those who do not any more.
    // Nobody is ever removed, so that the log and the visits go on saying who it was.
    [[nodiscard]] virtual core::Result<std::vector<clinic::Practitioner>> practitioners() const = 0;
    // Errors: those of clinic::validate(), a name that another one has.
    [[nodiscard]] virtual core::Result<clinic::Practitioner> addPractitioner(const std::string& name) = 0;
    // The name, and whether they still work here, may change. Errors: as above.
    virtual core::Result<void> updatePractitioner(const clinic::Practitioner& practitioner) = 0;
    // Who is at work with this object, and so is named in rows of the log and visits from then on. The only
    // one who works here if it is just one; of several, nobody until it is said. Not kept with the practice.
    [[nodiscard]] virtual core::PractitionerId atWork() const = 0;
    // Errors: no such practitioner, one who does not work here any more. Nobody is allowed.
    virtual core::Result<void> setAtWork(core::PractitionerId practitioner) = 0;

    // What the practice decided for itself ("lock.minutes"); empty if it never did.
    [[nodiscard]] virtual core::Result<std::string> setting(const std::string& name) const = 0;
    virtual core::Result<void> saveSetting(const std::string& name, const std::string& value) = 0;

    // The audit log: append-only, every row bound to the one before it. Making, adding, changing and erasing
    // write their rows themselves; what only the program knows (viewed, exported, printed, locked) is told
    // with audit(), which does nothing in a vault that can only be read.
    virtual core::Result<void> audit(AuditKind kind, const std::string& subject) = 0;
    [[nodiscard]] virtual core::Result<std::int64_t> auditRows() const = 0;
    // Rows `first`, `first` + 1, ..., at most `count`. A damaged one is left out.
    [[nodiscard]] virtual core::Result<std::vector<AuditRow>> auditLog(std::int64_t first,
                                                                       std::size_t count) const = 0;
};

// Tells the time at which maps are changed.
using Clock = std::function<core::Timestamp()>;

}  // namespace palpate::records
