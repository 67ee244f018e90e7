#include "body/body_part.h"

#include "core/text.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace palpate::body {

namespace {

using core::tr;

// A limb without its end, and the end: what is asked for when a person points at either.
enum class Member { Head, Trunk, Arm, Hand, Leg, Foot };

constexpr std::array<std::string_view, 12> kHead{"forehead",     "eye_cheek", "nose_mouth_chin", "jaw",
                                                 "temple_ear",   "crown",     "back_of_head",    "throat",
                                                 "suboccipital", "scm",       "neck_side",       "neck_back"};
constexpr std::array<std::string_view, 10> kArm{
    "delt_front",  "delt_side",   "delt_rear",      "biceps",           "triceps",
    "elbow_outer", "elbow_inner", "forearm_flexor", "forearm_extensor", "brachioradialis"};
constexpr std::array<std::string_view, 5> kHand{"wrist", "thumb", "palm", "hand_back", "fingers"};
constexpr std::array<std::string_view, 16> kLeg{
    "quad_mid",   "thigh_outer", "vastus_medialis", "adductors", "ham_outer", "ham_inner",
    "kneecap",    "knee_inner",  "knee_outer",      "knee_back", "shin",      "peroneals",
    "calf_inner", "calf_outer",  "soleus",          "achilles"};
constexpr std::array<std::string_view, 6> kFoot{"ankle_inner", "ankle_outer", "foot_top",
                                                "heel",        "arch",        "forefoot"};

template <typename Names>
bool holds(const Names& names, std::string_view base) {
    return std::find(names.begin(), names.end(), base) != names.end();
}

// What no limb and not the head claims is trunk.
Member memberOf(const Region& region) {
    if (holds(kHead, region.base)) return Member::Head;
    if (holds(kArm, region.base)) return Member::Arm;
    if (holds(kHand, region.base)) return Member::Hand;
    if (holds(kLeg, region.base)) return Member::Leg;
    return holds(kFoot, region.base) ? Member::Foot : Member::Trunk;
}

struct Part {
    PartName name;
    std::array<Member, 2> members;  // the same twice if it is one
    Side side;                      // Middle: of both sides
};

const std::array<Part, 12>& parts() {
    static const std::array<Part, 12> kParts{
        {{{"head", tr("head and neck")}, {Member::Head, Member::Head}, Side::Middle},
         {{"trunk", tr("trunk")}, {Member::Trunk, Member::Trunk}, Side::Middle},
         {{"left_arm", tr("left arm")}, {Member::Arm, Member::Hand}, Side::Left},
         {{"right_arm", tr("right arm")}, {Member::Arm, Member::Hand}, Side::Right},
         {{"left_hand", tr("left hand")}, {Member::Hand, Member::Hand}, Side::Left},
         {{"right_hand", tr("right hand")}, {Member::Hand, Member::Hand}, Side::Right},
         {{"hands", tr("both hands")}, {Member::Hand, Member::Hand}, Side::Middle},
         {{"left_leg", tr("left leg")}, {Member::Leg, Member::Foot}, Side::Left},
         {{"right_leg", tr("right leg")}, {Member::Leg, Member::Foot}, Side::Right},
         {{"left_foot", tr("left foot")}, {Member::Foot, Member::Foot}, Side::Left},
         {{"right_foot", tr("right foot")}, {Member::Foot, Member::Foot}, Side::Right},
         {{"feet", tr("both feet")}, {Member::Foot, Member::Foot}, Side::Middle}}};
    return kParts;
}

const Part* find(std::string_view id) {
    const auto found =
        std::find_if(parts().begin(), parts().end(), [id](const Part& part) { return part.name.id == id; });
    return found == parts().end() ? nullptr : &*found;
}

bool isIn(const Region& region, const Part& part) {
    const Member member = memberOf(region);
    if (member != part.members[0] && member != part.members[1]) return false;
    return part.side == Side::Middle || part.side == region.side;
}

}  // namespace

std::span<const PartName> bodyParts() {
    static const std::vector<PartName> names = [] {
        std::vector<PartName> all;
        std::transform(parts().begin(), parts().end(), std::back_inserter(all),
                       [](const Part& part) { return part.name; });
        return all;
    }();
    return names;
}

const PartName* findPart(std::string_view id) {
    const Part* part = find(id);
    return part == nullptr ? nullptr : &part->name;
}

const PartName& partOf(const Region& region) {
    const bool isLeft = region.side == Side::Left;
    switch (memberOf(region)) {
        case Member::Head:
            return *findPart("head");
        case Member::Arm:
            return *findPart(isLeft ? "left_arm" : "right_arm");
        case Member::Hand:
            return *findPart(isLeft ? "left_hand" : "right_hand");
        case Member::Leg:
            return *findPart(isLeft ? "left_leg" : "right_leg");
        case Member::Foot:
            return *findPart(isLeft ? "left_foot" : "right_foot");
        case Member::Trunk:
            break;
    }
    return *findPart("trunk");
}

bool isInPart(const Region& region, std::string_view part) {
    const Part* found = find(part);
    return found != nullptr && isIn(region, *found);
}

core::Result<std::shared_ptr<const BodyPart>> BodyPart::create(const BodyModel& body, std::string_view id) {
    const Part* found = find(id);
    if (found == nullptr) {
        return core::Error{core::trf("There is no part of the body \"{0}\"", {id}), "",
                           tr("Use a part such as left_arm, trunk or head."), core::Error::Kind::Usage};
    }
    std::shared_ptr<BodyPart> part(new BodyPart());
    part->m_name = &found->name;
    part->m_hidden.assign(body.mesh().vertexCount(), 255);
    bool isEmpty = true;
    for (std::uint32_t vertex = 0; vertex < part->m_hidden.size(); ++vertex) {
        if (!isIn(body.atlas().region(body.atlas().regionOf(vertex)), *found)) continue;
        part->m_hidden[vertex] = 0;
        part->m_bounds.add(body.mesh().positions()[vertex]);
        isEmpty = false;
    }
    if (isEmpty) {
        return core::Error{core::trf("This body has no {0}", {found->name.name}), "",
                           tr("Choose another part."), core::Error::Kind::Usage};
    }
    return std::shared_ptr<const BodyPart>(std::move(part));
}

bool BodyPart::shows(const SurfaceMesh& mesh, const SkinPoint& point) const {
    const Triangle& triangle = mesh.triangles()[point.triangle];
    float hiddenWeight = 0.0F;
    for (glm::length_t corner = 0; corner < 3; ++corner) {
        if (!shows(triangle[static_cast<std::size_t>(corner)])) hiddenWeight += point.barycentric[corner];
    }
    return hiddenWeight <= 0.5F;
}

std::optional<RayHit> firstShown(const BodyModel& body, const BodyPart* part, const Ray& ray) {
    if (part == nullptr) return body.bvh().firstHit(ray);
    const SurfaceMesh& mesh = body.mesh();
    const auto hit =
        body.bvh().firstHit(ray, [&](const SkinPoint& point) { return part->shows(mesh, point); });
    if (!hit) return hit;
    const auto& [a, b, c] = mesh.triangles()[hit->point.triangle];
    const auto positions = mesh.positions();
    const glm::vec3 outwards = glm::cross(positions[b] - positions[a], positions[c] - positions[a]);
    return glm::dot(outwards, ray.direction) < 0.0F ? hit : std::nullopt;
}

}  // namespace palpate::body
