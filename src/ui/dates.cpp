#include "ui/dates.h"

#include "core/text.h"

#include <array>
#include <cstddef>
#include <cstdlib>

namespace palpate::ui {
namespace {

using core::tr;

constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::int64_t kDayMilliseconds = 24LL * 60 * 60 * 1000;

}  // namespace

std::string friendlyDate(core::Timestamp time) {
    const std::string iso = core::localDate(time);  // "2026-11-20"
    const int month = std::atoi(iso.substr(iso.size() - 5, 2).c_str());
    const int day = std::atoi(iso.substr(iso.size() - 2).c_str());
    const auto index = static_cast<std::size_t>(month - 1) % kMonths.size();
    return core::trf("{0} {1} {2}", {std::to_string(day), tr(kMonths[index]), iso.substr(0, iso.size() - 6)});
}

std::string relativeDate(core::Timestamp time, core::Timestamp now) {
    if (isSameDay(time, now)) return tr("Today");
    core::Timestamp dayAfter = time;
    dayAfter.utcMilliseconds += kDayMilliseconds;
    return isSameDay(dayAfter, now) ? tr("Yesterday") : friendlyDate(time);
}

std::string shortClock(core::Timestamp time) {
    return core::localClock(time).substr(0, 5);
}

bool isSameDay(core::Timestamp a, core::Timestamp b) {
    return core::localDate(a) == core::localDate(b);
}

}  // namespace palpate::ui
