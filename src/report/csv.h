#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

// A table as CSV (RFC 4180): UTF-8, commas, CRLF, text in quotes where it needs them.
class CsvTable {
public:
    // Names of the columns: the first row.
    explicit CsvTable(const std::vector<std::string>& columns);

    class Row {
    public:
        // A text that begins with = + - @ TAB or CR gets a ' before it: spreadsheets would take it for a
        // formula and run it.
        Row& text(std::string_view text);
        // At most `decimals` decimals, decimal point; such a cell is never a formula.
        Row& number(double number, int decimals = 3);
        Row& empty();

    private:
        friend class CsvTable;
        std::string m_line;
        bool m_isFirst = true;
        void add(std::string_view cell);
    };
    // As many cells as there are columns.
    void add(const Row& row);
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

}  // namespace palpate::report
