#pragma once

#include "core/atomic_file.h"
#include "core/result.h"

#include <filesystem>
#include <sstream>
#include <string>

namespace palpate::bodygen {

// Walks the lines of a table of models/atlas, without comments and empty ones.
class TableLines {
public:
    TableLines(std::string text, std::string file) : m_stream(std::move(text)), m_file(std::move(file)) {}

    static core::Result<TableLines> open(const std::filesystem::path& path) {
        auto text = core::readTextFile(path);
        if (!text) return text.error();
        return TableLines(std::move(*text), path.string());
    }

    bool next(std::istringstream& words) {
        std::string line;
        while (std::getline(m_stream, line)) {
            ++m_number;
            line = line.substr(0, line.find('#'));
            if (line.find_first_not_of(" \t") == std::string::npos) continue;
            words = std::istringstream(line);
            return true;
        }
        return false;
    }
    [[nodiscard]] core::Error error(std::string what) const {
        return {std::move(what), m_file + ":" + std::to_string(m_number), "Mend the table."};
    }

private:
    std::istringstream m_stream;
    std::string m_file;
    int m_number = 0;
};

}  // namespace palpate::bodygen
