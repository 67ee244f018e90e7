#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "core/time.h"
#include "records/practice.h"
#include "records/vault.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

namespace palpate::app {

// What the window asks of vaults before one is open; tests bring their own. unlock() and its like are called
// on a thread of their own, never two at a time.
class VaultDoor {
public:
    virtual ~VaultDoor() = default;

    [[nodiscard]] virtual core::Result<records::VaultFace> look(const std::filesystem::path& vault) = 0;
    [[nodiscard]] virtual core::Result<records::VaultKey> unlock(const std::filesystem::path& vault,
                                                                 const core::Secret& passphrase) = 0;
    [[nodiscard]] virtual core::Result<records::VaultKey> unlockWithRecoveryKey(
        const std::filesystem::path& vault, std::string_view typed) = 0;
    [[nodiscard]] virtual core::Result<records::VaultKey> unlockDemo(const std::filesystem::path& vault) = 0;
    [[nodiscard]] virtual core::Result<records::CreatedVault> create(const std::filesystem::path& vault,
                                                                     const records::NewVault& made) = 0;
    [[nodiscard]] virtual core::Result<std::unique_ptr<records::Practice>> open(
        const std::filesystem::path& vault, records::VaultKey key) = 0;
    // Where the demo practice is; it is made first if it is not there yet.
    [[nodiscard]] virtual core::Result<std::filesystem::path> demo() = 0;
};

// The vaults of this machine. `modelsFolder` has the standard body that a demo practice is painted on.
class RealVaultDoor : public VaultDoor {
public:
    explicit RealVaultDoor(std::filesystem::path modelsFolder) : m_modelsFolder(std::move(modelsFolder)) {}

    core::Result<records::VaultFace> look(const std::filesystem::path& vault) override;
    core::Result<records::VaultKey> unlock(const std::filesystem::path& vault,
                                           const core::Secret& passphrase) override;
    core::Result<records::VaultKey> unlockWithRecoveryKey(const std::filesystem::path& vault,
                                                          std::string_view typed) override;
    core::Result<records::VaultKey> unlockDemo(const std::filesystem::path& vault) override;
    core::Result<records::CreatedVault> create(const std::filesystem::path& vault,
                                               const records::NewVault& made) override;
    core::Result<std::unique_ptr<records::Practice>> open(const std::filesystem::path& vault,
                                                          records::VaultKey key) override;
    core::Result<std::filesystem::path> demo() override;

private:
    std::filesystem::path m_modelsFolder;
};

}  // namespace palpate::app
