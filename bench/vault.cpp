// A sealed practice of 2,000 clients and 10,000 visits with three maps each against the same records,
// unsealed, in the plainest SQLite file.
#include "records/vault.h"
#include "core/random.h"
#include "row.h"
#include "standard_body.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace palpate::bench {

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::byte>;

// Of our own choice: sealing every record by itself costs this much, and is not to cost more.
constexpr double kOpeningTarget = 5.0, kLoadingTarget = 10.0, kSizeTarget = 1.5;

constexpr int kVisitsOfEach = 5, kStrokes = 2;
constexpr std::size_t kStrokeBytes = 300, kSnapshotBytes = 700;  // as in the demo practice

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "palpate-bench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) giveUp("no folder for the practices could be made");
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code code;
        fs::remove_all(m_path, code);
    }
    fs::path operator/(const char* name) const { return m_path / name; }

private:
    fs::path m_path;
};

template <typename T>
T need(core::Result<T> result) {
    if (!result) giveUp(result.error().message());
    return std::move(result).value();
}

// From one seed, so that both files hold the same bytes.
Bytes noise(core::Random& random, std::size_t size) {
    Bytes bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random.below(64));
    return bytes;
}

clinic::Client someClient(int number) {
    clinic::Client client;
    client.code = "C-" + std::to_string(10000 + number);
    client.name = "Somebody " + std::to_string(number);
    client.figure = "female";
    client.yearOfBirth = 1968;
    client.heightCm = 168.5;
    client.goals = "Sleep through the night";
    return client;
}

std::vector<clinic::MapKey> mapsOf(std::int64_t visit) {
    using clinic::Author;
    using clinic::Moment;
    return {{{visit}, Author::Client, Moment::Before},
            {{visit}, Author::Therapist, Moment::Before},
            {{visit}, Author::Client, Moment::After}};
}

core::Result<void> fillSealed(records::Practice& practice, int clients) {
    core::Random random(5);
    for (int number = 0; number < clients; ++number) {
        const auto client = practice.addClient(someClient(number));
        if (!client) return client.error();
        for (int i = 0; i < kVisitsOfEach; ++i) {
            const auto visit = practice.addVisit(client->id, {1795183331000 + i, 60});
            if (!visit) return visit.error();
            for (const clinic::MapKey& map : mapsOf(visit->id.value)) {
                for (int stroke = 0; stroke < kStrokes; ++stroke) {
                    auto kept = practice.append(
                        map, {records::JournalEntry::Kind::Stroke, noise(random, kStrokeBytes)});
                    if (!kept) return kept;
                }
                if (auto kept = practice.saveSnapshot(map, noise(random, kSnapshotBytes), kStrokes); !kept)
                    return kept;
            }
        }
    }
    return {};
}

// SQLite as it comes, but for the settings without which it would not be as safe.
class Plain {
public:
    explicit Plain(const fs::path& file) {
        if (sqlite3_open(file.c_str(), &m_handle) != SQLITE_OK) giveUp("SQLite does not open a file");
        run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    }
    Plain(const Plain&) = delete;
    Plain& operator=(const Plain&) = delete;
    ~Plain() { sqlite3_close_v2(m_handle); }

    void run(const char* sql) {
        if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_handle));
    }
    using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;
    Statement prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_handle));
        return {statement, sqlite3_finalize};
    }

private:
    sqlite3* m_handle = nullptr;
};

void insert(const Plain::Statement& statement, std::int64_t visit, int map, int number, const Bytes& bytes) {
    sqlite3_bind_int64(statement.get(), 1, visit);
    sqlite3_bind_int(statement.get(), 2, map);
    sqlite3_bind_int(statement.get(), 3, number);
    sqlite3_bind_blob(statement.get(), 4, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    if (sqlite3_step(statement.get()) != SQLITE_DONE) giveUp("SQLite does not write");
    sqlite3_reset(statement.get());
}

void fillPlain(const fs::path& file, int clients) {
    Plain plain(file);
    plain.run(
        "CREATE TABLE client (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, figure TEXT, born "
        "INTEGER, "
        "height REAL, goals TEXT);"
        "CREATE TABLE visit (id INTEGER PRIMARY KEY, client INTEGER REFERENCES client, utc INTEGER);"
        "CREATE INDEX of_client ON visit (client);"
        "CREATE TABLE step (visit INTEGER, map INTEGER, number INTEGER, bytes BLOB, "
        "PRIMARY KEY (visit, map, number)) WITHOUT ROWID;"
        "CREATE TABLE snapshot (visit INTEGER, map INTEGER, steps INTEGER, bytes BLOB, "
        "PRIMARY KEY (visit, map)) WITHOUT ROWID; BEGIN");
    const auto client = plain.prepare("INSERT INTO client VALUES (?, ?, ?, ?, ?, ?, ?)");
    const auto visit = plain.prepare("INSERT INTO visit (client, utc) VALUES (?, ?)");
    const auto step = plain.prepare("INSERT INTO step VALUES (?, ?, ?, ?)");
    const auto snapshot = plain.prepare("INSERT INTO snapshot VALUES (?, ?, ?, ?)");
    core::Random random(5);
    std::int64_t visits = 0;
    for (int number = 0; number < clients; ++number) {
        const clinic::Client some = someClient(number);
        sqlite3_bind_int(client.get(), 1, number + 1);
        int column = 2;
        for (const std::string* text : {&some.code, &some.name, &some.figure})
            sqlite3_bind_text(client.get(), column++, text->c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_int(client.get(), 5, some.yearOfBirth);
        sqlite3_bind_double(client.get(), 6, some.heightCm);
        sqlite3_bind_text(client.get(), 7, some.goals.c_str(), -1, SQLITE_STATIC);
        sqlite3_step(client.get());
        sqlite3_reset(client.get());
        for (int i = 0; i < kVisitsOfEach; ++i) {
            sqlite3_bind_int(visit.get(), 1, number + 1);
            sqlite3_bind_int64(visit.get(), 2, 1795183331000 + i);
            sqlite3_step(visit.get());
            sqlite3_reset(visit.get());
            ++visits;
            for (int map = 0; map < 3; ++map) {
                for (int stroke = 1; stroke <= kStrokes; ++stroke)
                    insert(step, visits, map, stroke, noise(random, kStrokeBytes));
                insert(snapshot, visits, map, kStrokes, noise(random, kSnapshotBytes));
            }
        }
    }
    plain.run("COMMIT");
}

// The codes of all clients, added up.
std::size_t listPlain(Plain& plain) {
    const auto rows =
        plain.prepare("SELECT code, name, figure, born, height, goals FROM client ORDER BY code");
    std::size_t length = 0;
    while (sqlite3_step(rows.get()) == SQLITE_ROW)
        length += static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), 0));
    return length;
}

// Both read the snapshots of the same visits.
Duel loading(const Effort& effort, const records::Practice& practice, Plain& plain, int visits) {
    constexpr int kLoads = 200;
    const auto visitOf = [visits](core::Random& random) {
        return static_cast<std::int64_t>(1 + random.below(static_cast<std::uint64_t>(visits)));
    };
    const auto row = plain.prepare("SELECT bytes FROM snapshot WHERE visit = ? AND map = 0");
    return duel(
        Clock::Thread, effort.rounds(30), kLoads,
        [&] {
            core::Random random(9);
            for (int i = 0; i < kLoads; ++i) {
                const auto map = need(practice.loadLatest(mapsOf(visitOf(random)).front()));
                if (!map || map->snapshot.size() != kSnapshotBytes) giveUp("a map is not as it was");
            }
        },
        [&] {
            core::Random random(9);
            for (int i = 0; i < kLoads; ++i) {
                sqlite3_bind_int64(row.get(), 1, visitOf(random));
                if (sqlite3_step(row.get()) != SQLITE_ROW) giveUp("a row is missing");
                const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(row.get(), 0));
                const Bytes snapshot(bytes, bytes + sqlite3_column_bytes(row.get(), 0));
                keep(static_cast<double>(snapshot.size()));
                sqlite3_reset(row.get());
            }
        });
}

Row sizeRow(const char* work, double ours, double peer, double target) {
    return {work, ours, peer, ours / peer, target};
}

}  // namespace

std::vector<Row> benchVault(const Effort& effort) {
    const int clients = effort.quick ? 200 : 2000, visits = clients * kVisitsOfEach;
    const Folder folder;
    const fs::path sealed = folder / "sealed.palpate", plain = folder / "plain.sqlite";
    records::NewVault wanted;
    wanted.name = "Large";
    wanted.isDemo = true;
    need(records::createVault(sealed, wanted,
                              [clients](auto& practice) { return fillSealed(practice, clients); }));
    fillPlain(plain, clients);
    const records::VaultKey key = need(records::unlockDemo(sealed));
    // On opening every record is held against what the vault says of itself, so SQLite looks over its pages.
    const Duel opening = duel(
        Clock::Thread, effort.rounds(20), 1,
        [&] {
            keep(static_cast<double>(need(need(records::openVault(sealed, key.clone()))->clients()).size()));
        },
        [&] {
            Plain opened(plain);
            opened.run("PRAGMA quick_check");
            keep(static_cast<double>(listPlain(opened)));
        });
    const auto kilobytes = [visits](const fs::path& file) {
        return static_cast<double>(fs::file_size(file)) / 1024.0 / visits;
    };
    const double ours = kilobytes(sealed), theirs = kilobytes(plain);
    const auto practice = need(records::openVault(sealed, key.clone()));
    Plain opened(plain);
    const Duel load = loading(effort, *practice, opened, visits);
    return {row("open a practice and list its clients, against SQLite and its quick check", opening,
                kOpeningTarget),
            row("load a map out of it, against plain SQLite", load, kLoadingTarget),
            {"load a map out of it, against 0.1 ms", load.ours, 1e-4, load.ours / 1e-4, 1.0},
            sizeRow("kB a visit, against plain SQLite", ours, theirs, kSizeTarget),
            sizeRow("kB a visit, against 8 kB", ours, 8.0, 1.0)};
}

}  // namespace palpate::bench
