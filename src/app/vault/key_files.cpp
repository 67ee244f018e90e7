#include "app/vault/key_files.h"

#include "app/user_folders.h"
#include "core/atomic_file.h"
#include "core/secret.h"
#include "core/text.h"
#include "core/time.h"
#include "image/png.h"
#include "report/key_sheet.h"
#include "report/sheet.h"

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

report::KeySheetModel modelOf(const KeyToKeep& key) {
    return {key.practice, fs::absolute(key.vault).string(), core::localDate(core::now()), key.key};
}

fs::path fileFor(const KeyToKeep& key, const fs::path& folder, const char* end) {
    return freePath(folder / (key.vault.stem().string() + " " + core::tr("recovery key") + end));
}

}  // namespace

core::Result<fs::path> saveKeyFile(const KeyToKeep& key, const fs::path& folder) {
    const fs::path path = fileFor(key, folder, ".txt");
    std::string text = report::keySheetText(modelOf(key));
    auto written = core::writeFileAtomically(path, text, core::FileAccess::OwnerOnly);
    core::wipe(text);
    if (!written) return written.error();
    return path;
}

core::Result<fs::path> saveKeySheet(const KeyToKeep& key, const fs::path& folder, const fs::path& resources) {
    const auto page = report::drawKeySheet(modelOf(key), resources);
    if (!page) return page.error();
    const fs::path path = fileFor(key, folder, ".png");
    auto written = image::writePngFile(path, *page, report::sheetNotes(), core::FileAccess::OwnerOnly);
    if (!written) return written.error();
    return path;
}

}  // namespace palpate::app
