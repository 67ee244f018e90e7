#pragma once

#include <cstddef>
#include <span>

// What a reader of bytes from outside has to bear: any bytes at all. Each of these feeds one reader, and
// stops the program where a promise is broken; tools/fuzz looks for such bytes, and the ones that were ever
// found are kept and read again by an ordinary test.
namespace palpate::fuzz {

using Bytes = std::span<const std::byte>;

void fuzzVault(Bytes bytes);   // a whole file, opened as a vault
void fuzzItem(Bytes bytes);    // the plain text of an item, and an item as it lies in the file
void fuzzStroke(Bytes bytes);  // a line of a file of strokes
void fuzzMap(Bytes bytes);     // a saved map

}  // namespace palpate::fuzz
