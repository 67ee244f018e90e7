#include "cli/open_practice.h"

#include "records/vault.h"

#include <utility>

namespace palpate::cli {

core::Result<std::unique_ptr<records::Practice>> openPractice(const std::filesystem::path& vault) {
    auto key = records::unlockDemo(vault);
    if (!key) return key.error();
    return records::openVault(vault, std::move(*key));
}

}  // namespace palpate::cli
