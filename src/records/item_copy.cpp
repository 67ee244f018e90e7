#include "records/item_copy.h"

#include "core/text.h"
#include "records/client_items.h"
#include "records/item_names.h"
#include "records/item_walk.h"
#include "records/journal_items.h"
#include "records/map_items.h"
#include "records/visit_items.h"

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace palpate::records {

namespace {

using core::Result;

class Copying {
public:
    Copying(OpenVault& from, OpenVault& to, ClientKeysOfCopy keys) : m_from(from), m_to(to), m_keys(keys) {}

    Result<Copied> run(const Progress& progress) {
        auto change = Change::begin(m_to.store);
        if (!change) return change.error();
        const Head& there = m_from.store.head();
        Head& head = m_to.store.changeHead();
        head.lastClient = there.lastClient;
        head.lastVisit = there.lastVisit;
        head.auditRows = there.auditRows;
        head.auditChain = there.auditChain;
        const auto copy = [this](const NamedItem& item) { return one(item); };
        if (auto walked = walkItems(m_from, copy, progress); !walked) return walked.error();
        if (auto mended = mendVisits(); !mended) return mended.error();
        if (auto mended = mendMaps(); !mended) return mended.error();
        if (auto committed = change->commit(); !committed) return committed.error();
        for (const core::Error& error : m_from.damage.all())
            m_copied.lost.push_back(error);
        return std::move(m_copied);
    }

private:
    // The client's key in the copy; made, or taken over, when it is first needed.
    Result<Key> newKeyOf(core::ClientId client, Key old) {
        if (m_withKey.insert(client).second) {
            core::Secret key = core::Secret::copyOf(old);
            if (m_keys == ClientKeysOfCopy::New) fillRandomly(key.bytes());
            if (auto kept = keepKey(m_to, client, key); !kept) return kept.error();
        }
        return keyOfClient(m_to, client);
    }

    Result<void> one(const NamedItem& item) {
        if (item.kind == ItemKind::ClientKey) return key(item);
        const auto old = keyOf(m_from, item);
        if (!old) return old.error();
        Payload payload;
        const auto found = old->has_value() ? m_from.store.read(item.name, **old, item.kind, payload)
                                            : Result<Found>(Found::Damaged);
        if (!found) return found.error();
        if (*found != Found::Yes) {
            m_from.damage.note(item.shownAs, m_from.place());
            return {};
        }
        const auto key =
            item.client ? newKeyOf(item.client, **old) : Result<Key>(m_to.store.keys().practice());
        if (!key) return key.error();
        if (auto kept = m_to.store.write(item.name, *key, payload); !kept) return kept;
        sodium_memzero(payload.binary.data(), payload.binary.size());
        ++m_copied.items;
        return {};
    }

    // Both copies are written anew once the client is known to have a key that opens.
    Result<void> key(const NamedItem& item) {
        Payload payload;
        const auto found = m_from.store.read(item.name, m_from.store.keys().clientKeys(), item.kind, payload);
        if (!found) return found.error();
        sodium_memzero(payload.binary.data(), payload.binary.size());
        if (*found != Found::Yes) m_from.damage.note(item.shownAs, m_from.place());
        return {};
    }

    // Only the visits that came through are in their client's list.
    Result<void> mendVisits() {
        if (m_from.damage.all().empty()) return {};
        for (const core::ClientId client : m_withKey) {
            const auto listed = visitNumbers(m_from, client);
            if (!listed) return listed.error();
            std::vector<core::VisitId> kept;
            for (const core::VisitId visit : *listed) {
                const auto there = m_to.store.exists(names::visit(visit));
                if (!there) return there.error();
                if (*there) kept.push_back(visit);
            }
            const auto key = keyOfClient(m_to, client);
            if (!key) return key.error();
            if (auto done = keepVisitNumbers(m_to, client, *key, kept); !done) return done;
        }
        return {};
    }

    // A lost step keeps its place; a map whose own record is lost is made from the steps that are there.
    Result<void> mendMaps() {
        if (m_from.damage.all().empty()) return {};
        for (std::int64_t visit = 1; visit <= m_from.store.head().lastVisit; ++visit) {
            const auto there = m_to.store.exists(names::visit({visit}));
            if (!there) return there.error();
            if (!*there) continue;
            if (auto mended = mendMapsOf({visit}); !mended) return mended;
        }
        return {};
    }

    Result<void> mendMapsOf(core::VisitId visit) {
        const auto maps = readMaps(m_to, visit);
        if (!maps) return maps.error();
        for (const auto author : {clinic::Author::Client, clinic::Author::Therapist}) {
            for (const auto moment : {clinic::Moment::Before, clinic::Moment::After}) {
                const clinic::MapKey map{visit, author, moment};
                const auto known = std::find_if(maps->begin(), maps->end(),
                                                [&](const MapInfo& info) { return info.key == map; });
                auto mended = mendMap(map, known == maps->end() ? nullptr : &*known);
                if (!mended) return mended;
            }
        }
        return {};
    }

    Result<void> mendMap(const clinic::MapKey& map, const MapInfo* known) {
        const auto steps = known != nullptr ? Result<std::size_t>(known->entries) : countSteps(m_to, map);
        if (!steps) return steps.error();
        if (*steps == 0) return {};
        const auto key = keyOfVisit(m_to, map.visit);
        if (!key) return key.error();
        for (std::size_t number = 1; number <= *steps; ++number) {
            const auto there = m_to.store.exists(names::step(map, number));
            if (!there) return there.error();
            if (*there) continue;
            if (auto kept = writeEntry(m_to, *key, map, number, {}); !kept) return kept;
        }
        if (known != nullptr) return {};
        return keepMapInfo(m_to, *key, {map, false, *steps, m_to.clock()});
    }

    OpenVault& m_from;
    OpenVault& m_to;
    ClientKeysOfCopy m_keys;
    std::set<core::ClientId> m_withKey;
    Copied m_copied;
};

}  // namespace

Result<Copied> copyItems(OpenVault& from, OpenVault& to, ClientKeysOfCopy keys, const Progress& progress) {
    return Copying(from, to, keys).run(progress);
}

}  // namespace palpate::records
