#pragma once

#include "core/result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::map {

// Reads a JSON object key by key and keeps the first thing that is wrong with it; after that everything reads
// as empty, so that a caller asks once at the end.
class JsonObject {
public:
    // `json` is an object and must outlive this.
    explicit JsonObject(const nlohmann::json& json) : m_json(json) {}

    [[nodiscard]] const std::optional<core::Error>& error() const { return m_error; }
    void fail(core::Error error) {
        if (!m_error) m_error = std::move(error);
    }

    [[nodiscard]] bool has(const char* key) const { return m_json.contains(key); }
    // Fails if `key` is missing; `what` says in the message what needs it.
    bool require(const char* key, std::string_view what);
    // The value of a key that is there.
    [[nodiscard]] const nlohmann::json& operator[](const char* key) const { return m_json.at(key); }

    // Each fails if the value is of another kind, and is what a missing key reads as otherwise.
    std::string text(const char* key);
    std::vector<std::string> texts(const char* key);
    double number(const char* key);
    int whole(const char* key);
    bool flag(const char* key);

private:
    void failKind(const char* key, const char* wanted);

    const nlohmann::json& m_json;
    std::optional<core::Error> m_error;
};

}  // namespace palpate::map
