#include "core/text.h"
#include "records/practice.h"
#include "records/schema.h"
#include "records/sqlite_connection.h"
#include "records/sqlite_practice.h"
#include "records/vault_file.h"

#include <system_error>
#include <utility>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;

fs::path fullPath(const fs::path& path) {
    std::error_code code;
    fs::path full = fs::absolute(path, code);
    return code ? path : full;
}

void removeTemporary(const fs::path& temporary) {
    std::error_code code;
    fs::remove(temporary, code);
    for (const char* beside : {"-wal", "-journal"})
        fs::remove(temporary.string() + beside, code);
}

// Everything is in the one file, flushed, and nothing is open when this returns.
core::Result<void> fillFile(const fs::path& file, const std::string& name, bool isDemo,
                            const std::function<core::Result<void>(Practice&)>& fill, Clock clock) {
    auto connection = Connection::open(file);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged;
    if (auto made = createSchema(**connection, name, isDemo); !made) return made;
    Damage damage;
    auto info = readInfo(**connection, damage);
    if (!info) return info.error();
    Connection& log = **connection;
    SqlitePractice practice(std::move(*connection), std::move(*info), std::move(damage), std::move(clock));
    if (auto filled = practice.asOneChange([&] { return fill(practice); }); !filled) return filled;
    return log.emptyLog();
}

}  // namespace

core::Result<void> createFilledPractice(const fs::path& path, const std::string& name, bool isDemo,
                                        const std::function<core::Result<void>(Practice&)>& fill,
                                        Clock clock) {
    const fs::path vault = fullPath(path);
    const auto temporary = makeTemporaryBeside(vault);
    if (!temporary) return temporary.error();
    if (auto filled = fillFile(*temporary, name, isDemo, fill, std::move(clock)); !filled) {
        removeTemporary(*temporary);
        core::Error error = filled.error();
        if (error.where == temporary->string()) error.where = vault.string();
        return error;
    }
    return publish(*temporary, vault);
}

core::Result<std::unique_ptr<Practice>> createPractice(const fs::path& path, const std::string& name,
                                                       bool isDemo, Clock clock) {
    const auto nothing = [](Practice&) { return core::Result<void>(); };
    if (auto made = createFilledPractice(path, name, isDemo, nothing, clock); !made) return made.error();
    return openPractice(path, std::move(clock));
}

core::Result<std::unique_ptr<Practice>> openPractice(const fs::path& path, Clock clock) {
    const fs::path vault = fullPath(path);
    if (auto fit = inspectVault(vault); !fit) return fit.error();
    auto connection = Connection::open(vault);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    if (auto ours = checkSchema(**connection); !ours) return ours.error();
    Damage damage;
    auto info = readInfo(**connection, damage);
    if (!info) return info.error();
    return std::unique_ptr<Practice>(std::make_unique<SqlitePractice>(
        std::move(*connection), std::move(*info), std::move(damage), std::move(clock)));
}

}  // namespace palpate::records
