#pragma once

#include "core/random.h"
#include "map/layer_kind.h"
#include "map/place.h"

#include <string>
#include <vector>

// What happens to one invented client over the visits of the demo practice, as plain data.
namespace palpate::document {

// One thing that is marked on visit after visit, at a level that changes.
struct DemoMark {
    map::LayerKind layer =
        map::LayerKind::Pain;  // pain is the client's; the other layers are the therapist's
    // Regions of the standard atlas that the brush goes through in that order; one region: a dab on its
    // middle, or the whole of it if `fill` is set.
    std::vector<std::string> path;
    // Levels from the first visit to the last, interpolated between; 0: not there.
    std::vector<int> levels;
    double diameterCm = 6.0;
    bool fill = false;
    map::Place place;
};

struct DemoCourse {
    std::string code;
    int yearOfBirth = 0;
    double heightCm = 0.0;
    double weightKg = 0.0;
    std::string goals;
    std::string contraindications;
    std::string homeCare;  // what the client does between the visits
    std::vector<DemoMark> marks;
};

// The level of a mark on visit `visit` of `visits`, counted from 0.
[[nodiscard]] int levelAt(const DemoMark& mark, int visit, int visits);

// The three courses that every demo practice begins with: C-0142, right side of the neck and headache,
// getting better; C-0098, low back and left sciatica, up and down; C-0215, both knees and the right hip,
// slowly easing.
[[nodiscard]] std::vector<DemoCourse> featuredCourses();

// Another course: one of several complaints, on either side of the body, with a trend of its own. The code is
// left empty.
[[nodiscard]] DemoCourse inventedCourse(core::Random& random);

}  // namespace palpate::document
