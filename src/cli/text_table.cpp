#include "cli/text_table.h"

#include <algorithm>
#include <cstddef>

namespace palpate::cli {

namespace {

// Characters of UTF-8, which take one place each in the texts that Palpate writes.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    }));
}

}  // namespace

void TextTable::print(std::ostream& out, const std::string& indent) const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        widths.push_back(widthOf(m_columns[c].title));
        for (const auto& row : m_rows)
            widths[c] = std::max(widths[c], widthOf(row[c]));
    }
    const auto printRow = [&](const auto& cellOf) {
        std::string line;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const std::string cell = cellOf(c);
            const std::string padding(widths[c] - widthOf(cell), ' ');
            line += (c == 0 ? "" : "  ") + (m_columns[c].isNumber ? padding + cell : cell + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << indent << line << '\n';
    };
    printRow([&](std::size_t c) { return m_columns[c].title; });
    for (const auto& row : m_rows)
        printRow([&](std::size_t c) { return row[c]; });
}

}  // namespace palpate::cli
