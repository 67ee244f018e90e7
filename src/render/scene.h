#pragma once

#include "body/body_model.h"
#include "body/body_part.h"
#include "body/camera.h"
#include "image/image.h"
#include "map/layer.h"
#include "render/skin_labels.h"

#include <glm/vec2.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace palpate::render {

// What lies behind the body.
struct Backdrop {
    image::Rgba colour{0xF4, 0xF5, 0xF7, 255};
    bool hasFloorShadow = true;  // a soft shadow under the feet

    [[nodiscard]] static Backdrop light() { return {}; }
    [[nodiscard]] static Backdrop dark() { return {{0x1E, 0x22, 0x28, 255}, true}; }
    [[nodiscard]] static Backdrop paper() { return {{0xFF, 0xFF, 0xFF, 255}, false}; }

    friend bool operator==(const Backdrop&, const Backdrop&) = default;
};

// A change between two maps, one number a vertex.
struct DifferenceField {
    std::span<const std::int8_t> tenths;  // later - earlier, in tenths of a level; + is worse
    std::uint64_t version = 0;            // another number whenever the content is another
    // The later levels where the earlier map was bare, and the other way round: in tenths, 0 elsewhere.
    // Outlined with dashes and with dots. Empty: no outlines.
    std::span<const std::int8_t> fresh = {}, gone = {};
};

// Two maps of one layer in one picture: drawn in place of the layers' own lines, so that each can be followed
// whatever is painted below it. Never null.
struct MapOutlines {
    const map::Layer* later = nullptr;    // a whole line
    const map::Layer* earlier = nullptr;  // dots
};

// Vertices that are tinted and outlined: what a tool would change, what is chosen.
struct SkinMarks {
    std::span<const std::uint8_t> isMarked;  // one a vertex of the body
    std::uint64_t version = 0;               // another number whenever the content is another
};

// Where the brush would paint.
struct BrushRing {
    body::SkinPoint centre;
    float radius = 0.04F;   // metres along the skin
    bool mirrored = false;  // show the twin on the other side, at half strength
    // What it would leave behind: tints the ring's inside. Empty: only the ring.
    std::optional<image::Rgba> preview;

    friend bool operator==(const BrushRing&, const BrushRing&) = default;
};

// Everything one picture of the body shows: plain data, drawn by SceneRenderer and PictureRenderer. What it
// points to must live until the draw call returns and fit the body's topology.
struct Scene {
    std::shared_ptr<const body::BodyModel> body;
    body::Camera camera;
    glm::ivec2 size{0};       // pixels
    float pixelScale = 1.0F;  // pixels a dp: lines and patterns are measured in dp
    Backdrop backdrop;
    bool isLit = true;  // false: colours as they are, for measuring
    // Nothing but black and white, for printers and copiers: the body white, levels as three densities of
    // hatching.
    bool blackAndWhite = false;
    float dpPerCentimetre = 37.8F;  // of the finished picture: hatching is counted in lines a centimetre

    // All other skin is hidden; null: the whole body is shown. Of `body`.
    std::shared_ptr<const body::BodyPart> part;

    // Which layers to show; null: not shown. Ignored where `difference` is given.
    const map::Layer* pain = nullptr;
    const map::Layer* tension = nullptr;
    const map::Layer* treated = nullptr;
    const map::Layer* avoid = nullptr;
    std::optional<DifferenceField> difference;
    std::optional<MapOutlines> outlines;  // ignored where `difference` is given

    // The next pictures will differ from this one in their paint alone, and all over the body: bare skin is
    // drawn once and kept beside the picture, and paint is drawn upon it. The pixels are the same; the
    // picture takes twice the memory. Ignored while labels, marks, a ring, a part or a highlight are shown.
    bool keepsBareSkin = false;

    // The next picture is likely to show the body from elsewhere: bare skin is drawn with about half of its
    // triangles where that moves nothing by more than about half a pixel. What carries anything is drawn as
    // ever.
    bool isMoving = false;

    // Levels of the pain layer's lines, ascending.
    std::array<float, 3> contours{0.5F, 3.5F, 6.5F};

    // Places of the body, as soft tints under the paint and thin borders over it; null: not shown. Another
    // object is taken for other content.
    std::shared_ptr<const SkinLabels> labels;

    std::optional<BrushRing> ring;
    std::optional<body::RegionIndex> highlighted;  // tinted and outlined
    std::optional<SkinMarks> marks;                // as well
    image::Rgba accent{0x16, 0x63, 0xB5, 255};     // of what is highlighted and marked
};

}  // namespace palpate::render
