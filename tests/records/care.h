#pragma once

#include "core/secret.h"
#include "records/maintenance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// What the tests of looking after a vault have in common.
namespace palpate::test {

inline constexpr clinic::MapKey kFirstMap{{1}, clinic::Author::Client, clinic::Moment::Before};

inline core::Secret secret(std::string_view text) {
    return core::Secret::copyOf(text);
}

inline records::VaultKey keyOfDemo(const std::filesystem::path& vault) {
    return *records::unlockDemo(vault);
}

inline records::Backup madeBackup(records::Practice& practice, const std::filesystem::path& folder) {
    auto backup = records::backUp(practice, folder);
    REQUIRE_MESSAGE(backup.has_value(), (backup ? std::string() : backup.error().message()));
    return *backup;
}

inline std::vector<records::AuditKind> kindsIn(const records::Practice& practice) {
    std::vector<records::AuditKind> kinds;
    const std::vector<records::AuditRow> rows = *practice.auditLog(1, 1000);
    for (const records::AuditRow& row : rows)
        kinds.push_back(row.kind);
    return kinds;
}

inline bool holds(const std::vector<records::AuditKind>& kinds, records::AuditKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Fails with all that is wrong.
inline void checkSound(records::Practice& practice) {
    const auto report = records::checkPractice(practice);
    REQUIRE(report.has_value());
    for (const core::Error& problem : report->problems)
        MESSAGE(problem.message());
    CHECK(report->sound());
}

}  // namespace palpate::test
