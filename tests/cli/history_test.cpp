#include "cli/run_cli.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

using namespace palpate::test;

namespace {

std::string codeOf(const DemoVault& demo) {
    return runCli({"client", "list", "--vault", demo.file, "--json"}).json().at("clients").at(0).at("code");
}

std::string textOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("the course of a client has what measuring each visit gives") {
    const DemoVault demo;
    const Ran ran = runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--json"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const Json course = ran.json();
    CHECK(course.at("layer") == "pain");
    CHECK(course.at("region").is_null());
    REQUIRE(course.at("visits").size() == demo.visits.size());
    for (std::size_t i = 0; i < demo.visits.size(); ++i) {
        const Json& visit = course.at("visits").at(i);
        CHECK(visit.at("visit") == demo.visits[i]);
        if (visit.at("record") != "painted") continue;
        const Json pain = demo.layers(demo.visits[i], course.at("author")).at("pain");
        CHECK(visit.at("worst") == pain.at("peak"));
        CHECK(visit.at("mean").get<double>() == doctest::Approx(pain.at("mean").get<double>()));
        CHECK(visit.at("extent_cm2").get<double>() == doctest::Approx(pain.at("extent_cm2").get<double>()));
        CHECK(visit.at("load_percent").get<double>() ==
              doctest::Approx(pain.at("load_percent").get<double>()));
    }
}

TEST_CASE("each rating of the course is set against the newest earlier one, with what such a change means") {
    const DemoVault demo;
    const auto rate = [&](std::size_t index, std::vector<std::string> words) {
        words.insert(words.begin(),
                     {"visit", "rate", "--vault", demo.file, "--visit", std::to_string(demo.visits[index])});
        REQUIRE(runCli(words).status == 0);
    };
    REQUIRE(demo.visits.size() >= 3);
    for (std::size_t i = 0; i < demo.visits.size(); ++i)
        rate(i, {"--clear", "pain-average"});
    rate(0, {"--pain-average", "7"});
    rate(2, {"--pain-average", "6"});  // nothing was asked between the two
    const Json visits =
        runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--json"}).json().at("visits");
    CHECK_FALSE(visits.at(0).at("rating_changes").contains("pain_average"));
    CHECK_FALSE(visits.at(1).at("rating_changes").contains("pain_average"));
    const Json& change = visits.at(2).at("rating_changes").at("pain_average");
    CHECK(change.at("points") == -1);
    CHECK(change.at("mark") == "slightly better");
    CHECK(change.at("since_visit") == visits.at(0).at("number"));
}

TEST_CASE("how far joints moved is part of the course, as numbers, as columns and on the picture") {
    const DemoVault demo;
    const auto rate = [&](std::size_t index, const std::string& motion) {
        REQUIRE(runCli({"visit", "rate", "--vault", demo.file, "--visit", std::to_string(demo.visits[index]),
                        "--rom", motion})
                    .status == 0);
    };
    rate(0, "neck_rotation:left=40");
    rate(2, "neck_rotation:left=60");
    const fs::path csv = demo.folder / "motion.csv", png = demo.folder / "motion.png";
    const std::vector<std::string> words{"history", "--vault",    demo.file,  "--client",     codeOf(demo),
                                         "--csv",   csv.string(), "--output", png.string(),   "--size",
                                         "960x540", "--json",     "--motion", "neck_rotation"};
    const Ran ran = runCli(words);
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const Json visits = ran.json().at("visits");
    CHECK(visits.at(0).at("range_of_motion").at("neck_rotation:left") == 40);
    CHECK(visits.at(1).at("range_of_motion").empty());
    CHECK(textOf(csv).find(",rom_neck_rotation_left\r\n") != std::string::npos);
    const std::string with = textOf(png);
    REQUIRE(runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--output", png.string(),
                    "--size", "960x540"})
                .status == 0);
    CHECK(textOf(png) != with);
    const Ran wrong =
        runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--motion", "neck_rotation:left"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("no movement of that name") != std::string::npos);
}

TEST_CASE("the course is written as a table and as a picture, for their owner only") {
    const DemoVault demo;
    const fs::path csv = demo.folder / "course.csv", png = demo.folder / "course.png";
    const Ran ran = runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--csv", csv.string(),
                            "--output", png.string(), "--size", "960x540"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(ran.out.find("Worst") != std::string::npos);
    const std::string text = textOf(csv);
    CHECK(text.find("client,visit,visit_id,at,author") == 0);
    CHECK(std::count(text.begin(), text.end(), '\n') == static_cast<long>(demo.visits.size()) + 1);
    CHECK(fs::file_size(png) > 5000);
    CHECK((fs::status(csv).permissions() & fs::perms::others_all) == fs::perms::none);
    CHECK((fs::status(png).permissions() & fs::perms::group_all) == fs::perms::none);
}

TEST_CASE("what is asked for and is not there is named") {
    const DemoVault demo;
    const Ran nobody = runCli({"history", "--vault", demo.file, "--client", "nobody"});
    CHECK(nobody.status == 1);
    CHECK(nobody.says({"nobody"}));
    const Ran nowhere =
        runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--region", "elsewhere"});
    CHECK(nowhere.status == 2);
    CHECK(nowhere.says({"elsewhere", "region"}));
    CHECK(runCli({"history", "--vault", demo.file}).status == 2);
    const Ran noFolder = runCli({"history", "--vault", demo.file, "--client", codeOf(demo), "--csv",
                                 (demo.folder / "no" / "course.csv").string()});
    CHECK(noFolder.status == 1);
}

TEST_CASE("a region's course says which region, and is within the body's") {
    const DemoVault demo;
    const std::string code = codeOf(demo);
    const Json often = runCli({"map", "frequency", "--vault", demo.file, "--client", code, "--json"}).json();
    const std::string region = often.at("regions").at(0).at("id");
    const Json whole = runCli({"history", "--vault", demo.file, "--client", code, "--json"}).json();
    const Json part =
        runCli({"history", "--vault", demo.file, "--client", code, "--region", region, "--json"}).json();
    CHECK(part.at("region") == region);
    double most = 0.0;
    for (std::size_t i = 0; i < demo.visits.size(); ++i) {
        const Json& there = part.at("visits").at(i).at("extent_cm2");
        if (there.is_null()) continue;
        most = std::max(most, there.get<double>());
        CHECK(there.get<double>() <= whole.at("visits").at(i).at("extent_cm2").get<double>() + 1e-9);
    }
    CHECK(most > 0.0);
}
