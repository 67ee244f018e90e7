#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <cstddef>
#include <span>
#include <string>

namespace palpate::clinic {

// Somebody who works in the practice, or did.
struct Practitioner {
    core::PractitionerId id;
    std::string name;      // unique within the practice, also among those who left
    bool retired = false;  // does not work here any more; what was done under the name stays theirs

    friend bool operator==(const Practitioner&, const Practitioner&) = default;
};

inline constexpr std::size_t kLongestPractitionerName = 120;  // bytes of UTF-8

// Says why a name cannot be kept: empty or only spaces, a space at an end, a control character, too long.
[[nodiscard]] core::Result<void> validate(const Practitioner& practitioner);

// The name of `id` among `all`; "practitioner 2" where the record is missing, and empty for nobody.
[[nodiscard]] std::string nameOf(std::span<const Practitioner> all, core::PractitionerId id);
// The one who works here, if it is just one; else nobody.
[[nodiscard]] core::PractitionerId onlyOneOf(std::span<const Practitioner> all);

}  // namespace palpate::clinic
