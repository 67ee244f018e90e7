#include "cli/backup_folder.h"
#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"
#include "records/maintenance.h"
#include "records/vault.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <system_error>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;
using Json = nlohmann::ordered_json;

struct VaultInfoOptions {
    VaultAccess vault;
    bool json = false;
};

core::Result<void> addInside(Json& json, const records::Practice& practice) {
    const auto clients = practice.clients();
    if (!clients) return clients.error();
    const auto visits = practice.visits({});
    if (!visits) return visits.error();
    const auto rows = practice.auditRows();
    if (!rows) return rows.error();
    const auto folder = backupFolder(practice, {});
    const auto backups = records::backupsIn(folder, practice);
    const auto practitioners = practice.practitioners();
    if (!practitioners) return practitioners.error();
    json["name"] = practice.info().name;
    json["practitioners"] = practitioners->size();
    json["clients"] = clients->size();
    json["visits"] = visits->size();
    json["audit_rows"] = *rows;
    json["backup_folder"] = folder.string();
    json["backups"] = backups.size();
    json["last_backup"] = backups.empty() ? Json(nullptr) : Json(core::toIso(backups.front().at));
    json["damaged_records"] = practice.damagedRecords().size();
    return {};
}

void print(const Json& json) {
    for (const auto& [key, value] : json.items()) {
        std::string label = key;
        for (char& letter : label)
            letter = letter == '_' ? ' ' : letter;
        std::cout << trf("{0}: {1}", {label, value.is_string()    ? value.get<std::string>()
                                             : value.is_null()    ? std::string(tr("none"))
                                             : value.is_boolean() ? std::string(value ? tr("yes") : tr("no"))
                                                                  : value.dump()})
                  << '\n';
    }
}

Outcome showVault(const VaultInfoOptions& options) {
    const auto face = records::lookAtVault(options.vault.file);
    if (!face) return face.error();
    std::error_code code;
    Json json{{"vault", options.vault.file.string()},
              {"format", face->formatVersion},
              {"sealed", !face->unsealed},
              {"newer_than_this_program", face->newer},
              {"demo", face->isDemo},
              {"writable", face->writable},
              {"bytes", std::filesystem::file_size(options.vault.file, code)}};
    auto key = face->unsealed ? records::VaultKey() : unlockWithoutAsking(options.vault);
    if (!key) return key.error();
    if (!key->empty()) {
        const auto practice =
            records::openVault(options.vault.file, std::move(*key), core::now, options.vault.practitioner);
        if (!practice) return practice.error();
        if (auto added = addInside(json, **practice); !added) return added;
    }
    if (options.json) {
        printJson(json);
        return {};
    }
    print(json);
    if (!json.contains("name"))
        std::cout << tr("More is shown with the passphrase (--passphrase-file FILE or PALPATE_PASSPHRASE).")
                  << '\n';
    return {};
}

}  // namespace

Action declareVaultInfo(CLI::App& app) {
    const auto options = std::make_shared<VaultInfoOptions>();
    addVault(app, options->vault);
    addJson(app, options->json);
    return [options] { return showVault(*options); };
}

}  // namespace palpate::cli
