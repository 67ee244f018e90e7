#include "bodygen/body_shape.h"

#include <string>

namespace palpate::bodygen {
namespace {

constexpr double kNominalEyeToChin = 0.0846;
constexpr double kNominalStature = 1.559;
constexpr double kElbowSoftness = 0.17;  // the arm's axis rounds the elbow over this much of s on either side
constexpr double kToeRoot = 0.040;       // metres from a toe's joint number 0 to its ball joint
constexpr double kDigitJoint = 0.0002;   // metres, of the smooth union between the cones of a digit
constexpr double kTipPull = 0.75;  // the last ball ends at the tip: pulled in by this much of its radius

double bendShare(double s) {
    return smoothStep(0.55, 1.45, s);
}

// Bones of a limb: s = 0 at the first joint, 1 at the second, 2 at the third; straight on past both ends.
struct Bones {
    Vec3 upper, middle, lower;

    [[nodiscard]] Vec3 axis(double s) const {
        const Vec3 a = middle - upper, b = lower - middle;
        // Smooth maximum of the ramp (s - 1): the axis turns from one bone into the other without a corner.
        const double past = smoothMax(s - 1.0, 0.0, 2.0 * kElbowSoftness);
        return upper + a * (s - past) + b * past;
    }
    [[nodiscard]] Vec3 normal(double s) const {
        return glm::normalize(
            glm::mix(glm::normalize(middle - upper), glm::normalize(lower - middle), bendShare(s)));
    }
};

TubeControl control(const Station& row, const Vec3& centre, const Vec3& normal, const Vec3& lateral) {
    return {row.s, centre, normal, lateral, row.cosines, row.sines};
}

const TubeTable& table(const Figure& figure, std::string_view name) {
    return figure.tubes.find(name)->second;
}

Tube straightTube(const Figure& figure, std::string_view name, const Vec3& normal, double orientation) {
    const TubeTable& rows = table(figure, name);
    std::vector<TubeControl> controls;
    for (const Station& row : rows.stations)
        controls.push_back(control(row, row.centre, normal, Vec3(1.0, 0.0, 0.0)));
    return {std::move(controls), orientation, rows.rounding};
}

Tube neckTube(const Figure& figure) {
    const std::vector<Station>& rows = table(figure, "neck").stations;
    return straightTube(figure, "neck", glm::normalize(rows.back().centre - rows.front().centre), 1.0);
}

Tube legTube(const Figure& figure) {
    const TubeTable& rows = table(figure, "leg");
    const Bones bones{figure.joint("hip"), figure.joint("knee"), figure.joint("ankle")};
    std::vector<TubeControl> controls;
    for (const Station& row : rows.stations)
        controls.push_back(control(row, row.centre, bones.normal(row.s), Vec3(1.0, 0.0, 0.0)));
    return {std::move(controls), -1.0, rows.rounding};
}

// The skin of the forearm follows the turn of the wrist along its length.
Tube armTube(const PosedFigure& posed) {
    const Figure& figure = posed.figure;
    const TubeTable& rows = table(figure, "arm");
    const Bones bones{figure.joint("shoulder"), figure.joint("elbow"), figure.joint("wrist")};
    const Vec3 first = bones.normal(0.0);
    const Vec3 outward = glm::normalize(Vec3(-first.y, first.x, 0.0));
    std::vector<TubeControl> controls;
    for (const Station& row : rows.stations) {
        const Vec3 normal = bones.normal(row.s);
        const double angle = posed.twist * smoothStep(0.95, 2.0, row.s);
        const Vec3 flat = glm::normalize(outward - normal * glm::dot(outward, normal));
        const Vec3 lateral = flat * std::cos(angle) + glm::cross(normal, flat) * std::sin(angle);
        controls.push_back(control(row, bones.axis(row.s), normal, lateral));
    }
    return {std::move(controls), -1.0, rows.rounding};
}

Tube palmTube(const Figure& figure, const HandFrame& hand) {
    const TubeTable& rows = table(figure, "palm");
    std::vector<TubeControl> controls;
    for (const Station& row : rows.stations) {
        const Vec3 centre = figure.joint("wrist") + hand.along * row.centre.x +
                            hand.thumbwards * row.centre.y + hand.dorsal * row.centre.z;
        controls.push_back(control(row, centre, hand.along, hand.thumbwards));
    }
    return {std::move(controls), 1.0, rows.rounding};
}

// Distance from a point inside the head to its surface along an axis.
double reachOfHead(const HeadShape& head, const Vec3& from, const Vec3& direction) {
    double low = 0.0, high = 0.3;
    for (int step = 0; step < 40; ++step) {
        const double middle = 0.5 * (low + high);
        (head.sample(from + direction * middle).value < 0.0 ? low : high) = middle;
    }
    return low;
}

BodyFrame makeFrame(const Figure& figure) {
    BodyFrame frame;
    frame.stature = figure.joint("vertex").y;
    frame.shoulderX = figure.joint("shoulder").x;
    frame.shoulderZ = figure.joint("shoulder").z;
    frame.hipY = figure.joint("hip").y;
    frame.c7Y = figure.joint("c7").y;
    frame.eyeY = figure.joint("eye").y;
    frame.headScale = (frame.eyeY - figure.joint("chin").y) / kNominalEyeToChin;
    frame.headCentre = figure.head.centre;
    frame.hand = handFrame(figure);
    const HeadShape head(figure.head);
    const auto middle = [&](double up) {
        return Vec3(0.0, frame.eyeY + up * frame.headScale, frame.headCentre.z);
    };
    const Vec3 forward(0.0, 0.0, 1.0);
    frame.sideX = reachOfHead(head, middle(BodyFrame::kEar), Vec3(1.0, 0.0, 0.0));
    frame.browZ = frame.headCentre.z + reachOfHead(head, middle(BodyFrame::kBrow), forward);
    frame.chinZ = frame.headCentre.z + reachOfHead(head, middle(BodyFrame::kChin), forward);
    return frame;
}

// The same row along a Catmull-Rom curve, so that it bends without corners. `follow` is refined alongside.
std::vector<ChainPoint> rounded(const std::vector<ChainPoint>& points,
                                std::vector<double>* follow = nullptr) {
    constexpr int kPieces = 4;
    std::vector<ChainPoint> out{points.front()};
    std::vector<double> along;
    if (follow != nullptr) along.push_back(follow->front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        const ChainPoint &b = points[i - 1], &c = points[i];
        const ChainPoint &a = i > 1 ? points[i - 2] : b, &d = i + 1 < points.size() ? points[i + 1] : c;
        for (int piece = 1; piece <= kPieces; ++piece) {
            const double t = static_cast<double>(piece) / kPieces;
            const double wa = 0.5 * (-t + 2 * t * t - t * t * t), wb = 0.5 * (2 - 5 * t * t + 3 * t * t * t);
            const double wc = 0.5 * (t + 4 * t * t - 3 * t * t * t), wd = 0.5 * (-t * t + t * t * t);
            out.push_back({a.at * wa + b.at * wb + c.at * wc + d.at * wd,
                           a.radius * wa + b.radius * wb + c.radius * wc + d.radius * wd});
            if (follow != nullptr) along.push_back((*follow)[i - 1] + t * ((*follow)[i] - (*follow)[i - 1]));
        }
    }
    if (follow != nullptr) *follow = along;
    return out;
}

Chain headChain(const HeadChainTable& rows, const BodyFrame& frame) {
    const double scale = frame.headScale;
    std::vector<ChainPoint> points;
    for (const auto& row : rows.rows) {
        const double z = rows.face ? frame.faceZ(row.at.y) + row.at.z * scale
                                   : frame.headCentre.z + (row.at.z - 0.040) * scale;
        // Ears sit on the side of the head, however broad it is.
        const double x = rows.part == Part::Ear ? frame.sideX + (row.at.x - BodyFrame::kNominalSide) * scale
                                                : row.at.x * scale;
        points.push_back({Vec3(x, frame.eyeY + row.at.y * scale, z), row.radius * scale});
    }
    return {rounded(points), rows.joint * scale};
}

void pullTip(std::vector<ChainPoint>& points) {
    ChainPoint& tip = points.back();
    const Vec3 back = glm::normalize(points[points.size() - 2].at - tip.at);
    tip.at += back * (kTipPull * tip.radius);
}

// A point on the bones of a digit by joint number; below 1 on the straight line from `root` (0) to the first
// joint.
Vec3 onBones(const Figure& figure, const std::string& name, const Vec3& root, double at) {
    const auto joint = [&](int k) { return k < 1 ? root : figure.joint(name + "-" + std::to_string(k)); };
    const int below = std::max(static_cast<int>(std::ceil(at)) - 1, 0);
    return glm::mix(joint(below), joint(below + 1), at - below);
}

Digit makeDigit(std::vector<ChainPoint> points, const DigitTable& table) {
    Digit out;
    for (const DigitTable::Stop& stop : table.stops)
        out.joints.push_back(stop.at);
    pullTip(points);
    out.chain = Chain(rounded(points, &out.joints), kDigitJoint);
    return out;
}

Digit makeFinger(const Figure& figure, const DigitTable& table, const BodyFrame& frame) {
    const double scale = frame.stature / kNominalStature;
    const std::string name(kPartNames[indexOf(table.part)]);
    std::vector<ChainPoint> points;
    for (const DigitTable::Stop& stop : table.stops)
        points.push_back({onBones(figure, name, figure.joint("wrist"), stop.at) -
                              frame.hand.dorsal * (stop.offset * scale),
                          stop.radius * scale});
    return makeDigit(std::move(points), table);
}

Digit makeToe(const Figure& figure, const DigitTable& table, const BodyFrame& frame) {
    const double scale = frame.stature / kNominalStature;
    const std::string name(kPartNames[indexOf(table.part)]);
    const Vec3 root = figure.joint(name + "-1") - Vec3(0.0, 0.0, kToeRoot * scale);
    std::vector<ChainPoint> points;
    for (const DigitTable::Stop& stop : table.stops)
        points.push_back({onBones(figure, name, root, stop.at), stop.radius * scale});
    points.back().at.x += table.spread * scale;
    points[points.size() - 2].at.x += 0.5 * table.spread * scale;
    for (std::size_t k = 0; k < points.size(); ++k)
        points[k].at.y = points[k].radius * table.stops[k].offset;
    return makeDigit(std::move(points), table);
}

}  // namespace

double Digit::jointAt(double index) const {
    const auto below = std::min(static_cast<std::size_t>(index), joints.size() - 2);
    return joints[below] + (index - static_cast<double>(below)) * (joints[below + 1] - joints[below]);
}

const Tube* BodyShape::tube(Part part) const {
    switch (part) {
        case Part::Torso:
            return &torso;
        case Part::Neck:
            return &neck;
        case Part::Leg:
            return &leg;
        case Part::Foot:
            return &foot;
        case Part::Arm:
            return &arm;
        case Part::Palm:
            return &palm;
        default:
            return nullptr;
    }
}

BodyShape makeBodyShape(const PosedFigure& posed, const ChainTables& chains) {
    const Figure& figure = posed.figure;
    const BodyFrame frame = makeFrame(figure);
    BodyShape shape{frame,
                    figure,
                    straightTube(figure, "torso", Vec3(0.0, 1.0, 0.0), 1.0),
                    neckTube(figure),
                    legTube(figure),
                    straightTube(figure, "foot", Vec3(0.0, 0.0, 1.0), 1.0),
                    armTube(posed),
                    palmTube(figure, frame.hand),
                    HeadShape(figure.head),
                    {},
                    {},
                    {}};
    for (const HeadChainTable& rows : chains.head)
        shape.headChains.push_back({rows.part, rows.blend * frame.headScale, headChain(rows, frame)});
    for (std::size_t i = 0; i < 5; ++i) {
        shape.fingers[i] = makeFinger(figure, chains.fingers[i], frame);
        shape.toes[i] = makeToe(figure, chains.toes[i], frame);
    }
    return shape;
}

}  // namespace palpate::bodygen
