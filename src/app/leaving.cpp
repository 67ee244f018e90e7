#include "app/leaving.h"

#include "app/user_folders.h"
#include "core/atomic_file.h"
#include "core/check.h"
#include "core/text.h"
#include "document/rescue.h"

#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

const document::Document* theDocument = nullptr;

// "unwritten_visit-12_client.jsonl". The name says nothing about the client.
std::string fileName(const clinic::MapKey& key) {
    return "unwritten_visit-" + std::to_string(key.visit.value) + "_" + clinic::authorId(key.author) +
           ".jsonl";
}

std::optional<fs::path> write(const document::UnwrittenStrokes& strokes,
                              const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders) {
        const fs::path path = freePath(folder / fileName(strokes.key));
        if (core::writeFileAtomically(path, strokes.lines, core::FileAccess::OwnerOnly)) return path;
    }
    return std::nullopt;
}

// In single quotes; one inside ends them, stands escaped and begins them anew.
std::string quoted(const fs::path& path) {
    std::string text = "'";
    for (const char letter : path.string())
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

void rescueNow() {
    try {
        if (theDocument == nullptr || theDocument->practice == nullptr) return;
        reportRescue(theDocument->practice->path(), rescueStrokes(*theDocument, rescueFolders(*theDocument)));
    } catch (const std::exception&) {
        // The program ends in any case; nothing is left to try.
    }
}

}  // namespace

Rescue rescueStrokes(const document::Document& document, const std::vector<fs::path>& folders) {
    Rescue rescue;
    for (const document::UnwrittenStrokes& strokes : document::unwrittenStrokes(document)) {
        if (const auto path = write(strokes, folders)) {
            rescue.files.push_back({strokes.key, *path});
        } else {
            rescue.complete = false;
        }
    }
    return rescue;
}

void withdraw(const Rescue& rescue) {
    std::error_code ignored;
    for (const RescueFile& file : rescue.files)
        fs::remove(file.path, ignored);
}

std::vector<fs::path> rescueFolders(const document::Document& document) {
    const fs::path vault = document.practice->path();
    return {sheetFolder(vault), vault.parent_path()};
}

std::string recoveryCommand(const fs::path& vault, const RescueFile& file) {
    std::string command = "palpate-cli map paint --vault " + quoted(fs::absolute(vault)) + " --visit " +
                          std::to_string(file.key.visit.value) + " --author " +
                          clinic::authorId(file.key.author);
    if (file.key.moment != clinic::Moment::Before)
        command += std::string(" --moment ") + clinic::momentId(file.key.moment);
    return command + " --strokes " + quoted(fs::absolute(file.path));
}

void reportRescue(const fs::path& vault, const Rescue& rescue) {
    for (const RescueFile& file : rescue.files) {
        std::cerr << core::trf("Strokes that could not be written are in {0}. Bring them back with: {1}",
                               {file.path.string(), recoveryCommand(vault, file)})
                  << '\n';
    }
    if (!rescue.complete)
        std::cerr << core::tr("Some strokes could be written nowhere and are lost.") << '\n';
}

RescueOnFailure::RescueOnFailure(const document::Document& document) {
    theDocument = &document;
    core::setCheckHook(rescueNow);
}

RescueOnFailure::~RescueOnFailure() {
    core::setCheckHook(nullptr);
    theDocument = nullptr;
}

}  // namespace palpate::app
