#pragma once

#include "core/result.h"
#include "document/document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// What is decided about a practice as a whole, its clients' records, and its log.
namespace palpate::document {

// Takes over what the practice decided for itself; what cannot be read is as it is in a new practice. A demo
// neither locks itself nor is backed up unless it was told to.
void readPracticeState(Document& document);
// Where backups go unless a folder was chosen: beside the vault, "NAME backups".
[[nodiscard]] std::filesystem::path usualBackupFolder(const std::filesystem::path& vault);
// Looks anew at what the open client's visits have.
void readVisitMarks(Document& document);
// What a visit of the open client has, with what was done since it was opened.
[[nodiscard]] VisitMarks marksOf(const Document& document, core::VisitId visit);

// Why nothing of the practice can be changed; empty if it can.
[[nodiscard]] std::string whyReadOnly(const Document& document);

// Kept with the practice. Errors: minutes out of 0..kMostLockMinutes, what the practice says.
core::Result<void> setLockMinutes(Document& document, int minutes);
core::Result<void> setBackups(Document& document, const std::filesystem::path& folder, bool onClose);

// Everything but the id. A new figure of the open client is shown at once. Errors: those of
// clinic::validate(), a code that another client has, something that waits to be written, what the practice
// says.
core::Result<void> updateClient(Document& document, const clinic::Client& client);
// Closes the client if it is open, and erases it, in the backups of the backup folder as well. Errors:
// something that waits to be written, what the practice says.
core::Result<records::ErasedClient> eraseClient(Document& document, core::ClientId client);
// What became of it, in words.
[[nodiscard]] std::string erasedWords(const records::ErasedClient& erased);

// --- The audit log ---
struct AuditLine {
    std::int64_t number = 0;
    core::Timestamp at;
    std::string what;     // "Client erased"
    std::string subject;  // "client C-0142"
    std::string who;      // the practitioner's name; empty: nobody is known
};
[[nodiscard]] std::string auditWords(records::AuditKind kind);
// Kinds by number, for lists: records::AuditKind.
inline constexpr int kAuditKinds = static_cast<int>(records::AuditKind::Salvaged) + 1;
inline constexpr int kEveryAuditKind = -1;
[[nodiscard]] inline std::string auditWords(int kind) {
    return auditWords(static_cast<records::AuditKind>(kind));
}

struct AuditPage {
    std::vector<AuditLine> lines;  // newest first
    std::int64_t total = 0;        // rows in the log, of every kind
    std::int64_t next = 0;         // ask with this for the older ones; 0: there are none
};
// At most `most` rows below number `before` (0: from the newest), of one kind or of all. Errors: what the
// practice says.
[[nodiscard]] core::Result<AuditPage> auditPage(const Document& document, std::int64_t before,
                                                std::size_t most, int kind = kEveryAuditKind);

}  // namespace palpate::document
