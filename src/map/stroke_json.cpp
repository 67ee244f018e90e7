#include "map/stroke_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <optional>

namespace palpate::map {

namespace {

using Json = nlohmann::ordered_json;

// The number with the fewest digits that is read back as the same float: half the length of writing out its
// double.
double fewestDigits(float number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    double shortest = 0.0;
    std::from_chars(digits.data(), end.ptr, shortest);
    return static_cast<float>(shortest) == number ? shortest : static_cast<double>(number);
}

Json toJson(const body::SkinPoint& point) {
    const glm::vec3& weights = point.barycentric;
    return {{"triangle", point.triangle},
            {"barycentric", {fewestDigits(weights.x), fewestDigits(weights.y), fewestDigits(weights.z)}}};
}

void addPlace(Json& json, const Place& place) {
    if (!place.words.empty()) json["words"] = place.words;
    if (place.depth != Depth::Unstated) json["depth"] = depthId(place.depth);
    if (!place.techniques.empty()) json["techniques"] = place.techniques;
    if (place.minutes != 0) json["minutes"] = place.minutes;
    if (!place.response.empty()) json["response"] = place.response;
    if (!place.reason.empty()) json["reason"] = place.reason;
    if (!place.note.empty()) json["note"] = place.note;
}

template <typename T>
void addIf(Json& json, const char* key, const std::optional<T>& value) {
    if (value) json[key] = *value;
}

void addEdit(Json& json, const PlaceEdit& edit) {
    addIf(json, "level", edit.level);
    addIf(json, "words", edit.words);
    if (edit.depth) json["depth"] = depthId(*edit.depth);
    addIf(json, "techniques", edit.techniques);
    addIf(json, "minutes", edit.minutes);
    addIf(json, "response", edit.response);
    addIf(json, "reason", edit.reason);
    addIf(json, "note", edit.note);
}

void addPin(Json& json, const Pin& pin) {
    json["label"] = pinLabel(pin.kind);
    addIf(json, "grade", pin.grade);
    if (!pin.note.empty()) json["note"] = pin.note;
}

void addContents(Json& json, const Stroke& stroke) {
    if (!isForPins(stroke.tool)) json["layer"] = layerId(stroke.layer);
    if (laysPaint(stroke.tool)) {
        json["level"] = stroke.level;
        addPlace(json, stroke.place);
    }
    if (stroke.tool == Tool::Edit) addEdit(json, stroke.edit);
    if (stroke.tool == Tool::Pin) addPin(json, stroke.pin);
}

void addReach(Json& json, const Stroke& stroke) {
    if (stroke.isByRegion()) {
        json["region"] = stroke.region;
        return;
    }
    if (stroke.tool == Tool::Edit) {
        // validate() lets no other number of points pass.
        json["at"] = stroke.points.empty() ? Json() : toJson(stroke.points.front());
        return;
    }
    if (stroke.hasDiameter()) json[diameterKey(stroke.tool)] = stroke.diameterCm;
    Json& points = json["points"] = Json::array();
    for (const body::SkinPoint& point : stroke.points)
        points.push_back(toJson(point));
}

}  // namespace

const char* diameterKey(Tool tool) {
    return tool == Tool::Band ? "width_cm" : "diameter_cm";
}

std::string toJson(const Stroke& stroke) {
    Json json;
    json["tool"] = toolId(stroke.tool);
    addContents(json, stroke);
    if (stroke.mirror) json["mirror"] = true;
    if (stroke.continues) json["continues"] = true;
    if (!stroke.only.empty()) json["only"] = stroke.only;
    json["figure"] = stroke.figure;
    json["topology"] = stroke.topologyId;
    addReach(json, stroke);
    // Texts that are no UTF-8 never pass validate(); replacing is for who did not ask it.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace palpate::map
