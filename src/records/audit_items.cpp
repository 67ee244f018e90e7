#include "records/audit_items.h"

#include "core/text.h"
#include "records/item_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::records {

namespace {

// The words in the file, in the order of the enumeration.
constexpr std::array<std::string_view, 17> kEventKinds{
    "created",      "opened",    "locked",   "unlocked",           "failed_unlock",
    "viewed",       "added",     "changed",  "exported",           "printed",
    "erased",       "backed_up", "restored", "passphrase_changed", "recovery_key_renewed",
    "keys_rotated", "salvaged"};
static_assert(kEventKinds.size() == static_cast<std::size_t>(AuditKind::Salvaged) + 1);

struct Row {
    AuditRow row;
    Hash before{};
};

// Empty: damaged or missing, and noted.
core::Result<std::optional<Row>> readRow(OpenVault& vault, std::int64_t number) {
    Payload payload;
    const auto found =
        vault.store.read(names::auditRow(number), vault.store.keys().practice(), ItemKind::AuditRow, payload);
    if (!found) return found.error();
    if (*found == Found::Yes) {
        Fields& fields = payload.fields;
        const auto kind = auditKindFromId(fields.text("kind"));
        Row read;
        read.row = {fields.number("number"),
                    {fields.number("utc_ms"), static_cast<std::int16_t>(fields.number("offset_min"))},
                    kind.value_or(AuditKind::Opened),
                    fields.text("subject"),
                    {fields.numberIfAny("practitioner")}};
        const Bytes before = fields.bytes("before");
        if (fields.fit() && kind && read.row.number == number && before.size() == read.before.size()) {
            std::copy(before.begin(), before.end(), read.before.begin());
            return std::optional<Row>(std::move(read));
        }
    }
    (void)vault.damaged(core::trf("row {0} of the log", {std::to_string(number)}));
    return std::optional<Row>();
}

core::Result<void> writeRow(OpenVault& vault, const AuditRow& row, const Hash& before) {
    Payload payload{ItemKind::AuditRow, {}, {}};
    payload.fields.set("number", row.number);
    payload.fields.set("utc_ms", row.at.utcMilliseconds);
    payload.fields.set("offset_min", std::int64_t{row.at.offsetMinutes});
    payload.fields.set("kind", std::string(auditKindId(row.kind)));
    payload.fields.set("subject", row.subject);
    payload.fields.set("before", Bytes(before.begin(), before.end()));
    if (row.practitioner) payload.fields.set("practitioner", row.practitioner.value);
    return vault.store.write(names::auditRow(row.number), vault.store.keys().practice(), payload);
}

}  // namespace

std::string_view auditKindId(AuditKind kind) {
    return kEventKinds[static_cast<std::size_t>(kind)];
}

std::optional<AuditKind> auditKindFromId(std::string_view id) {
    const auto* found = std::find(kEventKinds.begin(), kEventKinds.end(), id);
    if (found == kEventKinds.end()) return std::nullopt;
    return static_cast<AuditKind>(found - kEventKinds.begin());
}

Hash auditHash(const AuditRow& row, const Hash& before) {
    ByteWriter writer;
    writer.add(ByteView(before)).u64(static_cast<std::uint64_t>(row.number));
    writer.u64(static_cast<std::uint64_t>(row.at.utcMilliseconds));
    writer.u16(static_cast<std::uint16_t>(row.at.offsetMinutes));
    writer.add(auditKindId(row.kind));
    // Rows that name nobody hash as those did that were written before anybody could be named.
    if (row.practitioner) {
        writer.u8(1).u64(static_cast<std::uint64_t>(row.practitioner.value));
    } else {
        writer.u8(0);
    }
    writer.add(row.subject);
    return hashOf(writer.bytes());
}

namespace {

core::Result<void> addRow(OpenVault& vault, AuditRow row) {
    if (!vault.audits) return {};
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    row.number = vault.store.head().auditRows + 1;
    const Hash before = vault.store.head().auditChain;
    if (auto kept = writeRow(vault, row, before); !kept) return kept;
    vault.store.changeHead().auditRows = row.number;
    vault.store.changeHead().auditChain = auditHash(row, before);
    return change->commit();
}

}  // namespace

core::Result<void> addAuditRow(OpenVault& vault, AuditKind kind, const std::string& subject) {
    return addRow(vault, {0, vault.clock(), kind, subject, vault.atWork});
}

core::Result<void> addAuditRowOfNobody(OpenVault& vault, AuditKind kind, const std::string& subject,
                                       core::Timestamp at) {
    return addRow(vault, {0, at, kind, subject, {}});
}

core::Result<void> mendAuditLog(OpenVault& vault) {
    Hash chain{};
    core::Timestamp last = vault.clock();
    for (std::int64_t number = 1; number <= vault.store.head().auditRows; ++number) {
        auto read = readRow(vault, number);
        if (!read) return read.error();
        const bool fits = read->has_value() && (*read)->before == chain;
        const AuditRow row =
            read->has_value() ? std::move((*read)->row)
                              : AuditRow{number, last, AuditKind::Salvaged,
                                         core::trf("row {0} of the log was lost", {std::to_string(number)})};
        if (!fits) {
            if (auto kept = writeRow(vault, row, chain); !kept) return kept;
        }
        chain = auditHash(row, chain);
        last = row.at;
    }
    vault.store.changeHead().auditChain = chain;
    return {};
}

core::Result<std::vector<AuditRow>> readAuditRows(OpenVault& vault, std::int64_t first, std::size_t count) {
    std::vector<AuditRow> rows;
    const std::int64_t last = vault.store.head().auditRows;
    for (std::int64_t number = std::max<std::int64_t>(first, 1); number <= last && count > 0;
         ++number, --count) {
        auto row = readRow(vault, number);
        if (!row) return row.error();
        if (row->has_value()) rows.push_back(std::move((*row)->row));
    }
    return rows;
}

core::Result<Hash> lastAuditHash(OpenVault& vault) {
    const std::int64_t last = vault.store.head().auditRows;
    if (last == 0) return Hash{};
    const auto row = readRow(vault, last);
    if (!row) return row.error();
    return row->has_value() ? auditHash((*row)->row, (*row)->before) : Hash{};
}

core::Result<bool> checkAuditChain(OpenVault& vault) {
    Hash chain{};
    bool sound = true;
    for (std::int64_t number = 1; number <= vault.store.head().auditRows; ++number) {
        const auto row = readRow(vault, number);
        if (!row) return row.error();
        if (!row->has_value() || (*row)->before != chain) sound = false;
        if (row->has_value()) chain = auditHash((*row)->row, (*row)->before);
    }
    if (sound && chain == vault.store.head().auditChain) return true;
    (void)vault.damaged(core::tr("the chain of the log"));
    return false;
}

}  // namespace palpate::records
