#include "core/atomic_file.h"

#include "core/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace palpate::core {

namespace {

Error cannotWrite(const std::filesystem::path& path, int code) {
    return {trf("The file could not be written: {0}", {std::strerror(code)}), path.string(),
            tr("Choose a folder that exists and that you may write to.")};
}

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int get() const { return m_fd; }
    int close() {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 ? 0 : ::close(fd);
    }

private:
    int m_fd;
};

// 0, or the errno of what failed.
int writeAll(int fd, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return ::fsync(fd) == 0 ? 0 : errno;
}

// 0, or the errno of what failed.
int giveUsualAccess(int fd) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return ::fchmod(fd, 0666 & ~mask) == 0 ? 0 : errno;
}

void flushFolder(const std::filesystem::path& folder) {
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // The file itself is safe by now; a file system that cannot flush a folder is no reason to report
    // failure.
    if (directory.get() >= 0) ::fsync(directory.get());
}

}  // namespace

Result<void> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes,
                                 FileAccess access) {
    const std::filesystem::path folder =
        path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::string temporary = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.get() < 0) return cannotWrite(path, errno);

    int code = writeAll(file.get(), bytes);
    // mkostemp makes the file its owner's only; what a person exports has the usual permissions.
    if (code == 0 && access == FileAccess::Usual) code = giveUsualAccess(file.get());
    if (file.close() != 0 && code == 0) code = errno;
    if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
    if (code != 0) {
        ::unlink(temporary.c_str());
        return cannotWrite(path, code);
    }
    flushFolder(folder);
    return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text,
                                 FileAccess access) {
    return writeFileAtomically(path, std::as_bytes(std::span(text.data(), text.size())), access);
}

Result<std::string> readTextFile(const std::filesystem::path& path, std::uintmax_t maxBytes) {
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) {
        return Error{tr("There is no such file"), path.string(), tr("Check the name and the folder.")};
    }
    const std::uintmax_t size = std::filesystem::file_size(path, code);
    if (!code && size > maxBytes) {
        return Error{
            trf("The file is larger than the {0} bytes that are allowed", {std::to_string(maxBytes)}),
            path.string(), tr("Check that it is the file you meant.")};
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text(code ? 0 : size, '\0');
    if (!stream || !stream.read(text.data(), static_cast<std::streamsize>(text.size()))) {
        return Error{tr("The file could not be read"), path.string(), tr("Check that you may read it.")};
    }
    return text;
}

Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes) {
    auto text = readTextFile(path, maxBytes);
    if (!text) return text.error();
    const auto bytes = std::as_bytes(std::span(text->data(), text->size()));
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

}  // namespace palpate::core
