#pragma once

#include "image/image.h"
#include "report/sheet.h"

// Two pictures of one body, of the same size and camera, as one.
namespace palpate::report {

// The columns left of `share` (0..1) of the width from `left`, the others from `right`. Both of one size.
[[nodiscard]] image::Image wiped(const image::Image& left, const image::Image& right, double share);
// `over` laid on `under` with that opacity, 0..1, in encoded values as the window does. Both of one size.
[[nodiscard]] image::Image blended(const image::Image& over, const image::Image& under, double share);

// The same of what two sources draw.
[[nodiscard]] PictureSource wipedPictures(PictureSource left, PictureSource right, double share);
[[nodiscard]] PictureSource blendedPictures(PictureSource over, PictureSource under, double share);

}  // namespace palpate::report
