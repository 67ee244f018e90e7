#include "report/two_maps.h"

#include "core/check.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::report {

namespace {

using Join = image::Image (*)(const image::Image&, const image::Image&, double);

PictureSource joined(PictureSource first, PictureSource second, double share, Join join) {
    return [first = std::move(first), second = std::move(second), share,
            join](const PictureRequest& request) -> core::Result<image::Image> {
        const auto one = first(request);
        if (!one) return one.error();
        const auto other = second(request);
        if (!other) return other.error();
        return join(*one, *other, share);
    };
}

void checkFit(const image::Image& a, const image::Image& b) {
    core::check(a.width() == b.width() && a.height() == b.height(), "two pictures of one size are joined");
}

}  // namespace

image::Image wiped(const image::Image& left, const image::Image& right, double share) {
    checkFit(left, right);
    image::Image picture = right;
    const auto columns = std::clamp(static_cast<int>(std::lround(share * left.width())), 0, left.width());
    for (int y = 0; y < left.height(); ++y) {
        const auto row = left.row(y).first(static_cast<std::size_t>(4) * static_cast<std::size_t>(columns));
        std::copy(row.begin(), row.end(), picture.row(y).begin());
    }
    return picture;
}

image::Image blended(const image::Image& over, const image::Image& under, double share) {
    checkFit(over, under);
    const double held = std::clamp(share, 0.0, 1.0);
    image::Image picture = under;
    const auto upper = over.bytes();
    const auto lower = picture.bytes();
    for (std::size_t i = 0; i < lower.size(); ++i)
        lower[i] = static_cast<std::uint8_t>(std::lround(held * upper[i] + (1.0 - held) * lower[i]));
    return picture;
}

PictureSource wipedPictures(PictureSource left, PictureSource right, double share) {
    return joined(std::move(left), std::move(right), share, wiped);
}

PictureSource blendedPictures(PictureSource over, PictureSource under, double share) {
    return joined(std::move(over), std::move(under), share, blended);
}

}  // namespace palpate::report
