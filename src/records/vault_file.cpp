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
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

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

struct FileStart {
    Header header{};
    std::uint64_t size = 0;
};

// Reads through SQLite's own file layer: closing a descriptor of one's own would drop the locks that this
// program may hold on the same file (POSIX advisory locks belong to the process, not to the descriptor).
core::Result<FileStart> readStart(const fs::path& vault) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    const std::unique_ptr<char, void (*)(const char*)> name(
        const_cast<char*>(sqlite3_create_filename(vault.c_str(), "", "", 0, nullptr)), sqlite3_free_filename);
    const auto words =
        (static_cast<std::size_t>(vfs->szOsFile) + sizeof(std::max_align_t) - 1) / sizeof(std::max_align_t);
    const auto memory = std::make_unique<std::max_align_t[]>(words);
    auto* file = reinterpret_cast<sqlite3_file*>(memory.get());
    int code = vfs->xOpen(vfs, name.get(), file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
    if (code != SQLITE_OK) {
        return Error{tr("The file could not be read"), vault.string(), tr("Check that you may read it.")};
    }
    FileStart start;
    sqlite3_int64 size = 0;
    code = file->pMethods->xFileSize(file, &size);
    start.size = static_cast<std::uint64_t>(size);
    if (code == SQLITE_OK) {
        code = file->pMethods->xRead(file, start.header.data(), static_cast<int>(kHeaderSize), 0);
        // The missing bytes of a shorter file are zero.
        if (code == SQLITE_IOERR_SHORT_READ) code = SQLITE_OK;
    }
    file->pMethods->xClose(file);
    if (code != SQLITE_OK) return sqliteError(code, "", vault);
    return start;
}

bool hasUnwrittenLog(const fs::path& vault) {
    std::error_code code;
    const auto size = fs::file_size(vault.string() + "-wal", code);
    return !code && size > 0;
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
        return Error{tr("This is not a Palpate vault"), where, tr("Choose a file that ends in .palpate.")};
    }
    // Other kinds first: only of a file that says it is a vault can it be said what is wrong with it.
    const bool saysWhatItIs = start.size >= 72;
    if (saysWhatItIs && bigEndian(start.header, 68, 4) != kApplicationId) {
        return Error{tr("This is an SQLite database but not a Palpate vault"), where,
                     tr("Choose a file that ends in .palpate.")};
    }
    if (saysWhatItIs && bigEndian(start.header, 60, 4) > kFormatVersion) {
        return Error{
            trf("This vault was made by a newer version of Palpate (format {0}; this version reads {1})",
                {std::to_string(bigEndian(start.header, 60, 4)), std::to_string(kFormatVersion)}),
            where, tr("Install the newer version.")};
    }
    if (isTruncated(start, vault)) {
        return Error{tr("The vault is cut short: its end is missing"), where,
                     tr("Keep this file as it is and go on with the latest backup.")};
    }
    return {};
}

core::Result<void> checkFolder(const fs::path& vault) {
    const fs::path folder = vault.parent_path();
    std::error_code code;
    if (!fs::is_directory(folder, code)) {
        return Error{tr("There is no such folder"), folder.string(), tr("Choose a folder that exists.")};
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return Error{tr("The folder cannot be written to, and a vault needs to write beside its file"),
                     folder.string(),
                     tr("Copy the vault to a folder of your own, or choose another folder.")};
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
            tr("Choose another name, or open that vault.")};
}

}  // namespace

core::Result<void> inspectVault(const fs::path& vault) {
    std::error_code code;
    const fs::file_status status = fs::status(vault, code);
    if (fs::is_directory(status)) {
        return Error{tr("This is a folder, not a vault"), vault.string(),
                     tr("Choose a file that ends in .palpate.")};
    }
    if (!fs::exists(status)) {
        if (auto folder = checkFolder(vault); !folder) return folder;
        return Error{tr("There is no such vault"), vault.string(), tr("Check the name and the folder.")};
    }
    if (!fs::is_regular_file(status)) {
        return Error{tr("This is not a Palpate vault"), vault.string(),
                     tr("Choose a file that ends in .palpate.")};
    }
    // SQLite follows links too, and writes its log beside the file itself.
    const fs::path file = fs::canonical(vault, code);
    const auto start = readStart(file);
    if (!start) return start.error();
    if (auto fit = inspectStart(*start, file); !fit) return fit;
    if (auto folder = checkFolder(file); !folder) return folder;
    if (::access(vault.c_str(), W_OK) != 0) return sqliteError(SQLITE_READONLY, "", vault);
    return {};
}

core::Result<fs::path> makeTemporaryBeside(const fs::path& vault) {
    std::error_code code;
    if (fs::exists(fs::symlink_status(vault, code))) return thereAlready(vault);
    if (auto folder = checkFolder(vault); !folder) return folder.error();
    std::string name = (vault.parent_path() / ("." + vault.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return Error{trf("The vault could not be made: {0}", {std::strerror(errno)}), vault.string(),
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
        return Error{trf("The vault could not be given its name: {0}", {std::strerror(failure)}),
                     vault.string(), tr("Choose another name or folder.")};
    }
    flushFolder(vault.parent_path());
    return {};
}

}  // namespace palpate::records
