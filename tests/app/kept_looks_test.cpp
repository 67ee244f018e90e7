#include "app/kept_looks.h"

#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate;
using app::KeptLooks;

namespace {

KeptLooks unusual() {
    KeptLooks looks;
    looks.appearance.dark = true;
    looks.appearance.highContrast = true;
    looks.appearance.reduceMotion = true;
    looks.appearance.scale = 1.75;
    looks.appearance.blackAndWhite = true;
    looks.appearance.vision = image::Vision::Tritan;
    looks.leftWidth = 300.0F;
    looks.rightWidth = 400.0F;
    looks.changeRules.limits.levels = 2.5;
    looks.changeRules.limits.onePlaceExtentShare = 0.7;
    looks.changeRules.tolerance.borderMm = 15.0;
    return looks;
}

}  // namespace

TEST_CASE("looks are the same after they were written and read") {
    CHECK(app::looksFromText(app::toText(unusual())) == unusual());
    CHECK(app::looksFromText(app::toText({})) == KeptLooks());
}

TEST_CASE("looks that nobody can have are the usual ones") {
    CHECK(app::looksFromText("") == KeptLooks());
    CHECK(app::looksFromText("no setting at all\n= 1\n") == KeptLooks());
    CHECK(app::looksFromText("scale = 7\nleft_column = -3\nvision = mantis\n") == KeptLooks());
    CHECK(app::looksFromText("scale = nan\n") == KeptLooks());
    CHECK(app::looksFromText("change_levels = 0\nchange_one_place = 3\nchange_border_mm = -1\n") ==
          KeptLooks());
    CHECK(app::looksFromText("scale = 2.5x\n") == KeptLooks());
    CHECK(app::looksFromText("a later setting = 1\n  dark=1 \r\n").appearance.dark);
}

TEST_CASE("whether help was open is not kept") {
    KeptLooks looks;
    looks.appearance.helpShown = true;
    CHECK_FALSE(app::looksFromText(app::toText(looks)).appearance.helpShown);
}

TEST_CASE("looks are kept in a folder that is made for them") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "settings" / "palpate" / "looks";
    CHECK(app::readLooks(file) == KeptLooks());
    REQUIRE(app::writeLooks(file, unusual()));
    CHECK(app::readLooks(file) == unusual());
}
