#include "records/page_scan.h"

#include "core/text.h"
#include "records/key_slots.h"
#include "records/padding.h"
#include "records/schema.h"
#include "records/seal.h"
#include "records/sqlite_connection.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;
using core::Result;

// https://www.sqlite.org/fileformat.html: section 1.3 for the header, 1.6 for pages, 2.1 for records.
constexpr std::size_t kFileHeader = 100;
constexpr std::size_t kLeafHeader = 8;
constexpr unsigned kTableLeaf = 0x0d;
constexpr unsigned kIdType = 12 + 2 * sizeof(ItemId), kTagType = 12 + 2 * kTagSize;
constexpr std::size_t kLargestBody = std::size_t{512} << 20U;
constexpr std::size_t kSmallestBody = kNonceSize + paddedSize(0);

std::uint64_t bigEndian(ByteView bytes) {
    std::uint64_t number = 0;
    for (const std::byte byte : bytes)
        number = number << 8U | std::to_integer<std::uint64_t>(byte);
    return number;
}

// Reads what lies in a page from front to back; beyond the end everything is 0 and fit() false.
class PageReader {
public:
    explicit PageReader(ByteView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool fit() const { return m_fit; }
    ByteView take(std::size_t count) {
        m_fit = m_fit && count <= m_bytes.size();
        if (!m_fit) return {};
        const ByteView taken = m_bytes.first(count);
        m_bytes = m_bytes.subspan(count);
        return taken;
    }
    std::uint64_t number(std::size_t size) { return bigEndian(take(size)); }
    std::uint64_t variable() {
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i) {
            const std::uint64_t byte = number(1);
            value = value << 7U | (byte & 0x7fU);
            if ((byte & 0x80U) == 0) return value;
        }
        return value << 8U | number(1);
    }
    // Of a whole number of one of the types 1 to 6, 8 and 9.
    std::optional<std::int64_t> whole(unsigned type) {
        constexpr std::array<std::size_t, 7> kSizes{0, 1, 2, 3, 4, 6, 8};
        if (type == 8 || type == 9) return type - 8;
        if (type == 0 || type >= kSizes.size()) return std::nullopt;
        const std::size_t bits = kSizes[type] * 8;
        const std::uint64_t bytes = number(kSizes[type]) << (64 - bits);
        return static_cast<std::int64_t>(bytes) >> (64 - bits);
    }

private:
    ByteView m_bytes;
    bool m_fit = true;
};

class PageFile {
public:
    explicit PageFile(const fs::path& file) : m_stream(file, std::ios::binary) {
        std::array<std::byte, kFileHeader> header{};
        m_stream.read(reinterpret_cast<char*>(header.data()), header.size());
        const std::uint64_t stated = bigEndian(ByteView(header).subspan(16, 2));
        m_pageSize = static_cast<std::size_t>(stated == 1 ? 65536 : stated);
        m_usable = m_pageSize - std::min<std::size_t>(m_pageSize, std::to_integer<std::size_t>(header[20]));
        std::error_code code;
        const std::uint64_t size = fs::file_size(file, code);
        if (m_usable >= 480 && !code) m_pages = size / m_pageSize;  // the format's own least
    }

    [[nodiscard]] std::uint64_t pages() const { return m_pages; }
    [[nodiscard]] std::size_t usable() const { return m_usable; }
    // From 1; empty if there is no such page.
    Bytes read(std::uint64_t page) {
        if (page == 0 || page > m_pages) return {};
        Bytes bytes(m_usable);
        m_stream.clear();
        m_stream.seekg(static_cast<std::streamoff>((page - 1) * m_pageSize));
        m_stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (!m_stream) bytes.clear();
        return bytes;
    }

private:
    std::ifstream m_stream;
    std::size_t m_pageSize = 0, m_usable = 0;
    std::uint64_t m_pages = 0;
};

class Scan {
public:
    Scan(const fs::path& damaged, Connection& to) : m_file(damaged), m_to(to) {}

    Result<std::size_t> all() {
        for (std::uint64_t number = 1; number <= m_file.pages(); ++number) {
            const Bytes page = m_file.read(number);
            if (auto kept = items(page); !kept) return kept.error();
            const std::size_t start = number == 1 ? kFileHeader : 0;
            if (auto kept = bodies(ByteView(page).subspan(std::min(start, page.size())), start); !kept)
                return kept.error();
        }
        auto count = m_to.query("SELECT count(*) FROM item");
        if (!count) return count.error();
        if (const auto counted = count->step(); !counted) return counted.error();
        return static_cast<std::size_t>(count->integer(0));
    }

private:
    // A row of the table `item` begins with its own kinds of columns, wherever on a page it lies.
    Result<void> items(ByteView page) {
        constexpr std::size_t kHeader = 5;
        const auto at = [page](std::size_t i) { return std::to_integer<unsigned>(page[i]); };
        for (std::size_t i = 0; i + kHeader <= page.size(); ++i) {
            if (at(i) != kHeader || at(i + 1) != kIdType || at(i + 3) != kTagType) continue;
            PageReader row(page.subspan(i + kHeader));
            const ByteView id = row.take(sizeof(ItemId));
            const auto version = row.whole(at(i + 2));
            const ByteView tag = row.take(kTagSize);
            const auto body = row.whole(at(i + 4));
            if (!version || !body || !row.fit() || *version < 1) continue;
            auto kept = m_to.run(
                "INSERT INTO item (id, version, tag, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
                "SET "
                "version = excluded.version, tag = excluded.tag, body = excluded.body "
                "WHERE excluded.version > version",
                id, *version, tag, *body);
            if (!kept) return kept;
        }
        return {};
    }

    // A page whose kind has one flipped bit is tried as well.
    Result<void> bodies(ByteView page, std::size_t start) {
        if (page.size() < kLeafHeader) return {};
        if (std::popcount(std::to_integer<unsigned>(page[0]) ^ kTableLeaf) > 1) return {};
        const std::uint64_t cells = bigEndian(page.subspan(3, 2));
        for (std::uint64_t i = 0; i < cells && kLeafHeader + 2 * i + 2 <= page.size(); ++i) {
            const std::uint64_t at = bigEndian(page.subspan(kLeafHeader + 2 * i, 2));
            if (at < start || at - start >= page.size()) continue;
            if (auto kept = body(page.subspan(at - start)); !kept) return kept;
        }
        return {};
    }

    Result<void> body(ByteView cell) {
        PageReader reader(cell);
        const std::uint64_t size = reader.variable(), number = reader.variable();
        if (!reader.fit() || size < kSmallestBody || size > kLargestBody) return {};
        const Bytes record = wholeRecord(reader, static_cast<std::size_t>(size));
        PageReader columns(record);
        const std::uint64_t header = columns.variable(), null = columns.variable();
        const std::uint64_t type = columns.variable();
        if (!columns.fit() || null != 0 || type < 12 || type % 2 != 0) return {};
        const std::uint64_t blob = (type - 12) / 2;
        if (header > 16 || header + blob != record.size() || blob < kSmallestBody) return {};
        return m_to.run("INSERT OR IGNORE INTO body (number, bytes) VALUES (?, ?)",
                        static_cast<std::int64_t>(number), ByteView(record).last(blob));
    }

    // With what lies on further pages; empty if one of them is not there.
    Bytes wholeRecord(PageReader& local, std::size_t size) {
        const std::size_t usable = m_file.usable(), most = usable - 35;
        const std::size_t least = (usable - 12) * 32 / 255 - 23;
        const std::size_t wanted = least + (size - std::min(size, least)) % (usable - 4);
        const std::size_t here = size <= most ? size : (wanted <= most ? wanted : least);
        const ByteView first = local.take(here);
        Bytes record(first.begin(), first.end());
        std::uint64_t next = size > here ? local.number(4) : 0;
        while (local.fit() && record.size() < size) {
            const Bytes page = m_file.read(next);
            if (page.size() < 4) return {};
            next = bigEndian(ByteView(page).first(4));
            const std::size_t more = std::min(size - record.size(), page.size() - 4);
            record.insert(record.end(), page.begin() + 4,
                          page.begin() + 4 + static_cast<std::ptrdiff_t>(more));
        }
        return local.fit() ? record : Bytes();
    }

    PageFile m_file;
    Connection& m_to;
};

Result<void> copyOutside(const fs::path& damaged, Connection& to) {
    auto connection = Connection::open(damaged);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged;
    const auto row = readVaultRow(**connection);
    if (!row) return row.error();
    const auto slots = readSlots(**connection);
    if (!slots) return slots.error();
    if (auto kept = writeVaultRow(to, *row); !kept) return kept;
    return writeSlots(to, *slots);
}

}  // namespace

Result<std::size_t> scanPages(const fs::path& damaged, const fs::path& to) {
    auto connection = Connection::open(to);
    if (!connection) return connection.error();
    if (auto begun = (*connection)->execute("BEGIN"); !begun) return begun.error();
    if (auto made = createSchema(**connection); !made) return made.error();
    if (auto copied = copyOutside(damaged, **connection); !copied) return copied.error();
    auto found = Scan(damaged, **connection).all();
    if (!found) return found;
    if (auto kept = (*connection)->execute("COMMIT"); !kept) return kept.error();
    return found;
}

}  // namespace palpate::records
