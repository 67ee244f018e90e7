#pragma once

#include "bodygen/relief.h"
#include "core/result.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace palpate::bodygen {

// The tables that all figures share: models/chains.txt and models/landmarks.txt.
struct SharedTables {
    ChainTables chains;
    std::vector<LandmarkRow> landmarks;
};
core::Result<SharedTables> readSharedTables(const std::filesystem::path& modelsFolder);

// The whole body as a scalar field: approximate signed distance in metres, negative inside; the skin is where
// it is 0. Bitwise symmetric about x = 0.
class BodyField {
public:
    // Places every landmark on the surface that the earlier ones have shaped. Error: a landmark whose anchor
    // misses the body, by name.
    static core::Result<BodyField> make(const PosedFigure& posed, const SharedTables& tables);

    [[nodiscard]] double value(const Vec3& point) const;
    // Value (mean of four points 0.4 mm away) and gradient by a tetrahedral difference.
    [[nodiscard]] double valueAndGradient(const Vec3& point, Vec3& gradient) const;
    // Unit, outward; x exactly 0 on the mid-plane.
    [[nodiscard]] Vec3 normal(const Vec3& point) const;
    // Newton steps along the gradient onto the skin.
    [[nodiscard]] Vec3 onSkin(Vec3 point, int steps) const;
    // First change of the field's sign along a ray; `direction` unit, distances in metres.
    [[nodiscard]] std::optional<Vec3> crossing(const Vec3& origin, const Vec3& direction, double reach) const;

    [[nodiscard]] const BodyShape& shape() const { return m_shape; }
    [[nodiscard]] PartWeights weights(const Vec3& point) const;
    [[nodiscard]] const std::vector<std::pair<std::string, ReliefLine>>& lines() const { return m_lines; }
    [[nodiscard]] const std::vector<ReliefPatch>& patches() const { return m_patches; }
    [[nodiscard]] const std::vector<ReliefNail>& nails() const { return m_nails; }

private:
    explicit BodyField(BodyShape shape) : m_shape(std::move(shape)) {}
    core::Result<void> place(const LandmarkRow& row, double amplitude);
    [[nodiscard]] std::optional<ReliefNail> nail(const LandmarkRow& row, double amplitude) const;
    [[nodiscard]] std::optional<Vec3> anchorPoint(const LandmarkRow& row, const Anchor& anchor) const;
    [[nodiscard]] std::optional<Vec3> planarAnchor(double x, double y, double side) const;

    BodyShape m_shape;
    std::vector<std::pair<std::string, ReliefLine>> m_lines;
    std::vector<ReliefPatch> m_patches;
    std::vector<ReliefNail> m_nails;
};

}  // namespace palpate::bodygen
