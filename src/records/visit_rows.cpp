#include "records/visit_rows.h"

#include "core/text.h"
#include "records/client_rows.h"
#include "records/row_checksum.h"
#include "records/row_scan.h"
#include "records/sqlite_transaction.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace palpate::records {

namespace {

constexpr const char* kSelect = "SELECT id, client, number, utc_ms, offset_min, note, checksum FROM visit";

struct Row {
    clinic::Visit visit;
    bool sound = false;
};

std::int64_t checksumOf(const clinic::Visit& visit) {
    return rowChecksum(visit.id.value, visit.client.value, std::int64_t{visit.number},
                       visit.at.utcMilliseconds, std::int64_t{visit.at.offsetMinutes}, visit.note);
}

Row rowOf(const Statement& row) {
    clinic::Visit visit;
    visit.id = {row.integer(0)};
    visit.client = {row.integer(1)};
    visit.number = static_cast<int>(row.integer(2));
    visit.at = {row.integer(3), static_cast<std::int16_t>(row.integer(4))};
    visit.note = row.text(5);
    const bool sound = row.integer(6) == checksumOf(visit);
    return {std::move(visit), sound};
}

std::string nameOf(core::VisitId id) {
    return core::trf("visit record {0}", {std::to_string(id.value)});
}

core::Result<void> validate(core::Timestamp at) {
    constexpr int kFarthestOffset = 14 * 60;
    if (at.offsetMinutes >= -kFarthestOffset && at.offsetMinutes <= kFarthestOffset) return {};
    return core::Error{
        core::trf("A clock cannot be {0} minutes away from UTC", {std::to_string(at.offsetMinutes)}), "",
        core::tr("Check the time zone of this computer."), core::Error::Kind::Usage};
}

core::Result<std::int64_t> nextNumber(Connection& connection, core::ClientId client) {
    auto row =
        connection.query("SELECT coalesce(max(number), 0) + 1 FROM visit WHERE client = ?", client.value);
    if (!row) return row.error();
    if (auto found = row->step(); !found) return found.error();
    return row->integer(0);
}

core::Result<void> writeFields(Connection& connection, const clinic::Visit& visit) {
    return connection.run("UPDATE visit SET utc_ms = ?, offset_min = ?, note = ?, checksum = ? WHERE id = ?",
                          visit.at.utcMilliseconds, std::int64_t{visit.at.offsetMinutes}, visit.note,
                          checksumOf(visit), visit.id.value);
}

}  // namespace

core::Result<std::vector<clinic::Visit>> readVisits(Connection& connection, Damage& damage,
                                                    core::ClientId client) {
    if (client) {
        if (auto there = readClient(connection, damage, client); !there) return there.error();
    }
    std::vector<clinic::Visit> visits;
    const auto read = [&](const Statement& statement) {
        Row row = rowOf(statement);
        if (row.sound) {
            visits.push_back(std::move(row.visit));
        } else {
            damage.note(nameOf(row.visit.id), connection.vault().string());
        }
    };
    // Read from the table itself, which still works if an index is damaged.
    auto scanned = scanRows(connection, std::string(kSelect) + " WHERE (?1 = 0 OR client = ?1)",
                            core::tr("a part of the list of visits"), damage, read, client.value);
    if (!scanned) return scanned.error();
    std::sort(visits.begin(), visits.end(),
              [](const clinic::Visit& a, const clinic::Visit& b) { return a.id < b.id; });
    return visits;
}

core::Result<clinic::Visit> readVisit(Connection& connection, Damage& damage, core::VisitId id) {
    auto rows = connection.query(std::string(kSelect) + " WHERE id = ?", id.value);
    if (!rows) return rows.error();
    const auto found = rows->step();
    if (!found) return found.error();
    if (!*found) {
        return core::Error{core::trf("There is no visit with the number {0}", {std::to_string(id.value)}),
                           connection.vault().string(), core::tr("Check the number in the list of visits.")};
    }
    Row row = rowOf(*rows);
    if (row.sound) return std::move(row.visit);
    damage.note(nameOf(id), connection.vault().string());
    return damagedRecord(nameOf(id), connection.vault().string());
}

core::Result<clinic::Visit> addVisit(Connection& connection, Damage& damage, core::ClientId client,
                                     core::Timestamp at) {
    if (auto valid = validate(at); !valid) return valid.error();
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    if (auto there = readClient(connection, damage, client); !there) return there.error();
    const auto number = nextNumber(connection, client);
    if (!number) return number.error();
    auto added = connection.run(
        "INSERT INTO visit (client, number, utc_ms, offset_min, note, checksum) VALUES (?, ?, 0, 0, '', 0)",
        client.value, *number);
    if (!added) return added.error();
    const clinic::Visit visit{{connection.lastInserted()}, client, static_cast<int>(*number), at, {}};
    if (auto written = writeFields(connection, visit); !written) return written.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return visit;
}

core::Result<void> updateVisit(Connection& connection, Damage& damage, const clinic::Visit& visit) {
    if (auto valid = validate(visit.at); !valid) return valid;
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    auto changed = readVisit(connection, damage, visit.id);
    if (!changed) return changed.error();
    if (changed->client != visit.client || changed->number != visit.number) {
        return core::Error{core::tr("A visit cannot be moved to another client or given another number"),
                           nameOf(visit.id), core::tr("Make a new visit instead."), core::Error::Kind::Usage};
    }
    changed->at = visit.at;
    changed->note = visit.note;
    if (auto written = writeFields(connection, *changed); !written) return written;
    return transaction->commit();
}

}  // namespace palpate::records
