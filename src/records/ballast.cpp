#include "records/ballast.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>
#include <utility>

namespace palpate::records {

namespace fs = std::filesystem;

Ballast::Ballast(const fs::path& vault)
    : m_file(vault.parent_path() / ("." + vault.filename().string() + "-reserve")) {
    struct stat status {};
    m_isThere = ::lstat(m_file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                status.st_uid == ::geteuid() && status.st_size == static_cast<off_t>(kBytes);
}

Ballast::Ballast(Ballast&& other) noexcept
    : m_file(std::move(other.m_file)), m_isThere(std::exchange(other.m_isThere, false)) {}

Ballast& Ballast::operator=(Ballast&& other) noexcept {
    release();
    m_file = std::move(other.m_file);
    m_isThere = std::exchange(other.m_isThere, false);
    return *this;
}

void Ballast::take() {
    if (m_isThere || m_file.empty()) return;
    std::error_code code;
    const fs::space_info space = fs::space(m_file.parent_path(), code);
    if (code || space.available < 2 * kBytes) return;
    const int descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return;
    m_isThere = ::posix_fallocate(descriptor, 0, static_cast<off_t>(kBytes)) == 0;
    ::close(descriptor);
    if (!m_isThere) ::unlink(m_file.c_str());
}

void Ballast::release() {
    if (!m_isThere) return;
    ::unlink(m_file.c_str());
    m_isThere = false;
}

}  // namespace palpate::records
