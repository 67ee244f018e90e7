#pragma once

namespace palpate::test {

// While it lives, every file that SQLite opens goes through a layer whose writes, flushes and truncations can
// be made to fail, as a full or broken disk makes them. One at a time.
class FailingDisk {
public:
    FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    // Every file must be closed by now.
    ~FailingDisk();

    // The next `after` changes work, every later one fails with the SQLite result `code`.
    void failAfter(int after, int code);
    void work();
    // How often a file was flushed to the disk since failAfter() or work().
    [[nodiscard]] int flushes() const;
};

}  // namespace palpate::test
