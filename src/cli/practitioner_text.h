#pragma once

#include <string>

// How answers say who it was.
namespace palpate::cli {

// The name, or null where nobody is known.
template <typename Json>
[[nodiscard]] Json practitionerJson(const std::string& name) {
    return name.empty() ? Json(nullptr) : Json(name);
}

[[nodiscard]] inline std::string orDash(const std::string& name) {
    return name.empty() ? "\u2013" : name;
}

}  // namespace palpate::cli
