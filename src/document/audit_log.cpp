#include "document/practice_care.h"

#include "core/text.h"
#include "document/practitioners.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

using core::tr;
using records::AuditKind;

std::string auditWords(AuditKind kind) {
    switch (kind) {
        case AuditKind::Created:
            return tr("Practice created");
        case AuditKind::Opened:
            return tr("Practice opened");
        case AuditKind::Locked:
            return tr("Locked");
        case AuditKind::Unlocked:
            return tr("Unlocked");
        case AuditKind::FailedUnlock:
            return tr("Wrong passphrase or key");
        case AuditKind::Viewed:
            return tr("Looked at");
        case AuditKind::Added:
            return tr("Added");
        case AuditKind::Changed:
            return tr("Changed");
        case AuditKind::Exported:
            return tr("Exported");
        case AuditKind::Printed:
            return tr("Printed");
        case AuditKind::Erased:
            return tr("Erased");
        case AuditKind::BackedUp:
            return tr("Backed up");
        case AuditKind::Restored:
            return tr("Restored from a backup");
        case AuditKind::PassphraseChanged:
            return tr("Passphrase changed");
        case AuditKind::RecoveryKeyRenewed:
            return tr("New recovery key made");
        case AuditKind::KeysRotated:
            return tr("All keys rotated");
        case AuditKind::Salvaged:
            return tr("Rescued from a damaged file");
    }
    return tr("Something that this version does not know");
}

core::Result<AuditPage> auditPage(const Document& document, std::int64_t before, std::size_t most, int kind) {
    constexpr std::int64_t kChunk = 200;
    const auto total = document.practice->auditRows();
    if (!total) return total.error();
    AuditPage page;
    page.total = *total;
    std::int64_t end = before == 0 ? *total : std::min(before - 1, *total);  // the newest that may be shown
    while (end > 0 && page.lines.size() < most) {
        const std::int64_t first = std::max<std::int64_t>(1, end - kChunk + 1);
        auto rows = document.practice->auditLog(first, static_cast<std::size_t>(end - first + 1));
        if (!rows) return rows.error();
        for (auto row = rows->rbegin(); row != rows->rend(); ++row) {
            if (kind != kEveryAuditKind && static_cast<int>(row->kind) != kind) continue;
            if (page.lines.size() == most) break;
            page.lines.push_back({row->number, row->at, auditWords(row->kind), std::move(row->subject),
                                  nameOf(document, row->practitioner)});
        }
        end = first - 1;
    }
    const bool full = page.lines.size() == most;
    page.next = full && page.lines.back().number > 1 ? page.lines.back().number : 0;
    return page;
}

}  // namespace palpate::document
