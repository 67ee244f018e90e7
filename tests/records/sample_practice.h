#pragma once

#include "core/result.h"
#include "records/practice.h"
#include "records/vault.h"

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

// Makes and opens vaults that need no passphrase, which would cost every test a tenth of a second.
[[nodiscard]] core::Result<std::unique_ptr<records::Practice>> createPractice(
    const std::filesystem::path& vault, const std::string& name, records::Clock clock = core::now);
core::Result<void> createFilledPractice(const std::filesystem::path& vault, const std::string& name,
                                        const std::function<core::Result<void>(records::Practice&)>& fill,
                                        records::Clock clock = core::now);
[[nodiscard]] core::Result<std::unique_ptr<records::Practice>> openPractice(
    const std::filesystem::path& vault, records::Clock clock = core::now);

// Two clients, three visits, three maps with strokes, undo, a snapshot and a completion.
core::Result<void> fillSample(records::Practice& practice);
// Makes a demo vault with that. Throws if anything fails.
void makeSampleVault(const std::filesystem::path& vault);

[[nodiscard]] std::unique_ptr<records::Practice> openOrThrow(const std::filesystem::path& vault);

// The names and bytes of all files in a folder.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> filesIn(const std::filesystem::path& folder);
[[nodiscard]] std::string contentOf(const std::filesystem::path& file);
void writeContent(const std::filesystem::path& file, std::string_view content);

}  // namespace palpate::test
