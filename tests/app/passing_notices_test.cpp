#include "app/passing_notices.h"

#include "document/edit.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

using namespace palpate;
using app::PassingNotices;
using document::Notice;

TEST_CASE("what only informs goes away by itself, each in its own time; what warns stays") {
    document::Document document = test::openVault(test::makeVault());
    PassingNotices passing;
    CHECK_FALSE(passing.step(document, 0.0).has_value());
    document::notify(document, Notice::Kind::Info, "export", "The sheet is there");
    document::notify(document, Notice::Kind::Error, "saving", "The disk is full");
    CHECK(passing.step(document, 10.0) == 10.0 + PassingNotices::kSeconds);
    document::notify(document, Notice::Kind::Info, "other", "Something else");
    CHECK(passing.step(document, 15.0) == 10.0 + PassingNotices::kSeconds);
    CHECK(document.notices.size() == 3);
    CHECK(passing.step(document, 10.0 + PassingNotices::kSeconds) == 15.0 + PassingNotices::kSeconds);
    CHECK(document.notices.size() == 2);
    CHECK_FALSE(passing.step(document, 100.0).has_value());
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].topic == "saving");
}

TEST_CASE("a newer notice on the same topic stands as long as any other") {
    document::Document document = test::openVault(test::makeVault());
    PassingNotices passing;
    document::notify(document, Notice::Kind::Info, "export", "one");
    passing.step(document, 0.0);
    document::notify(document, Notice::Kind::Info, "export", "two");
    CHECK(passing.step(document, 11.0) == 11.0 + PassingNotices::kSeconds);
    CHECK(document.notices.size() == 1);
}
