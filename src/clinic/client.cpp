#include "clinic/client.h"

#include "core/text.h"

#include <string>
#include <utility>

namespace palpate::clinic {

namespace {

core::Error refused(const char* what, const Client& client, std::string hint) {
    return {core::tr(what), core::trf("client {0}", {client.code}), std::move(hint),
            core::Error::Kind::Usage};
}

// 0 means that nothing was stated.
bool isStatedOutside(double number, double lowest, double highest) {
    return number != 0.0 && !(number >= lowest && number <= highest);
}

std::string rangeHint(const char* unit, double lowest, double highest) {
    return core::trf("Give {0} to {1} {2}, or 0 if it is not known.",
                     {core::decimal(lowest, 0), core::decimal(highest, 0), unit});
}

}  // namespace

core::Result<void> validate(const Client& client) {
    if (client.code.empty() || core::hasControlCharacter(client.code)) {
        return core::Error{core::tr("A client needs a code, such as C-0142"), "",
                           core::tr("Type one line of text."), core::Error::Kind::Usage};
    }
    if (client.figure.empty())
        return refused("The client has no body figure", client, core::tr("Choose one."));
    if (isStatedOutside(client.yearOfBirth, kEarliestYearOfBirth, kLatestYearOfBirth)) {
        return refused("The year of birth is not possible", client,
                       core::trf("Give a year from {0} to {1}, or 0 if it is not known.",
                                 {std::to_string(kEarliestYearOfBirth), std::to_string(kLatestYearOfBirth)}));
    }
    if (isStatedOutside(client.heightCm, kSmallestHeightCm, kLargestHeightCm)) {
        return refused("The height is not possible", client,
                       rangeHint("cm", kSmallestHeightCm, kLargestHeightCm));
    }
    if (isStatedOutside(client.weightKg, kSmallestWeightKg, kLargestWeightKg)) {
        return refused("The weight is not possible", client,
                       rangeHint("kg", kSmallestWeightKg, kLargestWeightKg));
    }
    return {};
}

}  // namespace palpate::clinic
