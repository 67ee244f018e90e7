#include "clinic/practitioner.h"

#include "core/text.h"

#include <algorithm>

namespace palpate::clinic {

core::Result<void> validate(const Practitioner& practitioner) {
    const std::string& name = practitioner.name;
    if (name.empty() || core::hasControlCharacter(name) || name.front() == ' ' || name.back() == ' ') {
        return core::Error{core::tr("A practitioner needs a name, such as Ada Example"), "",
                           core::tr("Type one line of text, without a space before or after it."),
                           core::Error::Kind::Usage};
    }
    if (name.size() > kLongestPractitionerName) {
        return core::Error{core::tr("The practitioner's name is too long"), "",
                           core::trf("Give at most {0} bytes; most letters are one.",
                                     {std::to_string(kLongestPractitionerName)}),
                           core::Error::Kind::Usage};
    }
    return {};
}

std::string nameOf(std::span<const Practitioner> all, core::PractitionerId id) {
    if (!id) return "";
    const auto found =
        std::find_if(all.begin(), all.end(), [id](const auto& other) { return other.id == id; });
    return found == all.end() ? core::trf("practitioner {0}", {std::to_string(id.value)}) : found->name;
}

core::PractitionerId onlyOneOf(std::span<const Practitioner> all) {
    core::PractitionerId only;
    for (const Practitioner& practitioner : all) {
        if (practitioner.retired) continue;
        if (only) return {};
        only = practitioner.id;
    }
    return only;
}

}  // namespace palpate::clinic
