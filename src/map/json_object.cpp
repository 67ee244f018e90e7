#include "map/json_object.h"

#include "core/text.h"

#include <cmath>
#include <limits>

namespace palpate::map {

bool JsonObject::require(const char* key, std::string_view what) {
    if (has(key)) return true;
    fail({core::trf("{0} needs \"{1}\"", {what, key}), key, core::tr("Add it.")});
    return false;
}

std::string JsonObject::text(const char* key) {
    if (!has(key)) return {};
    const nlohmann::json& value = m_json.at(key);
    if (value.is_string()) return value.get<std::string>();
    failKind(key, core::tr("a text in quotes"));
    return {};
}

std::vector<std::string> JsonObject::texts(const char* key) {
    if (!has(key)) return {};
    std::vector<std::string> texts;
    const nlohmann::json& value = m_json.at(key);
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
    const nlohmann::json& value = m_json.at(key);
    if (value.is_number()) return value.get<double>();
    failKind(key, core::tr("a number"));
    return 0.0;
}

int JsonObject::whole(const char* key) {
    if (!has(key)) return 0;
    const nlohmann::json& value = m_json.at(key);
    const double number = value.is_number() ? value.get<double>() : 0.5;
    if (number == std::floor(number) && std::abs(number) <= std::numeric_limits<int>::max())
        return static_cast<int>(number);
    failKind(key, core::tr("a whole number"));
    return 0;
}

bool JsonObject::flag(const char* key) {
    if (!has(key)) return false;
    const nlohmann::json& value = m_json.at(key);
    if (value.is_boolean()) return value.get<bool>();
    failKind(key, core::tr("true or false"));
    return false;
}

void JsonObject::failKind(const char* key, const char* wanted) {
    std::string value = m_json.at(key).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    constexpr std::size_t kShown = 40;
    if (value.size() > kShown) value = value.substr(0, kShown) + "...";
    fail({core::trf("\"{0}\" is not {1}", {key, wanted}), value, core::tr("Correct it.")});
}

}  // namespace palpate::map
