#pragma once

#include "bodygen/body_field.h"
#include "bodygen/body_file.h"
#include "core/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::bodygen {

// Where a point of the skin lies on the body, in coordinates that mean the same on every figure and in every
// pose. Labels (regions, muscles, dermatomes) are curves in these coordinates.
//
// Left and right: everything is stated for the left half. A point of the right half is first mirrored (x ->
// -x), so that partners have exactly equal coordinates and differ only in `side`.
//
// Tubes. `s` runs along the tube, `theta` round it, in degrees, -180..180: 0 front, 90 towards the person's
// outer (lateral) side, 180 back, -90 inner (medial) side. Values beyond a tube's ends are clamped to them.
//   torso  s = torso fraction of the height: 0 hip joint, 1 C7 (vertebra prominens). About .0 crotch -.14,
//   greater trochanter
//          0, iliac crest .31 at the side, navel .335, lowest rib at the side .44, xiphoid .585, breast .675,
//          armpit .70, jugular notch .893, top of the shoulder .95. theta = +-180 is the spine.
//   neck   s = 0 at its base inside the trunk, 1 inside the head; its visible part is about .25 to .75. theta
//   0 throat. arm    s = 0 shoulder joint, 1 elbow joint, 2 wrist joint; -.16 at its start over the shoulder.
//   theta 0 is the biceps and
//          the elbow crease, 90 the outer side, 180 triceps and olecranon, -90 the side facing the trunk.
//          Below the elbow theta turns with the forearm: at the wrist 0 is palmar, 90 the thumb (radial)
//          side, 180 the back of the wrist.
//   palm   s = 0 wrist, 1 the knuckles' line. theta 0 back of the hand, 90 thumb side, 180 palm, -90 little
//   finger side. leg    s = 0 hip joint, 1 knee joint, 2 ankle joint; -.12 at its start in the buttock. theta
//   0 front of thigh, kneecap
//          and shin, 90 outer side (IT band, fibula), 180 hamstrings, hollow of the knee, calf and Achilles
//          tendon, -90 inner thigh.
//   foot   s = 0 heel, 1 ball of the foot. theta 0 sole, 90 outer edge, 180 back of the foot, -90 inner edge
//   (arch).
// Head. `up` above the eye line, `forward` of the head's centre, `out` from the mid-plane: metres of a
// nominal
//   head (84.6 mm from eye line to chin), so that they mean the same on every head. Brow .018, tip of the
//   nose
//   -.030, mouth -.060, chin -.085, vertex about .10, ear about -.04 to .015 at forward -.02 to .015.
// Digits (fingers, toes). `along` counts joints: 1 knuckle (MCP; toes: ball joint), 2 and 3 the middle and
// end joints (PIP, DIP), 4
//   tip; the thumb's 1 is its root joint (CMC), 2 its knuckle, 3 its end joint, 4 its tip; the big toe has 1,
//   2 and the tip 3. Below 1 it runs on towards the wrist or the heel. `around`, degrees: 0 on the back of
//   the digit, 180 palm or sole side, 90 towards the thumb or the inner (big toe) side.
struct TubePlace {
    double s = 0.0;
    double theta = 0.0;  // degrees
    double depth = 0.0;  // metres from the tube's own surface, + outside: how far unions and relief carry the
                         // skin off it
    double beyond = 0.0;  // metres past the nearer end of the tube; negative within
};

struct HeadPlace {
    double up = 0.0, forward = 0.0, out = 0.0;  // metres of the nominal head
};

struct DigitPlace {
    Part part = Part::Index;
    double along = 0.0;
    double around = 0.0;  // degrees
};

struct SurfacePoint {
    Vec3 position{0.0};       // of the neutral figure in the chart pose, mirrored to the left half, metres
    Vec3 normal{0.0};         // likewise, unit
    int side = 0;             // +1 the person's left, -1 right, 0 exactly on the mid-plane
    Part part = Part::Torso;  // the primitive with the largest weight
    PartWeights weights{};    // shares of the primitives, sum 1; near 0.5 along the seam between two of them
    double torsoFraction = 0.0;     // height as torso's s, unclamped and defined everywhere
    double shoulderFraction = 0.0;  // distance from the mid-plane over that of the shoulder joint
    // Absent farther than 8 cm from the tube (digits: from the chain).
    std::optional<TubePlace> torso, neck, arm, palm, leg, foot;
    std::optional<HeadPlace> head;
    std::optional<DigitPlace> digit;  // the nearest finger or toe

    [[nodiscard]] const std::optional<TubePlace>& tube(Part which) const;  // of a tube part
};

// A point of the skin with a name: anchors of the landmark table ("asis", "c7", "psis_dimple", "olecranon",
// "patella", "malleolus_lat", ...; several for a line, in its order) and the joints inside the body ("joint
// shoulder", ...).
struct NamedPoint {
    std::string name;
    Vec3 position{0.0};  // left half, metres
};

SurfacePoint surfacePoint(const BodyField& field, const Vec3& position);

// One a vertex of the model, in its order. `field` is that of the model's base.
std::vector<SurfacePoint> surfacePoints(const BodyField& field, const BodyModel& model);

std::vector<NamedPoint> namedPoints(const BodyField& field);

// Signed distance in metres of a skin point to the border of the muscle patch of models/landmarks.txt with
// that name, + inside; measured in the patch's own chart. Absent where the point is off the patch's host, or
// there is no such patch.
std::optional<double> patchDistance(const BodyField& field, std::string_view muscle, const Vec3& position);

// What labelling starts from: the committed mesh with the coordinates of all its vertices.
struct StandardBody {
    BodyModel model;
    BodyField field;  // neutral figure, chart pose
    std::vector<SurfacePoint> points;
};
core::Result<StandardBody> loadStandardBody(const std::filesystem::path& modelsFolder);

}  // namespace palpate::bodygen
