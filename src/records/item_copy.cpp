#include "records/item_copy.h"

#include "core/plural.h"
#include "core/text.h"
#include "records/client_items.h"
#include "records/item_walk.h"
#include "records/mend_copy.h"

#include <sodium.h>

#include <cstdint>
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
        head.lastPractitioner = there.lastPractitioner;
        head.auditRows = there.auditRows;
        head.auditChain = there.auditChain;
        const auto copy = [this](const NamedItem& item) { return one(item); };
        if (auto walked = walkItems(m_from, copy, progress); !walked) return walked.error();
        if (auto counted = countUnnamed(); !counted) return counted.error();
        if (!m_from.damage.all().empty()) {
            if (auto mended = mendCopy(m_from, m_to); !mended) return mended.error();
        }
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
        ++m_seen;
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

    // Records that no name leads to are not copied; whoever seals anew must not lose them without a word.
    Result<void> countUnnamed() {
        const auto summed = m_from.store.sumItems();
        if (!summed) return summed.error();
        const std::int64_t unnamed = summed->count - m_seen;
        if (unnamed <= 0) return {};
        m_from.damage.note(
            {core::trn("There is {0} record that nothing leads to",
                       "There are {0} records that nothing leads to", static_cast<std::size_t>(unnamed)),
             m_from.place(), core::tr("What led to them is damaged or was taken away.")});
        return {};
    }

    OpenVault& m_from;
    OpenVault& m_to;
    ClientKeysOfCopy m_keys;
    std::set<core::ClientId> m_withKey;
    std::int64_t m_seen = 0;
    Copied m_copied;
};

}  // namespace

Result<Copied> copyItems(OpenVault& from, OpenVault& to, ClientKeysOfCopy keys, const Progress& progress) {
    return Copying(from, to, keys).run(progress);
}

}  // namespace palpate::records
