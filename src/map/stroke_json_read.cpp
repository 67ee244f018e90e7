#include "core/text.h"
#include "map/json_object.h"
#include "map/stroke_json.h"
#include "map/stroke_rules.h"

#include <glm/vec3.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::map {

namespace {

using core::Error;
using core::Result;
using core::tr;
using core::trf;

// --- points ---

Error tooFar(const std::optional<body::NearestPoint>& nearest) {
    const std::string distance =
        nearest ? trf("{0} cm", {core::decimal(static_cast<double>(nearest->distance) * 100.0, 1)})
                : std::string(tr("more than 10 m"));
    return {trf("The point lies {0} away from the skin", {distance}), "",
            trf("Points may lie at most {0} cm from it.", {core::decimal(kFarthestFromSkin * 100.0, 0)})};
}

Result<body::SkinPoint> pointOnSkin(const std::array<double, 3>& metres, const body::BodyModel& body) {
    constexpr float kLookedFor = 10.0F;
    constexpr double kWorld = 1000.0;  // beyond this single precision says nothing about skin
    for (const double coordinate : metres) {
        if (!(std::abs(coordinate) <= kWorld)) return tooFar(std::nullopt);
    }
    const glm::vec3 wanted(static_cast<float>(metres[0]), static_cast<float>(metres[1]),
                           static_cast<float>(metres[2]));
    const auto nearest = body.bvh().nearest(wanted, kLookedFor);
    if (!nearest || static_cast<double>(nearest->distance) > kFarthestFromSkin) return tooFar(nearest);
    return nearest->point;
}

Result<body::SkinPoint> skinPoint(const JsonPoint& given, const body::BodyModel& body) {
    if (given.metres) return pointOnSkin(*given.metres, body);
    if (!given.triangle) {
        return Error{tr(R"(This is neither [x, y, z] nor {"triangle":n,"barycentric":[a,b,c]})"), "",
                     tr("Give three numbers in metres, or a triangle of the body with three weights.")};
    }
    constexpr std::uint64_t kHighest = std::numeric_limits<std::uint32_t>::max();
    body::SkinPoint point;
    point.triangle = static_cast<std::uint32_t>(std::min(*given.triangle, kHighest));
    for (std::size_t i = 0; i < 3; ++i) {
        // Far outside is as wrong as slightly outside, and fits a float.
        const double weight = std::clamp(given.weights[i], -10.0, 10.0);
        point.barycentric[static_cast<glm::length_t>(i)] = static_cast<float>(weight);
    }
    if (auto checked = validatePoint(point, body); !checked) return checked.error();
    return point;
}

std::vector<body::SkinPoint> readPoints(JsonObject& in, const body::BodyModel& body) {
    std::vector<body::SkinPoint> points;
    for (const JsonPoint& given : in.points("points")) {
        const auto point = skinPoint(given, body);
        if (!point) {
            Error error = point.error();
            error.where = trf("point {0}", {std::to_string(points.size() + 1)});
            in.fail(std::move(error));
            break;
        }
        points.push_back(*point);
    }
    return points;
}

// --- which keys a stroke may have ---

void addPlaceKeys(std::vector<std::string_view>& keys, LayerKind layer) {
    keys.emplace_back("note");
    switch (layer) {
        case LayerKind::Pain:
            keys.insert(keys.end(), {"words", "depth"});
            break;
        case LayerKind::Tension:
            keys.emplace_back("words");
            break;
        case LayerKind::Treated:
            keys.insert(keys.end(), {"techniques", "minutes", "response"});
            break;
        case LayerKind::Avoid:
            keys.emplace_back("reason");
            break;
    }
}

void addPinKeys(std::vector<std::string_view>& keys, Tool tool) {
    keys.emplace_back("points");
    if (tool == Tool::Pin) keys.insert(keys.end(), {"label", "grade", "note"});
}

std::vector<std::string_view> keysOf(Tool tool, LayerKind layer) {
    std::vector<std::string_view> keys{"tool", "continues", "figure", "topology"};
    if (isForPins(tool)) {
        addPinKeys(keys, tool);
        return keys;
    }
    keys.emplace_back("layer");
    if (laysPaint(tool) || tool == Tool::Edit) {
        keys.emplace_back("level");
        addPlaceKeys(keys, layer);
    }
    keys.emplace_back(tool == Tool::Edit ? "at" : "mirror");
    if (tool != Tool::Edit) keys.emplace_back("only");
    if (tool == Tool::Fill || tool == Tool::Erase) keys.emplace_back("region");
    if (tool != Tool::Fill && tool != Tool::Edit) keys.insert(keys.end(), {diameterKey(tool), "points"});
    return keys;
}

Error unknownKey(Tool tool, LayerKind layer, const std::string& key) {
    return {isForPins(tool)
                ? trf("A {0} stroke has no \"{1}\"", {toolId(tool), key})
                : trf("A {0} stroke on the {1} layer has no \"{2}\"", {toolId(tool), layerId(layer), key}),
            key, tr("Leave it out, or correct its name.")};
}

void checkKeys(JsonObject& in, Tool tool, LayerKind layer) {
    const auto known = keysOf(tool, layer);
    for (const std::string& key : in.keys()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        in.fail(unknownKey(tool, layer, key));
    }
}

// --- the stroke ---

Tool readTool(JsonObject& in) {
    if (!in.require("tool", tr("A stroke"))) return Tool::Brush;
    const std::string id = in.text("tool");
    if (const auto tool = toolFromId(id)) return *tool;
    std::string known;
    for (const Tool tool : kTools)
        known += (known.empty() ? "" : ", ") + std::string(toolId(tool));
    in.fail({trf("There is no tool \"{0}\"", {id}), "tool", trf("Use one of: {0}.", {known})});
    return Tool::Brush;
}

LayerKind readLayer(JsonObject& in) {
    if (!in.require("layer", tr("A stroke"))) return LayerKind::Pain;
    const std::string id = in.text("layer");
    if (const auto layer = layerFromId(id)) return *layer;
    in.fail({trf("There is no layer \"{0}\"", {id}), "layer", tr("Use pain, tension, treated or avoid.")});
    return LayerKind::Pain;
}

Depth readDepth(JsonObject& in) {
    const std::string id = in.text("depth");
    const auto depth = depthFromId(id);
    if (!depth) in.fail({trf("There is no depth \"{0}\"", {id}), "depth", tr("Use skin, muscle or joint.")});
    return depth.value_or(Depth::Unstated);
}

Place readPlace(JsonObject& in, LayerKind layer) {
    Place place;
    place.words = in.texts("words");
    place.techniques = in.texts("techniques");
    place.minutes = in.whole("minutes");
    place.response = in.text("response");
    place.reason = in.text("reason");
    place.note = in.text("note");
    if (in.has("depth")) place.depth = readDepth(in);
    sortWords(place, layer);
    return place;
}

PlaceEdit readEdit(JsonObject& in, LayerKind layer) {
    PlaceEdit edit;
    if (in.has("level")) edit.level = in.whole("level");
    if (in.has("words")) {
        Place place;
        place.words = in.texts("words");
        sortWords(place, layer);
        edit.words = std::move(place.words);
    }
    // An empty depth takes away the one that is there.
    if (in.has("depth")) edit.depth = in.text("depth").empty() ? Depth::Unstated : readDepth(in);
    if (in.has("techniques")) edit.techniques = in.texts("techniques");
    if (in.has("minutes")) edit.minutes = in.whole("minutes");
    if (in.has("response")) edit.response = in.text("response");
    if (in.has("reason")) edit.reason = in.text("reason");
    if (in.has("note")) edit.note = in.text("note");
    return edit;
}

Pin readPin(JsonObject& in) {
    Pin pin;
    if (!in.require("label", tr("A pin"))) return pin;
    const std::string label = in.text("label");
    const auto kind = pinKindFromLabel(label);
    if (!kind) {
        in.fail({trf("There is no pin \"{0}\"", {label}), "label",
                 tr("Use trigger point, scar or tender point.")});
    }
    pin.kind = kind.value_or(PinKind::TriggerPoint);
    if (in.has("grade")) pin.grade = in.whole("grade");
    pin.note = in.text("note");
    return pin;
}

void readContents(JsonObject& in, Stroke& stroke) {
    if (stroke.tool == Tool::Edit) stroke.edit = readEdit(in, stroke.layer);
    if (stroke.tool == Tool::Pin) stroke.pin = readPin(in);
    if (!laysPaint(stroke.tool)) return;
    const bool hasOneLevel = highestLevel(stroke.layer) == 1;
    if (hasOneLevel || in.require("level", trf("Paint on the {0} layer", {layerId(stroke.layer)})))
        stroke.level = in.has("level") ? in.whole("level") : 1;
    stroke.place = readPlace(in, stroke.layer);
}

void readRegion(JsonObject& in) {
    for (const char* key : {"points", "diameter_cm"}) {
        if (in.has(key))
            in.fail({trf("A stroke over a whole region has no \"{0}\"", {key}), key, tr("Leave it out.")});
    }
}

void readAt(JsonObject& in, Stroke& stroke, const body::BodyModel& body) {
    const auto given = in.point("at");
    if (!given) return;
    const auto point = skinPoint(*given, body);
    if (point) {
        stroke.points = {*point};
    } else {
        Error error = point.error();
        error.where = "at";
        in.fail(std::move(error));
    }
}

void readReach(JsonObject& in, Stroke& stroke, const body::BodyModel& body) {
    const std::string what = trf("A {0} stroke", {toolId(stroke.tool)});
    if (stroke.tool == Tool::Edit) {
        if (in.require("at", what)) readAt(in, stroke, body);
        return;
    }
    if (stroke.tool == Tool::Fill) in.require("region", what);
    stroke.region = in.text("region");
    if (stroke.isByRegion()) return readRegion(in);
    if (stroke.hasDiameter()) {
        const char* key = diameterKey(stroke.tool);
        if (!in.require(key, what)) return;
        stroke.diameterCm = in.number(key);
    }
    if (in.require("points", what)) stroke.points = readPoints(in, body);
}

Result<Stroke> readStroke(JsonObject& in, const body::BodyModel& body) {
    Stroke stroke;
    stroke.tool = readTool(in);
    if (in.error()) return *in.error();
    if (!isForPins(stroke.tool)) stroke.layer = readLayer(in);
    if (in.error()) return *in.error();
    checkKeys(in, stroke.tool, stroke.layer);
    stroke.mirror = in.flag("mirror");
    stroke.continues = in.flag("continues");
    stroke.only = in.text("only");
    stroke.figure = in.has("figure") ? in.text("figure") : body.figure();
    stroke.topologyId = in.has("topology") ? in.text("topology") : body.mesh().topologyId();
    readContents(in, stroke);
    if (in.error()) return *in.error();
    // On another body the points would be refused for reasons that help nobody.
    if (auto valid = validateBody(stroke, body); !valid) return valid.error();
    readReach(in, stroke, body);
    if (in.error()) return *in.error();
    if (auto valid = validate(stroke, body); !valid) return valid.error();
    return stroke;
}

}  // namespace

bool continuesAnother(std::string_view line) {
    auto object = JsonObject::parse(line);
    return object && object->flag("continues");
}

std::optional<LayerKind> layerChangedBy(std::string_view line) {
    auto object = JsonObject::parse(line);
    if (!object || !object->has("layer")) return std::nullopt;
    return layerFromId(object->text("layer"));
}

Result<Stroke> strokeFromJson(std::string_view line, const body::BodyModel& body) {
    auto object = JsonObject::parse(line);
    if (!object) return object.error();
    return readStroke(*object, body);
}

}  // namespace palpate::map
