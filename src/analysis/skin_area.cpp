#include "analysis/skin_area.h"

#include <cmath>

namespace palpate::analysis {

double skinAreaSquareMetres(double heightCm, double weightKg) {
    return 0.007184 * std::pow(weightKg, 0.425) * std::pow(heightCm, 0.725);
}

double areaScale(double heightCm, double weightKg, const body::SurfaceMesh& figure) {
    if (heightCm <= 0.0) return 1.0;
    if (weightKg > 0.0) return skinAreaSquareMetres(heightCm, weightKg) / figure.area();
    const double figureCm = 100.0 * static_cast<double>(figure.bounds().size().y);
    return figureCm > 0.0 ? (heightCm / figureCm) * (heightCm / figureCm) : 1.0;
}

}  // namespace palpate::analysis
