#include "body/atlas_labels.h"

#include "body/atlas_names.h"
#include "core/atomic_file.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <exception>
#include <system_error>
#include <utility>

namespace palpate::body {

namespace {

using Json = nlohmann::json;

core::Result<std::vector<Region>> readNames(const Json& areas) {
    auto names = regionsFrom(nameEntriesOf(areas));
    if (!names) return names;
    if (const auto checked = checkRegions(*names); !checked) return checked.error();
    return names;
}

core::Error wrongRun(std::string_view what) {
    return foreignAtlas(core::trf("The atlas has a wrong run of labels for {0}", {what}));
}

// Numbers parted by spaces; stops at what is none.
class Numbers {
public:
    explicit Numbers(std::string_view text) : m_next(text.data()), m_end(text.data() + text.size()) {}

    bool next(std::int64_t& number) {
        while (m_next != m_end && *m_next == ' ')
            ++m_next;
        const auto read = std::from_chars(m_next, m_end, number);
        if (read.ec != std::errc()) return false;
        m_next = read.ptr;
        return true;
    }
    [[nodiscard]] bool atEnd() const { return m_next == m_end; }

private:
    const char* m_next;
    const char* m_end;
};

// Runs over the vertices in their order, "area count area count ..."; -1 for vertices in no area.
core::Result<std::vector<std::uint16_t>> readPartition(const Json& table, std::size_t areaCount,
                                                       std::size_t vertexCount) {
    const auto& id = table.at("id").get_ref<const std::string&>();
    std::vector<std::uint16_t> labels;
    labels.reserve(vertexCount);
    Numbers runs(table.at("labels").get_ref<const std::string&>());
    for (std::int64_t area = 0, count = 0; runs.next(area);) {
        if (!runs.next(count)) return wrongRun(id);
        const auto left = static_cast<std::int64_t>(vertexCount - labels.size());
        if (area < -1 || area >= static_cast<std::int64_t>(areaCount) || count < 1 || count > left)
            return wrongRun(id);
        labels.insert(labels.end(), static_cast<std::size_t>(count),
                      area < 0 ? kNoArea : static_cast<std::uint16_t>(area));
    }
    if (!runs.atEnd()) return wrongRun(id);
    if (labels.size() == vertexCount) return labels;
    return foreignAtlas(core::trf("The atlas labels only {0} of {1} vertices",
                                  {std::to_string(labels.size()), std::to_string(vertexCount)}));
}

// Runs of weights, "skipped count level ...".
core::Result<std::vector<VertexWeight>> readWeights(const Json& area, std::int64_t levels,
                                                    std::size_t vertexCount) {
    const auto& id = area.at("id").get_ref<const std::string&>();
    std::vector<VertexWeight> weights;
    Numbers runs(area.at("weights").get_ref<const std::string&>());
    std::int64_t next = 0;
    for (std::int64_t skipped = 0, count = 0, level = 0; runs.next(skipped);) {
        if (!runs.next(count) || !runs.next(level)) return wrongRun(id);
        const auto left = static_cast<std::int64_t>(vertexCount) - next;
        if (skipped < 0 || skipped > left || count < 1 || count > left - skipped || level < 1 ||
            level > levels)
            return wrongRun(id);
        next += skipped;
        for (const std::int64_t end = next + count; next < end; ++next)
            weights.push_back(
                {static_cast<std::uint32_t>(next), static_cast<float>(level) / static_cast<float>(levels)});
    }
    if (!runs.atEnd() || weights.empty()) return wrongRun(id);
    return weights;
}

LabellingTexts readTexts(const Json& table) {
    return {table.at("id").get<std::string>(), table.at("name").get<std::string>(),
            table.at("source").get<std::string>(), table.at("rule").get<std::string>()};
}

}  // namespace

// Fills an AtlasLabels from a file whose identity has been checked. Each member returns what is wrong.
class AtlasLabelsReader {
public:
    AtlasLabelsReader(const Json& file, std::size_t vertexCount) : m_file(file), m_vertexCount(vertexCount) {}

    core::Result<AtlasLabels> read() {
        if (const auto done = readMuscles(m_file.at("muscles")); !done) return done.error();
        if (const auto done = readDermatomes(m_file.at("dermatomes")); !done) return done.error();
        for (const Json& table : m_file.at("instruments"))
            if (const auto done = readInstrument(table); !done) return done.error();
        return std::move(m_labels);
    }

private:
    core::Result<void> readMuscles(const Json& table) {
        m_labels.m_muscleTexts = readTexts(table);
        auto names = readNames(table.at("areas"));
        if (!names) return names.error();
        const auto levels = integerOf(table.at("levels"));
        for (std::size_t i = 0; i < names->size(); ++i) {
            auto weights = readWeights(table.at("areas")[i], levels, m_vertexCount);
            if (!weights) return weights.error();
            m_labels.m_muscles.push_back({std::move((*names)[i]), std::move(*weights)});
        }
        return {};
    }

    core::Result<void> readDermatomes(const Json& table) {
        m_labels.m_dermatomeTexts = readTexts(table);
        auto names = readNames(table.at("areas"));
        if (!names) return names.error();
        auto labels = readPartition(table, names->size(), m_vertexCount);
        if (!labels) return labels.error();
        if (std::find(labels->begin(), labels->end(), kNoArea) != labels->end())
            return foreignAtlas(core::tr("The atlas leaves skin without a dermatome"));
        for (std::size_t i = 0; i < names->size(); ++i) {
            const Json& area = table.at("areas")[i];
            m_labels.m_dermatomes.push_back({std::move((*names)[i]),
                                             area.at("certainty").get_ref<const std::string&>() == "verified",
                                             area.at("sources").get<std::string>()});
        }
        m_labels.m_dermatomeOfVertex = std::move(*labels);
        return {};
    }

    core::Result<void> readInstrument(const Json& table) {
        Instrument instrument{readTexts(table), {}, {}, {}};
        auto names = readNames(table.at("areas"));
        if (!names) return names.error();
        auto labels = readPartition(table, names->size(), m_vertexCount);
        if (!labels) return labels.error();
        instrument.areaOfVertex = std::move(*labels);
        for (std::size_t i = 0; i < names->size(); ++i) {
            const Json& area = table.at("areas")[i];
            InstrumentArea out{std::move((*names)[i]), area.value("code", ""), {}};
            if (area.contains("percent")) out.percent = area.at("percent").get<double>();
            instrument.areas.push_back(std::move(out));
        }
        for (const Json& line : table.value("recodings", Json::array()))
            instrument.recodings.push_back({line.at("edition").get<std::string>(),
                                            line.at("from").get<std::string>(),
                                            line.at("to").get<std::string>()});
        m_labels.m_instruments.push_back(std::move(instrument));
        return {};
    }

    const Json& m_file;
    std::size_t m_vertexCount;
    AtlasLabels m_labels;
};

std::optional<std::uint16_t> Instrument::areaByCode(std::string_view code, std::string_view edition) const {
    for (const InstrumentRecoding& line : recodings) {
        if (!edition.empty() && line.edition == edition && line.from == code) return areaByCode(line.to);
    }
    const auto found = std::find_if(areas.begin(), areas.end(),
                                    [code](const InstrumentArea& area) { return area.code == code; });
    if (code.empty() || found == areas.end()) return std::nullopt;
    return static_cast<std::uint16_t>(found - areas.begin());
}

float Muscle::weightAt(std::uint32_t vertex) const {
    const auto found = std::lower_bound(
        weights.begin(), weights.end(), vertex,
        [](const VertexWeight& weight, std::uint32_t wanted) { return weight.vertex < wanted; });
    return found == weights.end() || found->vertex != vertex ? 0.0F : found->weight;
}

std::vector<std::size_t> AtlasLabels::musclesAt(std::uint32_t vertex) const {
    constexpr float kBorder = 0.5F;
    std::vector<std::pair<float, std::size_t>> found;
    for (std::size_t muscle = 0; muscle < m_muscles.size(); ++muscle) {
        const float weight = m_muscles[muscle].weightAt(vertex);
        if (weight >= kBorder) found.emplace_back(weight, muscle);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::size_t> muscles(found.size());
    std::transform(found.begin(), found.end(), muscles.begin(), [](const auto& one) { return one.second; });
    return muscles;
}

const Instrument* AtlasLabels::findInstrument(std::string_view id) const {
    const auto found = std::find_if(m_instruments.begin(), m_instruments.end(),
                                    [id](const Instrument& one) { return one.texts.id == id; });
    return found == m_instruments.end() ? nullptr : &*found;
}

core::Result<AtlasLabels> AtlasLabels::parse(std::string_view json, std::string_view topologyId,
                                             std::size_t vertexCount) {
    try {
        const Json file = Json::parse(json);
        if (const auto checked = checkIdentity(identityOf(file), topologyId, vertexCount); !checked)
            return checked.error();
        return AtlasLabelsReader(file, vertexCount).read();
    } catch (const std::exception& exception) {
        return foreignAtlas(core::trf("The file does not label a body: {0}", {exception.what()}));
    }
}

core::Result<AtlasLabels> loadAtlasLabels(const std::filesystem::path& modelsFolder,
                                          const SurfaceMesh& mesh) {
    const auto path = modelsFolder / "standard_body.labels.json";
    const auto text = core::readTextFile(path);
    if (!text) {
        return core::Error{
            core::trf("Muscles, dermatomes and instruments could not be loaded: {0}", {text.error().what}),
            path.string(), core::tr("Install Palpate again to get the atlas of its standard body.")};
    }
    auto labels = AtlasLabels::parse(*text, mesh.topologyId(), mesh.vertexCount());
    if (!labels) {
        core::Error error = labels.error();
        error.where = path.string();
        return error;
    }
    return labels;
}

}  // namespace palpate::body
