#pragma once

#include "image/image.h"

#include <optional>

namespace palpate::image {

struct Comparison {
    double mean = 0.0;  // mean over the pixels of the largest difference of a pixel's channels, 0..255
    int worst = 0;      // the largest difference of any channel of any pixel, 0..255
    int differing = 0;  // pixels that are not the same
    Image difference;   // black where equal, brighter and redder where not; opaque, the size of the pictures

    [[nodiscard]] bool isWithin(double meanLimit, int worstLimit) const {
        return mean <= meanLimit && worst <= worstLimit;
    }
};

// Empty if the sizes are not the same.
[[nodiscard]] std::optional<Comparison> compareImages(const Image& a, const Image& b);

}  // namespace palpate::image
