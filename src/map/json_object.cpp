#include "map/json_object.h"

#include "core/text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <utility>

namespace palpate::map {

namespace {

using ParsedJson = nlohmann::json;

std::optional<std::array<double, 3>> threeNumbers(const ParsedJson& value) {
    if (!value.is_array() || value.size() != 3) return std::nullopt;
    std::array<double, 3> numbers{};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!value[i].is_number()) return std::nullopt;
        numbers[i] = value[i].get<double>();
    }
    return numbers;
}

JsonPoint pointOf(const ParsedJson& value) {
    JsonPoint point;
    point.metres = threeNumbers(value);
    if (!value.is_object() || value.size() != 2) return point;
    if (!value.contains("triangle") || !value.contains("barycentric")) return point;
    const auto weights = threeNumbers(value["barycentric"]);
    if (!weights || !value["triangle"].is_number_unsigned()) return point;
    point.triangle = value["triangle"].get<std::uint64_t>();
    point.weights = *weights;
    return point;
}

}  // namespace

struct JsonObject::Content {
    Content() = default;
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;
    ~Content() = default;

    ParsedJson object;
};

JsonObject::JsonObject(std::unique_ptr<Content> content) : m_content(std::move(content)) {}
JsonObject::~JsonObject() = default;
JsonObject::JsonObject(JsonObject&&) noexcept = default;
JsonObject& JsonObject::operator=(JsonObject&&) noexcept = default;

core::Result<JsonObject> JsonObject::parse(std::string_view text) {
    auto content = std::make_unique<Content>();
    try {
        content->object = ParsedJson::parse(text);
    } catch (const ParsedJson::exception& failure) {
        const auto* stop = dynamic_cast<const ParsedJson::parse_error*>(&failure);
        return core::Error{
            core::tr("The line is not valid JSON"),
            stop == nullptr ? std::string() : core::trf("character {0}", {std::to_string(stop->byte)}),
            core::tr("Write one JSON object a line.")};
    }
    if (!content->object.is_object())
        return core::Error{core::tr("The line is not a JSON object"), "",
                           core::tr("Write one JSON object a line.")};
    return JsonObject(std::move(content));
}

void JsonObject::fail(core::Error error) {
    if (!m_error) m_error = std::move(error);
}

std::vector<std::string> JsonObject::keys() const {
    std::vector<std::string> keys;
    for (const auto& item : m_content->object.items())
        keys.push_back(item.key());
    return keys;
}

bool JsonObject::has(const char* key) const {
    return m_content->object.contains(key);
}

bool JsonObject::require(const char* key, std::string_view what) {
    if (has(key)) return true;
    fail({core::trf("{0} needs \"{1}\"", {what, key}), key, core::tr("Add it.")});
    return false;
}

std::string JsonObject::text(const char* key) {
    if (!has(key)) return {};
    const ParsedJson& value = m_content->object.at(key);
    if (value.is_string()) return value.get<std::string>();
    failKind(key, core::tr("a text in quotes"));
    return {};
}

std::vector<std::string> JsonObject::texts(const char* key) {
    if (!has(key)) return {};
    std::vector<std::string> texts;
    const ParsedJson& value = m_content->object.at(key);
    bool isGood = value.is_array();
    for (std::size_t i = 0; isGood && i < value.size(); ++i) {
        isGood = value[i].is_string();
        if (isGood) texts.push_back(value[i].get<std::string>());
    }
    if (!isGood) failKind(key, core::tr("a list of texts in quotes"));
    return texts;
}

double JsonObject::number(const char* key) {
    if (!has(key)) return 0.0;
    const ParsedJson& value = m_content->object.at(key);
    if (value.is_number()) return value.get<double>();
    failKind(key, core::tr("a number"));
    return 0.0;
}

int JsonObject::whole(const char* key) {
    if (!has(key)) return 0;
    const ParsedJson& value = m_content->object.at(key);
    const double number = value.is_number() ? value.get<double>() : 0.5;
    if (number == std::floor(number) && std::abs(number) <= std::numeric_limits<int>::max())
        return static_cast<int>(number);
    failKind(key, core::tr("a whole number"));
    return 0;
}

bool JsonObject::flag(const char* key) {
    if (!has(key)) return false;
    const ParsedJson& value = m_content->object.at(key);
    if (value.is_boolean()) return value.get<bool>();
    failKind(key, core::tr("true or false"));
    return false;
}

std::vector<JsonPoint> JsonObject::points(const char* key) {
    std::vector<JsonPoint> points;
    if (!has(key)) return points;
    const ParsedJson& values = m_content->object.at(key);
    if (!values.is_array()) failKind(key, core::tr("a list of points"));
    for (std::size_t i = 0; values.is_array() && i < values.size(); ++i)
        points.push_back(pointOf(values[i]));
    return points;
}

std::optional<JsonPoint> JsonObject::point(const char* key) {
    if (!has(key)) return std::nullopt;
    return pointOf(m_content->object.at(key));
}

void JsonObject::failKind(const char* key, const char* wanted) {
    std::string value = m_content->object.at(key).dump(-1, ' ', false, ParsedJson::error_handler_t::replace);
    constexpr std::size_t kShown = 40;
    if (value.size() > kShown) value = value.substr(0, kShown) + "...";
    fail({core::trf("\"{0}\" is not {1}", {key, wanted}), std::move(value), core::tr("Correct it.")});
}

}  // namespace palpate::map
