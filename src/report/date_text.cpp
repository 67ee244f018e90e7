#include "report/date_text.h"

#include "core/text.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace palpate::report {

namespace {

// The catalogue's part of a date; "" for a month that does not exist.
const char* monthName(int month) {
    switch (month) {
        case 1:
            return core::tr("January");
        case 2:
            return core::tr("February");
        case 3:
            return core::tr("March");
        case 4:
            return core::tr("April");
        case 5:
            return core::tr("May");
        case 6:
            return core::tr("June");
        case 7:
            return core::tr("July");
        case 8:
            return core::tr("August");
        case 9:
            return core::tr("September");
        case 10:
            return core::tr("October");
        case 11:
            return core::tr("November");
        case 12:
            return core::tr("December");
        default:
            return "";
    }
}

int twoDigits(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

}  // namespace

std::string longDate(core::Timestamp time) {
    const std::string date = core::localDate(time);  // 2026-11-20
    return core::trf("{0} {1} {2}",
                     {std::to_string(twoDigits(date, 8)), monthName(twoDigits(date, 5)), date.substr(0, 4)});
}

std::string longDateTime(core::Timestamp time) {
    const std::string iso = core::toIso(time);  // 2026-11-20T14:02:11+01:00
    return core::trf("{0}, {1} (UTC{2})",
                     {longDate(time), core::localClock(time).substr(0, 5), iso.substr(iso.size() - 6)});
}

}  // namespace palpate::report
