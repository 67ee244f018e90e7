#include "map/stroke_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

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

}  // namespace

std::string toJson(const Stroke& stroke) {
    Json json;
    json["tool"] = toolId(stroke.tool);
    json["layer"] = layerId(stroke.layer);
    if (stroke.tool != Tool::Erase) {
        json["level"] = stroke.level;
        addPlace(json, stroke.place);
    }
    if (stroke.mirror) json["mirror"] = true;
    json["figure"] = stroke.figure;
    json["topology"] = stroke.topologyId;
    if (stroke.isByRegion()) {
        json["region"] = stroke.region;
    } else {
        json["diameter_cm"] = stroke.diameterCm;
        Json& points = json["points"] = Json::array();
        for (const body::SkinPoint& point : stroke.points)
            points.push_back(toJson(point));
    }
    // Texts that are no UTF-8 never pass validate(); replacing is for who did not ask it.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace palpate::map
