#include "document/test_documents.h"

#include "document/edit.h"
#include "document/open.h"
#include "document/transaction.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace palpate::test {

std::shared_ptr<FakeVault> makeVault() {
    auto vault = std::make_shared<FakeVault>();
    clinic::Client client;
    client.id = {1};
    client.code = "C-0001";
    vault->clients.push_back(client);
    vault->visits.push_back({{1}, {1}, 1, kMonday, {}});
    return vault;
}

document::Document openVault(const std::shared_ptr<FakeVault>& vault) {
    document::Document document;
    document.body = makeTestBody();
    document.appearance.reduceMotion = true;
    document::setViewport(document, {800.0F, 800.0F});
    document::viewFrom(document, body::StandardView::Front);
    REQUIRE(document::openPractice(document, std::make_unique<FakePractice>(vault)));
    REQUIRE(document::openClient(document, document.clients.front().id));
    return document;
}

map::Stroke dab(const document::Document& document, glm::vec3 at, int level, double diameterCm,
                map::Tool tool) {
    map::Stroke stroke = document::strokeHeader(document);
    stroke.tool = tool;
    stroke.level = level;
    stroke.diameterCm = diameterCm;
    const auto nearest = document.body->bvh().nearest(at, 0.3F);
    REQUIRE(nearest.has_value());
    stroke.points.push_back(nearest->point);
    return stroke;
}

const document::OpenMap& mapOf(const document::Document& document, clinic::Author author) {
    const document::OpenMap* map = document::openMapOf(document, author);
    REQUIRE(map != nullptr);
    return *map;
}

std::size_t paintedVertices(const document::OpenMap& map, map::LayerKind layer) {
    const auto values = map.map.layer(layer).values();
    return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), map::isPainted));
}

}  // namespace palpate::test
