#include "document/selection.h"

#include "document/edit.h"
#include "document/preview.h"
#include "document/region_paint.h"
#include "document/test_documents.h"
#include "document/transaction.h"

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include <algorithm>
#include <vector>

using namespace palpate;
using clinic::Author;
using document::Document;
using document::EditPace;
using document::PaintTool;

namespace {

struct Marked {
    std::shared_ptr<test::FakeVault> vault = test::makeVault();
    Document document = test::openVault(vault);
    body::SkinPoint at;

    Marked() {
        const map::Stroke stroke = test::dab(document, test::kChest, 7);
        at = stroke.points.front();
        REQUIRE(document::paint(document, stroke).has_value());
        document::selectTool(document, PaintTool::Edit);
        document::select(document, document::selectionUnder(document, at));
        REQUIRE(document::selectedPlace(document) != nullptr);
    }
    [[nodiscard]] const document::OpenMap& open() const { return test::mapOf(document, Author::Therapist); }
    [[nodiscard]] const map::Layer& pain() const { return open().map.layer(map::LayerKind::Pain); }
};

map::PlaceEdit noting(const std::string& note) {
    map::PlaceEdit edit;
    edit.note = note;
    return edit;
}

}  // namespace

TEST_CASE_FIXTURE(Marked, "a chosen place takes level, words and depth as a whole, each one step to undo") {
    document::setLevel(document, 4);
    CHECK(document.tool.tool == PaintTool::Edit);
    CHECK(document::levelOfPlace(pain(), 1) == 4);
    map::PlaceEdit edit;
    edit.words = std::vector<std::string>{"stiff"};
    edit.depth = map::Depth::Joint;
    REQUIRE(document::editSelectedPlace(document, edit).has_value());
    CHECK(pain().places().at(1).words == std::vector<std::string>{"stiff"});
    CHECK(open().history.undoSteps() == 3);
    const auto again = document::editSelectedPlace(document, edit);
    REQUIRE(again.has_value());
    CHECK_FALSE(*again);
    CHECK(open().history.undoSteps() == 3);
    document::undo(document);
    document::undo(document);
    CHECK(document::levelOfPlace(pain(), 1) == 7);
}

TEST_CASE_FIXTURE(Marked, "a typed note is written down letter by letter and is one step to undo") {
    for (const char* text : {"o", "on", "one", "one ", "one d", "one da", "one day"})
        REQUIRE(document::editSelectedPlace(document, noting(text), EditPace::Typed).has_value());
    CHECK(open().history.undoSteps() == 2);
    CHECK(test::mapOf(test::openVault(vault), Author::Therapist).map == open().map);
    SUBCASE("undo takes the whole text back") {
        document::undo(document);
        CHECK(pain().places().at(1).note.empty());
    }
    SUBCASE("after anything else a new text is a new step") {
        document::setLevel(document, 3);
        REQUIRE(document::editSelectedPlace(document, noting("two"), EditPace::Typed).has_value());
        CHECK(open().history.undoSteps() == 4);
    }
    SUBCASE("after an undo, too") {
        document::undo(document);
        REQUIRE(document::editSelectedPlace(document, noting("two"), EditPace::Typed).has_value());
        CHECK(open().history.undoSteps() == 2);
        document::undo(document);
        CHECK(pain().places().at(1).note.empty());
        CHECK(document::levelOfPlace(pain(), 1) == 7);
    }
}

TEST_CASE_FIXTURE(Marked, "a chosen place is taken away whole and comes back by undo") {
    const map::BodyMap before = open().map;
    REQUIRE(document::removeSelected(document).has_value());
    CHECK(open().map.isEmpty());
    CHECK_FALSE(document.selection.has_value());
    document::undo(document);
    CHECK(open().map == before);
}

TEST_CASE_FIXTURE(Marked, "a pin is changed and taken away without moving") {
    map::Stroke set = document::strokeHeader(document, PaintTool::Pin);
    set.points = {at};
    REQUIRE(document::paint(document, set).has_value());
    document::select(document, document::PinChoice{1});
    map::Pin pin = *document::selectedPin(document);
    pin.kind = map::PinKind::TenderPoint;
    pin.grade = 3;
    REQUIRE(document::editSelectedPin(document, pin).has_value());
    CHECK(*document::selectedPin(document) == pin);
    pin.kind = map::PinKind::Scar;
    REQUIRE(document::editSelectedPin(document, pin).has_value());
    CHECK_FALSE(document::selectedPin(document)->grade.has_value());
    REQUIRE(document::removeSelected(document).has_value());
    CHECK(open().map.pins().isEmpty());
}

TEST_CASE_FIXTURE(Marked, "a place is taken up with the tool that changes it, in whatever layer it is") {
    document::selectTool(document, PaintTool::Brush);
    const auto place = document::placeUnder(document, test::dab(document, test::kChest).points.front());
    REQUIRE(place != map::kNoPlace);
    document::selectLayer(document, map::LayerKind::Tension);
    CHECK(document::takeUp(document, {map::LayerKind::Pain, place}));
    CHECK(document.tool.tool == PaintTool::Edit);
    CHECK(document.tool.layer == map::LayerKind::Pain);
    REQUIRE(document::selectedPlace(document) != nullptr);
    CHECK(document::setLevel(document, 2));
    CHECK(document::levelOfPlace(
              test::mapOf(document, clinic::Author::Therapist).map.layer(map::LayerKind::Pain), place) == 2);
    CHECK_FALSE(document::takeUp(document, {map::LayerKind::Pain, 99}));
    document::paintAs(document, clinic::Author::Client);
    CHECK_FALSE(document::takeUp(document, {map::LayerKind::Tension, place}));  // not the client's
}

TEST_CASE_FIXTURE(Marked, "several regions are filled and cleared as one step, both sides with the mirror") {
    const auto& atlas = document.body->atlas();
    const auto chest = atlas.find("chest_L");
    REQUIRE(chest.has_value());
    const auto partner = atlas.region(*chest).mirror;
    REQUIRE(partner.has_value());
    document::setMirror(document, true);
    const std::vector<body::RegionIndex> wanted{*chest};
    const auto all = document::withMirrored(document, wanted);
    CHECK(all.size() == 2);
    const std::size_t before = open().history.undoSteps();
    REQUIRE(document::fillRegions(document, wanted).has_value());
    CHECK(open().history.undoSteps() == before + 1);
    for (std::uint32_t v = 0; v < pain().values().size(); ++v) {
        if (std::find(all.begin(), all.end(), atlas.regionOf(v)) != all.end())
            REQUIRE(pain().values()[v] == map::valueOf(5));
    }
    CHECK(test::mapOf(test::openVault(vault), Author::Therapist).map == open().map);
    REQUIRE(document::clearRegions(document, wanted).has_value());
    CHECK(open().history.undoSteps() == before + 2);
    document::undo(document);
    document::undo(document);
    CHECK(document::levelOfPlace(pain(), 1) == 7);
}

TEST_CASE_FIXTURE(Marked, "going to a region turns it towards the camera") {
    const auto& atlas = document.body->atlas();
    int faced = 0;
    for (body::RegionIndex region = 0; region < atlas.regions().size(); ++region) {
        document::goToRegion(document, region);
        CHECK(document.regions.current == region);
        glm::vec3 sum(0.0F);
        float area = 0.0F;
        for (std::uint32_t v = 0; v < document.body->mesh().vertexCount(); ++v) {
            if (atlas.regionOf(v) != region) continue;
            sum += document.body->mesh().normals()[v] * document.body->mesh().vertexAreas()[v];
            area += document.body->mesh().vertexAreas()[v];
        }
        if (glm::length(sum) < 0.25F * area) continue;  // it goes all round
        CAPTURE(atlas.region(region).id);
        CHECK(glm::dot(glm::normalize(sum), document.camera.towardsEye()) > 0.9F);
        ++faced;
    }
    CHECK(faced >= 2);
}

TEST_CASE_FIXTURE(Marked, "what is marked before a press is what the press paints") {
    document::Preview preview;
    for (const PaintTool tool : {PaintTool::Band, PaintTool::Fill}) {
        CAPTURE(static_cast<int>(tool));
        Document fresh = test::openVault(test::makeVault());
        document::selectTool(fresh, tool);
        document::setMirror(fresh, true);
        const auto under =
            document::Hover{at, fresh.body->atlas().regionOf(fresh.body->mesh().nearestVertex(at))};
        document::setHover(fresh, under);
        const std::vector<std::uint8_t> marks = preview.of(fresh).vertices;
        const std::uint64_t version = preview.of(fresh).version;
        CHECK(preview.of(fresh).version == version);
        map::Stroke stroke = document::strokeHeader(fresh);
        if (tool == PaintTool::Fill) {
            stroke.region = fresh.body->atlas().region(under.region).id;
        } else {
            stroke.points = {at};
        }
        REQUIRE(document::paint(fresh, stroke).has_value());
        const auto values = test::mapOf(fresh, Author::Therapist).map.layer(map::LayerKind::Pain).values();
        REQUIRE(marks.size() == values.size());
        for (std::size_t v = 0; v < values.size(); ++v)
            REQUIRE((marks[v] != 0) == map::isPainted(values[v]));
    }
}

TEST_CASE_FIXTURE(Marked,
                  "the place that is being edited is marked, and nothing else while a brush is chosen") {
    document::Preview preview;
    const auto marks = preview.of(document).vertices;
    REQUIRE(marks.size() == pain().values().size());
    for (std::size_t v = 0; v < marks.size(); ++v)
        REQUIRE((marks[v] != 0) == (pain().placeNumbers()[v] == 1));
    document::selectTool(document, PaintTool::Brush);
    CHECK(preview.of(document).vertices.empty());
}
