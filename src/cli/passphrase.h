#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <filesystem>
#include <optional>

// Where secrets come from on a command line: a file, the environment or a prompt; never an argument, which
// every program of the machine may read.
namespace palpate::cli {

inline constexpr const char* kPassphraseVariable = "PALPATE_PASSPHRASE";
inline constexpr const char* kNewPassphraseVariable = "PALPATE_NEW_PASSPHRASE";

// The first line of a file, without its end. Errors: the file cannot be read, its first line is empty or
// longer than 1,024 bytes.
[[nodiscard]] core::Result<core::Secret> firstLineOf(const std::filesystem::path& file);

// The value of an environment variable, which is taken out of the environment; empty if it is not set or has
// no letter.
[[nodiscard]] std::optional<core::Secret> secretFromEnvironment(const char* variable);

// Asks on the terminal, without showing what is typed. Nothing if there is no terminal to ask on.
// Errors: nothing was typed, the line is too long, the input ended.
[[nodiscard]] core::Result<std::optional<core::Secret>> promptForSecret(const char* question);

// A new passphrase: from `file`, from `variable`, or asked for twice. Errors: those above, nowhere to ask,
// two that differ.
[[nodiscard]] core::Result<core::Secret> newPassphrase(const std::filesystem::path& file,
                                                       const char* fileOption, const char* variable);

}  // namespace palpate::cli
