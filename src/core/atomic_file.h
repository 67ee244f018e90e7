#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace palpate::core {

// Who may read a file that is written.
enum class FileAccess : std::uint8_t {
    Usual,      // whom the person's umask allows
    OwnerOnly,  // 0600
};

// Writes the whole file or leaves what was there: a temporary file in the same folder, flushed to the disk,
// renamed over `path`, then the folder flushed. Error: what the system said, and the path.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path,
                                               std::span<const std::byte> bytes,
                                               FileAccess access = FileAccess::Usual);
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text,
                                               FileAccess access = FileAccess::Usual);

// Reads a whole file of at most `maxBytes`. Errors: missing, not a file, unreadable, larger than allowed.
[[nodiscard]] Result<std::vector<std::byte>> readFile(const std::filesystem::path& path,
                                                      std::uintmax_t maxBytes = 256U << 20U);
[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& path,
                                               std::uintmax_t maxBytes = 256U << 20U);

}  // namespace palpate::core
