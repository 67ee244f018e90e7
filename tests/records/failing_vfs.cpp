#include "records/failing_vfs.h"

#include <sqlite3.h>

#include <limits>
#include <stdexcept>

namespace palpate::test {

namespace {

struct State {
    sqlite3_vfs* real = nullptr;
    int changes = 0;
    int flushes = 0;
    int failAfter = std::numeric_limits<int>::max();
    int code = SQLITE_OK;
} state;  // SQLite's interface gives files no other way to reach it

// The real file lies behind this in the same memory.
struct File {
    sqlite3_file base;
};

sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

bool changeFails() {
    return state.changes++ >= state.failAfter;
}

int closeFile(sqlite3_file* file) {
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
    return realOf(file)->pMethods->xRead(realOf(file), bytes, count, at);
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
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int lock) {
    return realOf(file)->pMethods->xLock(realOf(file), lock);
}
int unlockFile(sqlite3_file* file, int lock) {
    return realOf(file)->pMethods->xUnlock(realOf(file), lock);
}
int checkLock(sqlite3_file* file, int* locked) {
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), locked);
}
int controlFile(sqlite3_file* file, int operation, void* argument) {
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int characteristics(sqlite3_file* file) {
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

// Version 1 has no shared memory, which an exclusive connection must do without.
sqlite3_io_methods methodsOfVersion1() {
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = sizeOfFile;
    methods.xLock = lockFile;
    methods.xUnlock = unlockFile;
    methods.xCheckReservedLock = checkLock;
    methods.xFileControl = controlFile;
    methods.xSectorSize = sectorSize;
    methods.xDeviceCharacteristics = characteristics;
    return methods;
}

const sqlite3_io_methods kMethods = methodsOfVersion1();

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    const int code = state.real->xOpen(state.real, name, realOf(file), flags, outFlags);
    if (code == SQLITE_OK) file->pMethods = &kMethods;
    return code;
}

sqlite3_vfs failingVfs;

}  // namespace

FailingDisk::FailingDisk() {
    if (state.real != nullptr) throw std::logic_error("one failing disk at a time");
    state = State{};
    state.real = sqlite3_vfs_find(nullptr);
    failingVfs = *state.real;
    failingVfs.pNext = nullptr;
    failingVfs.zName = "palpate-failing";
    failingVfs.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    failingVfs.xOpen = openFile;
    sqlite3_vfs_register(&failingVfs, 1);
}

FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(&failingVfs);
    sqlite3_vfs_register(state.real, 1);
    state.real = nullptr;
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
