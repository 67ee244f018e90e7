#pragma once

#include "body/atlas.h"
#include "body/surface_mesh.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::body {

inline constexpr std::uint16_t kNoArea = 0xffff;

// What a labelling of the skin is and where it comes from, in words for the user.
struct LabellingTexts {
    std::string id;      // "wpi_2016"
    std::string name;    // "Widespread Pain Index (2016), 19 areas"
    std::string source;  // publication
    std::string rule;    // how borders were drawn, and what was decided where the source leaves it open
};

struct VertexWeight {
    std::uint32_t vertex = 0;
    float weight = 0.0F;  // 0 < weight <= 1
};

// A muscle as an area of skin above it. A vertex may lie over several.
struct Muscle {
    Region names;
    // By vertex, ascending: 1 inside, 1/2 on the border, falling to nothing over 10 mm to both sides of it.
    std::vector<VertexWeight> weights;

    [[nodiscard]] float weightAt(std::uint32_t vertex) const;  // 0 where it has none
};

// The skin that usually belongs to one spinal nerve or one branch of the trigeminal nerve.
struct Dermatome {
    Region names;           // base: "C5"
    bool verified = false;  // a source names a place in it; else drawn between its neighbours
    std::string sources;
};

// One area of an instrument (a form that counts or weighs places).
struct InstrumentArea {
    Region names;
    std::string code;               // its number on the form; may be empty
    std::optional<double> percent;  // published share of the body's skin, adult
};

// The code of another edition of a form, and what it is called here.
struct InstrumentRecoding {
    std::string edition;  // "female"
    std::string from, to;
};

struct Instrument {
    LabellingTexts texts;
    std::vector<InstrumentArea> areas;
    std::vector<std::uint16_t> areaOfVertex;  // index into `areas`, or kNoArea
    std::vector<InstrumentRecoding> recodings;

    // By code on the form; empty if there is none. `edition` empty: the codes of `areas`.
    [[nodiscard]] std::optional<std::uint16_t> areaByCode(std::string_view code,
                                                          std::string_view edition = {}) const;
};

// Muscles, dermatomes and instruments of the standard body: what models/standard_body.labels.json holds. Not
// needed to start; loaded when first asked for.
class AtlasLabels {
public:
    // Errors: not a labels file, a newer format, made for another topology or vertex count, labels that do
    // not cover the body, names used twice, wrong mirror partners. Keys it does not know are left alone.
    static core::Result<AtlasLabels> parse(std::string_view json, std::string_view topologyId,
                                           std::size_t vertexCount);

    [[nodiscard]] const LabellingTexts& muscleTexts() const { return m_muscleTexts; }
    [[nodiscard]] std::span<const Muscle> muscles() const { return m_muscles; }

    // The muscles whose border `vertex` lies within (weight 1/2 or more), the deepest in first.
    [[nodiscard]] std::vector<std::size_t> musclesAt(std::uint32_t vertex) const;

    [[nodiscard]] const LabellingTexts& dermatomeTexts() const { return m_dermatomeTexts; }
    [[nodiscard]] std::span<const Dermatome> dermatomes() const { return m_dermatomes; }
    // Index into dermatomes(), one a vertex; every vertex has one.
    [[nodiscard]] std::span<const std::uint16_t> dermatomeOfVertices() const { return m_dermatomeOfVertex; }

    [[nodiscard]] std::span<const Instrument> instruments() const { return m_instruments; }
    // "wpi_2016", "michigan", "choir", "lund_browder"; nullptr if there is none of that id.
    [[nodiscard]] const Instrument* findInstrument(std::string_view id) const;

private:
    AtlasLabels() = default;
    friend class AtlasLabelsReader;

    LabellingTexts m_muscleTexts, m_dermatomeTexts;
    std::vector<Muscle> m_muscles;
    std::vector<Dermatome> m_dermatomes;
    std::vector<std::uint16_t> m_dermatomeOfVertex;
    std::vector<Instrument> m_instruments;
};

// Reads standard_body.labels.json from `modelsFolder`.
[[nodiscard]] core::Result<AtlasLabels> loadAtlasLabels(const std::filesystem::path& modelsFolder,
                                                        const SurfaceMesh& mesh);

}  // namespace palpate::body
