#pragma once

#include "core/result.h"
#include "records/seal.h"
#include "records/sqlite_connection.h"
#include "records/sqlite_statement.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace palpate::records {

enum class Found : std::uint8_t { No, Damaged, Yes };

// What of an item lies in the table beside its sealed bytes, and is what the head vouches for.
struct ItemFace {
    ItemId id{};
    std::int64_t version = 0;
    Tag tag{};
};

// The two tables of sealed items: `item` (id, version, tag, number of the body) and `body`. Knows no keys.
class ItemTable {
public:
    explicit ItemTable(Connection& connection) : m_connection(connection) {}

    struct Row {
        ItemFace face;
        std::int64_t body = 0;
    };
    [[nodiscard]] core::Result<std::optional<Row>> find(const ItemId& id);
    // `use` is called with the sealed bytes while they lie in SQLite's own memory; false if it cannot use
    // them.
    [[nodiscard]] core::Result<Found> read(const ItemId& id,
                                           const std::function<bool(const ItemFace&, ByteView)>& use);
    core::Result<void> insert(const ItemFace& face, ByteView bytes);
    core::Result<void> replace(const Row& row, const ItemFace& face, ByteView bytes);
    core::Result<void> remove(const Row& row);
    // Of an item that does not open: its number of a body may be wrong and name the body of another item,
    // which then stays.
    core::Result<void> removeDamaged(const Row& row);

    // Calls `see` with every item in the order of ids. False: a part of the table cannot be read.
    [[nodiscard]] core::Result<bool> scan(const std::function<void(const ItemFace&)>& see);

private:
    [[nodiscard]] core::Result<bool> isSharedBody(const Row& row);
    core::Result<Statement*> prepared(std::optional<Statement>& statement, const char* sql);

    Connection& m_connection;
    std::optional<Statement> m_find, m_read, m_insertBody, m_insertItem, m_replaceBody, m_replaceItem,
        m_removeBody, m_removeItem;
};

}  // namespace palpate::records
