#include "cli/fresh_map.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace palpate::test;

TEST_CASE("comparing gives every measure, and a map compared with itself is the same") {
    const DemoVault demo;
    const std::string visit = std::to_string(demo.first());
    const Ran ran =
        runCli({"map", "compare", "--vault", demo.file, "--from", visit, "--to", visit, "--json"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const Json same = ran.json();
    checkKeys(same, {"layer",    "jaccard", "dice",         "weighted_jaccard", "extent_cm2",
                     "mean",     "peak",    "load_percent", "area_cm2",         "clear_change",
                     "why",      "regions", "clusters",     "left_right_ratio", "front_back_ratio",
                     "words",    "depths",  "muscles",      "dermatomes",       "limits",
                     "direction"});
    for (const char* list : {"regions", "muscles", "dermatomes"}) {
        REQUIRE_FALSE(same.at(list).empty());
        for (const Json& one : same.at(list)) {
            checkKeys(one, {"id", "name", "extent_cm2", "mean", "peak", "load_percent"});
            CHECK(one.at("extent_cm2").at("change") == 0.0);
        }
    }
    CHECK(same.at("clusters").at("change") == 0.0);
    CHECK(same.at("limits").at("text").get<std::string>().find("Salaffi 2004") != std::string::npos);
    for (const char* key : {"extent_cm2", "mean", "peak", "load_percent"})
        checkKeys(same.at(key), {"from", "to", "change"});
    checkKeys(same.at("area_cm2"), {"new", "resolved", "better", "worse", "unchanged"});
    CHECK(same.at("layer") == "pain");
    CHECK(same.at("jaccard") == 1.0);
    CHECK(same.at("clear_change") == false);
    CHECK(same.at("area_cm2").at("unchanged") == same.at("extent_cm2").at("from"));
}

TEST_CASE("what was painted anew is new, and what was erased is resolved") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const std::string visit = std::to_string(demo.first());
    REQUIRE(call({"map", "complete"}, {"--vault", demo.file, "--visit", std::to_string(demo.last()),
                                       "--author", "therapist", "--moment", "after"})
                .status == 0);
    const auto compare = [&](const std::string& from, const std::string& to) {
        return runCli({"map", "compare", "--vault", demo.file, "--from", from + ":therapist:after", "--to",
                       to + ":therapist:after", "--json"})
            .json();
    };
    const Json there = compare(visit, std::to_string(demo.last()));
    const Json back = compare(std::to_string(demo.last()), visit);
    CHECK(there.at("jaccard") == 0.0);
    CHECK(there.at("area_cm2").at("resolved") == there.at("extent_cm2").at("from"));
    CHECK(there.at("area_cm2").at("new") == 0.0);
    CHECK(back.at("area_cm2").at("new") == there.at("area_cm2").at("resolved"));
    CHECK(there.at("peak").at("change") == -7.0);
    // Nobody painted the later map, which says nothing about the body: only a client can finish one so.
    CHECK(there.at("recorded").at("from") == true);
    CHECK(there.at("recorded").at("to") == false);
    CHECK(there.at("clear_change").is_null());
    CHECK(there.at("why").get<std::string>().find("not recorded on the later map") != std::string::npos);
    REQUIRE(there.at("regions").size() == 1);
    CHECK(there.at("regions").at(0).at("id") == "upper_trap_L");
}

TEST_CASE("visits of two clients are not compared") {
    const DemoVault demo;
    const Json visits = runCli({"visit", "list", "--vault", demo.file, "--json"}).json().at("visits");
    std::string other;
    for (const Json& visit : visits) {
        const int id = visit.at("id");
        if (std::find(demo.visits.begin(), demo.visits.end(), id) == demo.visits.end())
            other = std::to_string(id);
    }
    REQUIRE_FALSE(other.empty());
    for (const char* author : {"client", "therapist"}) {
        // Whether or not the visits have these maps already.
        for (const std::string& visit : {std::to_string(demo.first()), other})
            REQUIRE(runCli({"map", "complete", "--vault", demo.file, "--visit", visit, "--author", author})
                        .status == 0);
    }
    const Ran ran = runCli(
        {"map", "compare", "--vault", demo.file, "--from", std::to_string(demo.first()), "--to", other});
    CHECK(ran.status == 1);
    CHECK(ran.says({"Compare two visits of one client"}));
}

TEST_CASE("the client's and the therapist's map of a visit are said to agree or not") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const std::string visit = std::to_string(demo.first());
    const std::string map = visit + ":therapist:after";
    const Ran both =
        runCli({"map", "compare", "--vault", demo.file, "--from", visit + ":client", "--to", map, "--json"});
    INFO(both.err);
    REQUIRE(both.status == 0);
    const Json agreement = both.json().at("agreement");
    checkKeys(agreement, {"on_places", "on_extent", "on_level", "only_client", "only_therapist", "text"});
    CHECK(agreement.at("text").get<std::string>().find("lient") != std::string::npos);
    const Json turned =
        runCli({"map", "compare", "--vault", demo.file, "--from", map, "--to", visit + ":client", "--json"})
            .json();
    CHECK(turned.at("agreement") == agreement);
    CHECK_FALSE(runCli({"map", "compare", "--vault", demo.file, "--from", visit, "--to", visit, "--json"})
                    .json()
                    .contains("agreement"));
}

TEST_CASE("frequency counts the maps of one client or of all, and draws them") {
    const DemoVault demo;
    const fs::path picture = demo.folder / "often.png";
    const Json clients = runCli({"client", "list", "--vault", demo.file, "--json"}).json();
    const std::string code = clients.at("clients").at(0).at("code");
    const Ran ran = runCli({"map", "frequency", "--vault", demo.file, "--client", code, "--json", "--output",
                            picture.string(), "--size", "640x480"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const Json one = ran.json();
    CHECK(fs::file_size(picture) > 10000);
    checkKeys(one, {"client", "layer", "visits", "maps", "regions"});
    CHECK(one.at("client") == code);
    CHECK(one.at("visits") == 3);
    CHECK(one.at("maps") <= 3);
    REQUIRE_FALSE(one.at("regions").empty());
    double last = 1.0;
    for (const Json& region : one.at("regions")) {
        checkKeys(region, {"id", "name", "maps", "share", "share_over_skin", "worst", "mean"});
        CHECK(region.at("share").get<double>() <= last);
        last = region.at("share");
        CHECK(region.at("share").get<double>() * one.at("maps").get<double>() ==
              doctest::Approx(region.at("maps").get<double>()));
        CHECK(region.at("mean").get<double>() <= region.at("worst").get<double>() + 1.0e-9);
    }
    const Json all = runCli({"map", "frequency", "--vault", demo.file, "--json"}).json();
    CHECK(all.at("client").is_null());
    CHECK(all.at("visits") == 6);
    CHECK(all.at("maps") > one.at("maps"));
    CHECK(runCli({"map", "frequency", "--vault", demo.file}).out.find("All clients, Pain") == 0);
    CHECK(runCli({"map", "frequency", "--vault", demo.file, "--client", "nobody"}).status == 1);
}

TEST_CASE("limits of change can be set on the command line, and senseless ones are refused") {
    const DemoVault demo;
    const std::vector<std::string> maps{
        "--vault", demo.file, "--from", std::to_string(demo.first()), "--to", std::to_string(demo.last()),
        "--json"};
    auto set = maps;
    set.insert(set.end(), {"--level-limit", "1.5", "--border-mm", "0"});
    const Json json = call({"map", "compare"}, set).json();
    CHECK(json.at("limits").at("levels") == 1.5);
    CHECK(json.at("limits").at("border_mm") == 0.0);
    CHECK(json.at("limits").at("text").get<std::string>().find("set by hand") != std::string::npos);
    auto senseless = maps;
    senseless.insert(senseless.end(), {"--level-limit", "0"});
    CHECK(call({"map", "compare"}, senseless).status == 2);
}
