#pragma once

#include "document/document.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::app {

// A paint script with strokes of one map that could not be written into the practice.
struct RescueFile {
    clinic::MapKey key;
    std::filesystem::path path;
};

struct Rescue {
    std::vector<RescueFile> files;
    bool complete = true;  // every map whose strokes are unwritten has its file
};

// Puts strokes that could not be written into paint scripts for `palpate-cli map paint`, each in the first of
// `folders` that can be written to, readable by their owner only. Files that are there already are left
// alone.
[[nodiscard]] Rescue rescueStrokes(const document::Document& document,
                                   const std::vector<std::filesystem::path>& folders);

// Takes the files away again, so that strokes that are asked for once more are not there twice.
void withdraw(const Rescue& rescue);

// Where strokes are put: the folder for sheets, then that of the practice. Never a folder that others share.
[[nodiscard]] std::vector<std::filesystem::path> rescueFolders(const document::Document& document);

// What to type to bring the strokes of `file` into the practice at `vault`, quoted for a shell.
[[nodiscard]] std::string recoveryCommand(const std::filesystem::path& vault, const RescueFile& file);

// Says on standard error where each file is and how to bring its strokes back.
void reportRescue(const std::filesystem::path& vault, const Rescue& rescue);

// While it lives, a broken promise of our own code (core::check) rescues the strokes of `document`, which
// must outlive it. One at a time.
class [[nodiscard]] RescueOnFailure {
public:
    explicit RescueOnFailure(const document::Document& document);
    ~RescueOnFailure();
    RescueOnFailure(const RescueOnFailure&) = delete;
    RescueOnFailure& operator=(const RescueOnFailure&) = delete;
};

}  // namespace palpate::app
