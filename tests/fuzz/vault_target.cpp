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

// In memory, and one a process: tools/fuzz runs several.
const fs::path& folder() {
    static const fs::path path = [] {
        std::string name = "/dev/shm/palpate-fuzz-XXXXXX";
        core::check(::mkdtemp(name.data()) != nullptr, "there is a place for files in memory");
        return fs::path(name);
    }();
    return path;
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
