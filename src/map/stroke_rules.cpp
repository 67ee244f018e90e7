#include "map/stroke_rules.h"

#include "core/text.h"
#include "map/skin_weights.h"
#include "map/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace palpate::map {

namespace {

using core::Error;
using core::Result;
using core::tr;
using core::trf;

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

Result<void> checkLevel(const Stroke& stroke) {
    const int highest = highestLevel(stroke.layer);
    if (stroke.level >= 1 && stroke.level <= highest) return {};
    return Error{trf("Level {0} is outside the scale of the {1} layer",
                     {std::to_string(stroke.level), layerId(stroke.layer)}),
                 "level",
                 highest == 1 ? tr("Its only level is 1.")
                              : trf("Use a whole number from 1 to {0}.", {std::to_string(highest)})};
}

Result<void> checkDiameter(const Stroke& stroke) {
    if (stroke.diameterCm >= kSmallestDiameterCm && stroke.diameterCm <= kLargestDiameterCm) return {};
    return Error{trf("A brush {0} cm across cannot be used", {core::decimal(stroke.diameterCm, 2)}),
                 "diameter_cm",
                 trf("Use {0} to {1} cm.",
                     {core::decimal(kSmallestDiameterCm, 1), core::decimal(kLargestDiameterCm, 0)})};
}

Result<void> checkText(const std::string& text, const char* key) {
    if (text.size() > kLongestText) {
        return Error{trf("The {0} is too long", {key}), key,
                     trf("Use at most {0} bytes.", {std::to_string(kLongestText)})};
    }
    if (!isUtf8(text)) return Error{trf("The {0} is not text in UTF-8", {key}), key, tr("Type it again.")};
    return {};
}

Error misplaced(LayerKind layer, const char* key) {
    return {trf("Paint on the {0} layer carries no {1}", {layerId(layer), key}), key, tr("Leave it out.")};
}

Result<void> checkWords(const Place& place, LayerKind layer) {
    const auto known = wordsOf(layer);
    if (known.empty() && !place.words.empty()) return misplaced(layer, "words");
    for (const std::string& word : place.words) {
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        return Error{trf(R"(The {0} layer does not know the word "{1}")", {layerId(layer), word}), "words",
                     trf("It knows: {0}.", {joined(known)})};
    }
    return {};
}

Result<void> checkTreatment(const Place& place) {
    if (place.techniques.size() > kMostTechniques) {
        return Error{tr("Too many techniques at one place"), "techniques",
                     trf("Use at most {0}.", {std::to_string(kMostTechniques)})};
    }
    for (const std::string& technique : place.techniques) {
        if (technique.empty()) return Error{tr("A technique has no name"), "techniques", tr("Leave it out.")};
        if (auto checked = checkText(technique, "techniques"); !checked) return checked;
    }
    if (place.minutes < 0 || place.minutes > kMostMinutes) {
        return Error{trf("A treatment cannot take {0} minutes", {std::to_string(place.minutes)}), "minutes",
                     trf("Use 0 to {0}.", {std::to_string(kMostMinutes)})};
    }
    return checkText(place.response, "response");
}

Result<void> checkPlace(const Place& place, LayerKind layer) {
    const bool isTreated = layer == LayerKind::Treated;
    if (place.depth != Depth::Unstated && layer != LayerKind::Pain) return misplaced(layer, "depth");
    if (!place.techniques.empty() && !isTreated) return misplaced(layer, "techniques");
    if (place.minutes != 0 && !isTreated) return misplaced(layer, "minutes");
    if (!place.response.empty() && !isTreated) return misplaced(layer, "response");
    if (!place.reason.empty() && layer != LayerKind::Avoid) return misplaced(layer, "reason");
    if (auto checked = checkWords(place, layer); !checked) return checked;
    if (auto checked = checkTreatment(place); !checked) return checked;
    if (auto checked = checkText(place.reason, "reason"); !checked) return checked;
    return checkText(place.note, "note");
}

// Regions whose ids hold what was asked for, for somebody who left off the side or half of the name.
std::string likeRegions(std::string_view wanted, const body::Atlas& atlas) {
    std::string ids;
    int count = 0;
    for (const body::Region& region : atlas.regions()) {
        if (wanted.empty() || region.id.find(wanted) == std::string::npos) continue;
        if (++count > 4) break;
        if (!ids.empty()) ids += ", ";
        ids += region.id;
    }
    return ids.empty() ? tr("Use the id of a region of the body, such as upper_trap_L.")
                       : trf("Did you mean {0}?", {ids});
}

Result<void> checkRegion(const Stroke& stroke, const body::BodyModel& body) {
    if (!stroke.isByRegion()) {
        if (stroke.region.empty()) return {};
        return Error{trf("A {0} stroke goes by points, not by region", {toolId(stroke.tool)}), "region",
                     tr("Leave the region out, or use fill.")};
    }
    if (!body.atlas().find(stroke.region)) {
        return Error{trf(R"(The body has no region "{0}")", {stroke.region}), "region",
                     likeRegions(stroke.region, body.atlas())};
    }
    if (stroke.points.empty()) return {};
    return Error{tr("A stroke over a whole region takes no points"), "points", tr("Leave them out.")};
}

}  // namespace

const char* toolId(Tool tool) {
    switch (tool) {
        case Tool::Brush:
            return "brush";
        case Tool::Erase:
            return "erase";
        case Tool::Fill:
            return "fill";
    }
    return "";
}

Result<void> validateBody(const Stroke& stroke, const body::BodyModel& body) {
    if (stroke.topologyId != body.mesh().topologyId()) {
        return Error{tr("The stroke was made on another body"),
                     trf("topology {0}, not {1}", {stroke.topologyId, body.mesh().topologyId()}),
                     tr("Use the version of Palpate that it was made with.")};
    }
    if (stroke.figure != body.figure()) {
        return Error{
            trf(R"(The stroke was made on the figure "{0}", not on "{1}")", {stroke.figure, body.figure()}),
            "", tr("Paint it on the figure that it was made on.")};
    }
    return {};
}

Result<void> validateHeader(const Stroke& stroke, const body::BodyModel& body) {
    if (auto checked = validateBody(stroke, body); !checked) return checked;
    if (auto checked = checkRegion(stroke, body); !checked) return checked;
    if (!stroke.isByRegion()) {
        if (auto checked = checkDiameter(stroke); !checked) return checked;
    }
    if (stroke.tool == Tool::Erase) return {};
    if (auto checked = checkLevel(stroke); !checked) return checked;
    return checkPlace(stroke.place, stroke.layer);
}

Result<void> validatePoint(const body::SkinPoint& point, const body::BodyModel& body) {
    const std::size_t triangles = body.mesh().triangles().size();
    if (point.triangle >= triangles) {
        return Error{trf("The body has no triangle {0}", {std::to_string(point.triangle)}), "points",
                     trf("They are numbered from 0 to {0}.", {std::to_string(triangles - 1)})};
    }
    const glm::vec3& weights = point.barycentric;
    if (isPlaceOnTriangle(weights)) return {};
    return Error{trf("The weights {0}, {1}, {2} are no place on a triangle",
                     {core::decimal(static_cast<double>(weights.x), 4),
                      core::decimal(static_cast<double>(weights.y), 4),
                      core::decimal(static_cast<double>(weights.z), 4)}),
                 "barycentric", tr("Each must lie between 0 and 1, and their sum be 1.")};
}

Result<void> validate(const Stroke& stroke, const body::BodyModel& body) {
    if (auto checked = validateHeader(stroke, body); !checked) return checked;
    if (!stroke.isByRegion() && stroke.points.empty()) {
        return Error{trf("A {0} stroke without points paints nothing", {toolId(stroke.tool)}), "points",
                     tr("Give it at least one.")};
    }
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
        if (auto checked = validatePoint(stroke.points[i], body); !checked) {
            Error error = checked.error();
            error.where = trf("point {0}", {std::to_string(i + 1)});
            return error;
        }
    }
    return {};
}

}  // namespace palpate::map
