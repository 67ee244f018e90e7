#pragma once

#include "bodygen/body_shape.h"
#include "bodygen/body_union.h"

namespace palpate::bodygen {

// Carries points from one body to another by part coordinates: the same place along and round each primitive,
// the same height over it (scaled with the stature), weighed by the primitives' shares at the point.
class PartMap {
public:
    // Both shapes must outlive the map.
    PartMap(const BodyShape& from, const BodyShape& to);

    // `point` lies in the left half of the first body; the result is near the skin of the second, not on it.
    [[nodiscard]] Vec3 operator()(const Vec3& point) const;

private:
    [[nodiscard]] Vec3 throughPart(Part part, const Vec3& point) const;
    [[nodiscard]] Vec3 throughTube(const Tube& from, const Tube& to, const Vec3& point) const;
    [[nodiscard]] Vec3 throughHead(const Vec3& point) const;
    [[nodiscard]] Vec3 throughFace(const Vec3& point) const;
    [[nodiscard]] Vec3 throughDigit(const Chain& from, const Chain& to, const Vec3& upFrom, const Vec3& upTo,
                                    const Vec3& point) const;

    const BodyShape& m_from;
    const BodyShape& m_to;
    double m_scale;  // of heights over a primitive
};

}  // namespace palpate::bodygen
