#pragma once

#include "analysis/scores.h"
#include "document/document.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace palpate::ui {

// Keeps the scores of the map on view until the pain, the answers or the body are others. A reading walks the
// skin four times, which is a small part of a frame (a test measures it): it goes along with a stroke.
class ScoreReader {
public:
    // Valid until the next call. Empty while no visit is open, and before the pain forms were loaded.
    const std::optional<analysis::Scores>& of(const document::Document& document);

private:
    struct Key {
        const body::BodyModel* body = nullptr;
        std::shared_ptr<const body::AtlasLabels> labels;
        clinic::MapKey map;
        bool completed = false;
        std::uint64_t pain = 0, answers = 0;  // versions
        double areaScale = 0.0;
        std::optional<int> years;
        friend bool operator==(const Key&, const Key&) = default;
    };

    std::optional<Key> m_key;
    std::optional<analysis::Scores> m_scores;
};

}  // namespace palpate::ui
