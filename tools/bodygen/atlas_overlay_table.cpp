#include "bodygen/atlas_overlay_table.h"

#include "bodygen/atlas_lines.h"

#include <algorithm>
#include <iomanip>

namespace palpate::bodygen {
namespace {

template <typename Row>
std::optional<std::size_t> rowNamed(const std::vector<Row>& rows, std::string_view id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
    if (found == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows.begin());
}

// Understands one line after the other and keeps the table. Each member returns what is wrong with its line,
// or nothing.
class OverlayReader {
public:
    explicit OverlayReader(const std::vector<RegionRow>& regions) : m_regions(regions) {}

    std::string read(std::istringstream& words) {
        std::string kind;
        words >> kind;
        if (kind == "title") return text(words, m_table.name);
        if (kind == "source") return text(words, m_table.source);
        if (kind == "rule") return text(words, m_table.rule);
        if (kind == "paired" || kind == "midline") return area(words, kind == "paired");
        if (kind == "recode") return recoding(words);
        if (kind == "take") return piece(words);
        if (kind == "codes" || kind == "percent" || kind == "verified" || kind == "interpolated")
            return detail(words, kind);
        return "There is no line \"" + kind + "\"";
    }
    OverlayTable table() { return std::move(m_table); }

private:
    static std::string text(std::istringstream& words, std::string& joined) {
        std::string part;
        words >> std::quoted(part);
        if (!words) return "A text in quotation marks is missing";
        joined += (joined.empty() ? "" : " ") + part;
        return {};
    }

    std::string area(std::istringstream& words, bool paired) {
        OverlayRow row;
        row.paired = paired;
        words >> row.id >> std::quoted(row.name) >> std::quoted(row.clinical);
        if (!words) return "Not an area: paired|midline ID \"NAME\" \"CLINICAL\"";
        for (const OverlayRow& other : m_table.rows)
            if (other.id == row.id || other.name == row.name)
                return "\"" + row.id + "\" or its name is used twice";
        m_table.rows.push_back(std::move(row));
        return {};
    }

    std::string recoding(std::istringstream& words) {
        OverlayRecoding line;
        words >> line.edition >> line.from >> line.to;
        if (!words) return "Not a recoding: recode EDITION FROM TO";
        m_table.recodings.push_back(std::move(line));
        return {};
    }

    std::string detail(std::istringstream& words, const std::string& kind) {
        std::string id;
        words >> id;
        const auto found = rowNamed(m_table.rows, id);
        if (!found) return "There is no area \"" + id + "\"";
        OverlayRow& row = m_table.rows[*found];
        if (kind == "codes") {
            words >> row.codes[0];
            if (row.paired) words >> row.codes[1];
        } else if (kind == "percent") {
            double percent = 0.0;
            words >> percent;
            row.percent = percent;
        } else {
            row.verified = kind == "verified";
            words >> std::quoted(row.sources);
        }
        return words ? std::string() : "The line says too little of \"" + id + "\"";
    }

    std::string piece(std::istringstream& words) {
        std::string id, regions, chart;
        words >> id >> regions;
        const auto found = rowNamed(m_table.rows, id);
        if (!found) return "There is no area \"" + id + "\"";
        OverlayPiece out;
        out.row = *found;
        std::istringstream names(regions);
        for (std::string name; regions != "*" && std::getline(names, name, ',');) {
            const auto region = rowNamed(m_regions, name);
            if (!region) return "There is no region \"" + name + "\"";
            out.regions.push_back(*region);
        }
        if (words >> chart) {
            out.chart = chartNamed(chart);
            if (!out.chart) return "There is no chart \"" + chart + "\"";
            words >> std::ws;
            if (!words.eof() && !readPolygon(words, out.polygon))
                return "A polygon is three or more points U,V";
        }
        m_table.pieces.push_back(std::move(out));
        return {};
    }

    const std::vector<RegionRow>& m_regions;
    OverlayTable m_table;
};

}  // namespace

core::Result<OverlayTable> readOverlayTable(const std::vector<std::filesystem::path>& files,
                                            const std::vector<RegionRow>& regions) {
    OverlayReader reader(regions);
    for (const auto& file : files) {
        auto lines = TableLines::open(file);
        if (!lines) return lines.error();
        std::istringstream words;
        while (lines->next(words)) {
            if (auto wrong = reader.read(words); !wrong.empty()) return lines->error(std::move(wrong));
        }
    }
    OverlayTable table = reader.table();
    table.id = files.front().stem().string();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (std::none_of(table.pieces.begin(), table.pieces.end(),
                         [row](const OverlayPiece& piece) { return piece.row == row; }))
            return core::Error{"The area \"" + table.rows[row].id + "\" has no skin", files.back().string(),
                               "Add a line \"take\"."};
    }
    return table;
}

core::Result<OverlayTables> readOverlayTables(const std::filesystem::path& folder,
                                              const std::vector<RegionRow>& regions) {
    auto muscles = readOverlayTable({folder / "muscles.txt", folder / "muscle_borders.txt"}, regions);
    if (!muscles) return muscles.error();
    auto dermatomes =
        readOverlayTable({folder / "dermatomes.txt", folder / "dermatome_borders.txt"}, regions);
    if (!dermatomes) return dermatomes.error();
    OverlayTables out{std::move(*muscles), std::move(*dermatomes), {}};
    // Named here and not found in the folder, so that the order of a directory is nobody's promise.
    for (const char* id : {"wpi_2016", "michigan", "choir", "lund_browder"}) {
        auto table = readOverlayTable({folder / "instruments" / (std::string(id) + ".txt")}, regions);
        if (!table) return table.error();
        out.instruments.push_back(std::move(*table));
    }
    return out;
}

}  // namespace palpate::bodygen
