#include "app/leaving.h"

#include "core/atomic_file.h"
#include "document/rescue.h"

#include <optional>
#include <string>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

// "unwritten_visit-12_client.jsonl", with a number behind it if that is taken. The name says nothing about
// the client.
fs::path freePath(const fs::path& folder, const clinic::MapKey& key) {
    const std::string stem =
        "unwritten_visit-" + std::to_string(key.visit.value) + "_" + clinic::authorId(key.author);
    fs::path path = folder / (stem + ".jsonl");
    std::error_code ignored;
    for (int number = 2; fs::exists(path, ignored); ++number)
        path = folder / (stem + "_" + std::to_string(number) + ".jsonl");
    return path;
}

std::optional<fs::path> write(const document::UnwrittenStrokes& strokes,
                              const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders) {
        const fs::path path = freePath(folder, strokes.key);
        if (core::writeFileAtomically(path, strokes.lines)) return path;
    }
    return std::nullopt;
}

}  // namespace

std::vector<fs::path> rescueStrokes(const document::Document& document,
                                    const std::vector<fs::path>& folders) {
    std::vector<fs::path> files;
    for (const document::UnwrittenStrokes& strokes : document::unwrittenStrokes(document)) {
        if (const auto path = write(strokes, folders)) files.push_back(*path);
    }
    return files;
}

}  // namespace palpate::app
