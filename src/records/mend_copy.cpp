#include "records/mend_copy.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/client_items.h"
#include "records/erase_items.h"
#include "records/item_names.h"
#include "records/item_walk.h"
#include "records/journal_items.h"
#include "records/key_slots.h"
#include "records/map_items.h"
#include "records/practice_items.h"
#include "records/practitioner_items.h"
#include "records/visit_items.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

using core::Result;

// A lost step keeps its place; a map whose own record is lost is made from the steps that are there.
Result<void> mendMap(OpenVault& to, Key key, const clinic::MapKey& map, const MapInfo* known) {
    const auto steps = known != nullptr ? Result<std::size_t>(known->entries) : countSteps(to, map);
    if (!steps) return steps.error();
    if (*steps == 0) return {};
    for (std::size_t number = 1; number <= *steps; ++number) {
        const auto there = to.store.exists(names::step(map, number));
        if (!there) return there.error();
        if (*there) continue;
        if (auto kept = writeEntry(to, key, map, number, {}); !kept) return kept;
    }
    if (known != nullptr) return {};
    return keepMapInfo(to, key, {map, false, *steps, to.clock()});
}

Result<void> mendMaps(OpenVault& to, Key key, core::VisitId visit) {
    const auto maps = readMaps(to, visit);
    if (!maps) return maps.error();
    for (const auto author : {clinic::Author::Client, clinic::Author::Therapist}) {
        for (const auto moment : {clinic::Moment::Before, clinic::Moment::After}) {
            const clinic::MapKey map{visit, author, moment};
            const auto known = std::find_if(maps->begin(), maps->end(),
                                            [&](const MapInfo& info) { return info.key == map; });
            auto mended = mendMap(to, key, map, known == maps->end() ? nullptr : &*known);
            if (!mended) return mended;
        }
    }
    return {};
}

Result<void> mendRecordNames(OpenVault& from, OpenVault& to, Key key, core::VisitId visit) {
    const auto known = recordNames(from, visit);
    if (!known) return {};  // its client's key is lost, which is noted
    std::vector<std::string> kept;
    for (const std::string& name : *known) {
        const auto there = to.store.exists(names::visitRecord(visit, name));
        if (!there) return there.error();
        if (*there) kept.push_back(name);
    }
    return known->empty() ? Result<void>() : keepRecordNames(to, visit, key, std::move(kept));
}

// Of a visit whose own record is lost: it gets one if a map or another record of it came through. False:
// nothing of it did.
Result<bool> makeVisitAnew(OpenVault& to, Key key, clinic::Visit visit) {
    const auto maps = readMaps(to, visit.id);
    if (!maps) return maps.error();
    const auto records = recordNames(to, visit.id, key);
    if (!records) return records.error();
    if (maps->empty() && records->empty())
        return to.store.erase(names::visitOwner(visit.id), to.store.keys().practice())
                   ? Result<bool>(false)
                   : Result<bool>(damagedRecord(nameOf(visit.id), to.place()));
    visit.at = maps->empty() ? to.clock() : maps->front().changed;
    visit.note = core::tr("The record of this visit was lost; its date is that of its map.");
    if (auto kept = keepVisit(to, key, visit); !kept) return kept.error();
    return true;
}

Result<bool> mendVisit(OpenVault& from, OpenVault& to, Key key, const clinic::Visit& visit) {
    const auto owned = to.store.exists(names::visitOwner(visit.id));
    if (!owned) return owned.error();
    if (!*owned) {
        if (auto kept = keepOwner(to, visit.id, visit.client); !kept) return kept.error();
    }
    if (auto mended = mendMaps(to, key, visit.id); !mended) return mended.error();
    if (auto mended = mendRecordNames(from, to, key, visit.id); !mended) return mended.error();
    const auto there = to.store.exists(names::visit(visit.id));
    if (!there || *there) return there;
    return makeVisitAnew(to, key, visit);
}

// Only the visits of which something came through are in their client's list.
Result<void> mendVisits(OpenVault& from, OpenVault& to, Key key, core::ClientId client) {
    const auto listed = visitNumbers(from, client);
    if (!listed) return listed.error();
    std::vector<core::VisitId> kept;
    int number = 0;
    for (const core::VisitId visit : *listed) {
        const auto there = mendVisit(from, to, key, {visit, client, ++number, {}, {}});
        if (!there) return there.error();
        if (*there) kept.push_back(visit);
    }
    return keepVisitNumbers(to, client, key, kept);
}

Result<void> makeClientAnew(OpenVault& to, Key key, core::ClientId id) {
    clinic::Client client;
    client.id = id;
    client.code = core::trf("rescued-{0}", {std::to_string(id.value)});
    for (;;) {
        const auto taken = isCodeTaken(to, client.code);
        if (!taken) return taken.error();
        if (!*taken) break;
        client.code += "+";
    }
    return keepClient(to, key, client);
}

// The record of a client whose key came through, and what leads to it.
Result<void> mendClientRecord(OpenVault& to, Key key, core::ClientId id) {
    const auto there = to.store.exists(names::client(id));
    if (!there) return there.error();
    if (!*there) return makeClientAnew(to, key, id);
    const auto client = readClient(to, id);
    if (!client) return client.error();
    const auto leads = isCodeTaken(to, client->code);
    if (!leads) return leads.error();
    return *leads ? Result<void>() : keepClient(to, key, *client);
}

Result<void> mendClient(OpenVault& from, OpenVault& to, core::ClientId client) {
    const auto noted = to.store.exists(names::erased(client));
    if (!noted) return noted.error();
    if (*noted) return {};
    const auto erased = from.store.exists(names::erased(client));
    if (!erased) return erased.error();
    if (*erased) return leaveTombstone(to, client, Gone::Erased);
    const auto keyed = to.store.exists(names::clientKey(client, 1));
    if (!keyed) return keyed.error();
    if (!*keyed) return leaveTombstone(to, client, Gone::Lost);
    const auto key = keyOfClient(to, client);
    if (!key) return key.error();
    if (auto mended = mendClientRecord(to, *key, client); !mended) return mended;
    return mendVisits(from, to, *key, client);
}

// What says whose they were is all that is left of the visits of a client who is lost.
Result<void> dropOwnersOfNothing(OpenVault& to) {
    for (std::int64_t number = 1; number <= to.store.head().lastVisit; ++number) {
        const auto there = to.store.exists(names::visit({number}));
        if (!there) return there.error();
        if (*there) continue;
        auto gone = to.store.erase(names::visitOwner({number}), to.store.keys().practice());
        if (!gone) return gone;
    }
    return {};
}

Result<void> mendPractice(OpenVault& from, OpenVault& to) {
    const auto there = to.store.exists(names::kPractice);
    if (!there) return there.error();
    if (!*there) {
        const auto slots = readSlots(to.store.connection());
        if (!slots) return slots.error();
        const bool isDemo = std::any_of(slots->begin(), slots->end(),
                                        [](const Slot& slot) { return slot.kind == SlotKind::Published; });
        if (auto kept = writePracticeItem(to, {"", isDemo}); !kept) return kept;
    }
    const auto known = settingNames(from);
    if (!known) return known.error();
    std::vector<std::string> kept;
    for (const std::string& name : *known) {
        const auto found = to.store.exists(names::setting(name));
        if (!found) return found.error();
        if (*found) kept.push_back(name);
    }
    return known->empty() ? Result<void>() : keepSettingNames(to, std::move(kept));
}

// Who is named in the log and in visits keeps a record, if under another name.
Result<void> mendPractitioners(OpenVault& to) {
    for (std::int64_t number = 1; number <= to.store.head().lastPractitioner; ++number) {
        const auto there = to.store.exists(names::practitioner({number}));
        if (!there) return there.error();
        if (*there) continue;
        const clinic::Practitioner rescued{{number}, core::trf("rescued-{0}", {std::to_string(number)})};
        if (auto kept = keepPractitioner(to, rescued); !kept) return kept;
    }
    return {};
}

}  // namespace

Result<void> mendCopy(OpenVault& from, OpenVault& to) {
    if (auto mended = mendPractice(from, to); !mended) return mended;
    if (auto mended = mendPractitioners(to); !mended) return mended;
    for (std::int64_t number = 1; number <= to.store.head().lastClient; ++number) {
        if (auto mended = mendClient(from, to, {number}); !mended) return mended;
    }
    if (auto dropped = dropOwnersOfNothing(to); !dropped) return dropped;
    return mendAuditLog(to);
}

}  // namespace palpate::records
