#pragma once

#include "body/surface_mesh.h"

namespace palpate::analysis {

// Skin area of a person in square metres from height and weight: 0.007184 * kg^0.425 * cm^0.725 (DuBois,
// DuBois 1916, Arch Intern Med 17:863-871).
[[nodiscard]] double skinAreaSquareMetres(double heightCm, double weightKg);

// What to multiply areas of a figure with to get those of a client: the client's skin area over the figure's.
// 0 = not stated. With the height alone the figure is taken to grow evenly; with nothing the factor is 1.
[[nodiscard]] double areaScale(double heightCm, double weightKg, const body::SurfaceMesh& figure);

}  // namespace palpate::analysis
