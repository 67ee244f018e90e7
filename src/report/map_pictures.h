#pragma once

#include "body/body_model.h"
#include "body/camera.h"
#include "core/result.h"
#include "image/image.h"
#include "map/body_map.h"
#include "render/pictures.h"
#include "report/sheet.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

// Pictures of maps as pages and files need them, made with a renderer.
namespace palpate::report {

// What pages ask for: a map, of which `layers` are shown. `renderer` and `map` must outlive the source.
[[nodiscard]] PictureSource mapPictures(render::PictureRenderer& renderer,
                                        std::shared_ptr<const body::BodyModel> body, const map::BodyMap& map,
                                        std::vector<map::LayerKind> layers);

// One layer of `shown`, with the outlines of two maps in place of its own lines: `later` a whole line,
// `earlier` a dotted one. All must outlive the source.
struct OnionMaps {
    const map::BodyMap& shown;
    const map::BodyMap& earlier;
    const map::BodyMap& later;
};
[[nodiscard]] PictureSource onionPictures(render::PictureRenderer& renderer,
                                          std::shared_ptr<const body::BodyModel> body, const OnionMaps& maps,
                                          map::LayerKind layer);

// What a picture of a difference shows: analysis::difference(), and analysis::paintedOnlyIn() either way
// round.
struct Difference {
    std::vector<std::int8_t> tenths, fresh, gone;
};
[[nodiscard]] Difference differenceOf(const map::Layer& from, const map::Layer& to);
// `renderer` and `difference` must outlive the source.
[[nodiscard]] PictureSource differencePictures(render::PictureRenderer& renderer,
                                               std::shared_ptr<const body::BodyModel> body,
                                               const Difference& difference);

// A standard view as a picture of its own, on the window's light background. Lines keep their share of the
// picture, whatever its size in pixels. `labels`: places to show under the paint; null: none. In black and
// white the background is white too.
[[nodiscard]] core::Result<image::Image> standardViewPicture(
    render::PictureRenderer& renderer, std::shared_ptr<const body::BodyModel> body, const map::BodyMap& map,
    std::span<const map::LayerKind> layers, body::StandardView view, int width, int height,
    std::shared_ptr<const render::SkinLabels> labels = nullptr, bool blackAndWhite = false);

// The level of every place that it shows, written upon such a picture. `resourceFolder` holds fonts/. Errors:
// fonts that cannot be read.
[[nodiscard]] core::Result<image::Image> withNumbers(const image::Image& picture, const body::BodyModel& body,
                                                     const map::BodyMap& map,
                                                     std::span<const map::LayerKind> layers,
                                                     body::StandardView view, bool blackAndWhite,
                                                     const std::filesystem::path& resourceFolder);

// The pins that such a picture shows, drawn upon it. Errors: fonts that cannot be read.
[[nodiscard]] core::Result<image::Image> withPins(const image::Image& picture, const body::BodyModel& body,
                                                  const map::PinTable& pins, body::StandardView view,
                                                  const std::filesystem::path& resourceFolder);

}  // namespace palpate::report
