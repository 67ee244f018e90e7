#include "analysis/lund_browder.h"

#include "core/text.h"

#include <array>
#include <charconv>

namespace palpate::analysis {

namespace {

// Per cent of the skin, front and back together; of thigh and leg one side.
struct Column {
    int fromYears;
    const char* id;
    double head, thigh, leg;
};
constexpr std::array<Column, 6> kColumns{{{0, "0-1", 19.0, 5.5, 5.0},
                                          {1, "1-4", 17.0, 6.5, 5.0},
                                          {5, "5-9", 13.0, 8.0, 5.5},
                                          {10, "10-14", 11.0, 8.5, 6.0},
                                          {15, "15-17", 9.0, 9.0, 6.5},
                                          {18, "adult", 7.0, 9.5, 7.0}}};

const Column& columnOf(ShareAge age) {
    return kColumns.at(static_cast<std::size_t>(age));
}

}  // namespace

ShareAge shareAgeOf(std::optional<int> years) {
    std::size_t column = kColumns.size() - 1;
    while (years && column > 0 && kColumns.at(column).fromYears > *years)
        --column;
    return static_cast<ShareAge>(column);
}

std::optional<int> yearsAt(int yearOfBirth, core::Timestamp at) {
    const std::string date = core::localDate(at);
    int year = 0;
    std::from_chars(date.data(), date.data() + date.size(), year);
    if (yearOfBirth == 0 || yearOfBirth > year) return std::nullopt;
    return year - yearOfBirth;
}

double shareFactor(std::string_view area, ShareAge age) {
    const Column& column = columnOf(age);
    const Column& adult = kColumns.back();
    if (area.starts_with("head")) return column.head / adult.head;
    if (area.starts_with("thigh")) return column.thigh / adult.thigh;
    if (area.starts_with("leg")) return column.leg / adult.leg;
    return 1.0;
}

const char* shareAgeId(ShareAge age) {
    return columnOf(age).id;
}

std::string shareAgeText(std::optional<int> years) {
    if (!years) return core::tr("by published shares; an adult is assumed, no year of birth is stated");
    switch (shareAgeOf(years)) {
        case ShareAge::Infant:
            return core::tr("by published shares for the first year");
        case ShareAge::FromOne:
            return core::tr("by published shares for 1 to 4 years");
        case ShareAge::FromFive:
            return core::tr("by published shares for 5 to 9 years");
        case ShareAge::FromTen:
            return core::tr("by published shares for 10 to 14 years");
        case ShareAge::FromFifteen:
            return core::tr("by published shares for 15 to 17 years");
        case ShareAge::Adult:
            break;
    }
    return core::tr("by published shares for adults");
}

}  // namespace palpate::analysis
