#pragma once

#include "core/result.h"
#include "records/practice.h"

#include <cstddef>
#include <filesystem>
#include <utility>
#include <vector>

namespace palpate::cli {

// For a command that answers with all that can be read: what could not be since this object was made.
class Unreadable {
public:
    explicit Unreadable(const records::Practice& practice)
        : m_practice(practice), m_before(practice.damagedRecords().size()) {}

    void add(core::Error error) { m_all.push_back(std::move(error)); }
    // Each once.
    [[nodiscard]] std::vector<core::Error> all() const;

private:
    const records::Practice& m_practice;
    std::size_t m_before;
    std::vector<core::Error> m_all;
};

// Names them on standard error and gives the error that the command ends with, after its answer; none if
// there is nothing to name.
[[nodiscard]] core::Result<void> tellUnreadable(const std::vector<core::Error>& unreadable,
                                                const std::filesystem::path& vault);

}  // namespace palpate::cli
