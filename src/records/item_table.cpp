#include "records/item_table.h"

#include <algorithm>
#include <optional>

namespace palpate::records {

namespace {

// A statement that stands on a row keeps the log from being emptied.
class Reset {
public:
    explicit Reset(Statement& statement) : m_statement(statement) {}
    Reset(const Reset&) = delete;
    Reset& operator=(const Reset&) = delete;
    ~Reset() { m_statement.reset(); }

private:
    Statement& m_statement;
};

template <typename... Parameters>
core::Result<void> run(core::Result<Statement*> prepared, const Parameters&... parameters) {
    if (!prepared) return prepared.error();
    Statement& statement = **prepared;
    const Reset reset(statement);
    (statement.bind(parameters), ...);
    if (auto stepped = statement.step(); !stepped) return stepped.error();
    return {};
}

template <std::size_t size>
bool copyTo(std::array<std::byte, size>& target, ByteView bytes) {
    if (bytes.size() != size) return false;
    std::copy(bytes.begin(), bytes.end(), target.begin());
    return true;
}

}  // namespace

core::Result<Statement*> ItemTable::prepared(std::optional<Statement>& statement, const char* sql) {
    if (!statement) {
        auto made = m_connection.query(sql);
        if (!made) return made.error();
        statement.emplace(std::move(*made));
    }
    return &*statement;
}

core::Result<std::optional<ItemTable::Row>> ItemTable::find(const ItemId& id) {
    auto statement = prepared(m_find, "SELECT version, tag, body FROM item WHERE id = ?");
    if (!statement) return statement.error();
    Statement& row = **statement;
    const Reset reset(row);
    row.bind(ByteView(id));
    const auto found = row.step();
    if (!found) return found.error();
    if (!*found) return std::optional<Row>();
    Row read{{id, row.integer(0), {}}, row.integer(2)};
    copyTo(read.face.tag, row.blobView(1));  // one of another size fits nothing
    return std::optional<Row>(read);
}

core::Result<Found> ItemTable::read(const ItemId& id,
                                    const std::function<bool(const ItemFace&, ByteView)>& use) {
    auto statement = prepared(m_read,
                              "SELECT item.version, item.tag, body.bytes FROM item LEFT JOIN body "
                              "ON body.number = item.body WHERE item.id = ?");
    if (!statement) return statement.error();
    Statement& row = **statement;
    const Reset reset(row);
    row.bind(ByteView(id));
    const auto found = row.step();
    if (!found && row.metDamage()) return Found::Damaged;
    if (!found) return found.error();
    if (!*found) return Found::No;
    ItemFace face{id, row.integer(0), {}};
    if (!copyTo(face.tag, row.blobView(1))) return Found::Damaged;
    return use(face, row.blobView(2)) ? Found::Yes : Found::Damaged;
}

core::Result<void> ItemTable::insert(const ItemFace& face, ByteView bytes) {
    if (auto kept = run(prepared(m_insertBody, "INSERT INTO body (bytes) VALUES (?)"), bytes); !kept)
        return kept;
    const std::int64_t body = m_connection.lastInserted();
    return run(prepared(m_insertItem, "INSERT INTO item (id, version, tag, body) VALUES (?, ?, ?, ?)"),
               ByteView(face.id), face.version, ByteView(face.tag), body);
}

core::Result<void> ItemTable::replace(const Row& row, const ItemFace& face, ByteView bytes) {
    auto kept = run(prepared(m_replaceBody, "UPDATE body SET bytes = ? WHERE number = ?"), bytes, row.body);
    if (!kept) return kept;
    return run(prepared(m_replaceItem, "UPDATE item SET version = ?, tag = ? WHERE id = ?"), face.version,
               ByteView(face.tag), ByteView(face.id));
}

core::Result<void> ItemTable::remove(const Row& row) {
    if (auto gone = run(prepared(m_removeBody, "DELETE FROM body WHERE number = ?"), row.body); !gone)
        return gone;
    return run(prepared(m_removeItem, "DELETE FROM item WHERE id = ?"), ByteView(row.face.id));
}

core::Result<bool> ItemTable::isSharedBody(const Row& row) {
    auto others =
        m_connection.query("SELECT 1 FROM item WHERE body = ? AND id <> ?", row.body, ByteView(row.face.id));
    if (!others) return others.error();
    return others->step();
}

core::Result<void> ItemTable::removeDamaged(const Row& row) {
    const auto shared = isSharedBody(row);
    if (!shared) return shared.error();
    if (!*shared) return remove(row);
    return run(prepared(m_removeItem, "DELETE FROM item WHERE id = ?"), ByteView(row.face.id));
}

core::Result<bool> ItemTable::scan(const std::function<void(const ItemFace&)>& see) {
    auto rows = m_connection.query("SELECT id, version, tag FROM item ORDER BY id");
    if (!rows) return rows.error();
    bool whole = true;
    // An id that is a text, or out of order, has the right bytes and yet is not found by them.
    std::optional<ItemId> before;
    for (;;) {
        const auto more = rows->step();
        if (!more && rows->metDamage()) return false;
        if (!more) return more.error();
        if (!*more) return whole;
        ItemFace face{{}, rows->integer(1), {}};
        const bool fits = rows->isBlob(0) && copyTo(face.id, rows->blobView(0)) &&
                          copyTo(face.tag, rows->blobView(2)) && (!before || *before < face.id);
        before = face.id;
        if (fits) {
            see(face);
        } else {
            whole = false;
        }
    }
}

}  // namespace palpate::records
