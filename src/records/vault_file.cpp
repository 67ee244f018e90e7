#include "records/vault_file.h"

#include "core/text.h"
#include "records/schema.h"
#include "records/sqlite_error.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace palpate::records {

using core::Error;
using core::tr;
using core::trf;

namespace {

namespace fs = std::filesystem;

// The first bytes of an SQLite file (https://www.sqlite.org/fileformat.html, section 1.3).
constexpr std::size_t kHeaderSize = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
using Header = std::array<unsigned char, kHeaderSize>;

std::uint32_t bigEndian(const Header& header, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = (number << 8U) | header[at + i];
    return number;
}

// A file through SQLite's own file layer: closing a descriptor of one's own would drop the locks that this
// program may hold on the same file (POSIX advisory locks belong to the process, not to the descriptor).
class LayerFile {
public:
    explicit LayerFile(const fs::path& file)
        : m_vfs(sqlite3_vfs_find(nullptr)),
          m_name(const_cast<char*>(sqlite3_create_filename(file.c_str(), "", "", 0, nullptr)),
                 sqlite3_free_filename),
          m_memory(std::make_unique<std::max_align_t[]>(
              (static_cast<std::size_t>(m_vfs->szOsFile) + sizeof(std::max_align_t) - 1) /
              sizeof(std::max_align_t))) {
        m_code =
            m_vfs->xOpen(m_vfs, m_name.get(), handle(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
        m_isOpen = m_code == SQLITE_OK;
    }
    LayerFile(const LayerFile&) = delete;
    LayerFile& operator=(const LayerFile&) = delete;
    ~LayerFile() {
        if (m_isOpen) handle()->pMethods->xClose(handle());
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] int code() const { return m_code; }  // of the last call
    std::uint64_t size() {
        sqlite3_int64 size = 0;
        m_code = handle()->pMethods->xFileSize(handle(), &size);
        return static_cast<std::uint64_t>(size);
    }
    // The missing bytes of a shorter file are zero.
    bool read(void* to, std::size_t count, std::uint64_t at) {
        m_code =
            handle()->pMethods->xRead(handle(), to, static_cast<int>(count), static_cast<sqlite3_int64>(at));
        if (m_code == SQLITE_IOERR_SHORT_READ) m_code = SQLITE_OK;
        return m_code == SQLITE_OK;
    }

private:
    sqlite3_file* handle() { return reinterpret_cast<sqlite3_file*>(m_memory.get()); }

    sqlite3_vfs* m_vfs;
    std::unique_ptr<char, void (*)(const char*)> m_name;
    std::unique_ptr<std::max_align_t[]> m_memory;
    int m_code = SQLITE_OK;
    bool m_isOpen = false;
};

struct FileStart {
    Header header{};
    std::uint64_t size = 0;
};

Error unreadable(const fs::path& vault) {
    return {tr("The file could not be read"), vault.string(), tr("Check that you may read it.")};
}

core::Result<FileStart> readStart(const fs::path& vault) {
    LayerFile file(vault);
    if (!file.isOpen()) return unreadable(vault);
    FileStart start;
    start.size = file.size();
    if (file.code() == SQLITE_OK) file.read(start.header.data(), kHeaderSize, 0);
    if (file.code() != SQLITE_OK) return sqliteError(file.code(), "", vault);
    return start;
}

core::Result<void> copyThroughLayer(const fs::path& from, const fs::path& to) {
    LayerFile source(from);
    if (!source.isOpen()) return unreadable(from);
    const std::uint64_t size = source.size();
    std::ofstream target(to, std::ios::binary);
    std::vector<char> block(std::size_t{1} << 20U);
    for (std::uint64_t at = 0; at < size && target; at += block.size()) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), size - at));
        if (!source.read(block.data(), count, at)) return sqliteError(source.code(), "", from);
        target.write(block.data(), static_cast<std::streamsize>(count));
    }
    target.flush();
    if (target) return {};
    return Error{tr("There is no room for a copy of the practice's file"), to.parent_path().string(),
                 tr("Free some space on that disk and try again.")};
}

// A crash may leave the file shorter than it says while the log beside it still holds the rest; SQLite puts
// that right.
bool isTruncated(const FileStart& start, const fs::path& vault) {
    if (start.size < kHeaderSize) return true;
    const std::uint32_t stated = bigEndian(start.header, 16, 2);
    const std::uint64_t pageSize = stated == 1 ? 65536 : stated;
    const std::uint64_t pages = bigEndian(start.header, 28, 4);
    return start.size < pages * pageSize && !hasUnwrittenLog(vault);
}

core::Result<void> inspectStart(const FileStart& start, const fs::path& vault) {
    const std::string where = vault.string();
    if (start.size == 0) {
        return Error{tr("The file is empty"), where,
                     tr("Choose another file, or go on with the latest backup.")};
    }
    const std::size_t readable = std::min<std::uint64_t>(start.size, kMagic.size());
    if (std::memcmp(start.header.data(), kMagic.data(), readable) != 0) {
        return Error{tr("This is not a practice of Palpate"), where,
                     tr("Choose a file that ends in .palpate.")};
    }
    // Other kinds first: only of a file that says it is a vault can it be said what is wrong with it.
    const bool saysWhatItIs = start.size >= 72;
    if (saysWhatItIs && bigEndian(start.header, 68, 4) != kApplicationId) {
        return Error{tr("This is an SQLite database but not a practice of Palpate"), where,
                     tr("Choose a file that ends in .palpate.")};
    }
    if (isTruncated(start, vault)) {
        return Error{tr("The practice's file is cut short: its end is missing"), where,
                     tr("Keep this file as it is and go on with the latest backup.")};
    }
    return {};
}

Error noSuchFolder(const fs::path& folder) {
    return {tr("There is no such folder"), folder.string(), tr("Choose a folder that exists.")};
}

// Empty: it can be written to.
std::string whyReadOnly(const fs::path& vault) {
    if (::access(vault.parent_path().c_str(), W_OK | X_OK) != 0) {
        return trf(
            "The folder {0} cannot be written to, so this practice can only be read. Copy it to a folder of "
            "your own to go on with it.",
            {vault.parent_path().string()});
    }
    if (::access(vault.c_str(), W_OK) != 0) {
        return trf(
            "The file {0} cannot be written to, so this practice can only be read. Allow writing to it, or "
            "copy it, to go on with it.",
            {vault.string()});
    }
    return "";
}

core::Result<void> checkFolder(const fs::path& vault) {
    const fs::path folder = vault.parent_path();
    std::error_code code;
    if (!fs::is_directory(folder, code)) return noSuchFolder(folder);
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return Error{tr("The folder cannot be written to, and a practice needs to write beside its file"),
                     folder.string(),
                     tr("Copy the practice's file to a folder of your own, or choose another folder.")};
    }
    return {};
}

void flushFolder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

Error thereAlready(const fs::path& vault) {
    return {tr("There is a file of that name already"), vault.string(),
            tr("Choose another name, or open that practice.")};
}

}  // namespace

bool hasUnwrittenLog(const fs::path& vault) {
    std::error_code code;
    const auto size = fs::file_size(vault.string() + "-wal", code);
    return !code && size > 0;
}

core::Result<VaultFile> inspectVault(const fs::path& vault) {
    std::error_code code;
    const fs::file_status status = fs::status(vault, code);
    if (fs::is_directory(status)) {
        return Error{tr("This is a folder, not a practice"), vault.string(),
                     tr("Choose a file that ends in .palpate.")};
    }
    if (!fs::exists(status)) {
        if (!fs::is_directory(vault.parent_path(), code)) return noSuchFolder(vault.parent_path());
        return Error{tr("There is no such practice"), vault.string(), tr("Check the name and the folder.")};
    }
    if (!fs::is_regular_file(status)) {
        return Error{tr("This is not a practice of Palpate"), vault.string(),
                     tr("Choose a file that ends in .palpate.")};
    }
    // SQLite follows links too, and writes its log beside the file itself.
    const fs::path file = fs::canonical(vault, code);
    const auto start = readStart(file);
    if (!start) return start.error();
    if (auto fit = inspectStart(*start, file); !fit) return fit.error();
    return VaultFile{static_cast<int>(bigEndian(start->header, 60, 4)), whyReadOnly(file)};
}

core::Result<VaultFile> inspectSealedVault(const fs::path& vault) {
    auto file = inspectVault(vault);
    if (!file || file->formatVersion > 0) return file;
    return Error{
        tr("This practice was made by a trial version of Palpate, before practices were sealed, and this "
           "version does not open it"),
        vault.string(), tr("Open it with the version that made it.")};
}

core::Result<void> copyVaultFile(const fs::path& vault, const fs::path& to) {
    if (auto copied = copyThroughLayer(vault, to); !copied) return copied;
    const int descriptor = ::open(to.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (flushed) return {};
    return sqliteError(SQLITE_IOERR_FSYNC, "", to);
}

core::Result<VaultCopy> VaultCopy::make(const fs::path& vault) {
    std::error_code code;
    const fs::path source = fs::canonical(vault, code);
    std::string folder = (fs::temp_directory_path(code) / "palpate-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
        return Error{trf("No private folder for a copy could be made: {0}", {std::strerror(errno)}), folder,
                     tr("Copy the practice's file to a folder of your own and open it there.")};
    }
    VaultCopy copy(fs::path(folder) / "copy.palpate");
    if (auto copied = copyThroughLayer(source, copy.m_file); !copied) return copied.error();
    const fs::path log = source.string() + "-wal";
    if (!fs::exists(log, code)) return copy;
    if (fs::copy_file(log, copy.m_file.string() + "-wal", code)) return copy;
    return Error{tr("The file could not be read"), log.string(), tr("Check that you may read it.")};
}

VaultCopy::~VaultCopy() {
    if (m_file.empty()) return;
    std::error_code code;
    fs::remove_all(m_file.parent_path(), code);
}

core::Result<void> fillToStatedSize(const fs::path& copy) {
    const auto start = readStart(copy);
    if (!start) return start.error();
    const std::uint32_t stated = bigEndian(start->header, 16, 2);
    const std::uint64_t size =
        (stated == 1 ? 65536U : stated) * std::uint64_t{bigEndian(start->header, 28, 4)};
    constexpr std::uint64_t kLargest = std::uint64_t{64} << 30U;  // a damaged size; the hole takes no room
    if (start->size >= size || size > kLargest || start->size < kHeaderSize) return {};
    std::error_code code;
    fs::resize_file(copy, size, code);
    if (!code) return {};
    return Error{tr("There is no room for the copy that rescuing needs"), copy.parent_path().string(),
                 tr("Free some space on that disk and try again.")};
}

fs::path absolutePath(const fs::path& path) {
    std::error_code code;
    fs::path full = fs::absolute(path, code);
    return code ? path : full;
}

core::Result<fs::path> makeTemporaryBeside(const fs::path& vault) {
    std::error_code code;
    if (fs::exists(fs::symlink_status(vault, code))) return thereAlready(vault);
    if (auto folder = checkFolder(vault); !folder) return folder.error();
    std::string name = (vault.parent_path() / ("." + vault.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return Error{trf("The practice could not be made: {0}", {std::strerror(errno)}), vault.string(),
                     tr("Choose another folder.")};
    }
    ::close(descriptor);
    return fs::path(name);
}

core::Result<void> publish(const fs::path& temporary, const fs::path& vault) {
    // A second name, then the first one taken away: unlike renaming, this never replaces a file.
    int failure = ::link(temporary.c_str(), vault.c_str()) == 0 ? 0 : errno;
    std::error_code code;
    const bool linkless = failure != 0 && failure != EEXIST && !fs::exists(fs::symlink_status(vault, code));
    if (linkless) {  // such as on a memory stick
        failure = ::rename(temporary.c_str(), vault.c_str()) == 0 ? 0 : errno;
    }
    if (failure != 0 || !linkless) ::unlink(temporary.c_str());
    if (failure == EEXIST) return thereAlready(vault);
    if (failure != 0) {
        return Error{trf("The practice's file could not be given its name: {0}", {std::strerror(failure)}),
                     vault.string(), tr("Choose another name or folder.")};
    }
    flushFolder(vault.parent_path());
    return {};
}

}  // namespace palpate::records
