#include "records/client_rows.h"

#include "core/text.h"
#include "records/row_checksum.h"
#include "records/row_scan.h"
#include "records/sqlite_transaction.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace palpate::records {

namespace {

constexpr const char* kSelect =
    "SELECT id, code, name, year_of_birth, figure, height_cm, weight_kg, goals, contraindications, checksum "
    "FROM client";

struct Row {
    clinic::Client client;
    bool sound = false;
};

std::int64_t checksumOf(const clinic::Client& client) {
    return rowChecksum(client.id.value, client.code, client.name, std::int64_t{client.yearOfBirth},
                       client.figure, client.heightCm, client.weightKg, client.goals,
                       client.contraindications);
}

Row rowOf(const Statement& row) {
    clinic::Client client;
    client.id = {row.integer(0)};
    client.code = row.text(1);
    client.name = row.text(2);
    client.yearOfBirth = static_cast<int>(row.integer(3));
    client.figure = row.text(4);
    client.heightCm = row.real(5);
    client.weightKg = row.real(6);
    client.goals = row.text(7);
    client.contraindications = row.text(8);
    const bool sound = row.integer(9) == checksumOf(client);
    return {std::move(client), sound};
}

std::string nameOf(core::ClientId id) {
    return core::trf("client record {0}", {std::to_string(id.value)});
}

core::Result<clinic::Client> onlyRow(Connection& connection, Damage& damage, core::Result<Statement> rows,
                                     const std::string& missing) {
    if (!rows) return rows.error();
    const auto found = rows->step();
    if (!found) return found.error();
    if (!*found) return core::Error{missing, connection.vault().string(), core::tr("Check the code.")};
    Row row = rowOf(*rows);
    if (row.sound) return std::move(row.client);
    damage.note(nameOf(row.client.id), connection.vault().string());
    return damagedRecord(nameOf(row.client.id), connection.vault().string());
}

// `except` may have the code already.
core::Result<void> checkCodeIsFree(Connection& connection, const std::string& code, core::ClientId except) {
    auto rows = connection.query("SELECT 1 FROM client WHERE code = ? AND id <> ?", code, except.value);
    if (!rows) return rows.error();
    const auto found = rows->step();
    if (!found) return found.error();
    if (!*found) return {};
    return core::Error{core::trf("There is a client with the code {0} already", {code}),
                       connection.vault().string(), core::tr("Choose another code."),
                       core::Error::Kind::Usage};
}

core::Result<void> writeFields(Connection& connection, const clinic::Client& client) {
    return connection.run(
        "UPDATE client SET code = ?, name = ?, year_of_birth = ?, figure = ?, height_cm = ?, weight_kg = ?, "
        "goals = ?, "
        "contraindications = ?, checksum = ? WHERE id = ?",
        client.code, client.name, client.yearOfBirth, client.figure, client.heightCm, client.weightKg,
        client.goals, client.contraindications, checksumOf(client), client.id.value);
}

}  // namespace

core::Result<std::vector<clinic::Client>> readClients(Connection& connection, Damage& damage) {
    std::vector<clinic::Client> clients;
    const auto read = [&](const Statement& statement) {
        Row row = rowOf(statement);
        if (row.sound) {
            clients.push_back(std::move(row.client));
        } else {
            damage.note(nameOf(row.client.id), connection.vault().string());
        }
    };
    if (auto scanned = scanRows(connection, kSelect, core::tr("a part of the list of clients"), damage, read);
        !scanned)
        return scanned.error();
    std::sort(clients.begin(), clients.end(),
              [](const clinic::Client& a, const clinic::Client& b) { return a.code < b.code; });
    return clients;
}

core::Result<clinic::Client> readClient(Connection& connection, Damage& damage, core::ClientId id) {
    return onlyRow(connection, damage, connection.query(std::string(kSelect) + " WHERE id = ?", id.value),
                   core::trf("There is no client with the number {0}", {std::to_string(id.value)}));
}

core::Result<clinic::Client> readClientByCode(Connection& connection, Damage& damage,
                                              const std::string& code) {
    return onlyRow(connection, damage, connection.query(std::string(kSelect) + " WHERE code = ?", code),
                   core::trf("There is no client with the code {0}", {code}));
}

core::Result<clinic::Client> addClient(Connection& connection, clinic::Client client) {
    if (auto valid = clinic::validate(client); !valid) return valid.error();
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    if (auto unused = checkCodeIsFree(connection, client.code, {}); !unused) return unused.error();
    auto added = connection.run(
        "INSERT INTO client (code, name, year_of_birth, figure, height_cm, weight_kg, goals, "
        "contraindications, checksum) "
        "VALUES (?, '', 0, '', 0, 0, '', '', 0)",
        client.code);
    if (!added) return added.error();
    client.id = {connection.lastInserted()};
    if (auto written = writeFields(connection, client); !written) return written.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return client;
}

core::Result<void> updateClient(Connection& connection, Damage& damage, const clinic::Client& client) {
    if (auto valid = clinic::validate(client); !valid) return valid;
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    if (auto there = readClient(connection, damage, client.id); !there) return there.error();
    if (auto unused = checkCodeIsFree(connection, client.code, client.id); !unused) return unused;
    if (auto written = writeFields(connection, client); !written) return written;
    return transaction->commit();
}

}  // namespace palpate::records
