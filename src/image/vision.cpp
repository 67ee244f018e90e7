#include "image/vision.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace palpate::image {

namespace {

using core::tr;

struct Entry {
    const char* id;
    const char* name;
    std::array<float, 9> matrix;
};

const Entry& entryOf(Vision vision) {
    static constexpr std::array<Entry, kVisions.size()> kEntries{
        {{"full", "All colours", {1.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 1.0F}},
         {"protan",
          "Red-blind (protan)",
          {0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F, 0.099216F, -0.003882F, -0.048116F,
           1.051998F}},
         {"deutan",
          "Green-blind (deutan)",
          {0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F, 0.047413F, -0.011820F, 0.042940F,
           0.968881F}},
         {"tritan",
          "Blue-blind (tritan)",
          {1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F, 0.147602F, 0.004733F, 0.691367F,
           0.303900F}}}};
    return kEntries[static_cast<std::size_t>(vision)];
}

float toLinear(std::uint8_t byte) {
    static const auto table = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const float encoded = static_cast<float>(i) / 255.0F;
            values[i] = encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
        }
        return values;
    }();
    return table[byte];
}

std::uint8_t toByte(float linear) {
    const float held = std::clamp(linear, 0.0F, 1.0F);
    const float encoded = held <= 0.0031308F ? held * 12.92F : 1.055F * std::pow(held, 1.0F / 2.4F) - 0.055F;
    return static_cast<std::uint8_t>(std::lround(255.0F * encoded));
}

}  // namespace

const char* visionId(Vision vision) {
    return entryOf(vision).id;
}

const char* visionName(Vision vision) {
    return tr(entryOf(vision).name);
}

std::optional<Vision> visionFromId(std::string_view id) {
    const auto* found = std::find_if(kVisions.begin(), kVisions.end(),
                                     [id](Vision vision) { return id == visionId(vision); });
    return found == kVisions.end() ? std::nullopt : std::optional(*found);
}

const std::array<float, 9>& visionMatrix(Vision vision) {
    return entryOf(vision).matrix;
}

Rgba seenAs(Rgba colour, Vision vision) {
    if (vision == Vision::Full) return colour;
    const auto& m = visionMatrix(vision);
    const float r = toLinear(colour.r), g = toLinear(colour.g), b = toLinear(colour.b);
    return {toByte(m[0] * r + m[1] * g + m[2] * b), toByte(m[3] * r + m[4] * g + m[5] * b),
            toByte(m[6] * r + m[7] * g + m[8] * b), colour.a};
}

void seeAs(Image& picture, Vision vision) {
    if (vision == Vision::Full) return;
    // Pictures hold long runs of one colour.
    Rgba last, lastSeen = seenAs(last, vision);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const Rgba here = picture.at(x, y);
            if (here != last) {
                last = here;
                lastSeen = seenAs(here, vision);
            }
            picture.set(x, y, lastSeen);
        }
    }
}

}  // namespace palpate::image
