#include "records/schema.h"

#include "core/text.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace palpate::records {

namespace {

struct Table {
    std::string_view name;
    const char* sql;
};

// docs/file-format.md describes the columns.
constexpr std::array kTables{
    Table{"vault",
          "CREATE TABLE vault (number INTEGER PRIMARY KEY CHECK (number = 1), id BLOB NOT NULL, "
          "inbox_key BLOB NOT NULL) STRICT"},
    Table{"slot",
          "CREATE TABLE slot (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, salt BLOB NOT NULL, "
          "passes INTEGER NOT NULL, kilobytes INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT"},
    Table{"inbox", "CREATE TABLE inbox (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT"},
    Table{"item",
          "CREATE TABLE item (id BLOB PRIMARY KEY, version INTEGER NOT NULL, tag BLOB NOT NULL, "
          "body INTEGER NOT NULL) STRICT, WITHOUT ROWID"},
    Table{"body", "CREATE TABLE body (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT"},
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

core::Error otherLayout(const Connection& connection) {
    return {core::tr("The tables of this practice's file are not those of its format"),
            connection.vault().string(),
            core::tr("Keep this file as it is and go on with the latest backup.")};
}

}  // namespace

core::Result<void> createSchema(Connection& connection) {
    const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                              "; PRAGMA user_version = " + std::to_string(kFormatVersion);
    if (auto marked = connection.execute(marks.c_str()); !marked) return marked;
    for (const Table& table : kTables) {
        if (auto made = connection.execute(table.sql); !made) return made;
    }
    return {};
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

}  // namespace palpate::records
