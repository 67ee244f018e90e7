#pragma once

#include "core/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::map {

// A point as a stroke's text gives it. One that has neither is no point at all.
struct JsonPoint {
    std::optional<std::array<double, 3>> metres;
    std::optional<std::uint64_t> triangle;
    std::array<double, 3> weights{};  // of the triangle's corners
};

// Reads a JSON object key by key and keeps the first thing that is wrong with it; after that a caller need
// ask only once, at the end. A key that is missing, or whose value is of another kind, reads as empty, and
// the latter fails.
class JsonObject {
public:
    // Errors: not JSON, with the character it stops at; not an object.
    static core::Result<JsonObject> parse(std::string_view text);
    ~JsonObject();
    JsonObject(JsonObject&&) noexcept;
    JsonObject& operator=(JsonObject&&) noexcept;

    [[nodiscard]] const std::optional<core::Error>& error() const { return m_error; }
    void fail(core::Error error);

    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] bool has(const char* key) const;
    // Fails if `key` is missing; `what` says in the message what needs it.
    bool require(const char* key, std::string_view what);

    std::string text(const char* key);
    std::vector<std::string> texts(const char* key);
    double number(const char* key);
    int whole(const char* key);
    bool flag(const char* key);
    // [x, y, z] or {"triangle":n,"barycentric":[a,b,c]} each.
    std::vector<JsonPoint> points(const char* key);
    // The same for one.
    std::optional<JsonPoint> point(const char* key);

private:
    struct Content;

    explicit JsonObject(std::unique_ptr<Content> content);
    void failKind(const char* key, const char* wanted);

    std::unique_ptr<Content> m_content;
    std::optional<core::Error> m_error;
};

}  // namespace palpate::map
