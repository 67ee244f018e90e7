#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace palpate::core {

// A number that names one record of one kind, so that a visit's id cannot be passed where a client's is asked
// for. 0 names nothing.
template <typename Tag>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

using ClientId = Id<struct ClientTag>;
using VisitId = Id<struct VisitTag>;
using PractitionerId = Id<struct PractitionerTag>;

}  // namespace palpate::core

template <typename Tag>
struct std::hash<palpate::core::Id<Tag>> {
    std::size_t operator()(const palpate::core::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
