#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace palpate::records {

// A prepared statement with its parameters. Ends with its scope; must not outlive its connection.
class Statement {
public:
    // `vault` names the file in errors and must outlive the statement.
    static core::Result<Statement> prepare(sqlite3* connection, const std::filesystem::path& vault,
                                           std::string_view sql);

    // Fill the parameters from left to right. A failure is reported by step().
    void bind(std::int64_t number);
    void bind(int number) { bind(std::int64_t{number}); }
    void bind(double number);
    void bind(std::string_view text);
    void bind(std::span<const std::byte> bytes);

    // True: a row is there to be read. False: there are no more.
    core::Result<bool> step();
    // Back to before the first step, without parameters, to be used again.
    void reset();
    // The last step failed because the file is damaged, and not because of the disk.
    [[nodiscard]] bool metDamage() const { return m_metDamage; }

    // Columns of the present row, from 0. Of another type: converted as SQLite does, never an error.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::vector<std::byte> blob(int column) const;
    [[nodiscard]] bool isBlob(int column) const;
    // Until the next step.
    [[nodiscard]] std::span<const std::byte> blobView(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    Statement(sqlite3* connection, const std::filesystem::path& vault, sqlite3_stmt* statement)
        : m_connection(connection), m_vault(&vault), m_statement(statement) {}
    void note(int code);

    sqlite3* m_connection;
    const std::filesystem::path* m_vault;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bound = 0;
    int m_bindFailure = 0;
    bool m_metDamage = false;
};

}  // namespace palpate::records
