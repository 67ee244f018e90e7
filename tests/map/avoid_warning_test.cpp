#include "map/avoid_warning.h"

#include "map/paint_support.h"

#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::map;

namespace {

// A sheet with two areas to avoid, at x = -0.1 and x = 0.1.
struct Sheet {
    std::shared_ptr<const body::BodyModel> body = bodyOf(test::makePlane(0.8F, 120));
    BodyMap map = bareMap(*body);

    Sheet() {
        avoid(-0.1F, "recent surgery");
        avoid(0.1F, "bruise");
    }
    Stroke stroke(LayerKind layer, float x) const {
        Stroke stroke = strokeOn(*body, {skinAt(*body, {x, 0.0F, 0.0F})});
        stroke.layer = layer;
        stroke.level = 1;
        return stroke;
    }
    void avoid(float x, const std::string& reason) {
        Stroke made = stroke(LayerKind::Avoid, x);
        made.place.reason = reason;
        paint(*body, map, made);
    }
};

}  // namespace

TEST_CASE("treating over avoid is told with the reasons, before and after, and treating beside it is not") {
    Sheet sheet;
    const auto warn = [&](const Stroke& stroke) {
        const AvoidedSkin before = wouldTreatOverAvoid(*sheet.body, sheet.map, stroke);
        BodyMap map = sheet.map;
        const AvoidedSkin after = treatedOverAvoid(map, paint(*sheet.body, map, stroke));
        CHECK(before.places == after.places);
        CHECK(before.reasons == after.reasons);
        return after;
    };
    const BodyMap untouched = sheet.map;
    CHECK(warn(sheet.stroke(LayerKind::Treated, 0.3F)).isEmpty());
    CHECK(warn(sheet.stroke(LayerKind::Treated, 0.0F)).isEmpty());
    CHECK(warn(sheet.stroke(LayerKind::Pain, 0.1F)).isEmpty());
    CHECK(warn(sheet.stroke(LayerKind::Treated, 0.1F)).reasons == std::vector<std::string>{"bruise"});
    Stroke both = sheet.stroke(LayerKind::Treated, -0.1F);
    both.points.push_back(skinAt(*sheet.body, {0.1F, 0.0F, 0.0F}));
    const AvoidedSkin avoided = warn(both);
    CHECK(avoided.places == std::vector<PlaceNumber>{1, 2});
    CHECK(avoidWarning(avoided) == "This was painted as treated on skin to avoid: bruise; recent surgery.");
    CHECK(sheet.map == untouched);
}

TEST_CASE("erasing, softening and editing treatment on skin to avoid is nothing to warn about") {
    Sheet sheet;
    paint(*sheet.body, sheet.map, sheet.stroke(LayerKind::Treated, 0.1F));
    for (const Tool tool : {Tool::Erase, Tool::Soften, Tool::Edit}) {
        Stroke stroke = sheet.stroke(LayerKind::Treated, 0.1F);
        stroke.tool = tool;
        stroke.edit.level = 5;
        CHECK(wouldTreatOverAvoid(*sheet.body, sheet.map, stroke).isEmpty());
        BodyMap map = sheet.map;
        CHECK(treatedOverAvoid(map, paint(*sheet.body, map, stroke)).isEmpty());
    }
}

TEST_CASE("an avoid place without a reason is warned about all the same, and no place is no warning") {
    Sheet sheet;
    sheet.avoid(0.3F, "");
    const AvoidedSkin avoided =
        wouldTreatOverAvoid(*sheet.body, sheet.map, sheet.stroke(LayerKind::Treated, 0.3F));
    CHECK(avoided.places.size() == 1);
    CHECK(avoided.reasons.empty());
    CHECK(avoidWarning(avoided) == "This was painted as treated on skin to avoid.");
    CHECK(avoidWarning({}).empty());
}
