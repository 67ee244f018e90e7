#pragma once

#include "clinic/visit.h"
#include "core/ids.h"

#include <array>
#include <cstdint>
#include <string>

// The names of items. Only a keyed hash of a name is in the file: VaultKeys::idOf(). The names are part of
// the format.
namespace palpate::records::names {

inline constexpr const char* kHead = "head";
inline constexpr const char* kPractice = "practice";
inline constexpr const char* kSettingNames = "setting-names";

// Names that this version of the program saves records of a visit and settings under: where the list of the
// names that were used is damaged, these are looked for.
inline constexpr std::array kKnownRecords{"ratings", "score-corrections", "range-of-motion"};
inline constexpr std::array kKnownSettings{"lock.minutes", "backup.folder", "backup.on_close",
                                           "scores.area-cm2", "scores.area-percent"};

[[nodiscard]] inline std::string numbered(const char* kind, std::int64_t number) {
    return std::string(kind) + "/" + std::to_string(number);
}
// Two copies: with the key of a client all of the client is lost.
inline constexpr int kCopiesOfKey = 2;
[[nodiscard]] inline std::string clientKey(core::ClientId client, int copy) {
    return numbered("client-key", client.value) + "/" + std::to_string(copy);
}
[[nodiscard]] inline std::string client(core::ClientId client) {
    return numbered("client", client.value);
}
[[nodiscard]] inline std::string practitioner(core::PractitionerId practitioner) {
    return numbered("practitioner", practitioner.value);
}
[[nodiscard]] inline std::string clientCode(const std::string& code) {
    return "client-code/" + code;
}
[[nodiscard]] inline std::string visitsOf(core::ClientId client) {
    return numbered("visits-of-client", client.value);
}
[[nodiscard]] inline std::string erased(core::ClientId client) {
    return numbered("erased", client.value);
}
[[nodiscard]] inline std::string visitOwner(core::VisitId visit) {
    return numbered("visit-owner", visit.value);
}
[[nodiscard]] inline std::string visit(core::VisitId visit) {
    return numbered("visit", visit.value);
}
[[nodiscard]] inline std::string visitRecord(core::VisitId visit, const std::string& name) {
    return numbered("visit-record", visit.value) + "/" + name;
}
[[nodiscard]] inline std::string recordNames(core::VisitId visit) {
    return numbered("record-names", visit.value);
}
// "map/7/client/before"; the names of its steps and snapshot begin with the same words.
[[nodiscard]] inline std::string ofMap(const char* kind, const clinic::MapKey& key) {
    return numbered(kind, key.visit.value) + "/" + clinic::authorId(key.author) + "/" +
           clinic::momentId(key.moment);
}
[[nodiscard]] inline std::string map(const clinic::MapKey& key) {
    return ofMap("map", key);
}
[[nodiscard]] inline std::string snapshot(const clinic::MapKey& key) {
    return ofMap("snapshot", key);
}
[[nodiscard]] inline std::string step(const clinic::MapKey& key, std::size_t number) {
    return ofMap("step", key) + "/" + std::to_string(number);
}
[[nodiscard]] inline std::string setting(const std::string& name) {
    return "setting/" + name;
}
[[nodiscard]] inline std::string auditRow(std::int64_t number) {
    return numbered("audit", number);
}

}  // namespace palpate::records::names
