#include "cli/recovery_key_output.h"

#include "core/atomic_file.h"
#include "core/text.h"

#include <iostream>
#include <string>
#include <system_error>

namespace palpate::cli {

using core::tr;
using core::trf;

CLI::Option* addRecoveryKeyOutput(CLI::App& app, std::filesystem::path& output) {
    return app
        .add_option("--recovery-key-output", output,
                    tr("Write the recovery key into this new file instead of showing it"))
        ->type_name("FILE");
}

core::Result<void> checkRecoveryKeyOutput(const std::filesystem::path& output) {
    std::error_code code;
    if (output.empty() || !std::filesystem::exists(std::filesystem::symlink_status(output, code))) return {};
    return core::Error{tr("There is a file of that name already"), output.string(),
                       tr("Choose another name for the recovery key.")};
}

core::Result<void> keepRecoveryKey(const core::Secret& key, const std::filesystem::path& output) {
    if (output.empty()) return {};
    std::string line;
    line.reserve(key.size() + 1);  // growing would leave a copy behind
    line += key.text();
    line += '\n';
    auto written = core::writeFileAtomically(output, line, core::FileAccess::OwnerOnly);
    core::wipe(line);
    return written;
}

void printRecoveryKey(const core::Secret& key, const std::filesystem::path& output) {
    if (output.empty()) {
        std::cout << tr("Recovery key:") << ' ' << key.text() << '\n';  // no copy of it in a text of our own
    } else {
        std::cout << trf("The recovery key is in {0}", {output.string()}) << '\n';
    }
    std::cout
        << tr("Whoever has it can open the practice without the passphrase. Print it, lock it away, and "
              "keep it nowhere else: with neither passphrase nor recovery key nobody can open the "
              "practice again.")
        << '\n';
}

}  // namespace palpate::cli
