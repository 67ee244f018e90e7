#pragma once

#include "core/ids.h"

#include <string>

namespace palpate::clinic {

struct Client {
    core::ClientId id;
    std::string code;     // "C-0142", unique within the practice; the only thing shown by default
    std::string name;     // may be empty
    int yearOfBirth = 0;  // 0 = not stated
    std::string figure = "neutral";
    double heightCm = 0.0;  // 0 = not stated
    double weightKg = 0.0;  // 0 = not stated
    std::string goals;
    std::string contraindications;

    friend bool operator==(const Client&, const Client&) = default;
};

}  // namespace palpate::clinic
