#include "records/failing_vfs.h"

#include "records/layered_vfs.h"

#include <limits>
#include <optional>
#include <stdexcept>

namespace palpate::test {

namespace {

struct State {
    std::optional<LayeredVfs> layer;
    int changes = 0;
    int flushes = 0;
    int failAfter = std::numeric_limits<int>::max();
    int code = SQLITE_OK;
} state;  // SQLite's interface gives files no other way to reach it

bool changeFails() {
    return state.changes++ >= state.failAfter;
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    if (changeFails()) return state.code;
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (changeFails()) return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    if (changeFails()) return SQLITE_IOERR_FSYNC;
    ++state.flushes;
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}

sqlite3_io_methods failingMethods() {
    sqlite3_io_methods methods = passingMethods();
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    return methods;
}

const sqlite3_io_methods kMethods = failingMethods();

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    return state.layer->openReal(name, file, flags, outFlags, kMethods);
}

}  // namespace

FailingDisk::FailingDisk() {
    if (state.layer) throw std::logic_error("one failing disk at a time");
    work();
    state.layer.emplace("palpate-failing", openFile);
}

FailingDisk::~FailingDisk() {
    state.layer.reset();
}

void FailingDisk::failAfter(int after, int code) {
    state.changes = 0;
    state.flushes = 0;
    state.failAfter = after;
    state.code = code;
}

int FailingDisk::flushes() const {
    return state.flushes;
}

void FailingDisk::work() {
    failAfter(std::numeric_limits<int>::max(), SQLITE_OK);
}

}  // namespace palpate::test
