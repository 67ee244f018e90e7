#include "core/text.h"
#include "records/audit_items.h"
#include "records/item_names.h"
#include "records/visit_items.h"

#include <algorithm>
#include <utility>

namespace palpate::records {

namespace {

std::string nameOf(core::VisitId visit, const std::string& name) {
    return core::trf("{0} of visit record {1}", {name, std::to_string(visit.value)});
}

// By looking for those that this version knows.
core::Result<std::vector<std::string>> searchForNames(OpenVault& vault, core::VisitId visit) {
    std::vector<std::string> found;
    for (const char* name : names::kKnownRecords) {
        const auto there = vault.store.exists(names::visitRecord(visit, name));
        if (!there) return there.error();
        if (*there) found.emplace_back(name);
    }
    return found;
}

core::Result<void> keepName(OpenVault& vault, core::VisitId visit, Key key, const std::string& name) {
    auto known = recordNames(vault, visit, key);
    if (!known) return known.error();
    if (std::find(known->begin(), known->end(), name) == known->end()) known->push_back(name);
    return keepRecordNames(vault, visit, key, std::move(*known));
}

}  // namespace

core::Result<void> keepRecordNames(OpenVault& vault, core::VisitId visit, Key key,
                                   std::vector<std::string> known) {
    Payload before;
    const auto found = vault.store.read(names::recordNames(visit), key, ItemKind::RecordNames, before);
    if (!found) return found.error();
    if (*found == Found::Yes && before.fields.texts("names") == known) return {};
    Payload payload{ItemKind::RecordNames, {}, {}};
    payload.fields.set("names", std::move(known));
    return vault.store.write(names::recordNames(visit), key, payload);
}

core::Result<std::vector<std::string>> recordNames(OpenVault& vault, core::VisitId visit) {
    const auto key = keyOfVisit(vault, visit);
    if (!key) return key.error();
    return recordNames(vault, visit, *key);
}

core::Result<std::vector<std::string>> recordNames(OpenVault& vault, core::VisitId visit, Key key) {
    Payload payload;
    const auto found = vault.store.read(names::recordNames(visit), key, ItemKind::RecordNames, payload);
    if (!found) return found.error();
    if (*found == Found::Yes) return payload.fields.texts("names");
    auto known = searchForNames(vault, visit);
    if (!known) return known;
    if (*found == Found::Damaged || !known->empty()) {
        vault.damage.note(core::trf("the list of records of visit record {0}", {std::to_string(visit.value)}),
                          vault.place());
    }
    return known;
}

core::Result<Bytes> readVisitRecord(OpenVault& vault, core::VisitId visit, const std::string& name) {
    const auto key = keyOfVisit(vault, visit);
    if (!key) return key.error();
    Payload payload;
    const auto found =
        vault.store.read(names::visitRecord(visit, name), *key, ItemKind::VisitRecord, payload);
    if (!found) return found.error();
    if (*found == Found::Damaged) return vault.damaged(nameOf(visit, name));
    return std::move(payload.binary);
}

core::Result<void> saveVisitRecord(OpenVault& vault, core::VisitId visit, const std::string& name,
                                   ByteView bytes) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto before = readVisitRecord(vault, visit, name);
    if (!before) return before.error();
    const auto key = keyOfVisit(vault, visit);
    if (!key) return key.error();
    // First: with the record there, a list that was never made would look lost.
    if (auto kept = keepName(vault, visit, *key, name); !kept) return kept;
    const Payload payload{ItemKind::VisitRecord, {}, {bytes.begin(), bytes.end()}};
    if (auto kept = vault.store.write(names::visitRecord(visit, name), *key, payload); !kept) return kept;
    const AuditKind kind = before->empty() ? AuditKind::Added : AuditKind::Changed;
    const std::string subject = core::trf("{0} of {1}", {name, subjectOf(vault, visit)});
    if (auto noted = addAuditRow(vault, kind, subject); !noted) return noted;
    return change->commit();
}

}  // namespace palpate::records
