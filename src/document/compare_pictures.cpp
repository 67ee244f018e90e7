// The pictures of the compare view: which there are, and from where each is seen.
#include "core/check.h"
#include "document/compare.h"

#include <algorithm>

namespace palpate::document {

std::size_t pictureCount(const CompareState& compare) {
    return compare.between.size() + 2;
}

const CompareSide& pictureSide(const CompareState& compare, std::size_t picture) {
    core::check(picture < pictureCount(compare), "a picture that is shown");
    if (picture == 0) return compare.from;
    return picture <= compare.between.size() ? compare.between[picture - 1] : compare.to;
}

const body::Camera& pictureCamera(const Document& document, std::size_t picture) {
    const CompareState& compare = *document.compare;
    return compare.linked || picture == compare.picture ? document.camera : compare.cameras.at(picture);
}

bool usePicture(Document& document, std::size_t picture) {
    if (!document.compare || document.compare->linked) return false;
    CompareState& compare = *document.compare;
    if (picture == compare.picture || picture >= pictureCount(compare)) return false;
    // On the way somewhere: it is there as soon as nobody looks.
    compare.cameras[compare.picture] = document.cameraMove ? document.cameraMove->to : document.camera;
    document.cameraMove.reset();
    compare.picture = picture;
    document.camera = compare.cameras[picture];
    document.hover.reset();
    ++document.version;
    return true;
}

bool linkCameras(Document& document, bool linked) {
    if (!document.compare || document.compare->linked == linked) return false;
    CompareState& compare = *document.compare;
    if (linked) {
        usePicture(document, 0);
        compare.picture = 0;
    } else {
        const body::Camera& now = document.cameraMove ? document.cameraMove->to : document.camera;
        compare.cameras.assign(pictureCount(compare), now);
        compare.picture = 0;
    }
    compare.linked = linked;
    ++document.version;
    return true;
}

double compareShare(const CompareState& compare) {
    return compare.mode == CompareMode::Onion ? compare.onion : compare.wipe;
}

bool setCompareShare(Document& document, double share) {
    if (!document.compare) return false;
    CompareState& compare = *document.compare;
    if (compare.mode != CompareMode::Wipe && compare.mode != CompareMode::Onion) return false;
    double& kept = compare.mode == CompareMode::Onion ? compare.onion : compare.wipe;
    const double held = std::clamp(share, 0.0, 1.0);
    if (kept == held) return false;
    kept = held;
    ++document.version;
    return true;
}

}  // namespace palpate::document
