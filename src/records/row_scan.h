#pragma once

#include "records/damage.h"
#include "records/sqlite_connection.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace palpate::records {

// Calls `read(statement)` for every row of `select`, a query without an ORDER BY whose first column is the
// record's id, in ascending order of ids. Where a page of the file is damaged the rows behind it are read
// from the other end (then descending), and `what` is noted as damaged. Errors: the disk, but not damage.
template <typename Read, typename... Parameters>
core::Result<void> scanRows(Connection& connection, std::string_view select, std::string_view what,
                            Damage& damage, const Read& read, const Parameters&... parameters) {
    std::int64_t lastId = std::numeric_limits<std::int64_t>::min();
    for (const bool backwards : {false, true}) {
        const std::string order = backwards ? " ORDER BY id DESC" : " ORDER BY id";
        auto rows = connection.query(std::string(select) + order, parameters...);
        if (!rows) return rows.error();
        for (;;) {
            const auto more = rows->step();
            if (!more && !rows->metDamage()) return more.error();
            if (!more) break;
            if (!*more || (backwards && rows->integer(0) <= lastId)) return {};
            if (!backwards) lastId = rows->integer(0);
            read(*rows);
        }
        damage.note(std::string(what), connection.vault().string());
    }
    return {};
}

}  // namespace palpate::records
