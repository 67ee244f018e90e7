#include "document/practitioners.h"

#include "core/text.h"
#include "document/edit.h"

#include <algorithm>

namespace palpate::document {

namespace {

using clinic::Practitioner;

bool worksHere(const Document& document, core::PractitionerId id) {
    const auto& all = document.practiceState.practitioners;
    return std::any_of(all.begin(), all.end(),
                       [id](const Practitioner& one) { return one.id == id && !one.retired; });
}

core::Result<void> readAfter(Document& document, const core::Result<void>& changed) {
    if (!changed) return changed;
    readPractitioners(document);
    document.saved = core::now();
    return {};
}

}  // namespace

void readPractitioners(Document& document) {
    auto all = document.practice->practitioners();
    if (!all) return notify(document, Notice::Kind::Error, "practitioners", all.error().message());
    document.practiceState.practitioners = std::move(*all);
    ++document.version;
}

core::Result<void> addPractitioner(Document& document, const std::string& name) {
    const auto added = document.practice->addPractitioner(name);
    return readAfter(document, added ? core::Result<void>() : added.error());
}

core::Result<void> updatePractitioner(Document& document, const Practitioner& practitioner) {
    return readAfter(document, document.practice->updatePractitioner(practitioner));
}

core::Result<void> setAtWork(Document& document, core::PractitionerId practitioner) {
    if (atWork(document) == practitioner) return {};
    if (auto set = document.practice->setAtWork(practitioner); !set) return set;
    ++document.version;
    // Only the log misses it if that cannot be written.
    (void)document.practice->audit(records::AuditKind::Changed, core::tr("who is at work"));
    return {};
}

core::PractitionerId atWork(const Document& document) {
    return document.practice == nullptr ? core::PractitionerId{} : document.practice->atWork();
}

Practitioner whoIsAtWork(const Document& document) {
    for (const Practitioner& person : document.practiceState.practitioners)
        if (person.id == atWork(document) && person.id) return person;
    return {};
}

std::string nameOf(const Document& document, core::PractitionerId practitioner) {
    return clinic::nameOf(document.practiceState.practitioners, practitioner);
}

bool hasChoiceOfWho(const Document& document) {
    const auto& all = document.practiceState.practitioners;
    const auto here =
        std::count_if(all.begin(), all.end(), [](const Practitioner& one) { return !one.retired; });
    // Of a single one it has to be said where a damaged record leaves open whether there is another.
    return here > 1 || (here == 1 && !atWork(document));
}

bool shouldAskWho(const Document& document) {
    return document.practice != nullptr && document.practice->info().readOnly.empty() &&
           hasChoiceOfWho(document) && !atWork(document);
}

core::PractitionerId lastAtWork(const Document& document) {
    constexpr std::int64_t kRows = 100;  // of a day without names, at most
    const auto total = document.practice->auditRows();
    if (!total) return {};
    const auto rows = document.practice->auditLog(std::max<std::int64_t>(1, *total - kRows + 1), kRows);
    if (!rows) return {};
    const auto named = std::find_if(rows->rbegin(), rows->rend(), [&](const records::AuditRow& row) {
        return row.practitioner && worksHere(document, row.practitioner);
    });
    return named == rows->rend() ? core::PractitionerId{} : named->practitioner;
}

}  // namespace palpate::document
