#include "analysis/layer_record.h"

namespace palpate::analysis {

LayerRecord recordOf(const map::Layer& layer, clinic::Author author, bool completed) {
    if (!layer.isEmpty()) return LayerRecord::Painted;
    const bool saysNothingHurts =
        completed && author == clinic::Author::Client && layer.kind() == map::LayerKind::Pain;
    return saysNothingHurts ? LayerRecord::Nothing : LayerRecord::NotRecorded;
}

}  // namespace palpate::analysis
