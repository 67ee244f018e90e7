// Reads every file of the corpus as tools/fuzz does: replay CORPUS. What breaks a promise stops the program.

#include "core/atomic_file.h"
#include "fuzz/targets.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace palpate;

namespace {

struct Target {
    const char* folder;
    void (*read)(fuzz::Bytes);
};

constexpr std::array kTargets{Target{"vault", fuzz::fuzzVault}, Target{"item", fuzz::fuzzItem},
                              Target{"stroke", fuzz::fuzzStroke}, Target{"map", fuzz::fuzzMap}};

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    for (const Target& target : kTargets) {
        const auto files = filesIn(fs::path(argv[1]) / target.folder);
        for (const fs::path& file : files) {
            const auto bytes = core::readFile(file);
            if (!bytes) {
                std::cerr << bytes.error().message() << '\n';
                return 1;
            }
            std::cout << target.folder << '/' << file.filename().string() << std::endl;
            target.read(*bytes);
        }
        if (files.empty()) {
            std::cerr << "the corpus of " << target.folder << " is empty\n";
            return 1;
        }
    }
    return 0;
}
