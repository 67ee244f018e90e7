#include "core/resources.h"

#include "core/text.h"

#include <cstdlib>
#include <system_error>

namespace palpate::core {

Result<std::filesystem::path> resourceFolder() {
    std::filesystem::path folder;
    std::error_code code;
    if (const char* chosen = std::getenv("PALPATE_RESOURCES"); chosen != nullptr && *chosen != '\0') {
        folder = chosen;
    } else {
        const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", code);
        folder = program.parent_path().parent_path() / "share" / "palpate";
    }
    if (!code && std::filesystem::is_directory(folder / "models", code)) return folder;
    return Error{
        tr("Palpate's models and fonts were not found"), folder.string(),
        tr("Install Palpate again, or set PALPATE_RESOURCES to the folder that holds models and fonts.")};
}

}  // namespace palpate::core
