#include "analysis/redraw_model.h"

#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "map/stroke_painter.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palpate::test {

namespace {

using body::BodyModel;
using core::Random;

// Box, Muller 1958; one of the two numbers, so that every call takes the same two from the stream.
double normal(Random& random) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.unit()));
    return radius * std::cos(2.0 * std::numbers::pi * random.unit());
}

// A direction in the plane of the skin.
glm::vec3 along(const glm::vec3& skinNormal, double right, double up) {
    const glm::vec3 least = std::abs(skinNormal.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 first = glm::normalize(glm::cross(least, skinNormal));
    const glm::vec3 second = glm::cross(skinNormal, first);
    return first * static_cast<float>(right) + second * static_cast<float>(up);
}

std::uint32_t vertexByArea(const BodyModel& body, Random& random) {
    const auto areas = body.mesh().vertexAreas();
    const double largest = static_cast<double>(*std::max_element(areas.begin(), areas.end()));
    for (;;) {
        const auto vertex = static_cast<std::uint32_t>(random.below(areas.size()));
        if (random.unit() * largest <= static_cast<double>(areas[vertex])) return vertex;
    }
}

double levelOfPlace(Random& random) {
    return 4.0 + static_cast<double>(random.below(6));
}

void addPlace(const BodyModel& body, Pain& pain, int place, double scale, Random& random) {
    constexpr double kMiddlingRadius = 0.05, kSpreadBetweenPlaces = 0.35;
    const std::uint32_t vertex = vertexByArea(body, random);
    const glm::vec3 normalThere = body.mesh().normals()[vertex];
    const double radius = kMiddlingRadius * scale * std::exp(kSpreadBetweenPlaces * normal(random));
    const double level = levelOfPlace(random);
    const auto dabs = 1 + random.below(3);
    for (std::uint64_t i = 0; i < dabs; ++i) {
        const double turn = random.between(0.0, 2.0 * std::numbers::pi);
        const double away = i == 0 ? 0.0 : 0.9 * radius;
        const glm::vec3 centre = body.mesh().positions()[vertex] +
                                 along(normalThere, away * std::cos(turn), away * std::sin(turn));
        pain.push_back(
            {centre, normalThere, i == 0 ? radius : radius * random.between(0.6, 1.0), level, place});
    }
}

map::Stroke strokeFor(const BodyModel& body, const Dab& dab, const body::SkinPoint& at) {
    map::Stroke stroke;
    stroke.level = std::clamp(static_cast<int>(std::lround(dab.level)), 1, 10);
    stroke.diameterCm = std::clamp(200.0 * dab.radius, map::kSmallestDiameterCm, map::kLargestDiameterCm);
    stroke.topologyId = body.mesh().topologyId();
    stroke.points = {at};
    return stroke;
}

Pain changed(const BodyModel& body, const Pain& pain, Truth truth, Random& random) {
    switch (truth) {
        case Truth::Same:
            return pain;
        case Truth::ThreePointsLower:
            return lowered(pain, 3.0);
        case Truth::Halved:
            return halved(pain);
        case Truth::Moved:
            break;
    }
    return moved(body, pain, random);
}

// The level that Drawer::draw() chooses for the first place from that stream.
double chosenLevel(const Dab& meant, const RedrawNoise& noise, Random stream) {
    constexpr int kTakenBefore = 3;  // shift and size
    for (int i = 0; i < kTakenBefore; ++i)
        static_cast<void>(normal(stream));
    return std::clamp(std::round(meant.level + noise.level * normal(stream)), 1.0, 10.0);
}

struct Shares {
    double border = 0.0, step = 0.0;
};

Shares sharesOf(const analysis::Comparison& comparison) {
    const double gained = comparison.newCm2 + comparison.resolvedCm2;
    const double stepped = comparison.betterCm2 + comparison.worseCm2;
    const double all = gained + stepped + comparison.unchangedCm2;
    return all > 0.0 ? Shares{gained / all, stepped / all} : Shares{};
}

DrawnTwice judged(const BodyModel& body, const map::BodyMap& first, const map::BodyMap& second) {
    using analysis::ChangeReason;
    const map::Layer& from = first.layer(map::LayerKind::Pain);
    const map::Layer& to = second.layer(map::LayerKind::Pain);
    const auto comparison = analysis::compare(body, from, to);
    const auto verdict = analysis::judge(comparison);
    const auto has = [&verdict](ChangeReason reason) {
        return std::find(verdict.reasons.begin(), verdict.reasons.end(), reason) != verdict.reasons.end();
    };
    const Shares tolerant = sharesOf(comparison);
    const Shares strict = sharesOf(analysis::compareByVertex(body, from, to));
    DrawnTwice pair;
    pair.extentFrom = comparison.extentCm2.from;
    pair.extentTo = comparison.extentCm2.to;
    pair.jaccard = comparison.jaccard;
    pair.moved = tolerant.border;
    pair.movedByVertex = strict.border;
    pair.stepped = tolerant.step;
    pair.steppedByVertex = strict.step;
    pair.clear = verdict.clear.value_or(false);
    pair.byLevel = has(ChangeReason::Peak) || has(ChangeReason::Mean);
    pair.byExtent = has(ChangeReason::Extent) || has(ChangeReason::Gone) || has(ChangeReason::Appeared);
    pair.elsewhere = has(ChangeReason::Elsewhere);
    return pair;
}

struct Moments {
    double mean = 0.0, deviation = 0.0;
};

template <typename Get>
Moments momentsOf(const std::vector<DrawnTwice>& pairs, const Get& get) {
    double sum = 0.0, squares = 0.0;
    for (const DrawnTwice& pair : pairs)
        sum += get(pair);
    const double mean = sum / static_cast<double>(pairs.size());
    for (const DrawnTwice& pair : pairs)
        squares += (get(pair) - mean) * (get(pair) - mean);
    return {mean, std::sqrt(squares / static_cast<double>(pairs.size() - 1))};
}

// ICC(2,1) = (MSR - MSE) / (MSR + (k-1) MSE + k (MSC - MSE) / n) with k = 2 drawings by n people.
double iccOfExtents(const std::vector<DrawnTwice>& pairs) {
    const auto n = static_cast<double>(pairs.size());
    const Moments difference = momentsOf(pairs, [](const auto& p) { return p.extentTo - p.extentFrom; });
    const Moments middle = momentsOf(pairs, [](const auto& p) { return 0.5 * (p.extentTo + p.extentFrom); });
    const double people = 2.0 * middle.deviation * middle.deviation;
    const double error = 0.5 * difference.deviation * difference.deviation;
    const double drawings = 0.5 * n * difference.mean * difference.mean;
    return (people - error) / (people + error + 2.0 * (drawings - error) / n);
}

}  // namespace

Pain somebodysPain(const BodyModel& body, Random& random, double spread) {
    const double scale = std::exp(spread * normal(random));
    const auto places = 1 + static_cast<int>(random.below(4));
    Pain pain;
    for (int place = 0; place < places; ++place)
        addPlace(body, pain, place, scale, random);
    return pain;
}

Pain lowered(Pain pain, double points) {
    for (Dab& dab : pain)
        dab.level -= points;
    return pain;
}

Pain halved(Pain pain) {
    // The distances between the dabs of a place shrink with them.
    for (std::size_t i = 0, first = 0; i < pain.size(); ++i) {
        if (pain[i].place != pain[first].place) first = i;
        constexpr double kHalfTheArea = 1.0 / std::numbers::sqrt2;
        pain[i].centre =
            pain[first].centre + (pain[i].centre - pain[first].centre) * static_cast<float>(kHalfTheArea);
        pain[i].radius *= kHalfTheArea;
    }
    return pain;
}

Pain moved(const BodyModel& body, Pain pain, Random& random) {
    constexpr float kFarAway = 0.3F;
    const Pain before = pain;
    for (std::size_t i = 0, first = 0; i < pain.size(); ++i) {
        if (i > 0 && pain[i].place == pain[first].place) {
            pain[i].centre = pain[first].centre;
            pain[i].normal = pain[first].normal;
            continue;
        }
        first = i;
        const auto isFar = [&](const glm::vec3& point) {
            return std::all_of(before.begin(), before.end(), [&](const Dab& dab) {
                return glm::distance(dab.centre, point) > kFarAway + static_cast<float>(dab.radius);
            });
        };
        for (int tries = 0; tries < 1000; ++tries) {
            const std::uint32_t vertex = vertexByArea(body, random);
            pain[i].centre = body.mesh().positions()[vertex];
            pain[i].normal = body.mesh().normals()[vertex];
            if (isFar(pain[i].centre)) break;
        }
    }
    return pain;
}

map::BodyMap Drawer::draw(const Pain& pain, const RedrawNoise& noise, double care, bool isSecond,
                          Random& random) {
    constexpr float kNearSkin = 0.3F;
    map::BodyMap map(m_body.mesh().topologyId(), m_body.mesh().vertexCount());
    glm::dvec2 shift(0.0);
    double grown = 1.0, louder = 0.0;
    int place = -1;
    for (const Dab& meant : pain) {
        if (meant.place != place) {
            place = meant.place;
            shift = {normal(random), normal(random)};
            grown = std::exp(noise.size * normal(random) + (isSecond ? noise.growth : 0.0));
            louder = noise.level * normal(random);
        }
        Dab drawn = meant;
        drawn.radius *= grown;
        drawn.level += louder;
        const double far = noise.shift * care * meant.radius;
        const auto skin =
            m_body.bvh().nearest(meant.centre + along(meant.normal, far * shift.x, far * shift.y), kNearSkin);
        REQUIRE(skin.has_value());
        const auto painted = map::paintStroke(m_body, map, strokeFor(m_body, drawn, skin->point), &m_scratch);
        REQUIRE_MESSAGE(painted.has_value(), (painted ? "" : painted.error().message()));
    }
    return map;
}

std::vector<DrawnTwice> drawTwice(const BodyModel& body, int people, Truth truth, const RedrawNoise& noise,
                                  double spread, std::uint64_t seed) {
    Drawer drawer(body);
    std::vector<DrawnTwice> pairs;
    for (int person = 0; person < people; ++person) {
        // Streams of their own, so that a change of the noise changes nothing else about the people.
        const std::uint64_t own = seed + 4 * static_cast<std::uint64_t>(person);
        Random who(own), first(own + 1), second(own + 2), fate(own + 3);
        const Pain pain = somebodysPain(body, who, spread);
        const double care = std::exp(noise.carelessness * normal(who));
        const auto before = drawer.draw(pain, noise, care, false, first);
        const auto after = drawer.draw(changed(body, pain, truth, fate), noise, care, true, second);
        pairs.push_back(judged(body, before, after));
        pairs.back().places = 1 + pain.back().place;
        pairs.back().levelChange = chosenLevel(pain.front(), noise, Random(own + 2)) -
                                   chosenLevel(pain.front(), noise, Random(own + 1));
    }
    return pairs;
}

Agreement agreementOf(const std::vector<DrawnTwice>& pairs) {
    const Moments from = momentsOf(pairs, [](const auto& p) { return p.extentFrom; });
    const Moments to = momentsOf(pairs, [](const auto& p) { return p.extentTo; });
    const Moments difference = momentsOf(pairs, [](const auto& p) { return p.extentTo - p.extentFrom; });
    const Moments jaccard = momentsOf(pairs, [](const auto& p) { return p.jaccard; });
    const Moments level = momentsOf(pairs, [](const auto& p) { return p.levelChange; });
    const double mean = 0.5 * (from.mean + to.mean);
    Agreement agreement;
    agreement.extentIcc = iccOfExtents(pairs);
    agreement.limitsShare = 1.96 * difference.deviation / mean;
    agreement.bias = difference.mean / mean;
    agreement.meanJaccard = jaccard.mean;
    agreement.jaccardSpread = jaccard.deviation;
    agreement.levelError = level.deviation / std::numbers::sqrt2;
    agreement.variation = from.deviation / from.mean;
    return agreement;
}

}  // namespace palpate::test
