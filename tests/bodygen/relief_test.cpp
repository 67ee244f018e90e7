#include "bodygen/units.h"
#include "neutral_field.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

struct Point {
    double x = 0.0, y = 0.0;
};

double cross(const Point& o, const Point& a, const Point& b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

std::vector<Point> convexHull(std::vector<Point> points) {  // monotone chain (Andrew 1979), counter-clockwise
    std::sort(points.begin(), points.end(),
              [](const Point& a, const Point& b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    std::vector<Point> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = hull.size();
        for (const Point& p : points) {
            while (hull.size() >= start + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0.0)
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

double depthBelow(const std::vector<Point>& hull, const Point& p) {
    double depth = 1.0;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point &a = hull[i], &b = hull[(i + 1) % hull.size()];
        depth = std::min(depth, cross(a, b, p) / std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-9));
    }
    return depth;
}

// A section through the body: rays in the plane of `front` and `side` from a point inside, angle 0 towards
// `front`.
struct Section {
    Vec3 origin, front, side;
};

// Millimetres that the skin lies below the convex hull of the part of the section from `from` to `to`
// degrees, at most over the angles within `window` of `angle`.
double hullDepth(const BodyField& field, const Section& section, double from, double to, double angle,
                 double window) {
    std::vector<Point> outline, probed;
    for (double degrees = from; degrees <= to; degrees += 1.0) {
        const Vec3 direction =
            section.front * std::cos(degrees * kRadians) + section.side * std::sin(degrees * kRadians);
        const auto hit = field.crossing(section.origin, direction, 0.6);
        if (!hit) continue;
        const Vec3 d = *hit - section.origin;
        outline.push_back({glm::dot(d, section.side), glm::dot(d, section.front)});
        if (std::abs(degrees - angle) <= window) probed.push_back(outline.back());
    }
    outline.push_back({0.0, 0.0});
    const std::vector<Point> hull = convexHull(outline);
    double deepest = 0.0;
    for (const Point& p : probed)
        deepest = std::max(deepest, depthBelow(hull, p));
    return 1000.0 * deepest;
}

Section across(const Tube& tube, double s) {
    const double index = tube.indexOf(s);
    return {tube.centre(index), tube.front(index), tube.lateral(index)};
}

struct Probe {
    const char* name;
    double least;  // millimetres on the male figure
    double (*measure)(const BodyField&);
};

double torso(const BodyField& f, double s, double angle, double reach, double window) {
    return hullDepth(f, across(f.shape().torso, s), angle - reach, angle + reach, angle, window);
}
double leg(const BodyField& f, double s, double angle, double reach, double window) {
    return hullDepth(f, across(f.shape().leg, s), angle - reach, angle + reach, angle, window);
}
double arm(const BodyField& f, double s, double angle, double reach, double window) {
    return hullDepth(f, across(f.shape().arm, s), angle - reach, angle + reach, angle, window);
}
Section sagittal(const BodyField& f, double shoulderFraction, double torsoFraction, double z,
                 const Vec3& front) {
    const BodyFrame& frame = f.shape().frame;
    const Vec3 origin(shoulderFraction * frame.shoulderX,
                      frame.hipY + torsoFraction * (frame.c7Y - frame.hipY), z);
    return {origin, front, front.y == 0.0 ? Vec3(0.0, -1.0, 0.0) : Vec3(0.0, 0.0, 1.0)};
}

constexpr std::array<Probe, 13> kProbes = {{
    {"lumbar furrow", 5.0, [](const BodyField& f) { return torso(f, 0.45, 180.0, 60.0, 10.0); }},
    {"scapula border", 3.0, [](const BodyField& f) { return torso(f, 0.80, 155.0, 40.0, 15.0); }},
    {"clavicle fossa", 4.0,
     [](const BodyField& f) {
         const Vec3 up(0.0, 1.0, 0.0);
         return hullDepth(f, sagittal(f, 0.45, 0.80, f.shape().frame.shoulderZ, up), -60.0, 75.0, 10.0, 40.0);
     }},
    {"gluteal fold", 7.0,
     [](const BodyField& f) {
         return hullDepth(f, sagittal(f, 0.45, -0.12, f.shape().torso.centre(0.0).z, Vec3(0.0, 0.0, -1.0)),
                          -50.0, 65.0, 20.0, 25.0);
     }},
    {"linea alba", 2.0, [](const BodyField& f) { return torso(f, 0.48, 0.0, 50.0, 6.0); }},
    {"quadriceps", 1.0, [](const BodyField& f) { return leg(f, 0.70, 25.0, 50.0, 20.0); }},
    {"IT band", 1.0, [](const BodyField& f) { return leg(f, 0.60, 95.0, 50.0, 20.0); }},
    {"hamstring cleft", 1.0, [](const BodyField& f) { return leg(f, 0.65, 181.0, 50.0, 12.0); }},
    {"calf cleft", 2.0, [](const BodyField& f) { return leg(f, 1.25, 180.0, 50.0, 12.0); }},
    {"upper arm, inner groove", 1.0, [](const BodyField& f) { return arm(f, 0.60, -60.0, 60.0, 25.0); }},
    {"upper arm, outer groove", 1.0, [](const BodyField& f) { return arm(f, 0.68, 62.0, 60.0, 25.0); }},
    {"Achilles hollow", 1.0, [](const BodyField& f) { return leg(f, 1.82, 143.0, 60.0, 20.0); }},
    {"shin", 0.7, [](const BodyField& f) { return leg(f, 1.35, 12.0, 45.0, 20.0); }},
}};

}  // namespace

TEST_CASE(
    "the landmarks a therapist looks for stand out on the male figure and, softer, on female and neutral") {
    const std::array<std::pair<const char*, double>, 3> shares = {
        {{"male", 1.0}, {"female", 0.6}, {"neutral", 0.6}}};
    for (const auto& [name, share] : shares) {
        CAPTURE(std::string(name));
        const auto field = fieldOf(kModels, name, Pose::Chart);
        REQUIRE(field);
        for (const Probe& probe : kProbes) {
            CAPTURE(std::string(probe.name));
            CHECK(probe.measure(*field) >= share * probe.least);
        }
    }
}

// A softer layer of fat or a child's body hides the clefts between muscles, but not these.
TEST_CASE("lumbar furrow, scapula, clavicle, gluteal fold and linea alba can be found on every figure") {
    constexpr std::size_t kAlwaysThere = 5;
    for (const char* name : {"larger", "older", "child"}) {
        CAPTURE(std::string(name));
        const auto field = fieldOf(kModels, name, Pose::Chart);
        REQUIRE(field);
        for (std::size_t i = 0; i < kAlwaysThere; ++i) {
            CAPTURE(std::string(kProbes[i].name));
            CHECK(kProbes[i].measure(*field) >= 0.4 * kProbes[i].least);
        }
    }
}
