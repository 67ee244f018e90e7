#include "map/pin.h"

#include "core/check.h"
#include "core/text.h"
#include "map/content_version.h"

#include <utility>

namespace palpate::map {

namespace {

struct PinFacts {
    const char* label;
    const char* name;
    bool hasGrade;
};

// In the order of PinKind.
constexpr std::array<PinFacts, kPinKinds.size()> kPinFacts{{
    {"trigger point", "Trigger point", true},
    {"scar", "Scar", false},
    {"tender point", "Tender point", true},
}};

const PinFacts& factsOf(PinKind kind) {
    return kPinFacts[static_cast<std::size_t>(kind)];
}

}  // namespace

const char* pinLabel(PinKind kind) {
    return factsOf(kind).label;
}

const char* pinName(PinKind kind) {
    return core::tr(factsOf(kind).name);
}

std::optional<PinKind> pinKindFromLabel(std::string_view label) {
    for (const PinKind kind : kPinKinds) {
        if (label == pinLabel(kind)) return kind;
    }
    return std::nullopt;
}

bool canHaveGrade(PinKind kind) {
    return factsOf(kind).hasGrade;
}

PinTable::PinTable() : m_version(nextContentVersion()) {}

PinTable::PinTable(std::map<PinNumber, Pin> pins) : m_pins(std::move(pins)), m_version(nextContentVersion()) {
    core::check(!m_pins.contains(kNoPin), "a pin has a number");
}

const Pin* PinTable::find(PinNumber number) const {
    const auto found = m_pins.find(number);
    return found == m_pins.end() ? nullptr : &found->second;
}

void PinTable::set(PinNumber number, Pin pin) {
    core::check(number != kNoPin, "a pin has a number");
    const Pin* was = find(number);
    if (was != nullptr && *was == pin) return;
    m_pins.insert_or_assign(number, std::move(pin));
    m_version = nextContentVersion();
}

void PinTable::erase(PinNumber number) {
    if (m_pins.erase(number) > 0) m_version = nextContentVersion();
}

}  // namespace palpate::map
