#pragma once

#include "body/skin_point.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::map {

enum class PinKind : std::uint8_t { TriggerPoint, Scar, TenderPoint };

inline constexpr std::array kPinKinds{PinKind::TriggerPoint, PinKind::Scar, PinKind::TenderPoint};

[[nodiscard]] const char* pinLabel(PinKind kind);  // "trigger point": files, CLI
[[nodiscard]] const char* pinName(PinKind kind);   // tr("Trigger point")
[[nodiscard]] std::optional<PinKind> pinKindFromLabel(std::string_view label);

// Tenderness to touch: 0 none, I tender without a grimace, II grimace or flinch, III withdrawal, IV
// withdrawal from what should not hurt at all (Hubbard, Berkoff 1993). A scar has none.
inline constexpr int kHighestPinGrade = 4;
[[nodiscard]] bool canHaveGrade(PinKind kind);

// Something found at one point of the skin.
struct Pin {
    body::SkinPoint at;
    PinKind kind = PinKind::TriggerPoint;
    std::optional<int> grade;  // 0..kHighestPinGrade; empty = not stated
    std::string note;

    friend bool operator==(const Pin&, const Pin&) = default;
};

// Number of a pin within one map, from 1 on; 0 is "no pin".
using PinNumber = std::uint16_t;
inline constexpr PinNumber kNoPin = 0;

// The pins of a map, by number.
class PinTable {
public:
    PinTable();
    // A table that holds these already; none of them has the number kNoPin.
    explicit PinTable(std::map<PinNumber, Pin> pins);

    [[nodiscard]] const std::map<PinNumber, Pin>& rows() const { return m_pins; }
    [[nodiscard]] bool isEmpty() const { return m_pins.empty(); }
    // Null if there is none of that number.
    [[nodiscard]] const Pin* find(PinNumber number) const;
    // Goes up with every change, as Layer::version().
    [[nodiscard]] std::uint64_t version() const { return m_version; }

    // Adds or replaces a pin, whose number is not kNoPin; erase of an unused number is no change.
    void set(PinNumber number, Pin pin);
    void erase(PinNumber number);

    // The pins; not the version.
    friend bool operator==(const PinTable& a, const PinTable& b) { return a.m_pins == b.m_pins; }

private:
    std::map<PinNumber, Pin> m_pins;
    std::uint64_t m_version;
};

}  // namespace palpate::map
