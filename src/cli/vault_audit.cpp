#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/practitioner_text.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/text.h"
#include "records/practice.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using Json = nlohmann::ordered_json;

struct VaultAuditOptions {
    VaultAccess vault;
    std::int64_t first = 0;  // 0: the last `count`
    std::size_t count = 50;
    bool json = false;
};

// In the order of the enumeration.
constexpr std::array kKinds{
    "created",      "opened",    "locked",   "unlocked",           "failed unlock",
    "viewed",       "added",     "changed",  "exported",           "printed",
    "erased",       "backed up", "restored", "passphrase changed", "recovery key renewed",
    "keys rotated", "salvaged"};
static_assert(kKinds.size() == static_cast<std::size_t>(records::AuditKind::Salvaged) + 1);

Outcome showLog(const VaultAuditOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto total = (*practice)->auditRows();
    if (!total) return total.error();
    const auto last = *total - static_cast<std::int64_t>(options.count) + 1;
    const std::int64_t first = options.first > 0 ? options.first : std::max<std::int64_t>(1, last);
    const auto rows = (*practice)->auditLog(first, options.count);
    if (!rows) return rows.error();
    const auto people = (*practice)->practitioners();
    if (!people) return people.error();
    Json list = Json::array();
    TextTable table(
        {{tr("No."), true}, {tr("At"), false}, {tr("Who"), false}, {tr("What"), false}, {tr("Of"), false}});
    for (const records::AuditRow& row : *rows) {
        const char* kind = kKinds[static_cast<std::size_t>(row.kind)];
        const std::string who = clinic::nameOf(*people, row.practitioner);
        list.push_back({{"number", row.number},
                        {"at", core::toIso(row.at)},
                        {"practitioner", practitionerJson<Json>(who)},
                        {"kind", kind},
                        {"subject", row.subject}});
        table.add({std::to_string(row.number), core::toIso(row.at), orDash(who), tr(kind), row.subject});
    }
    if (options.json) {
        printJson(Json{{"rows", *total}, {"log", std::move(list)}});
    } else {
        table.print(std::cout);
    }
    return {};
}

}  // namespace

Action declareVaultAudit(CLI::App& app) {
    const auto options = std::make_shared<VaultAuditOptions>();
    addVault(app, options->vault);
    app.add_option("--first", options->first, tr("The first row to show (default the last ones)"))
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    app.add_option("--count", options->count, tr("How many rows"))
        ->capture_default_str()
        ->check(CLI::Range(1, 100000))
        ->type_name("N");
    addJson(app, options->json);
    return [options] { return showLog(*options); };
}

}  // namespace palpate::cli
