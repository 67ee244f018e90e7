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
