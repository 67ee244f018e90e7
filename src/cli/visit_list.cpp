#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/partial.h"
#include "cli/practitioner_text.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "cli/visit_maps.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <map>
#include <memory>
#include <vector>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

struct VisitListOptions {
    VaultAccess vault;
    std::string client;
    bool json = false;
};

// 0: of all clients.
core::Result<core::ClientId> clientOf(const records::Practice& practice, const std::string& code) {
    if (code.empty()) return core::ClientId{};
    const auto client = practice.clientByCode(code);
    if (!client) return client.error();
    return client->id;
}

core::Result<std::map<core::ClientId, std::string>> codes(const records::Practice& practice) {
    const auto clients = practice.clients();
    if (!clients) return clients.error();
    std::map<core::ClientId, std::string> byId;
    for (const clinic::Client& client : *clients)
        byId[client.id] = client.code;
    return byId;
}

Outcome listVisits(const VisitListOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    Unreadable unreadable(**practice);
    const auto client = clientOf(**practice, options.client);
    if (!client) return client.error();
    const auto visits = (*practice)->visits(*client);
    if (!visits) return visits.error();
    const auto codeOf = codes(**practice);
    if (!codeOf) return codeOf.error();
    const auto people = (*practice)->practitioners();
    if (!people) return people.error();

    Json list = Json::array();
    TextTable table({{core::tr("Visit"), true},
                     {core::tr("Client"), false},
                     {core::tr("No."), true},
                     {core::tr("At"), false},
                     {core::tr("Maps"), false},
                     {people->empty() ? "" : core::tr("By"), false}});
    for (const clinic::Visit& visit : *visits) {
        auto maps = (*practice)->maps(visit.id);
        if (!maps) {
            unreadable.add(maps.error());
            maps = std::vector<records::MapInfo>();
        }
        const auto code = codeOf->find(visit.client);
        const std::string shown = code == codeOf->end() ? "?" : code->second;
        const std::string who = clinic::nameOf(*people, visit.practitioner);
        Json mapList = Json::array();
        for (const records::MapInfo& map : *maps)
            mapList.push_back(mapJson<Json>(map));
        list.push_back({{"id", visit.id.value},
                        {"client", shown},
                        {"number", visit.number},
                        {"at", core::toIso(visit.at)},
                        {"practitioner", practitionerJson<Json>(who)},
                        {"maps", std::move(mapList)}});
        table.add({std::to_string(visit.id.value), shown, std::to_string(visit.number), core::toIso(visit.at),
                   mapsText(*maps), people->empty() ? "" : orDash(who)});
    }
    if (options.json) {
        printJson(Json{{"visits", std::move(list)}});
    } else {
        table.print(std::cout);
    }
    return tellUnreadable(unreadable.all(), options.vault.file);
}

}  // namespace

Action declareVisitList(CLI::App& app) {
    const auto options = std::make_shared<VisitListOptions>();
    addVault(app, options->vault);
    app.add_option("--client", options->client, core::tr("Only the visits of the client with this code"))
        ->type_name("CODE");
    addJson(app, options->json);
    return [options] { return listVisits(*options); };
}

}  // namespace palpate::cli
