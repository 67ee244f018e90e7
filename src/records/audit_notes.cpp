#include "records/audit_notes.h"

#include "core/text.h"

namespace palpate::records {

std::string auditSubject(const Practice& practice, core::ClientId client) {
    const auto read = practice.client(client);
    return read ? core::trf("client {0}", {read->code})
                : core::trf("client record {0}", {std::to_string(client.value)});
}

std::string auditSubject(const Practice& practice, core::VisitId visit) {
    const std::string number = std::to_string(visit.value);
    const auto read = practice.visit(visit);
    return read ? core::trf("visit {0} of {1}", {number, auditSubject(practice, read->client)})
                : core::trf("visit record {0}", {number});
}

void noteViewed(Practice& practice, const std::string& subject) {
    (void)practice.audit(AuditKind::Viewed, subject);
}

core::Result<void> noteExported(Practice& practice, const std::string& subject,
                                const std::filesystem::path& file) {
    return practice.audit(AuditKind::Exported, core::trf("{0} as {1}", {subject, file.filename().string()}));
}

core::Result<void> notePrinted(Practice& practice, const std::string& subject) {
    return practice.audit(AuditKind::Printed, subject);
}

void noteKeyKept(Practice& practice, AuditKind how) {
    (void)practice.audit(how, core::tr("recovery key"));
}

}  // namespace palpate::records
