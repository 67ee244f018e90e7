#pragma once

#include <cstddef>
#include <filesystem>

namespace palpate::records {

// Space on the disk that is given up when the disk is full, so that what is being painted can still be
// written: a hidden file beside the vault while it is open.
class Ballast {
public:
    static constexpr std::size_t kBytes = std::size_t{4} << 20U;

    Ballast() = default;  // none, ever
    // None yet, or what a program that ended without a word left there: on a full disk it is all there is.
    explicit Ballast(const std::filesystem::path& vault);
    Ballast(Ballast&& other) noexcept;
    Ballast& operator=(Ballast&& other) noexcept;
    ~Ballast() { release(); }

    [[nodiscard]] bool isThere() const { return m_isThere; }
    void release();
    // Takes the space, if it is not taken and as much again stays free.
    void take();

private:
    std::filesystem::path m_file;
    bool m_isThere = false;
};

}  // namespace palpate::records
