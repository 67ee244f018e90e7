#pragma once

#include "records/practice.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::test {

[[nodiscard]] std::vector<std::byte> bytesOf(std::string_view text);
[[nodiscard]] records::JournalEntry strokeEntry(std::string_view text);
[[nodiscard]] clinic::Client sampleClient(const std::string& code);

// A clock that goes on by a second each time it is asked.
[[nodiscard]] records::Clock steadyClock();

// Makes a vault with two clients, three visits, three maps with strokes, undo, a snapshot and a completion.
// Throws if anything fails.
void makeSampleVault(const std::filesystem::path& vault);

[[nodiscard]] std::unique_ptr<records::Practice> openOrThrow(const std::filesystem::path& vault);

// The names and bytes of all files in a folder.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> filesIn(const std::filesystem::path& folder);
[[nodiscard]] std::string contentOf(const std::filesystem::path& file);
void writeContent(const std::filesystem::path& file, std::string_view content);

}  // namespace palpate::test
