#include "document/visit_records.h"

#include "core/check.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>

namespace palpate::document {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::vector<std::byte> bytesOf(const Json& json) {
    const std::string text = json.dump();
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {bytes.begin(), bytes.end()};
}

core::Error unreadable(const char* record, std::string what) {
    return {std::move(what), record,
            core::tr("Nothing was changed. Restore the visit from a backup, or go on without this record.")};
}

core::Error damaged(const char* record) {
    return unreadable(record, core::tr("A record of the visit is damaged and cannot be read"));
}

// The record's object, of this format and version.
core::Result<Json> parse(std::span<const std::byte> bytes, const char* record) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("version") || !json["version"].is_number_integer())
        return damaged(record);
    const auto name = json.find("record");
    if (name == json.end() || *name != Json(record)) return damaged(record);
    if (json["version"].get<long long>() == kVersion) return json;
    return core::Error{core::tr("A record of the visit was written by a newer version of Palpate"), record,
                       core::tr("Open the practice with that version, or a newer one.")};
}

// The first key that is not one of `known`.
std::string foreignKey(const Json& json, std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : json.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) return key;
    }
    return {};
}

core::Error foreign(const char* record, const std::string& key) {
    return unreadable(record, core::trf("A record of the visit has something in it that is not known: {0}",
                                        {key.substr(0, 60)}));
}

std::optional<int> wholeNumber(const Json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    const auto number = value.get<long long>();
    if (value.is_number_unsigned() && value.get<unsigned long long>() > 2'000'000'000ULL) return std::nullopt;
    if (number < -2'000'000'000LL || number > 2'000'000'000LL) return std::nullopt;
    return static_cast<int>(number);
}

core::Result<void> readAnswer(clinic::Ratings& ratings, const std::string& id, const Json& value) {
    const auto answer = wholeNumber(value);
    const auto rating = clinic::ratingFromId(id);
    if (!answer) return rating ? damaged(kRatingsRecord) : foreign(kRatingsRecord, id);
    if (!rating) {
        ratings.others[id] = *answer;
        return {};
    }
    if (const auto valid = clinic::validate(*rating, *answer); !valid)
        return unreadable(kRatingsRecord, valid.error().what);
    ratings.set(*rating, *answer);
    return {};
}

core::Result<void> readMotion(clinic::RangeOfMotion& motions, const std::string& name, const Json& value) {
    const auto degrees = wholeNumber(value);
    const auto key = clinic::motionFromText(name);
    // A name that is written otherwise than this version writes it is not this version's.
    const bool isKnown = key && clinic::motionText(*key) == name;
    if (!degrees) return isKnown ? damaged(kMotionsRecord) : foreign(kMotionsRecord, name);
    if (!isKnown) {
        motions.others[name] = *degrees;
        return {};
    }
    if (const auto valid = clinic::validate(*key, *degrees); !valid)
        return unreadable(kMotionsRecord, valid.error().what);
    motions.set(*key, *degrees);
    return {};
}

bool isText(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_string();
}

Json correctionJson(const clinic::Correction& one) {
    return {{"map", {{"author", authorId(one.map.author)}, {"moment", momentId(one.map.moment)}}},
            {"instrument", one.instrument},
            {"area", one.area},
            {"hurts", one.hurts},
            {"by", authorId(one.by)},
            {"at", core::toIso(one.at)}};
}

std::optional<clinic::MapKey> mapOf(const Json& json, core::VisitId visit) {
    if (!json.is_object() || !isText(json, "author") || !isText(json, "moment")) return std::nullopt;
    const auto author = clinic::authorFromId(json["author"].get<std::string>());
    const auto moment = clinic::momentFromId(json["moment"].get<std::string>());
    if (!author || !moment) return std::nullopt;
    return clinic::MapKey{visit, *author, *moment};
}

core::Result<clinic::Correction> correctionOf(const Json& json, core::VisitId visit) {
    if (!json.is_object()) return damaged(kCorrectionsRecord);
    const std::string key = foreignKey(json, {"map", "instrument", "area", "hurts", "by", "at"});
    if (!key.empty()) return foreign(kCorrectionsRecord, key);
    const bool complete = json.contains("map") && isText(json, "instrument") && isText(json, "area") &&
                          json.contains("hurts") && json["hurts"].is_boolean() && isText(json, "by") &&
                          isText(json, "at");
    if (!complete) return damaged(kCorrectionsRecord);
    const auto map = mapOf(json["map"], visit);
    const auto by = clinic::authorFromId(json["by"].get<std::string>());
    const auto at = core::fromIso(json["at"].get<std::string>());
    if (!map || !by || !at) return damaged(kCorrectionsRecord);
    return clinic::Correction{*map,
                              json["instrument"].get<std::string>(),
                              json["area"].get<std::string>(),
                              json["hurts"].get<bool>(),
                              *by,
                              *at};
}

}  // namespace

std::vector<std::byte> encodeRatings(const clinic::Ratings& ratings) {
    Json answers = Json::object();
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        if (const auto answer = ratings[info.rating]) answers[info.id] = *answer;
    }
    for (const auto& [id, answer] : ratings.others)
        answers[id] = answer;
    return bytesOf({{"record", kRatingsRecord}, {"version", kVersion}, {"answers", answers}});
}

core::Result<clinic::Ratings> decodeRatings(std::span<const std::byte> bytes) {
    clinic::Ratings ratings;
    if (bytes.empty()) return ratings;
    const auto json = parse(bytes, kRatingsRecord);
    if (!json) return json.error();
    const std::string key = foreignKey(*json, {"record", "version", "answers"});
    if (!key.empty()) return foreign(kRatingsRecord, key);
    if (!json->contains("answers") || !json->at("answers").is_object()) return damaged(kRatingsRecord);
    for (const auto& [id, value] : json->at("answers").items()) {
        if (auto read = readAnswer(ratings, id, value); !read) return read.error();
    }
    return ratings;
}

std::vector<std::byte> encodeMotions(const clinic::RangeOfMotion& motions) {
    Json degrees = Json::object();
    for (const auto& [key, measured] : motions.degrees)
        degrees[clinic::motionText(key)] = measured;
    for (const auto& [name, measured] : motions.others)
        degrees[name] = measured;
    return bytesOf({{"record", kMotionsRecord}, {"version", kVersion}, {"degrees", degrees}});
}

core::Result<clinic::RangeOfMotion> decodeMotions(std::span<const std::byte> bytes) {
    clinic::RangeOfMotion motions;
    if (bytes.empty()) return motions;
    const auto json = parse(bytes, kMotionsRecord);
    if (!json) return json.error();
    const std::string key = foreignKey(*json, {"record", "version", "degrees"});
    if (!key.empty()) return foreign(kMotionsRecord, key);
    if (!json->contains("degrees") || !json->at("degrees").is_object()) return damaged(kMotionsRecord);
    for (const auto& [name, value] : json->at("degrees").items()) {
        if (auto read = readMotion(motions, name, value); !read) return read.error();
    }
    return motions;
}

std::vector<std::byte> encodeCorrections(const clinic::Corrections& corrections) {
    Json list = Json::array();
    for (const clinic::Correction& one : corrections)
        list.push_back(correctionJson(one));
    return bytesOf({{"record", kCorrectionsRecord}, {"version", kVersion}, {"corrections", list}});
}

core::Result<clinic::Corrections> decodeCorrections(std::span<const std::byte> bytes, core::VisitId visit) {
    clinic::Corrections corrections;
    if (bytes.empty()) return corrections;
    const auto json = parse(bytes, kCorrectionsRecord);
    if (!json) return json.error();
    const std::string key = foreignKey(*json, {"record", "version", "corrections"});
    if (!key.empty()) return foreign(kCorrectionsRecord, key);
    if (!json->contains("corrections") || !json->at("corrections").is_array())
        return damaged(kCorrectionsRecord);
    for (const Json& entry : json->at("corrections")) {
        auto one = correctionOf(entry, visit);
        if (!one) return one.error();
        const bool twice = std::any_of(corrections.begin(), corrections.end(), [&](const auto& other) {
            return other.map == one->map && other.instrument == one->instrument && other.area == one->area;
        });
        if (twice) return damaged(kCorrectionsRecord);
        corrections.push_back(std::move(*one));
    }
    return corrections;
}

core::Result<clinic::Ratings> loadRatings(const records::Practice& practice, core::VisitId visit) {
    const auto bytes = practice.visitRecord(visit, kRatingsRecord);
    if (!bytes) return bytes.error();
    return decodeRatings(*bytes);
}

core::Result<clinic::Corrections> loadCorrections(const records::Practice& practice, core::VisitId visit) {
    const auto bytes = practice.visitRecord(visit, kCorrectionsRecord);
    if (!bytes) return bytes.error();
    return decodeCorrections(*bytes, visit);
}

core::Result<clinic::RangeOfMotion> loadMotions(const records::Practice& practice, core::VisitId visit) {
    const auto bytes = practice.visitRecord(visit, kMotionsRecord);
    if (!bytes) return bytes.error();
    return decodeMotions(*bytes);
}

core::Result<void> saveRatings(records::Practice& practice, core::VisitId visit,
                               const clinic::Ratings& ratings) {
    if (auto valid = clinic::validate(ratings); !valid) return valid;
    return practice.saveVisitRecord(visit, kRatingsRecord, encodeRatings(ratings));
}

core::Result<void> saveMotions(records::Practice& practice, core::VisitId visit,
                               const clinic::RangeOfMotion& motions) {
    if (auto valid = clinic::validate(motions); !valid) return valid;
    return practice.saveVisitRecord(visit, kMotionsRecord, encodeMotions(motions));
}

core::Result<void> saveCorrections(records::Practice& practice, core::VisitId visit,
                                   const clinic::Corrections& corrections) {
    core::check(std::all_of(corrections.begin(), corrections.end(),
                            [&](const clinic::Correction& one) { return one.map.visit == visit; }),
                "corrections are kept with their visit");
    return practice.saveVisitRecord(visit, kCorrectionsRecord, encodeCorrections(corrections));
}

}  // namespace palpate::document
