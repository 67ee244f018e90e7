#include "document/visit_records.h"
#include "document/fake_practice.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace palpate;
using clinic::Author;
using clinic::Moment;
using clinic::Rating;
using clinic::Ratings;

namespace {

std::vector<std::byte> bytesOf(const std::string& text) {
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {bytes.begin(), bytes.end()};
}

std::string textOf(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string ratingsText(const std::string& answers) {
    return R"({"record":"ratings","version":1,"answers":{)" + answers + "}}";
}

std::string motionsText(const std::string& degrees) {
    return R"({"record":"range-of-motion","version":1,"degrees":{)" + degrees + "}}";
}

clinic::Correction chestHurts(core::VisitId visit) {
    return {{visit, Author::Client, Moment::Before}, "wpi_2016", "chest", true, Author::Therapist,
            core::Timestamp{1'763'373'600'000, 60}};
}

}  // namespace

TEST_CASE("ratings come back as they were kept, whichever were stated") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        Ratings ratings;
        for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
            if (random() % 2 == 0)
                ratings.set(info.rating, static_cast<int>(random() % static_cast<unsigned>(info.most + 1)));
        }
        const auto read = document::decodeRatings(document::encodeRatings(ratings));
        REQUIRE(read);
        CHECK(*read == ratings);
    }
}

TEST_CASE("no record is a visit without ratings and corrections") {
    const auto ratings = document::decodeRatings({});
    REQUIRE(ratings);
    CHECK(ratings->isEmpty());
    const auto corrections = document::decodeCorrections({}, core::VisitId{1});
    REQUIRE(corrections);
    CHECK(corrections->empty());
}

TEST_CASE("an answer of a later version is kept as it is when the others change") {
    auto ratings = document::decodeRatings(bytesOf(ratingsText(R"("pain_now":7,"pain_tomorrow":3)")));
    REQUIRE(ratings);
    CHECK((*ratings)[Rating::PainNow] == 7);
    ratings->set(Rating::PainNow, 6);
    const std::string text = textOf(document::encodeRatings(*ratings));
    CHECK(text.find(R"("pain_tomorrow":3)") != std::string::npos);
    CHECK(text.find(R"("pain_now":6)") != std::string::npos);
}

TEST_CASE("a record that cannot be ratings is refused and says what is wrong") {
    const struct {
        std::string text, says;
    } cases[]{{"", ""},
              {"{", "damaged"},
              {"[]", "damaged"},
              {"null", "damaged"},
              {R"({"version":1,"answers":{}})", "damaged"},
              {R"({"record":7,"version":1,"answers":{}})", "damaged"},
              {R"({"record":null,"version":1,"answers":{}})", "damaged"},
              {R"({"record":{"record":"ratings"},"version":1,"answers":{}})", "damaged"},
              {R"({"record":"score-corrections","version":1,"answers":{}})", "damaged"},
              {R"({"record":"ratings","answers":{}})", "damaged"},
              {R"({"record":"ratings","version":1})", "damaged"},
              {R"({"record":"ratings","version":1,"answers":[]})", "damaged"},
              {R"({"record":"ratings","version":2,"answers":{}})", "newer version"},
              {R"({"record":"ratings","version":1,"answers":{},"extra":1})", "extra"},
              {ratingsText(R"("pain_now":11)"), "cannot be 11"},
              {ratingsText(R"("pain_now":-1)"), "cannot be -1"},
              {ratingsText(R"("pain_now":"7")"), "damaged"},
              {ratingsText(R"("pain_now":7.5)"), "damaged"},
              {ratingsText(R"("pain_now":18446744073709551615)"), "damaged"},
              {ratingsText(R"("hopes":"many")"), "hopes"}};
    for (const auto& one : cases) {
        CAPTURE(one.text);
        const auto read = document::decodeRatings(bytesOf(one.text));
        if (one.says.empty()) {
            CHECK(read);
            continue;
        }
        REQUIRE_FALSE(read);
        CHECK(read.error().message().find(one.says) != std::string::npos);
        CHECK_FALSE(read.error().hint.empty());
    }
}

TEST_CASE("a record that ends too early is refused wherever it ends") {
    const std::string whole = ratingsText(R"("pain_now":7,"sleep":3)");
    for (std::size_t length = 1; length < whole.size(); ++length)
        CHECK_FALSE(document::decodeRatings(bytesOf(whole.substr(0, length))));
    CHECK(document::decodeRatings(bytesOf(whole)));
}

TEST_CASE("measurements come back as they were kept, whichever were made") {
    std::mt19937 random(11);
    for (int round = 0; round < 100; ++round) {
        clinic::RangeOfMotion motions;
        for (std::size_t i = 0; i < clinic::kMovements; ++i) {
            const clinic::Movement& movement = clinic::movements()[i];
            const auto side = !movement.isSided   ? clinic::MotionSide::Middle
                              : random() % 2 == 0 ? clinic::MotionSide::Left
                                                  : clinic::MotionSide::Right;
            const clinic::MotionKey key{i, side, static_cast<clinic::MotionMode>(random() % 2),
                                        static_cast<clinic::MotionMoment>(random() % 2)};
            const auto span = static_cast<unsigned>(movement.most - movement.least + 1);
            if (random() % 2 == 0) motions.set(key, movement.least + static_cast<int>(random() % span));
        }
        const auto read = document::decodeMotions(document::encodeMotions(motions));
        REQUIRE(read);
        CHECK(*read == motions);
    }
    CHECK(document::decodeMotions({})->isEmpty());
}

TEST_CASE("a movement of a later version is kept as it is when the others change") {
    auto motions = document::decodeMotions(
        bytesOf(motionsText(R"("knee_flexion:left":120,"jaw_opening":40,"neck_rotation:left:resisted":55)")));
    REQUIRE(motions);
    const auto knee = clinic::motionFromText("knee_flexion:left");
    REQUIRE(knee);
    CHECK((*motions)[*knee] == 120);
    motions->set(*knee, std::nullopt);
    const std::string text = textOf(document::encodeMotions(*motions));
    CHECK(text.find(R"("jaw_opening":40)") != std::string::npos);
    CHECK(text.find(R"("neck_rotation:left:resisted":55)") != std::string::npos);
    CHECK(text.find("knee_flexion") == std::string::npos);
}

TEST_CASE("a record that cannot be measurements is refused and says what is wrong") {
    const struct {
        std::string text, says;
    } cases[]{{"{", "damaged"},
              {R"({"record":"ratings","version":1,"degrees":{}})", "damaged"},
              {R"({"record":"range-of-motion","version":1})", "damaged"},
              {R"({"record":"range-of-motion","version":1,"degrees":[]})", "damaged"},
              {R"({"record":"range-of-motion","version":2,"degrees":{}})", "newer version"},
              {R"({"record":"range-of-motion","version":1,"degrees":{},"by":"x"})", "by"},
              {motionsText(R"("knee_flexion:left":176)"), "cannot be 176 degrees"},
              {motionsText(R"("knee_flexion:left":"120")"), "damaged"},
              {motionsText(R"("knee_flexion:left":12.5)"), "damaged"},
              {motionsText(R"("jaw_opening":"wide")"), "jaw_opening"}};
    for (const auto& one : cases) {
        CAPTURE(one.text);
        const auto read = document::decodeMotions(bytesOf(one.text));
        REQUIRE_FALSE(read);
        CHECK(read.error().message().find(one.says) != std::string::npos);
        CHECK_FALSE(read.error().hint.empty());
    }
}

TEST_CASE("corrections come back with who said so and when") {
    const core::VisitId visit{4};
    clinic::Corrections corrections{chestHurts(visit), chestHurts(visit)};
    corrections[1].area = "jaw_L";
    corrections[1].hurts = false;
    corrections[1].by = Author::Client;
    const auto read = document::decodeCorrections(document::encodeCorrections(corrections), visit);
    REQUIRE(read);
    CHECK(*read == corrections);
}

TEST_CASE("corrections that are damaged, doubled or not known are refused") {
    const core::VisitId visit{4};
    const std::string good = textOf(document::encodeCorrections({chestHurts(visit)}));
    REQUIRE(document::decodeCorrections(bytesOf(good), visit));
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        return bytesOf(text.replace(at, from.size(), to));
    };
    CHECK_FALSE(document::decodeCorrections(replaced("therapist", "nobody"), visit));
    CHECK_FALSE(document::decodeCorrections(replaced("client", "nobody"), visit));
    CHECK_FALSE(document::decodeCorrections(replaced("true", "1"), visit));
    CHECK_FALSE(document::decodeCorrections(replaced("2025", "year"), visit));
    CHECK_FALSE(document::decodeCorrections(replaced("\"area\"", "\"place\""), visit));
    CHECK_FALSE(document::decodeCorrections(replaced("\"version\":1", "\"version\":9"), visit));
    const auto twice = document::encodeCorrections({chestHurts(visit), chestHurts(visit)});
    CHECK_FALSE(document::decodeCorrections(twice, visit));
}

TEST_CASE("ratings and corrections are kept with their visit, and a refused write changes nothing") {
    const auto vault = test::makeVault();
    test::FakePractice practice(vault);
    const core::VisitId visit = vault->visits.front().id;
    Ratings ratings;
    ratings.set(Rating::PainNow, 7);
    REQUIRE(document::saveRatings(practice, visit, ratings));
    REQUIRE(document::saveCorrections(practice, visit, {chestHurts(visit)}));
    CHECK(*document::loadRatings(practice, visit) == ratings);
    CHECK(document::loadCorrections(practice, visit)->size() == 1);

    Ratings impossible = ratings;
    impossible.set(Rating::PainNow, 12);
    CHECK_FALSE(document::saveRatings(practice, visit, impossible));
    vault->failing = true;
    CHECK_FALSE(document::saveRatings(practice, visit, {}));
    CHECK(*document::loadRatings(practice, visit) == ratings);
}
