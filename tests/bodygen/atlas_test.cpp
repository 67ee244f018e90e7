#include "bodygen/atlas_file.h"
#include "bodygen/atlas_labels.h"
#include "bodygen/atlas_overlay_file.h"
#include "core/atomic_file.h"
#include "neutral_field.h"

#include <unistd.h>
#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <set>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

// The committed body, labelled by the committed tables; made once for all cases.
struct Labelled {
    StandardBody body;
    AtlasTable table;
    OverlayTables overlays;
    RegionLabels regions;
    std::vector<std::uint16_t> dermatomes;
};

Labelled label() {
    auto body = loadStandardBody(kModels);
    REQUIRE_MESSAGE(body, (body ? std::string() : body.error().message()));
    auto table = readAtlasTable(kModels / "atlas");
    REQUIRE_MESSAGE(table, (table ? std::string() : table.error().message()));
    auto overlays = readOverlayTables(kModels / "atlas", table->regions);
    REQUIRE_MESSAGE(overlays, (overlays ? std::string() : overlays.error().message()));
    RegionLabels regions = labelRegions(*body, *table);
    auto dermatomes = labelPartition(*body, regions, overlays->dermatomes, true);
    return {std::move(*body), std::move(*table), std::move(*overlays), std::move(regions),
            std::move(dermatomes)};
}

const Labelled& labelled() {
    static const Labelled made = label();
    return made;
}

std::uint32_t vertexNear(const Vec3& place) {
    double best = std::numeric_limits<double>::infinity();
    std::uint32_t nearest = 0;
    for (std::uint32_t v = 0; v < labelled().body.model.points.size(); ++v) {
        const double away = glm::distance(Vec3(labelled().body.model.points[v]), place);
        if (away < best) std::tie(best, nearest) = std::tuple(away, v);
    }
    return nearest;
}

// The left vertex nearest to a point of a chart; `vScale` makes a step in v comparable to one in u.
std::uint32_t vertexAt(AtlasChart chart, ChartPoint wanted, double vScale) {
    double best = std::numeric_limits<double>::infinity();
    std::uint32_t nearest = 0;
    const StandardBody& body = labelled().body;
    for (std::uint32_t v = 0; v < body.points.size(); ++v) {
        if (body.points[v].side < 0) continue;
        const auto place = atlasSite(body.points[v], body.field.shape())[static_cast<std::size_t>(chart)];
        if (!place) continue;
        const double away = std::hypot(place->u - wanted.u, (place->v - wanted.v) * vScale);
        if (away < best) std::tie(best, nearest) = std::tuple(away, v);
    }
    CHECK(best < 0.05);
    return nearest;
}

// The n-th point of a landmark.
Vec3 landmark(const std::string& name, int n) {
    static const std::vector<NamedPoint> points = namedPoints(neutralField());
    for (const NamedPoint& point : points)
        if (point.name == name && n-- == 0) return point.position;
    FAIL("no landmark " << name);
    return Vec3(0.0);
}

std::set<std::string> regionsWithin(const Vec3& place, double reach) {
    std::set<std::string> bases;
    const Labelled& all = labelled();
    for (std::uint32_t v = 0; v < all.body.model.points.size(); ++v)
        if (all.body.points[v].side >= 0 && glm::distance(Vec3(all.body.model.points[v]), place) < reach)
            bases.insert(all.regions.regions[all.regions.regionOfPoint[v]].base);
    return bases;
}

std::string dermatomeAt(std::uint32_t vertex) {
    const auto areas = overlayAreas(labelled().overlays.dermatomes);
    return labelled().overlays.dermatomes.rows[areas[labelled().dermatomes[vertex]].row].id;
}

// A folder with a copy of the atlas tables in which one file ends with one more line.
class MendedTables {
public:
    MendedTables(const char* file, const std::string& line)
        : m_path(std::filesystem::temp_directory_path() / ("palpate-atlas-" + std::to_string(::getpid()))) {
        std::filesystem::copy(kModels / "atlas", m_path, std::filesystem::copy_options::recursive);
        std::ofstream(m_path / file, std::ios::app) << line << "\n";
    }
    MendedTables(const MendedTables&) = delete;
    MendedTables& operator=(const MendedTables&) = delete;
    ~MendedTables() { std::filesystem::remove_all(m_path); }

    [[nodiscard]] std::string complaint() const {
        const auto table = readAtlasTable(m_path);
        if (!table) return table.error().message();
        const auto overlays = readOverlayTables(m_path, table->regions);
        return overlays ? "none" : overlays.error().message();
    }

private:
    std::filesystem::path m_path;
};

}  // namespace

TEST_CASE("the committed labels are those the committed tables give to the committed body") {
    const Labelled& all = labelled();
    const std::string topology = topologyId(all.body.model);
    const auto atlas = core::readTextFile(kModels / "standard_body.atlas.json");
    const auto labels = core::readTextFile(kModels / "standard_body.labels.json");
    REQUIRE(atlas);
    REQUIRE(labels);
    // Not compared by CHECK itself, which would print both.
    const bool sameAtlas = *atlas == atlasJson(all.regions, topology);
    const bool sameLabels = *labels == overlaysJson(all.body, all.regions, all.overlays, topology);
    CHECK_MESSAGE(sameAtlas, "run palpate-bodygen --atlas --output models");
    CHECK_MESSAGE(sameLabels, "run palpate-bodygen --atlas --output models");
}

TEST_CASE("65 regions have two sides and 11 lie across the midline: 141 in all") {
    const auto& rows = labelled().table.regions;
    CHECK(std::count_if(rows.begin(), rows.end(), [](const RegionRow& row) { return row.paired; }) == 65);
    CHECK(rows.size() == 76);
    CHECK(labelled().regions.regions.size() == 141);
}

TEST_CASE("polygons decide nearly everywhere: filling and smoothing touch few points") {
    const auto half = static_cast<double>(labelled().body.points.size()) / 2.0;
    CHECK(static_cast<double>(labelled().regions.filled) < 0.02 * half);
    CHECK(static_cast<double>(labelled().regions.smoothed) < 0.06 * half);
    CHECK(static_cast<double>(labelled().regions.moved) < 0.01 * half);
}

TEST_CASE("landmarks lie in their region, and landmarks of a border between the two that share it") {
    struct Row {
        std::string landmark;
        int n;
        double reach;  // metres
        std::vector<std::string> regions;
    };
    const std::vector<Row> rows = {
        {"c7", 0, 0.015, {"neck_back", "spine_thoracic"}},
        {"asis", 0, 0.015, {"groin", "abdomen_lower"}},
        {"psis_dimple", 0, 0.006, {"si_joint"}},
        {"iliac_crest_post", 2, 0.020, {"glute_upper", "flank"}},
        {"jugular_notch", 0, 0.015, {"throat", "sternum"}},
        {"navel", 0, 0.006, {"abdomen_mid"}},
        {"inguinal", 1, 0.015, {"groin", "abdomen_lower"}},
        {"supraclav_fossa", 1, 0.006, {"neck_side"}},
        {"clavicle", 2, 0.012, {"chest_upper"}},
        {"larynx", 0, 0.008, {"throat"}},
        {"scm_up", 1, 0.008, {"scm"}},
        {"scapula_medial_border", 2, 0.012, {"scapula", "interscapular"}},
        {"scapula_spine", 1, 0.012, {"scapula", "scapula_top"}},
        {"gluteal_fold", 2, 0.015, {"sit_bone"}},
        {"trochanter", 0, 0.008, {"hip_outer"}},
        {"deltoid_mid", 1, 0.008, {"delt_side"}},
        {"olecranon", 0, 0.008, {"elbow_outer"}},
        {"epicondyle_med", 0, 0.008, {"elbow_inner"}},
        {"cubital_fossa", 0, 0.012, {"elbow_inner", "elbow_outer"}},
        {"ulnar_head", 0, 0.008, {"wrist"}},
        {"radial_styloid", 0, 0.008, {"wrist"}},
        {"thenar", 0, 0.006, {"thumb"}},
        {"hypothenar", 0, 0.006, {"palm"}},
        {"knuckle3", 0, 0.010, {"fingers", "hand_back"}},
        {"it_band", 1, 0.008, {"thigh_outer"}},
        {"hamstring_groove", 1, 0.012, {"ham_outer", "ham_inner"}},
        {"patella", 0, 0.008, {"kneecap"}},
        {"popliteal", 0, 0.008, {"knee_back"}},
        {"tib_tuberosity", 0, 0.015, {"kneecap", "shin"}},
        {"gastroc_cleft", 1, 0.012, {"calf_inner", "calf_outer"}},
        {"achilles", 2, 0.008, {"achilles"}},
        {"malleolus_lat", 1, 0.008, {"ankle_outer"}},
        {"malleolus_med", 1, 0.008, {"ankle_inner"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.landmark);
        const auto around = regionsWithin(landmark(row.landmark, row.n), row.reach);
        for (const std::string& region : row.regions) {
            CAPTURE(region);
            CHECK(around.contains(region));
        }
    }
}

TEST_CASE("key sensory points lie in their dermatome") {
    struct Row {
        std::string level;
        AtlasChart chart;
        double u, v, vScale;
    };
    // ISNCSCI key sensory points (2008); degrees and millimetres of v scaled to the unit of u.
    const std::vector<Row> rows = {
        {"C3", AtlasChart::Front, .50, .94, 1},      {"C4", AtlasChart::Front, .92, .921, 1},
        {"C5", AtlasChart::Arm, 1.0, 30, .005},      {"C6", AtlasChart::HandBack, .58, .60, 1},
        {"C7", AtlasChart::HandBack, 1.16, .085, 1}, {"C8", AtlasChart::HandBack, .98, -.325, 1},
        {"T1", AtlasChart::Arm, 1.0, -60, .005},     {"T2", AtlasChart::Arm, .22, -90, .005},
        {"T3", AtlasChart::Front, .35, .745, 1},     {"T4", AtlasChart::Front, .60, .675, 1},
        {"T5", AtlasChart::Front, .40, .63, 1},      {"T6", AtlasChart::Front, .02, .585, 1},
        {"T8", AtlasChart::Front, .02, .46, 1},      {"T10", AtlasChart::Front, .02, .335, 1},
        {"T12", AtlasChart::Front, .52, .12, 1},     {"L1", AtlasChart::Front, .55, -.065, 1},
        {"L2", AtlasChart::Leg, .47, -35, .005},     {"L3", AtlasChart::Leg, .97, -95, .005},
        {"L4", AtlasChart::Leg, 1.92, -82, .005},    {"S1", AtlasChart::FootOuter, .10, 30, .001},
        {"S2", AtlasChart::Leg, .99, 181, .005},     {"S3", AtlasChart::Back, .40, -.14, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.level);
        CHECK(dermatomeAt(vertexAt(row.chart, {row.u, row.v}, row.vScale)) == row.level);
    }
    // Beside the occipital protuberance, where the trapezius begins.
    CHECK(dermatomeAt(vertexNear(landmark("trapezius_upper", 0))) == "C2");
    const std::string perianal = dermatomeAt(vertexAt(AtlasChart::Back, {.05, -.06}, 1));
    CHECK((perianal == "S4" || perianal == "S5"));
    // The joint of the third toe lies beneath the back of the foot.
    CHECK(dermatomeAt(vertexNear(landmark("joint toe3-1", 0) + Vec3(0.0, 0.02, 0.0))) == "L5");
}

TEST_CASE("muscles that touch share their border: no gap and no overlap between them") {
    const OverlayTable& table = labelled().overlays.muscles;
    const auto areas = overlayAreas(table);
    const auto weights = muscleWeights(labelled().body, labelled().regions, table);
    const auto dense = [&](const std::string& id) {
        std::vector<int> levels(labelled().body.points.size(), 0);
        for (std::size_t a = 0; a < areas.size(); ++a)
            if (areas[a].id == id + "_L")
                for (const PointWeight& w : weights[a])
                    levels[w.point] = w.level;
        return levels;
    };
    const std::vector<std::pair<std::string, std::string>> pairs = {
        {"trapezius_middle", "trapezius_lower"},
        {"rhomboid_minor", "rhomboid_major"},
        {"pectoralis_major_clavicular", "pectoralis_major_sternocostal"},
        {"deltoid_anterior", "deltoid_middle"},
        {"deltoid_middle", "deltoid_posterior"},
        {"triceps_long", "triceps_lateral"},
        {"flexor_carpi_radialis", "palmaris_longus"},
        {"palmaris_longus", "flexor_digitorum_superficialis"},
        {"extensor_digitorum", "extensor_digiti_minimi"},
        {"rectus_femoris", "vastus_lateralis"},
        {"rectus_femoris", "vastus_medialis"},
        {"biceps_femoris", "semitendinosus"},
        {"gastrocnemius_medial", "gastrocnemius_lateral"},
        {"gastrocnemius_medial", "soleus"},
        {"tibialis_anterior", "extensor_digitorum_longus"},
    };
    for (const auto& pair : pairs) {
        const std::string &one = pair.first, &other = pair.second;
        const auto a = dense(one), b = dense(other);
        int shared = 0, whole = 0;
        for (std::size_t v = 0; v < a.size(); ++v) {
            if (a[v] == 0 || b[v] == 0) continue;
            ++shared;
            whole += std::abs(a[v] + b[v] - kWeightLevels) <= 2 ? 1 : 0;
        }
        CAPTURE(one);
        CAPTURE(other);
        CHECK(shared >= 15);
        CHECK(whole >= 0.7 * shared);  // strips narrower than two rims never reach the full weight
    }
}

TEST_CASE("a wrong line of an atlas table is an error with its file and its reason") {
    const std::vector<std::tuple<const char*, std::string, const char*>> cases = {
        {"borders.txt", "nowhere back 0,0 1,0 1,1", "no region \"nowhere\""},
        {"borders.txt", "lat nowhere 0,0 1,0 1,1", "no chart \"nowhere\""},
        {"regions.txt", "paired lat \"Lat\" \"Lat\"", "used twice"},
        {"muscles.txt", "paired soleus \"Again\" \"Again\"", "used twice"},
        {"muscles.txt", "paired lonely \"Lonely\" \"Lonely\"", "\"lonely\" has no skin"},
        {"muscle_borders.txt", "take nobody *", "no area \"nobody\""},
        {"muscle_borders.txt", "take soleus shin,nowhere", "no region \"nowhere\""},
        {"muscle_borders.txt", "take soleus * nowhere", "no chart \"nowhere\""},
        {"muscle_borders.txt", "take soleus * leg 0,0 1,0", "three or more points"},
        {"muscle_borders.txt", "take soleus * leg 0,0 1,0 1,1 x", "three or more points"},
        {"dermatomes.txt", "verified C9 \"x\"", "no area \"C9\""},
        {"instruments/choir.txt", "codes palm 1", "too little of \"palm\""},
        {"instruments/choir.txt", "recode female 1", "Not a recoding"},
        {"instruments/lund_browder.txt", "percent neck_front much", "too little of \"neck_front\""},
        {"instruments/michigan.txt", "draw neck", "no line \"draw\""},
    };
    for (const auto& entry : cases) {
        const std::string& line = std::get<1>(entry);
        const std::string complaint = MendedTables(std::get<0>(entry), line).complaint();
        CAPTURE(line);
        INFO(complaint);
        CHECK(complaint.find(std::get<2>(entry)) != std::string::npos);
    }
}
