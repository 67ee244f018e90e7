#include "body/atlas_labels.h"
#include "support/text_checks.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace palpate;
using body::AtlasLabels;
using Json = nlohmann::json;

namespace {

constexpr const char* kLabelledTopology = "0123456789abcdef";

Json area(const char* id, const char* base, const char* side, const Json& mirror) {
    return {{"id", id}, {"base", base}, {"side", side}, {"name", id}, {"clinical", ""}, {"mirror", mirror}};
}

Json withKey(Json object, const char* key, const Json& value) {
    object[key] = value;
    return object;
}

Json table(const char* id) {
    return {{"id", id}, {"name", "Name"}, {"source", "Source"}, {"rule", "Rule"}};
}

// Seven vertices, one muscle a side, two dermatomes, one instrument with a code of another edition.
Json validLabels() {
    Json muscles = table("muscles"), dermatomes = table("dermatomes"), form = table("form");
    muscles["levels"] = 4;
    muscles["areas"] = {withKey(area("m_L", "m", "left", "m_R"), "weights", "1 2 4 0 1 2"),
                        withKey(area("m_R", "m", "right", "m_L"), "weights", "5 2 1")};
    dermatomes["areas"] = {area("C5_L", "C5", "left", "C5_R"), area("C5_R", "C5", "right", "C5_L")};
    for (Json& one : dermatomes["areas"]) {
        one["certainty"] = one["id"] == "C5_L" ? "verified" : "interpolated";
        one["sources"] = "A key point";
    }
    dermatomes["labels"] = "0 4 1 3";
    form["areas"] = {withKey(area("neck", "neck", "middle", nullptr), "code", "12"),
                     withKey(area("hand", "hand", "middle", nullptr), "percent", 2.5)};
    form["labels"] = "-1 2 0 4 1 1";
    form["recodings"] = {{{"edition", "female"}, {"from", "7"}, {"to", "12"}}};
    return {{"format", 1},
            {"topology_id", kLabelledTopology},
            {"atlas_id", "fedcba9876543210"},
            {"vertices", 7},
            {"muscles", muscles},
            {"dermatomes", dermatomes},
            {"instruments", {form}}};
}

std::string complaintAboutLabels(const Json& file) {
    const auto labels = AtlasLabels::parse(file.dump(), kLabelledTopology, 7);
    return labels ? std::string("none") : labels.error().message();
}

}  // namespace

TEST_CASE("a labels file gives muscles their weights, vertices their dermatome and instruments their areas") {
    const auto labels = AtlasLabels::parse(validLabels().dump(), kLabelledTopology, 7);
    REQUIRE_MESSAGE(labels.has_value(), (labels ? "" : labels.error().message()));
    REQUIRE(labels->muscles().size() == 2);
    const auto& weights = labels->muscles()[0].weights;
    REQUIRE(weights.size() == 3);
    CHECK(weights[0].vertex == 1);
    CHECK(weights[1].vertex == 2);
    CHECK(weights[1].weight == 1.0F);
    CHECK(weights[2].vertex == 3);
    CHECK(weights[2].weight == 0.5F);
    CHECK(labels->muscles()[0].names.mirror == body::RegionIndex{1});
    CHECK(labels->dermatomeOfVertices()[3] == 0);
    CHECK(labels->dermatomeOfVertices()[4] == 1);
    CHECK(labels->dermatomes()[0].verified);
    CHECK_FALSE(labels->dermatomes()[1].verified);
    const body::Instrument* form = labels->findInstrument("form");
    REQUIRE(form != nullptr);
    CHECK(labels->findInstrument("other") == nullptr);
    CHECK(form->texts.rule == "Rule");
    CHECK(form->areaOfVertex[1] == body::kNoArea);
    CHECK(form->areaOfVertex[2] == 0);
    CHECK(form->areaOfVertex[6] == 1);
    CHECK(form->areas[1].percent == 2.5);
    CHECK_FALSE(form->areas[0].percent.has_value());
}

TEST_CASE("codes of another edition of a form find the area they mean") {
    const auto labels = AtlasLabels::parse(validLabels().dump(), kLabelledTopology, 7);
    REQUIRE(labels.has_value());
    const body::Instrument& form = labels->instruments()[0];
    CHECK(form.areaByCode("12") == std::uint16_t{0});
    CHECK_FALSE(form.areaByCode("7").has_value());
    CHECK(form.areaByCode("7", "female") == std::uint16_t{0});
    CHECK(form.areaByCode("12", "female") == std::uint16_t{0});
    CHECK_FALSE(form.areaByCode("").has_value());
}

TEST_CASE("labels of another body or a later format say so") {
    Json file = validLabels();
    file["topology_id"] = "ffffffffffffffff";
    CHECK(test::contains(complaintAboutLabels(file), "made for the body ffffffffffffffff"));
    file = validLabels();
    file["vertices"] = 8;
    CHECK(test::contains(complaintAboutLabels(file), "8 vertices, but the body has 7"));
    file = validLabels();
    file["format"] = 2;
    CHECK(test::contains(complaintAboutLabels(file), "format 2"));
}

TEST_CASE("wrong runs of labels and weights are refused by name") {
    for (const char* runs : {"0 4 1 4", "0 4 2 3", "0 4 -2 3", "0 0 1 7", "0 7 1", "0 4 x 3", "0 -7"}) {
        Json file = validLabels();
        file["dermatomes"]["labels"] = runs;
        CAPTURE(runs);
        CHECK(test::contains(complaintAboutLabels(file), "wrong run of labels for dermatomes"));
    }
    for (const char* runs : {"", "6 2 4", "0 1 5", "0 1 0", "-1 1 1", "0 0 1", "0 1", "0 1 1 !", "8 1 1"}) {
        Json file = validLabels();
        file["muscles"]["areas"][1]["weights"] = runs;
        CAPTURE(runs);
        CHECK(test::contains(complaintAboutLabels(file), "wrong run of labels for m_R"));
    }
    Json file = validLabels();
    file["instruments"][0]["labels"] = "0 6";
    CHECK(test::contains(complaintAboutLabels(file), "only 6 of 7"));
    file = validLabels();
    file["dermatomes"]["labels"] = "0 4 -1 3";
    CHECK(test::contains(complaintAboutLabels(file), "without a dermatome"));
}

TEST_CASE("labels with missing keys, names used twice or lost partners are refused") {
    for (const char* key : {"format", "topology_id", "vertices", "muscles", "dermatomes", "instruments"}) {
        Json file = validLabels();
        file.erase(key);
        CHECK(test::contains(complaintAboutLabels(file), key));
    }
    Json file = validLabels();
    file["instruments"][0]["areas"][1]["id"] = "neck";
    CHECK(test::contains(complaintAboutLabels(file), "\"neck\" twice"));
    file = validLabels();
    file["muscles"]["areas"][0]["mirror"] = "nobody";
    CHECK(test::contains(complaintAboutLabels(file), "unknown partner \"nobody\""));
    for (const char* text : {"", "{", "[]", "null", "7"})
        CHECK(test::contains(AtlasLabels::parse(text, kLabelledTopology, 7).error().message(),
                             "does not label a body"));
}
