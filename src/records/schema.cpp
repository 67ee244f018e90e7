#include "records/schema.h"

#include "core/text.h"
#include "records/row_checksum.h"
#include "records/sqlite_error.h"
#include "records/sqlite_transaction.h"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace palpate::records {

namespace {

struct Table {
    std::string_view name;
    const char* sql;
};

// docs/file-format.md describes the columns. AUTOINCREMENT: an id is never given twice, and ids are in the
// order in which records were made.
constexpr std::array kTables{
    Table{"practice",
          "CREATE TABLE practice (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, "
          "is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)), checksum INTEGER NOT NULL) STRICT"},
    Table{"client",
          "CREATE TABLE client (id INTEGER PRIMARY KEY AUTOINCREMENT, "
          "code TEXT NOT NULL UNIQUE CHECK (code <> ''), name TEXT NOT NULL, "
          "year_of_birth INTEGER NOT NULL, figure TEXT NOT NULL, height_cm REAL NOT NULL, "
          "weight_kg REAL NOT NULL, goals TEXT NOT NULL, contraindications TEXT NOT NULL, "
          "checksum INTEGER NOT NULL) STRICT"},
    Table{"visit",
          "CREATE TABLE visit (id INTEGER PRIMARY KEY AUTOINCREMENT, "
          "client INTEGER NOT NULL REFERENCES client(id), number INTEGER NOT NULL CHECK (number > 0), "
          "utc_ms INTEGER NOT NULL, offset_min INTEGER NOT NULL, note TEXT NOT NULL, "
          "checksum INTEGER NOT NULL, UNIQUE (client, number)) STRICT"},
    Table{"map",
          "CREATE TABLE map (id INTEGER PRIMARY KEY AUTOINCREMENT, "
          "visit INTEGER NOT NULL REFERENCES visit(id), "
          "author TEXT NOT NULL CHECK (author IN ('client', 'therapist')), "
          "moment TEXT NOT NULL CHECK (moment IN ('before', 'after')), "
          "completed INTEGER NOT NULL CHECK (completed IN (0, 1)), utc_ms INTEGER NOT NULL, "
          "offset_min INTEGER NOT NULL, checksum INTEGER NOT NULL, UNIQUE (visit, author, moment)) STRICT"},
    Table{"journal",
          "CREATE TABLE journal (map INTEGER NOT NULL REFERENCES map(id), "
          "number INTEGER NOT NULL CHECK (number > 0), "
          "kind TEXT NOT NULL CHECK (kind IN ('stroke', 'undo', 'redo')), bytes BLOB NOT NULL, "
          "checksum INTEGER NOT NULL, PRIMARY KEY (map, number)) STRICT"},
    Table{"snapshot",
          "CREATE TABLE snapshot (map INTEGER PRIMARY KEY REFERENCES map(id), "
          "entries INTEGER NOT NULL CHECK (entries >= 0), bytes BLOB NOT NULL, "
          "checksum INTEGER NOT NULL) STRICT"},
};

// Tables, views and triggers that someone made; SQLite's own indexes and its counter table are not listed.
constexpr std::string_view kListOwn =
    "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

bool isOurs(std::string_view name, std::string_view sql) {
    for (const Table& table : kTables) {
        if (name == table.name) return sql == table.sql;
    }
    return false;
}

std::int64_t checksumOf(const std::string& name, bool isDemo) {
    return rowChecksum(name, std::int64_t{isDemo ? 1 : 0});
}

core::Error otherLayout(const Connection& connection) {
    return {core::tr("This vault was laid out by another preliminary version of Palpate, which this version "
                     "cannot read"),
            connection.vault().string(), core::tr("Open it with the version that made it.")};
}

}  // namespace

core::Result<void> createSchema(Connection& connection, const std::string& name, bool isDemo) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) return transaction.error();
    const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                              "; PRAGMA user_version = " + std::to_string(kFormatVersion);
    if (auto marked = connection.execute(marks.c_str()); !marked) return marked;
    for (const Table& table : kTables) {
        if (auto made = connection.execute(table.sql); !made) return made;
    }
    auto added = connection.run("INSERT INTO practice (id, name, is_demo, checksum) VALUES (1, ?, ?, ?)",
                                name, isDemo ? 1 : 0, checksumOf(name, isDemo));
    if (!added) return added;
    return transaction->commit();
}

core::Result<void> checkSchema(Connection& connection) {
    auto rows = connection.query(kListOwn);
    if (!rows) return rows.error();
    std::size_t found = 0;
    for (;;) {
        const auto more = rows->step();
        if (!more) return more.error();
        if (!*more) break;
        if (!isOurs(rows->text(0), rows->text(1))) return otherLayout(connection);
        ++found;
    }
    if (found != kTables.size()) return otherLayout(connection);
    return {};
}

core::Result<PracticeInfo> readInfo(Connection& connection, Damage& damage) {
    auto row = connection.query("SELECT name, is_demo, checksum FROM practice WHERE id = 1");
    if (!row) return row.error();
    const auto found = row->step();
    if (!found) return found.error();
    if (!*found) return sqliteError(SQLITE_CORRUPT, "", connection.vault());
    const PracticeInfo info{row->text(0), row->integer(1) != 0, static_cast<int>(kFormatVersion)};
    if (row->integer(2) != checksumOf(info.name, info.isDemo)) {
        damage.note(core::tr("the name of the practice"), connection.vault().string());
    }
    return info;
}

}  // namespace palpate::records
