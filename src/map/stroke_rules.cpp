#include "map/stroke_rules.h"

#include "body/body_part.h"
#include "core/text.h"
#include "map/place_edit.h"
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

Result<void> checkLevel(int level, LayerKind layer) {
    const int highest = highestLevel(layer);
    if (level >= 1 && level <= highest) return {};
    return Error{
        trf("Level {0} is outside the scale of the {1} layer", {std::to_string(level), layerId(layer)}),
        "level",
        highest == 1 ? tr("Its only level is 1.")
                     : trf("Use a whole number from 1 to {0}.", {std::to_string(highest)})};
}

Result<void> checkDiameter(const Stroke& stroke) {
    if (stroke.diameterCm >= kSmallestDiameterCm && stroke.diameterCm <= kLargestDiameterCm) return {};
    const std::string size = core::decimal(stroke.diameterCm, 2);
    const bool isBand = stroke.tool == Tool::Band;
    return Error{isBand ? trf("A band {0} cm wide cannot be used", {size})
                        : trf("A brush {0} cm across cannot be used", {size}),
                 isBand ? "width_cm" : "diameter_cm",
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

Result<void> checkSoften(LayerKind layer) {
    if (highestLevel(layer) > 1) return {};
    return Error{trf("The {0} layer has one level, so there is nothing to soften", {layerId(layer)}), "layer",
                 tr("Use the eraser to make a mark there smaller.")};
}

Result<void> checkEdit(const PlaceEdit& edit, LayerKind layer) {
    if (edit.isEmpty())
        return Error{tr("An edit without level, words or anything else changes nothing"), "",
                     tr("Say what the place is to become.")};
    if (edit.level && *edit.level != 0) {
        if (auto checked = checkLevel(*edit.level, layer); !checked) return checked;
    }
    return checkPlace(edited({}, edit, layer), layer);
}

Result<void> checkPin(const Pin& pin) {
    if (pin.grade && !canHaveGrade(pin.kind)) {
        return Error{trf("A {0} has no grade", {pinLabel(pin.kind)}), "grade", tr("Leave it out.")};
    }
    if (pin.grade && (*pin.grade < 0 || *pin.grade > kHighestPinGrade)) {
        return Error{trf("There is no grade {0}", {std::to_string(*pin.grade)}), "grade",
                     trf("Use 0 to {0}.", {std::to_string(kHighestPinGrade)})};
    }
    return checkText(pin.note, "note");
}

Result<void> checkMirror(const Stroke& stroke) {
    if (!stroke.mirror || !takesOnePoint(stroke.tool)) return {};
    return Error{trf("The tool {0} works at one point and has no mirror", {toolId(stroke.tool)}), "mirror",
                 tr("Leave it out.")};
}

// How many points a stroke that goes by points may have.
Result<void> checkCount(const Stroke& stroke) {
    if (stroke.isByRegion()) return {};
    if (stroke.points.empty()) {
        return Error{trf("A {0} stroke without points paints nothing", {toolId(stroke.tool)}), "points",
                     takesOnePoint(stroke.tool) ? tr("Give it one.") : tr("Give it at least one.")};
    }
    if (stroke.points.size() == 1 || !takesOnePoint(stroke.tool)) return {};
    return Error{trf("The tool {0} takes one point, not {1}",
                     {toolId(stroke.tool), std::to_string(stroke.points.size())}),
                 "points", tr("Write a line for each.")};
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

Result<void> checkPart(const Stroke& stroke) {
    if (!stroke.only.empty() && takesOnePoint(stroke.tool)) {
        return Error{trf("A {0} stroke is not kept to a part of the body", {toolId(stroke.tool)}), "only",
                     tr("Leave it out.")};
    }
    if (stroke.only.empty() || body::findPart(stroke.only) != nullptr) return {};
    std::string known;
    for (const body::PartName& part : body::bodyParts())
        known += (known.empty() ? "" : ", ") + std::string(part.id);
    return Error{trf("There is no part of the body \"{0}\"", {stroke.only}), "only",
                 trf("Use one of: {0}.", {known})};
}

}  // namespace

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
    if (auto checked = checkMirror(stroke); !checked) return checked;
    if (auto checked = checkPart(stroke); !checked) return checked;
    if (stroke.hasDiameter()) {
        if (auto checked = checkDiameter(stroke); !checked) return checked;
    }
    switch (stroke.tool) {
        case Tool::Brush:
        case Tool::Fill:
        case Tool::Band:
            if (auto checked = checkLevel(stroke.level, stroke.layer); !checked) return checked;
            return checkPlace(stroke.place, stroke.layer);
        case Tool::Soften:
            return checkSoften(stroke.layer);
        case Tool::Edit:
            return checkEdit(stroke.edit, stroke.layer);
        case Tool::Pin:
            return checkPin(stroke.pin);
        case Tool::Erase:
        case Tool::Unpin:
            return {};
    }
    return {};
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
    if (auto checked = checkCount(stroke); !checked) return checked;
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
