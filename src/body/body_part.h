#pragma once

#include "body/body_model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::body {

// The parts of the body that can be shown, and painted on, alone. Their ids are written into strokes, so a
// part keeps the regions that it has.
struct PartName {
    const char* id;    // "left_arm"
    const char* name;  // tr("left arm")
};
[[nodiscard]] std::span<const PartName> bodyParts();
// Null if there is none of that id.
[[nodiscard]] const PartName* findPart(std::string_view id);
// The smallest part that a region belongs to: a finger to its hand, a shin to its leg.
[[nodiscard]] const PartName& partOf(const Region& region);
[[nodiscard]] bool isInPart(const Region& region, std::string_view part);

// One part of one figure: which of its skin is shown, while all other skin is hidden. Immutable and shared.
class BodyPart {
public:
    // Errors: no part of that id, a part of which the figure's atlas has no region.
    [[nodiscard]] static core::Result<std::shared_ptr<const BodyPart>> create(const BodyModel& body,
                                                                              std::string_view id);

    [[nodiscard]] const PartName& name() const { return *m_name; }
    [[nodiscard]] bool shows(std::uint32_t vertex) const { return m_hidden[vertex] == 0; }
    // Between vertices the border runs where half of the weight is on hidden ones.
    [[nodiscard]] bool shows(const SurfaceMesh& mesh, const SkinPoint& point) const;
    // One number a vertex: 0 shown, 255 hidden.
    [[nodiscard]] std::span<const std::uint8_t> hidden() const { return m_hidden; }
    [[nodiscard]] const Box& bounds() const { return m_bounds; }  // of what is shown

private:
    BodyPart() = default;

    const PartName* m_name = nullptr;
    std::vector<std::uint8_t> m_hidden;
    Box m_bounds;
};

// The first skin on a ray that is shown. Empty too where the ray meets the inside of skin that is shown:
// looked into where a part was cut off, there is nothing to touch. `part` may be null: the whole body, either
// way round.
[[nodiscard]] std::optional<RayHit> firstShown(const BodyModel& body, const BodyPart* part, const Ray& ray);

}  // namespace palpate::body
