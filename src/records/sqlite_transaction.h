#pragma once

#include "core/result.h"
#include "records/sqlite_connection.h"

#include <utility>

namespace palpate::records {

// Changes that are kept together or not at all. May be nested; the outermost one writes. Rolls back at the
// end of its scope unless commit() worked.
class Transaction {
public:
    static core::Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    core::Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}

    Connection* m_connection;
};

}  // namespace palpate::records
