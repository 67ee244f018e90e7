#pragma once

#include "records/seal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace palpate::records {

// The named values of a record, written as a CBOR map (RFC 8949): at most 23 texts as keys; whole numbers,
// 64-bit fractions, texts, bytes, and lists of whole numbers or of texts as values.
class Fields {
public:
    using Numbers = std::vector<std::int64_t>;
    using Texts = std::vector<std::string>;
    using Value = std::variant<std::int64_t, double, std::string, Bytes, Numbers, Texts>;

    void set(std::string name, Value value);

    // What is missing or of another type is empty or 0 and makes fit() false.
    [[nodiscard]] std::int64_t number(std::string_view name) { return take<std::int64_t>(name); }
    [[nodiscard]] double fraction(std::string_view name) { return take<double>(name); }
    [[nodiscard]] std::string text(std::string_view name) { return take<std::string>(name); }
    [[nodiscard]] Bytes bytes(std::string_view name) { return take<Bytes>(name); }
    [[nodiscard]] Numbers numbers(std::string_view name) { return take<Numbers>(name); }
    [[nodiscard]] Texts texts(std::string_view name) { return take<Texts>(name); }
    // Of a field that is only written where it says something: 0 if it is missing.
    [[nodiscard]] std::int64_t numberIfAny(std::string_view name) { return has(name) ? number(name) : 0; }
    [[nodiscard]] bool fit() const { return m_fit; }

    void encode(Bytes& to) const;
    // As many bytes as encode() writes, or some more.
    [[nodiscard]] std::size_t encodedSize() const;
    // Empty: not what encode() writes.
    [[nodiscard]] static std::optional<Fields> decode(ByteView bytes);

private:
    [[nodiscard]] bool has(std::string_view name) const;

    template <typename T>
    T take(std::string_view name) {
        for (auto& [known, value] : m_all) {
            if (known != name) continue;
            if (T* found = std::get_if<T>(&value)) return std::move(*found);
            // An empty list says nothing about what it is a list of.
            if constexpr (std::is_same_v<T, Texts>) {
                const auto* none = std::get_if<Numbers>(&value);
                if (none != nullptr && none->empty()) return {};
            }
            break;
        }
        m_fit = false;
        return {};
    }

    std::vector<std::pair<std::string, Value>> m_all;
    bool m_fit = true;
};

}  // namespace palpate::records
