#include "ui/dates.h"

#include <doctest/doctest.h>

using namespace palpate;

namespace {

core::Timestamp at(const char* iso) {
    const auto time = core::fromIso(iso);
    REQUIRE(time);
    return *time;
}

}  // namespace

TEST_CASE("dates are written the way people say them") {
    CHECK(ui::friendlyDate(at("2026-11-20T14:02:11+01:00")) == "20 Nov 2026");
    CHECK(ui::friendlyDate(at("2026-01-06T00:00:00Z")) == "6 Jan 2026");
    CHECK(ui::shortClock(at("2026-11-20T14:02:11+01:00")) == "14:02");
}

TEST_CASE("today and yesterday go by the clock on the wall") {
    const core::Timestamp now = at("2026-11-20T00:30:00+01:00");
    CHECK(ui::relativeDate(at("2026-11-20T23:59:00+01:00"), now) == "Today");
    CHECK(ui::relativeDate(at("2026-11-19T23:59:00+01:00"), now) == "Yesterday");
    CHECK(ui::relativeDate(at("2026-11-18T23:59:00+01:00"), now) == "18 Nov 2026");
    CHECK(ui::isSameDay(at("2026-11-20T00:10:00+01:00"), now));
    CHECK_FALSE(ui::isSameDay(at("2026-11-19T23:10:00+01:00"), now));
}

TEST_CASE("the last day of a month is yesterday on the first of the next") {
    CHECK(ui::relativeDate(at("2026-02-28T12:00:00+01:00"), at("2026-03-01T09:00:00+01:00")) == "Yesterday");
}
