#pragma once

#include "core/result.h"
#include "records/sqlite_statement.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

struct sqlite3;

namespace palpate::records {

// The one connection to a vault; closing it leaves a single file. Not copied; statements and transactions end
// before it does.
class Connection {
public:
    // Opens an existing file (which may be empty) and sets what holds for every vault. Locks nothing yet.
    // `shownAs`: what the file is called in messages, if it is a copy.
    static core::Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file,
                                                          const std::filesystem::path& shownAs = {});
    // Looks into a file as it is, without what may still be in its log. Takes no lock and changes nothing;
    // what another program writes meanwhile may be seen by halves.
    static core::Result<std::unique_ptr<Connection>> peek(const std::filesystem::path& vault);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Takes the file for this program alone and switches on the write-ahead log.
    // Error: it is already open in another window.
    core::Result<void> startLog();
    // Moves all that the log holds into the file.
    core::Result<void> emptyLog();

    // Copies all pages into the database of another connection, as one change of it. Works while this one is
    // in use. `progress` is told the share done and may stop it (Error::Kind::Stopped).
    core::Result<void> copyInto(Connection& target, const std::function<bool(double)>& progress = {});

    // Runs statements without parameters, as many as `sql` holds.
    core::Result<void> execute(const char* sql);

    // Prepares a statement and fills its parameters.
    template <typename... Parameters>
    core::Result<Statement> query(std::string_view sql, const Parameters&... parameters) {
        auto statement = Statement::prepare(m_handle, m_vault, sql);
        if (statement) (statement->bind(parameters), ...);
        return statement;
    }
    // Runs one statement to its end.
    template <typename... Parameters>
    core::Result<void> run(std::string_view sql, const Parameters&... parameters) {
        auto statement = query(sql, parameters...);
        if (!statement) return statement.error();
        if (auto stepped = statement->step(); !stepped) return stepped.error();
        return {};
    }

    // The rowid of the row inserted last.
    [[nodiscard]] std::int64_t lastInserted() const;
    // SQLite itself rolls everything back after some failures.
    [[nodiscard]] bool isInTransaction() const;
    // What failed last failed because the disk is full.
    [[nodiscard]] bool foundDiskFull() const;
    [[nodiscard]] const std::filesystem::path& vault() const { return m_vault; }

private:
    static std::unique_ptr<Connection> own(sqlite3* handle, const std::filesystem::path& vault);
    Connection(sqlite3* handle, std::filesystem::path vault);

    sqlite3* m_handle;
    std::filesystem::path m_vault;
    bool m_isPeek = false;
};

}  // namespace palpate::records
