#include "records/meddling.h"

#include "records/vault.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

namespace palpate::test {

namespace {

using Handle = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;
using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

Handle openFile(const std::filesystem::path& vault) {
    sqlite3* handle = nullptr;
    if (sqlite3_open(vault.c_str(), &handle) != SQLITE_OK)
        throw std::runtime_error("cannot open " + vault.string());
    return {handle, sqlite3_close};
}

Statement prepare(const Handle& handle, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle.get()));
    return {statement, sqlite3_finalize};
}

std::vector<std::byte> blob(const Statement& row, int column) {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(row.get(), column));
    return {data, data + sqlite3_column_bytes(row.get(), column)};
}

records::VaultKeys keysOf(const std::filesystem::path& vault) {
    const auto key = records::unlockDemo(vault);
    if (!key) throw std::runtime_error(key.error().message());
    return records::VaultKeys(*key);
}

}  // namespace

Meddler::Meddler(std::filesystem::path vault) : m_vault(std::move(vault)), m_keys(keysOf(m_vault)) {}

void Meddler::run(const std::string& sql) const {
    const Handle handle = openFile(m_vault);
    const std::string all = "PRAGMA ignore_check_constraints = ON; " + sql;
    if (sqlite3_exec(handle.get(), all.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle.get()));
}

std::string sqlBlob(std::span<const std::byte> bytes) {
    std::string text = "x'";
    for (const std::byte byte : bytes) {
        constexpr const char* kDigits = "0123456789abcdef";
        text +=
            {kDigits[std::to_integer<unsigned>(byte) >> 4U], kDigits[std::to_integer<unsigned>(byte) & 15U]};
    }
    return text + "'";
}

std::string Meddler::idOf(const std::string& item) const {
    return sqlBlob(m_keys.idOf(item));
}

std::string Meddler::bytesOfId(const std::string& item) const {
    const records::ItemId id = m_keys.idOf(item);
    return {reinterpret_cast<const char*>(id.data()), id.size()};
}

bool Meddler::has(const std::string& item) const {
    const Handle handle = openFile(m_vault);
    const Statement row = prepare(handle, "SELECT 1 FROM item WHERE id = " + idOf(item));
    return sqlite3_step(row.get()) == SQLITE_ROW;
}

Meddler::Row Meddler::take(const std::string& item) const {
    const Handle handle = openFile(m_vault);
    const Statement row = prepare(
        handle, "SELECT version, tag, bytes FROM item JOIN body ON number = body WHERE id = " + idOf(item));
    if (sqlite3_step(row.get()) != SQLITE_ROW) throw std::runtime_error("no item " + item);
    return {sqlite3_column_int64(row.get(), 0), blob(row, 1), blob(row, 2)};
}

void Meddler::put(const std::string& item, const Row& content) const {
    const Handle handle = openFile(m_vault);
    const std::string id = idOf(item);
    const Statement face = prepare(handle, "UPDATE item SET version = ?, tag = ? WHERE id = " + id);
    sqlite3_bind_int64(face.get(), 1, content.version);
    sqlite3_bind_blob(face.get(), 2, content.tag.data(), static_cast<int>(content.tag.size()), SQLITE_STATIC);
    sqlite3_step(face.get());
    const Statement body = prepare(
        handle, "UPDATE body SET bytes = ? WHERE number = (SELECT body FROM item WHERE id = " + id + ")");
    sqlite3_bind_blob(body.get(), 1, content.bytes.data(), static_cast<int>(content.bytes.size()),
                      SQLITE_STATIC);
    sqlite3_step(body.get());
    if (sqlite3_changes(handle.get()) != 1) throw std::runtime_error("no item " + item);
}

void Meddler::damage(const std::string& item) const {
    Row row = take(item);
    row.bytes.at(30) ^= std::byte{4};
    put(item, row);
}

void Meddler::remove(const std::string& item) const {
    run("DELETE FROM body WHERE number = (SELECT body FROM item WHERE id = " + idOf(item) +
        "); DELETE FROM item WHERE id = " + idOf(item));
}

void Meddler::exchange(const std::string& item, const std::string& by) const {
    put(item, take(by));
}

void Meddler::pointTo(const std::string& item, const std::string& other) const {
    run("UPDATE item SET body = (SELECT body FROM item WHERE id = " + idOf(other) +
        ") WHERE id = " + idOf(item));
}

std::size_t rootPage(const std::filesystem::path& vault, const std::string& table) {
    const Handle handle = openFile(vault);
    const Statement row = prepare(handle, "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'");
    if (sqlite3_step(row.get()) != SQLITE_ROW) throw std::runtime_error("no table " + table);
    return static_cast<std::size_t>(sqlite3_column_int64(row.get(), 0));
}

bool names(const records::Practice& practice, const std::string& record) {
    const auto& damaged = practice.damagedRecords();
    return std::any_of(damaged.begin(), damaged.end(),
                       [&](const core::Error& error) { return error.where.find(record) == 0; });
}

bool noticesChange(const records::Practice& practice) {
    const auto& damaged = practice.damagedRecords();
    return std::any_of(damaged.begin(), damaged.end(), [](const core::Error& error) {
        return error.what.find("removed, put back or exchanged") != std::string::npos;
    });
}

}  // namespace palpate::test
