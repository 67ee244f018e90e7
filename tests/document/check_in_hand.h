#pragma once

#include "document/check_in.h"
#include "document/check_in_places.h"
#include "document/edit.h"
#include "document/selection.h"
#include "document/test_documents.h"
#include "document/transaction.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

namespace palpate::test {

inline const clinic::MapKey kToday{{2}, clinic::Author::Client, clinic::Moment::Before};

// A client who came on Monday and is handed the window on Tuesday.
struct CheckInHand {
    std::shared_ptr<FakeVault> vault = makeVault();
    document::Document document = openVault(vault);

    void open() { REQUIRE(document::openCheckIn(document, kTuesday)); }
    // What a touch there comes to: the skin nearest to a point in metres.
    void touch(glm::vec3 at) {
        const auto nearest = document.body->bvh().nearest(at, 0.3F);
        REQUIRE(nearest.has_value());
        document::beginTouch(document, nearest->point);
        map::Stroke stroke = document::strokeHeader(document);
        stroke.points = {nearest->point};
        REQUIRE(document::paint(document, stroke));
        document::endTouch(document, nearest->point);
    }
    // A check-in that marks those places and is finished and over.
    void finish(const std::vector<glm::vec3>& at) {
        open();
        for (const glm::vec3& place : at)
            touch(place);
        REQUIRE(document::readBack(document));
        REQUIRE(document::confirm(document));
        REQUIRE(document::closeCheckIn(document));
    }
    [[nodiscard]] const map::Layer& pain() const {
        return mapOf(document, clinic::Author::Client).map.layer(map::LayerKind::Pain);
    }
    [[nodiscard]] std::vector<map::PlaceNumber> places() const { return document::checkInPlaces(document); }
    [[nodiscard]] int level(map::PlaceNumber place) const { return document::levelOfPlace(pain(), place); }
    [[nodiscard]] document::CheckInPage page() const { return document.checkIn->page; }
};

}  // namespace palpate::test
