#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "document/document.h"

#include <memory>

// Opening and adding: what moves the document from one practice, client or visit to another. On an error
// nothing was changed, except where said.
namespace palpate::document {

// Takes over an open practice and lists its clients. Nobody is open afterwards.
core::Result<void> openPractice(Document& document, std::unique_ptr<records::Practice> practice);

// Opens a client and the newest visit, if there is one. Changes to the client's figure. If
// the visit cannot be read, the client is open without one and the error says why.
core::Result<void> openClient(Document& document, core::ClientId client);
// `client.code` may be empty: then the next free one ("C-0001", ...) is given. Opens the new client.
core::Result<void> addClient(Document& document, clinic::Client client);
// The code that addClient would give.
[[nodiscard]] std::string nextClientCode(const Document& document);

// Opens a visit of the open client with both maps and what can be undone in them. A map that cannot be read
// is open as a damaged one, which is empty and never changes, as long as the other can be; a notice says so.
core::Result<void> openVisit(Document& document, core::VisitId visit);
// Opens today's visit of the open client; makes one if the newest visit is of another day.
core::Result<void> openTodaysVisit(Document& document, core::Timestamp now);
// Adds a visit whatever day the newest one is of, and opens it.
core::Result<void> addVisit(Document& document, core::Timestamp now);

// Gives up what could not be written, after it was put elsewhere, and opens the visit again as it is on the
// disk. Errors: those of openVisit(); then no visit is open.
core::Result<void> leaveUnwritten(Document& document);

// Closes the open visit, leaving snapshots behind so that the next opening is quick.
void closeVisit(Document& document);

}  // namespace palpate::document
