#include "document/check_in_places.h"

#include "document/copy_map.h"
#include "document/edit.h"
#include "document/selection.h"
#include "document/transaction.h"
#include "map/stroke_target.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palpate::document {

namespace {

body::SkinPoint pointAt(const body::SurfaceMesh& mesh, std::uint32_t vertex) {
    const std::uint32_t triangle = mesh.trianglesAround(vertex).front();
    const body::Triangle& corners = mesh.triangles()[triangle];
    body::SkinPoint point;
    point.triangle = triangle;
    point.barycentric = {corners[0] == vertex ? 1.0F : 0.0F, corners[1] == vertex ? 1.0F : 0.0F,
                         corners[2] == vertex ? 1.0F : 0.0F};
    return point;
}

// Of hiddenSkin(), what shows a place that no side of the whole body does: a sole, an armpit.
std::optional<std::size_t> hiddenSkinOf(const Document& document, const map::Layer& pain,
                                        map::PlaceNumber place) {
    const body::BodyModel& body = *document.body;
    const auto point = pointOfPlace(body, pain, place);
    if (!point) return std::nullopt;
    const std::uint32_t vertex = body.mesh().nearestVertex(*point);
    const body::RegionIndex region = body.atlas().regionOf(vertex);
    for (std::size_t i = 0; i < hiddenSkin().size(); ++i) {
        const HiddenSkin& skin = hiddenSkin()[i];
        if (body.atlas().find(skin.belowTopOf) == region) return i;
        constexpr float kFacesDown = -0.5F;
        const bool isFromBelow = skin.pitchDegrees < -80.0F;
        if (!isFromBelow || body.mesh().normals()[vertex].y > kFacesDown) continue;
        const auto part = body::BodyPart::create(body, skin.part);
        if (part && (*part)->shows(vertex)) return i;
    }
    return std::nullopt;
}

}  // namespace

std::vector<map::PlaceNumber> checkInPlaces(const Document& document) {
    std::vector<map::PlaceNumber> numbers;
    if (!document.checkIn) return numbers;
    const OpenMap* map = openMapOf(document, clinic::Author::Client);
    if (map == nullptr) return numbers;
    const map::Layer& pain = map->map.layer(map::LayerKind::Pain);
    for (const auto& [number, row] : pain.places()) {
        if (levelOfPlace(pain, number) > 0) numbers.push_back(number);
    }
    return numbers;
}

std::optional<body::SkinPoint> pointOfPlace(const body::BodyModel& body, const map::Layer& layer,
                                            map::PlaceNumber place) {
    std::optional<std::uint32_t> best;
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (place == map::kNoPlace || layer.placeNumbers()[v] != place) continue;
        if (!best || layer.values()[v] > layer.values()[*best]) best = v;
    }
    if (!best) return std::nullopt;
    return pointAt(body.mesh(), *best);
}

map::PlaceNumber placeNear(const body::BodyModel& body, const map::Layer& layer, const body::SkinPoint& at,
                           float reach) {
    const map::PlaceNumber under = map::placeUnder(layer, body.mesh(), at);
    if (under != map::kNoPlace) return under;
    const glm::vec3 position = body.mesh().position(at);
    map::PlaceNumber nearest = map::kNoPlace;
    float least = reach;
    for (std::size_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] == map::kNoPlace) continue;
        const float distance = glm::distance(position, body.mesh().positions()[v]);
        if (distance > least) continue;
        least = distance;
        nearest = layer.placeNumbers()[v];
    }
    return nearest;
}

body::SkinPoint pointIn(const body::BodyModel& body, body::RegionIndex region) {
    const auto regions = body.atlas().regionOfVertices();
    const auto positions = body.mesh().positions();
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (std::size_t v = 0; v < regions.size(); ++v) {
        if (regions[v] != region) continue;
        sum += positions[v];
        count += 1.0F;
    }
    const glm::vec3 middle = sum / std::max(count, 1.0F);
    std::optional<std::uint32_t> nearest;
    for (std::uint32_t v = 0; v < regions.size(); ++v) {
        if (regions[v] != region) continue;
        if (!nearest || glm::distance(positions[v], middle) < glm::distance(positions[*nearest], middle))
            nearest = v;
    }
    return pointAt(body.mesh(), nearest.value_or(0));
}

bool fillWhole(Document& document, body::RegionIndex region, bool bothSides) {
    map::Stroke stroke = strokeHeader(document, PaintTool::Brush);
    stroke.tool = map::Tool::Fill;
    stroke.region = document.body->atlas().region(region).id;
    stroke.mirror = bothSides;
    stroke.only.clear();  // the list leads to the whole body, whatever is shown alone
    const auto painted = paint(document, stroke);
    return painted && *painted;
}

bool takeAway(Document& document, const std::vector<map::PlaceNumber>& places) {
    OneStep step(document);
    for (const map::PlaceNumber place : places) {
        const map::Layer& pain = openMapOf(document, clinic::Author::Client)->map.layer(map::LayerKind::Pain);
        const auto point = pointOfPlace(*document.body, pain, place);
        if (!point) continue;
        map::Stroke stroke = strokeHeader(document, PaintTool::Edit);
        stroke.edit.level = 0;
        stroke.points = {*point};
        step.paint(std::move(stroke));
    }
    return step.painted();
}

namespace {

// Other skin lies between a vertex and an eye far away in that direction: the other leg, an arm, the trunk.
bool isCovered(const body::BodyModel& body, std::uint32_t vertex, const glm::vec3& towardsEye) {
    constexpr float kClearOfTheSkin = 0.002F;  // metres
    const body::SurfaceMesh& mesh = body.mesh();
    return body.bvh()
        .firstHit({mesh.positions()[vertex] + kClearOfTheSkin * mesh.normals()[vertex], towardsEye})
        .has_value();
}

// How much of some vertices is seen from there: their area, foreshortened.
double areaSeen(const body::BodyModel& body, std::span<const std::uint32_t> vertices,
                const glm::vec3& towardsEye) {
    double seen = 0.0;
    for (const std::uint32_t v : vertices) {
        const float facing = glm::dot(body.mesh().normals()[v], towardsEye);
        if (facing > 0.0F && !isCovered(body, v, towardsEye))
            seen += double{body.mesh().vertexAreas()[v]} * double{facing};
    }
    return seen;
}

// The painted vertices; of a great many, some of everywhere.
std::vector<std::uint32_t> someOfWhatIsPainted(const map::Layer& layer) {
    constexpr std::size_t kEnough = 2000;
    std::vector<std::uint32_t> painted, some;
    for (std::uint32_t v = 0; v < layer.values().size(); ++v)
        if (map::isPainted(layer.values()[v])) painted.push_back(v);
    const std::size_t step = painted.size() / kEnough + 1;
    for (std::size_t i = 0; i < painted.size(); i += step)
        some.push_back(painted[i]);
    return some;
}

}  // namespace

void showMarks(Document& document) {
    const map::Layer& pain = openMapOf(document, clinic::Author::Client)->map.layer(map::LayerKind::Pain);
    const std::vector<std::uint32_t> painted = someOfWhatIsPainted(pain);
    constexpr std::array kSides{body::StandardView::Front, body::StandardView::Back, body::StandardView::Left,
                                body::StandardView::Right};
    std::array<double, kSides.size()> seen{};
    for (std::size_t side = 0; side < kSides.size(); ++side)
        seen[side] = areaSeen(*document.body, painted, standardView(document, kSides[side]).towardsEye());
    const auto best = std::max_element(seen.begin(), seen.end());
    showWhole(document, kSides[static_cast<std::size_t>(best - seen.begin())]);
}

void showWhole(Document& document, body::StandardView view) {
    // What was shown alone hides the rest; showing everything is never refused between two strokes.
    (void)showOnly(document, "");
    if (document.checkIn) document.checkIn->hidden.reset();
    viewFrom(document, view);
}

void showPlace(Document& document, map::PlaceNumber place) {
    const map::Layer& pain = openMapOf(document, clinic::Author::Client)->map.layer(map::LayerKind::Pain);
    if (const auto hidden = hiddenSkinOf(document, pain, place)) {
        if (!document.checkIn->hidden) document.checkIn->viewBefore = body::StandardView::Front;
        if (viewHiddenSkin(document, hiddenSkin()[*hidden])) {
            document.checkIn->hidden = *hidden;
            return;
        }
    }
    glm::vec3 facing(0.0F), where(0.0F);
    for (std::uint32_t v = 0; v < pain.values().size(); ++v) {
        if (pain.placeNumbers()[v] == place) {
            facing += document.body->mesh().normals()[v];
            where += document.body->mesh().positions()[v];
        }
    }
    // What faces the other leg or the trunk is hidden from that side.
    const bool isInner = facing.x * where.x < 0.0F;
    body::StandardView view = body::StandardView::Front;
    // From straight below the body is not shown to its owner: what faces down is seen from before or behind.
    if (facing.y > std::max(std::abs(facing.x), std::abs(facing.z))) {
        view = body::StandardView::Top;
    } else if (std::abs(facing.x) > std::abs(facing.z) && !isInner) {
        view = facing.x > 0.0F ? body::StandardView::Left : body::StandardView::Right;
    } else if (facing.z < 0.0F) {
        view = body::StandardView::Back;
    }
    showWhole(document, view);
}

}  // namespace palpate::document
