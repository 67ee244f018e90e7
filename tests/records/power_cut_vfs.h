#pragma once

#include <cstdint>

namespace palpate::test {

// While it lives, every file that SQLite opens behaves as on a disk whose power is cut: what was written but
// not flushed may or may not be on it afterwards, in pieces of 512 bytes, in any order. One at a time.
class PowerCutDisk {
public:
    explicit PowerCutDisk(std::uint64_t seed);
    PowerCutDisk(const PowerCutDisk&) = delete;
    PowerCutDisk& operator=(const PowerCutDisk&) = delete;
    // Every file must be closed by now.
    ~PowerCutDisk();

    // The power goes at the change (write, flush, truncation) after the next `changes`; from then on
    // everything fails.
    void cutAfter(int changes);
    // A disk that says that it has flushed and has not.
    void ignoreFlushes();
    [[nodiscard]] bool isCut() const;
    // How many writes were not flushed when the power went.
    [[nodiscard]] int unflushed() const;

    // Once all files are closed: makes them what the disk holds when the power is back.
    void restorePower();
};

}  // namespace palpate::test
