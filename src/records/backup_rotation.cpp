#include "records/backup_rotation.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <set>
#include <string>

namespace palpate::records {

namespace {

using Period = std::int64_t;

std::chrono::sys_days localDayOf(core::Timestamp time) {
    using namespace std::chrono;
    const auto local = time.utcMilliseconds + std::int64_t{time.offsetMinutes} * 60'000;
    return floor<days>(sys_time<milliseconds>(milliseconds(local)));
}
Period hourOf(core::Timestamp time) {
    return time.utcMilliseconds / 3'600'000;
}
Period dayOf(core::Timestamp time) {
    return localDayOf(time).time_since_epoch().count();
}
Period weekOf(core::Timestamp time) {
    const auto day = localDayOf(time);
    return dayOf(time) - std::int64_t{std::chrono::weekday(day).iso_encoding()};
}
Period monthOf(core::Timestamp time) {
    const std::chrono::year_month_day date(localDayOf(time));
    return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month());
}

// The newest of each of the last `count` periods that have one.
void keepNewest(const std::vector<Backup>& backups, std::size_t count, Period (*periodOf)(core::Timestamp),
                std::set<std::size_t>& kept) {
    std::set<Period> seen;
    for (std::size_t i = 0; i < backups.size() && seen.size() < count; ++i) {
        if (seen.insert(periodOf(backups[i].at)).second) kept.insert(i);
    }
}

// The "2" of "practice-20261130-182011-2"; never the six digits of the time itself.
bool isNumberOfCopy(std::string_view text) {
    return !text.empty() && text.size() < 6 &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The number that `digits` digits at `at` make; -1 if there are others.
int numberAt(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    for (const char letter : text.substr(at, digits)) {
        if (letter < '0' || letter > '9') return -1;
        number = number * 10 + (letter - '0');
    }
    return number;
}

}  // namespace

std::vector<Backup> toRemove(const std::vector<Backup>& backups) {
    std::set<std::size_t> kept;
    keepNewest(backups, 6, hourOf, kept);
    keepNewest(backups, 7, dayOf, kept);
    keepNewest(backups, 4, weekOf, kept);
    keepNewest(backups, 12, monthOf, kept);
    std::vector<Backup> old;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        if (!kept.contains(i)) old.push_back(backups[i]);
    }
    return old;
}

std::optional<core::Timestamp> timeInName(std::string_view stem) {
    constexpr std::size_t kStamp = 15;  // 20261130-182011
    const std::size_t last = stem.rfind('-');
    if (last == std::string_view::npos) return std::nullopt;
    if (isNumberOfCopy(stem.substr(last + 1))) stem = stem.substr(0, last);
    if (stem.size() < kStamp + 1 || stem[stem.size() - kStamp - 1] != '-') return std::nullopt;
    const std::string_view stamp = stem.substr(stem.size() - kStamp);
    if (stamp[8] != '-') return std::nullopt;
    std::tm local{};
    const int year = numberAt(stamp, 0, 4), month = numberAt(stamp, 4, 2), day = numberAt(stamp, 6, 2);
    const int hour = numberAt(stamp, 9, 2), minute = numberAt(stamp, 11, 2), second = numberAt(stamp, 13, 2);
    if (std::min({year, month, day, hour, minute, second}) < 0 || month < 1 || month > 12 || day < 1 ||
        day > 31 || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    local.tm_mday = day;
    local.tm_hour = hour;
    local.tm_min = minute;
    local.tm_sec = second;
    local.tm_isdst = -1;
    const std::time_t seconds = std::mktime(&local);
    return core::Timestamp{std::int64_t{seconds} * 1000, static_cast<std::int16_t>(local.tm_gmtoff / 60)};
}

}  // namespace palpate::records
