#pragma once

#include "document/document.h"
#include "map/layer_kind.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

struct LayersModel {
    struct Row {
        map::LayerKind layer = map::LayerKind::Pain;
        std::string name;
        bool shown = true;
        bool active = false;
        CommandItem select, show;
    };
    std::vector<Row> rows;
};
[[nodiscard]] LayersModel makeLayersModel(const document::Document& document);
std::optional<Action> drawLayers(Ui& ui, const LayersModel& model);

}  // namespace palpate::ui
