#include "core/time.h"

#include "core/text.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace palpate::core {

namespace {

using Days = std::chrono::sys_days;

struct Local {
    std::chrono::year_month_day date;
    std::chrono::hh_mm_ss<std::chrono::seconds> clock;
};

Local localParts(Timestamp time) {
    using namespace std::chrono;
    const sys_time<milliseconds> shifted{milliseconds{time.utcMilliseconds} + minutes{time.offsetMinutes}};
    const sys_days day = floor<days>(shifted);
    return {day, hh_mm_ss<seconds>{floor<seconds>(shifted - day)}};
}

}  // namespace

Timestamp now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    Timestamp time;
    time.utcMilliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    const std::time_t seconds = time.utcMilliseconds / 1000;
    std::tm local{};
    localtime_r(&seconds, &local);
    time.offsetMinutes = static_cast<std::int16_t>(local.tm_gmtoff / 60);
    return time;
}

std::string localDate(Timestamp time) {
    const Local parts = localParts(time);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(parts.date.year()),
                  static_cast<unsigned>(parts.date.month()), static_cast<unsigned>(parts.date.day()));
    return text.data();
}

std::string localClock(Timestamp time) {
    const auto clock = localParts(time).clock;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text.data();
}

std::string toIso(Timestamp time) {
    const int offset = time.offsetMinutes;
    const int size = offset < 0 ? -offset : offset;
    std::array<char, 16> zone{};
    std::snprintf(zone.data(), zone.size(), "%c%02d:%02d", offset < 0 ? '-' : '+', size / 60, size % 60);
    return localDate(time) + "T" + localClock(time) + zone.data();
}

Result<Timestamp> fromIso(std::string_view text) {
    const Error unreadable{trf("\"{0}\" is not a date and time", {text}), "",
                           tr("Write it like 2026-11-20T14:02:11+01:00.")};
    const std::string copy(text);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, used = 0;
    if (std::sscanf(copy.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &year, &month, &day, &hour, &minute, &second,
                    &used) != 6) {
        return unreadable;
    }
    const std::string zone = copy.substr(static_cast<std::size_t>(used));
    int offset = 0;
    if (zone != "Z") {
        char sign = 0;
        int hours = 0, minutes = 0, end = 0;
        if (std::sscanf(zone.c_str(), "%c%2d:%2d%n", &sign, &hours, &minutes, &end) != 3 ||
            (sign != '+' && sign != '-') || static_cast<std::size_t>(end) != zone.size() || hours < 0 ||
            hours > 14 || minutes < 0 || minutes > 59) {
            return unreadable;
        }
        offset = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return unreadable;
    const std::int64_t days = Days{date}.time_since_epoch().count();
    const std::int64_t local = ((days * 24 + hour) * 60 + minute) * 60 + second;
    return Timestamp{(local - offset * 60LL) * 1000, static_cast<std::int16_t>(offset)};
}

}  // namespace palpate::core
