#pragma once

#include "core/secret.h"
#include "core/time.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace palpate::commands {

// Something that is done with the open practice as a whole, outside its records.
struct PracticeTask {
    enum class Kind : std::uint8_t {
        BackUp,            // into the backup folder
        Restore,           // `backup` takes the practice's place
        ChangePassphrase,  // to `passphrase`
        RenewRecoveryKey,
        RotateKeys,  // with `passphrase`
        Check,
        SaveRecoveryKey,   // `recoveryKey` as a file
        PrintRecoveryKey,  // `recoveryKey` as a sheet
    };
    Kind kind = Kind::BackUp;
    std::filesystem::path backup = {};
    core::Secret passphrase = {};
    core::Secret recoveryKey = {};
    // ChangePassphrase, RenewRecoveryKey, RotateKeys: today's passphrase or the recovery key, by which who
    // asks shows that the practice is theirs.
    core::Secret present = {};
};

[[nodiscard]] constexpr bool changesKeys(PracticeTask::Kind kind) {
    using Kind = PracticeTask::Kind;
    return kind == Kind::ChangePassphrase || kind == Kind::RenewRecoveryKey || kind == Kind::RotateKeys;
}

struct PracticeOutcome {
    std::string told;                   // what was done, in words
    std::vector<std::string> problems;  // Check only: what was found
    core::Secret recoveryKey;           // text; of the tasks that make a new one
};

struct PracticeBackup {
    std::filesystem::path file;
    core::Timestamp at;
};

}  // namespace palpate::commands
