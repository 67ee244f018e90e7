#include "app/history_export.h"

#include "app/user_folders.h"
#include "core/atomic_file.h"
#include "core/text.h"
#include "document/history.h"
#include "image/png.h"
#include "render/pictures.h"
#include "report/frequency_picture.h"
#include "report/map_pictures.h"
#include "report/timeline_report.h"

#include <string>

namespace palpate::app {

namespace {

using document::HistoryPage;
using document::HistoryState;

constexpr int kWidth = 1920, kChartHeight = 1080;

core::Error noHistoryYet() {
    return {core::tr("There is nothing to save yet"), "",
            core::tr("Wait until all maps are read and counted."), core::Error::Kind::Usage};
}

std::string stemOf(const HistoryState& history, const std::string& client) {
    switch (history.page) {
        case HistoryPage::Timeline:
            return client + "_over-time";
        case HistoryPage::Frequency:
            return (history.scope == document::FrequencyScope::Everybody ? std::string("all") : client) +
                   "_how-often";
        case HistoryPage::Treatment:
            break;
    }
    return client + "_treatment";
}

std::vector<analysis::DosePoint> pointsOf(const HistoryState& history) {
    std::vector<analysis::DosePoint> points;
    for (const analysis::DosePoint& point : document::doseTableOf(history).points) {
        if (!history.region || point.region == *history.region) points.push_back(point);
    }
    return points;
}

core::Result<image::Image> frequencyPicture(const HistoryState& history, const std::string& client,
                                            const std::shared_ptr<render::Device>& device,
                                            const std::filesystem::path& resources) {
    const document::FrequencyRun& run = *history.frequency;
    const bool everybody = history.scope == document::FrequencyScope::Everybody;
    const auto model = report::makeFrequencyModel(*history.body, everybody ? std::string() : client,
                                                  history.layer, *run.result, run.without + run.unreadable);
    render::PictureRenderer renderer(device);
    return report::drawFrequency(
        model, kWidth, kChartHeight,
        report::mapPictures(renderer, history.body, *run.picture, {map::LayerKind::Pain}), resources);
}

core::Result<image::Image> picture(const HistoryState& history, const report::TimelineScope& scope,
                                   const std::shared_ptr<render::Device>& device,
                                   const std::filesystem::path& resources) {
    switch (history.page) {
        case HistoryPage::Timeline:
            return report::drawTimeline(*history.body, scope, document::timelineOf(history), kWidth,
                                        kChartHeight, resources);
        case HistoryPage::Frequency:
            return frequencyPicture(history, scope.client, device, resources);
        case HistoryPage::Treatment:
            break;
    }
    return report::drawDoses(*history.body, scope, pointsOf(history), kWidth, kChartHeight, resources);
}

std::string table(const HistoryState& history, const report::TimelineScope& scope) {
    switch (history.page) {
        case HistoryPage::Timeline:
            return report::timelineCsv(*history.body, scope, document::timelineOf(history));
        case HistoryPage::Frequency:
            return report::frequencyCsv(*history.body, *history.frequency->result);
        case HistoryPage::Treatment:
            break;
    }
    return report::doseCsv(*history.body, pointsOf(history));
}

}  // namespace

core::Result<std::filesystem::path> saveHistory(const document::Document& document,
                                                const std::shared_ptr<render::Device>& device,
                                                const std::filesystem::path& resources,
                                                const std::filesystem::path& folder,
                                                commands::HistoryFile file) {
    const clinic::Client* client = document::openClientOf(document);
    if (client == nullptr || !document.history || document.history->isReading()) return noHistoryYet();
    const HistoryState& history = *document.history;
    if (history.page == HistoryPage::Frequency && !(history.frequency && history.frequency->result))
        return noHistoryYet();
    const report::TimelineScope scope{client->code, history.author, history.layer, history.region,
                                      history.motion};
    const bool isPicture = file == commands::HistoryFile::Picture;
    const std::filesystem::path path =
        freePath(folder / (stemOf(history, client->code) + (isPicture ? ".png" : ".csv")));
    // Maps are health data: nobody but their owner reads them.
    if (!isPicture) {
        auto written = core::writeFileAtomically(path, table(history, scope), core::FileAccess::OwnerOnly);
        if (!written) return written.error();
        return path;
    }
    const auto drawn = picture(history, scope, device, resources);
    if (!drawn) return drawn.error();
    auto written = image::writePngFile(path, *drawn, {}, core::FileAccess::OwnerOnly);
    if (!written) return written.error();
    return path;
}

}  // namespace palpate::app
