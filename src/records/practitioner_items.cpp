#include "records/practitioner_items.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/item_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace palpate::records {

namespace {

using clinic::Practitioner;
using core::tr;
using core::trf;
using People = std::vector<Practitioner>;

core::Error noSuchPractitioner(OpenVault& vault, core::PractitionerId id) {
    return {trf("There is no practitioner with the number {0}", {std::to_string(id.value)}), vault.place(),
            tr("Choose one of the list.")};
}

core::Error notHere(OpenVault& vault, const Practitioner& practitioner) {
    return {trf("{0} does not work in this practice any more", {practitioner.name}), vault.place(),
            tr("Name somebody who does, or bring the name back first.")};
}

bool practitionerFrom(Fields& fields, core::PractitionerId id, Practitioner& practitioner) {
    practitioner.id = {fields.number("id")};
    practitioner.name = fields.text("name");
    practitioner.retired = fields.number("retired") != 0;
    return fields.fit() && practitioner.id == id;
}

// Empty: damaged or gone, and noted.
core::Result<std::optional<Practitioner>> findPractitioner(OpenVault& vault, core::PractitionerId id) {
    Payload payload;
    const auto found = vault.store.read(names::practitioner(id), vault.store.keys().practice(),
                                        ItemKind::Practitioner, payload);
    if (!found) return found.error();
    Practitioner practitioner;
    if (*found == Found::Yes && practitionerFrom(payload.fields, id, practitioner))
        return std::optional(std::move(practitioner));
    vault.damage.note(recordOf(id), vault.place());
    return std::optional<Practitioner>();
}

core::Result<Practitioner> readPractitioner(OpenVault& vault, core::PractitionerId id) {
    if (id.value < 1 || id.value > vault.store.head().lastPractitioner) return noSuchPractitioner(vault, id);
    auto read = findPractitioner(vault, id);
    if (!read) return read.error();
    if (!read->has_value()) return damagedRecord(recordOf(id), vault.place());
    return std::move(**read);
}

core::Result<void> checkName(OpenVault& vault, const Practitioner& practitioner) {
    if (auto valid = clinic::validate(practitioner); !valid) return valid;
    const auto all = readPractitioners(vault);
    if (!all) return all.error();
    const bool taken = std::any_of(all->begin(), all->end(), [&](const Practitioner& other) {
        return other.id != practitioner.id && other.name == practitioner.name;
    });
    if (!taken) return {};
    return core::Error{trf("There is a practitioner called {0} already", {practitioner.name}), vault.place(),
                       tr("Choose another name, or bring that one back."), core::Error::Kind::Usage};
}

// What the log says of it: the name of before, since rows of before are shown under the new one.
std::string changeOf(const Practitioner& before, const Practitioner& after) {
    std::string text = trf("practitioner {0}", {before.name});
    if (before.name != after.name) text += trf(", now called {0}", {after.name});
    if (before.retired != after.retired)
        text += after.retired ? tr(", no longer works here") : tr(", works here again");
    return text;
}

}  // namespace

std::string recordOf(core::PractitionerId id) {
    return trf("practitioner record {0}", {std::to_string(id.value)});
}

core::Result<void> keepPractitioner(OpenVault& vault, const Practitioner& practitioner) {
    Payload payload{ItemKind::Practitioner, {}, {}};
    payload.fields.set("id", practitioner.id.value);
    payload.fields.set("name", practitioner.name);
    payload.fields.set("retired", std::int64_t{practitioner.retired ? 1 : 0});
    return vault.store.write(names::practitioner(practitioner.id), vault.store.keys().practice(), payload);
}

core::Result<People> readPractitioners(OpenVault& vault) {
    People all;
    for (std::int64_t number = 1; number <= vault.store.head().lastPractitioner; ++number) {
        auto read = findPractitioner(vault, {number});
        if (!read) return read.error();
        if (read->has_value()) all.push_back(std::move(**read));
    }
    return all;
}

core::Result<Practitioner> addPractitioner(OpenVault& vault, const std::string& name) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    Practitioner added{{}, name};
    if (auto fits = checkName(vault, added); !fits) return fits.error();
    added.id = {++vault.store.changeHead().lastPractitioner};
    if (auto kept = keepPractitioner(vault, added); !kept) return kept.error();
    if (auto noted = addAuditRow(vault, AuditKind::Added, trf("practitioner {0}", {name})); !noted)
        return noted.error();
    if (auto committed = change->commit(); !committed) return committed.error();
    (void)settleAtWork(vault);  // the record is kept, whoever is at work
    return added;
}

core::Result<void> updatePractitioner(OpenVault& vault, const Practitioner& practitioner) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const auto before = readPractitioner(vault, practitioner.id);
    if (!before) return before.error();
    if (auto fits = checkName(vault, practitioner); !fits) return fits;
    if (*before == practitioner) return {};
    if (auto kept = keepPractitioner(vault, practitioner); !kept) return kept;
    if (auto noted = addAuditRow(vault, AuditKind::Changed, changeOf(*before, practitioner)); !noted)
        return noted;
    if (auto committed = change->commit(); !committed) return committed;
    (void)settleAtWork(vault);
    return {};
}

core::Result<void> setAtWork(OpenVault& vault, core::PractitionerId practitioner) {
    if (practitioner) {
        const auto there = readPractitioner(vault, practitioner);
        if (!there) return there.error();
        if (there->retired) return notHere(vault, *there);
    }
    vault.atWork = practitioner;
    return {};
}

core::Result<void> setAtWorkByName(OpenVault& vault, const std::string& name) {
    const auto all = readPractitioners(vault);
    if (!all) return all.error();
    const auto found =
        std::find_if(all->begin(), all->end(), [&](const Practitioner& other) { return other.name == name; });
    if (found != all->end()) return setAtWork(vault, found->id);
    const bool whole = static_cast<std::int64_t>(all->size()) == vault.store.head().lastPractitioner;
    return core::Error{
        trf("Nobody called {0} works in this practice", {name}), vault.place(),
        whole
            ? tr("Check the spelling, or add the practitioner first.")
            : tr("The record of a practitioner is damaged: leave the name out, and see what the check of the "
                 "practice says.")};
}

core::Result<void> settleAtWork(OpenVault& vault) {
    const auto all = readPractitioners(vault);
    if (!all) return all.error();
    const bool stays = std::any_of(all->begin(), all->end(), [&](const Practitioner& practitioner) {
        return practitioner.id == vault.atWork && !practitioner.retired;
    });
    if (stays) return {};
    // Where a record is damaged nobody knows whether there is just one.
    const bool whole = static_cast<std::int64_t>(all->size()) == vault.store.head().lastPractitioner;
    vault.atWork = whole ? clinic::onlyOneOf(*all) : core::PractitionerId{};
    return {};
}

}  // namespace palpate::records
