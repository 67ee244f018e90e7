#pragma once

#include "core/ids.h"
#include "core/time.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::clinic {

enum class Author : std::uint8_t { Client, Therapist };
enum class Moment : std::uint8_t { Before, After };  // of the treatment

[[nodiscard]] const char* authorId(Author author);  // "client", "therapist"
[[nodiscard]] const char* momentId(Moment moment);  // "before", "after"
[[nodiscard]] std::optional<Author> authorFromId(std::string_view id);
[[nodiscard]] std::optional<Moment> momentFromId(std::string_view id);

struct Visit {
    core::VisitId id;
    core::ClientId client;
    int number = 0;  // 1, 2, ... within the client, in the order in which they were made
    core::Timestamp at;
    std::string note;
    bool clockWentBack = false;  // it was made later than the visit before it, but the clock said earlier
    core::PractitionerId practitioner = {};  // who made it; nobody: that is not known

    friend bool operator==(const Visit&, const Visit&) = default;
};

// Names one map of a visit.
struct MapKey {
    core::VisitId visit;
    Author author = Author::Client;
    Moment moment = Moment::Before;

    friend auto operator<=>(const MapKey&, const MapKey&) = default;
};

}  // namespace palpate::clinic
