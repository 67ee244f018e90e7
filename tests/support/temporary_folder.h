#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace palpate::test {

// A folder of its own for one test, gone afterwards. In memory where that is possible: tests that write
// thousands of small files would otherwise mostly wait for the disk.
class TemporaryFolder {
public:
    TemporaryFolder() {
        const bool inMemory = std::getenv("TMPDIR") == nullptr && ::access("/dev/shm", W_OK) == 0;
        const std::filesystem::path parent = inMemory ? "/dev/shm" : std::filesystem::temp_directory_path();
        std::string name = (parent / "palpate-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
        m_path = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code code;
        std::filesystem::remove_all(m_path, code);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

}  // namespace palpate::test
