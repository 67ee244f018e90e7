#include "report/csv.h"

#include "core/text.h"

namespace palpate::report {

namespace {

std::string inQuotes(std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
    std::string out = "\"";
    for (const char letter : cell) {
        if (letter == '"') out += '"';
        out += letter;
    }
    return out + '"';
}

}  // namespace

void CsvTable::Row::add(std::string_view cell) {
    if (!m_isFirst) m_line += ',';
    m_isFirst = false;
    m_line += cell;
}

CsvTable::Row& CsvTable::Row::text(std::string_view text) {
    const bool isFormula =
        !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    add(inQuotes(isFormula ? "'" + std::string(text) : std::string(text)));
    return *this;
}

CsvTable::Row& CsvTable::Row::number(double number, int decimals) {
    std::string digits = core::decimal(number, decimals);
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
    }
    add(digits == "-0" ? "0" : digits);
    return *this;
}

CsvTable::Row& CsvTable::Row::empty() {
    add("");
    return *this;
}

CsvTable::CsvTable(const std::vector<std::string>& columns) {
    Row head;
    for (const std::string& name : columns)
        head.text(name);
    add(head);
}

void CsvTable::add(const Row& row) {
    m_text += row.m_line + "\r\n";
}

}  // namespace palpate::report
