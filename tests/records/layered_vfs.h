#pragma once

#include <sqlite3.h>

// What the disks of the tests share: a layer between SQLite and the real files that passes everything on but
// what a disk puts its own functions in the place of.
namespace palpate::test {

// A file as the layer keeps it; the real one lies behind it in the same memory.
struct LayeredFile {
    sqlite3_file base;
    void* note;  // of the disk's own; null unless its open function sets one
};

[[nodiscard]] sqlite3_file* realOf(sqlite3_file* file);

// Functions that pass everything on. Version 1 of the interface: it has no shared memory, which an exclusive
// connection must do without.
[[nodiscard]] sqlite3_io_methods passingMethods();

// While it lives, every file that SQLite opens goes through the layer.
class LayeredVfs {
public:
    // `open` is what SQLite calls for each file; it ends with openReal(). `name` outlives this.
    using Open = int (*)(sqlite3_vfs*, const char*, sqlite3_file*, int, int*);
    LayeredVfs(const char* name, Open open);
    LayeredVfs(const LayeredVfs&) = delete;
    LayeredVfs& operator=(const LayeredVfs&) = delete;
    // Every file must be closed by now.
    ~LayeredVfs();

    // The layer itself, for functions that are to be replaced as well.
    [[nodiscard]] sqlite3_vfs& layer() { return m_layer; }
    [[nodiscard]] sqlite3_vfs* real() const { return m_real; }
    // Opens the real file; `methods` are then those of the layered one.
    int openReal(const char* name, sqlite3_file* file, int flags, int* outFlags,
                 const sqlite3_io_methods& methods, void* note = nullptr) const;

private:
    sqlite3_vfs* m_real;
    sqlite3_vfs m_layer;
};

}  // namespace palpate::test
