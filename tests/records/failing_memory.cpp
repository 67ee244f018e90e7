#include "records/failing_memory.h"

#include <sqlite3.h>

#include <cstdlib>
#include <limits>
#include <new>
#include <stdexcept>

namespace {

struct State {
    int left = std::numeric_limits<int>::max();
    bool armed = false, failed = false;
    sqlite3_mem_methods real{};
} state;  // neither operator new nor SQLite's interface gives another way to reach it

bool fails() {
    if (!state.armed || state.left-- > 0) return false;
    state.armed = false;
    state.failed = true;
    return true;
}

void* allocateForSqlite(int size) {
    return fails() ? nullptr : state.real.xMalloc(size);
}
void* reallocateForSqlite(void* memory, int size) {
    return fails() ? nullptr : state.real.xRealloc(memory, size);
}

void configure(const sqlite3_mem_methods& methods) {
    if (sqlite3_shutdown() != SQLITE_OK || sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK ||
        sqlite3_initialize() != SQLITE_OK)
        throw std::runtime_error("SQLite's memory cannot be made to fail");
}

}  // namespace

// All of those without an alignment, so that none is taken from one allocator and given back to another.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
    void* const memory = operator new(size, std::nothrow);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
void* operator new[](std::size_t size) {
    return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return operator new(size, std::nothrow);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
    std::free(memory);
}

namespace palpate::test {

FailingMemory::FailingMemory() {
    sqlite3_initialize();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &state.real);
    sqlite3_shutdown();
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &state.real) != SQLITE_OK)
        throw std::runtime_error("SQLite's memory cannot be made to fail");
    sqlite3_mem_methods failing = state.real;
    failing.xMalloc = allocateForSqlite;
    failing.xRealloc = reallocateForSqlite;
    configure(failing);
}

FailingMemory::~FailingMemory() {
    work();
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_MALLOC, &state.real);
    sqlite3_initialize();
}

void FailingMemory::failAfter(int after) {
    state.left = after;
    state.failed = false;
    state.armed = true;
}

bool FailingMemory::work() {
    state.armed = false;
    return state.failed;
}

}  // namespace palpate::test
