#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <CLI/App.hpp>

#include <filesystem>
#include <string>

// A new recovery key has to reach the person who keeps it: it is nowhere else.
namespace palpate::cli {

CLI::Option* addRecoveryKeyOutput(CLI::App& app, std::filesystem::path& output);

// Error: there is a file of that name already. To be asked before a key is made.
core::Result<void> checkRecoveryKeyOutput(const std::filesystem::path& output);

// Writes the key into a file that only its owner may read, if one was named.
core::Result<void> keepRecoveryKey(const core::Secret& key, const std::filesystem::path& output);

// Says where the key is or, if no file was named, what it is; and what it is for.
void printRecoveryKey(const core::Secret& key, const std::filesystem::path& output);
template <typename Json>
void addRecoveryKeyTo(Json& json, const core::Secret& key, const std::filesystem::path& output) {
    if (output.empty()) {
        json["recovery_key"] = std::string(key.text());
    } else {
        json["recovery_key_file"] = output.string();
    }
}

}  // namespace palpate::cli
