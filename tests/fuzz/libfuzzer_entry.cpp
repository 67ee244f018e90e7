#include "fuzz/targets.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    palpate::fuzz::PALPATE_FUZZ_TARGET({reinterpret_cast<const std::byte*>(data), size});
    return 0;
}
