#include "document/demo_practice.h"

#include "analysis/measures.h"
#include "document/demo_course.h"
#include "document/demo_hand.h"
#include "document/map_store.h"
#include "map/stroke_rules.h"
#include "records/vault.h"
#include "support/practice_dump.h"
#include "support/standard_body.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using document::DemoOptions;
using map::LayerKind;
using test::TemporaryFolder;

namespace {

std::unique_ptr<records::Practice> makeAndOpen(const std::filesystem::path& vault, DemoOptions options) {
    const auto made = document::makeDemoPractice(vault, test::theBody(), options);
    REQUIRE_MESSAGE(made.has_value(), (made ? std::string() : made.error().message()));
    auto key = records::unlockDemo(vault);
    REQUIRE(key.has_value());
    auto opened = records::openVault(vault, std::move(*key));
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

// The default practice, made once.
const records::Practice& demo() {
    static const TemporaryFolder folder;
    static const auto practice = makeAndOpen(folder / "demo.palpate", {});
    return *practice;
}

std::vector<clinic::Client> demoClients() {
    return *demo().clients();
}

std::vector<clinic::Visit> demoVisits(core::ClientId client) {
    return *demo().visits(client);
}

std::vector<records::MapInfo> demoMaps(core::VisitId visit) {
    return *demo().maps(visit);
}

std::vector<clinic::Visit> visitsOf(const std::string& code) {
    return *demo().visits(demo().clientByCode(code)->id);
}

analysis::LayerMeasures measured(const clinic::Visit& visit, Author author, LayerKind layer) {
    const auto loaded = document::loadBodyMap(demo(), {visit.id, author, Moment::Before}, test::theBody());
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->has_value());
    return analysis::measure(test::theBody(), (*loaded)->map.layer(layer));
}

bool reaches(const analysis::LayerMeasures& measures, const std::string& region) {
    const auto index = test::theBody().atlas().find(region);
    REQUIRE(index.has_value());
    return std::any_of(measures.regions.begin(), measures.regions.end(),
                       [&](const auto& part) { return part.region == *index && part.extentCm2 > 1.0; });
}

}  // namespace

TEST_CASE("the demo practice is marked as one and holds three clients without names, eight visits each") {
    CHECK(demo().info().isDemo);
    CHECK(demo().damagedRecords().empty());
    const auto clients = *demo().clients();
    REQUIRE(clients.size() == 3);
    CHECK(clients[0].code == "C-0098");
    CHECK(clients[1].code == "C-0142");
    CHECK(clients[2].code == "C-0215");
    for (const clinic::Client& client : clients) {
        CHECK(client.name.empty());
        CHECK_FALSE(client.goals.empty());
        CHECK_FALSE(client.contraindications.empty());
        CHECK(client.figure == "neutral");
        CHECK(demo().visits(client.id)->size() == 8);
    }
}

TEST_CASE("demo visits lie about a fortnight apart, on working days, up to 2026-11-20") {
    for (const clinic::Client& client : demoClients()) {
        const auto visits = *demo().visits(client.id);
        CHECK(core::localDate(visits.back().at) == "2026-11-20");
        CHECK(core::toIso(visits.front().at).substr(19) == "+02:00");
        CHECK(core::toIso(visits.back().at).substr(19) == "+01:00");
        for (std::size_t i = 1; i < visits.size(); ++i) {
            const double days =
                static_cast<double>(visits[i].at.utcMilliseconds - visits[i - 1].at.utcMilliseconds) /
                86'400'000.0;
            CHECK(days > 10.0);
            CHECK(days < 18.0);
        }
        for (const clinic::Visit& visit : visits) {
            // 1970-01-01 was a Thursday.
            const auto weekday = (visit.at.utcMilliseconds / 86'400'000 + 4) % 7;
            CHECK(weekday >= 1);
            CHECK(weekday <= 5);
        }
    }
}

TEST_CASE("visits of all demo clients were made in the order of their times") {
    const auto visits = *demo().visits({});
    CHECK(visits.size() == 24);
    CHECK(std::is_sorted(visits.begin(), visits.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; }));
}

TEST_CASE(
    "every past demo visit has two finished maps and a note; today's has a client's map that was only "
    "begun") {
    for (const clinic::Client& client : demoClients()) {
        for (const clinic::Visit& visit : demoVisits(client.id)) {
            CAPTURE(client.code);
            CAPTURE(visit.number);
            const auto maps = *demo().maps(visit.id);
            const bool isToday = visit.number == 8;
            CHECK(visit.note.empty() == isToday);
            REQUIRE(maps.size() == (isToday ? 1 : 2));
            CHECK(maps[0].key.author == Author::Client);
            for (const records::MapInfo& info : maps) {
                CHECK(info.completed != isToday);
                CHECK(info.entries >= 1);
                CHECK(info.changed >= visit.at);
                CHECK(info.changed.utcMilliseconds < visit.at.utcMilliseconds + 90 * 60'000);
            }
        }
    }
}

TEST_CASE("the journal of every demo map replays to its snapshot, and clients paint pain only") {
    for (const clinic::Visit& visit : demoVisits({})) {
        for (const records::MapInfo& info : demoMaps(visit.id)) {
            CAPTURE(visit.id.value);
            const auto quick =
                document::loadBodyMap(demo(), info.key, test::theBody(), document::History::None);
            const auto replayed =
                document::loadBodyMap(demo(), info.key, test::theBody(), document::History::Keep);
            REQUIRE(quick->has_value());
            REQUIRE(replayed->has_value());
            CHECK((*quick)->map == (*replayed)->map);
            CHECK((*replayed)->done.size() == info.entries);
            const bool isClient = info.key.author == Author::Client;
            CHECK((*quick)->map.layer(LayerKind::Pain).isEmpty() != isClient);
            CHECK((*quick)->map.layer(LayerKind::Tension).isEmpty() == isClient);
            CHECK((*quick)->map.layer(LayerKind::Treated).isEmpty() == isClient);
            CHECK((*quick)->map.layer(LayerKind::Avoid).isEmpty() == isClient);
        }
    }
}

TEST_CASE("C-0142 has pain at the right side of the neck with a headache that goes away") {
    const auto visits = visitsOf("C-0142");
    const auto first = measured(visits[0], Author::Client, LayerKind::Pain);
    const auto late = measured(visits[6], Author::Client, LayerKind::Pain);
    CHECK(first.peak == 7.0);
    CHECK(late.peak == 3.0);
    CHECK(late.loadPercent < 0.5 * first.loadPercent);
    for (const char* region : {"upper_trap_R", "neck_back_R", "temple_ear_R", "back_of_head_R"})
        CHECK_MESSAGE(reaches(first, region), region);
    CHECK_FALSE(reaches(first, "upper_trap_L"));
    CHECK(first.wordsCm2.count("throbbing") == 1);
    CHECK(late.wordsCm2.count("throbbing") == 0);
    CHECK_FALSE(reaches(late, "temple_ear_R"));
    const auto found = measured(visits[0], Author::Therapist, LayerKind::Tension);
    CHECK(found.peak == 8.0);
    CHECK(reaches(found, "upper_trap_R"));
    CHECK(measured(visits[0], Author::Therapist, LayerKind::Treated).extentCm2 > 50.0);
    CHECK(reaches(measured(visits[0], Author::Therapist, LayerKind::Avoid), "throat"));
}

TEST_CASE("C-0098 has low back pain and a left leg that comes and goes") {
    const auto visits = visitsOf("C-0098");
    std::vector<double> extents;
    for (std::size_t i = 0; i < 7; ++i) {
        const auto pain = measured(visits[i], Author::Client, LayerKind::Pain);
        extents.push_back(pain.extentCm2);
        CHECK(reaches(pain, "lumbar_L"));
        CHECK_FALSE(reaches(pain, "ham_outer_R"));
        CHECK_FALSE(reaches(pain, "calf_outer_R"));
    }
    CHECK(extents[1] < extents[0]);
    CHECK(extents[2] > extents[1]);
    CHECK(extents[3] < extents[2]);
    CHECK(extents[4] > extents[3]);
    const auto worst = measured(visits[2], Author::Client, LayerKind::Pain);
    for (const char* region : {"piriformis_L", "ham_outer_L", "knee_back_L", "calf_outer_L", "forefoot_L"})
        CHECK_MESSAGE(reaches(worst, region), region);
    CHECK_FALSE(reaches(measured(visits[3], Author::Client, LayerKind::Pain), "forefoot_L"));
}

TEST_CASE("C-0215 has both knees and the right hip, the right knee worse") {
    const auto visits = visitsOf("C-0215");
    const auto first = measured(visits[0], Author::Client, LayerKind::Pain);
    for (const char* region : {"kneecap_L", "kneecap_R", "knee_inner_L", "knee_inner_R", "hip_outer_R"})
        CHECK_MESSAGE(reaches(first, region), region);
    CHECK_FALSE(reaches(first, "hip_outer_L"));
    double left = 0.0, right = 0.0;
    for (const auto& part : first.regions) {
        const std::string& id = test::theBody().atlas().region(part.region).id;
        if (id == "kneecap_L") left = part.peak;
        if (id == "kneecap_R") right = part.peak;
    }
    CHECK(left == 5.0);
    CHECK(right == 7.0);
}

TEST_CASE("today's map of every demo client holds something, and less than the map before it") {
    for (const clinic::Client& client : demoClients()) {
        const auto visits = *demo().visits(client.id);
        const auto today = measured(visits[7], Author::Client, LayerKind::Pain);
        CHECK(today.extentCm2 > 10.0);
        CHECK(today.places.size() == 1);
        CHECK(measured(visits[6], Author::Client, LayerKind::Pain).places.size() > 1);
    }
}

TEST_CASE("the same seed gives the same demo practice and another seed another") {
    const TemporaryFolder folder;
    const std::string first = test::dumpPractice(*makeAndOpen(folder / "a.palpate", {7, 4, 3}));
    const std::string same = test::dumpPractice(*makeAndOpen(folder / "b.palpate", {7, 4, 3}));
    const std::string other = test::dumpPractice(*makeAndOpen(folder / "c.palpate", {8, 4, 3}));
    CHECK(first == same);
    CHECK(first != other);
}

TEST_CASE(
    "a larger demo practice has clients of its own with codes of their own, and keeps the first three") {
    const TemporaryFolder folder;
    const auto practice = makeAndOpen(folder / "large.palpate", {1, 14, 2});
    const auto clients = *practice->clients();
    REQUIRE(clients.size() == 14);
    std::set<std::string> goals;
    for (const clinic::Client& client : clients) {
        goals.insert(client.goals);
        CHECK(client.name.empty());
        const auto visits = *practice->visits(client.id);
        REQUIRE(visits.size() == 2);
        CHECK((*practice->loadMap({visits[0].id, Author::Client, Moment::Before}))->info.completed);
    }
    CHECK(goals.size() >= 5);
    const auto small = makeAndOpen(folder / "small.palpate", {1, 3, 2});
    for (const char* code : {"C-0098", "C-0142", "C-0215"}) {
        const auto inLarge = practice->visits(practice->clientByCode(code)->id)->front();
        const auto inSmall = small->visits(small->clientByCode(code)->id)->front();
        CHECK(test::dumpMap(*practice, {inLarge.id, Author::Client, Moment::Before}) ==
              test::dumpMap(*small, {inSmall.id, Author::Client, Moment::Before}));
    }
}

TEST_CASE("one visit each is enough: it is today's") {
    const TemporaryFolder folder;
    const auto practice = makeAndOpen(folder / "p.palpate", {1, 1, 1});
    const auto visits = *practice->visits({});
    REQUIRE(visits.size() == 1);
    CHECK(core::localDate(visits[0].at) == "2026-11-20");
}

TEST_CASE("a demo practice may end on any day, and the visits before it stay on working days") {
    const TemporaryFolder folder;
    DemoOptions options{1, 1, 6};
    options.lastDay = std::chrono::sys_days{std::chrono::year{2027} / 3 / 7};  // a Sunday
    const auto practice = makeAndOpen(folder / "p.palpate", options);
    const auto visits = *practice->visits({});
    REQUIRE(visits.size() == 6);
    CHECK(core::localDate(visits.back().at) == "2027-03-07");
    for (std::size_t i = 0; i + 1 < visits.size(); ++i) {
        const std::int64_t day =
            (visits[i].at.utcMilliseconds + visits[i].at.offsetMinutes * 60'000LL) / 86'400'000;
        const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day}}};
        CHECK(weekday.iso_encoding() <= 5);
    }
}

TEST_CASE("a demo practice of no or too many clients or visits is refused, and so is a name that is taken") {
    const TemporaryFolder folder;
    for (const DemoOptions& options : {DemoOptions{1, 0, 8}, DemoOptions{1, 5001, 8}, DemoOptions{1, 3, 0},
                                       DemoOptions{1, 3, 501}, DemoOptions{1, -1, -1}}) {
        const auto made = document::makeDemoPractice(folder / "p.palpate", test::theBody(), options);
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().kind == core::Error::Kind::Usage);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
    REQUIRE(document::makeDemoPractice(folder / "p.palpate", test::theBody(), {1, 1, 1}).has_value());
    const auto again = document::makeDemoPractice(folder / "p.palpate", test::theBody(), {2, 1, 1});
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().what.find("already") != std::string::npos);
}

TEST_CASE("every mark of every demo course can be painted on the standard body at each of its levels") {
    const document::DemoHand hand(test::theBody());
    core::Random random(5);
    auto courses = document::featuredCourses();
    for (int i = 0; i < 200; ++i)
        courses.push_back(document::inventedCourse(random));
    for (const document::DemoCourse& course : courses) {
        CHECK(course.marks.front().layer == LayerKind::Pain);
        CHECK(document::levelAt(course.marks.front(), 7, 8) >= 1);
        for (const document::DemoMark& mark : course.marks) {
            for (const int level : mark.levels) {
                CAPTURE(mark.path.front());
                CAPTURE(level);
                REQUIRE(level >= 0);
                REQUIRE(level <= map::highestLevel(mark.layer));
                if (level == 0) continue;
                const auto stroke = hand.stroke(mark, level, random);
                REQUIRE(stroke.has_value());
                CHECK(map::validate(*stroke, test::theBody()).has_value());
            }
        }
    }
}

TEST_CASE("a demo course turned to the other side names the other side in its texts too") {
    core::Random random(6);
    int lefts = 0, rights = 0;
    for (int i = 0; i < 300; ++i) {
        const auto course = document::inventedCourse(random);
        const bool veinsLeft = course.contraindications.find("veins on the left calf") != std::string::npos;
        const bool veinsRight = course.contraindications.find("veins on the right calf") != std::string::npos;
        if (!veinsLeft && !veinsRight) continue;
        (veinsLeft ? lefts : rights)++;
        CHECK(course.marks.back().path.front() == (veinsLeft ? "calf_inner_L" : "calf_inner_R"));
    }
    CHECK(lefts > 0);
    CHECK(rights > 0);
}

TEST_CASE("a mark's level goes evenly from the first visit to the last whatever their number") {
    document::DemoMark mark;
    mark.levels = {8, 2};
    CHECK(document::levelAt(mark, 0, 7) == 8);
    CHECK(document::levelAt(mark, 3, 7) == 5);
    CHECK(document::levelAt(mark, 6, 7) == 2);
    CHECK(document::levelAt(mark, 0, 1) == 2);
    mark.levels = {7, 7, 6, 5, 6, 4, 3, 2};
    for (int visit = 0; visit < 8; ++visit)
        CHECK(document::levelAt(mark, visit, 8) == mark.levels[static_cast<std::size_t>(visit)]);
}
