#include "records/practice_items.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/item_names.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace palpate::records {

core::Result<PracticeItem> readPracticeItem(OpenVault& vault) {
    Payload payload;
    const auto found =
        vault.store.read(names::kPractice, vault.store.keys().practice(), ItemKind::Practice, payload);
    if (!found) return found.error();
    PracticeItem practice{payload.fields.text("name"), payload.fields.number("demo") != 0};
    if (*found == Found::Yes && payload.fields.fit()) return practice;
    vault.damage.note(core::tr("the name of the practice"), vault.place());
    return PracticeItem{};
}

core::Result<void> writePracticeItem(OpenVault& vault, const PracticeItem& practice) {
    Payload payload{ItemKind::Practice, {}, {}};
    payload.fields.set("name", practice.name);
    payload.fields.set("demo", std::int64_t{practice.isDemo ? 1 : 0});
    return vault.store.write(names::kPractice, vault.store.keys().practice(), payload);
}

core::Result<std::string> readSetting(OpenVault& vault, const std::string& name) {
    Payload payload;
    const auto found =
        vault.store.read(names::setting(name), vault.store.keys().practice(), ItemKind::Setting, payload);
    if (!found) return found.error();
    if (*found == Found::No) return std::string();
    std::string value = payload.fields.text("value");
    if (*found == Found::Yes && payload.fields.fit()) return value;
    return vault.damaged(core::trf("the setting {0}", {name}));
}

namespace {

// By looking for those that this version knows.
core::Result<std::vector<std::string>> searchForSettings(OpenVault& vault) {
    std::vector<std::string> found;
    for (const char* name : names::kKnownSettings) {
        const auto there = vault.store.exists(names::setting(name));
        if (!there) return there.error();
        if (*there) found.emplace_back(name);
    }
    return found;
}

}  // namespace

core::Result<std::vector<std::string>> settingNames(OpenVault& vault) {
    Payload payload;
    const auto found =
        vault.store.read(names::kSettingNames, vault.store.keys().practice(), ItemKind::RecordNames, payload);
    if (!found) return found.error();
    if (*found == Found::Yes) return payload.fields.texts("names");
    auto known = searchForSettings(vault);
    if (!known) return known;
    if (*found == Found::Damaged || !known->empty())
        vault.damage.note(core::tr("the list of settings"), vault.place());
    return known;
}

core::Result<void> keepSettingNames(OpenVault& vault, std::vector<std::string> known) {
    const Key key = vault.store.keys().practice();
    Payload before;
    const auto found = vault.store.read(names::kSettingNames, key, ItemKind::RecordNames, before);
    if (!found) return found.error();
    if (*found == Found::Yes && before.fields.texts("names") == known) return {};
    Payload list{ItemKind::RecordNames, {}, {}};
    list.fields.set("names", std::move(known));
    return vault.store.write(names::kSettingNames, key, list);
}

core::Result<void> saveSetting(OpenVault& vault, const std::string& name, const std::string& value) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    const Key key = vault.store.keys().practice();
    // Before the setting is written: with it there, a list that was never made would look lost.
    auto known = settingNames(vault);
    if (!known) return known.error();
    if (std::find(known->begin(), known->end(), name) == known->end()) known->push_back(name);
    Payload payload{ItemKind::Setting, {}, {}};
    payload.fields.set("value", value);
    if (auto kept = vault.store.write(names::setting(name), key, payload); !kept) return kept;
    if (auto kept = keepSettingNames(vault, std::move(*known)); !kept) return kept;
    const std::string subject = core::trf("the setting {0}", {name});
    if (auto noted = addAuditRow(vault, AuditKind::Changed, subject); !noted) return noted;
    return change->commit();
}

}  // namespace palpate::records
