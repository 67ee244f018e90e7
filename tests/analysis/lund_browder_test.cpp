#include "analysis/lund_browder.h"

#include "body/atlas_labels.h"
#include "body/body_model.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace palpate;
using analysis::ShareAge;
using doctest::Approx;

TEST_CASE("years fall into the chart's columns, and an unknown age is an adult's") {
    using analysis::shareAgeOf;
    CHECK(shareAgeOf(0) == ShareAge::Infant);
    CHECK(shareAgeOf(1) == ShareAge::FromOne);
    CHECK(shareAgeOf(4) == ShareAge::FromOne);
    CHECK(shareAgeOf(5) == ShareAge::FromFive);
    CHECK(shareAgeOf(9) == ShareAge::FromFive);
    CHECK(shareAgeOf(10) == ShareAge::FromTen);
    CHECK(shareAgeOf(14) == ShareAge::FromTen);
    CHECK(shareAgeOf(17) == ShareAge::FromFifteen);
    CHECK(shareAgeOf(18) == ShareAge::Adult);
    CHECK(shareAgeOf(90) == ShareAge::Adult);
    CHECK(shareAgeOf(std::nullopt) == ShareAge::Adult);
}

TEST_CASE("the age is that of the year of the visit, where the visit was") {
    const core::Timestamp newYear = *core::fromIso("2026-01-01T00:30:00+01:00");
    CHECK(analysis::yearsAt(2016, newYear) == 10);
    CHECK(analysis::yearsAt(2026, newYear) == 0);
    CHECK_FALSE(analysis::yearsAt(0, newYear).has_value());
    CHECK_FALSE(analysis::yearsAt(2027, newYear).has_value());
}

TEST_CASE("the published shares of every age make up the whole skin") {
    const auto body = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
    REQUIRE(body.has_value());
    const auto labels = body::loadAtlasLabels(PALPATE_TEST_RESOURCES "/models", (*body)->mesh());
    REQUIRE(labels.has_value());
    struct Column {
        ShareAge age;
        double head, thigh, leg;
    };
    for (const Column& published :
         {Column{ShareAge::Infant, 19.0, 5.5, 5.0}, Column{ShareAge::FromOne, 17.0, 6.5, 5.0},
          Column{ShareAge::FromFive, 13.0, 8.0, 5.5}, Column{ShareAge::FromTen, 11.0, 8.5, 6.0},
          Column{ShareAge::FromFifteen, 9.0, 9.0, 6.5}, Column{ShareAge::Adult, 7.0, 9.5, 7.0}}) {
        CAPTURE(analysis::shareAgeId(published.age));
        double all = 0.0, head = 0.0, thigh = 0.0, leg = 0.0;
        for (const auto& area : labels->findInstrument("lund_browder")->areas) {
            const std::string& id = area.names.id;
            const double percent = *area.percent * analysis::shareFactor(id, published.age);
            all += percent;
            if (id.starts_with("head")) head += percent;
            if (id.starts_with("thigh") && id.ends_with("_L")) thigh += percent;
            if (id.starts_with("leg") && id.ends_with("_R")) leg += percent;
        }
        CHECK(all == Approx(100.0));
        CHECK(head == Approx(published.head));
        CHECK(thigh == Approx(published.thigh));
        CHECK(leg == Approx(published.leg));
    }
}

TEST_CASE("it is said for which age the shares are, and where that is only assumed") {
    CHECK(analysis::shareAgeText(12).find("10 to 14 years") != std::string::npos);
    CHECK(analysis::shareAgeText(40).find("adults") != std::string::npos);
    CHECK(analysis::shareAgeText(std::nullopt).find("assumed") != std::string::npos);
}
