#pragma once

#include "bodygen/atlas_table.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace palpate::bodygen {

// One named area of a labelling of the skin: a muscle, a dermatome, an area of an instrument. Both sides in
// one.
struct OverlayRow {
    std::string id;  // without side
    bool paired = false;
    std::string name;      // plain
    std::string clinical;  // may be empty
    // What only some labellings state.
    std::array<std::string, 2> codes;  // numbers of an instrument's form: left (or midline), right
    std::optional<double> percent;     // published share of the body's skin, both sides of the body
    std::optional<bool> verified;      // dermatomes: false where only interpolated
    std::string sources;               // dermatomes: what the certainty rests on
};

// A piece of an area: points of the given regions (of none: of all) within the polygon (without one: anywhere
// on the chart, without a chart: anywhere).
struct OverlayPiece {
    std::size_t row = 0;
    std::vector<std::size_t> regions;  // rows of AtlasTable::regions
    std::optional<AtlasChart> chart;
    std::vector<ChartPoint> polygon;
};

// Codes of another edition of a form, and what they are called here.
struct OverlayRecoding {
    std::string edition;  // "female"
    std::string from, to;
};

// A labelling as its table states it. Texts are shown to the user.
struct OverlayTable {
    std::string id;  // name of the file
    std::string name;
    std::string source;
    std::string rule;
    std::vector<OverlayRow> rows;
    std::vector<OverlayPiece> pieces;
    std::vector<OverlayRecoding> recodings;
};

// All labellings of models/atlas beside the regions.
struct OverlayTables {
    OverlayTable muscles;     // areas may overlap: a point lies in every muscle a piece of which holds it
    OverlayTable dermatomes;  // a partition: the first piece that holds a point owns it
    std::vector<OverlayTable> instruments;  // likewise, but points may be left out; by id
};

// The lines of a table, in any number of files:
//   title "NAME"             source "TEXT"        rule "TEXT"          texts of several lines are joined
//   paired|midline ID "NAME" "CLINICAL"                                an area
//   codes ID LEFT RIGHT | codes ID CODE                                its numbers on the form
//   percent ID NUMBER                                                  its published share
//   verified|interpolated ID "SOURCES"                                 how sure a dermatome is
//   recode EDITION FROM TO
//   take ID REGION,REGION,...|* [CHART [U,V U,V U,V ...]]              a piece
// Errors name the file and the line.
core::Result<OverlayTable> readOverlayTable(const std::vector<std::filesystem::path>& files,
                                            const std::vector<RegionRow>& regions);
core::Result<OverlayTables> readOverlayTables(const std::filesystem::path& folder,
                                              const std::vector<RegionRow>& regions);

}  // namespace palpate::bodygen
