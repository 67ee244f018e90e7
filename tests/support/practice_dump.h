#pragma once

#include "core/hash.h"
#include "records/practice.h"

#include <span>
#include <stdexcept>
#include <string>

namespace palpate::test {

namespace detail {

template <typename T>
T take(core::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return std::move(result).value();
}

inline std::string hashOf(std::span<const std::byte> bytes) {
    core::Fnv1a64 hash;
    hash.add(bytes);
    return hash.hex();
}

}  // namespace detail

// A map with all that is kept of it, as text.
inline std::string dumpMap(const records::Practice& practice, const clinic::MapKey& key) {
    const auto stored = detail::take(practice.loadMap(key));
    if (!stored) return "no map\n";
    std::string text = std::string("  ") + clinic::authorId(key.author) + " " + clinic::momentId(key.moment) +
                       " " + (stored->info.completed ? "completed " : "open ") +
                       core::toIso(stored->info.changed) + " " + std::to_string(stored->info.entries) +
                       " entries, snapshot after " + std::to_string(stored->snapshotEntries) + " " +
                       detail::hashOf(stored->snapshot) + "\n";
    for (const records::JournalEntry& entry : stored->entries) {
        text += "    " + std::to_string(static_cast<int>(entry.kind)) + " " +
                std::string(reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size()) + "\n";
    }
    return text;
}

// Everything in a practice as text, so that two can be compared. Throws if anything cannot be read.
inline std::string dumpPractice(const records::Practice& practice) {
    std::string text = practice.info().name + (practice.info().isDemo ? " (demo)\n" : "\n");
    for (const clinic::Practitioner& practitioner : detail::take(practice.practitioners())) {
        text += std::to_string(practitioner.id.value) + "|" + practitioner.name +
                (practitioner.retired ? "|retired\n" : "\n");
    }
    for (const clinic::Client& client : detail::take(practice.clients())) {
        text += std::to_string(client.id.value) + "|" + client.code + "|" + client.name + "|" +
                std::to_string(client.yearOfBirth) + "|" + client.figure + "|" +
                std::to_string(client.heightCm) + "|" + std::to_string(client.weightKg) + "|" + client.goals +
                "|" + client.contraindications + "|" + client.areasToAvoid +
                (client.archived ? "|archived\n" : "\n");
    }
    for (const clinic::Visit& visit : detail::take(practice.visits({}))) {
        text += std::to_string(visit.id.value) + " of " + std::to_string(visit.client.value) + " no. " +
                std::to_string(visit.number) + " " + core::toIso(visit.at) + " " + visit.note +
                (visit.practitioner ? " by " + std::to_string(visit.practitioner.value) : "") +
                (visit.clockWentBack ? " (clock went back)\n" : "\n");
        for (const records::MapInfo& info : detail::take(practice.maps(visit.id)))
            text += dumpMap(practice, info.key);
    }
    return text;
}

}  // namespace palpate::test
