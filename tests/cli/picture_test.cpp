#include "cli/run_cli.h"

#include "image/compare.h"
#include "image/png.h"
#include "records/vault.h"

#include <doctest/doctest.h>

using namespace palpate;
using namespace palpate::test;

namespace {

constexpr const char* kFillLeft = R"({"tool":"fill","layer":"pain","level":10,"region":"quad_mid_L"})";

image::Image pictureAt(const fs::path& file) {
    const auto contents = image::readPngFile(file);
    REQUIRE(contents.has_value());
    return contents->image;
}

// Mean column of pixels with a strong red, as paint of level 10 has; -1 without any.
double redMiddle(const image::Image& picture) {
    double sum = 0.0;
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const auto pixel = picture.at(x, y);
            if (pixel.r < 80 || pixel.g > 30 || pixel.b > 60) continue;
            sum += x;
            ++count;
        }
    }
    return count == 0 ? -1.0 : sum / count / picture.width();
}

// Demo clients have no names.
void nameFirstClient(const std::string& vault) {
    auto key = records::unlockDemo(vault);
    REQUIRE(key.has_value());
    const auto practice = records::openVault(vault, std::move(*key));
    REQUIRE(practice.has_value());
    clinic::Client client = (*practice)->clients()->front();
    client.name = "Nora Beispiel";
    REQUIRE((*practice)->updateClient(client).has_value());
}

struct PaintedVault : DemoVault {
    PaintedVault() {
        const Ran ran = runCli({"map", "paint", "--vault", file, "--visit", std::to_string(first()),
                                "--author", "therapist", "--moment", "after", "--strokes", "-"},
                               {.input = std::string(kFillLeft) + "\n"});
        REQUIRE(ran.status == 0);
    }
    [[nodiscard]] Ran make(const std::vector<std::string>& words, const std::string& output) const {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--vault", file, "--visit", std::to_string(first()), "--author", "therapist",
                               "--moment", "after", "--output", (folder / output).string()});
        return runCli(all);
    }
};

}  // namespace

TEST_CASE("a picture has the size asked for, and shows the left thigh on its own side of every view") {
    const PaintedVault vault;
    const auto middle = [&](const std::string& view) {
        const Ran ran = vault.make({"render", "--view", view, "--size", "240x400"}, view + ".png");
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        const auto picture = pictureAt(vault.folder / (view + ".png"));
        CHECK(picture.width() == 240);
        CHECK(picture.height() == 400);
        return redMiddle(picture);
    };
    CHECK(middle("front") > 0.5);
    CHECK(middle("back") < 0.5);  // little or nothing of it, and then on the left
    CHECK(middle("left") > 0.0);
    CHECK(middle("right") < 0.0);
}

TEST_CASE("a layer that is not asked for is not shown") {
    const PaintedVault vault;
    REQUIRE(
        vault
            .make({"render", "--view", "front", "--size", "200x300", "--layers", "tension,avoid"}, "none.png")
            .status == 0);
    REQUIRE(vault.make({"render", "--view", "front", "--size", "200x300", "--layers", "pain"}, "pain.png")
                .status == 0);
    CHECK(redMiddle(pictureAt(vault.folder / "none.png")) < 0.0);
    CHECK(redMiddle(pictureAt(vault.folder / "pain.png")) > 0.5);
}

TEST_CASE("the same picture twice is the same file") {
    const PaintedVault vault;
    REQUIRE(vault.make({"render", "--view", "back", "--size", "200x300"}, "a.png").status == 0);
    REQUIRE(vault.make({"render", "--view", "back", "--size", "200x300"}, "b.png").status == 0);
    CHECK(pictureAt(vault.folder / "a.png") == pictureAt(vault.folder / "b.png"));
}

TEST_CASE("a picture that cannot be written leaves nothing and says where") {
    const PaintedVault vault;
    const Ran ran = vault.make({"render", "--view", "front", "--size", "64x64"}, "missing/a.png");
    CHECK(ran.status == 1);
    CHECK(ran.says({"missing"}));
    CHECK_FALSE(fs::exists(vault.folder / "missing"));
}

TEST_CASE("a driver without OpenGL 3.3 is an error that says so, and no file") {
    const PaintedVault vault;
    const fs::path file = vault.folder / "a.png";
    const Ran ran = runCli(
        {"render", "--vault", vault.file, "--visit", std::to_string(vault.first()), "--author", "therapist",
         "--moment", "after", "--view", "front", "--size", "64x64", "--output", file.string()},
        {.environment = {{"LIBGL_ALWAYS_SOFTWARE", "1"}, {"MESA_GL_VERSION_OVERRIDE", "2.1"}}});
    CHECK(ran.status == 1);
    CHECK(ran.says({"OpenGL 3.3"}));
    CHECK_FALSE(fs::exists(file));
}

TEST_CASE("comparisons are drawn side by side and as a difference") {
    const PaintedVault vault;
    REQUIRE(runCli({"map", "complete", "--vault", vault.file, "--visit", std::to_string(vault.last()),
                    "--author", "therapist", "--moment", "after"})
                .status == 0);
    const auto draw = [&](const std::string& mode, const std::string& name) {
        const Ran ran = runCli({"render", "compare", "--vault", vault.file, "--from",
                                std::to_string(vault.first()) + ":therapist:after", "--to",
                                std::to_string(vault.last()) + ":therapist:after", "--mode", mode, "--view",
                                "front", "--size", "800x500", "--output", (vault.folder / name).string()});
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        return pictureAt(vault.folder / name);
    };
    const auto side = draw("side", "side.png");
    CHECK(side.width() == 800);
    CHECK(side.height() == 500);
    const auto difference = draw("difference", "difference.png");
    CHECK(difference.width() == 800);
    CHECK(side != difference);
    const auto wipe = draw("wipe", "wipe.png"), onion = draw("onion", "onion.png");
    CHECK(wipe.width() == 800);
    CHECK(onion.height() == 500);
    CHECK(wipe != onion);
    CHECK(wipe != difference);
}

TEST_CASE("a sheet is A4 at 300 dots an inch, small enough to send, and names nobody unless asked") {
    const PaintedVault vault;
    const Ran ran = vault.make({"sheet"}, "sheet.png");
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(fs::file_size(vault.folder / "sheet.png") <= 3'000'000);
    const auto sheet = image::readPngFile(vault.folder / "sheet.png");
    REQUIRE(sheet.has_value());
    CHECK(sheet->image.width() == 3508);
    CHECK(sheet->image.height() == 2480);
    CHECK(sheet->notes.dotsPerInch.value() == doctest::Approx(300.0).epsilon(0.001));
    nameFirstClient(vault.file);
    REQUIRE(vault.make({"sheet"}, "again.png").status == 0);
    CHECK(pictureAt(vault.folder / "again.png") == sheet->image);
    REQUIRE(vault.make({"sheet", "--with-name"}, "named.png").status == 0);
    const auto compared = image::compareImages(sheet->image, pictureAt(vault.folder / "named.png"));
    REQUIRE(compared.has_value());
    CHECK(compared->differing > 100);
}

TEST_CASE("a sheet compares with an earlier visit of the same author") {
    const PaintedVault vault;
    const std::string last = std::to_string(vault.last());
    const Ran missing = vault.make({"sheet", "--compare-to", last}, "a.png");
    CHECK(missing.status == 1);
    CHECK(missing.says({"Visit " + last, "therapist"}));
    CHECK_FALSE(fs::exists(vault.folder / "a.png"));
    REQUIRE(
        runCli({"map", "complete", "--vault", vault.file, "--visit", last, "--author", "therapist"}).status ==
        0);
    CHECK(vault.make({"sheet", "--compare-to", last}, "a.png").status == 0);
}

TEST_CASE("a figure is shown without a practice, bare or with the places of the body") {
    const TemporaryFolder folder;
    const auto draw = [&](const std::vector<std::string>& words, const std::string& name) {
        std::vector<std::string> all{
            "render", "--view", "back", "--size", "200x300", "--output", (folder / name).string()};
        all.insert(all.end(), words.begin(), words.end());
        const Ran ran = runCli(all);
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        return pictureAt(folder / name);
    };
    const auto bare = draw({"--figure", "female"}, "bare.png");
    CHECK(bare != draw({"--figure", "child"}, "child.png"));
    std::vector<image::Image> seen{bare};
    for (const std::string overlay : {"regions", "muscles", "dermatomes"}) {
        const auto picture = draw({"--figure", "female", "--overlay", overlay}, overlay + ".png");
        for (const image::Image& other : seen) {
            const auto compared = image::compareImages(picture, other);
            REQUIRE(compared.has_value());
            CHECK(compared->differing > 1000);
        }
        seen.push_back(picture);
    }
}

TEST_CASE("an unknown overlay or figure is refused with those there are") {
    const TemporaryFolder folder;
    const auto refused = [&](const std::vector<std::string>& words) {
        std::vector<std::string> all{
            "render", "--view", "front", "--size", "64x64", "--output", (folder / "a.png").string()};
        all.insert(all.end(), words.begin(), words.end());
        const Ran ran = runCli(all);
        CHECK(ran.status == 2);
        CHECK(fs::is_empty(folder.path()));
        return ran;
    };
    CHECK(refused({"--overlay", "bones"}).says({"bones", "regions", "muscles", "dermatomes"}));
    CHECK(refused({"--figure", "dragon"}).says({"dragon", "neutral", "child"}));
    CHECK(refused({"--figure", "female", "--layers", "pain"}).says({"--vault"}));
}

TEST_CASE("a picture of a map shows its pins, and only from where they are seen") {
    const PaintedVault vault;
    REQUIRE(vault.make({"render", "--view", "front", "--size", "300x500"}, "without.png").status == 0);
    REQUIRE(vault.make({"render", "--view", "back", "--size", "300x500"}, "back_without.png").status == 0);
    const std::string pin = R"({"tool":"pin","label":"trigger point","grade":2,"points":[[0.06,1.25,0.15]]})";
    const Ran painted =
        runCli({"map", "paint", "--vault", vault.file, "--visit", std::to_string(vault.first()), "--author",
                "therapist", "--moment", "after", "--strokes", "-"},
               {.input = pin + "\n"});
    INFO(painted.err);
    REQUIRE(painted.status == 0);
    REQUIRE(vault.make({"render", "--view", "front", "--size", "300x500"}, "with.png").status == 0);
    REQUIRE(vault.make({"render", "--view", "back", "--size", "300x500"}, "back_with.png").status == 0);
    const image::Image without = pictureAt(vault.folder / "without.png");
    const image::Image with = pictureAt(vault.folder / "with.png");
    int changed = 0, onTheirLeft = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.at(x, y) == without.at(x, y)) continue;
            ++changed;
            onTheirLeft += x > with.width() / 2 ? 1 : 0;
        }
    }
    CHECK(changed > 10);
    CHECK(changed < 1000);
    CHECK(onTheirLeft * 2 > changed);
    CHECK(pictureAt(vault.folder / "back_with.png") == pictureAt(vault.folder / "back_without.png"));
}
