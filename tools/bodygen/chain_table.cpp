#include "bodygen/chain_table.h"

#include "bodygen/units.h"
#include "core/atomic_file.h"

#include <algorithm>
#include <sstream>

namespace palpate::bodygen {
namespace {

bool partNamed(const std::string& name, Part& out) {
    const auto found = std::find(kPartNames.begin(), kPartNames.end(), name);
    if (found == kPartNames.end()) return false;
    out = static_cast<Part>(found - kPartNames.begin());
    return isChain(out);
}

bool literal(std::istringstream& words, const char* wanted) {
    std::string got;
    return static_cast<bool>(words >> got) && got == wanted;
}

bool readChain(std::istringstream& words, ChainTables& tables) {
    HeadChainTable chain;
    std::string part, frame;
    if (!(words >> part >> frame) || !partNamed(part, chain.part) || !literal(words, "blend")) return false;
    if (!(words >> chain.blend) || !literal(words, "joint") || !(words >> chain.joint)) return false;
    chain.face = frame == "face";
    chain.blend *= kMillimetre;
    chain.joint *= kMillimetre;
    tables.head.push_back(chain);
    return chain.face || frame == "head";
}

bool readPoint(std::istringstream& words, ChainTables& tables) {
    HeadChainTable::Row row;
    if (tables.head.empty() || !(words >> row.at.x >> row.at.y >> row.at.z >> row.radius)) return false;
    row.at *= kMillimetre;
    row.radius *= kMillimetre;
    tables.head.back().rows.push_back(row);
    return true;
}

bool readDigit(std::istringstream& words, bool finger, ChainTables& tables) {
    DigitTable digit;
    std::string name, stop;
    if (!(words >> name) || !partNamed(name, digit.part) || !literal(words, "spread")) return false;
    if (!(words >> digit.spread) || !literal(words, ":")) return false;
    digit.spread *= kMillimetre;
    while (std::getline(words, stop, ',')) {
        std::istringstream numbers(stop);
        DigitTable::Stop out;
        if (!(numbers >> out.at >> out.offset >> out.radius)) return false;
        if (finger) out.offset *= kMillimetre;
        out.radius *= kMillimetre;
        digit.stops.push_back(out);
    }
    (finger ? tables.fingers : tables.toes).push_back(digit);
    return digit.stops.size() >= 3;
}

bool readLine(const std::string& line, ChainTables& tables) {
    std::istringstream words(line);
    std::string keyword;
    if (!(words >> keyword) || keyword.front() == '#') return true;
    if (keyword == "chain") return readChain(words, tables);
    if (keyword == "point") return readPoint(words, tables);
    if (keyword == "finger") return readDigit(words, true, tables);
    if (keyword == "toe") return readDigit(words, false, tables);
    return false;
}

}  // namespace

core::Result<ChainTables> readChainTables(const std::filesystem::path& path) {
    const auto text = core::readTextFile(path);
    if (!text) return text.error();
    ChainTables tables;
    std::istringstream lines(*text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (!readLine(line, tables))
            return core::Error{"A line of the chain table cannot be read",
                               path.string() + ", line " + std::to_string(number),
                               "The head of the file explains its lines."};
    }
    const bool rows =
        std::all_of(tables.head.begin(), tables.head.end(), [](const auto& c) { return !c.rows.empty(); });
    if (tables.fingers.size() != 5 || tables.toes.size() != 5 || !rows)
        return core::Error{"The chain table lacks a finger, a toe or the points of a chain", path.string(),
                           ""};
    return tables;
}

}  // namespace palpate::bodygen
