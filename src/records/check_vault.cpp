#include "core/plural.h"
#include "core/text.h"
#include "records/audit_items.h"
#include "records/item_walk.h"
#include "records/vault_care.h"

#include <string>

namespace palpate::records {

namespace {

using core::tr;
using core::trn;

void count(CheckReport& report, ItemKind kind) {
    ++report.items;
    if (kind == ItemKind::Client) ++report.clients;
    if (kind == ItemKind::Visit) ++report.visits;
    if (kind == ItemKind::Map) ++report.maps;
    if (kind == ItemKind::Step) ++report.strokes;
    if (kind == ItemKind::AuditRow) ++report.auditRows;
    if (kind == ItemKind::Practitioner) ++report.practitioners;
}

// Of the database itself: pages, trees, indexes.
core::Result<void> checkPages(OpenVault& vault) {
    auto row = vault.store.connection().query("PRAGMA quick_check(1)");
    if (!row) return row.error();
    const auto found = row->step();
    const bool sound = found && *found && row->text(0) == "ok";
    if (!sound) vault.damage.note(tr("the pages of the file"), vault.place());
    return {};
}

core::Result<void> openEach(OpenVault& vault, CheckReport& report, const Progress& progress) {
    const auto open = [&](const NamedItem& item) -> core::Result<void> {
        count(report, item.kind);
        const auto key = keyOf(vault, item);
        if (!key) return key.error();
        Payload payload;
        const auto found = key->has_value() ? vault.store.read(item.name, **key, item.kind, payload)
                                            : core::Result<Found>(Found::Damaged);
        if (!found) return found.error();
        if (*found != Found::Yes) vault.damage.note(item.shownAs, vault.place());
        return {};
    };
    return walkItems(vault, open, progress);
}

// What the vault says of itself against what is there; a part of it was compared when it was opened.
core::Result<void> compareSums(OpenVault& vault, const CheckReport& report) {
    const auto summed = vault.store.sumItems();
    if (!summed) return summed.error();
    if (!summed->whole || summed->items != vault.store.head().items) {
        vault.damage.note({tr("Records were removed, put back or exchanged from outside"), vault.place(),
                           tr("Compare the practice with the latest backup before you rely on it.")});
    }
    const auto unnamed = summed->count - static_cast<std::int64_t>(report.items);
    if (unnamed > 0) {
        vault.damage.note(
            {trn("There is {0} record that nothing leads to", "There are {0} records that nothing leads to",
                 static_cast<std::size_t>(unnamed)),
             vault.place(), tr("They do no harm; what led to them is damaged or was taken away.")});
    }
    const auto missing = vault.store.head().auditRows - static_cast<std::int64_t>(report.auditRows);
    if (missing > 0) {
        vault.damage.note({trn("{0} row of the log is missing", "{0} rows of the log are missing",
                               static_cast<std::size_t>(missing)),
                           vault.place(), tr("Compare the log with that of the latest backup.")});
    }
    return {};
}

}  // namespace

core::Result<CheckReport> checkVault(OpenVault& vault, const Progress& progress) {
    CheckReport report;
    if (auto checked = checkPages(vault); !checked) return checked.error();
    if (auto opened = openEach(vault, report, progress); !opened) return opened.error();
    if (auto compared = compareSums(vault, report); !compared) return compared.error();
    if (const auto chained = checkAuditChain(vault); !chained) return chained.error();
    report.problems = vault.damage.all();
    return report;
}

std::string countsOf(const CheckReport& report) {
    const std::string people =
        report.practitioners == 0 ? std::string()
                                  : trn("{0} practitioner", "{0} practitioners", report.practitioners) + ", ";
    return people + trn("{0} client", "{0} clients", report.clients) + ", " +
           trn("{0} visit", "{0} visits", report.visits) + ", " + trn("{0} map", "{0} maps", report.maps) +
           ", " + trn("{0} stroke", "{0} strokes", report.strokes) + ", " +
           trn("{0} row of the log", "{0} rows of the log", report.auditRows);
}

core::Result<CheckReport> checkPractice(Practice& practice, const Progress& progress) {
    const auto found = sealed(practice);
    if (!found) return found.error();
    return checkVault((*found)->vault(), progress);
}

}  // namespace palpate::records
