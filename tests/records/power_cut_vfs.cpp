#include "records/power_cut_vfs.h"

#include "core/random.h"
#include "records/layered_vfs.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace palpate::test {

namespace {

using Content = std::vector<char>;

// A write, or, without bytes, a truncation.
struct Unflushed {
    std::size_t at = 0;
    Content bytes;
};

struct DiskFile {
    Content flushed;  // what is certainly on the disk
    std::vector<Unflushed> since;
};

struct State {
    std::optional<LayeredVfs> layer;
    core::Random random{0};
    std::map<std::string, DiskFile> files;
    int left = std::numeric_limits<int>::max();
    bool cut = false;
    bool ignoresFlushes = false;
} state;  // SQLite's interface gives files no other way to reach it

// Null: a temporary file, of no interest after a power cut.
DiskFile* diskOf(sqlite3_file* file) {
    return static_cast<DiskFile*>(reinterpret_cast<LayeredFile*>(file)->note);
}

// Whether this change is the one at which the power goes.
bool powerGoes() {
    if (state.left-- <= 0) state.cut = true;
    return state.cut;
}

void applyTo(Content& content, const Unflushed& change, std::size_t from, std::size_t to) {
    if (change.bytes.empty()) {
        content.resize(std::min(content.size(), change.at));
        return;
    }
    content.resize(std::max(content.size(), change.at + to));
    std::copy(change.bytes.begin() + static_cast<std::ptrdiff_t>(from),
              change.bytes.begin() + static_cast<std::ptrdiff_t>(to),
              content.begin() + static_cast<std::ptrdiff_t>(change.at + from));
}

int readFile(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
    if (state.cut) return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), bytes, count, at);
}
int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    if (state.cut) return SQLITE_IOERR_WRITE;
    if (DiskFile* disk = diskOf(file)) {
        const char* first = static_cast<const char*>(bytes);
        disk->since.push_back({static_cast<std::size_t>(at), Content(first, first + count)});
    }
    if (powerGoes()) return SQLITE_IOERR_WRITE;
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (state.cut) return SQLITE_IOERR_TRUNCATE;
    if (DiskFile* disk = diskOf(file)) disk->since.push_back({static_cast<std::size_t>(size), {}});
    if (powerGoes()) return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    if (state.cut || powerGoes()) return SQLITE_IOERR_FSYNC;
    const int code = realOf(file)->pMethods->xSync(realOf(file), flags);
    DiskFile* disk = diskOf(file);
    if (code != SQLITE_OK || disk == nullptr || state.ignoresFlushes) return code;
    for (const Unflushed& change : disk->since)
        applyTo(disk->flushed, change, 0, change.bytes.size());
    disk->since.clear();
    return code;
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    if (state.cut) return SQLITE_IOERR_FSTAT;
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int controlFile(sqlite3_file* file, int operation, void* argument) {
    // Growing a file ahead of its writes would pass by the layer.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

sqlite3_io_methods methodsOfTheDisk() {
    sqlite3_io_methods methods = passingMethods();
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = sizeOfFile;
    methods.xFileControl = controlFile;
    return methods;
}

const sqlite3_io_methods kMethods = methodsOfTheDisk();

Content contentOf(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;  // nothing to close
    if (state.cut) return SQLITE_CANTOPEN;
    DiskFile* disk = nullptr;
    if (name != nullptr) {
        const auto [at, isNew] = state.files.try_emplace(name);
        if (isNew) at->second.flushed = contentOf(name);
        disk = &at->second;
    }
    return state.layer->openReal(name, file, flags, outFlags, kMethods, disk);
}

int deleteFile(sqlite3_vfs*, const char* name, int flushFolder) {
    if (state.cut) return SQLITE_IOERR_DELETE;
    state.files.erase(name);
    return state.layer->real()->xDelete(state.layer->real(), name, flushFolder);
}

constexpr std::size_t kPiece = 512;

// Each piece of each unflushed change is on the disk with the same chance, which differs from cut to cut.
Content survivorOf(const DiskFile& file, double chance) {
    Content content = file.flushed;
    for (const Unflushed& change : file.since) {
        const std::size_t size = change.bytes.size();
        std::size_t from = 0;
        do {
            const std::size_t to = std::min(size, (change.at + from) / kPiece * kPiece + kPiece - change.at);
            if (state.random.unit() < chance) applyTo(content, change, from, to);
            from = to;
        } while (from < size);
    }
    return content;
}

}  // namespace

PowerCutDisk::PowerCutDisk(std::uint64_t seed) {
    if (state.layer) throw std::logic_error("one disk without power at a time");
    state.files.clear();
    state.left = std::numeric_limits<int>::max();
    state.cut = state.ignoresFlushes = false;
    state.random = core::Random(seed);
    state.layer.emplace("palpate-power-cut", openFile);
    state.layer->layer().xDelete = deleteFile;
}

PowerCutDisk::~PowerCutDisk() {
    state.layer.reset();
}

void PowerCutDisk::cutAfter(int changes) {
    state.left = changes;
}
void PowerCutDisk::ignoreFlushes() {
    state.ignoresFlushes = true;
}
bool PowerCutDisk::isCut() const {
    return state.cut;
}
int PowerCutDisk::unflushed() const {
    std::size_t count = 0;
    for (const auto& [name, file] : state.files)
        count += file.since.size();
    return static_cast<int>(count);
}

void PowerCutDisk::restorePower() {
    const double kind = state.random.unit();
    const double chance = kind < 0.3 ? 0.0 : kind < 0.4 ? 1.0 : state.random.unit();
    for (const auto& [name, file] : state.files) {
        const Content content = survivorOf(file, chance);
        std::ofstream stream(name, std::ios::binary | std::ios::trunc);
        stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    }
    state.files.clear();
    state.cut = false;
    state.left = std::numeric_limits<int>::max();
}

}  // namespace palpate::test
