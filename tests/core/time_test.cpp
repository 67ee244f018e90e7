#include "core/time.h"

#include <doctest/doctest.h>

using namespace palpate::core;

TEST_CASE("a moment survives being written and read again, to the second") {
    for (const Timestamp time :
         {Timestamp{0, 0}, Timestamp{1795183331000, 60}, Timestamp{951782400000, -570}}) {
        const auto again = fromIso(toIso(time));
        REQUIRE(again.has_value());
        CHECK(*again == time);
    }
}

TEST_CASE("a moment is written as the clock on the wall showed it") {
    const auto time = fromIso("2026-11-20T14:02:11+01:00");
    REQUIRE(time.has_value());
    CHECK(toIso(*time) == "2026-11-20T14:02:11+01:00");
    CHECK(localDate(*time) == "2026-11-20");
    CHECK(localClock(*time) == "14:02:11");
    CHECK(fromIso("2026-11-20T13:02:11Z")->utcMilliseconds == time->utcMilliseconds);
}

TEST_CASE("what is not a date and time is refused and quoted") {
    for (const char* text :
         {"", "yesterday", "2026-02-30T10:00:00Z", "2026-11-20T25:00:00Z", "2026-11-20T14:02:11",
          "2026-11-20T14:02:11+99:00", "2026-11-20T14:02:11Zebra"}) {
        const auto time = fromIso(text);
        REQUIRE_FALSE(time.has_value());
        CHECK(time.error().what.find(text) != std::string::npos);
    }
}
