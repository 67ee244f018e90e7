#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "records/practice.h"

#include <filesystem>
#include <string>

// What only the program knows of what was done with a client's records, for the audit log: the same words
// from the window and from the command line. Nothing happens in a practice that can only be read.
namespace palpate::records {

// "client C-0142", "visit 7 of client C-0142"; by the number where the record cannot be read.
[[nodiscard]] std::string auditSubject(const Practice& practice, core::ClientId client);
[[nodiscard]] std::string auditSubject(const Practice& practice, core::VisitId visit);

// Somebody looked at it. A row that cannot be written keeps nobody from looking.
void noteViewed(Practice& practice, const std::string& subject);
// It left the practice in a file, which was just written, or on paper. The name of the file is kept without
// its folder. Errors: those of Practice::audit(): the file is there all the same, and the person is to be
// told.
core::Result<void> noteExported(Practice& practice, const std::string& subject,
                                const std::filesystem::path& file);
core::Result<void> notePrinted(Practice& practice, const std::string& subject);
// The recovery key was put into a file (Exported) or made into a page (Printed). Where that row cannot be
// written only the log misses it.
void noteKeyKept(Practice& practice, AuditKind how);

}  // namespace palpate::records
