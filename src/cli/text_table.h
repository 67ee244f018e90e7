#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace palpate::cli {

// Rows of text in columns as wide as their widest cell, two spaces apart. Columns of numbers are set to the
// right.
class TextTable {
public:
    struct Column {
        std::string title;
        bool isNumber = false;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    // One cell a column.
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    void print(std::ostream& out, const std::string& indent = "") const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

}  // namespace palpate::cli
