#pragma once

#include "analysis/frequency.h"
#include "body/body_model.h"
#include "map/body_map.h"
#include "report/sheet.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::report {

// Everything that a picture of how often each place was painted says.
struct FrequencyModel {
    std::string title;    // "C-0142, pain: how often each place was painted"
    std::string counted;  // "8 maps; 2 visits have none"
    std::string caution;
    std::vector<std::string> regions;  // "Left calf: 6 of 8", the most often painted first
    body::Box bounds;
};

// `client` empty: of everybody. `without`: visits that had no map to count.
[[nodiscard]] FrequencyModel makeFrequencyModel(const body::BodyModel& body, const std::string& client,
                                                map::LayerKind layer, const analysis::Frequency& frequency,
                                                int without);

// A map whose pain layer holds the share of maps, level 10 for all of them: what mapPictures() draws with the
// ramp of the pain colours.
[[nodiscard]] map::BodyMap frequencyMap(const body::BodyModel& body, const analysis::Frequency& frequency);

// Front and back in one scale, with the ramp as legend and the regions beside them. Sizes in pixels.
// Errors: fonts that cannot be read; what `picture` says.
[[nodiscard]] core::Result<image::Image> drawFrequency(const FrequencyModel& model, int width, int height,
                                                       const PictureSource& picture,
                                                       const std::filesystem::path& resourceFolder);

}  // namespace palpate::report
