#include "records/sqlite_transaction.h"

namespace palpate::records {

core::Result<Transaction> Transaction::begin(Connection& connection) {
    if (auto begun = connection.execute("SAVEPOINT palpate"); !begun) return begun.error();
    return Transaction(connection);
}

Transaction::~Transaction() {
    if (m_connection == nullptr || !m_connection->isInTransaction()) return;
    // Whatever fails here, the change is not committed, and the error that led here is already on its way.
    (void)m_connection->execute("ROLLBACK TO palpate; RELEASE palpate");
}

core::Result<void> Transaction::commit() {
    if (auto released = m_connection->execute("RELEASE palpate"); !released) return released;
    m_connection = nullptr;
    return {};
}

}  // namespace palpate::records
