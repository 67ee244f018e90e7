#include "core/check.h"
#include "fuzz/targets.h"
#include "records/maintenance.h"
#include "records/vault.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace palpate::fuzz {

namespace {

namespace fs = std::filesystem;

// In memory, one a process, gone with it. One that breaks leaves it to tools/fuzz, which says where.
class Folder {
public:
    Folder() {
        const char* const within = std::getenv("PALPATE_FUZZ_FOLDER");
        std::string name = std::string(within == nullptr ? "/dev/shm" : within) + "/palpate-fuzz-XXXXXX";
        core::check(::mkdtemp(name.data()) != nullptr, "there is a place for files in memory");
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code code;
        fs::remove_all(m_path, code);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

const fs::path& folder() {
    static const Folder folder;
    return folder.path();
}

struct Emptied {
    ~Emptied() {
        std::error_code code;
        for (const auto& entry : fs::directory_iterator(folder(), code))
            fs::remove_all(entry.path(), code);
    }
};

void readAll(records::Practice& practice) {
    const auto visits = practice.visits({});
    (void)practice.clients();
    if (!visits) return;
    for (const clinic::Visit& visit : *visits) {
        const auto maps = practice.maps(visit.id);
        if (!maps) continue;
        for (const records::MapInfo& map : *maps)
            (void)practice.loadMap(map.key);
    }
    (void)practice.auditLog(1, 1000);
    (void)records::checkPractice(practice);
}

}  // namespace

void fuzzVault(Bytes bytes) {
    const fs::path vault = folder() / "v.palpate";
    const Emptied emptied;
    {
        std::ofstream file(vault, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    const auto face = records::lookAtVault(vault);
    if (!face) {
        core::check(!face.error().what.empty(), "a refusal says what is wrong");
        return;
    }
    // With the published passphrase: no work of seconds for each file.
    auto key = records::unlockDemo(vault);
    if (!key) return;
    if (const auto practice = records::openVault(vault, std::move(*key))) readAll(**practice);
}

}  // namespace palpate::fuzz
