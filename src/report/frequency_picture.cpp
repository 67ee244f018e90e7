#include "report/frequency_picture.h"

#include "analysis/words.h"
#include "core/text.h"
#include "report/body_panel.h"
#include "report/canvas.h"
#include "report/legend.h"
#include "report/paper.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::report {

namespace {

// Millimetres of an imagined page; type is set in points of it.
constexpr double kPageWidth = 240.0, kPageHeight = 170.0;  // at least
constexpr double kMargin = 8.0;
constexpr double kHeaderHeight = 13.0;
constexpr double kPanelTitle = 7.0;
constexpr double kListWidth = 74.0;
constexpr double kLineHeight = 4.6;

struct Page {
    Canvas canvas;
    Rect area;  // within the margins
    double pixelsPerMillimetre;
};

void drawHeader(Page& page, const FrequencyModel& model) {
    const Rect& area = page.area;
    const TextStyle title{14.0, Weight::SemiBold, paper::kInk, Align::Left};
    page.canvas.text(area.x, area.y + 4.4, page.canvas.elided(model.title, title, area.width), title);
    page.canvas.text(area.x, area.y + 9.8,
                     page.canvas.elided(model.counted + " " + model.caution, paper::kSmall, area.width),
                     paper::kSmall);
}

// Ten swatches, one for each tenth of the maps.
void drawLegend(Canvas& canvas, const Rect& area) {
    constexpr double kSwatchHeight = 6.4;
    canvas.text(area.x, area.y + 3.2, core::tr("Share of the maps that painted it"), paper::kHeading);
    const double cell = area.width / 10.0, top = area.y + 5.6;
    for (int tenth = 1; tenth <= 10; ++tenth) {
        const Rect swatch{area.x + (tenth - 1) * cell, top, cell + 0.05, kSwatchHeight};
        canvas.fill(swatch, levelColour(map::LayerKind::Pain, tenth));
        canvas.text(swatch.x + 0.5 * cell, top + kSwatchHeight + 3.4, std::to_string(10 * tenth),
                    paper::aligned(paper::kSmall, Align::Centre));
    }
    const double below = top + kSwatchHeight + 7.6;
    canvas.text(area.x, below, core::tr("%, nearest tenth. Lines at 35 and 65 %."), paper::kSmall);
}

void drawRegions(Canvas& canvas, const Rect& area, const std::vector<std::string>& regions) {
    canvas.text(area.x, area.y + 3.2, core::tr("Most often painted"), paper::kHeading);
    const auto fit = static_cast<std::size_t>(std::max(0.0, (area.height - 6.0) / kLineHeight));
    double y = area.y + 8.6;
    for (std::size_t i = 0; i < std::min(fit, regions.size()); ++i) {
        const bool isLast = i + 1 == fit && regions.size() > fit;
        const std::string line =
            isLast ? core::trf("and {0} more", {std::to_string(regions.size() - i)}) : regions[i];
        canvas.text(area.x, y, canvas.elided(line, paper::kSmall, area.width), paper::kSmall);
        y += kLineHeight;
    }
    if (regions.empty()) canvas.text(area.x, y, core::tr("Nothing was painted."), paper::kSmall);
}

core::Result<void> drawPanels(Page& page, const Rect& area, const FrequencyModel& model,
                              const PictureSource& picture) {
    constexpr std::array kViews{body::StandardView::Front, body::StandardView::Back};
    const std::array<const char*, 2> titles{core::tr("Front"), core::tr("Back")};
    const double half = 0.5 * (area.width - 4.0);
    for (std::size_t i = 0; i < kViews.size(); ++i) {
        const Rect frame{area.x + static_cast<double>(i) * (half + 4.0), area.y + kPanelTitle, half,
                         area.height - kPanelTitle};
        const glm::dvec2 size = sizeInView(kViews[i], model.bounds);
        const double scale = std::min(frame.width / size.x, frame.height / size.y);
        const BodyPanel panel{kViews[i], model.bounds, scale, page.pixelsPerMillimetre, nullptr};
        if (auto drawn = drawBodyPanel(page.canvas, frame, panel, picture); !drawn) return drawn;
        page.canvas.text(frame.x + 0.5 * half, area.y + 3.4, titles[i],
                         paper::aligned(paper::kHeading, Align::Centre));
    }
    return {};
}

}  // namespace

FrequencyModel makeFrequencyModel(const body::BodyModel& body, const std::string& client,
                                  map::LayerKind layer, const analysis::Frequency& frequency, int without) {
    FrequencyModel model;
    model.title = core::trf("{0} \u00b7 {1}: how often each place was painted",
                            {client.empty() ? core::tr("All clients") : client, map::layerName(layer)});
    model.counted = core::trf("Maps counted: {0}.", {std::to_string(frequency.maps)});
    if (without > 0)
        model.counted += ' ' + core::trf("Visits without a map: {0}.", {std::to_string(without)});
    model.caution = core::tr("R and L are the person's own. Not a diagnosis.");
    for (const analysis::RegionFrequency& region : frequency.regions) {
        if (region.maps == 0) continue;
        model.regions.push_back(
            core::trf("{0}: {1} of {2}", {analysis::describeRegion(body.atlas().region(region.region)),
                                          std::to_string(region.maps), std::to_string(frequency.maps)}));
    }
    model.bounds = body.mesh().bounds();
    return model;
}

map::BodyMap frequencyMap(const body::BodyModel& body, const analysis::Frequency& frequency) {
    using map::Layer, map::LayerKind;
    const std::size_t count = body.mesh().vertexCount();
    Layer shares(LayerKind::Pain, analysis::shareAsValues(frequency),
                 std::vector<map::PlaceNumber>(count, map::kNoPlace), {});
    return {body.mesh().topologyId(), count,
            std::array<Layer, map::kLayerCount>{std::move(shares), Layer(LayerKind::Tension, count),
                                                Layer(LayerKind::Treated, count),
                                                Layer(LayerKind::Avoid, count)}};
}

core::Result<image::Image> drawFrequency(const FrequencyModel& model, int width, int height,
                                         const PictureSource& picture,
                                         const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    const double perMillimetre = std::min(width / kPageWidth, height / kPageHeight);
    Page page{
        Canvas(width, height, perMillimetre, *fonts),
        {kMargin, kMargin, width / perMillimetre - 2.0 * kMargin, height / perMillimetre - 2.0 * kMargin},
        perMillimetre};
    drawHeader(page, model);
    const Rect below{page.area.x, page.area.y + kHeaderHeight, page.area.width,
                     page.area.height - kHeaderHeight};
    const Rect list{below.right() - kListWidth, below.y, kListWidth, below.height};
    if (auto drawn = drawPanels(page, {below.x, below.y, below.width - kListWidth - 5.0, below.height}, model,
                                picture);
        !drawn)
        return drawn.error();
    drawLegend(page.canvas, list);
    drawRegions(page.canvas, {list.x, list.y + 26.0, list.width, list.height - 26.0}, model.regions);
    return page.canvas.image();
}

}  // namespace palpate::report
