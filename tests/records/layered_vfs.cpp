#include "records/layered_vfs.h"

#include <new>

namespace palpate::test {

namespace {

const sqlite3_io_methods& methodsOf(sqlite3_file* file) {
    return *realOf(file)->pMethods;
}

int closeFile(sqlite3_file* file) {
    return methodsOf(file).xClose(realOf(file));
}
int readFile(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
    return methodsOf(file).xRead(realOf(file), bytes, count, at);
}
int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    return methodsOf(file).xWrite(realOf(file), bytes, count, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    return methodsOf(file).xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    return methodsOf(file).xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    return methodsOf(file).xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int lock) {
    return methodsOf(file).xLock(realOf(file), lock);
}
int unlockFile(sqlite3_file* file, int lock) {
    return methodsOf(file).xUnlock(realOf(file), lock);
}
int checkLock(sqlite3_file* file, int* locked) {
    return methodsOf(file).xCheckReservedLock(realOf(file), locked);
}
int controlFile(sqlite3_file* file, int operation, void* argument) {
    return methodsOf(file).xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return methodsOf(file).xSectorSize(realOf(file));
}
int characteristics(sqlite3_file* file) {
    return methodsOf(file).xDeviceCharacteristics(realOf(file));
}

}  // namespace

sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<LayeredFile*>(file) + 1);
}

sqlite3_io_methods passingMethods() {
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

LayeredVfs::LayeredVfs(const char* name, Open open) : m_real(sqlite3_vfs_find(nullptr)), m_layer(*m_real) {
    m_layer.pNext = nullptr;
    m_layer.zName = name;
    m_layer.szOsFile = static_cast<int>(sizeof(LayeredFile)) + m_real->szOsFile;
    m_layer.xOpen = open;
    sqlite3_vfs_register(&m_layer, 1);
}

LayeredVfs::~LayeredVfs() {
    sqlite3_vfs_unregister(&m_layer);
    sqlite3_vfs_register(m_real, 1);
}

int LayeredVfs::openReal(const char* name, sqlite3_file* file, int flags, int* outFlags,
                         const sqlite3_io_methods& methods, void* note) const {
    new (file) LayeredFile{{nullptr}, note};
    const int code = m_real->xOpen(m_real, name, realOf(file), flags, outFlags);
    if (code == SQLITE_OK) file->pMethods = &methods;
    return code;
}

}  // namespace palpate::test
