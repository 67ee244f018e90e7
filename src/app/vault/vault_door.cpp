#include "app/vault/vault_door.h"

#include "app/user_folders.h"
#include "body/body_model.h"
#include "document/demo_practice.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

std::chrono::sys_days localDay(core::Timestamp time) {
    using namespace std::chrono;
    const milliseconds local = milliseconds{time.utcMilliseconds} + minutes{time.offsetMinutes};
    return sys_days{floor<days>(local)};
}

}  // namespace

core::Result<records::VaultFace> RealVaultDoor::look(const fs::path& vault) {
    return records::lookAtVault(vault);
}

core::Result<records::VaultKey> RealVaultDoor::unlock(const fs::path& vault, const core::Secret& passphrase) {
    return records::unlock(vault, passphrase);
}

core::Result<records::VaultKey> RealVaultDoor::unlockWithRecoveryKey(const fs::path& vault,
                                                                     std::string_view typed) {
    return records::unlockWithRecoveryKey(vault, typed);
}

core::Result<records::VaultKey> RealVaultDoor::unlockDemo(const fs::path& vault) {
    return records::unlockDemo(vault);
}

core::Result<records::CreatedVault> RealVaultDoor::create(const fs::path& vault,
                                                          const records::NewVault& made) {
    return records::createVault(vault, made);
}

core::Result<std::unique_ptr<records::Practice>> RealVaultDoor::open(const fs::path& vault,
                                                                     records::VaultKey key) {
    return records::openVault(vault, std::move(key));
}

core::Result<fs::path> RealVaultDoor::demo() {
    const auto folder = dataFolder();
    if (!folder) return folder.error();
    const fs::path vault = *folder / "demo.palpate";
    std::error_code code;
    const auto face = records::lookAtVault(vault);
    // A demo of a build before vaults were sealed: kept beside the new one.
    if (face && face->unsealed) fs::rename(vault, vault.string() + ".format-0", code);
    if (fs::exists(vault, code)) return vault;
    auto body = body::loadStandardBody(m_modelsFolder);
    if (!body) return body.error();
    document::DemoOptions options;
    options.lastDay = localDay(core::now());  // so that today's visit is there, begun
    if (auto made = document::makeDemoPractice(vault, **body, options); !made) return made.error();
    return vault;
}

}  // namespace palpate::app
