#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "records/practice.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

// Making, unlocking and opening the one file that a practice's records live in. docs/file-format.md describes
// it.
namespace palpate::records {

// How much work it is to try one passphrase on a copied file: Argon2id (RFC 9106).
struct KeyCost {
    unsigned passes = 3;
    std::size_t bytes = std::size_t{256} << 20U;
};
// No passphrase slot is made, or accepted, below this.
inline constexpr KeyCost kSmallestKeyCost{3, std::size_t{64} << 20U};

// The passphrase that opens every demo practice. It is published and protects nothing.
inline constexpr std::string_view kDemoPassphrase = "demo";

// The key of one vault, taken out of one of its slots. Whoever holds it reads everything.
class VaultKey {
public:
    VaultKey() = default;
    explicit VaultKey(core::Secret key) : m_key(std::move(key)) {}
    [[nodiscard]] const core::Secret& secret() const { return m_key; }
    [[nodiscard]] bool empty() const { return m_key.empty(); }
    [[nodiscard]] VaultKey clone() const { return VaultKey(m_key.clone()); }

private:
    core::Secret m_key;  // 32 bytes
};

// What is known of a vault without any key.
struct VaultFace {
    bool isDemo = false;  // opens with kDemoPassphrase, without asking
    int formatVersion = 0;
    bool newer = false;     // made by a newer version: opens to be read only
    bool writable = true;   // the file and its folder can be written to
    bool unsealed = false;  // format 0, which had no encryption: this version does not open it
};
// Errors: no such file, not a vault, cut short. Takes no lock and changes nothing.
[[nodiscard]] core::Result<VaultFace> lookAtVault(const std::filesystem::path& path);

// Whether a passphrase that does not fit is kept in the log of the vault: never in a backup or another copy.
enum class FailedUnlock : std::uint8_t { Noted, NotNoted };

// Take the vault key out of a slot. Slow on purpose (about a third of a second); safe to call on a thread of
// its own, and on a vault that is open elsewhere. Errors: the passphrase (or recovery key) does not fit,
// which is kept as a failed unlock in the vault's log unless `failed` says otherwise; a recovery key with a
// slip in it, which names the group of letters; those of lookAtVault().
[[nodiscard]] core::Result<VaultKey> unlock(const std::filesystem::path& path, const core::Secret& passphrase,
                                            FailedUnlock failed = FailedUnlock::Noted);
[[nodiscard]] core::Result<VaultKey> unlockWithRecoveryKey(const std::filesystem::path& path,
                                                           std::string_view typed,
                                                           FailedUnlock failed = FailedUnlock::Noted);
[[nodiscard]] core::Result<VaultKey> unlockDemo(const std::filesystem::path& path);

struct NewVault {
    std::string name;                          // of the practice
    std::string practitioner = {};             // who works there; empty: nobody is recorded
    bool isDemo = false;                       // then the passphrase is kDemoPassphrase unless one is given
    const core::Secret* passphrase = nullptr;  // outlives the call
    KeyCost cost = {};
};

// A vault that was just made. The recovery key is in groups of letters and digits, to be printed: it is
// nowhere else.
struct CreatedVault {
    VaultKey key;
    core::Secret recoveryKey;  // text
};

// Makes a new vault that holds what `fill` puts into it: the file gets its name when it is complete, or there
// is no file. Errors: the file is there already, the folder is missing or not writable, the disk is full, no
// passphrase for a practice that is no demo, those of `fill`.
[[nodiscard]] core::Result<CreatedVault> createVault(
    const std::filesystem::path& path, const NewVault& vault,
    const std::function<core::Result<void>(Practice&)>& fill = {}, Clock clock = core::now);

// Opens a vault with its key. Errors: no such file, not a vault, already open in another window, damaged, a
// key of another vault. A vault in a folder that cannot be written to, or of a newer format, opens to be read
// only (PracticeInfo::readOnly says why). What was deleted, put back or swapped from outside is noted as
// damage. `practitioner` names who is at work from the row of the opening on; if it is empty, it is the only
// one who works there, if it is just one. Error: nobody of that name works there; then nothing is logged.
[[nodiscard]] core::Result<std::unique_ptr<Practice>> openVault(const std::filesystem::path& path,
                                                                VaultKey key, Clock clock = core::now,
                                                                const std::string& practitioner = {});

}  // namespace palpate::records
