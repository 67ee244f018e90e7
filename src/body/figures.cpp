#include "body/figures.h"

#include "core/text.h"

namespace palpate::body {

std::string figureName(std::string_view id) {
    if (id == "neutral") return core::tr("Neutral");
    if (id == "female") return core::tr("Female");
    if (id == "male") return core::tr("Male");
    if (id == "larger") return core::tr("Larger");
    if (id == "older") return core::tr("Older");
    if (id == "child") return core::tr("Child");
    return std::string(id);
}

}  // namespace palpate::body
