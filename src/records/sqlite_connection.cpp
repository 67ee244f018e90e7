#include "records/sqlite_connection.h"

#include "core/text.h"
#include "records/sqlite_error.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace palpate::records {

namespace {

// docs/file-format.md says why each of them. The connection is exclusive before it first reads, so that the
// write-ahead log needs no shared memory file.
constexpr const char* kSettings =
    "PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA mmap_size = 0;";

// https://www.sqlite.org/uri.html; every byte that could mean something else in an address is escaped.
std::string immutableUri(const std::filesystem::path& file) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    constexpr std::string_view kUnreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-";
    std::string uri = "file:";
    for (const char letter : file.string()) {
        const auto byte = static_cast<unsigned char>(letter);
        if (kUnreserved.find(letter) != std::string_view::npos) {
            uri += letter;
        } else {
            uri += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
    }
    return uri + "?immutable=1";
}

}  // namespace

Connection::Connection(sqlite3* handle, std::filesystem::path vault)
    : m_handle(handle), m_vault(std::move(vault)) {}

// The handle is there even after a failure, and is closed should there be no memory for what is to own it.
std::unique_ptr<Connection> Connection::own(sqlite3* handle, const std::filesystem::path& vault) {
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> held(handle, sqlite3_close_v2);
    std::unique_ptr<Connection> connection(new Connection(handle, vault));
    (void)held.release();
    return connection;
}

core::Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file,
                                                           const std::filesystem::path& shownAs) {
    const std::filesystem::path& vault = shownAs.empty() ? file : shownAs;
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
    auto connection = own(handle, vault);
    if (code != SQLITE_OK) return sqliteError(code, sqlite3_errstr(code), vault);
    if (sqlite3_db_readonly(handle, "main") == 1) return sqliteError(SQLITE_READONLY, "", vault);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (auto set = connection->execute(kSettings); !set) return set.error();
    return connection;
}

core::Result<std::unique_ptr<Connection>> Connection::peek(const std::filesystem::path& vault) {
    sqlite3* handle = nullptr;
    constexpr int kFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(immutableUri(vault).c_str(), &handle, kFlags, nullptr);
    auto connection = own(handle, vault);
    connection->m_isPeek = true;
    if (code != SQLITE_OK) return sqliteError(code, sqlite3_errstr(code), vault);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (auto set = connection->execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"); !set)
        return set.error();
    return connection;
}

Connection::~Connection() {
    if (m_handle == nullptr) return;
    // If this fails, the log stays beside the file and is read at the next opening. Nothing is lost.
    if (!m_isPeek) (void)emptyLog();
    sqlite3_close_v2(m_handle);
}

core::Result<void> Connection::startLog() {
    auto mode = query("PRAGMA journal_mode = WAL");
    if (!mode) return mode.error();
    if (auto answered = mode->step(); !answered) return answered.error();
    if (mode->text(0) == "wal") return {};
    return core::Error{
        core::tr("The practice cannot be kept safely on this disk, which has no write-ahead log"),
        m_vault.string(), core::tr("Move it to a disk of this computer.")};
}

core::Result<void> Connection::emptyLog() {
    const int code =
        sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) return sqliteError(code, sqlite3_errmsg(m_handle), m_vault);
    return {};
}

core::Result<void> Connection::copyInto(Connection& target, const std::function<bool(double)>& progress) {
    constexpr int kPagesAtOnce = 512;
    sqlite3_backup* const backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (backup == nullptr)
        return sqliteError(sqlite3_errcode(target.m_handle), sqlite3_errmsg(target.m_handle), target.m_vault);
    int code = SQLITE_OK;
    bool stopped = false;
    while (code == SQLITE_OK && !stopped) {
        code = sqlite3_backup_step(backup, kPagesAtOnce);
        const double total = std::max(1, sqlite3_backup_pagecount(backup));
        stopped = progress && !progress(1.0 - sqlite3_backup_remaining(backup) / total);
    }
    const int finished = sqlite3_backup_finish(backup);  // takes back what was not completed
    if (code == SQLITE_DONE && finished == SQLITE_OK) return {};
    if (stopped) return core::Error{core::tr("Stopped"), "", "", core::Error::Kind::Stopped};
    return sqliteError(code == SQLITE_DONE ? finished : code, sqlite3_errmsg(target.m_handle),
                       target.m_vault);
}

core::Result<void> Connection::execute(const char* sql) {
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqliteError(code, sqlite3_errmsg(m_handle), m_vault);
    return {};
}

std::int64_t Connection::lastInserted() const {
    return sqlite3_last_insert_rowid(m_handle);
}

bool Connection::isInTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

bool Connection::foundDiskFull() const {
    return sqlite3_errcode(m_handle) == SQLITE_FULL;
}

}  // namespace palpate::records
