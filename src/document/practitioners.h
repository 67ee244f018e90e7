#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "document/document.h"

#include <string>

// Who works in the practice, and who of them is at work in this window. PracticeState::practitioners is the
// list.
namespace palpate::document {

// Takes the list over from the practice; damaged records are left out. Where the list itself cannot be read
// it stays as it was, and a notice says so.
void readPractitioners(Document& document);

// Errors of these three: what the practice says.
core::Result<void> addPractitioner(Document& document, const std::string& name);
// The name, and whether they still work here.
core::Result<void> updatePractitioner(Document& document, const clinic::Practitioner& practitioner);
// Says from now on that it is `practitioner` who works; the log says that they took over.
core::Result<void> setAtWork(Document& document, core::PractitionerId practitioner);

// Nobody without a practice.
[[nodiscard]] core::PractitionerId atWork(const Document& document);
// With the name; an empty record for nobody, and where the record is damaged.
[[nodiscard]] clinic::Practitioner whoIsAtWork(const Document& document);
// Empty for nobody; "practitioner 2" where the record is damaged.
[[nodiscard]] std::string nameOf(const Document& document, core::PractitionerId practitioner);
// It has to be said who: several work here, or one does and it is not known whether there is another.
[[nodiscard]] bool hasChoiceOfWho(const Document& document);
// That, nobody was chosen yet, and something can be written that would name them.
[[nodiscard]] bool shouldAskWho(const Document& document);
// Whom the newest rows of the log name, if they still work here: likely the one who comes back. Nobody if no
// one is named.
[[nodiscard]] core::PractitionerId lastAtWork(const Document& document);

}  // namespace palpate::document
