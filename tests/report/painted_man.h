#pragma once

#include "body/body_model.h"
#include "map/body_map.h"
#include "report/sheet_model.h"
#include "support/test_bodies.h"

#include <glm/geometric.hpp>

#include <cstdint>
#include <memory>
#include <utility>

namespace palpate::test {

// The little man with a client and two visits, to be painted on by dabs that reach through the air.
struct PaintedMan {
    std::shared_ptr<const body::BodyModel> body = makeTestBody();
    clinic::Client client;
    clinic::Visit visit, earlierVisit;
    map::BodyMap map{body->mesh().topologyId(), body->mesh().vertexCount()};
    map::BodyMap earlier = map;

    PaintedMan() {
        client.code = "C-0142";
        client.name = "Nora Beispiel";
        visit.id = core::VisitId{7};
        visit.number = 7;
        visit.at = {1795179731000, 60};  // 2026-11-20T14:02:11+01:00
        earlierVisit.id = core::VisitId{6};
        earlierVisit.number = 6;
        earlierVisit.at = {1793970131000, 60};
    }

    void dab(map::LayerKind kind, map::PlaceNumber number, glm::vec3 at, float radius, int level,
             map::Place place = {}) {
        map::Layer& layer = map.layer(kind);
        layer.setPlace(number, std::move(place));
        for (std::uint32_t v = 0; v < body->mesh().vertexCount(); ++v) {
            if (glm::distance(body->mesh().positions()[v], at) <= radius)
                layer.set(v, map::valueOf(level), number);
        }
    }

    [[nodiscard]] report::SheetInput input() const {
        return {.body = *body, .client = client, .visit = visit, .map = map};
    }
};

inline constexpr glm::vec3 kLeftBack{0.07F, 1.2F, -0.15F};
inline constexpr glm::vec3 kRightKnee{-0.1F, 0.5F, 0.06F};

}  // namespace palpate::test
