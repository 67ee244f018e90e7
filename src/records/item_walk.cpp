#include "records/item_walk.h"

#include "core/text.h"
#include "records/client_items.h"
#include "records/item_names.h"
#include "records/map_items.h"
#include "records/practice_items.h"
#include "records/practitioner_items.h"
#include "records/visit_items.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

using core::Result;
using core::tr;
using core::trf;

// More steps than this in a row are hardly ever lost at once.
constexpr std::size_t kLargestItemGap = 64;

class Walk {
public:
    Walk(OpenVault& vault, const SeeItem& see, const Progress& progress)
        : m_vault(vault), m_see(see), m_progress(progress) {}

    Result<void> all() {
        const Head& head = m_vault.store.head();
        m_total = static_cast<double>(head.lastClient + 4 * head.lastVisit + head.auditRows + 1);
        if (auto seen = ofPractice(); !seen) return seen;
        for (std::int64_t number = 1; number <= head.lastClient; ++number) {
            if (auto seen = ofClient({number}); !seen) return seen;
            if (auto going = advance(1); !going) return going;
        }
        for (std::int64_t number = 1; number <= head.lastVisit; ++number) {
            if (auto seen = ofVisit({number}); !seen) return seen;
            if (auto going = advance(4); !going) return going;
        }
        for (std::int64_t number = 1; number <= head.auditRows; ++number) {
            auto seen = item(names::auditRow(number), ItemKind::AuditRow, {},
                             trf("row {0} of the log", {std::to_string(number)}));
            if (!seen) return seen;
            if (auto going = advance(1); !going) return going;
        }
        return advance(1);
    }

private:
    Result<void> advance(double steps) {
        m_done += steps;
        if (!m_progress || m_progress(m_done / m_total)) return {};
        return core::Error{tr("Stopped"), "", "", core::Error::Kind::Stopped};
    }

    Result<bool> exists(const std::string& name) { return m_vault.store.exists(name); }

    Result<void> item(std::string name, ItemKind kind, core::ClientId client, std::string shownAs) {
        const auto there = exists(name);
        if (!there) return there.error();
        if (!*there) return {};
        return m_see({std::move(name), kind, client, std::move(shownAs)});
    }

    Result<void> ofPractice() {
        if (auto seen = item(names::kPractice, ItemKind::Practice, {}, tr("the name of the practice")); !seen)
            return seen;
        if (auto seen = item(names::kSettingNames, ItemKind::RecordNames, {}, tr("the list of settings"));
            !seen)
            return seen;
        const auto settings = settingNames(m_vault);
        if (!settings) return settings.error();
        for (const std::string& name : *settings) {
            auto seen = item(names::setting(name), ItemKind::Setting, {}, trf("the setting {0}", {name}));
            if (!seen) return seen;
        }
        return ofPractitioners();
    }

    Result<void> ofPractitioners() {
        if (const auto read = readPractitioners(m_vault); !read) return read.error();  // damage is noted
        for (std::int64_t number = 1; number <= m_vault.store.head().lastPractitioner; ++number) {
            auto seen = item(names::practitioner({number}), ItemKind::Practitioner, {}, recordOf({number}));
            if (!seen) return seen;
        }
        return {};
    }

    Result<void> ofClient(core::ClientId client) {
        const std::string number = std::to_string(client.value);
        const std::string shown = trf("client record {0}", {number});
        for (int copy = 1; copy <= names::kCopiesOfKey; ++copy) {
            auto seen = item(names::clientKey(client, copy), ItemKind::ClientKey, {},
                             trf("a copy of the key of {0}", {shown}));
            if (!seen) return seen;
        }
        auto seen = item(names::erased(client), ItemKind::Erased, {},
                         trf("the note that client record {0} was erased", {number}));
        if (!seen) return seen;
        const auto known = isClient(m_vault, client);
        if (!known) return known.error();
        if (!*known) return {};
        if (seen = item(names::client(client), ItemKind::Client, client, shown); !seen) return seen;
        seen = item(names::visitsOf(client), ItemKind::VisitsOfClient, client,
                    trf("the list of visits of {0}", {shown}));
        if (!seen) return seen;
        const auto read = readClient(m_vault, client);  // damage is noted
        if (!read) return {};
        return item(names::clientCode(read->code), ItemKind::ClientCode, {},
                    tr("the way from a code to its client"));
    }

    Result<void> ofVisit(core::VisitId visit) {
        const std::string shown = nameOf(visit);
        const auto there = isVisit(m_vault, visit);
        if (!there) return there.error();
        if (!*there) return {};
        const auto owner = ownerOf(m_vault, visit);  // damage is noted, and mended where that can be
        auto seen = item(names::visitOwner(visit), ItemKind::VisitOwner, {}, nameOfOwner(visit));
        if (!seen || !owner) return seen;
        if (seen = item(names::visit(visit), ItemKind::Visit, *owner, shown); !seen) return seen;
        if (seen = ofRecords(visit, *owner, shown); !seen) return seen;
        return ofMaps(visit, *owner);
    }

    Result<void> ofMaps(core::VisitId visit, core::ClientId owner) {
        std::map<clinic::MapKey, std::size_t> steps;  // of the maps that can be read
        if (const auto maps = readMaps(m_vault, visit)) {
            for (const MapInfo& map : *maps)
                steps[map.key] = map.entries;
        }
        for (const auto author : {clinic::Author::Client, clinic::Author::Therapist}) {
            for (const auto moment : {clinic::Moment::Before, clinic::Moment::After}) {
                const clinic::MapKey map{visit, author, moment};
                const auto known = steps.find(map);
                auto seen =
                    ofMap(map, owner, known == steps.end() ? std::nullopt : std::optional(known->second));
                if (!seen) return seen;
            }
        }
        return {};
    }

    Result<void> ofRecords(core::VisitId visit, core::ClientId owner, const std::string& shown) {
        auto seen = item(names::recordNames(visit), ItemKind::RecordNames, owner,
                         trf("the list of records of {0}", {shown}));
        if (!seen) return seen;
        const auto records = recordNames(m_vault, visit);
        if (!records) return {};  // its client's key is lost, which is noted
        for (const std::string& name : *records) {
            seen = item(names::visitRecord(visit, name), ItemKind::VisitRecord, owner,
                        trf("{0} of {1}", {name, shown}));
            if (!seen) return seen;
        }
        return {};
    }

    Result<void> ofMap(const clinic::MapKey& map, core::ClientId owner, std::optional<std::size_t> steps) {
        const std::string shown = nameOf(map);
        if (auto seen = item(names::map(map), ItemKind::Map, owner, shown); !seen) return seen;
        auto seen =
            item(names::snapshot(map), ItemKind::Snapshot, owner, trf("the saved picture of {0}", {shown}));
        if (!seen) return seen;
        if (!steps) {
            const auto found = countSteps(m_vault, map);
            if (!found) return found.error();
            steps = *found;
        }
        for (std::size_t number = 1; number <= *steps; ++number) {
            seen = item(names::step(map, number), ItemKind::Step, owner,
                        trf("step {0} of {1}", {std::to_string(number), shown}));
            if (!seen) return seen;
        }
        return {};
    }

    OpenVault& m_vault;
    const SeeItem& m_see;
    const Progress& m_progress;
    double m_done = 0.0, m_total = 1.0;
};

}  // namespace

Result<void> walkItems(OpenVault& vault, const SeeItem& see, const Progress& progress) {
    return Walk(vault, see, progress).all();
}

Result<std::size_t> countSteps(OpenVault& vault, const clinic::MapKey& map) {
    bool any = false;
    for (const std::string& name : {names::map(map), names::snapshot(map), names::step(map, 1)}) {
        const auto there = vault.store.exists(name);
        if (!there) return there.error();
        any = any || *there;
    }
    std::size_t last = 0;
    for (std::size_t number = 1; any && number <= last + kLargestItemGap; ++number) {
        const auto there = vault.store.exists(names::step(map, number));
        if (!there) return there.error();
        if (*there) last = number;
    }
    return last;
}

Result<std::optional<Key>> keyOf(OpenVault& vault, const NamedItem& item) {
    if (item.client) return findKey(vault, item.client);
    const bool isKey = item.kind == ItemKind::ClientKey;
    return std::optional(isKey ? vault.store.keys().clientKeys() : vault.store.keys().practice());
}

}  // namespace palpate::records
