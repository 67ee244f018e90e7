#pragma once

#include "records/practice.h"
#include "records/vault_keys.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace palpate::test {

// Changes a closed demo vault behind Palpate's back, as a sick disk or somebody with a hex editor would.
// Items are told by their names, whose ids only the key gives.
class Meddler {
public:
    explicit Meddler(std::filesystem::path vault);

    void run(const std::string& sql) const;
    // Flips one bit of the sealed bytes of an item.
    void damage(const std::string& item) const;
    void remove(const std::string& item) const;
    // Puts what is sealed in one item into the place of another.
    void exchange(const std::string& item, const std::string& by) const;

    // Makes an item say that its sealed bytes are those of another.
    void pointTo(const std::string& item, const std::string& other) const;

    // An item as it lies in the file.
    struct Row {
        std::int64_t version = 0;
        std::vector<std::byte> tag, bytes;
    };
    [[nodiscard]] Row take(const std::string& item) const;
    void put(const std::string& item, const Row& row) const;
    [[nodiscard]] std::string bytesOfId(const std::string& item) const;
    [[nodiscard]] bool has(const std::string& item) const;

private:
    [[nodiscard]] std::string idOf(const std::string& item) const;  // as SQL writes it

    std::filesystem::path m_vault;
    records::VaultKeys m_keys;
};

// Bytes as SQL writes them.
[[nodiscard]] std::string sqlBlob(std::span<const std::byte> bytes);

// Of a table, from 1.
[[nodiscard]] std::size_t rootPage(const std::filesystem::path& vault, const std::string& table);

// Whether something damaged was noted whose place begins with `record`.
[[nodiscard]] bool names(const records::Practice& practice, const std::string& record);
// Whether it was noted that records were changed from outside.
[[nodiscard]] bool noticesChange(const records::Practice& practice);

}  // namespace palpate::test
