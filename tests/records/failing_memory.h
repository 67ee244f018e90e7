#pragma once

namespace palpate::test {

// Lets one allocation of this program or of SQLite fail, as when the memory is used up for a moment. The
// program's own then throw std::bad_alloc. One at a time; no vault is open when one is made or goes.
class FailingMemory {
public:
    FailingMemory();
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;
    ~FailingMemory();

    // The allocation after the next `after` ones fails, the later ones work.
    void failAfter(int after);
    // All work from now on. True: the one that was to fail was reached.
    bool work();
};

}  // namespace palpate::test
