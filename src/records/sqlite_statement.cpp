#include "records/sqlite_statement.h"

#include "records/sqlite_error.h"

#include <sqlite3.h>

namespace palpate::records {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

core::Result<Statement> Statement::prepare(sqlite3* connection, const std::filesystem::path& vault,
                                           std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) return sqliteError(code, sqlite3_errmsg(connection), vault);
    return Statement(connection, vault, statement);
}

void Statement::note(int code) {
    if (m_bindFailure == SQLITE_OK) m_bindFailure = code;
}

void Statement::bind(std::int64_t number) {
    note(sqlite3_bind_int64(m_statement.get(), ++m_bound, number));
}

void Statement::bind(double number) {
    note(sqlite3_bind_double(m_statement.get(), ++m_bound, number));
}

void Statement::bind(std::string_view text) {
    // An empty view may point nowhere, which SQLite would store as NULL.
    const char* data = text.empty() ? "" : text.data();
    note(sqlite3_bind_text64(m_statement.get(), ++m_bound, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(std::span<const std::byte> bytes) {
    const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    note(sqlite3_bind_blob64(m_statement.get(), ++m_bound, data, bytes.size(), SQLITE_TRANSIENT));
}

core::Result<bool> Statement::step() {
    if (m_bindFailure != SQLITE_OK) return sqliteError(m_bindFailure, sqlite3_errmsg(m_connection), *m_vault);
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    m_metDamage = (code & 0xff) == SQLITE_CORRUPT;
    return sqliteError(sqlite3_extended_errcode(m_connection), sqlite3_errmsg(m_connection), *m_vault);
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bound = 0;
    m_bindFailure = SQLITE_OK;
    m_metDamage = false;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const {
    const unsigned char* data = sqlite3_column_text(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (data == nullptr) return {};
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

bool Statement::isBlob(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB;
}

std::span<const std::byte> Statement::blobView(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(size)};
}

std::vector<std::byte> Statement::blob(int column) const {
    const auto view = blobView(column);
    return {view.begin(), view.end()};
}

}  // namespace palpate::records
