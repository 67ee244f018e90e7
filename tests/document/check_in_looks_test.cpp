// How the client looks at the body during the check-in.
#include "document/check_in_hand.h"
#include "document/standard_document.h"
#include "document/tools.h"

#include <algorithm>
#include <string>
#include <utility>

namespace palpate {
namespace {

using document::CheckInPage;

std::size_t hidden(const std::string& id) {
    const auto skin = document::hiddenSkin();
    const auto found = std::find_if(skin.begin(), skin.end(), [&](const auto& one) { return one.id == id; });
    REQUIRE(found != skin.end());
    return static_cast<std::size_t>(found - skin.begin());
}

const glm::vec3 kLeftSole{0.12F, 0.0F, 0.05F};

// The standard body, which has all parts.
struct Looking : test::CheckInHand {
    Looking() { document = test::standardDocument(vault); }
};

TEST_CASE_FIXTURE(Looking, "turning goes by eighths from wherever the body stands, and never tips") {
    open();
    body::Camera camera = document.camera;
    camera.yawDegrees = 50.0F;
    camera.pitchDegrees = 20.0F;
    document::setCamera(document, camera);
    CHECK(document::turnBody(document, 45.0F));
    CHECK(document.camera.yawDegrees == doctest::Approx(90.0));
    CHECK(document.camera.pitchDegrees == doctest::Approx(0.0));
    for (int i = 0; i < 20; ++i)
        document::zoomBody(document, true);
    CHECK(document.camera.height == doctest::Approx(document::fitHeight(document) / 4.0F));
}

TEST_CASE_FIXTURE(Looking, "coming nearer keeps the place touched last where it is in the picture") {
    open();
    touch({0.1F, 0.5F, 0.1F});  // a knee
    const auto at = document::pointOfPlace(*document.body, pain(), document.checkIn->place);
    REQUIRE(at.has_value());
    const glm::vec3 knee = document.body->mesh().position(*at);
    const glm::vec2 before = document.camera.project(knee, document.viewportSize);
    REQUIRE(document::zoomBody(document, true));
    REQUIRE(document::zoomBody(document, true));
    const glm::vec2 after = document.camera.project(knee, document.viewportSize);
    CHECK(after.x == doctest::Approx(before.x).epsilon(0.01));
    CHECK(after.y == doctest::Approx(before.y).epsilon(0.01));
}

TEST_CASE_FIXTURE(Looking, "who is near goes up and down the body in steps, as far as there is more of it") {
    open();
    touch({0.1F, 0.5F, 0.1F});  // a knee
    CHECK_FALSE(document::lookAlong(document, true));
    CHECK_FALSE(document::lookAlong(document, false));
    for (int i = 0; i < 5; ++i)
        document::zoomBody(document, true);
    const body::Camera knee = document.camera;
    REQUIRE(document::lookAlong(document, true));
    CHECK(document.camera.target.y == doctest::Approx(knee.target.y + knee.height / 4.0F));
    CHECK(document.camera.target.x == doctest::Approx(knee.target.x));
    int steps = 0;
    while (document::lookAlong(document, true) && steps < 100)
        ++steps;
    CHECK(steps < 100);
    CHECK_FALSE(document::canLookAlong(document, true));
    CHECK(document::canLookAlong(document, false));
    REQUIRE(document::readBack(document));
    CHECK_FALSE(document::lookAlong(document, false));  // there is no body on that page
}

TEST_CASE_FIXTURE(Looking, "a place that no side of the body shows is shown again where it was marked") {
    open();
    const auto& atlas = document.body->atlas();
    const auto middleOf = [&](const char* region) {
        const auto& mesh = document.body->mesh();
        glm::vec3 middle(0.0F);
        float count = 0.0F;
        for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
            if (atlas.region(atlas.regionOf(v)).id != region) continue;
            middle += mesh.positions()[v];
            count += 1.0F;
        }
        REQUIRE(count > 0.0F);
        return middle / count;
    };
    for (const auto& [region, view] :
         {std::pair{"ribs_side_L", "left_armpit"}, {"ribs_side_R", "right_armpit"}}) {
        CAPTURE(region);
        touch(middleOf(region));
        const map::PlaceNumber place = document.checkIn->place;
        touch({0.0F, 1.2F, 0.2F});
        REQUIRE(document::readBack(document));
        REQUIRE(document::changePlace(document, place));
        CHECK(document.checkIn->hidden == hidden(view));
        CHECK(document.part == nullptr);
    }
    glm::vec3 lowest(0.0F, 9.0F, 0.0F);
    for (const glm::vec3& position : document.body->mesh().positions())
        if (position.x > 0.0F && position.y < lowest.y) lowest = position;
    touch(lowest - glm::vec3(0.0F, 0.02F, 0.0F));
    const map::PlaceNumber sole = document.checkIn->place;
    REQUIRE(document::readBack(document));
    REQUIRE(document::changePlace(document, sole));
    CHECK(document.checkIn->hidden == hidden("soles"));
    REQUIRE(document.part != nullptr);
    REQUIRE(document::seeWholeAgain(document));
    CHECK(document.part == nullptr);
}

TEST_CASE_FIXTURE(Looking, "what the body hides is seen alone, marked, and the whole body comes back") {
    open();
    REQUIRE(document::showHardToSee(document));
    CHECK(page() == CheckInPage::HardToSee);
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    CHECK(page() == CheckInPage::Mark);
    REQUIRE(document.part != nullptr);
    CHECK(document.camera.pitchDegrees == doctest::Approx(-90.0));
    touch(kLeftSole);
    CHECK(places().size() == 1);
    REQUIRE(document::seeBody(document, body::StandardView::Front));
    CHECK(document.part == nullptr);
    CHECK(document.camera.pitchDegrees == doctest::Approx(0.0));
    CHECK(document.camera.height == doctest::Approx(document::fitHeight(document)));
}

TEST_CASE_FIXTURE(Looking, "a part shown alone is over when a place elsewhere is to be seen") {
    open();
    touch({0.0F, 1.2F, 0.2F});
    const map::PlaceNumber belly = document.checkIn->place;
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    REQUIRE(document::readBack(document));
    REQUIRE(document::changePlace(document, belly));
    CHECK(document.part == nullptr);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("left_armpit")));
    REQUIRE(document::askToStartAgain(document));
    REQUIRE(document::startAgain(document));
    CHECK(document.part == nullptr);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    REQUIRE(document::closeCheckIn(document));
    CHECK(document.part == nullptr);
}

TEST_CASE_FIXTURE(Looking,
                  "the list of what is hidden leads nowhere from other pages, and back to the body") {
    open();
    CHECK_FALSE(document::lookAtHidden(document, 0));
    REQUIRE(document::showHardToSee(document));
    CHECK_FALSE(document::lookAtHidden(document, document::hiddenSkin().size()));
    CHECK_FALSE(document::seeBody(document, body::StandardView::Back));
    REQUIRE(document::goBack(document));
    CHECK(page() == CheckInPage::Mark);
    CHECK(document.part == nullptr);
}

// What was journalled says the same when it is read again.
void checkReadAgain(Looking& hand) {
    const auto painted = hand.pain().values();
    const std::vector<map::Value> before(painted.begin(), painted.end());
    REQUIRE(document::closeCheckIn(hand.document));
    REQUIRE(document::openVisit(hand.document, hand.document.visit));
    CHECK(test::mapOf(hand.document, clinic::Author::Client).damage.empty());
    const auto again = hand.pain().values();
    CHECK(std::equal(before.begin(), before.end(), again.begin(), again.end()));
}

TEST_CASE_FIXTURE(Looking, "places removed while a part is shown alone are gone from the journal as well") {
    open();
    touch(test::kChest);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    touch(kLeftSole);
    REQUIRE(document::readBack(document));
    REQUIRE(document::removePlace(document, document.checkIn->place));
    CHECK(places().size() == 1);
    checkReadAgain(*this);
}

TEST_CASE_FIXTURE(Looking, "starting again while a part is shown alone can be read again") {
    open();
    touch(test::kChest);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    REQUIRE(document::askToStartAgain(document));
    REQUIRE(document::startAgain(document));
    CHECK(places().empty());
    checkReadAgain(*this);
}

TEST_CASE_FIXTURE(Looking, "the list marks all of a region that lies outside the part shown alone") {
    open();
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    REQUIRE(document::showRegions(document));
    REQUIRE(document::chooseSide(document, body::Side::Left));
    REQUIRE(document::markRegion(document, "kneecap_L"));
    CHECK(places().size() == 1);
    CHECK(document.part == nullptr);
    checkReadAgain(*this);
}

TEST_CASE_FIXTURE(
    Looking,
    "a part shown alone comes nearer still, never jumps away, and stands still while it is seen whole") {
    open();
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("left_palm")));
    const body::Camera framed = document.camera;
    CHECK_FALSE(document::slide(document, 40.0F));
    CHECK(document.camera == framed);
    REQUIRE(document::zoomAt(document, 1.15F, document.viewportSize * 0.5F));
    CHECK(document.camera.height < framed.height);
    const float nearer = document.camera.height;
    REQUIRE(document::zoomBody(document, true));
    CHECK(document.camera.height < nearer);
}

TEST_CASE_FIXTURE(Looking, "a place out of sight draws the picture nowhere") {
    open();
    touch(test::kChest);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    const body::Camera before = document.camera;
    REQUIRE(document::zoomBody(document, true));
    CHECK(glm::distance(document.camera.target, before.target) < 0.02F);
}

TEST_CASE_FIXTURE(Looking, "undo stays with the part that it changes") {
    open();
    touch(test::kChest);
    const map::PlaceNumber chest = document.checkIn->place;
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    touch(kLeftSole);
    REQUIRE(document::takeBackMark(document));
    CHECK(document.part != nullptr);
    CHECK(document.checkIn->place == chest);
    REQUIRE(document::takeBackMark(document));  // the chest
    CHECK(places().empty());
}

TEST_CASE_FIXTURE(Looking, "undo of what lies outside the part shown alone shows the whole body") {
    open();
    touch(test::kChest);
    touch(test::kThigh);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    REQUIRE(document::takeBackMark(document));
    CHECK(document.part == nullptr);
    CHECK(places().size() == 1);
}

TEST_CASE_FIXTURE(Looking,
                  "a place out of the picture is not rated, and undo goes back to the place before") {
    open();
    touch(test::kChest);
    const map::PlaceNumber chest = document.checkIn->place;
    touch(test::kBack);
    document::takeUpPlace(document, chest);
    touch(test::kThigh);
    REQUIRE(document::takeBackMark(document));
    CHECK(document.checkIn->place == chest);
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    CHECK(document.checkIn->place == map::kNoPlace);
    CHECK_FALSE(document::rate(document, 9));
}

TEST_CASE_FIXTURE(Looking,
                  "each armpit is looked at on the whole body, from near, and can be touched there") {
    open();
    for (const auto& [id, side] : {std::pair{"left_armpit", 1.0F}, {"right_armpit", -1.0F}}) {
        REQUIRE(document::showHardToSee(document));
        REQUIRE(document::lookAtHidden(document, hidden(id)));
        CHECK(document.part == nullptr);
        CHECK(document.checkIn->hidden == hidden(id));
        CHECK(document.camera.height < document::fitHeight(document) / 3.0F);
        // What lies in the middle of the picture is the person's own armpit.
        const auto under = document::pick(document, document.viewportSize * 0.5F);
        REQUIRE(under.has_value());
        CHECK(document.body->mesh().position(under->point).x * side > 0.05F);
        const std::string& region = document.body->atlas().region(under->region).base;
        CHECK_MESSAGE(region == "ribs_side", region);
    }
    REQUIRE(document::seeWholeAgain(document));
    CHECK_FALSE(document.checkIn->hidden.has_value());
    CHECK(document.camera.height == doctest::Approx(document::fitHeight(document)));
}

TEST_CASE_FIXTURE(Looking, "the whole body comes back from the side that was looked at before") {
    open();
    REQUIRE(document::seeBody(document, body::StandardView::Back));
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("left_armpit")));
    REQUIRE(document::showHardToSee(document));
    REQUIRE(document::lookAtHidden(document, hidden("soles")));
    REQUIRE(document::seeWholeAgain(document));
    CHECK(document.camera.yawDegrees == doctest::Approx(180.0));
    CHECK_FALSE(document::seeWholeAgain(document));
}

}  // namespace
}  // namespace palpate
