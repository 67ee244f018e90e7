#pragma once

#include "body/body_model.h"
#include "core/random.h"
#include "map/body_map.h"
#include "map/paint_scratch.h"

#include <cstdint>
#include <vector>

// People who draw their pain, and draw it again: what the verdict on a change is held against.
namespace palpate::test {

// How two drawings of the same pain differ. Lengths as shares of the radius of a dab, so that small places
// are drawn more finely than large ones.
struct RedrawNoise {
    double shift = 0.0;         // standard deviation of a place's shift along the skin, in either direction
    double carelessness = 0.0;  // standard deviation of the logarithm of a person's factor on `shift`
    double size = 0.0;          // standard deviation of the logarithm of the radius
    double growth = 0.0;        // mean of that logarithm in the second drawing
    double level = 0.0;         // standard deviation of a place's level before it is rounded to 1..10
};

// One round mark as it is meant. A place is one to three of them that overlap.
struct Dab {
    glm::vec3 centre{0.0F};  // near the skin
    glm::vec3 normal{0.0F, 0.0F, 1.0F};
    double radius = 0.05;  // metres
    double level = 5.0;
    int place = 0;
};

using Pain = std::vector<Dab>;

// A person's true pain: one to four places anywhere on the skin, chosen by area, of levels 4 to 9 (so that a
// fall by three leaves something to paint). `spread`: standard deviation of the logarithm of the radius
// between people.
[[nodiscard]] Pain somebodysPain(const body::BodyModel& body, core::Random& random, double spread);

// The same pain with every level lower by `points`, and with half of the area at every place.
[[nodiscard]] Pain lowered(Pain pain, double points);
[[nodiscard]] Pain halved(Pain pain);
// The same places on other skin, at least 30 cm away.
[[nodiscard]] Pain moved(const body::BodyModel& body, Pain pain, core::Random& random);

// Paints on the body as people do, with strokes.
class Drawer {
public:
    explicit Drawer(const body::BodyModel& body) : m_body(body), m_scratch(body.mesh()) {}

    // A person's drawing of that pain. `care` is the person's factor on the shift, `isSecond` adds the
    // growth.
    [[nodiscard]] map::BodyMap draw(const Pain& pain, const RedrawNoise& noise, double care, bool isSecond,
                                    core::Random& random);

private:
    const body::BodyModel& m_body;
    map::PaintScratch m_scratch;
};

// Two drawings by each of `people`: the first of their pain, the second of what it became.
enum class Truth { Same, ThreePointsLower, Halved, Moved };

struct DrawnTwice {
    int places = 0;                           // that the pain had
    double extentFrom = 0.0, extentTo = 0.0;  // cm2
    double jaccard = 0.0;
    double levelChange = 0.0;  // of the first place, as chosen for drawing
    // Shares of the painted area called new or resolved, and better or worse, with the tolerance and without.
    double moved = 0.0, movedByVertex = 0.0, stepped = 0.0, steppedByVertex = 0.0;
    bool clear = false;  // the verdict, and what it came from
    bool byLevel = false, byExtent = false, elsewhere = false;
};

[[nodiscard]] std::vector<DrawnTwice> drawTwice(const body::BodyModel& body, int people, Truth truth,
                                                const RedrawNoise& noise, double spread, std::uint64_t seed);

// What studies report of pairs of drawings.
struct Agreement {
    double extentIcc = 0.0;    // ICC(2,1), two-way random effects, absolute agreement, single drawing
    double limitsShare = 0.0;  // half the width of the limits of agreement over the mean extent
    double bias = 0.0;         // mean of second - first over the mean extent
    double meanJaccard = 0.0, jaccardSpread = 0.0;
    double levelError = 0.0;  // standard error of a level: SD of the differences / sqrt(2)
    double variation = 0.0;   // SD of the extents over their mean
};

[[nodiscard]] Agreement agreementOf(const std::vector<DrawnTwice>& pairs);

}  // namespace palpate::test
