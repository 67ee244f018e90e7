#include "cli/label_measures.h"

#include "cli/text_table.h"
#include "core/text.h"

#include <algorithm>
#include <iostream>
#include <vector>

namespace palpate::cli {

namespace {

using analysis::SoftAreaMeasures;
using core::decimal;

constexpr double kBorder = 0.5;  // weight of a muscle on its border

void sortLargestFirst(std::vector<SoftAreaMeasures>& measures) {
    std::stable_sort(
        measures.begin(), measures.end(),
        [](const SoftAreaMeasures& a, const SoftAreaMeasures& b) { return a.extentCm2 > b.extentCm2; });
}

TextTable tableOf(const char* what) {
    return TextTable({{what, false},
                      {core::tr("cm\u00b2"), true},
                      {core::tr("% of it"), true},
                      {core::tr("Mean"), true},
                      {core::tr("Highest"), true}});
}

void addRow(TextTable& table, const body::Region& names, const SoftAreaMeasures& measures) {
    table.add({names.name, decimal(measures.extentCm2, 1), decimal(measures.percent, 0),
               decimal(measures.mean, 1), decimal(measures.peak, 1)});
}

}  // namespace

std::vector<LabelMeasures> measureMuscles(const OpenMap& open, const body::AtlasLabels& labels) {
    std::vector<LabelMeasures> list;
    for (const map::LayerKind kind : map::kLayerKinds) {
        const map::Layer& layer = open.loaded.map.layer(kind);
        for (const auto& measures : analysis::measureMuscles(*open.body, labels, layer, open.areaScale()))
            list.push_back({kind, &labels.muscles()[measures.area].names, measures});
    }
    return list;
}

std::vector<LabelMeasures> measureDermatomes(const OpenMap& open, const body::AtlasLabels& labels) {
    std::vector<LabelMeasures> list;
    for (const map::LayerKind kind : map::kLayerKinds) {
        const map::Layer& layer = open.loaded.map.layer(kind);
        for (const auto& measures :
             analysis::measureDermatomes(*open.body, labels, layer, open.areaScale())) {
            const body::Dermatome& dermatome = labels.dermatomes()[measures.area];
            list.push_back({kind, &dermatome.names, measures, dermatome.verified});
        }
    }
    return list;
}

void printLabels(const OpenMap& open, const body::AtlasLabels& labels, const map::Layer& layer) {
    auto muscles = analysis::measureMuscles(*open.body, labels, layer, open.areaScale());
    const auto touched =
        std::erase_if(muscles, [](const SoftAreaMeasures& measures) { return measures.weight < kBorder; });
    sortLargestFirst(muscles);
    if (!muscles.empty()) {
        TextTable table = tableOf(core::tr("Skin above the muscle"));
        for (const SoftAreaMeasures& measures : muscles)
            addRow(table, labels.muscles()[measures.area].names, measures);
        std::cout << '\n';
        table.print(std::cout, "  ");
        std::cout << "  "
                  << core::trf(
                         "Borders are soft: skin counts by its weight, 1 inside, 1/2 on the border. "
                         "Touched only at their soft border: {0}.",
                         {std::to_string(touched)})
                  << '\n';
    }
    auto dermatomes = analysis::measureDermatomes(*open.body, labels, layer, open.areaScale());
    sortLargestFirst(dermatomes);
    if (dermatomes.empty()) return;
    TextTable table = tableOf(core::tr("Usual dermatome"));
    for (const SoftAreaMeasures& measures : dermatomes)
        addRow(table, labels.dermatomes()[measures.area].names, measures);
    std::cout << '\n';
    table.print(std::cout, "  ");
    std::cout << "  "
              << core::tr("Dermatomes overlap and differ from person to person: a hint, never a diagnosis.")
              << '\n';
}

}  // namespace palpate::cli
