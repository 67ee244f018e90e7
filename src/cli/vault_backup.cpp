#include "cli/backup_folder.h"
#include "cli/command_table.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/plural.h"
#include "core/text.h"
#include "records/maintenance.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;
using Json = nlohmann::ordered_json;

struct VaultBackupOptions {
    VaultAccess vault;
    std::filesystem::path folder;
    bool onlyList = false;
    bool json = false;
};

Json backupJson(const records::Backup& backup) {
    return {{"file", backup.file.string()}, {"at", core::toIso(backup.at)}};
}

void printDamaged(const records::Backup& backup) {
    if (backup.damaged.empty()) return;
    std::cout << trf("The practice was damaged before, and so is the backup, in {0}. It cannot be restored "
                     "as it is: run vault salvage on it or on the practice, and go on with what that makes.",
                     {core::trn("{0} place", "{0} places", backup.damaged.size())})
              << '\n';
    for (const core::Error& error : backup.damaged)
        std::cout << error.message() << '\n';
}

Outcome listBackups(const records::Practice& practice, const std::filesystem::path& folder, bool json) {
    const auto backups = records::backupsIn(folder, practice);
    Json list = Json::array();
    for (const records::Backup& backup : backups) {
        list.push_back(backupJson(backup));
        if (!json) std::cout << core::toIso(backup.at) << "  " << backup.file.string() << '\n';
    }
    if (json) {
        printJson(Json{{"folder", folder.string()}, {"backups", std::move(list)}});
    } else if (backups.empty()) {
        std::cout << trf("There is no backup of this practice in {0}.", {folder.string()}) << '\n';
    }
    return {};
}

Outcome backUpVault(const VaultBackupOptions& options) {
    const auto practice = openPracticeAsAnybody(options.vault);
    if (!practice) return practice.error();
    const auto folder = backupFolder(**practice, options.folder);
    if (options.onlyList) return listBackups(**practice, folder, options.json);
    const auto backup = records::backUp(**practice, folder, progressOnTerminal());
    if (!backup) return backup.error();
    if (!backup->notLogged.empty())
        std::cerr << "palpate-cli: "
                  << trf("The backup is there, but the practice's log does not say so: {0}",
                         {backup->notLogged})
                  << '\n';
    if (options.json) {
        Json json = backupJson(*backup);
        json["damaged"] = Json::array();
        for (const core::Error& error : backup->damaged)
            json["damaged"].push_back({{"what", error.what}, {"where", error.where}});
        printJson(json);
    } else {
        std::cout << trf("Backed up, opened again and checked: {0}", {backup->file.string()}) << '\n'
                  << tr("It opens with today's passphrase and recovery key. Keep a copy away from this "
                        "computer as well.")
                  << '\n';
        printDamaged(*backup);
    }
    return {};
}

}  // namespace

Action declareVaultBackup(CLI::App& app) {
    const auto options = std::make_shared<VaultBackupOptions>();
    addVault(app, options->vault);
    app.add_option("--to", options->folder,
                   tr("The folder (default the one chosen in the window, else \"NAME backups\" beside the "
                      "practice's file)"))
        ->type_name("FOLDER");
    app.add_flag("--list", options->onlyList, tr("Only list the backups that are there"));
    addJson(app, options->json);
    return [options] { return backUpVault(*options); };
}

}  // namespace palpate::cli
